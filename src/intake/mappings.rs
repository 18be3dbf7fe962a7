//! The mappings at hand: one that is stated, and those a dossier remembers from earlier files.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::mapping::Mapping;
use crate::domain::finding::Finding;
use crate::domain::finding::Severity;
use crate::domain::place::Place;
use crate::ingest::pending::NewFile;
use crate::source::sheet::Sheet;

/// The folder of a dossier in which mappings are kept.
const FOLDER: &str = "mappings";

/// Mappings that a sheet may be read by.
#[derive(Clone, Debug, Default)]
pub struct Mappings {
    pub stated: Option<Mapping>,
    remembered: Vec<Mapping>,
}

impl Mappings {
    /// The stated mapping in TOML, and those of the dossier, in order of their names; one of the dossier that cannot be
    /// read is left aside, beside a finding.
    ///
    /// # Errors
    /// When the stated one cannot be read.
    pub fn read(
        stated: Option<&Path>,
        dossier: &Path,
        findings: &mut Vec<Finding>,
    ) -> Result<Mappings, Box<Finding>> {
        let mut mappings = Mappings::default();
        if let Some(path) = stated {
            mappings.stated = Some(mapping(path)?);
        }
        let entries = fs::read_dir(dossier.join(FOLDER)).into_iter().flatten();
        let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "toml")) {
            match mapping(file) {
                Ok(mapping) => mappings.remembered.push(mapping),
                Err(finding) => findings.push(Finding { severity: Severity::Warning, ..*finding }),
            }
        }
        Ok(mappings)
    }

    /// The first remembered mapping that fits the sheet.
    pub fn remembered(&self, sheet: &Sheet) -> Option<&Mapping> {
        self.remembered.iter().find(|mapping| mapping.fits(sheet))
    }
}

fn mapping(path: &Path) -> Result<Mapping, Box<Finding>> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|cause| {
        let en = format!("The mapping cannot be read: {cause}.");
        let fr = format!("La correspondance ne peut pas être lue : {cause}.");
        Box::new(Finding::new("file_unreadable", Severity::Error, &Place::file(&name), en, fr))
    })?;
    Mapping::from_toml(&name, &text).map_err(|refusal| refusal.finding)
}

/// The file by which a dossier remembers how the sheet was read; sheets with the same headings share one.
pub fn remembered_file(mapping: &Mapping, sheet: &Sheet) -> NewFile {
    let mut kept = mapping.clone();
    if kept.headings.is_empty() {
        kept.headings = sheet.headings.iter().map(|heading| heading.text.clone()).collect();
    }
    let digest = Sha256::digest(kept.headings.join("\u{1f}"));
    let digest: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let subject = kept.table.as_deref().unwrap_or(kept.shape.name());
    (format!("{FOLDER}/{subject}-{digest}.toml"), kept.to_toml().into_bytes())
}
