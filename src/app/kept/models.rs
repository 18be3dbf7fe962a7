//! Decision models: those built into the program, and those that were kept.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answer::Answer;
use super::archive::{Archive, stamp};
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, version_tag};
use super::listing::{Listing, page_json};
use super::refusal::Refusal;
use crate::domain::decision_model::DecisionModel;
use crate::domain::text::Bilingual;
use crate::ingest::shelf;
use crate::store::audit::AuditEntry;

impl Archive {
    /// The kept decision models, ready to be used: each version as `name@number`, the newest also by its name alone.
    pub async fn models(&self) -> Result<BTreeMap<String, DecisionModel>, Refusal> {
        let mut models = BTreeMap::new();
        for row in self.store.model_versions().await? {
            if let Ok(model) = shelf::model_of_text(&row.name, &row.body) {
                models.insert(format!("{}@{}", row.name, row.number), model.clone());
                models.insert(row.name, model);
            }
        }
        Ok(models)
    }

    /// The names of all decision models.
    pub async fn models_told(&self, listing: &Listing) -> Result<Value, Refusal> {
        let mut items: Vec<Value> =
            shelf::names().map(|name| json!({"name": name, "is_built_in": true, "number": null})).collect();
        for row in self.store.models().await? {
            items.push(json!({"name": row.name, "is_built_in": false, "number": row.number}));
        }
        let cut = listing.cut(items, |item| item["name"].as_str().unwrap_or_default());
        Ok(page_json(cut.entries, cut.next))
    }

    /// A decision model as it is written, with its tag.
    pub async fn model_told(&self, name: &str) -> Result<(Value, String), Refusal> {
        let unknown = || Refusal::Unknown { what: "decision model", name: name.to_string() };
        if let Some(text) = shelf::text_of(name) {
            return Ok((serde_json::from_str(text).map_err(|_| unknown())?, version_tag(0, &[text])));
        }
        let row = self.store.model(name).await?.ok_or_else(unknown)?;
        Ok((serde_json::from_str(&row.body).map_err(|_| unknown())?, version_tag(row.number, &[&row.body])))
    }

    /// Keeps a decision model, or a new version of one.
    pub async fn put_model(
        &self,
        caller: &Caller,
        name: &str,
        condition: &Condition,
        model: &Value,
    ) -> Result<Answer, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        if shelf::text_of(name).is_some() {
            return Err(Refusal::Conflict {
                code: "model_built_in",
                message: Bilingual {
                    en: "This name belongs to a model that is built in.".into(),
                    fr: "Ce nom est celui d’un modèle intégré.".into(),
                },
            });
        }
        let body = model.to_string();
        shelf::model_of_text(name, &body).map_err(|fault| {
            let told = fault.to_string();
            Refusal::invalid("", "model_invalid", &told, &told)
        })?;
        let mut change = self.store.change().await?;
        let known = self.store.model(name).await?;
        condition.check_write(known.map(|row| version_tag(row.number, &[&row.body])).as_deref())?;
        let stamp = stamp(caller, "model_kept", "", &clock::now());
        let number = change.add_model(name, &body, &stamp.at, &stamp.actor).await?;
        let version = |number: i64| (0 < number).then(|| json!({"version": number}).to_string());
        let (before, after) = (version(number - 1), version(number));
        let entry =
            AuditEntry { before: before.as_deref(), after: after.as_deref(), ..AuditEntry::of(&stamp, name) };
        change.note(&entry).await?;
        change.commit().await?;
        let status = if number == 1 { 201 } else { 200 };
        Ok(Answer::json(status, model).tagged(version_tag(number, &[&body])))
    }
}
