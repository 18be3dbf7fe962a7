//! A page of a table: filtered, sorted, and cut at a cursor that stays true while the dossier changes.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::archive::Archive;
use super::caller::Caller;
use super::items::table;
use super::refusal::Refusal;
use super::snapshot::KeptItem;
use crate::wire::decimal::decimal;
use crate::wire::fault::RequestFault;

use crate::wire::item::{EXTERNAL_ID, KEY, column_of, item_json};
use crate::wire::table::TableSchema;

/// Which items are wanted, and how many.
#[derive(Clone, Debug, Default)]
pub struct PageWish {
    /// 1 to 1000.
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// A field, with `-` before it for the largest first.
    pub sort: Option<String>,
    /// Fields with the text that they must be.
    pub filters: Vec<(String, String)>,
}

/// Items of a page when nobody says how many.
const LIMIT: u32 = 100;
/// Most items of a page.
pub const LIMIT_MAX: u32 = 1000;

impl Archive {
    /// A page of a table, and the tag of the dossier at the revision that all its pages are of.
    pub async fn page(
        &self,
        caller: &Caller,
        dossier: &str,
        collection: &str,
        wish: &PageWish,
    ) -> Result<(Value, String), Refusal> {
        let schema = table(collection)?;
        check(schema, wish)?;
        let asked = asked(wish);
        let cursor = wish.cursor.as_deref().map(|text| cursor_of(text, &asked)).transpose()?;
        let (revision, offset) = cursor.map_or((None, 0), |(revision, offset)| (Some(revision), offset));
        let snapshot = self.at(caller, dossier, revision).await?;
        let mut items: Vec<&KeptItem> =
            snapshot.items(schema).iter().filter(|item| is_wanted(item, &wish.filters)).collect();
        if let Some(sort) = &wish.sort {
            let (field, is_descending) = direction(sort);
            items.sort_by(|a, b| {
                let order = compared(&cell(a, field), &cell(b, field));
                if is_descending { order.reverse() } else { order }
            });
        }
        let limit = wish.limit.unwrap_or(LIMIT) as usize;
        let total = items.len();
        let currency = snapshot.setting("currency");
        let told: Vec<Value> = items
            .iter()
            .skip(offset)
            .take(limit)
            .map(|item| item_json(schema, &item.key, currency, &item.fields))
            .collect();
        let end = offset.saturating_add(limit);
        let next = (end < total).then(|| format!("{}.{end}.{asked}", snapshot.revision));
        let page = json!({"items": told, "next": next, "total": total, "revision": snapshot.revision});
        Ok((page, snapshot.tag()))
    }
}

/// Whether a field may be filtered and sorted by.
pub fn is_field(schema: &TableSchema, name: &str) -> bool {
    [KEY, EXTERNAL_ID].contains(&name) || column_of(schema, name).is_some()
}

fn check(schema: &TableSchema, wish: &PageWish) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if wish.limit.is_some_and(|limit| !(1..=LIMIT_MAX).contains(&limit)) {
        let (en, fr) = ("`limit` is 1 to 1000.", "`limit` va de 1 à 1000.");
        faults.push(RequestFault::at("/limit", "number_out_of_range", en, fr));
    }
    let sort = wish.sort.iter().map(|sort| ("/sort", direction(sort).0));
    let filters = wish.filters.iter().map(|(name, _)| ("", name.as_str()));
    for (pointer, name) in sort.chain(filters).filter(|(_, name)| !is_field(schema, name)) {
        let en = format!("`{name}` is no field of this table.");
        let fr = format!("«\u{a0}{name}\u{a0}» n’est pas un champ de cette table.");
        let pointer = if pointer.is_empty() { format!("/{name}") } else { pointer.to_string() };
        faults.push(RequestFault::at(&pointer, "field_unknown", &en, &fr));
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Malformed(faults)) }
}

fn direction(sort: &str) -> (&str, bool) {
    sort.strip_prefix('-').map_or((sort, false), |field| (field, true))
}

fn cell(item: &KeptItem, field: &str) -> String {
    match field {
        KEY => item.key.clone(),
        _ => item.fields.get(field).and_then(Value::as_str).unwrap_or_default().to_string(),
    }
}

fn is_wanted(item: &KeptItem, filters: &[(String, String)]) -> bool {
    filters.iter().all(|(field, wanted)| {
        let cell = cell(item, field);
        cell == *wanted || number(&cell).is_some_and(|cell| number(wanted) == Some(cell))
    })
}

/// Numbers by size before texts by letters; blank cells last.
fn compared(a: &str, b: &str) -> Ordering {
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => (a.is_empty(), a).cmp(&(b.is_empty(), b)),
    }
}

fn number(text: &str) -> Option<Decimal> {
    decimal(text).ok()
}

/// What a cursor is of: the same filters and the same order.
fn asked(wish: &PageWish) -> String {
    let digest = Sha256::digest(format!("{:?}{:?}", wish.sort, wish.filters));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn cursor_of(text: &str, asked: &str) -> Result<(i64, usize), Refusal> {
    let parts: Vec<&str> = text.split('.').collect();
    let read = || match parts.as_slice() {
        [revision, offset, of] if *of == asked => Some((revision.parse().ok()?, offset.parse().ok()?)),
        _ => None,
    };
    read().ok_or_else(cursor_invalid)
}

/// A cursor that no page gave.
pub fn cursor_invalid() -> Refusal {
    Refusal::invalid(
        "/cursor",
        "cursor_invalid",
        "A cursor is the `next` of a page with the same filters and order.",
        "Un curseur est le `next` d’une page de mêmes filtres et de même ordre.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_by_size_and_blanks_last() {
        let mut cells = ["10", "", "9", "b", "1.5", "a"];
        cells.sort_by(|a, b| compared(a, b));
        assert_eq!(cells, ["1.5", "9", "10", "a", "b", ""]);
    }

    #[test]
    fn a_cursor_belongs_to_its_question() {
        let wish = PageWish { sort: Some("-customers".into()), ..PageWish::default() };
        let text = format!("4.100.{}", asked(&wish));
        assert_eq!(cursor_of(&text, &asked(&wish)).ok(), Some((4, 100)));
        assert!(cursor_of(&text, &asked(&PageWish::default())).is_err());
        assert!(cursor_of("4.100", "").is_err());
    }
}
