//! Any bytes as a finance file: never a panic, and the second reading gives the rows that the first one counted.
#![no_main]

use std::ops::ControlFlow;

use cxfolio::source::date::date;
use cxfolio::source::number::number;
use cxfolio::source::open::from_bytes;
use cxfolio::source::options::{DateOrder, DecimalMark, Encoding, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    for options in [Options::default(), chosen(*first)] {
        let mut findings = Vec::new();
        let Ok(source) = from_bytes("fuzz", rest, &options, &mut findings) else { continue };
        assert!(findings.iter().all(|it| !it.message.en.is_empty() && !it.message.fr.is_empty()));
        for sheet in &source.sheets {
            assert_eq!(sheet.headings.len(), sheet.columns.len());
            let mut rows = 0;
            let each = &mut |row: cxfolio::source::row::Row<'_>| {
                rows += 1;
                for (index, column) in sheet.columns.iter().enumerate() {
                    let _ = number(row.cell(index), column);
                    let _ = date(row.cell(index), column);
                }
                ControlFlow::Continue(())
            };
            source.rows(sheet, each).expect("a file that was read once is read again");
            assert_eq!(rows, sheet.row_count);
        }
    }
});

/// Options that the first byte picks.
fn chosen(byte: u8) -> Options {
    let of = |shift: u8, choices: usize| usize::from(byte >> shift) % choices;
    Options {
        encoding: [None, Some(Encoding::Utf8), Some(Encoding::Windows1252), Some(Encoding::Utf16Le)][of(0, 4)],
        delimiter: [None, Some(b';'), Some(b','), Some(b'\t')][of(2, 4)],
        decimal: [None, Some(DecimalMark::Comma)][of(4, 2)],
        date_order: [None, Some(DateOrder::DayMonthYear)][of(5, 2)],
        heading_row: [None, Some(2)][of(6, 2)],
        ..Options::default()
    }
}
