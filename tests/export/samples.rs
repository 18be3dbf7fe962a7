//! Samples and runs of the program, shared by the tests of exports.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Every sample of the repository.
pub const ALL: [&str; 4] = ["banque-horizon", "bureau-plan", "maison-lumen", "minimal"];

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// Runs `cxfolio export` on a dossier.
pub fn export(dossier: &Path, output: &Path, more: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
    program.arg("export").arg(dossier).arg("-o").arg(output).args(more);
    program.output().expect("the program runs")
}

/// The same, which must end well.
pub fn exported(dossier: &Path, output: &Path, more: &[&str]) {
    let run = export(dossier, output, more);
    assert_eq!(run.status.code(), Some(0), "{more:?}: {}", String::from_utf8_lossy(&run.stderr));
}
