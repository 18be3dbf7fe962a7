//! No bytes, however odd, stop the reading.

use std::fs;

use cxfolio::ingest::folder::read;
use proptest::prelude::*;

use crate::{SAMPLES, read_files, sample, tables};

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..40) {
        let mut files: Vec<(String, Vec<u8>)> =
            tables(SAMPLES[1]).into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        let at = at % files.len();
        files[at].1 = bytes.clone();
        read_files(&files);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bundle.json");
        fs::write(&file, bytes).unwrap();
        let _ = read(&file);
    }

    #[test]
    fn mutated_cells_never_panic(
        cells in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), CELL), 1..40),
    ) {
        let mut files = tables(SAMPLES[0]);
        for (file, cell, text) in &cells {
            let (name, whole) = file.get(&files).clone();
            let starts: Vec<usize> = whole.match_indices([',', '\n', ':']).map(|(at, _)| at + 1).collect();
            let start = *cell.get(&starts);
            let end = whole[start..].find([',', '\n', '}']).map_or(whole.len(), |length| start + length);
            let changed = format!("{}{}{}", &whole[..start], text, &whole[end..]);
            files.iter_mut().find(|(known, _)| *known == name).unwrap().1 = changed;
        }
        let first = read_files(&files);
        let second = read_files(&files);
        prop_assert_eq!(&first.findings, &second.findings);
        prop_assert_eq!(first.fingerprint, second.fingerprint);
        let fresh = read(&sample(SAMPLES[0])).unwrap();
        prop_assert!(first.dossier.investments.len() <= fresh.dossier.investments.len() + cells.len());
    }
}

/// Cells that have broken readers before, beside any text.
const CELL: &str = "(|-|\\*|0|-1|1e9|1e-30|1e99999|-1e28|99999999999999999999999999999999|0\\.1e|NaN|null|true|\\[\\]|\\{\\}|\
                    \"|\"\"|a\"b|B01|P1|\\||n\\.d\\.|\u{e9}\u{202f}\u{0}|[0-9,.;e+-]{0,9}|.{0,6})";
