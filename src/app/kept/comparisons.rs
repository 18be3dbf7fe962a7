//! Two runs side by side: what entered, left and moved, and why, as far as requests, revisions and results tell.

use serde_json::{Map, Value};

use super::caller::Caller;
use super::jobs::not_gone;
use super::refusal::Refusal;
use super::workshop::Workshop;
use crate::app::compare::{ComparedRun, FieldChange, compare};
use crate::domain::text::Bilingual;
use crate::report::view_comparison::comparison_json;
use crate::store::history::ItemVersion;
use crate::store::jobs::{JobRow, JobState};
use crate::wire::run_request::RunRequest;

/// The kind of runs that can be compared.
const CHOOSE: &str = "choose";

impl Workshop {
    /// How the second of two choices differs from the first.
    pub async fn compared(
        &self,
        caller: &Caller,
        dossier: &str,
        (before, after): (&str, &str),
    ) -> Result<Vec<u8>, Refusal> {
        let (before, after) =
            (self.choice(caller, dossier, before).await?, self.choice(caller, dossier, after).await?);
        let changes = match before.revision == after.revision {
            true => Vec::new(),
            false => self.archive.store.changes_between(dossier, before.revision, after.revision).await?,
        };
        let changes: Vec<FieldChange> = changes.iter().flat_map(field_changes).collect();
        let request = |job: &JobRow| RunRequest::parse(&job.kind, &job.request).map_err(Refusal::Invalid);
        let (asked, told) = ((request(&before)?, request(&after)?), (text(&before), text(&after)));
        let comparison = compare(
            ComparedRun { request: &asked.0, document: &told.0 },
            ComparedRun { request: &asked.1, document: &told.1 },
            &changes,
        )?;
        Ok(comparison_json(&comparison).into_bytes())
    }

    async fn choice(&self, caller: &Caller, dossier: &str, run: &str) -> Result<JobRow, Refusal> {
        let unknown = || Refusal::Unknown { what: "run", name: run.to_string() };
        let job = self.job_and_result(caller, run).await.map_err(|_| unknown())?;
        if job.dossier != dossier {
            return Err(unknown());
        }
        let job = not_gone(job)?;
        if job.kind != CHOOSE || job.state == JobState::Failed || job.result.is_none() {
            return Err(Refusal::Conflict {
                code: "run_not_comparable",
                message: Bilingual {
                    en: format!("Only finished runs of the kind `choose` can be compared; `{run}` is none."),
                    fr: format!(
                        "On ne compare que des calculs `choose` terminés\u{a0}; «\u{a0}{run}\u{a0}» n’en est pas un."
                    ),
                },
            });
        }
        Ok(job)
    }
}

fn text(job: &JobRow) -> String {
    String::from_utf8_lossy(job.result.as_deref().unwrap_or_default()).into_owned()
}

/// The fields of an item that changed; one without a name where the whole item came or went.
fn field_changes(version: &ItemVersion) -> Vec<FieldChange> {
    let read =
        |text: &Option<String>| -> Option<Map<String, Value>> { serde_json::from_str(text.as_ref()?).ok() };
    let (before, after) = (read(&version.before), read(&version.after));
    let named = |fields: &Option<Map<String, Value>>| {
        fields.as_ref().and_then(|fields| fields.get("investment_id")?.as_str().map(str::to_string))
    };
    let investment = named(&after).or_else(|| named(&before));
    let change = |field: &str, before: Option<String>, after: Option<String>| FieldChange {
        collection: version.collection.clone(),
        key: version.key.clone(),
        field: field.to_string(),
        before,
        after,
        investment: investment.clone(),
    };
    let (Some(before), Some(after)) = (&before, &after) else {
        let told = |fields: &Option<Map<String, Value>>| fields.as_ref().map(|_| version.key.clone());
        return vec![change("", told(&before), told(&after))];
    };
    let told = |cell: Option<&Value>| {
        cell.map(|cell| cell.as_str().map_or_else(|| cell.to_string(), str::to_string))
    };
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    changed.map(|name| change(name, told(before.get(name)), told(after.get(name)))).collect()
}
