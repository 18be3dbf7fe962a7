//! What the tests of runs share: dossiers that were read, requests, and the program's own words.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use cxfolio::app::error::AppError;
use cxfolio::app::open::Source;
use cxfolio::app::origin::ReadDossier;
use cxfolio::app::run::{RunResult, run};
use cxfolio::ingest::folder;
use cxfolio::optimize::optima::KnownOptima;
use cxfolio::optimize::watch::Watch;
use cxfolio::wire::run_request::RunRequest;

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// A sample as a dossier that was read before.
pub fn read(name: &str) -> Source {
    let reading = folder::read(&sample(name)).expect("a sample");
    Source::read(Arc::new(ReadDossier {
        reading,
        decision_models: BTreeMap::new(),
        optima: KnownOptima::default(),
    }))
}

pub fn request(kind: &str, json: &str) -> RunRequest {
    RunRequest::parse(kind, json).unwrap_or_else(|faults| panic!("{kind} {json}: {faults:?}"))
}

pub fn answered(source: &Source, kind: &str, json: &str) -> Result<RunResult, AppError> {
    run(source, &request(kind, json), &Watch::none())
}

/// What the program prints for these words, whatever its exit.
pub fn printed(words: &[&str]) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_cxfolio")).args(words).output().expect("the program runs");
    String::from_utf8(program.stdout).expect("UTF-8")
}
