//! Whatever the bytes: no panic, and both readings of a file agree. The corpus of the fuzz target, and random tables.

use std::fs;
use std::path::Path;

use cxfolio::source::open::from_bytes;
use cxfolio::source::options::Options;
use proptest::prelude::*;

use super::reading::Reading;

/// Reads the bytes if they can be read, every row and every cell; how many rows there were.
fn swallow(bytes: &[u8]) -> Option<usize> {
    let mut findings = Vec::new();
    let source = from_bytes("corpus", bytes, &Options::default(), &mut findings).ok()?;
    let reading = Reading { source, findings };
    let mut rows = 0;
    for (index, sheet) in reading.source.sheets.iter().enumerate() {
        let read = reading.rows(index).len();
        assert_eq!(read as u64, sheet.row_count);
        rows += read;
    }
    if let Some(sheet) = reading.source.sheets.first() {
        for column in 0..sheet.columns.len() {
            assert_eq!(reading.numbers(column).len(), reading.dates(column).len());
        }
    }
    Some(rows)
}

#[test]
fn the_corpus_of_the_fuzz_target_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/source");
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the corpus") {
        let bytes = fs::read(entry.expect("an entry").path()).expect("a file of the corpus");
        read += usize::from(swallow(&bytes[1..]).is_some());
    }
    assert!(10 < read, "{read}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        swallow(&bytes);
    }

    #[test]
    fn any_table_is_read_or_refused(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                ";", ",", "\t", "\n", "\r\n", "\r", "\"", "1", "234", " ", "\u{a0}", ".", "'", "(", ")", "-", "%",
                "€", "k€", "£", "m", "id", "Total", "n.d.", "31/12/2027", "03/04/27", "juillet 2013", "2026-27",
                "46113", "FY27", "é", "E+05",
            ]),
            0..120,
        ),
    ) {
        swallow(pieces.concat().as_bytes());
    }
}
