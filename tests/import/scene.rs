//! A dossier to import into, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A copy of a sample dossier, and room for files.
pub struct Scene {
    pub folder: TempDir,
}

impl Scene {
    /// A copy of the sample of this name; an empty folder for none.
    pub fn of(sample: Option<&str>) -> Scene {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(sample) = sample {
            let to = folder.path().join("dossier");
            fs::create_dir(&to).expect("a folder");
            for entry in fs::read_dir(root().join("samples").join(sample)).expect("a sample") {
                let from = entry.expect("an entry").path();
                if from.is_file() {
                    fs::copy(&from, to.join(from.file_name().expect("a name"))).expect("a copy");
                }
            }
        }
        Scene { folder }
    }

    pub fn dossier(&self) -> PathBuf {
        self.path("dossier")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// Imports a file into the dossier with more arguments.
    pub fn import(&self, file: &Path, more: &[&str]) -> Output {
        let mut program = program();
        program.arg("import").arg(file).arg("--into").arg(self.dossier()).args(more);
        let output = program.output().expect("the program");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("panicked"), "{said}");
        output
    }

    /// The document of an import.
    pub fn document(&self, file: &Path, more: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(more);
        let output = self.import(file, &all);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|fault| panic!("{fault}: {said}"))
    }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of `samples/imports`.
pub fn sample(name: &str) -> PathBuf {
    root().join("samples/imports").join(name)
}

pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cxfolio"))
}

/// The fingerprint of a dossier, by the program itself.
pub fn fingerprint(dossier: &Path) -> String {
    cxfolio::ingest::folder::read(dossier).expect("a dossier").fingerprint
}

/// Every file of a folder with its bytes.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                fs::read(&path).expect("bytes"),
            )
        })
        .collect();
    files.sort();
    files
}
