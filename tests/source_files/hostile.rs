//! Hostile files are refused, by their limits, with a code and a row.

use cxfolio::source::limits::Limits;
use cxfolio::source::options::Options;

use super::reading::{read, refused, refused_with};
use super::workbooks::{packed, zipped};

fn limited(limits: Limits) -> Options {
    Options { limits, ..Options::default() }
}

#[test]
fn an_endless_quote_is_told_at_the_row_that_opens_it() {
    let mut text = b"id,a\nX,1\nY,\"".to_vec();
    text.resize(40 << 20, b'z');
    assert_eq!(refused(&text), ("quote_unclosed", 3));
    for place in (20..text.len()).step_by(80) {
        text[place] = b'\n';
    }
    assert_eq!(refused(&text), ("quote_unclosed", 3));
    text.extend_from_slice(b"\"\nZ,2\n");
    assert_eq!(refused(&text), ("cell_too_large", 3));
}

#[test]
fn a_large_cell_is_refused() {
    let cell = |size: usize| [b"id,a\nX,1\nY,".as_slice(), &vec![b'z'; size], b"\n"].concat();
    assert_eq!(refused(cell(50 << 20)), ("cell_too_large", 3));
    assert_eq!(refused(cell((1 << 20) + 1)), ("cell_too_large", 3));
    assert!(read(cell(1 << 20)).findings.is_empty());
}

#[test]
fn columns_and_rows_have_their_limits() {
    let wide = |count: usize| ["x"].repeat(count).join(",") + "\n";
    assert_eq!(refused(wide(1_000_000)), ("columns_too_many", 1));
    assert_eq!(read(wide(16_384)).source.sheets[0].headings.len(), 16_384);
    let options = limited(Limits { rows: 3, ..Limits::default() });
    assert_eq!(refused_with(b"id\n1\n2\n3\n", &options), ("rows_too_many", 4));
}

#[test]
fn nul_bytes_far_into_a_file_are_told_at_their_row() {
    let mut text = "id,a\n".to_string() + &"X,1\r\n".repeat(50_000);
    text.push('\0');
    assert_eq!(refused(text), ("nul_byte", 50_002));
}

#[test]
fn a_bomb_is_refused_by_its_directory_and_by_what_comes_out() {
    let zeros = vec![b' '; 64 << 20];
    let bomb = packed("", "", &[("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(refused(&bomb), ("workbook_bomb", 0));
    let mut lying = bomb.clone();
    let size = (zeros.len() as u32).to_le_bytes();
    for place in 0..lying.len() - 4 {
        if lying[place..place + 4] == size {
            lying[place..place + 4].copy_from_slice(&1000_u32.to_le_bytes());
        }
    }
    assert_ne!(lying, bomb);
    let (code, _) = refused(&lying);
    assert!(["workbook_bomb", "workbook_unreadable"].contains(&code), "{code}");
    let options = limited(Limits { parts: 4, ..Limits::default() });
    assert_eq!(refused_with(&packed("", "", &[]), &options), ("workbook_bomb", 0));
}

#[test]
fn a_sheet_of_far_cells_is_refused_before_it_fills_the_memory() {
    let far: String =
        (1..=2_000).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    let options = limited(Limits { cells: 1_000_000, ..Limits::default() });
    assert_eq!(refused_with(&packed(&far, "", &[]), &options), ("workbook_bomb", 0));
    let beyond = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZ1\"><v>1</v></c></row>";
    let (code, _) = refused(packed(beyond, "", &[]));
    assert!(["columns_too_many", "workbook_unreadable"].contains(&code), "{code}");
    let text = "z".repeat((1 << 20) + 1);
    let large = format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    assert_eq!(refused(packed(&large, "", &[])), ("cell_too_large", 1));
}

#[test]
fn many_sheets_are_refused_unless_one_is_chosen() {
    let mut book = rust_xlsxwriter::Workbook::new();
    (0..65).for_each(|_| {
        book.add_worksheet();
    });
    let bytes = book.save_to_buffer().expect("a workbook");
    assert_eq!(refused(&bytes), ("sheets_too_many", 0));
    assert_eq!(refused(zipped(&[])), ("workbook_unreadable", 0));
}
