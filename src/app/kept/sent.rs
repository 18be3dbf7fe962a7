//! A dossier, or a part of one, as it is sent: checked row by row against the tables, every fault with its pointer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::snapshot::{KeptItem, SETTINGS};
use crate::ingest::nearest::nearest;
use crate::store::revise::ItemChange;
use crate::wire::fault::RequestFault;
use crate::wire::item::{EXTERNAL_ID, KEY, fields_of_key, key_of, merge, merge_patch};
use crate::wire::item_cell::Manner;
use crate::wire::pointer::step;
use crate::wire::settings::faults_of;
use crate::wire::table::TableSchema;
use crate::wire::tables;

/// The other name of the settings that files may use.
pub const SETTINGS_TOO: &str = "settings";

/// Tables with their rows, as sent.
#[derive(Debug, Default)]
pub struct Sent<'a> {
    pub settings: Option<&'a Value>,
    pub tables: Vec<(&'static TableSchema, &'a [Value])>,
}

/// What became of a row that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Changed,
    Unchanged,
}

impl Outcome {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Created => "created",
            Outcome::Changed => "changed",
            Outcome::Unchanged => "unchanged",
        }
    }
}

/// A row that was sent, where it went.
#[derive(Clone, Debug)]
pub struct Placed {
    pub schema: &'static TableSchema,
    pub key: String,
    pub external_id: Option<String>,
    pub outcome: Outcome,
}

/// Takes a bundle apart; what is no table is a fault.
pub fn taken_apart<'a>(bundle: &'a Value, faults: &mut Vec<RequestFault>) -> Sent<'a> {
    let mut sent = Sent::default();
    let Some(fields) = bundle.as_object() else {
        faults.push(RequestFault::at(
            "",
            "type_invalid",
            "Expected: an object with the tables.",
            "Attendu\u{a0}: un objet avec les tables.",
        ));
        return sent;
    };
    for (name, rows) in fields {
        let at = step("", name);
        match (name.as_str(), tables::named(name), rows) {
            (SETTINGS | SETTINGS_TOO, _, _) => {
                faults.extend(faults_of(rows, &at));
                sent.settings = Some(rows);
            }
            (tables::DERIVED, _, _) => {}
            (_, Some(schema), Value::Array(rows)) => sent.tables.push((schema, rows)),
            (_, Some(_), _) => {
                faults.push(RequestFault::at(
                    &at,
                    "type_invalid",
                    "Expected: a list.",
                    "Attendu\u{a0}: une liste.",
                ));
            }
            (_, None, _) => {
                let meant = nearest(name, tables::ALL.iter().map(|schema| schema.name));
                let meant = meant.map(|meant| format!(" ({meant}?)")).unwrap_or_default();
                let en = format!("There is no table `{name}`{meant}.");
                let fr = format!("Il n’y a pas de table «\u{a0}{name}\u{a0}»{meant}.");
                faults.push(RequestFault::at(&at, "table_unknown", &en, &fr));
            }
        }
    }
    sent
}

/// A dossier being written: its items, and what changes.
#[derive(Debug)]
pub struct Draft {
    pub currency: String,
    manner: Manner,
    settings: Option<Value>,
    items: BTreeMap<&'static str, Rows>,
    changes: Vec<ItemChange>,
    pub placed: Vec<Placed>,
}

/// The items of one table, found by key and by the key of another tool.
#[derive(Debug, Default)]
struct Rows {
    by_key: BTreeMap<String, Map<String, Value>>,
    by_external_id: BTreeMap<String, String>,
    /// Largest number used as a key, in tables whose rows have none.
    last: u64,
}

impl Draft {
    /// The dossier as it stands, before anything is changed.
    pub fn new(
        settings: Option<Value>,
        tables: BTreeMap<&'static str, Vec<KeptItem>>,
        manner: Manner,
    ) -> Draft {
        let items = tables.into_iter().map(|(name, items)| {
            let mut rows = Rows::default();
            items.into_iter().for_each(|item| rows.put(item.key, item.fields));
            (name, rows)
        });
        let mut draft = Draft {
            currency: String::new(),
            manner,
            settings,
            items: items.collect(),
            changes: Vec::new(),
            placed: Vec::new(),
        };
        draft.settle_currency();
        draft
    }

    fn settle_currency(&mut self) {
        let stated = self.settings.as_ref().and_then(|settings| settings.get("currency")?.as_str());
        self.currency = stated.unwrap_or_default().to_string();
    }

    /// Merges settings into those of the dossier, or takes them as they are.
    pub fn settle(&mut self, sent: &Value, is_whole: bool) {
        let before = self.settings.clone();
        let after = if is_whole {
            sent.clone()
        } else {
            let mut merged = before.clone().unwrap_or_default();
            merge_patch(&mut merged, sent);
            merged
        };
        if before.as_ref() != Some(&after) {
            self.changes.push(ItemChange {
                collection: SETTINGS.to_string(),
                key: String::new(),
                position: None,
                body: Some(after.to_string()),
            });
        }
        self.settings = Some(after);
        self.settle_currency();
    }

    /// Puts rows into a table: those that are there, by their key or the key of another tool, are merged with what is sent,
    /// the others are new.
    pub fn upsert(
        &mut self,
        schema: &'static TableSchema,
        sent: &[Value],
        pointer: &str,
        faults: &mut Vec<RequestFault>,
    ) {
        let mut seen = BTreeSet::new();
        for (at, row) in sent.iter().enumerate() {
            let at = step(pointer, &at.to_string());
            if let Some(id) = row.get(EXTERNAL_ID).and_then(Value::as_str)
                && !seen.insert(id.trim())
            {
                let (en, fr) = ("This external_id is there twice.", "Cet external_id figure deux fois.");
                faults.push(RequestFault::at(&step(&at, EXTERNAL_ID), "row_repeated", en, fr));
                continue;
            }
            self.upsert_one(schema, row, &at, faults);
        }
    }

    /// Puts one row into a table.
    pub fn upsert_one(
        &mut self,
        schema: &'static TableSchema,
        row: &Value,
        at: &str,
        faults: &mut Vec<RequestFault>,
    ) {
        let found = self.found(schema, row, at, faults);
        let rows = self.items.entry(schema.name).or_default();
        let mut base = found.as_ref().and_then(|key| rows.by_key.get(key).cloned());
        let begun = || fields_of_key(schema, found.as_deref()?);
        let begun = base.clone().or_else(begun).unwrap_or_default();
        let before = faults.len();
        let fields = merge(schema, (&self.currency, self.manner), begun, row, at, faults);
        let (mut fields, is_named) = named_by_external_id(schema, fields);
        let key = match key_of(schema, &fields, at, faults) {
            Some(key) => key,
            None => found.clone().unwrap_or_else(|| rows.next()),
        };
        if found.as_ref().is_some_and(|found| *found != key) {
            faults.push(key_differs(at, found.as_deref().unwrap_or_default(), &key));
        }
        if faults.len() != before {
            return;
        }
        // That another tool calls its row as ours is called makes them no one row.
        if found.is_none() && is_named && rows.by_key.contains_key(&key) && base.is_none() {
            let en = format!(
                "There is already a row `{key}`; send `key` to merge with it, or key fields of its own."
            );
            let fr = format!(
                "Il y a déjà une ligne « {key} » ; envoyez `key` pour la fusionner, ou des champs de clé à elle."
            );
            faults.push(RequestFault::at(&step(at, EXTERNAL_ID), "key_taken", en, fr));
            return;
        }
        // A row may be there although neither its key nor another tool's was sent, only its key fields.
        if let (None, Some(known)) = (&base, rows.by_key.get(&key)) {
            fields = merge(schema, (&self.currency, self.manner), known.clone(), row, at, faults);
            base = Some(known.clone());
        }
        self.place(schema, key, base, fields, at, faults);
    }

    /// The key of the row that is meant, told by `key` or by the key of another tool.
    fn found(
        &self,
        schema: &TableSchema,
        row: &Value,
        at: &str,
        faults: &mut Vec<RequestFault>,
    ) -> Option<String> {
        let rows = self.items.get(schema.name);
        let external = row.get(EXTERNAL_ID).and_then(Value::as_str).map(str::trim);
        let known = external.and_then(|id| rows?.by_external_id.get(id).cloned());
        let stated = match row.get(KEY) {
            None | Some(Value::Null) => return known,
            Some(Value::String(key)) => Some(key.clone()),
            Some(_) => {
                faults.push(RequestFault::at(
                    &step(at, KEY),
                    "type_invalid",
                    "Expected: a text.",
                    "Attendu\u{a0}: un texte.",
                ));
                None
            }
        };
        if let (Some(known), Some(stated)) = (&known, &stated)
            && known != stated
        {
            faults.push(key_differs(at, known, stated));
        }
        stated.or(known)
    }

    fn place(
        &mut self,
        schema: &'static TableSchema,
        key: String,
        base: Option<Map<String, Value>>,
        fields: Map<String, Value>,
        at: &str,
        faults: &mut Vec<RequestFault>,
    ) {
        let external_id = fields.get(EXTERNAL_ID).and_then(Value::as_str).map(str::to_string);
        let rows = self.items.entry(schema.name).or_default();
        if let Some(other) = external_id.as_ref().and_then(|id| rows.by_external_id.get(id))
            && *other != key
        {
            let en = format!("This external_id belongs to `{other}`.");
            let fr = format!("Cet external_id appartient à «\u{a0}{other}\u{a0}».");
            faults.push(RequestFault::at(&step(at, EXTERNAL_ID), "external_id_taken", &en, &fr));
            return;
        }
        let outcome = match &base {
            None => Outcome::Created,
            Some(base) if *base == fields => Outcome::Unchanged,
            Some(_) => Outcome::Changed,
        };
        if outcome != Outcome::Unchanged {
            self.changes.push(ItemChange {
                collection: schema.name.to_string(),
                key: key.clone(),
                position: None,
                body: Some(Value::Object(fields.clone()).to_string()),
            });
            rows.put(key.clone(), fields);
        }
        self.placed.push(Placed { schema, key, external_id, outcome });
    }

    /// What changes, in the order of the rows; of two changes of one item the later counts.
    pub fn changes(self) -> Vec<ItemChange> {
        self.changes
    }
}

impl Rows {
    fn put(&mut self, key: String, fields: Map<String, Value>) {
        let external =
            |fields: &Map<String, Value>| fields.get(EXTERNAL_ID).and_then(Value::as_str).map(str::to_string);
        if let Some(id) = self.by_key.get(&key).and_then(external) {
            self.by_external_id.remove(&id);
        }
        if let Some(id) = external(&fields) {
            self.by_external_id.insert(id, key.clone());
        }
        self.last = self.last.max(key.parse().unwrap_or_default());
        self.by_key.insert(key, fields);
    }

    fn next(&mut self) -> String {
        self.last += 1;
        self.last.to_string()
    }
}

/// A row without an identifier is called by the key of the other tool; whether it was.
fn named_by_external_id(schema: &TableSchema, mut fields: Map<String, Value>) -> (Map<String, Value>, bool) {
    let mut keys = schema.columns.iter().filter(|column| column.is_key);
    if let (Some(column), None) = (keys.next(), keys.next())
        && !fields.contains_key(column.name)
        && let Some(id) = fields.get(EXTERNAL_ID).cloned()
    {
        fields.insert(column.name.to_string(), id);
        return (fields, true);
    }
    (fields, false)
}

fn key_differs(at: &str, known: &str, stated: &str) -> RequestFault {
    let en = format!("The row is `{known}`, but its fields make it `{stated}`; a row keeps its key.");
    let fr = format!(
        "La ligne est «\u{a0}{known}\u{a0}», mais ses champs en font «\u{a0}{stated}\u{a0}»\u{a0}; une ligne garde sa clé."
    );
    RequestFault::at(at, "key_differs", &en, &fr)
}
