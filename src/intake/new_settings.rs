//! The settings of a dossier that is made by an import: what the files and the user say, and what has to be assumed.

use serde_json::{Map, Value};

use super::staged::StagedTable;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// What the user says of a new dossier.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub id: String,
    pub currency: Option<String>,
    pub base_year: Option<i32>,
    pub language: Option<&'static str>,
}

/// Rate per year until somebody states one.
const DISCOUNT_RATE: &str = "0.08";

/// The settings, and a note for each of them that nobody stated.
pub fn new_settings(stated: &Stated, year_0: Option<i32>, staged: &[StagedTable]) -> (Value, Vec<Finding>) {
    let horizon = staged.iter().flat_map(years).max().unwrap_or(0).max(1);
    let mut notes = Vec::new();
    let mut assumed = |field: &str, value: &str, option: &str| {
        let en = format!("Nobody states {field}: {value} is taken.");
        let fr = format!("Personne n'indique {field} : {value} est pris.");
        let place = Place::file("workspace.json");
        let advice_en = format!("State it by {option}, or correct it in workspace.json.");
        let advice_fr = format!("Indiquez-le par {option}, ou corrigez workspace.json.");
        let note = Finding::new("setting_assumed", Severity::Note, &place, en, fr).at(field, value);
        notes.push(note.suggest(&advice_en, &advice_fr));
    };
    let currency = stated.currency.clone().unwrap_or_else(|| {
        assumed("currency", "EUR", "--currency");
        "EUR".to_string()
    });
    let base_year = stated.base_year.or(year_0).unwrap_or_else(|| {
        assumed("base_year", "2027", "--base-year");
        2027
    });
    assumed("discount_rate", DISCOUNT_RATE, "workspace.json");
    let mut settings = Map::new();
    let mut put = |field: &str, value: Value| settings.insert(field.to_string(), value);
    put("id", Value::from(stated.id.as_str()));
    put("name_en", Value::from(stated.id.as_str()));
    put("name_fr", Value::from(stated.id.as_str()));
    put("currency", Value::from(currency));
    put("base_year", Value::from(base_year));
    put("horizon_years", Value::from(horizon));
    put("discount_rate", Value::from(DISCOUNT_RATE));
    put("timing", Value::from("y0_undiscounted_end_of_year"));
    if let Some(language) = stated.language {
        put("locale", Value::from(language));
    }
    (Value::Object(settings), notes)
}

/// The year indexes in the columns of a staged table.
fn years(table: &StagedTable) -> impl Iterator<Item = usize> + '_ {
    let families = || table.schema.columns.iter().filter(|column| column.name.contains("{year}"));
    table.columns.iter().filter_map(move |column| families().find_map(|family| family.year_in(&column.field)))
}
