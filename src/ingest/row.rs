//! `Row`: typed access to the cells of one row; what cannot be read becomes a finding and leaves nothing behind.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::columns::{Column, Sheet};
use super::faults;
use super::keys::Keys;
use super::nearest::nearest;
use super::table::Record;
use crate::domain::estimate::{ThreePoint, is_too_small};
use crate::domain::finding::{Finding, Severity};
use crate::domain::period::{Period, PeriodLength};
use crate::domain::place::Place;
use crate::domain::text::Bilingual;
use crate::quantity::identity::Id;
use crate::wire::decimal::{NotDecimal, decimal};
use crate::wire::settings_fields;
use crate::wire::table::ColumnKind;
use crate::wire::withheld::is_withheld;
use crate::wire::words::{Words, is_same_word, truth};

/// One row being read.
pub struct Row<'a> {
    pub sheet: &'a Sheet,
    pub record: &'a Record,
    pub findings: &'a mut Vec<Finding>,
}

impl<'a> Row<'a> {
    /// Where the row stands.
    pub fn place(&self) -> Place {
        self.sheet.table.place(self.record.row)
    }

    /// The cell of a column without outer blanks, and its heading; a blank cell of a required column is a finding.
    fn cell(&mut self, name: &str) -> Option<(&'a Column, &'a str)> {
        let column = self.sheet.column(name)?;
        Some((column, self.cell_of(column)))
    }

    fn cell_of(&mut self, column: &'a Column) -> &'a str {
        let text = self.record.cells.get(column.at).unwrap_or_default().trim();
        if text.is_empty() && column.schema.is_required && !column.schema.kind.may_be_withheld() {
            self.findings.push(faults::cell_missing(&self.place(), &column.heading));
        }
        text
    }

    /// The text of a cell, empty when blank or when there is no such column.
    pub fn text(&mut self, name: &str) -> String {
        self.cell(name).map(|(_, text)| text.to_string()).unwrap_or_default()
    }

    /// The text in both languages, from the columns `<stem>_en` and `<stem>_fr`.
    pub fn bilingual(&mut self, stem: &str) -> Bilingual {
        Bilingual { en: self.text(&format!("{stem}_en")), fr: self.text(&format!("{stem}_fr")) }
    }

    /// A remark from the column `<name>`, in the words of whoever wrote the dossier, and in French from `<name>_fr`.
    pub fn remark(&mut self, name: &str) -> Bilingual {
        Bilingual { en: self.text(name), fr: self.text(&format!("{name}_fr")) }
    }

    /// The text in both languages, of which at least one must be filled.
    pub fn name(&mut self, stem: &str) -> Bilingual {
        let name = self.bilingual(stem);
        if name.en.is_empty() && name.fr.is_empty() {
            self.findings.push(faults::cell_missing(&self.place(), &format!("{stem}_en")));
        }
        name
    }

    /// The identifier in a cell; nothing when it is blank.
    pub fn id<Kind>(&mut self, name: &str) -> Option<Id<Kind>> {
        let (_, text) = self.cell(name)?;
        (!text.is_empty()).then(|| Id::new(text))
    }

    /// The identifier in a cell, only when it names something.
    pub fn reference<Kind>(&mut self, name: &str, keys: &Keys<Kind>) -> Option<Id<Kind>> {
        let (column, text) = self.cell(name)?;
        if text.is_empty() {
            return None;
        }
        if let Some(id) = keys.find(text) {
            return Some(id.clone());
        }
        self.reference_unknown(&column.heading, text, keys);
        None
    }

    /// The identifier in a cell as written, with a finding when it names nothing; nothing when it is blank.
    pub fn reference_as_written<Kind>(&mut self, name: &str, keys: &Keys<Kind>) -> Option<Id<Kind>> {
        let (_, text) = self.cell(name)?;
        if text.is_empty() {
            return None;
        }
        self.reference(name, keys).or_else(|| Some(Id::new(text)))
    }

    /// The identifiers of a cell with `|` between them, only those that name something.
    pub fn references<Kind>(&mut self, name: &str, keys: &Keys<Kind>) -> Vec<Id<Kind>> {
        let Some((column, parts)) = self.parts(name) else { return Vec::new() };
        let mut ids = Vec::new();
        for part in parts {
            match keys.find(part) {
                Some(id) => ids.push(id.clone()),
                None => self.reference_unknown(&column.heading, part, keys),
            }
        }
        ids.sort();
        ids.dedup();
        ids
    }

    /// The entries of a cell with `|` between them, blank ones left out, with the heading of the column.
    pub fn parts(&mut self, name: &str) -> Option<(&'a Column, Vec<&'a str>)> {
        let (column, text) = self.cell(name)?;
        Some((column, text.split('|').map(str::trim).filter(|part| !part.is_empty()).collect()))
    }

    /// Reports a key that names nothing; where there is nothing to name, the missing table is the finding.
    pub fn reference_unknown<Kind>(&mut self, heading: &str, text: &str, keys: &Keys<Kind>) {
        if keys.is_empty() {
            return;
        }
        let place = self.place();
        self.findings.push(faults::reference_unknown(&place, (heading, text), keys.noun, keys.nearest(text)));
    }

    /// The number in a cell, within the range of its column; nothing when blank, unreadable or outside.
    pub fn number(&mut self, name: &str) -> Option<Decimal> {
        let column = self.sheet.column(name)?;
        self.number_of(column)
    }

    /// The numbers of a family of columns for the years `first..=last`, each with whether its column is there.
    pub fn years(&mut self, name: &str, first: usize, last: usize) -> Vec<Option<Option<Decimal>>> {
        let mut numbers = vec![None; (last + 1).saturating_sub(first)];
        let sheet = self.sheet;
        for column in sheet.columns.iter().filter(|column| column.schema.name == name) {
            if let Some(slot) = column.year.and_then(|year| numbers.get_mut(year.checked_sub(first)?)) {
                *slot = Some(self.number_of(column));
            }
        }
        numbers
    }

    /// The numbers of families of columns by period; a cell that is blank or unreadable states nothing.
    pub fn periods(&mut self, names: &[&str]) -> BTreeMap<Period, Decimal> {
        let mut numbers = BTreeMap::new();
        let sheet = self.sheet;
        for column in sheet.columns.iter().filter(|column| names.contains(&column.schema.name)) {
            if let Some(period) = column.period {
                numbers.extend(self.number_of(column).map(|number| (period, number)));
            }
        }
        numbers
    }

    /// Low, mode and high; nothing as soon as one of them is missing.
    pub fn three_point(&mut self, low: &str, mode: &str, high: &str) -> Option<ThreePoint> {
        let names = [low, mode, high];
        let [low, mode, high] = names.map(|name| self.number(name));
        if [low, mode, high].iter().any(Option::is_some) {
            self.withheld_alone(&names);
        }
        Some(ThreePoint { low: low?, mode: mode?, high: high? })
    }

    /// Tells a withheld part of an estimate of which others are told as what it is: no number.
    fn withheld_alone(&mut self, names: &[&str]) {
        let place = self.place();
        let columns = self.sheet.columns.iter().filter(|column| names.contains(&column.schema.name));
        let headings: Vec<&str> = columns.map(|column| column.heading.as_str()).collect();
        for finding in self.findings.iter_mut().filter(|finding| finding.code == "amount_withheld") {
            if finding.place == place && headings.contains(&finding.column.as_str()) {
                *finding = faults::withheld_alone(&place, &finding.column, &finding.value);
            }
        }
    }

    /// The whole number in a cell.
    pub fn whole(&mut self, name: &str) -> Option<u32> {
        let column = self.sheet.column(name)?;
        let number = self.number_of(column)?;
        if number.fract().is_zero() {
            return number.to_u32();
        }
        self.findings.push(faults::integer_invalid(&self.place(), &column.heading, &number.to_string()));
        None
    }

    /// The noun that a word stands for.
    pub fn choice<Noun: Copy>(&mut self, name: &str, words: &Words<Noun>) -> Option<Noun> {
        let (column, text) = self.cell(name)?;
        if text.is_empty() {
            return None;
        }
        let noun = words.noun(text);
        if noun.is_none() {
            self.choice_invalid(&column.heading, text, words.words);
        }
        noun
    }

    /// The accepted word that a cell holds.
    pub fn word(&mut self, name: &str, accepted: &'static [&'static str]) -> Option<&'static str> {
        let (column, text) = self.cell(name)?;
        if text.is_empty() {
            return None;
        }
        let word = accepted.iter().copied().find(|word| is_same_word(word, text));
        if word.is_none() {
            self.choice_invalid(&column.heading, text, accepted);
        }
        word
    }

    /// Reports a word that is none of those accepted.
    pub fn choice_invalid(&mut self, heading: &str, text: &str, accepted: &[&str]) {
        let near = nearest(text, accepted.iter().copied());
        self.findings.push(faults::choice_invalid(&self.place(), heading, text, accepted, near));
    }

    /// Whether a flag is set; a blank one is not.
    pub fn flag(&mut self, name: &str) -> bool {
        self.stated_flag(name).unwrap_or_default()
    }

    /// Whether a flag is set or not; nothing when it is blank or unreadable.
    pub fn stated_flag(&mut self, name: &str) -> Option<bool> {
        let (column, text) = self.cell(name)?;
        let stated = truth(text);
        if stated.is_some() {
            return stated;
        }
        if !text.is_empty() {
            self.choice_invalid(&column.heading, text, &["0", "1"]);
        }
        None
    }

    /// The day in a cell.
    pub fn day(&mut self, name: &str) -> Option<chrono::NaiveDate> {
        let (column, text) = self.cell(name)?;
        if text.is_empty() {
            return None;
        }
        let day = settings_fields::day(text);
        if day.is_none() {
            self.findings.push(faults::date_invalid(&self.place(), &column.heading, text));
        }
        day
    }

    /// The columns of these families whose blank cell leaves a period without a limit: no other cell of the row states
    /// anything of its year, or only quarters and months beside it do.
    pub fn unstated(&self, names: &[&str]) -> Vec<&'a Column> {
        let columns = self.sheet.columns.iter().filter(|column| names.contains(&column.schema.name));
        let columns: Vec<(&Column, Period)> =
            columns.filter_map(|column| Some((column, column.period?))).collect();
        let is_blank =
            |column: &Column| self.record.cells.get(column.at).is_none_or(|cell| cell.trim().is_empty());
        let blank = columns.iter().filter(|(column, _)| is_blank(column));
        let told = blank.filter(|(_, period)| {
            let same_year = columns.iter().filter(|(_, other)| other.begin.year() == period.begin.year());
            let (years, parts): (Vec<_>, Vec<_>) =
                same_year.partition(|(_, other)| other.length == PeriodLength::Year);
            let is_stated =
                |columns: &[&(&Column, Period)]| columns.iter().any(|(column, _)| !is_blank(column));
            match period.length {
                PeriodLength::Year => !is_stated(&parts),
                PeriodLength::Quarter | PeriodLength::Month => {
                    !is_stated(&years) && (years.is_empty() || is_stated(&parts))
                }
            }
        });
        told.map(|(column, _)| *column).collect()
    }

    /// Checks numbers that are information only, so that a slip in them is told like any other.
    pub fn check_numbers(&mut self, names: &[&str]) {
        for name in names {
            self.number(name);
        }
    }

    /// The number of one column of this row.
    pub fn number_of(&mut self, column: &'a Column) -> Option<Decimal> {
        let text = self.cell_of(column);
        let kind = column.schema.kind;
        let (least, most) = kind.range()?;
        match decimal(text) {
            Ok(number) if is_too_small(number) => {
                self.findings.push(faults::number_too_small(&self.place(), &column.heading, text));
            }
            Ok(number) if least <= number && number <= most => return Some(number),
            Ok(number) => {
                let is_beyond = most.max(-least) < number.abs();
                self.outside(column, text, kind.is_bounded_by_size() && is_beyond);
            }
            Err(NotDecimal::TooLarge) => self.outside(column, text, true),
            Err(NotDecimal::Syntax) if is_withheld(kind, text) => {
                self.findings.push(faults::withheld(&self.place(), &column.heading, text));
            }
            Err(NotDecimal::Syntax) if text.is_empty() => {}
            Err(NotDecimal::TooFine) => {
                self.findings.push(faults::number_too_small(&self.place(), &column.heading, text));
            }
            Err(NotDecimal::Syntax) => {
                self.findings.push(faults::number_invalid(&self.place(), &column.heading, text));
            }
        }
        None
    }

    fn outside(&mut self, column: &Column, text: &str, is_too_large: bool) {
        let code = match column.schema.kind {
            ColumnKind::Share => "share_out_of_range",
            _ if is_too_large => "number_too_large",
            _ => "number_out_of_range",
        };
        let (least, most) = column.schema.kind.range().unwrap_or_default();
        let (least, most) = (least.to_string(), most.to_string());
        self.findings.push(faults::number_outside(code, &self.place(), &column.heading, text, &least, &most));
    }

    /// Pushes a finding of a reader's own about one cell.
    pub fn fault(
        &mut self,
        code: &'static str,
        severity: Severity,
        cell: (&str, &str),
        sentences: (String, String),
    ) {
        self.findings.push(faults::cell(code, severity, &self.place(), cell, sentences));
    }
}
