//! Dossiers brought in from files when the service starts; those that are there stay as they are, and what was removed stays
//! removed.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::archive::Archive;
use super::caller::Caller;
use super::condition::Condition;
use super::refusal::Refusal;
use crate::domain::finding::Severity;
use crate::ingest::stored::{Stored, open};
use crate::ingest::table::{Record, Table};

/// A dossier in a file or folder, as it would be sent.
struct Brought {
    /// What its settings call it.
    id: String,
    bundle: Value,
}

impl Archive {
    /// Keeps the dossiers at these paths, each under the identifier of its settings.
    ///
    /// # Errors
    /// A sentence with every fault of the first dossier that cannot be kept.
    pub async fn bring(&self, paths: &[PathBuf]) -> Result<(), String> {
        let caller = Caller::local("brought");
        for path in paths {
            let told = |fault: String| format!("{} cannot be kept: {fault}", path.display());
            let Brought { id, bundle } = brought(path).map_err(told)?;
            let known = self.store.dossier_ever(&id).await.map_err(|fault| told(fault.to_string()))?;
            if known.is_some() {
                tracing::info!(dossier = id, "is kept already; the files are not read again");
            } else {
                let kept = self.put_dossier(&caller, &id, &Condition::default(), bundle).await;
                kept.map_err(|refusal| told(faults_told(&refusal)))?;
            }
        }
        Ok(())
    }
}

fn brought(path: &Path) -> Result<Brought, String> {
    let mut findings = Vec::new();
    let stored = open(path, &mut findings).map_err(|fault| fault.to_string())?;
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<String> = errors
        .map(|finding| format!("{}:{}: {}", finding.place.file, finding.place.row, finding.message.en))
        .collect();
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let id = stored.setting("id").ok_or("its settings have no id.")?;
    let Stored { settings, tables } = stored;
    let mut bundle = Map::new();
    if let Ok(Some(stated)) = settings.value {
        bundle.insert("workspace".to_string(), stated);
    }
    bundle.extend(tables.iter().map(|(name, table)| (name.clone(), rows_of(table))));
    Ok(Brought { id, bundle: Value::Object(bundle) })
}

/// The rows as objects of text; what is blank is not said.
fn rows_of(table: &Table) -> Value {
    let row = |record: &Record| {
        let filled = table.headings.iter().zip(&record.cells).filter(|(_, text)| !text.trim().is_empty());
        filled.map(|(heading, text)| (heading.clone(), Value::from(text))).collect::<Map<_, _>>()
    };
    table.records.iter().map(|record| Value::Object(row(record))).collect()
}

fn faults_told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid(faults) => {
            let lines = faults.iter().map(|fault| format!("{}: {}", fault.pointer, fault.message.en));
            lines.collect::<Vec<_>>().join("\n")
        }
        refusal => refusal.message().en,
    }
}
