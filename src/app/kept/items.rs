//! Single items of a dossier: read, put, patched and removed.

use serde_json::{Map, Value};

use super::address::item_at;
use super::answer::Answer;
use super::archive::{Archive, stamp};
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, version_tag};
use super::refusal::Refusal;
use super::snapshot::{SETTINGS, damaged};
use crate::store::change::Change;
use crate::store::items::Item;
use crate::store::revise::ItemChange;
use crate::wire::item::{EXTERNAL_ID, fields_of_key, holds_amounts, item_json, key_of, merge, merge_patch};
use crate::wire::item_cell::Manner;
use crate::wire::settings::{faults_of, misread};
use crate::wire::table::TableSchema;
use crate::wire::tables;

/// How an item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// All of it.
    Put,
    /// Only what is sent; `null` takes away (RFC 7396).
    Patch,
}

/// The table of this name.
pub fn table(name: &str) -> Result<&'static TableSchema, Refusal> {
    tables::named(name).ok_or_else(|| Refusal::Unknown { what: "collection", name: name.to_string() })
}

impl Archive {
    /// An item as it is told, with its tag.
    pub async fn item(
        &self,
        caller: &Caller,
        dossier: &str,
        collection: &str,
        key: &str,
    ) -> Result<(Value, String), Refusal> {
        caller.needs(Role::Viewer, dossier)?;
        let schema = table(collection)?;
        let found = match holds_amounts(schema) {
            true => self.store.item_beside(dossier, schema.name, key, SETTINGS).await?,
            false => self.store.item(dossier, schema.name, key).await?.map(|item| (item, None)),
        };
        let Some((item, settings)) = found else {
            self.row(caller, dossier, Role::Viewer).await?;
            return Err(item_unknown(key));
        };
        let currency = currency_of(settings.as_deref());
        Ok((item_json(schema, key, &currency, &fields_of(&item)?), item_tag(schema, &item, &currency)))
    }

    /// The settings, with their tag.
    pub async fn settings(&self, caller: &Caller, dossier: &str) -> Result<(Value, String), Refusal> {
        self.row(caller, dossier, Role::Viewer).await?;
        let item = self.store.item(dossier, SETTINGS, "").await?.ok_or_else(|| item_unknown(SETTINGS))?;
        Ok((Value::Object(fields_of(&item)?), version_tag(item.revision, &[&item.body])))
    }

    /// Writes an item, which a PUT may make.
    pub async fn write_item(
        &self,
        caller: &Caller,
        (dossier, collection, key): (&str, &str, &str),
        writing: Writing,
        condition: &Condition,
        sent: &Value,
    ) -> Result<Answer, Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let schema = table(collection)?;
        let mut change = self.begun(dossier).await?;
        let known = change.item(dossier, schema.name, key).await?;
        if known.is_none() && writing == Writing::Patch {
            return Err(item_unknown(key));
        }
        let settings = change.item(dossier, SETTINGS, "").await?;
        let currency = currency_of(settings.as_ref().map(|item| item.body.as_str()));
        let tag = |item: &Item| item_tag(schema, item, &currency);
        condition.check_write(known.as_ref().map(tag).as_deref())?;
        let mut faults = Vec::new();
        let base = match (&known, writing) {
            (Some(item), Writing::Patch) => fields_of(item)?,
            // What stands in the address is judged as what stands in the body.
            _ => {
                let stated = Value::Object(fields_of_key(schema, key).unwrap_or_default());
                merge(schema, (&currency, Manner::AsInFiles), Map::new(), &stated, "", &mut faults)
            }
        };
        let fields = merge(schema, (&currency, Manner::Exact), base, sent, "", &mut faults);
        let own = key_of(schema, &fields, "", &mut faults);
        if faults.is_empty() && own.is_some_and(|own| own != key) {
            return Err(Refusal::invalid(
                "",
                "key_differs",
                "The key fields do not say what the address says; a row keeps its key.",
                "Les champs de la clé ne disent pas ce que dit l’adresse\u{a0}; une ligne garde sa clé.",
            ));
        }
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        check_external_id(&mut change, dossier, schema, key, &fields).await?;
        let body = Value::Object(fields.clone()).to_string();
        let status = if known.is_some() { 200 } else { 201 };
        let told = item_json(schema, key, &currency, &fields);
        if let Some(item) = known.filter(|item| item.body == body) {
            return Ok(Answer::json(status, &told).tagged(tag(&item)));
        }
        let action = if status == 201 { "item_created" } else { "item_changed" };
        let told = Answer::json(status, &told);
        let revision = revised(change, caller, dossier, action, (schema.name, key), Some(&body)).await?;
        let answer = told.tagged(written_tag(schema, (revision, &body), &currency));
        Ok(if status == 201 { answer.at(item_at(dossier, schema.name, key)) } else { answer })
    }

    /// Writes the settings.
    pub async fn write_settings(
        &self,
        caller: &Caller,
        dossier: &str,
        writing: Writing,
        condition: &Condition,
        sent: &Value,
    ) -> Result<Answer, Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let mut change = self.begun(dossier).await?;
        let known = change.item(dossier, SETTINGS, "").await?;
        let tag = |item: &Item| version_tag(item.revision, &[&item.body]);
        condition.check_write(known.as_ref().map(tag).as_deref())?;
        let mut faults = faults_of(sent, "");
        faults.extend(misread(sent, ""));
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let settings = match (&known, writing) {
            (Some(item), Writing::Patch) => {
                let mut settings = Value::Object(fields_of(item)?);
                merge_patch(&mut settings, sent);
                settings
            }
            _ => sent.clone(),
        };
        let body = settings.to_string();
        if let Some(item) = known.as_ref().filter(|item| item.body == body) {
            return Ok(Answer::json(200, &settings).tagged(tag(item)));
        }
        let status = if known.is_some() { 200 } else { 201 };
        let revision =
            revised(change, caller, dossier, "settings_changed", (SETTINGS, ""), Some(&body)).await?;
        Ok(Answer::json(status, &settings).tagged(version_tag(revision, &[&body])))
    }

    /// Removes an item.
    pub async fn remove_item(
        &self,
        caller: &Caller,
        (dossier, collection, key): (&str, &str, &str),
        condition: &Condition,
    ) -> Result<(), Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let schema = table(collection)?;
        let mut change = self.begun(dossier).await?;
        let item = change.item(dossier, schema.name, key).await?.ok_or_else(|| item_unknown(key))?;
        let settings = change.item(dossier, SETTINGS, "").await?;
        let currency = currency_of(settings.as_ref().map(|item| item.body.as_str()));
        condition.check_write(Some(&item_tag(schema, &item, &currency)))?;
        revised(change, caller, dossier, "item_removed", (schema.name, key), None).await?;
        Ok(())
    }

    /// A change of a dossier that is there.
    async fn begun(&self, dossier: &str) -> Result<Change, Refusal> {
        let mut change = self.store.change().await?;
        match change.dossier(dossier).await?.filter(|row| !row.is_deleted) {
            Some(_) => Ok(change),
            None => Err(Refusal::dossier_unknown(dossier)),
        }
    }
}

async fn revised(
    mut change: Change,
    caller: &Caller,
    dossier: &str,
    action: &str,
    (collection, key): (&str, &str),
    body: Option<&str>,
) -> Result<i64, Refusal> {
    let (collection, key, body) = (collection.to_string(), key.to_string(), body.map(str::to_string));
    let item = ItemChange { collection, key, position: None, body };
    let note = format!("{}/{}", item.collection, item.key);
    let revision = change.revise(dossier, &stamp(caller, action, &note, &clock::now()), &[item]).await?;
    change.commit().await?;
    Ok(revision)
}

/// The tag of an item: of everything that is told of it.
fn item_tag(schema: &TableSchema, item: &Item, currency: &str) -> String {
    written_tag(schema, (item.revision, &item.body), currency)
}

fn written_tag(schema: &TableSchema, (revision, body): (i64, &str), currency: &str) -> String {
    match holds_amounts(schema) {
        true => version_tag(revision, &[body, currency]),
        false => version_tag(revision, &[body]),
    }
}

/// Refuses the key of another tool that another row has.
async fn check_external_id(
    change: &mut Change,
    dossier: &str,
    schema: &TableSchema,
    key: &str,
    fields: &Map<String, Value>,
) -> Result<(), Refusal> {
    let Some(id) = fields.get(EXTERNAL_ID) else { return Ok(()) };
    for item in change.items(dossier).await? {
        if item.collection == schema.name && item.key != key && fields_of(&item)?.get(EXTERNAL_ID) == Some(id)
        {
            let other = &item.key;
            let en = format!("This external_id belongs to `{other}`.");
            let fr = format!("Cet external_id appartient à «\u{a0}{other}\u{a0}».");
            return Err(Refusal::invalid("/external_id", "external_id_taken", &en, &fr));
        }
    }
    Ok(())
}

/// The currency that settings state; blank when they state none.
fn currency_of(settings: Option<&str>) -> String {
    let settings: Option<Value> = settings.and_then(|text| serde_json::from_str(text).ok());
    settings.and_then(|settings| Some(settings.get("currency")?.as_str()?.to_string())).unwrap_or_default()
}

fn fields_of(item: &Item) -> Result<Map<String, Value>, Refusal> {
    serde_json::from_str(&item.body).map_err(damaged)
}

fn item_unknown(key: &str) -> Refusal {
    Refusal::Unknown { what: "item", name: key.to_string() }
}
