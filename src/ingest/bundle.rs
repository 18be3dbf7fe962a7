//! The bundle: one JSON object with the settings and every table as an array of objects, read into the same
//! tables as CSV, row by row, so that a large one is never held twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use csv::StringRecord;
use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use super::faults;
use super::json::Part;
use super::table::{Record, Table};
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::wire::item::EXTENSIONS;

/// What a bundle holds, nothing interpreted.
#[derive(Debug, Default)]
pub struct Bundle {
    /// The fields that hold settings, by name.
    pub settings: BTreeMap<String, Value>,
    pub tables: BTreeMap<String, Table>,
    /// Fields that are neither.
    pub unknown: Vec<String>,
}

/// Which fields of a bundle hold what.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub settings: &'a [&'a str],
    pub is_table: fn(&str) -> bool,
    /// Whether a column of a table, by its heading, holds numbers.
    pub holds_numbers: fn(&str, &str) -> bool,
}

/// The bundle in these bytes; tables have headings in the order in which fields first appear, and cells as text.
///
/// Numbers keep their text, `true` and `false` become 1 and 0, `null` a blank, a list its items with `|` between.
///
/// # Errors
/// One clause that says where the bytes are no JSON object.
pub fn bundle(
    file: &str,
    fields: Fields,
    bytes: &[u8],
    findings: &mut Vec<Finding>,
) -> Result<Bundle, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let bundle =
        reader.deserialize_map(Whole { file, fields, findings }).map_err(|fault| fault.to_string())?;
    reader.end().map_err(|fault| fault.to_string())?;
    Ok(bundle)
}

struct Whole<'a> {
    file: &'a str,
    fields: Fields<'a>,
    findings: &'a mut Vec<Finding>,
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = Bundle;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("one object with the tables")
    }

    fn visit_map<Map: MapAccess<'de>>(self, mut map: Map) -> Result<Bundle, Map::Error> {
        let mut bundle = Bundle::default();
        let mut seen = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if !seen.insert(name.clone()) {
                map.next_value::<IgnoredAny>()?;
                self.findings.push(faults::key_repeated(&Place::file(self.file), &name));
            } else if self.fields.settings.contains(&name.as_str()) {
                let place = Place::file(&format!("{}#{name}", self.file));
                let path = String::new();
                let part = Part { path, place: &place, findings: &mut *self.findings };
                bundle.settings.insert(name, map.next_value_seed(part)?);
            } else if (self.fields.is_table)(&name) {
                let mut table = Table::empty(&format!("{}#{name}", self.file));
                let holds_numbers = self.fields.holds_numbers;
                let findings = &mut *self.findings;
                map.next_value_seed(Rows { name: &name, holds_numbers, table: &mut table, findings })?;
                bundle.tables.insert(name, table);
            } else {
                map.next_value::<IgnoredAny>()?;
                bundle.unknown.push(name);
            }
        }
        Ok(bundle)
    }
}

/// What a cell holds.
enum Cell {
    /// A text, a number as text, or a blank.
    Text(String),
    /// `true` or `false`.
    Truth(bool),
    /// The items of a list with `|` between them.
    List(String),
    /// What has no place in a cell.
    Nothing,
}

/// The scalar methods of a visitor but that of truths, all giving the same kind of answer.
macro_rules! scalars {
    ($answer:ident) => {
        fn visit_i64<Fault>(self, number: i64) -> Result<Self::Value, Fault> {
            Ok(self.$answer(number.to_string()))
        }
        fn visit_u64<Fault>(self, number: u64) -> Result<Self::Value, Fault> {
            Ok(self.$answer(number.to_string()))
        }
        fn visit_f64<Fault>(self, number: f64) -> Result<Self::Value, Fault> {
            let text = Number::from_f64(number).map(|number| number.to_string());
            Ok(self.$answer(text.unwrap_or_default()))
        }
        fn visit_str<Fault>(self, text: &str) -> Result<Self::Value, Fault> {
            Ok(self.$answer(text.to_string()))
        }
        fn visit_unit<Fault>(self) -> Result<Self::Value, Fault> {
            Ok(self.$answer(String::new()))
        }
    };
}

struct Rows<'a> {
    name: &'a str,
    holds_numbers: fn(&str, &str) -> bool,
    table: &'a mut Table,
    findings: &'a mut Vec<Finding>,
}

impl Rows<'_> {
    fn refuse(self, _: String) {
        let en = "The table must be an array of objects.";
        self.findings.push(shape(self.table, 0, en, "La table doit être une liste d'objets."));
    }
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<Source: Deserializer<'de>>(self, source: Source) -> Result<(), Source::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a table")
    }

    fn visit_seq<Items: SeqAccess<'de>>(mut self, mut rows: Items) -> Result<(), Items::Error> {
        let mut columns = BTreeMap::new();
        let mut row = 0;
        loop {
            row += 1;
            let Rows { name, holds_numbers, ref mut table, ref mut findings } = self;
            let seed = Row { row, name, holds_numbers, columns: &mut columns, table, findings };
            if rows.next_element_seed(seed)?.is_none() {
                return Ok(());
            }
        }
    }

    fn visit_map<Map: MapAccess<'de>>(self, mut map: Map) -> Result<(), Map::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.refuse(String::new());
        Ok(())
    }

    fn visit_bool<Fault>(self, _: bool) -> Result<(), Fault> {
        self.refuse(String::new());
        Ok(())
    }

    scalars!(refuse);
}

struct Row<'a> {
    row: u32,
    name: &'a str,
    holds_numbers: fn(&str, &str) -> bool,
    columns: &'a mut BTreeMap<String, usize>,
    table: &'a mut Table,
    findings: &'a mut Vec<Finding>,
}

impl Row<'_> {
    fn refuse(self, _: String) {
        let en = "The row must be an object.";
        self.findings.push(shape(self.table, self.row, en, "La ligne doit être un objet."));
    }

    /// The text of a cell; blank, beside a finding, for what has no place in this column.
    fn text_of(&mut self, heading: &str, cell: Cell) -> String {
        let place = self.table.place(self.row);
        let finding = match cell {
            Cell::Truth(yes) if (self.holds_numbers)(self.name, heading) => {
                faults::number_expected(&place, heading, if yes { "true" } else { "false" })
            }
            Cell::List(text) if (self.holds_numbers)(self.name, heading) => {
                faults::number_expected(&place, heading, &format!("[{}]", text.replace('|', ", ")))
            }
            Cell::Text(text) | Cell::List(text) => return text,
            Cell::Truth(yes) => return u8::from(yes).to_string(),
            Cell::Nothing => {
                let en = "A cell must be a text or a number, not an object.".to_string();
                let fr = "Une cellule doit être un texte ou un nombre, non un objet.".to_string();
                faults::cell("json_shape_invalid", Severity::Error, &place, (heading, ""), (en, fr))
            }
        };
        self.findings.push(finding);
        String::new()
    }
}

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = ();

    fn deserialize<Source: Deserializer<'de>>(self, source: Source) -> Result<(), Source::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a row")
    }

    fn visit_map<Map: MapAccess<'de>>(mut self, mut map: Map) -> Result<(), Map::Error> {
        let mut cells = vec![String::new(); self.table.headings.len()];
        let mut seen = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            let at = match self.columns.get(&name) {
                Some(at) => *at,
                None => {
                    cells.push(String::new());
                    self.table.headings.push(name.trim().to_string());
                    self.columns.insert(name, cells.len() - 1);
                    cells.len() - 1
                }
            };
            let heading = self.table.headings[at].clone();
            let cell = match heading.as_str() {
                EXTENSIONS => Cell::Text(map.next_value::<Value>()?.to_string()),
                _ => map.next_value_seed(OneCell)?,
            };
            if seen.insert(at) {
                cells[at] = self.text_of(&heading, cell);
            } else {
                self.findings.push(faults::key_repeated(&self.table.place(self.row), &heading));
            }
        }
        self.table.records.push(Record { row: self.row, cells: StringRecord::from(cells) });
        Ok(())
    }

    fn visit_seq<Items: SeqAccess<'de>>(self, mut items: Items) -> Result<(), Items::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        self.refuse(String::new());
        Ok(())
    }

    fn visit_bool<Fault>(self, _: bool) -> Result<(), Fault> {
        self.refuse(String::new());
        Ok(())
    }

    scalars!(refuse);
}

struct OneCell;

impl OneCell {
    fn hold(self, text: String) -> Cell {
        Cell::Text(text)
    }
}

impl<'de> DeserializeSeed<'de> for OneCell {
    type Value = Cell;

    fn deserialize<Source: Deserializer<'de>>(self, source: Source) -> Result<Cell, Source::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for OneCell {
    type Value = Cell;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a cell")
    }

    fn visit_seq<Items: SeqAccess<'de>>(self, mut items: Items) -> Result<Cell, Items::Error> {
        let mut texts = Some(Vec::new());
        while let Some(item) = items.next_element_seed(OneCell)? {
            match (&mut texts, item) {
                (Some(texts), Cell::Text(text) | Cell::List(text)) => texts.push(text),
                (Some(texts), Cell::Truth(yes)) => texts.push(u8::from(yes).to_string()),
                _ => texts = None,
            }
        }
        Ok(texts.map_or(Cell::Nothing, |texts| Cell::List(texts.join("|"))))
    }

    fn visit_map<Map: MapAccess<'de>>(self, mut map: Map) -> Result<Cell, Map::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Nothing)
    }

    fn visit_bool<Fault>(self, yes: bool) -> Result<Cell, Fault> {
        Ok(Cell::Truth(yes))
    }

    scalars!(hold);
}

fn shape(table: &Table, row: u32, en: &str, fr: &str) -> Finding {
    Finding::new("json_shape_invalid", Severity::Error, &table.place(row), en.to_string(), fr.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Result<Bundle, String>, Vec<(&'static str, u32)>) {
        let mut findings = Vec::new();
        let fields = Fields {
            settings: &["workspace"],
            is_table: |name| name.starts_with('t'),
            holds_numbers: |_, heading| heading == "n",
        };
        let bundle = bundle("b.json", fields, text.as_bytes(), &mut findings);
        (bundle, findings.iter().map(|finding| (finding.code, finding.place.row)).collect())
    }

    #[test]
    fn objects_become_cells_of_text() {
        let text = r#"{"t": [{"id": "A", "n": 1.50, "yes": true}, {"id": null, "list": ["x", 2]}, 7, {"id": {"a": 1}}],
                       "workspace": {"id": "w"}, "other": [1]}"#;
        let (bundle, findings) = read(text);
        let bundle = bundle.unwrap();
        let table = &bundle.tables["t"];
        assert_eq!(table.headings, ["id", "n", "yes", "list"]);
        assert_eq!(table.records[0].cells, vec!["A", "1.5", "1"]);
        assert_eq!(table.records[1].cells, vec!["", "", "", "x|2"]);
        assert_eq!(findings, [("json_shape_invalid", 3), ("json_shape_invalid", 4)]);
        assert_eq!(bundle.settings["workspace"]["id"], "w");
        assert_eq!(bundle.unknown, ["other"]);
    }

    #[test]
    fn truths_and_lists_are_no_numbers_and_a_key_stands_once() {
        let text = r#"{"t": [{"id": "A", "n": true}, {"n": [1, 2]}, {"id": "B", "n": 1, "id": "C"}], "t": [],
                       "workspace": {"a": {"b": 1, "b": 2}}, "workspace": {}}"#;
        let (bundle, findings) = read(text);
        let bundle = bundle.unwrap();
        let rows: Vec<_> = bundle.tables["t"].records.iter().map(|record| &record.cells).collect();
        assert_eq!(rows, [&vec!["A", ""], &vec!["", ""], &vec!["B", "1"]]);
        assert_eq!(findings.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [1, 2, 3, 0, 0, 0]);
        assert!(findings.iter().all(|(code, _)| *code == "json_shape_invalid"));
        assert_eq!(bundle.settings["workspace"]["a"]["b"], 1);
    }

    #[test]
    fn what_is_no_table_is_told() {
        for table in ["7", "null", "{\"a\": [1]}", "\"x\"", "-1.5", "true"] {
            assert_eq!(read(&format!("{{\"t\": {table}}}")).1, [("json_shape_invalid", 0)], "{table}");
        }
        for text in ["", "[]", "{", "{} x", "7"] {
            assert!(read(text).0.is_err(), "{text}");
        }
    }
}
