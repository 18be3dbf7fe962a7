//! `Snapshot`: one revision of a kept dossier, as items and as a dossier that can be opened.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};

use super::condition::tag;
use super::refusal::Refusal;
use crate::app::origin::ReadDossier;
use crate::domain::decision_model::DecisionModel;
use crate::ingest::folder::{Reading, interpret};
use crate::ingest::items::{TableItems, stored};
use crate::optimize::optima::KnownOptima;
use crate::store::error::StoreError;
use crate::store::items::Item;
use crate::wire::item::row_json;
use crate::wire::table::TableSchema;
use crate::wire::tables;

/// The collection that holds the settings, one item without a key.
pub const SETTINGS: &str = "workspace";

/// One item with what tells its versions apart.
#[derive(Clone, Debug)]
pub struct KeptItem {
    pub key: String,
    /// The revision that last changed it.
    pub revision: i64,
    pub fields: Map<String, Value>,
}

/// One revision of a dossier.
#[derive(Debug)]
pub struct Snapshot {
    pub dossier: String,
    pub revision: i64,
    /// Of everything that led to the revision.
    pub digest: String,
    pub settings: Option<Value>,
    /// By table, in their order.
    pub tables: BTreeMap<&'static str, Vec<KeptItem>>,
    /// The dossier in it, read when it is first asked for.
    reading: OnceLock<Reading>,
    /// What was found of it by one run and holds for others.
    optima: KnownOptima,
}

impl Snapshot {
    /// The snapshot of these items, in the order of their positions.
    pub fn new(
        dossier: &str,
        (revision, digest): (i64, &str),
        mut items: Vec<Item>,
    ) -> Result<Snapshot, Refusal> {
        items.sort_by(|a, b| (a.position, &a.key).cmp(&(b.position, &b.key)));
        let mut tables: BTreeMap<&'static str, Vec<KeptItem>> = BTreeMap::new();
        let mut settings = None;
        for item in items {
            let body: Value = serde_json::from_str(&item.body).map_err(damaged)?;
            match (tables::named(&item.collection), body) {
                (Some(schema), Value::Object(fields)) => tables
                    .entry(schema.name)
                    .or_default()
                    .push(KeptItem { key: item.key, revision: item.revision, fields }),
                (_, body) => settings = Some(body),
            }
        }
        let (dossier, digest) = (dossier.to_string(), digest.to_string());
        Ok(Snapshot {
            dossier,
            revision,
            digest,
            settings,
            tables,
            reading: OnceLock::new(),
            optima: KnownOptima::default(),
        })
    }

    /// The tag of the dossier at this revision.
    pub fn tag(&self) -> String {
        tag(self.revision, &self.digest)
    }

    /// The items of a table.
    pub fn items(&self, schema: &TableSchema) -> &[KeptItem] {
        self.tables.get(schema.name).map(Vec::as_slice).unwrap_or_default()
    }

    /// One of the settings as text.
    pub fn setting(&self, name: &str) -> &str {
        self.settings.as_ref().and_then(|settings| settings.get(name)?.as_str()).unwrap_or_default()
    }

    /// The whole dossier in the form of a bundle.
    pub fn bundle(&self) -> Value {
        let mut bundle = Map::new();
        if let Some(settings) = &self.settings {
            bundle.insert(SETTINGS.to_string(), settings.clone());
        }
        for schema in tables::ALL {
            let rows = self.items(schema);
            if !rows.is_empty() {
                let rows = rows.iter().map(|item| Value::Object(row_json(schema, &item.fields)));
                bundle.insert(schema.name.to_string(), rows.collect());
            }
        }
        Value::Object(bundle)
    }

    /// The dossier, ready to be opened with these decision models.
    pub fn read(&self, models: BTreeMap<String, DecisionModel>) -> Arc<ReadDossier> {
        let reading = self.reading.get_or_init(|| {
            let tables: Vec<TableItems> = self
                .tables
                .iter()
                .filter_map(|(name, items)| {
                    let items = items.iter().map(|item| item.fields.clone()).collect();
                    Some(TableItems { schema: tables::named(name)?, items })
                })
                .collect();
            let mut findings = Vec::new();
            let stored = stored(self.settings.clone(), &tables, &mut findings);
            interpret(stored, findings)
        });
        let (reading, optima) = (reading.clone(), self.optima.clone());
        Arc::new(ReadDossier { reading, decision_models: models, optima })
    }
}

/// An item that the store gives back as something else than was kept.
pub fn damaged(fault: serde_json::Error) -> Refusal {
    Refusal::Store(StoreError::broken(format!("an item is no JSON ({fault})")))
}
