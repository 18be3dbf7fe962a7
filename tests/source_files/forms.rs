//! Every encoding with every delimiter and every line ending gives the same cells.

use cxfolio::source::form::{Form, LineEnding};
use cxfolio::source::options::{Encoding, Options};

use super::reading::{read, read_with, refused, refused_with};

const ENDINGS: [(&str, LineEnding); 3] =
    [("\n", LineEnding::Lf), ("\r\n", LineEnding::CrLf), ("\r", LineEnding::Cr)];

/// The same table with another delimiter; its cells hold the other delimiters, quotes and line breaks.
fn table(delimiter: char, ending: &str) -> String {
    let lines = [
        vec!["id", "libellé", "montant (€)"],
        vec!["B01", "\"Été, \"\"ça\"\"; |\tva\"", "1\u{a0}234,50"],
        vec!["B02", "\"deux~lignes\"", "0,5"],
        vec!["B03", "n°\u{a0}3", "12"],
    ];
    let lines = lines.map(|cells| {
        let quoted = cells.iter().map(|cell| {
            let must_quote = cell.contains(delimiter) && !cell.starts_with('"');
            if must_quote { format!("\"{cell}\"") } else { cell.to_string() }
        });
        quoted.collect::<Vec<_>>().join(&delimiter.to_string())
    });
    (lines.join(ending) + ending).replace('~', ending)
}

/// The bytes of a text with or without a mark.
fn bytes(text: &str, encoding: Encoding, has_mark: bool) -> Vec<u8> {
    let text = if has_mark { format!("\u{feff}{text}") } else { text.to_string() };
    match encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1252 => text.chars().map(one_byte).collect(),
    }
}

fn one_byte(letter: char) -> u8 {
    match letter {
        '€' => 0x80,
        letter => u8::try_from(u32::from(letter)).expect("a letter of Latin-1"),
    }
}

#[test]
fn every_form_gives_the_same_cells() {
    let mut forms = 0;
    for encoding in Encoding::ALL {
        for has_mark in [false, true] {
            if has_mark && encoding == Encoding::Windows1252 {
                continue;
            }
            for delimiter in [';', ',', '\t', '|'] {
                for (ending, line_ending) in ENDINGS {
                    let reading = read(bytes(&table(delimiter, ending), encoding, has_mark));
                    let Form::Text(form) = &reading.source.form else { panic!("not text") };
                    assert_eq!((form.encoding, form.has_mark), (encoding, has_mark));
                    assert_eq!((form.delimiter, form.line_ending), (delimiter as u8, line_ending));
                    assert_eq!(reading.names(0), ["id", "libellé", "montant (€)"]);
                    let rows = reading.rows(0);
                    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 3, 5]);
                    assert_eq!(rows[0].1[1], "Été, \"ça\"; |\tva");
                    assert_eq!(rows[1].1[1], "deux\nlignes");
                    assert_eq!(reading.numbers(2), ["1234.50", "0.5", "12"].map(trimmed));
                    let is_guessed = !has_mark && encoding != Encoding::Utf8;
                    assert_eq!(reading.told_of("encoding_guessed").len(), usize::from(is_guessed));
                    assert_eq!(reading.findings.len(), usize::from(is_guessed), "{:?}", reading.told());
                    forms += 1;
                }
            }
        }
    }
    assert_eq!(forms, 7 * 4 * 3);
}

fn trimmed(number: &str) -> String {
    let number = number.trim_end_matches('0');
    number.trim_end_matches('.').to_string()
}

#[test]
fn encoding_and_delimiter_can_be_forced() {
    let options = Options { delimiter: Some(b','), ..Options::default() };
    let reading = read_with(b"id;a,b\nX;1,2\n", &options).expect("read");
    assert_eq!(reading.names(0), ["id;a", "b"]);
    let options = Options { encoding: Some(Encoding::Windows1252), ..Options::default() };
    let reading = read_with("id,é\nX,1\n".as_bytes(), &options).expect("read");
    assert_eq!(reading.names(0), ["id", "Ã©"]);
    assert!(reading.findings.is_empty());
    let options = Options { encoding: Some(Encoding::Utf8), ..Options::default() };
    assert_eq!(refused_with(b"id,a\nX,\xe9\n", &options), ("encoding_invalid", 2));
    let options = Options { delimiter: Some(b'"'), ..Options::default() };
    assert_eq!(refused_with(b"id,a\nX,1\n", &options), ("delimiter_invalid", 0));
}

#[test]
fn broken_text_is_refused_at_its_row() {
    assert_eq!(refused(b"id,a\r\nX,\xc3\xa9t\xc3\xa9\r\nY,\xc3(\r\n"), ("encoding_invalid", 3));
    assert_eq!(refused(b"\xef\xbb\xbfid,a\rX,\xe9\r"), ("encoding_invalid", 2));
    assert_eq!(refused(b"id,a\nX,pr\x8et\x8f\n"), ("encoding_invalid", 2));
    assert_eq!(refused(b"id,a\nX,\0\n"), ("nul_byte", 2));
    let lone = [0xff, 0xfe, b'i', 0, b'd', 0, b'\n', 0, 0x00, 0xd8, b'x', 0];
    assert_eq!(refused(lone), ("encoding_invalid", 2));
    let nul = [0xff, 0xfe, b'i', 0, b'd', 0, b'\n', 0, b'x', 0, 0, 0];
    assert_eq!(refused(nul), ("nul_byte", 2));
    assert_eq!(refused(b"id,a\nX,\"1\nY,2\n"), ("quote_unclosed", 2));
}

#[test]
fn files_without_a_table_say_so() {
    for bytes in ["", "\n\n", "\u{feff}", ",,\n,,\n"] {
        let reading = read(bytes);
        assert_eq!(reading.told(), [("file_empty", 0, "")], "{bytes:?}");
        assert!(reading.rows(0).is_empty());
    }
}

#[test]
fn a_delimiter_in_doubt_is_a_question() {
    let reading = read("a;b,c\nd;e,f\n");
    assert_eq!(reading.told_of("delimiter_ambiguous"), [1]);
}
