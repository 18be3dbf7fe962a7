//! The findings about the rows of a long sheet: the first hundred of a kind one by one, the rest counted.

use std::collections::BTreeMap;

use super::cell_findings::Counted;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// What is told while rows stream by.
#[derive(Debug, Default)]
pub struct LongFindings {
    by_code: BTreeMap<&'static str, Counted>,
}

impl LongFindings {
    /// Tells a finding of this code, or only counts it.
    pub fn push(&mut self, code: &'static str, finding: impl FnOnce() -> Finding) {
        self.by_code.entry(code).or_default().push(finding);
    }

    /// All that was told.
    pub fn into_findings(self, sheet: &Place) -> Vec<Finding> {
        self.by_code.into_values().flat_map(|counted| counted.into_findings(sheet)).collect()
    }

    /// No column holds amounts.
    pub fn amount_column_missing(place: &Place) -> Finding {
        let en = "No column gives `amount`, the amount of a row.".to_string();
        let fr = "Aucune colonne ne donne `amount`, le montant de la ligne.".to_string();
        Finding::new("column_missing", Severity::Error, place, en, fr).at("amount", "")
    }

    /// The kind of an amount is no known word.
    pub fn kind_unknown(&mut self, place: &Place, heading: &str, text: &str) {
        self.push("kind_unknown", || {
            let en = "This is neither a kind of cost nor a benefit; the amount is not imported.".to_string();
            let fr = "Ceci n'est ni une sorte de coût ni un gain ; le montant n'est pas importé.".to_string();
            let finding = Finding::new("kind_unknown", Severity::Error, place, en, fr).at(heading, text);
            finding.suggest(
                "Write cost, capex, opex, run or benefit.",
                "Écrivez coût, capex, opex, run ou gain.",
            )
        });
    }

    /// An amount has no year, and stands in the usual one.
    pub fn year_blank(&mut self, place: &Place, heading: &str, year: usize) {
        self.push("amount_without_year", || {
            let en = format!("The amount has no year; it stands in year {year}.");
            let fr = format!("Le montant n'a pas d'année ; il est porté en année {year}.");
            Finding::new("amount_without_year", Severity::Warning, place, en, fr).at(heading, "")
        });
    }

    /// A calendar year cannot be counted.
    pub fn year_0_missing(&mut self, place: &Place, heading: &str) {
        self.push("year_0_missing", || super::wide_findings::year_0_missing(place, heading));
    }

    /// An amount of a year that the plan does not have.
    pub fn year_outside(
        &mut self,
        place: &Place,
        heading: &str,
        text: &str,
        (is_benefit, last): (bool, usize),
    ) {
        self.push("year_outside_plan", || {
            let first = usize::from(is_benefit);
            let en = format!("This year is none of the years {first} to {last} of the plan; the amount is not imported.");
            let fr = format!(
                "Cette année n'est pas une des années {first} à {last} du plan ; le montant n'est pas importé."
            );
            Finding::new("year_outside_plan", Severity::Warning, place, en, fr).at(heading, text)
        });
    }

    /// Two rows of one investment contradict each other; the first is kept.
    pub fn values_differ(&mut self, place: &Place, heading: &str, (new, old): (&str, &str)) {
        self.push("value_differs", || {
            let en = format!("An earlier row of the same investment says \"{old}\"; that is kept.");
            let fr = format!(
                "Une ligne précédente du même investissement dit « {old} » ; c'est elle qui est gardée."
            );
            Finding::new("value_differs", Severity::Warning, place, en, fr).at(heading, new)
        });
    }

    /// A line with an amount that cannot be read.
    pub fn line_incomplete(&mut self, place: &Place, line: &str) {
        self.push("line_incomplete", || {
            let en = format!("An amount of the line {line} cannot be read, so its sum is not known.");
            let fr = format!("Un montant de la ligne {line} est illisible, sa somme n'est donc pas connue.");
            Finding::new("line_incomplete", Severity::Error, place, en, fr).at("*", line)
        });
    }
}
