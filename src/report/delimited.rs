//! A dossier as CSV: one file per table, or the whole of it as one long file.

use csv::{Terminator, WriterBuilder};

use super::written::{WrittenCell, WrittenDossier, WrittenTable};
use crate::domain::text::Language;

/// The table under which the long file carries the settings.
pub const SETTINGS: &str = "workspace";

/// How cells are kept apart and numbers written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    separator: u8,
    has_decimal_comma: bool,
    has_byte_order_mark: bool,
}

impl Dialect {
    /// The dialect that spreadsheets of a language open at a double click; the English one is the product's own.
    ///
    /// English: comma, decimal point. French: semicolon, decimal comma, byte-order mark. Both UTF-8.
    pub fn of(language: Language) -> Dialect {
        let is_french = language == Language::French;
        Dialect {
            separator: if is_french { b';' } else { b',' },
            has_decimal_comma: is_french,
            has_byte_order_mark: is_french,
        }
    }
}

/// One table with its headings, cell by cell.
pub fn table_csv(table: &WrittenTable, dialect: Dialect) -> Vec<u8> {
    let headings = table.headings.clone();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell_text(cell, dialect)).collect());
    lines(std::iter::once(headings).chain(rows), dialect)
}

/// The whole dossier as rows of `table`, `row`, `column`, `value`.
///
/// Rows are counted from 1 in the order of their table; blank cells are written, so that no column is lost. The headings
/// of a table without rows stand in row 0, each with a blank value. Cells beyond the headings have a blank column.
pub fn long_csv(dossier: &WrittenDossier, dialect: Dialect) -> Vec<u8> {
    let line = |table: &str, row: usize, column: &str, value: String| {
        vec![table.to_string(), row.to_string(), column.to_string(), value]
    };
    let mut all = vec![["table", "row", "column", "value"].map(str::to_string).to_vec()];
    for (place, (path, value)) in dossier.settings.iter().enumerate() {
        all.push(line(SETTINGS, place + 1, path, cell_text(value, dialect)));
    }
    for table in &dossier.tables {
        if table.rows.is_empty() {
            all.extend(table.headings.iter().map(|heading| line(&table.name, 0, heading, String::new())));
        }
        for (place, row) in table.rows.iter().enumerate() {
            for (at, cell) in row.iter().enumerate() {
                let column = table.headings.get(at).map_or("", String::as_str);
                all.push(line(&table.name, place + 1, column, cell_text(cell, dialect)));
            }
        }
    }
    lines(all.into_iter(), dialect)
}

fn cell_text(cell: &WrittenCell, dialect: Dialect) -> String {
    match cell {
        WrittenCell::Blank => String::new(),
        WrittenCell::Number { text, .. } if dialect.has_decimal_comma => text.replace('.', ","),
        WrittenCell::Number { text, .. } | WrittenCell::Text(text) => text.clone(),
        WrittenCell::Truth(truth) => truth.to_string(),
    }
}

fn lines(rows: impl Iterator<Item = Vec<String>>, dialect: Dialect) -> Vec<u8> {
    let mut bytes = Vec::new();
    if dialect.has_byte_order_mark {
        bytes.extend("\u{feff}".bytes());
    }
    let mut writer = WriterBuilder::new()
        .delimiter(dialect.separator)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .from_writer(bytes);
    for row in rows {
        writer.write_record(row).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dossier() -> WrittenDossier {
        let number = WrittenCell::Number { value: "-1.5".parse().unwrap(), text: "-1.5".into() };
        let text = WrittenCell::Text("1.5; \"x\", y".into());
        WrittenDossier {
            settings: vec![("id".into(), WrittenCell::Text("w".into()))],
            settings_json: None,
            tables: vec![
                WrittenTable {
                    name: "t".into(),
                    headings: vec!["a".into(), "b".into()],
                    rows: vec![vec![number, text], vec![WrittenCell::Blank, WrittenCell::Blank]],
                },
                WrittenTable { name: "u".into(), headings: vec!["c".into()], rows: Vec::new() },
            ],
        }
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn numbers_take_the_comma_and_texts_keep_their_point() {
        let table = &dossier().tables[0];
        assert_eq!(
            text(table_csv(table, Dialect::of(Language::English))),
            "a,b\n-1.5,\"1.5; \"\"x\"\", y\"\n,\n"
        );
        assert_eq!(
            text(table_csv(table, Dialect::of(Language::French))),
            "\u{feff}a;b\n-1,5;\"1.5; \"\"x\"\", y\"\n;\n"
        );
    }

    #[test]
    fn the_long_file_names_every_cell() {
        let written = text(long_csv(&dossier(), Dialect::of(Language::French)));
        let expected = "\u{feff}table;row;column;value\nworkspace;1;id;w\nt;1;a;-1,5\nt;1;b;\"1.5; \"\"x\"\", y\"\n\
                        t;2;a;\nt;2;b;\nu;0;c;\n";
        assert_eq!(written, expected);
    }
}
