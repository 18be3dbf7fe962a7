//! `ColumnTally`: what the cells of one column look like, counted while the file is read the first time.

use super::date::SERIALS;
use super::date_shape::{DateShape, date_shape};
use super::number_shape::{Marks, as_group, shape};
use super::options::{DateOrder, DecimalMark, GroupMark};
use super::row::Cell;
use super::sheet::{Counts, Example};
use super::withheld::is_withheld;

/// How many different texts of a column are remembered as nothing but text.
const REMEMBERED: usize = 16;

/// Longer cells are prose.
const LONGEST: usize = 120;

/// Cells of one look: how many, and the first ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) count: u64,
    pub(super) first: Vec<Example>,
}

impl Seen {
    fn add(&mut self, row: u32, text: &str, keep: usize) {
        self.count += 1;
        if self.first.len() < keep {
            self.first.push(Example { row, text: text.to_string() });
        }
    }
}

/// One column while it is counted.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnTally {
    pub(super) counts: Counts,
    pub(super) currency: Option<&'static str>,
    /// Marks that can only be decimal, by [`DecimalMark`].
    pub(super) decimal: [Seen; 2],
    /// Marks that can be decimal or between groups.
    pub(super) either: [Seen; 2],
    /// Marks that can only stand between groups, by [`GroupMark`].
    pub(super) group: [Seen; 4],
    /// Dates that allow only one order, by [`DateOrder`].
    pub(super) order: [Seen; 2],
    /// Dates that allow both.
    pub(super) any_order: Seen,
    pub(super) year_months: u64,
    pub(super) fiscal_years: u64,
    pub(super) month_or_fiscal: Seen,
    pub(super) impossible: Seen,
    /// Whole numbers of a text file that can be serial days.
    pub(super) serials: Seen,
    /// Texts already seen to be nothing else, and the one to be replaced next.
    texts: Vec<Box<str>>,
    oldest: usize,
}

impl ColumnTally {
    /// Counts one cell, keeping at most `keep` examples of each look.
    pub(super) fn take(&mut self, row: u32, cell: &Cell<'_>, keep: usize) {
        match cell {
            Cell::Blank => self.counts.blanks += 1,
            Cell::Text(text) => self.take_text(row, text, keep),
            Cell::Number { is_percent, .. } => {
                self.counts.numbers += 1;
                self.counts.percents += u64::from(*is_percent);
            }
            Cell::Date(_) => self.counts.dates += 1,
            Cell::Truth(_) => self.counts.truths += 1,
            Cell::Error(_) => self.counts.errors += 1,
        }
    }

    fn take_text(&mut self, row: u32, text: &str, keep: usize) {
        if LONGEST < text.len() || self.texts.iter().any(|known| **known == *text) {
            self.counts.texts += 1;
        } else if !self.take_number(row, text, keep) && !self.take_date(row, text, keep) {
            if is_withheld(text) {
                self.counts.withheld += 1;
            } else {
                self.counts.texts += 1;
                self.remember(text);
            }
        }
    }

    fn remember(&mut self, text: &str) {
        if self.texts.len() < REMEMBERED {
            self.texts.push(text.into());
        } else {
            self.texts[self.oldest] = text.into();
            self.oldest = (self.oldest + 1) % REMEMBERED;
        }
    }

    fn take_number(&mut self, row: u32, text: &str, keep: usize) -> bool {
        let Some(shape) = shape(text) else { return false };
        self.counts.numbers += 1;
        self.counts.percents += u64::from(shape.is_percent);
        self.currency = self.currency.or(shape.currency);
        match shape.marks {
            Marks::None => {
                if text.len() == 5 && text.parse().is_ok_and(|number| SERIALS.contains(&number)) {
                    self.serials.add(row, text, keep);
                }
            }
            Marks::Either(mark) => self.either[mark as usize].add(row, text, keep),
            Marks::Decimal(mark) => self.decimal[mark as usize].add(row, text, keep),
            Marks::Grouped(mark) => self.group[mark as usize].add(row, text, keep),
            Marks::Both(group, mark) => {
                self.group[group as usize].add(row, text, keep);
                self.decimal[mark as usize].add(row, text, keep);
            }
        }
        true
    }

    fn take_date(&mut self, row: u32, text: &str, keep: usize) -> bool {
        let Some(shape) = date_shape(text) else { return false };
        self.counts.dates += 1;
        match shape {
            DateShape::Day(_) => {}
            DateShape::Two { first, second, .. } => match (12 < first, 12 < second) {
                (true, _) => self.order[DateOrder::DayMonthYear as usize].add(row, text, keep),
                (_, true) => self.order[DateOrder::MonthDayYear as usize].add(row, text, keep),
                _ if first == second => {}
                _ => self.any_order.add(row, text, keep),
            },
            DateShape::Month { .. } => {
                self.year_months += u64::from(text.bytes().all(|byte| !byte.is_ascii_alphabetic()));
            }
            DateShape::Fiscal { .. } => self.fiscal_years += 1,
            DateShape::MonthOrFiscal { .. } => self.month_or_fiscal.add(row, text, keep),
            DateShape::Impossible => self.impossible.add(row, text, keep),
        }
        true
    }

    /// Cells that show this group mark, once the decimal mark is known.
    pub(super) fn groups_of(&self, mark: GroupMark, decimal: Option<DecimalMark>) -> u64 {
        let open = [DecimalMark::Comma, DecimalMark::Point]
            .into_iter()
            .filter(|other| as_group(*other) == mark && decimal.is_some_and(|known| known != *other))
            .map(|other| self.either[other as usize].count);
        self.group[mark as usize].count + open.sum::<u64>()
    }
}
