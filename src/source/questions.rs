//! What has to be told or asked about a sheet once all of it was read.

use std::collections::BTreeMap;

use super::number::fits;
use super::number_shape::shape;
use super::sheet::{Column, Decided, Example, Sheet};
use super::tally::{ColumnTally, Seen};
use super::told::Told;
use crate::domain::finding::{Finding, Severity};

/// Tells the shape of the sheet, then asks about each column that is in doubt.
pub(super) fn tell(sheet: &Sheet, tallies: &[ColumnTally], first_blank: Option<u32>, told: &mut Told) {
    tell_rows(sheet, first_blank, told);
    if !sheet.headings.is_empty() {
        tell_headings(sheet, told);
    }
    for (index, (column, tally)) in sheet.columns.iter().zip(tallies).enumerate() {
        let heading = sheet.headings.get(index).map_or(String::new(), |heading| heading.name());
        let place = Place { sheet, heading: &heading };
        ask_numbers(&place, column, tally, told);
        ask_dates(&place, column, tally, told);
    }
}

/// A column of a sheet, to point at.
struct Place<'a> {
    sheet: &'a Sheet,
    heading: &'a str,
}

impl Place<'_> {
    fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        example: &Example,
        (en, fr): (String, String),
    ) -> Finding {
        Finding::new(code, severity, &self.sheet.place(example.row), en, fr).at(self.heading, &example.text)
    }
}

fn tell_rows(sheet: &Sheet, first_blank: Option<u32>, told: &mut Told) {
    if sheet.headings.is_empty() {
        let (en, fr) =
            ("There is no cell in it.".to_string(), "Elle ne contient aucune cellule.".to_string());
        let severity = if sheet.name.is_some() { Severity::Note } else { Severity::Error };
        told.push(Finding::new("file_empty", severity, &sheet.place(0), en, fr));
    }
    if let (Some(first), 1..) = (first_blank, sheet.blank_rows) {
        let count = sheet.blank_rows;
        let en = format!("{count} blank row(s) skipped, the first one here.");
        let fr = format!("{count} ligne(s) vide(s) sautée(s), la première ici.");
        told.push(Finding::new("row_blank", Severity::Note, &sheet.place(first), en, fr));
    }
    if let Some(first) = sheet.totals_rows.first() {
        let count = sheet.totals_count;
        let rows: Vec<String> = sheet.totals_rows.iter().take(10).map(u32::to_string).collect();
        let mut rows = rows.join(", ");
        if 10 < count {
            rows.push_str(", ...");
        }
        let en = format!("{count} row(s) of totals, not counted with the others: {rows}.");
        let fr = format!("{count} ligne(s) de total, non comptée(s) avec les autres : {rows}.");
        told.push(Finding::new("row_totals", Severity::Note, &sheet.place(*first), en, fr));
    }
}

fn tell_headings(sheet: &Sheet, told: &mut Told) {
    let Some((_, row)) = sheet.heading_rows else {
        let en = "No row of headings was found; columns are named by their letters.".to_string();
        let fr = "Aucune ligne d'en-tête n'a été trouvée ; les colonnes sont nommées par leurs lettres."
            .to_string();
        let finding =
            Finding::new("heading_missing", Severity::Warning, &sheet.place(sheet.first_row), en, fr);
        let finding = finding.suggest(
            "State the row of the headings, or add one.",
            "Indiquez la ligne d'en-tête, ou ajoutez-en une.",
        );
        told.push(finding);
        return;
    };
    for heading in &sheet.headings {
        if heading.text.is_empty() {
            let letter = &heading.letter;
            let en = format!("Column {letter} has no heading; it is named by its letter.");
            let fr = format!("La colonne {letter} n'a pas d'en-tête ; elle est nommée par sa lettre.");
            let finding = Finding::new("heading_missing", Severity::Warning, &sheet.place(row), en, fr);
            told.push(finding.at(letter, "").suggest("Name the column.", "Nommez la colonne."));
        } else if 1 < heading.number {
            let (text, number, name) = (&heading.text, heading.number, heading.name());
            let en = format!("The heading stands {number} times; this column is called \"{name}\".");
            let fr = format!("L'en-tête figure {number} fois ; cette colonne est appelée « {name} ».");
            let finding = Finding::new("heading_duplicate", Severity::Warning, &sheet.place(row), en, fr);
            told.push(
                finding
                    .at(text, text)
                    .suggest("Give each column its own name.", "Donnez à chaque colonne son nom."),
            );
        }
    }
}

fn ask_numbers(place: &Place<'_>, column: &Column, tally: &ColumnTally, told: &mut Told) {
    if !column.counts.is_numeric() {
        return;
    }
    if let Decided::Ambiguous { examples } = &column.decimal {
        let Some(first) = examples.first() else { return };
        let shown = shown(examples);
        let en = format!(
            "The column's numbers can be read in two ways ({shown}): its decimal mark is not evident."
        );
        let fr = format!(
            "Les nombres de la colonne peuvent se lire de deux façons ({shown}) : sa marque décimale n'est pas évidente."
        );
        let finding = place.finding("ambiguous_number", Severity::Error, first, (en, fr));
        told.push(finding.suggest(
            "State the decimal mark, comma or point.",
            "Indiquez la marque décimale, virgule ou point.",
        ));
        return;
    }
    if let Decided::Ambiguous { examples } = &column.group {
        let Some(first) = examples.first() else { return };
        let shown = shown(examples);
        let en =
            format!("Thousands in this column are grouped by different marks, none more usual ({shown}).");
        let fr = format!(
            "Les milliers de cette colonne sont séparés par des marques différentes, aucune plus usuelle ({shown})."
        );
        let finding = place.finding("ambiguous_number", Severity::Error, first, (en, fr));
        told.push(finding.suggest(
            "Write them all with one mark between thousands, or with none.",
            "Écrivez-les tous avec une seule marque entre les milliers, ou sans.",
        ));
        return;
    }
    tell_odd_numbers(place, column, tally, told);
}

/// Tells the numbers whose marks contradict those of their column, one by one.
fn tell_odd_numbers(place: &Place<'_>, column: &Column, tally: &ColumnTally, told: &mut Told) {
    let is_odd = |example: &&Example| {
        shape(&example.text).is_some_and(|shape| !fits(shape.marks, &column.decimal, &column.group))
    };
    let looks: Vec<&Seen> = tally.decimal.iter().chain(&tally.either).chain(&tally.group).collect();
    let odd = looks.iter().flat_map(|seen| &seen.first).filter(is_odd);
    let odd: BTreeMap<u32, &Example> = odd.map(|example| (example.row, example)).collect();
    for example in odd.into_values() {
        let en = "The marks of this number contradict those of its column.".to_string();
        let fr = "Les marques de ce nombre contredisent celles de sa colonne.".to_string();
        let finding = place.finding("ambiguous_number", Severity::Error, example, (en, fr));
        told.push(finding.suggest(
            "Write it like the others, without marks between groups.",
            "Écrivez-le comme les autres, sans marque entre les milliers.",
        ));
    }
    let left_out =
        |seen: &&&Seen| (seen.first.len() as u64) < seen.count && seen.first.iter().all(|it| is_odd(&it));
    let more = looks.iter().filter(left_out).map(|seen| seen.count - seen.first.len() as u64);
    told.count_more("ambiguous_number", more.sum());
}

fn ask_dates(place: &Place<'_>, column: &Column, tally: &ColumnTally, told: &mut Told) {
    if !column.counts.is_dated() {
        return;
    }
    if let Decided::Ambiguous { examples } = &column.dates
        && let Some(first) = examples.first()
    {
        let shown = shown(examples);
        let en =
            format!("Day and month of this column can be exchanged ({shown}): their order is not evident.");
        let fr = format!(
            "Jour et mois de cette colonne peuvent s'échanger ({shown}) : leur ordre n'est pas évident."
        );
        let finding = place.finding("ambiguous_date", Severity::Error, first, (en, fr));
        told.push(finding.suggest(
            "State the order, day/month/year or month/day/year.",
            "Indiquez l'ordre, jour/mois/année ou mois/jour/année.",
        ));
    } else if let Some(order) = column.dates.known() {
        let against = tally.order.iter().enumerate().filter(|(index, _)| *index != order as usize);
        for (_, seen) in against {
            for example in &seen.first {
                let en = "Day and month of this date contradict the order of its column.".to_string();
                let fr = "Jour et mois de cette date contredisent l'ordre de sa colonne.".to_string();
                told.push(place.finding("ambiguous_date", Severity::Error, example, (en, fr)));
            }
            told.count_more("ambiguous_date", seen.count - seen.first.len() as u64);
        }
    }
    let (month_or_year, both) = (&tally.month_or_fiscal, column.has_year_months == column.has_fiscal_years);
    if let Some(first) = month_or_year.first.first().filter(|_| both) {
        let en = format!("{} can be a month or a fiscal year.", first.text);
        let fr = format!("{} peut être un mois ou un exercice.", first.text);
        told.push(place.finding("ambiguous_date", Severity::Error, first, (en, fr)));
    }
    for example in &tally.impossible.first {
        let en = "No calendar has this day.".to_string();
        let fr = "Aucun calendrier n'a ce jour.".to_string();
        told.push(place.finding("date_impossible", Severity::Error, example, (en, fr)));
    }
    told.count_more("date_impossible", tally.impossible.count - tally.impossible.first.len() as u64);
    if let Some(first) = tally.serials.first.first().filter(|_| column.has_serials) {
        let count = tally.serials.count;
        let en =
            format!("{count} whole number(s) among dates read as days counted by a spreadsheet from 1900.");
        let fr =
            format!("{count} entier(s) parmi des dates lus comme jours comptés par un tableur depuis 1900.");
        told.push(place.finding("date_serial", Severity::Note, first, (en, fr)));
    }
}

fn shown(examples: &[Example]) -> String {
    let texts: Vec<&str> = examples.iter().map(|example| example.text.as_str()).collect();
    texts.join(", ")
}
