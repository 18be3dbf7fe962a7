//! The fingerprint of a dossier: the same for the same content, however the files are laid out.
//!
//! It covers what is read: known columns of known tables, and the settings. It does not depend on the order of
//! rows or columns, on line endings, on a byte-order mark, on outer blanks, on how a number is written (`1.50` or
//! `1.5`), nor on whether the tables come as CSV files or as one bundle.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::columns::Column;
use super::table::Record;
use crate::wire::decimal::decimal;

/// Between a heading and its cell, and after each cell; no key contains them, so keys sort as texts.
const ASSIGN: char = '\u{1}';
const END: char = '\u{0}';

/// Sorts the records by their content and digests them; nothing for a table without rows.
///
/// Blank cells leave no trace, so an absent optional column is the same as a blank one.
pub fn sort_and_digest(columns: &[Column], records: &mut Vec<Record>) -> Option<[u8; 32]> {
    if records.is_empty() {
        return None;
    }
    let mut keyed: Vec<(String, Record)> =
        std::mem::take(records).into_iter().map(|record| (content(columns, &record), record)).collect();
    keyed.sort_by(|(a, first), (b, second)| a.cmp(b).then_with(|| first.row.cmp(&second.row)));
    let mut hash = Sha256::new();
    for (content, record) in keyed {
        hash.update(content.as_bytes());
        hash.update(b"\n");
        records.push(record);
    }
    Some(hash.finalize().into())
}

/// The fingerprint of settings and tables, 64 hexadecimal digits.
pub fn of(settings: Option<&Value>, digests: &BTreeMap<&str, [u8; 32]>) -> String {
    let mut hash = Sha256::new();
    if let Some(settings) = settings {
        let mut text = String::new();
        canonical(settings, &mut text);
        hash.update(text.as_bytes());
    }
    for (name, digest) in digests {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(digest);
    }
    let digest: [u8; 32] = hash.finalize().into();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The content of a row as one text: key cells first, each followed by an end mark.
fn content(columns: &[Column], record: &Record) -> String {
    let mut text = String::with_capacity(16 * columns.len());
    for column in columns {
        let cell = record.cells.get(column.at).unwrap_or_default().trim();
        if column.schema.is_key {
            text.push_str(cell);
            text.push(END);
        } else if !cell.is_empty() {
            text.push_str(&column.heading.to_ascii_lowercase());
            text.push(ASSIGN);
            if column.schema.kind.range().is_some() {
                push_number(cell, &mut text);
            } else {
                text.push_str(cell);
            }
            text.push(END);
        }
    }
    text
}

/// The shortest form of a number; digits alone are short already, and what is no number stays as it is.
fn push_number(cell: &str, text: &mut String) {
    let is_short = cell == "0" || (cell.bytes().all(|byte| byte.is_ascii_digit()) && !cell.starts_with('0'));
    match if is_short { None } else { decimal(cell).ok() } {
        Some(number) => text.push_str(&number.normalize().to_string()),
        None => text.push_str(cell),
    }
}

/// A JSON value with fields in order of their names and numbers in their shortest form.
fn canonical(value: &Value, text: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
        Value::Number(number) => push_number(&number.to_string(), text),
        Value::Array(items) => {
            text.push('[');
            for item in items {
                canonical(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
            text.push('{');
            for (name, field) in sorted.into_iter().filter(|(_, field)| !field.is_null()) {
                text.push_str(name);
                text.push(':');
                canonical(field, text);
                text.push(',');
            }
            text.push('}');
        }
    }
}
