//! The headings that people write for the fields of a dossier, in English and in French, from `models/headings.csv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::folded::folded;
use super::heading_pattern::{Filled, HeadingPattern};
use super::row_field::column_of;
use crate::domain::period::Period;
use crate::domain::text::Language;
use crate::wire::table::ColumnSchema;

/// The table under which headings of every table stand.
const EVERY: &str = "*";

/// Written headings: table, field, language, heading; the first of a language is the preferred one.
const HEADINGS: &str = include_str!("../../models/headings.csv");

/// One written heading of one field.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The field, or the pattern of its family with `{year}`, `{period}` or `{calendar}`.
    pub field: &'static str,
    pub language: Language,
    pub heading: &'static str,
    pub pattern: HeadingPattern,
}

static ALIASES: LazyLock<BTreeMap<&'static str, Vec<Alias>>> = LazyLock::new(|| {
    let mut aliases: BTreeMap<&str, Vec<Alias>> = BTreeMap::new();
    let mut lines = HEADINGS.lines();
    assert_eq!(lines.next(), Some("table,field,language,heading"), "models/headings.csv has its columns");
    for line in lines {
        let mut parts = line.splitn(4, ',');
        let mut part = || parts.next().expect("models/headings.csv has four columns").trim_matches('"');
        let (table, field, language, heading) = (part(), part(), part(), part());
        let language = Language::of_tag(language).expect("models/headings.csv is in English and French");
        let pattern = HeadingPattern::new(heading);
        aliases.entry(table).or_default().push(Alias { field, language, heading, pattern });
    }
    aliases
});

/// The aliases of a table, its own before those of every table; `wide`, `long`, `dossier` and `workspace` are tables too.
pub fn aliases_of(table: &str) -> impl Iterator<Item = &'static Alias> {
    let own = ALIASES.get(table).into_iter().flatten();
    let is_table = !matches!(table, "wide" | "long" | "dossier" | "workspace");
    let of_every = ALIASES.get(EVERY).into_iter().flatten().filter(move |_| is_table);
    let schema = crate::wire::tables::named(table);
    own.chain(of_every.filter(move |alias| {
        schema.is_some_and(|schema| schema.columns.iter().any(|column| column.name == alias.field))
    }))
}

/// The heading of a field in a language, the preferred one for files that people read; the field itself where no
/// heading is known.
///
/// ```
/// use cxfolio::domain::text::Language;
/// use cxfolio::intake::aliases::heading_of;
/// assert_eq!(heading_of("cost_lines", "y0_eur", Language::French), "A0 (€)");
/// assert_eq!(heading_of("benefit_lines", "ramp_y2", Language::English), "Ramp Y2");
/// ```
pub fn heading_of(table: &str, field: &str, language: Language) -> String {
    let Some(column) = column_of(table, field).filter(|column| column.name != "{criterion}") else {
        return field.to_string();
    };
    let Some(alias) =
        aliases_of(table).find(|alias| alias.field == column.name && alias.language == language)
    else {
        return field.to_string();
    };
    if let Some(year) = column.year_in(field) {
        return alias.heading.replace("{year}", &year.to_string());
    }
    match column.period_in(field) {
        Some(period) => alias.heading.replace("{period}", &period_text(period, language)),
        None => alias.heading.to_string(),
    }
}

/// `Y1Q2`, in French `A1T2`.
fn period_text(period: Period, language: Language) -> String {
    let text = period.to_string().to_uppercase();
    match language {
        Language::English => text,
        Language::French => text.replacen('Y', "A", 1).replace('Q', "T"),
    }
}

/// The field of a table that a written heading means, exactly or by an alias; calendar years need the one of year 0.
///
/// Nothing when the heading is unknown; several when it means more than one field.
pub fn fields_of(table: &str, heading: &str, year_0: Option<i32>) -> Vec<String> {
    let word = folded(heading);
    let mut own = Vec::new();
    let mut of_every = Vec::new();
    let has_own = ALIASES.get(table).map_or(0, Vec::len);
    for (place, alias) in aliases_of(table).enumerate() {
        let Some(filled) = alias.pattern.matched(&word) else { continue };
        let Some(field) = field_of(alias.field, filled, year_0) else { continue };
        let fields = if place < has_own { &mut own } else { &mut of_every };
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    if own.is_empty() { of_every } else { own }
}

/// The field of a family for one year or period; nothing when a calendar year cannot be counted.
fn field_of(field: &str, filled: Filled, year_0: Option<i32>) -> Option<String> {
    let index = |year: i32| usize::try_from(year.checked_sub(year_0?)?).ok();
    match filled {
        Filled::Nothing => Some(field.to_string()),
        Filled::Period(period) => Some(field.replace("{period}", &period.to_string())),
        Filled::Year(year) if field.contains("{year}") && column_is_amount(field) => {
            Some(field.replace("{year}", &format!("y{year}")))
        }
        Filled::Year(year) => Some(field.replace("{year}", &year.to_string())),
        Filled::Calendar(year) if field.contains("{calendar}") => {
            Some(field.replace("{calendar}", &year.to_string()))
        }
        Filled::Calendar(year) => Some(field.replace("{year}", &index(year)?.to_string())),
    }
}

/// Whether the field is one of wide sheets, `cost_{year}`, whose years are written `y0`.
fn column_is_amount(field: &str) -> bool {
    field.ends_with("_{year}")
}

/// The columns of a table that a mapping should name: all that are required, families by their pattern.
pub fn required_columns(table: &str) -> impl Iterator<Item = &'static ColumnSchema> {
    let columns = crate::wire::tables::named(table).map_or(&[][..], |schema| schema.columns);
    columns.iter().filter(|column| column.is_required)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::tables::ALL;

    fn concrete(column: &ColumnSchema) -> Option<String> {
        match column.name {
            "{criterion}" => None,
            name => Some(name.replace("{year}", "3").replace("{period}", "y1q2")),
        }
    }

    #[test]
    fn every_column_has_headings_that_lead_back_to_it() {
        let mut seen = 0;
        for schema in ALL {
            for field in schema.columns.iter().filter_map(concrete) {
                for language in [Language::English, Language::French] {
                    let heading = heading_of(schema.name, &field, language);
                    assert_ne!(heading, "", "{}.{field}", schema.name);
                    let found = fields_of(schema.name, &heading, None);
                    assert_eq!(found, std::slice::from_ref(&field), "{}.{field} as {heading:?}", schema.name);
                    seen += 1;
                }
            }
        }
        assert!(400 < seen, "{seen} headings were looked at");
    }

    #[test]
    fn no_heading_means_two_fields_of_a_table() {
        let tables = ALL.iter().map(|schema| schema.name).chain(["wide", "long", "dossier", "workspace"]);
        for table in tables {
            for alias in aliases_of(table) {
                let heading = alias.heading.replace("{year}", "3").replace("{calendar}", "2028");
                let heading = heading.replace("{period}", "A1T2");
                let found = fields_of(table, &heading, Some(2027));
                assert_eq!(found.len(), 1, "{table}: {heading:?} means {found:?}");
            }
        }
    }

    #[test]
    fn every_alias_is_of_a_field_there_is() {
        for (table, aliases) in
            ALIASES.iter().filter(|(table, _)| crate::wire::tables::named(table).is_some())
        {
            for alias in aliases {
                let field = alias.field.replace("{year}", "3").replace("{period}", "y1q2");
                assert!(crate::intake::row_field::is_field_of(table, &field), "{table}.{field}");
            }
        }
    }

    #[test]
    fn years_are_counted_from_year_0() {
        assert_eq!(fields_of("cost_lines", "2029", Some(2027)), ["y2_eur"]);
        assert!(fields_of("cost_lines", "2029", None).is_empty());
        assert_eq!(fields_of("wide", "Coûts / 2027", None), ["cost_2027"]);
        assert_eq!(fields_of("wide", "Gains A2", None), ["benefit_y2"]);
        assert_eq!(fields_of("benefit_lines", "montée A5", None), ["ramp_y5"]);
    }
}
