//! Workbooks: values, styles, merged headings, hidden and linked things, errors of formulas.

use std::io::Write;

use chrono::NaiveDate;
use cxfolio::source::form::Form;
use cxfolio::source::options::Options;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::reading::{read, read_with, refused, refused_with};

/// A workbook with one sheet `S` of these rows of XML; `properties` stand in the workbook part.
pub fn packed(rows: &str, properties: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{properties}<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let top = relation("officeDocument", "xl/workbook.xml");
    let below = relation("worksheet", "worksheets/sheet1.xml");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", below.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more);
    zipped(&parts)
}

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        archive.start_file(*path, options).expect("a part");
        archive.write_all(bytes).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn values_come_with_their_kind() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Coûts & gains").expect("a name");
    let (percent, day) = (Format::new().set_num_format("0.0%"), Format::new().set_num_format("dd/mm/yyyy"));
    for (column, heading) in ["id", "montant", "taux", "date", "actif"].iter().enumerate() {
        sheet.write(0, column as u16, *heading).expect("a cell");
    }
    sheet.write(1, 0, "B01").expect("a cell");
    sheet.write(1, 1, 1234.1).expect("a cell");
    sheet.write_with_format(1, 2, 0.12, &percent).expect("a cell");
    let date = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day");
    sheet.write_with_format(1, 3, &date, &day).expect("a cell");
    sheet.write(1, 4, true).expect("a cell");
    sheet.write(3, 0, "B02").expect("a cell");
    sheet.write(3, 1, "1 234,5").expect("a cell");
    sheet.write(4, 0, "Total").expect("a cell");
    sheet.write_formula(4, 1, Formula::new("=SUM(B2:B4)").set_result("2468.6")).expect("a cell");
    let reading = read(book.save_to_buffer().expect("a workbook"));
    assert_eq!(reading.source.form, Form::Workbook { is_1904: false });
    let found = &reading.source.sheets[0];
    assert_eq!((found.name.as_deref(), &*found.file), (Some("Coûts & gains"), "file#Coûts & gains"));
    assert_eq!(reading.rows(0)[0].1, ["B01", "1234.1", "12%", "2027-03-01", "TRUE"]);
    assert_eq!(reading.numbers(1), ["1234.1", "1234.5", "2468.6"]);
    assert_eq!(reading.numbers(2), ["0.12", "blank", "blank"]);
    assert_eq!(reading.dates(3), ["2027-03-01", "blank", "blank"]);
    assert_eq!((found.columns[2].counts.percents, found.columns[3].counts.dates), (1, 1));
    assert_eq!(found.totals_rows, [5]);
    assert_eq!(reading.told_of("row_blank"), [3]);
    assert_eq!(reading.findings.len(), 2);
}

#[test]
fn merged_headings_span_their_columns() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 6, "Plan d'investissement", &plain).expect("a title");
    sheet.merge_range(2, 0, 3, 0, "Projet", &plain).expect("a heading");
    sheet.merge_range(2, 2, 2, 4, "Coûts (k€)", &plain).expect("a heading");
    sheet.write(2, 1, "Note").expect("a cell");
    for (column, year) in [2027, 2028, 2029].into_iter().enumerate() {
        sheet.write(3, 2 + column as u16, year).expect("a cell");
        sheet.write(4, 2 + column as u16, 100.5).expect("a cell");
    }
    sheet.write(4, 0, "CRM").expect("a cell");
    sheet.write(4, 6, "x").expect("a cell");
    sheet.set_row_hidden(4).expect("a row");
    let reading = read(book.save_to_buffer().expect("a workbook"));
    let found = &reading.source.sheets[0];
    assert_eq!(found.heading_rows, Some((3, 4)));
    let names = ["Projet", "Note", "Coûts (k€) / 2027", "Coûts (k€) / 2028", "Coûts (k€) / 2029", "F", "G"];
    assert_eq!(reading.names(0), names);
    assert_eq!(found.headings[3].unit.as_ref().expect("a unit").text, "k€");
    assert_eq!((found.notes.len(), found.hidden_rows), (1, 1));
    assert_eq!(reading.told_of("sheet_hidden"), [0]);
}

#[test]
fn sheets_are_named_hidden_or_chosen() {
    let mut book = Workbook::new();
    for name in ["Un", "Deux", "Vide"] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        if name != "Vide" {
            sheet.write(0, 0, "id").expect("a cell");
            sheet.write(1, 0, name).expect("a cell");
        }
        sheet.set_hidden(name == "Deux");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let reading = read(&bytes);
    let hidden: Vec<bool> = reading.source.sheets.iter().map(|sheet| sheet.is_hidden).collect();
    assert_eq!(hidden, [false, true, false]);
    assert_eq!(reading.told_of("file_empty"), [0]);
    let options = Options { sheet: Some("Deux".into()), ..Options::default() };
    let chosen = read_with(&bytes, &options).expect("read");
    assert_eq!(chosen.rows(0)[0].1, ["Deux"]);
    let options = Options { sheet: Some("Trois".into()), ..Options::default() };
    assert_eq!(refused_with(&bytes, &options), ("sheet_missing", 0));
}

#[test]
fn errors_and_formulas_without_a_value_are_told() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>1.5</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>1e300</v></c><c r=\"B3\"><f>A2*2</f></c></row>\
        <row r=\"4\"><c r=\"A4\"><v>0.1</v></c><c r=\"B4\" t=\"str\"><f>\"\"</f><v></v></c></row>";
    let reading = read(packed(rows, "", &[("xl/externalLinks/externalLink1.xml", b"<x/>")]));
    let mut told = reading.told();
    told.sort_unstable();
    let expected = [
        ("cell_error", 2, "#DIV/0!"),
        ("cell_error", 3, "#TOO LARGE"),
        ("formula_not_computed", 3, ""),
        ("workbook_external_link", 0, ""),
    ];
    assert_eq!(told, expected);
    assert_eq!(reading.numbers(0), ["1.5", "FormulaError", "0.1"]);
    assert_eq!(reading.numbers(1), ["FormulaError", "blank", "blank"]);
}

#[test]
fn days_may_count_from_1904() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>date</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>44651</v></c></row>";
    let from_1900 = read(packed(rows, "", &[]));
    assert_eq!(from_1900.dates(0), ["2022-03-31"]);
    let from_1904 = read(packed(rows, "<workbookPr date1904=\"1\"/>", &[]));
    assert_eq!(from_1904.source.form, Form::Workbook { is_1904: true });
    assert_eq!(from_1904.dates(0), ["2026-04-01"]);
}

#[test]
fn what_is_no_workbook_is_refused() {
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one"), ("workbook_unreadable", 0));
    assert_eq!(refused(b"PK\x03\x04 cut off"), ("workbook_unreadable", 0));
    assert_eq!(refused(zipped(&[("mimetype", b"other")])), ("workbook_unreadable", 0));
    let whole = packed("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "", &[]);
    for length in (0..whole.len()).step_by(97) {
        let mut findings = Vec::new();
        let cut = &whole[..length];
        let _ = cxfolio::source::open::from_bytes("cut", cut, &Options::default(), &mut findings);
    }
}
