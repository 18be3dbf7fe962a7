//! A dossier as a workbook: one sheet per table and one for the settings, cell by cell as they are written down.

use rust_xlsxwriter::{Format, FormatAlign};

use super::formats::Formats;
use super::sheet::Sheet;
use super::{WorkbookFault, bytes_of};
use crate::domain::text::Language;
use crate::report::delimited::SETTINGS;
use crate::report::written::{WrittenCell, WrittenDossier, WrittenTable};

/// The digits that spreadsheets keep of a number; what has more is written as a text.
const DIGITS_KEPT: u32 = 15;

/// How wide a column may be, in characters.
const WIDEST: usize = 60;

/// The dossier as a workbook that can be read back.
///
/// Numbers are numbers, texts and keys are texts, also those that look like formulas. A number of more digits than
/// spreadsheets keep is a text, so that none is lost.
///
/// # Errors
/// When a cell is longer than a workbook allows (32,767 characters), or a table has more rows or columns.
pub fn dossier_workbook(dossier: &WrittenDossier) -> Result<Vec<u8>, WorkbookFault> {
    let settings = WrittenTable {
        name: SETTINGS.to_string(),
        headings: vec!["path".to_string(), "value".to_string()],
        rows: dossier
            .settings
            .iter()
            .map(|(path, value)| vec![WrittenCell::Text(path.clone()), value.clone()])
            .collect(),
    };
    let sheets = std::iter::once(&settings).chain(&dossier.tables).map(sheet).collect();
    bytes_of("cxfolio", sheets)
}

fn sheet(table: &WrittenTable) -> Sheet {
    let looks = Formats::new("", Language::English);
    let mut sheet = Sheet::new(&table.name);
    let (text, number) = (Format::new(), Format::new().set_align(FormatAlign::Right));
    for (column, heading) in (0..).zip(&table.headings) {
        sheet.text((0, column), heading, &looks.heading);
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                WrittenCell::Blank => {}
                WrittenCell::Number { value, .. } if digits(*value) <= DIGITS_KEPT => {
                    sheet.number((row, column), *value, &number);
                }
                WrittenCell::Number { text: written, .. } => sheet.text((row, column), written, &number),
                WrittenCell::Text(written) => sheet.text((row, column), written, &text),
                WrittenCell::Truth(truth) => sheet.truth((row, column), *truth, &text),
            }
        }
    }
    lay_out(&mut sheet, table);
    sheet
}

/// Widths by what stands in the columns, headings that stay and can be filtered by.
fn lay_out(sheet: &mut Sheet, table: &WrittenTable) {
    for (column, heading) in (0..).zip(&table.headings) {
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let longest = cells.map(length).chain([heading.chars().count() + 3]).max().unwrap_or(0);
        sheet.with(|inner| inner.set_column_width(column, longest.clamp(6, WIDEST) as f64 + 1.0).map(|_| ()));
    }
    let (Ok(last_row), Some(last_column)) =
        (u32::try_from(table.rows.len()), table.headings.len().checked_sub(1))
    else {
        return;
    };
    let last_column = u16::try_from(last_column).unwrap_or(u16::MAX);
    sheet.with(|inner| {
        inner.set_freeze_panes(1, 0)?;
        inner.autofilter(0, 0, last_row, last_column)?;
        inner.ignore_error_range(
            0,
            0,
            last_row.max(1),
            last_column,
            rust_xlsxwriter::IgnoreError::NumberStoredAsText,
        )?;
        inner.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        Ok(())
    });
}

fn length(cell: &WrittenCell) -> usize {
    match cell {
        WrittenCell::Blank => 0,
        WrittenCell::Number { text, .. } | WrittenCell::Text(text) => text.chars().count(),
        WrittenCell::Truth(_) => 5,
    }
}

/// Digits that matter, zeros at both ends left out.
fn digits(value: rust_decimal::Decimal) -> u32 {
    let mut mantissa = value.normalize().mantissa().unsigned_abs();
    while mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    mantissa.checked_ilog10().map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_digits_that_matter_are_counted() {
        let counted = |text: &str| digits(text.parse().unwrap());
        assert_eq!(
            ["0", "-0.50", "1200", "123456789012345", "0.1234567890123456"].map(counted),
            [0, 1, 2, 15, 16]
        );
    }
}
