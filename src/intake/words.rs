//! The words that people write for the words of a dossier, in English and in French, from `models/words.csv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::folded::letters;

/// Written words: table, field, language, word, value; `*` stands for every table.
const WORDS: &str = include_str!("../../models/words.csv");

/// Value by table, field and folded word.
static VALUES: LazyLock<BTreeMap<(&'static str, &'static str, String), &'static str>> = LazyLock::new(|| {
    let mut lines = WORDS.lines();
    assert_eq!(lines.next(), Some("table,field,language,word,value"), "models/words.csv has its columns");
    let rows = lines.map(|line| {
        let mut parts = line.splitn(5, ',');
        let mut part = || parts.next().expect("models/words.csv has five columns").trim_matches('"');
        let (table, field, _, word, value) = (part(), part(), part(), part(), part());
        ((table, field, letters(word)), value)
    });
    rows.collect()
});

/// What a word in a field of a table means in the words of a dossier; nothing when it is not known.
pub fn meaning(table: &str, field: &str, word: &str) -> Option<&'static str> {
    let word = letters(word);
    let find = |table: &str| {
        let key = VALUES.get_key_value(&(table, field, word.clone()) as &(&str, &str, String));
        key.map(|(_, value)| *value)
    };
    find(table).or_else(|| find("*"))
}

/// The table a sheet of a workbook is named after, in either language; the settings are `workspace`.
pub fn table_of_sheet(name: &str) -> Option<&'static str> {
    let wanted = letters(name);
    let of_schema = crate::wire::tables::ALL.iter().map(|schema| schema.name).chain(["workspace"]);
    of_schema.into_iter().find(|table| letters(table) == wanted).or_else(|| meaning("sheet", "table", name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::row_field::{AmountKind, column_of};
    use crate::wire::table::ColumnKind;
    use crate::wire::tables;
    use crate::wire::words::is_same_word;

    #[test]
    fn words_of_finance_become_words_of_the_dossier() {
        assert_eq!(meaning("cost_lines", "nature", "Conduite du changement"), Some("change"));
        assert_eq!(meaning("cost_lines", "accounting", "immobilisation"), Some("capex"));
        assert_eq!(meaning("long", "kind", "Économies"), Some("benefit"));
        assert_eq!(meaning("cost_lines", "nature", "charge"), None);
        assert_eq!(table_of_sheet("Lignes de coût"), Some("cost_lines"));
        assert_eq!(table_of_sheet("Réglages"), Some("workspace"));
        assert_eq!(table_of_sheet("Feuil1"), None);
    }

    #[test]
    fn every_value_is_a_word_of_its_column() {
        for ((table, field, word), value) in VALUES.iter() {
            let is_known = match (*table, *field) {
                ("sheet", _) => *value == "workspace" || tables::named(value).is_some(),
                ("long", "kind") => AmountKind::of_name(value).is_some(),
                (_, "flag") => ["0", "1"].contains(value),
                ("*", field) => tables::ALL.iter().any(|schema| accepts(schema.name, field, value)),
                ("scenarios", "target" | "filter" | "field") => true,
                (table, field) => accepts(table, field, value),
            };
            assert!(is_known, "{table}.{field}: {word} -> {value}");
        }
    }

    fn accepts(table: &str, field: &str, value: &str) -> bool {
        match column_of(table, field).map(|column| column.kind) {
            Some(ColumnKind::Choice(words)) => words.iter().any(|word| is_same_word(word, value)),
            _ => false,
        }
    }
}
