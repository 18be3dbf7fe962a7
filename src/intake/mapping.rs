//! `Mapping`: how the columns of a sheet become fields of a dossier, written by hand, proposed, or remembered.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::folded::folded;
use crate::source::options::{DateOrder, DecimalMark, Encoding, Options};
use crate::source::sheet::{Heading, Sheet};

/// The table name that stands for the settings of a dossier, written as rows of path and value.
pub const SETTINGS: &str = "workspace";

/// The lever of benefits that a sheet states as amounts.
pub const STATED_BENEFIT: &str = "STATED-BENEFIT";

/// How a sheet is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One table of the dossier, in full or in part.
    Table,
    /// A row per investment, columns per year for cost and for benefit.
    Wide,
    /// A row per amount.
    Long,
    /// One table of the dossier, a column per row of it.
    TransposedTable,
    /// A column per investment, rows per year for cost and for benefit.
    TransposedWide,
    /// A row per change of a scenario.
    Scenarios,
    /// The whole dossier as rows of table, row, column and value.
    DossierLong,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Shape; 7] = [
        Shape::Table,
        Shape::Wide,
        Shape::Long,
        Shape::TransposedTable,
        Shape::TransposedWide,
        Shape::Scenarios,
        Shape::DossierLong,
    ];

    /// The written name.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Table => "table",
            Shape::Wide => "wide",
            Shape::Long => "long",
            Shape::TransposedTable => "transposed-table",
            Shape::TransposedWide => "transposed-wide",
            Shape::Scenarios => "scenarios",
            Shape::DossierLong => "dossier-long",
        }
    }

    /// The shape of a written name.
    pub fn of_name(name: &str) -> Option<Shape> {
        Shape::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// The shape of the sheet once rows and columns are exchanged, for the two transposed ones.
    pub fn turned(self) -> Option<Shape> {
        match self {
            Shape::TransposedTable => Some(Shape::Table),
            Shape::TransposedWide => Some(Shape::Wide),
            _ => None,
        }
    }
}

/// How a sheet is read: its shape, its columns, and what no column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    pub shape: Shape,
    /// The table of a sheet in the shape of a table, [`SETTINGS`] for the settings.
    pub table: Option<String>,
    /// The one sheet of a workbook it is for.
    pub sheet: Option<String>,
    pub reading: Reading,
    /// Canonical text by field, given to every row without a text of its own.
    pub defaults: BTreeMap<String, String>,
    pub amounts: Amounts,
    pub columns: Vec<MappedColumn>,
    /// The headings that a file must have to be recognised; those of the columns where there are none.
    pub headings: Vec<String>,
}

/// What the reader of the file is told instead of finding it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub heading_row: Option<u32>,
    pub encoding: Option<Encoding>,
    pub delimiter: Option<u8>,
    pub decimal: Option<DecimalMark>,
    pub date_order: Option<DateOrder>,
}

/// How amounts by year become lines; for the shapes wide and long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Calendar year of year 0; headings and cells with calendar years need it.
    pub year_0: Option<i32>,
    /// The last year index of the plan; years up to it without a column are zero.
    pub last_year: usize,
    /// The lever of benefit lines.
    pub lever: String,
    /// How costs without a word about it are accounted for: `capex` or `opex`.
    pub accounting: String,
    /// What costs without a word about it are for.
    pub nature: String,
    /// The year of a cost without one; the start of the investment where the sheet says it.
    pub cost_year: usize,
    /// The year of a benefit without one, 1 or later.
    pub benefit_year: usize,
}

impl Default for Amounts {
    fn default() -> Amounts {
        Amounts {
            year_0: None,
            last_year: 5,
            lever: STATED_BENEFIT.to_string(),
            accounting: "opex".to_string(),
            nature: "build".to_string(),
            cost_year: 0,
            benefit_year: 1,
        }
    }
}

/// One column of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its heading, or several where files of one kind name it differently; the first that is there counts.
    pub sources: Vec<String>,
    /// Which of several columns with this heading, from 1.
    pub number: u32,
    /// The field it fills; empty where it is ignored.
    pub field: String,
    /// What its numbers are multiplied by, beside the unit.
    pub scale: Decimal,
    /// Whether its numbers change sign.
    pub is_negated: bool,
    /// The unit of its numbers, such as `k€`, in place of the one its heading names.
    pub unit: Option<String>,
    /// Canonical text of blank cells.
    pub default: String,
    /// Beginnings of texts that stand for an amount that is not told, beside the usual words.
    pub withheld: Vec<String>,
    /// Whether it is left out on purpose.
    pub is_ignored: bool,
}

impl MappedColumn {
    /// A column that fills a field as it is.
    pub fn new(source: &str, field: &str) -> MappedColumn {
        MappedColumn {
            sources: vec![source.to_string()],
            number: 1,
            field: field.to_string(),
            scale: dec!(1),
            is_negated: false,
            unit: None,
            default: String::new(),
            withheld: Vec::new(),
            is_ignored: false,
        }
    }

    /// Its place among these headings; nothing when none of its sources is there.
    pub fn place_in(&self, headings: &[Heading]) -> Option<usize> {
        self.sources.iter().find_map(|source| place_of(source, self.number, headings))
    }
}

/// The place of a heading: word for word first, then whatever its case, accents, blanks and unit.
fn place_of(source: &str, number: u32, headings: &[Heading]) -> Option<usize> {
    let exact = |heading: &Heading| {
        heading.text == source && heading.number == number || number == 1 && heading.name() == source
    };
    let wanted = folded(source);
    let alike = || {
        let mut same = headings.iter().enumerate().filter(|(_, heading)| folded(&heading.text) == wanted);
        same.nth(number.max(1) as usize - 1).map(|(place, _)| place)
    };
    headings.iter().position(exact).or_else(|| if wanted.is_empty() { None } else { alike() })
}

impl Mapping {
    /// A mapping of this shape without columns.
    pub fn new(shape: Shape) -> Mapping {
        Mapping {
            shape,
            table: None,
            sheet: None,
            reading: Reading::default(),
            defaults: BTreeMap::new(),
            amounts: Amounts::default(),
            columns: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// Whether the sheet has the headings by which files of this kind are recognised.
    ///
    /// For the transposed shapes only the name of the sheet is looked at, because their headings are names of projects;
    /// without one they fit no sheet.
    pub fn fits(&self, sheet: &Sheet) -> bool {
        if self.sheet.is_some() && sheet.name.is_some() && self.sheet != sheet.name {
            return false;
        }
        if self.shape.turned().is_some() && self.headings.is_empty() {
            return self.sheet.is_some() && self.sheet == sheet.name;
        }
        let has = |source: &String| place_of(source, 1, &sheet.headings).is_some();
        if self.headings.is_empty() {
            !self.columns.is_empty()
                && self.columns.iter().all(|column| column.place_in(&sheet.headings).is_some())
        } else {
            self.headings.iter().all(has)
        }
    }

    /// The options of the reader: those given, and where they say nothing those of the mapping.
    pub fn options(&self, given: &Options) -> Options {
        let own = &self.reading;
        Options {
            encoding: given.encoding.or(own.encoding),
            delimiter: given.delimiter.or(own.delimiter),
            decimal: given.decimal.or(own.decimal),
            date_order: given.date_order.or(own.date_order),
            sheet: given.sheet.clone().or_else(|| self.sheet.clone()),
            heading_row: given.heading_row.or(own.heading_row),
            limits: given.limits.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str, number: u32) -> Heading {
        Heading { text: text.to_string(), letter: "A".to_string(), unit: None, number }
    }

    #[test]
    fn a_heading_is_found_word_for_word_before_it_is_found_alike() {
        let headings = [heading("Coût (k€)", 1), heading("COUT", 1), heading("Note", 1), heading("Note", 2)];
        assert_eq!(MappedColumn::new("COUT", "cost").place_in(&headings), Some(1));
        assert_eq!(MappedColumn::new("coût", "cost").place_in(&headings), Some(0));
        let second = MappedColumn { number: 2, ..MappedColumn::new("Note", "reason") };
        assert_eq!(second.place_in(&headings), Some(3));
        assert_eq!(MappedColumn::new("Note (2)", "reason").place_in(&headings), Some(3));
        assert_eq!(MappedColumn::new("Prix", "cost").place_in(&headings), None);
    }

    #[test]
    fn every_shape_has_its_name() {
        for shape in Shape::ALL {
            assert_eq!(Shape::of_name(shape.name()), Some(shape));
        }
    }
}
