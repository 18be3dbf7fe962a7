//! A whole dossier as it is sent, against the one that is there: what has to change.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::sent::{Draft, Sent};
use crate::store::items::Item;
use crate::store::revise::ItemChange;
use crate::wire::fault::RequestFault;
use crate::wire::item_cell::Manner;
use crate::wire::pointer::step;

/// The changes that make the items `now` into what was sent, rows in the order in which they were sent.
pub fn replacing(now: &[Item], sent: &Sent, faults: &mut Vec<RequestFault>) -> Vec<ItemChange> {
    in_place(now, wanted(sent, faults))
}

/// The items of a whole dossier as it was sent, in the order in which they were sent, whatever is there now.
pub fn wanted(sent: &Sent, faults: &mut Vec<RequestFault>) -> Vec<ItemChange> {
    let mut draft = Draft::new(None, BTreeMap::new(), Manner::AsInFiles);
    if let Some(settings) = sent.settings {
        draft.settle(settings, true);
    }
    for (schema, rows) in &sent.tables {
        let pointer = step("", schema.name);
        let mut seen = BTreeSet::new();
        for (at, row) in rows.iter().enumerate() {
            let before = draft.placed.len();
            draft.upsert_one(schema, row, &step(&pointer, &at.to_string()), faults);
            for placed in &draft.placed[before..] {
                if !seen.insert(placed.key.clone()) {
                    let key = &placed.key;
                    let en = format!("The key `{key}` is there twice.");
                    let fr = format!("La clé «\u{a0}{key}\u{a0}» figure deux fois.");
                    faults.push(RequestFault::at(&step(&pointer, &at.to_string()), "key_repeated", &en, &fr));
                }
            }
        }
    }
    draft.changes()
}

/// What has to change in the items `now` for the wanted ones to be there: rows that stay as they are change nothing, those
/// that are not wanted go.
pub fn in_place(now: &[Item], wanted: Vec<ItemChange>) -> Vec<ItemChange> {
    let known: BTreeMap<(&str, &str), &Item> =
        now.iter().map(|item| ((item.collection.as_str(), item.key.as_str()), item)).collect();
    let mut positions: BTreeMap<String, i64> = BTreeMap::new();
    let mut kept = BTreeSet::new();
    let mut changes = Vec::new();
    for change in wanted {
        let position = positions.entry(change.collection.clone()).or_insert(0);
        *position += 1;
        let position = *position;
        let item = known.get(&(change.collection.as_str(), change.key.as_str()));
        let is_same = item.is_some_and(|item| {
            item.position == position && change.body.as_deref().is_some_and(|body| same(body, &item.body))
        });
        kept.insert((change.collection.clone(), change.key.clone()));
        if !is_same {
            changes.push(ItemChange { position: Some(position), ..change });
        }
    }
    let gone = now.iter().filter(|item| !kept.contains(&(item.collection.clone(), item.key.clone())));
    changes.extend(gone.map(|item| ItemChange {
        collection: item.collection.clone(),
        key: item.key.clone(),
        position: None,
        body: None,
    }));
    changes
}

/// Whether two texts are the same JSON, whatever the order of fields.
fn same(one: &str, other: &str) -> bool {
    let read = |text: &str| serde_json::from_str::<Map<String, Value>>(text).ok();
    one == other || read(one).is_some_and(|fields| Some(fields) == read(other))
}
