//! Published files of public administrations and the import samples, where they lie beside the repository.

use std::path::{Path, PathBuf};

use cxfolio::source::open::open;
use cxfolio::source::options::Options;

use super::reading::Reading;

/// The file of this name, or nothing and a word about it.
fn beside(name: &str) -> Option<Reading> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.is_file() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    let mut findings = Vec::new();
    let source =
        open(&path, &Options::default(), &mut findings).unwrap_or_else(|refusal| panic!("{refusal}"));
    Some(Reading { source, findings })
}

#[test]
fn the_file_with_errors_has_its_number_in_doubt_and_its_short_row() {
    let Some(reading) = beside("import/fr_gains_avec_erreurs.csv") else { return };
    assert_eq!(reading.told(), [("row_ragged", 13, "12 / 14"), ("ambiguous_number", 17, "1.234,5")]);
    assert_eq!(reading.rows(0).len(), 16);
    assert_eq!(reading.numbers(5)[4], "Withheld");
    assert_eq!(reading.numbers(4)[14], "-560000");
}

#[test]
fn the_french_import_samples_are_read_without_a_question() {
    for (name, rows, findings) in
        [("import/fr_lignes_de_cout.csv", 114, 0), ("import/fr_lignes_de_gain_cp1252.csv", 112, 1)]
    {
        let Some(reading) = beside(name) else { return };
        assert_eq!((reading.rows(0).len(), reading.findings.len()), (rows, findings), "{name}");
    }
}

#[test]
fn british_project_lists() {
    let Some(first) = beside("public/uk_gmpp/uk_2018.csv") else { return };
    assert_eq!(first.rows(0).len(), 133);
    assert_eq!(first.numbers(8)[0], "32.24");
    let rows = [("public/uk_gmpp/uk_2022.csv", 235), ("public/uk_gmpp/uk_2023.csv", 244)];
    for (name, count) in rows {
        let Some(reading) = beside(name) else { return };
        assert_eq!(reading.rows(0).len(), count, "{name}");
        assert!(reading.rows(0).iter().all(|row| row.1.len() == reading.names(0).len()), "{name}");
        assert_eq!(reading.names(0)[7], "colour_rating (2)");
        assert_eq!(reading.told_of("heading_duplicate"), [1]);
        assert!(reading.told_of("row_ragged").is_empty());
    }
}

#[test]
fn french_project_lists() {
    let names = [
        ("public/dinum/panorama_2016-11-18_d64b828.csv", 57, 4, "2013-07-01"),
        ("public/dinum/panorama_projets_si.csv", 57, 6, "2013-07-01"),
        ("public/dinum/Panorama_des_grands_projets_SI_-_20170630.csv", 61, 6, "2011-07-01"),
    ];
    for (name, count, begins, first) in names {
        let Some(reading) = beside(name) else { return };
        assert_eq!(reading.rows(0).len(), count, "{name}");
        assert_eq!(reading.dates(begins)[0], first, "{name}");
        assert!(reading.findings.is_empty(), "{:?}", reading.told());
    }
    let Some(book) = beside("public/dinum/export.xlsx") else { return };
    assert_eq!((book.rows(0).len(), book.names(0).len()), (61, 15));
}
