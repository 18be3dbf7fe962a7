//! The findings about years and totals of wide and long sheets.

use rust_decimal::Decimal;

use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// Calendar years stand in the sheet, and nothing says which of them is year 0.
pub fn year_0_missing(place: &Place, heading: &str) -> Finding {
    let en =
        "Which calendar year is year 0 of the plan is not known; this column is not imported.".to_string();
    let fr = "On ne sait pas quelle année civile est l'année 0 du plan ; cette colonne n'est pas importée."
        .to_string();
    let finding = Finding::new("year_0_missing", Severity::Error, place, en, fr).at(heading, "");
    finding.suggest("State `year_0` in the mapping.", "Indiquez `year_0` dans la correspondance.")
}

/// A column of a year that the plan does not have.
pub fn year_outside(place: &Place, heading: &str, last: usize) -> Finding {
    let en = format!("This year is none of the years 0 to {last} of the plan; the column is not imported.");
    let fr =
        format!("Cette année n'est pas une des années 0 à {last} du plan ; la colonne n'est pas importée.");
    Finding::new("year_outside_plan", Severity::Warning, place, en, fr).at(heading, "")
}

/// Amounts of the whole life, put in one year.
pub fn amount_without_year(place: &Place, heading: &str, year: usize) -> Finding {
    let en = format!(
        "The column has no year: its amounts stand in year {year}, or in the year of the start where that is told."
    );
    let fr = format!(
        "La colonne n'a pas d'année : ses montants sont portés en année {year}, ou en celle du début quand il est dit."
    );
    let finding = Finding::new("amount_without_year", Severity::Warning, place, en, fr).at(heading, "");
    finding.suggest("Spread them over the years.", "Répartissez-les par année.")
}

/// A benefit that would be due before anything runs.
pub fn benefit_in_year_0(place: &Place, heading: &str, raw: &str) -> Finding {
    let en = "Benefits begin in year 1; this one of year 0 has no place in the plan.".to_string();
    let fr = "Les gains commencent en année 1 ; celui-ci, de l'année 0, n'a pas de place dans le plan."
        .to_string();
    Finding::new("benefit_in_year_0", Severity::Error, place, en, fr).at(heading, raw)
}

/// A total beside its years that is another amount than their sum.
pub fn total_differs(place: &Place, heading: &str, raw: &str, (total, sum): (Decimal, Decimal)) -> Finding {
    let en = format!("The total {total} is not the sum of its years, {sum}; the years are imported.");
    let fr = format!(
        "Le total {total} n'est pas la somme de ses années, {sum} ; ce sont les années qui sont importées."
    );
    Finding::new("total_differs", Severity::Warning, place, en, fr).at(heading, raw)
}
