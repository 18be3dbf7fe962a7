//! Imports of finance files into a kept dossier: the same reading, judging and merging as into a folder, written as one
//! revision.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::answer::ReceiptKey;
use super::archive::stamp;
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, dossier_tag};
use super::job_result::result_json;
use super::jobs::{Asked, Order, not_gone};
use super::refusal::Refusal;
use super::sent::taken_apart;
use super::snapshot::Snapshot;
use super::whole::replacing;
use super::workshop::Workshop;
use crate::app::import::{Acceptance, ImportWish, import};
use crate::app::import_options::Reading;
use crate::domain::text::Language;
use crate::report::imported::ImportEnding;
use crate::report::view_import::import_json;
use crate::store::change::Change;
use crate::store::dossiers::DossierRow;
use crate::store::error::StoreError;
use crate::store::items::Item;
use crate::store::jobs::{JobFile, JobRow};
use crate::store::revise::ItemChange;
use crate::wire::fault::read;
use crate::wire::import_request::{ImportAcceptance, ImportRequest};

/// The kind of jobs that import.
pub const IMPORT: &str = "import";

/// The name of the file of a job that holds a mapping, which no file of a table has.
pub const MAPPING: &str = "mapping.toml";

/// A file that was sent.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// As its sender calls it.
    pub name: String,
    pub content: Vec<u8>,
}

impl SentFile {
    fn kept(self) -> JobFile {
        JobFile { name: plain_name(&self.name), content: self.content }
    }
}

/// What an import told, and what it would change.
#[derive(Clone, Debug)]
pub struct ImportDone {
    pub bytes: Vec<u8>,
    /// Nothing unless it was accepted.
    pub changes: Vec<ItemChange>,
}

/// What an import is written onto.
#[derive(Clone, Debug)]
pub enum Onto {
    /// The revision that a preview was looked at with.
    Seen(i64),
    /// Whatever the sender means; a preview needs to mean nothing.
    Meant(Condition),
}

impl Workshop {
    /// Queues an import of files into a dossier; the name of its job. What is more than a preview is written onto the
    /// dossier that the condition means, or that was `seen` with a preview.
    pub async fn ask_import(
        &self,
        caller: &Caller,
        (dossier, onto): (&str, &Onto),
        request: &str,
        files: Vec<SentFile>,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Asked, Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let asked: ImportRequest =
            read(if request.is_empty() { "{}" } else { request }).map_err(Refusal::Invalid)?;
        let is_preview = asked.acceptance == ImportAcceptance::Preview;
        if files.iter().all(|file| file.name == MAPPING) {
            return Err(Refusal::invalid(
                "/file",
                "file_missing",
                "Send at least one part `file`.",
                "Envoyez au moins une partie `file`.",
            ));
        }
        let action = if is_preview { "import_asked" } else { "import_accepted" };
        let order = |row: &DossierRow| {
            match onto {
                Onto::Seen(seen) if *seen != row.revision => {
                    return Err(Refusal::Changed(Some(dossier_tag(row))));
                }
                Onto::Meant(condition) if !(is_preview && *condition == Condition::default()) => {
                    condition.check_write(Some(&dossier_tag(row)))?;
                }
                Onto::Seen(_) | Onto::Meant(_) => {}
            }
            Ok(Order {
                action,
                kind: IMPORT.to_string(),
                revision: row.revision,
                request: request.to_string(),
                webhook: None,
                files: files.into_iter().map(SentFile::kept).collect(),
                is_anew: true,
            })
        };
        self.order(caller, dossier, receipt, order).await
    }

    /// The job of an import into a dossier, with its result.
    pub async fn import_job(&self, caller: &Caller, dossier: &str, id: &str) -> Result<JobRow, Refusal> {
        let unknown = || Refusal::Unknown { what: "import", name: id.to_string() };
        let job = self.job_and_result(caller, id).await.map_err(|_| unknown())?;
        if job.dossier == dossier && job.kind == IMPORT { Ok(job) } else { Err(unknown()) }
    }

    /// A text that an import left: `refused_rows` as CSV, `mapping` as TOML.
    pub async fn import_part(
        &self,
        caller: &Caller,
        dossier: &str,
        id: &str,
        name: &str,
    ) -> Result<String, Refusal> {
        let job = not_gone(self.import_job(caller, dossier, id).await?)?;
        let text = result_json(&job)[name].as_str().map(str::to_string);
        text.ok_or_else(|| Refusal::Unknown { what: "file", name: name.to_string() })
    }

    /// Queues the same import again, to be accepted, if nobody changed the dossier since it was looked at.
    pub async fn accept_import(
        &self,
        caller: &Caller,
        job: JobRow,
        acceptance: ImportAcceptance,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Asked, Refusal> {
        let job = not_gone(job)?;
        let mut request: ImportRequest = read(&job.request).map_err(Refusal::Invalid)?;
        request.acceptance = acceptance;
        let request = serde_json::to_string(&request).expect("a request can be written");
        let files = self.archive.store.job_files(&job.id).await?;
        let files =
            files.into_iter().map(|file| SentFile { name: file.name, content: file.content }).collect();
        self.ask_import(caller, (&job.dossier, &Onto::Seen(job.revision)), &request, files, receipt).await
    }
}

/// Reads the files of a job and judges them in a dossier; `now` are its items.
pub fn imported(
    job: &JobRow,
    files: &[JobFile],
    snapshot: &Snapshot,
    now: &[Item],
) -> Result<ImportDone, Refusal> {
    let request: ImportRequest = read(&job.request).map_err(Refusal::Invalid)?;
    let folder = Folder::new().map_err(StoreError::from)?;
    let into = folder.0.join("dossier.json");
    fs::write(&into, snapshot.bundle().to_string()).map_err(StoreError::from)?;
    let wish = wish(&request, &folder.0, &into, files).map_err(StoreError::from)?;
    let mut told = import(&wish)?;
    told.dossier = snapshot.dossier.clone();
    told.written = Vec::new();
    let document: Value =
        serde_json::from_str(&import_json(&told.result(), told.language)).unwrap_or_default();
    let text =
        |bytes: &Option<Vec<u8>>| bytes.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let bytes = json!({
        "result": document,
        "refused_rows": text(&told.refused_rows),
        "mapping": text(&told.mapping),
    });
    let changes = match told.ending {
        ImportEnding::Accepted => {
            let written = fs::read(&into).map_err(StoreError::from)?;
            let bundle: Value = serde_json::from_slice(&written).unwrap_or_default();
            let mut faults = Vec::new();
            let changes = replacing(now, &taken_apart(&bundle, &mut faults), &mut faults);
            if !faults.is_empty() {
                return Err(Refusal::Invalid(faults));
            }
            changes
        }
        _ => Vec::new(),
    };
    Ok(ImportDone { bytes: bytes.to_string().into_bytes(), changes })
}

/// Writes what an import changes, in the transaction that ends its job, if nobody changed the dossier meanwhile.
pub async fn write(change: &mut Change, job: &JobRow, changes: &[ItemChange]) -> Result<bool, StoreError> {
    let row = change.dossier(&job.dossier).await?;
    if row.is_none_or(|row| row.is_deleted || row.revision != job.revision) {
        return Ok(false);
    }
    let caller = Caller { name: job.actor.clone(), roles: Default::default(), request: job.id.clone() };
    let stamp = stamp(&caller, "files_imported", &format!("job {}", job.id), &clock::now());
    change.revise(&job.dossier, &stamp, changes).await?;
    Ok(true)
}

fn wish(
    request: &ImportRequest,
    folder: &Path,
    into: &Path,
    files: &[JobFile],
) -> Result<ImportWish, std::io::Error> {
    let mut wish = ImportWish {
        into: into.to_path_buf(),
        acceptance: match request.acceptance {
            ImportAcceptance::Preview => Acceptance::Preview,
            ImportAcceptance::ValidRows => Acceptance::ValidRows,
            ImportAcceptance::AllOrNothing => Acceptance::AllOrNothing,
        },
        drops_gone: request.replace,
        table: request.table.clone(),
        shape: request.shape.clone(),
        reading: Reading {
            encoding: request.encoding.clone(),
            delimiter: request.delimiter.clone(),
            decimal: request.decimal.clone(),
            dates: request.dates.clone(),
            sheet: request.sheet.clone(),
            heading_row: request.heading_row,
        },
        language: request.language.as_deref().and_then(Language::of_tag),
        ..ImportWish::default()
    };
    for (number, file) in files.iter().enumerate() {
        // Each in a folder of its own, so that two files may have one name.
        let place = folder.join(number.to_string());
        fs::create_dir(&place)?;
        let path = place.join(plain_name(&file.name));
        fs::write(&path, &file.content)?;
        match file.name == MAPPING {
            true => wish.mapping = Some(path),
            false => wish.files.push(path),
        }
    }
    Ok(wish)
}

/// The last step of a name, whatever its sender's system puts between steps.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control()).take(200).collect();
    if plain.trim_matches(['.', ' ']).is_empty() { "file.csv".to_string() } else { plain }
}

/// A folder that is gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder, std::io::Error> {
        let path = std::env::temp_dir().join(format!("cxfolio-{}", clock::name()));
        fs::create_dir(&path)?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_its_folder() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\gains.csv"), "gains.csv");
        assert_eq!(plain_name(".."), "file.csv");
    }
}
