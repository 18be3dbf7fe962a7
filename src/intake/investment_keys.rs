//! Keys of investments that a file names without a key: made from the name, and told.

use std::collections::BTreeMap;

use super::folded::letters;
use super::staged::StagedCell;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// The longest key that is made.
const LONGEST: usize = 60;

/// The keys made while a sheet is read.
#[derive(Debug, Default)]
pub struct InvestmentKeys {
    /// How often each key was made.
    made: BTreeMap<String, u32>,
    count: u32,
    told: Vec<Finding>,
}

impl InvestmentKeys {
    /// The key of a row: the one it has, else one made from its name; empty, and an error, when it has neither.
    ///
    /// A name that stands on several rows gets a number at each further one, and a warning.
    pub fn key(
        &mut self,
        own: Option<&StagedCell>,
        name: Option<&StagedCell>,
        place: &Place,
        heading: &str,
    ) -> StagedCell {
        if let Some(own) = own.filter(|cell| !cell.text.is_empty()) {
            return own.clone();
        }
        let Some(name) = name.filter(|cell| !cell.text.is_empty()) else {
            let en = "The row has neither a key nor a name.".to_string();
            let fr = "La ligne n'a ni clé ni nom.".to_string();
            self.told.push(Finding::new("name_missing", Severity::Error, place, en, fr).at(heading, ""));
            return StagedCell::default();
        };
        let key = made_of(&name.text);
        self.count += 1;
        let count = self.made.entry(key.clone()).and_modify(|count| *count += 1).or_insert(1);
        let text = if *count == 1 { key } else { format!("{key}-{count}") };
        if 1 < *count {
            let en = format!("The name stands on {count} rows; this one gets the key {text}.");
            let fr = format!("Le nom figure sur {count} lignes ; celle-ci reçoit la clé {text}.");
            let finding = Finding::new("name_duplicate", Severity::Warning, place, en, fr);
            self.told.push(
                finding
                    .at(heading, &name.raw)
                    .suggest("Give each row a key.", "Donnez une clé à chaque ligne."),
            );
        }
        StagedCell { text, raw: name.raw.clone() }
    }

    /// What is to be told about the keys of the sheet.
    pub fn into_findings(mut self, sheet: &Place, heading: &str) -> Vec<Finding> {
        if 0 < self.count {
            let count = self.count;
            let en = format!("{count} key(s) made from names, because no column gives them.");
            let fr = format!("{count} clé(s) formée(s) d'après les noms, car aucune colonne ne les donne.");
            self.told.push(Finding::new("id_generated", Severity::Note, sheet, en, fr).at(heading, ""));
        }
        self.told
    }
}

/// Words of the name, small and without accents, with `-` between them: `france-connect`.
pub fn made_of(name: &str) -> String {
    let words: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect();
    let mut key = String::new();
    for word in &words {
        if !key.is_empty() && LONGEST < key.len() + 1 + word.len() {
            break;
        }
        if !key.is_empty() {
            key.push('-');
        }
        key.extend(word.chars().take(LONGEST));
    }
    if key.is_empty() { "unnamed".to_string() } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_the_words_of_a_name() {
        assert_eq!(made_of("Réseau Interministériel de l'Etat"), "reseau-interministeriel-de-l-etat");
        assert_eq!(made_of("4th Lottery (phase II)"), "4th-lottery-phase-ii");
        assert_eq!(made_of("???"), "unnamed");
    }

    #[test]
    fn a_name_on_two_rows_makes_two_keys() {
        let (place, name) = (Place::file("f.csv"), StagedCell::given("SIRHEN"));
        let mut keys = InvestmentKeys::default();
        assert_eq!(keys.key(None, Some(&name), &place, "Projet").text, "sirhen");
        assert_eq!(keys.key(None, Some(&name), &place, "Projet").text, "sirhen-2");
        assert_eq!(keys.key(Some(&StagedCell::given("P1")), Some(&name), &place, "Projet").text, "P1");
        assert_eq!(keys.key(None, None, &place, "Projet").text, "");
        let codes: Vec<&str> =
            keys.into_findings(&place, "Projet").iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["name_duplicate", "name_missing", "id_generated"]);
    }
}
