//! `RowField`: what a column of a wide or long sheet fills, and whether a table has a field.

use super::mapping::Shape;
use crate::domain::period::Period;
use crate::wire::table::ColumnSchema;
use crate::wire::tables;

/// What amounts of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountKind {
    /// Costs of which nothing more is said.
    Cost,
    Capex,
    Opex,
    /// Costs of running what was built.
    Run,
    Benefit,
}

impl AmountKind {
    /// Every kind.
    pub const ALL: [AmountKind; 5] =
        [AmountKind::Cost, AmountKind::Capex, AmountKind::Opex, AmountKind::Run, AmountKind::Benefit];

    /// The word for it in fields and cells.
    pub fn name(self) -> &'static str {
        match self {
            AmountKind::Cost => "cost",
            AmountKind::Capex => "capex",
            AmountKind::Opex => "opex",
            AmountKind::Run => "run",
            AmountKind::Benefit => "benefit",
        }
    }

    /// The kind of a word.
    pub fn of_name(name: &str) -> Option<AmountKind> {
        AmountKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// When an amount of a wide sheet falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Years after year 0.
    Year(usize),
    Calendar(i32),
    /// No year is said: the amount of the whole life.
    Whole,
}

impl When {
    /// The year index; nothing for the whole life, for years before year 0, and for calendar years without one.
    pub fn index(self, year_0: Option<i32>) -> Option<usize> {
        match self {
            When::Year(year) => Some(year),
            When::Calendar(year) => usize::try_from(year.checked_sub(year_0?)?).ok(),
            When::Whole => None,
        }
    }
}

/// What one column of a wide or long sheet fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowField {
    /// A field of the investment, or of its lines (`variant_id`, `nature`, `evidence_level`, ...).
    Said(String),
    /// An amount: `cost_y0`, `benefit_2028`, `capex`; wide sheets.
    Amount(AmountKind, When),
    /// The date or year in which the investment starts; wide sheets.
    Start,
    /// The amount of the row; long sheets.
    RowAmount,
    /// The year, month or day of the amount; long sheets.
    RowYear,
    /// Whether the amount is cost, capex, opex, run or benefit; long sheets.
    RowKind,
    /// The key of the line; long sheets.
    RowLine,
}

/// Fields of lines that one row of a wide or long sheet can say.
pub const OF_LINES: [&str; 8] = [
    "variant_id",
    "nature",
    "accounting",
    "low_multiplier",
    "high_multiplier",
    "shared_component",
    "evidence_level",
    "benefit_owner",
];

impl RowField {
    /// The field of a name; nothing when there is none.
    pub fn parse(name: &str) -> Option<RowField> {
        match name {
            "amount" => return Some(RowField::RowAmount),
            "year" => return Some(RowField::RowYear),
            "kind" => return Some(RowField::RowKind),
            "line" => return Some(RowField::RowLine),
            "start" => return Some(RowField::Start),
            _ => {}
        }
        let (kind, when) = name.rsplit_once('_').unwrap_or((name, ""));
        if let (Some(kind), Some(when)) = (AmountKind::of_name(kind), when_of(when)) {
            return Some(RowField::Amount(kind, when));
        }
        (OF_LINES.contains(&name) || is_field_of("investments", name))
            .then(|| RowField::Said(name.to_string()))
    }

    /// Whether sheets of this shape, wide or long, have the field.
    pub fn is_of(&self, shape: Shape) -> bool {
        match self {
            RowField::Said(_) => true,
            RowField::Amount(..) | RowField::Start => shape == Shape::Wide,
            RowField::RowAmount | RowField::RowYear | RowField::RowKind | RowField::RowLine => {
                shape == Shape::Long
            }
        }
    }
}

fn when_of(text: &str) -> Option<When> {
    if text.is_empty() {
        return Some(When::Whole);
    }
    if let Some(year) = text.strip_prefix('y') {
        return year.parse().ok().filter(|year| *year <= 100).map(When::Year);
    }
    text.parse().ok().filter(|year| (1900..=2199).contains(year)).map(When::Calendar)
}

/// The column of a table that holds this field, families included; nothing when the table has none.
pub fn column_of(table: &str, field: &str) -> Option<&'static ColumnSchema> {
    let columns = tables::named(table)?.columns;
    let is_it = |column: &&ColumnSchema| {
        column.name == field
            || column.year_in(field).is_some()
            || column.period_in(field).is_some_and(|period| column.heading_of_period(period) == field)
    };
    let criterion = || columns.iter().find(|column| column.name == "{criterion}");
    columns.iter().find(is_it).or_else(criterion)
}

/// Whether the table has the field; any word is a criterion of `investment_criteria`.
pub fn is_field_of(table: &str, field: &str) -> bool {
    !field.contains('{') && column_of(table, field).is_some()
}

/// The period written in one word, small letters and digits only, in English or in French: `y1`, `a1t2`, `y1m05`.
pub fn period_of(word: &str) -> Option<Period> {
    if let Some(period) = Period::parse(word) {
        return Some(period);
    }
    let rest = word.strip_prefix('a')?;
    Period::parse(&format!("y{}", rest.replace('t', "q")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_wide_and_long_sheets() {
        assert_eq!(RowField::parse("cost_y0"), Some(RowField::Amount(AmountKind::Cost, When::Year(0))));
        assert_eq!(
            RowField::parse("benefit_2028"),
            Some(RowField::Amount(AmountKind::Benefit, When::Calendar(2028)))
        );
        assert_eq!(RowField::parse("capex"), Some(RowField::Amount(AmountKind::Capex, When::Whole)));
        assert_eq!(RowField::parse("name_fr"), Some(RowField::Said("name_fr".to_string())));
        assert_eq!(RowField::parse("cost_yearly"), None);
        assert_eq!(When::Calendar(2029).index(Some(2027)), Some(2));
        assert_eq!(When::Calendar(2026).index(Some(2027)), None);
    }

    #[test]
    fn fields_of_tables_and_their_families() {
        assert!(is_field_of("cost_lines", "y12_eur"));
        assert!(is_field_of("envelopes", "amount_y1q2"));
        assert!(!is_field_of("cost_lines", "y_eur"));
        assert!(!is_field_of("cost_lines", "y{year}_eur"));
        assert!(is_field_of("investment_criteria", "EASE"));
        assert_eq!(period_of("a1t2").map(|period| period.to_string()), Some("y1q2".to_string()));
    }
}
