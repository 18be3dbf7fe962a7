//! Runs as requests: the same bytes as the commands, on dossiers that are no files.

mod bytes;
mod compared;
mod requests;
mod watched;
