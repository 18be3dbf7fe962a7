//! Titles, headings over headings, units, totals, ragged and blank rows of text files.

use cxfolio::source::options::Options;

use super::reading::{read, read_with};

#[test]
fn titles_totals_and_blank_rows_are_told() {
    let text = "Plan 2027;;;\nÉtat au 30/06/2026;;;\n\nProjet;2027 (k€);2028 (k€);Note\nCRM;1 200,5;300;x\n;;;\n\
                Site;10,5;1 000;y\nSous-total DSI;1 211;1 300;\n\nTOTAL GÉNÉRAL;1 211;1 300;\n\n\n";
    let reading = read(text);
    let sheet = &reading.source.sheets[0];
    assert_eq!(sheet.heading_rows, Some((4, 4)));
    let notes: Vec<(u32, &str)> = sheet.notes.iter().map(|(row, text)| (*row, text.as_str())).collect();
    assert_eq!(notes, [(1, "Plan 2027"), (2, "État au 30/06/2026")]);
    assert_eq!((sheet.row_count, sheet.blank_rows), (4, 2));
    assert_eq!(sheet.totals_rows, [8, 10]);
    assert_eq!(sheet.headings[1].unit.as_ref().expect("a unit").scale.to_string(), "1000");
    assert_eq!(reading.told_of("row_totals"), [8]);
    assert_eq!(reading.told_of("row_blank"), [6]);
    assert_eq!(reading.rows(0).iter().map(|row| row.0).collect::<Vec<_>>(), [5, 7, 8, 10]);
    assert_eq!(reading.numbers(1), ["1200.5", "10.5", "1211", "1211"]);
}

#[test]
fn headings_over_headings_are_joined() {
    let text = ";Coûts;;Gains;\nProjet;2027;2028;2027;2028\nCRM;1,5;2;3;4\nSite;1;2;3;4\n";
    let reading = read(text);
    assert_eq!(reading.source.sheets[0].heading_rows, Some((1, 2)));
    assert_eq!(reading.names(0), ["Projet", "Coûts / 2027", "Coûts / 2028", "Gains / 2027", "Gains / 2028"]);
    assert_eq!(reading.rows(0).len(), 2);
}

#[test]
fn headings_twice_blank_or_absent() {
    let reading = read("year;colour_rating;colour_rating;\n2022;;Amber;x\n");
    assert_eq!(reading.names(0), ["year", "colour_rating", "colour_rating (2)", "D"]);
    assert_eq!(reading.told_of("heading_duplicate"), [1]);
    assert_eq!(reading.told_of("heading_missing"), [1]);
    let trailing = read("a,b,,,\n1,2,,,\n");
    assert_eq!(trailing.names(0), ["a", "b"]);
    assert!(trailing.findings.is_empty());
    let bare = read("CRM;1200,5;300,25\nSite;10,5;1000\n");
    assert_eq!(bare.names(0), ["A", "B", "C"]);
    assert_eq!(bare.told(), [("heading_missing", 1, "")]);
    assert_eq!(bare.rows(0).len(), 2);
}

#[test]
fn ragged_rows_are_kept_and_told() {
    let reading = read("id,name,x\nA,B\nC,D,E,F\nG,H,I,\nJ,K,L\n");
    assert_eq!(reading.told(), [("row_ragged", 2, "2 / 3"), ("row_ragged", 3, "4 / 3")]);
    assert_eq!(reading.rows(0).len(), 4);
}

#[test]
fn the_heading_row_can_be_stated() {
    let options = Options { heading_row: Some(3), ..Options::default() };
    let reading = read_with(b"a;b\n1;2\nid;name\nX;Y\n", &options).expect("read");
    assert_eq!(reading.names(0), ["id", "name"]);
    assert_eq!(reading.rows(0), [(4, vec!["X".to_string(), "Y".to_string()])]);
    let mut text = "note\n".repeat(200);
    text.push_str("id;name\nX;Y\n");
    let options = Options { heading_row: Some(201), delimiter: Some(b';'), ..Options::default() };
    let reading = read_with(text.as_bytes(), &options).expect("read");
    assert_eq!(reading.names(0), ["id", "name"]);
    assert_eq!(reading.rows(0).len(), 1);
}
