//! One convention for each column: numbers, dates, words that withhold.

use cxfolio::source::date::{Grain, date_of_text};
use cxfolio::source::options::{DateOrder, DecimalMark, Options};
use cxfolio::source::sheet::Decided;

use super::reading::{Reading, read, read_with};

/// A file with one column of these cells beside an identifier.
fn column(cells: &[&str]) -> Reading {
    read_with(written(cells).as_bytes(), &Options::default()).expect("read")
}

fn written(cells: &[&str]) -> String {
    let rows = cells.iter().enumerate().map(|(index, cell)| format!("P{index}\t{cell}\n"));
    format!("id\tmontant\n{}", rows.collect::<String>())
}

#[test]
fn french_numbers_in_every_dress() {
    let reading = column(&[
        "1 234,5",
        "1\u{a0}234,5",
        "1\u{202f}234\u{202f}567,25",
        "1\u{2009}000",
        "1'234",
        "1\u{2019}234,5 €",
        "12 %",
        "(1 234,5)",
        "1 234,5-",
        "\u{2212}5",
        "€ 12",
        "EUR 1 000,5",
        "3,2 M€",
        "5 k€",
        "+7",
        "",
        "n.d.",
        "NC",
        "En cadrage",
        "Exempt under section 43 of FoI",
        "core",
    ]);
    let read: Vec<String> = reading.numbers(1);
    let expected = [
        "1234.5",
        "1234.5",
        "1234567.25",
        "1000",
        "Ambiguous",
        "Ambiguous",
        "0.12",
        "-1234.5",
        "-1234.5",
        "-5",
        "12",
        "1000.5",
        "3200000",
        "5000",
        "7",
        "blank",
        "Withheld",
        "Withheld",
        "Withheld",
        "Withheld",
        "NotANumber",
    ];
    assert_eq!(read, expected);
    assert_eq!(reading.told_of("ambiguous_number"), [6, 7]);
    let counts = &reading.source.sheets[0].columns[1].counts;
    assert_eq!((counts.numbers, counts.percents, counts.withheld), (15, 1, 4));
    assert_eq!((counts.texts, counts.blanks), (1, 1));
    assert_eq!(reading.source.sheets[0].columns[1].currency, Some("€"));
}

#[test]
fn english_swiss_and_german_numbers() {
    assert_eq!(column(&["1,234.50", "£32.24", "-$1,000"]).numbers(1), ["1234.5", "32.24", "-1000"]);
    assert_eq!(column(&["1'234.50", "1'000'000"]).numbers(1), ["1234.5", "1000000"]);
    let german = column(&["1.234,5", "22.345,0", "3.111.222,75", "1.234"]);
    assert_eq!(german.numbers(1), ["1234.5", "22345", "3111222.75", "1234"]);
    assert!(german.findings.is_empty());
}

#[test]
fn what_stays_in_doubt_is_asked_never_guessed() {
    let reading = column(&["1,234", "2,345", "12"]);
    assert_eq!(reading.numbers(1), ["Ambiguous", "Ambiguous", "12"]);
    assert_eq!(reading.told(), [("ambiguous_number", 2, "1,234")]);
    let column = &reading.source.sheets[0].columns[1];
    let Decided::Ambiguous { examples } = &column.decimal else { panic!("decided") };
    assert_eq!(examples.len(), 2);
    let contradicting = self::column(&["0.5", "0,5", "3"]);
    assert_eq!(contradicting.numbers(1), ["Ambiguous", "Ambiguous", "3"]);
    assert_eq!(contradicting.told_of("ambiguous_number").len(), 1);
}

#[test]
fn a_stated_convention_decides() {
    let options = Options { decimal: Some(DecimalMark::Point), ..Options::default() };
    let reading = read_with(written(&["1,234", "2,345"]).as_bytes(), &options).expect("read");
    assert_eq!(reading.numbers(1), ["1234", "2345"]);
    let options = Options { decimal: Some(DecimalMark::Comma), ..Options::default() };
    let reading = read_with(written(&["1,234", "2,345"]).as_bytes(), &options).expect("read");
    assert_eq!(reading.numbers(1), ["1.234", "2.345"]);
    let options = Options { date_order: Some(DateOrder::MonthDayYear), ..Options::default() };
    let reading = read_with(written(&["03/04/2027"]).as_bytes(), &options).expect("read");
    assert_eq!(reading.dates(1), ["2027-03-04"]);
    assert!(reading.findings.is_empty());
}

#[test]
fn few_cells_against_many_are_told_one_by_one() {
    let mut cells = vec!["0,5"; 60];
    cells[7] = "0.5";
    let reading = column(&cells);
    assert_eq!(reading.told(), [("ambiguous_number", 9, "0.5")]);
    assert_eq!(reading.numbers(1)[7], "Ambiguous");
    assert_eq!(reading.numbers(1)[8], "0.5");
}

#[test]
fn groups_follow_the_file_where_one_cell_stands_alone() {
    let text = "a;b\n0,4;1 000\n1.234,5;2 000\n-560 000;3 000\n";
    let reading = read(text);
    assert_eq!(reading.numbers(0), ["0.4", "Ambiguous", "-560000"]);
    assert_eq!(reading.told(), [("ambiguous_number", 3, "1.234,5")]);
}

#[test]
fn dates_in_every_dress() {
    let reading =
        column(&["30.06.08", "01.02.2027", "2027-03-01", "juillet 2013", "Jul-2013", "1 March 2027", "TBC"]);
    let expected =
        ["2008-06-30", "2027-02-01", "2027-03-01", "2013-07-01", "2013-07-01", "2027-03-01", "Withheld"];
    assert_eq!(reading.dates(1), expected);
    assert!(reading.findings.is_empty());
    let american = column(&["03/31/2027", "04/05/2027"]);
    assert_eq!(american.dates(1), ["2027-03-31", "2027-04-05"]);
    let doubtful = column(&["03/04/2027", "04/05/2027"]);
    assert_eq!(doubtful.dates(1), ["Ambiguous", "Ambiguous"]);
    assert_eq!(doubtful.told(), [("ambiguous_date", 2, "03/04/2027")]);
    let mixed = column(&["31/03/2027", "03/31/2027"]);
    assert_eq!(mixed.told(), [("ambiguous_date", 2, "31/03/2027")]);
    let impossible = column(&["30/02/2027", "31/12/2027"]);
    assert_eq!(impossible.told(), [("date_impossible", 2, "30/02/2027")]);
}

#[test]
fn fiscal_years_and_months_of_a_year() {
    let reading = column(&["2026-27", "2011-12", "FY2027", "exercice 2027"]);
    assert_eq!(reading.dates(1), ["2027-01-01", "2012-01-01", "2027-01-01", "2027-01-01"]);
    let column_of = &reading.source.sheets[0].columns[1];
    let grain = date_of_text("2026-27", column_of).expect("a date").expect("a date").grain;
    assert_eq!(grain, Grain::FiscalYear);
    assert_eq!(column(&["2026-05", "2011-12"]).dates(1), ["2026-05-01", "2011-12-01"]);
    assert_eq!(column(&["2011-12", "2009-10"]).told(), [("ambiguous_date", 2, "2011-12")]);
}

#[test]
fn serial_days_beside_dates_are_days() {
    let reading = column(&["01/04/2026", "13/04/2026", "46113"]);
    assert_eq!(reading.dates(1), ["2026-04-01", "2026-04-13", "2026-04-01"]);
    assert_eq!(reading.told(), [("date_serial", 4, "46113")]);
    assert_eq!(column(&["46113", "46114"]).dates(1), ["NotADate", "NotADate"]);
    let named = read("id,Date de début\nP1,46113\nP2,46114\n");
    assert_eq!(named.dates(1), ["2026-04-01", "2026-04-02"]);
    assert_eq!(named.told_of("date_serial"), [2]);
}

#[test]
fn a_hundred_of_a_kind_are_told_in_full_and_the_rest_counted() {
    let mut text = "id;a;b\n".to_string();
    (0..250).for_each(|index| text.push_str(&format!("P{index};1\n")));
    (0..250).for_each(|index| text.push_str(&format!("P{index};1;2\n")));
    let reading = read(text);
    assert_eq!(reading.told_of("row_ragged").len(), 101);
    assert!(reading.findings.iter().any(|it| it.message.en.starts_with("150 more")));
}
