//! The samples' tables and published figures as rows and JSON.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cxfolio::domain::evidence::EvidenceLevel;
use rust_decimal::Decimal;
use serde_json::Value;

/// One row by column heading.
pub struct Row(pub BTreeMap<String, String>);

impl Row {
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn number(&self, column: &str) -> Decimal {
        self.number_if_any(column).unwrap_or_default()
    }

    pub fn number_if_any(&self, column: &str) -> Option<Decimal> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap_or_else(|_| panic!("{column} is no number: {text}")))
    }

    pub fn some(&self, column: &str) -> Option<&str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    pub fn evidence(&self) -> EvidenceLevel {
        EvidenceLevel::of_name(self.text("evidence_level")).expect("a level")
    }
}

/// The rows of a table, in file order.
pub fn rows(path: &Path) -> Vec<Row> {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    reader.deserialize().map(|row| Row(row.expect("a readable row"))).collect()
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

pub fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}
