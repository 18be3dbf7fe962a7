//! Runs as requests: the same bytes as the commands, on dossiers that are no files.

#[path = "../result_schemas/pattern.rs"]
mod pattern;
#[path = "../result_schemas/validator.rs"]
#[allow(dead_code, reason = "only documents are held against schemas here")]
mod validator;

mod bytes;
mod compared;
mod known;
mod requests;
mod stopped;
mod watched;
