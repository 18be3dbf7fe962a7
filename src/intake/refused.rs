//! The refused rows in the shape they came in, with a column that says what is wrong: ready to be corrected and read again.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use csv::WriterBuilder;

use crate::domain::finding::Finding;
use crate::domain::place::Place;
use crate::domain::text::Language;
use crate::source::form::Form;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::row::Cell;
use crate::source::sheet::Sheet;
use crate::wire::formula_text::neutralised;

/// The heading of the added column, in both languages the same; a column of this name is not read.
pub const FINDINGS: &str = "findings";

/// The refused rows of a sheet as CSV in UTF-8 with a byte-order mark, under the headings of the sheet; nothing when
/// none of its rows is refused.
///
/// The delimiter is that of the file, `;` for a workbook in French. Cells are as they were read; texts that a
/// spreadsheet would take for formulas are neutralised.
pub fn refused_rows(
    source: &Source,
    sheet: &Sheet,
    refused: &BTreeSet<Place>,
    findings: &[Finding],
    language: Language,
) -> Result<Option<Vec<u8>>, Refusal> {
    let delimiter = match (&source.form, language) {
        (Form::Text(form), _) => form.delimiter,
        (Form::Workbook { .. }, Language::French) => b';',
        (Form::Workbook { .. }, Language::English) => b',',
    };
    let mut writer = WriterBuilder::new().delimiter(delimiter).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |cells: Vec<String>| {
        writer.write_record(cells).expect("rows of one width go into memory");
    };
    let headings = sheet.headings.iter().map(|heading| heading.text.clone());
    write(headings.chain([FINDINGS.to_string()]).collect());
    let mut count = 0;
    source.rows(sheet, &mut |row| {
        let place = sheet.place(row.row);
        if refused.contains(&place) {
            count += 1;
            let cells = (0..sheet.headings.len()).map(|at| told(row.cell(at)));
            write(cells.chain([sentences(findings, &place, language)]).collect());
        }
        ControlFlow::Continue(())
    })?;
    let bytes = writer.into_inner().expect("memory takes every byte");
    Ok((count > 0).then_some(bytes))
}

fn told(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) if is_number_like(text) => text.to_string(),
        other => neutralised(&other.text()).into_owned(),
    }
}

/// Whether a text that begins with a sign is a number and no formula.
fn is_number_like(text: &str) -> bool {
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.chars().all(|letter| !letter.is_alphabetic() && !"=@*/()+".contains(letter))
}

fn sentences(findings: &[Finding], place: &Place, language: Language) -> String {
    let own = findings.iter().filter(|finding| finding.place == *place);
    let told: Vec<String> = own
        .map(|finding| format!("{} [{}] {}", finding.code, finding.column, finding.message.get(language)))
        .collect();
    told.join(" | ")
}
