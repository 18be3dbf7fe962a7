//! The questions that a proposal leaves open.

use crate::domain::finding::{Finding, Severity};
use crate::source::sheet::Sheet;

fn at_headings(sheet: &Sheet, code: &'static str, severity: Severity, en: String, fr: String) -> Finding {
    let row = sheet.heading_rows.map_or(0, |(_, last)| last);
    Finding::new(code, severity, &sheet.place(row), en, fr)
}

/// The sheet is none of the known shapes.
pub fn shape_unknown(sheet: &Sheet) -> Finding {
    let en = "The headings are those of no table, of no project list and of no list of amounts.".to_string();
    let fr = "Les en-têtes ne sont ceux d'aucune table, liste de projets ou liste de montants.".to_string();
    at_headings(sheet, "shape_unknown", Severity::Error, en, fr).suggest(
        "Name the table or the shape, or write a mapping.",
        "Nommez la table ou la forme, ou écrivez une correspondance.",
    )
}

/// The sheet may be several things.
pub fn shape_ambiguous(sheet: &Sheet, best: &str, others: &[&str]) -> Finding {
    let others = others.join(", ");
    let en = format!("The sheet can be {best} as well as {others}.");
    let fr = format!("La feuille peut être {best} aussi bien que {others}.");
    at_headings(sheet, "mapping_ambiguous", Severity::Error, en, fr)
        .at("*", "")
        .suggest("Name the table.", "Nommez la table.")
}

/// Two columns are equally good for one field.
pub fn field_disputed(sheet: &Sheet, field: &str, headings: &[String]) -> Finding {
    let names = headings.join("\", \"");
    let en = format!("The columns \"{names}\" are equally good for {field}; none is mapped.");
    let fr = format!("Les colonnes « {names} » conviennent également à {field} ; aucune n'est retenue.");
    let heading = headings.first().map_or("", String::as_str);
    at_headings(sheet, "mapping_ambiguous", Severity::Error, en, fr).at(heading, field).suggest(
        "Say which one it is in a mapping, and ignore the other.",
        "Dites laquelle dans une correspondance, et ignorez l'autre.",
    )
}

/// Year 0 was taken from the headings.
pub fn year_0_assumed(sheet: &Sheet, year: i32) -> Finding {
    let en = format!("Year 0 is taken to be {year}, the first year of the headings.");
    let fr = format!("L'année 0 est supposée être {year}, la première année des en-têtes.");
    at_headings(sheet, "year_0_assumed", Severity::Warning, en, fr)
        .suggest("State `year_0` in the mapping.", "Indiquez `year_0` dans la correspondance.")
}
