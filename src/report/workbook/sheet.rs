//! `Sheet`: one sheet while it is written, cell by cell; the first fault is kept and told in the end.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::{quote_sheet_name, row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{Chart, Color, ConditionalFormatFormula, Format, Formula, Worksheet, XlsxError};

use crate::quantity::real::real;

/// Row and column, both counted from 0.
pub type At = (u32, u16);

/// The longest text that a cell holds.
const LONGEST_TEXT: usize = 32_767;

/// One sheet while it is written.
pub struct Sheet {
    inner: Worksheet,
    fault: Option<XlsxError>,
    /// Ranges of its check cells, in its own cells.
    checks: Vec<(At, At)>,
}

impl Sheet {
    /// An empty sheet of this name.
    pub fn new(name: &str) -> Sheet {
        let mut sheet = Sheet { inner: Worksheet::new(), fault: None, checks: Vec::new() };
        sheet.with(|inner| inner.set_name(name).map(|_| ()));
        sheet
    }

    /// What no cell method covers: widths, panes, print setup.
    pub fn with(&mut self, act: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) {
        if let Err(fault) = act(&mut self.inner) {
            self.fault.get_or_insert(fault);
        }
    }

    /// A text as it is: never a formula, whatever it begins with.
    pub fn text(&mut self, (row, column): At, text: &str, format: &Format) {
        self.with(|inner| match text.is_empty() {
            true => inner.write_blank(row, column, format).map(|_| ()),
            false => inner.write_string_with_format(row, column, text, format).map(|_| ()),
        });
    }

    /// A text cut to what a cell holds.
    pub fn long_text(&mut self, at: At, text: &str, format: &Format) {
        match text.chars().count() <= LONGEST_TEXT {
            true => self.text(at, text, format),
            false => {
                let cut: String = text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect();
                self.text(at, &cut, format);
            }
        }
    }

    /// A number, to the 15 digits that spreadsheets keep.
    pub fn number(&mut self, (row, column): At, number: Decimal, format: &Format) {
        self.with(|inner| inner.write_number_with_format(row, column, real(number), format).map(|_| ()));
    }

    /// `TRUE` or `FALSE`.
    pub fn truth(&mut self, (row, column): At, truth: bool, format: &Format) {
        self.with(|inner| inner.write_boolean_with_format(row, column, truth, format).map(|_| ()));
    }

    /// A formula with the number that it gives.
    pub fn formula(&mut self, at: At, formula: &str, result: Decimal, format: &Format) {
        self.formula_of(at, formula, real(result).to_string(), format);
    }

    /// A formula with the text that it gives.
    pub fn formula_text(&mut self, at: At, formula: &str, result: &str, format: &Format) {
        self.formula_of(at, formula, result.to_string(), format);
    }

    /// A formula that says whether two figures agree, counted among the checks of the sheet.
    pub fn check(&mut self, at: At, formula: &str, is_true: bool, format: &Format) {
        self.formula_of(at, formula, if is_true { "TRUE" } else { "FALSE" }.to_string(), format);
        let alarm = Format::new().set_font_color(Color::White).set_background_color(Color::RGB(0xC0392B));
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=NOT({})", cell(at)).as_str())
            .set_format(alarm);
        self.with(|inner| inner.add_conditional_format(at.0, at.1, at.0, at.1, &rule).map(|_| ()));
        match self.checks.last_mut() {
            Some((_, last)) if last.1 == at.1 && last.0 + 1 == at.0 => *last = at,
            _ => self.checks.push((at, at)),
        }
    }

    fn formula_of(&mut self, (row, column): At, formula: &str, result: String, format: &Format) {
        let formula = Formula::new(formula).set_result(result);
        self.with(|inner| inner.write_formula_with_format(row, column, formula, format).map(|_| ()));
    }

    /// A chart with its upper left corner in this cell.
    pub fn chart(&mut self, (row, column): At, chart: &Chart) {
        self.with(|inner| inner.insert_chart(row, column, chart).map(|_| ()));
    }

    /// A cell of this sheet as formulas on other sheets name it.
    pub fn name_of(&self, at: At) -> String {
        format!("{}!{}", quote_sheet_name(&self.inner.name()), fixed(at))
    }

    /// A range of this sheet as formulas on other sheets name it.
    pub fn range_of(&self, first: At, last: At) -> String {
        format!("{}!{}:{}", quote_sheet_name(&self.inner.name()), fixed(first), fixed(last))
    }

    /// The ranges of its check cells as formulas on other sheets name them, each with how many cells it holds.
    pub fn checks(&self) -> Vec<(String, u32)> {
        let range = |(first, last): &(At, At)| (self.range_of(*first, *last), last.0 - first.0 + 1);
        self.checks.iter().map(range).collect()
    }

    /// The name of the sheet.
    pub fn name(&self) -> String {
        self.inner.name()
    }

    /// The sheet, or the first fault met while it was written.
    pub fn finished(self) -> Result<Worksheet, XlsxError> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(self.inner),
        }
    }
}

/// A cell as formulas name it that move with it: `B3`.
pub fn cell((row, column): At) -> String {
    row_col_to_cell(row, column)
}

/// A cell as formulas name it that stay: `$B$3`.
pub fn fixed((row, column): At) -> String {
    row_col_to_cell_absolute(row, column)
}

/// A range as formulas name it that move with it: `B3:D3`.
pub fn range(first: At, last: At) -> String {
    format!("{}:{}", cell(first), cell(last))
}
