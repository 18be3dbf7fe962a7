//! Workbooks: their sheets row by row, values as computed when they were saved.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::headings::letter;
use super::limits::Limits;
use super::options::Options;
use super::origin::{Origin, ReadSeek};
use super::package::{self, Package, bomb, broken};
use super::profile::Profile;
use super::records::{Each, RawRow, too_large, too_many_columns};
use super::refusal::Refusal;
use super::row::Cell;
use super::sheet::Sheet;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// A workbook whose sheets can be read again and again.
pub(super) struct Workbook {
    book: RefCell<Xlsx<Box<dyn ReadSeek>>>,
    file: String,
}

/// Whether the bytes are those of a packed workbook; older and protected ones are refused.
pub(super) fn is_workbook(origin: &Origin, file: &str) -> Result<bool, Refusal> {
    let mut head = Vec::with_capacity(8);
    let mut reader = origin.reader().map_err(|error| Refusal::unreadable(file, &error))?;
    let read = std::io::Read::take(&mut reader, 8);
    std::io::Read::read_to_end(&mut { read }, &mut head)
        .map_err(|error| Refusal::unreadable(file, &error))?;
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        let en = "This is an old .xls workbook or one with a password.".to_string();
        let fr = "C'est un ancien classeur .xls ou un classeur à mot de passe.".to_string();
        let advice = ("Save it as .xlsx without a password.", "Enregistrez-le en .xlsx sans mot de passe.");
        return Err(Refusal::new("workbook_unreadable", (file, 0), (en, fr), advice));
    }
    Ok(head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06"))
}

impl Workbook {
    /// Opens a workbook after its size was checked, and reads every sheet once.
    pub(super) fn open(
        origin: Origin,
        file: &str,
        options: &Options,
        findings: &mut Vec<Finding>,
    ) -> Result<(Workbook, Vec<Sheet>), Refusal> {
        let package = package::inspect(&origin, file, &options.limits)?;
        let reader = origin.reader().map_err(|error| Refusal::unreadable(file, &error))?;
        let book = guarded(file, || Xlsx::new(reader).map_err(|error| error.to_string()))?;
        if 0 < package.external_links {
            findings.push(linked(file, package.external_links));
        }
        let workbook = Workbook { book: RefCell::new(book), file: file.to_string() };
        let names = workbook.names(options)?;
        let mut sheets = Vec::with_capacity(names.len());
        for (name, is_hidden) in names {
            sheets.push(workbook.profile(name, is_hidden, &package, options, findings)?);
        }
        Ok((workbook, sheets))
    }

    pub(super) fn is_1904(&self) -> bool {
        self.book.borrow().has_1904_epoch()
    }

    /// Names of the sheets to read, each with whether it is hidden.
    fn names(&self, options: &Options) -> Result<Vec<(String, bool)>, Refusal> {
        let book = self.book.borrow();
        let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let all: Vec<(String, bool)> =
            sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
        let (count, most) = (all.len(), options.limits.sheets);
        let Some(wanted) = &options.sheet else {
            if most < count {
                let en = format!("The workbook has {count} sheets, more than {most}.");
                let fr = format!("Le classeur a {count} feuilles, plus de {most}.");
                let advice = ("State which sheet to read.", "Indiquez la feuille à lire.");
                return Err(Refusal::new("sheets_too_many", (&self.file, 0), (en, fr), advice));
            }
            return Ok(all);
        };
        let known: Vec<&str> = all.iter().take(20).map(|(name, _)| name.as_str()).collect();
        let known = known.join(", ");
        let found: Vec<(String, bool)> = all.iter().filter(|(name, _)| name == wanted).cloned().collect();
        if found.is_empty() {
            let en = format!("The workbook has no sheet {wanted}; it has: {known}.");
            let fr = format!("Le classeur n'a pas de feuille {wanted} ; il a : {known}.");
            let advice = ("State one of its sheets.", "Indiquez l'une de ses feuilles.");
            return Err(Refusal::new("sheet_missing", (&self.file, 0), (en, fr), advice));
        }
        Ok(found)
    }

    fn profile(
        &self,
        name: String,
        is_hidden: bool,
        package: &Package,
        options: &Options,
        findings: &mut Vec<Finding>,
    ) -> Result<Sheet, Refusal> {
        let file: Arc<str> = format!("{}#{name}", self.file).into();
        let part = package.part(&name);
        let mut profile = Profile::new(Arc::clone(&file), Some(name.clone()), part.merged, options);
        profile.sheet_mut().is_hidden = is_hidden;
        profile.sheet_mut().hidden_rows = part.hidden_rows;
        self.each(&name, &file, &options.limits, &mut |raw| Ok(profile.take(raw)))?;
        if is_hidden || 0 < part.hidden_rows {
            profile.told.push(hidden(&file, is_hidden, part.hidden_rows));
        }
        if part.has_formulas {
            self.tell_formulas(&name, &file, &mut profile)?;
        }
        let (sheet, told) = profile.finish();
        findings.extend(told);
        Ok(sheet)
    }

    /// Gives every row of a sheet to `each`.
    pub(super) fn each_row(
        &self,
        sheet: &Sheet,
        limits: &Limits,
        each: &mut Each<'_>,
    ) -> Result<(), Refusal> {
        self.each(sheet.name.as_deref().unwrap_or_default(), &sheet.file, limits, each)
    }

    fn each(&self, name: &str, file: &str, limits: &Limits, each: &mut Each<'_>) -> Result<(), Refusal> {
        let mut book = self.book.borrow_mut();
        let mut reader =
            guarded(file, || book.worksheet_cells_reader(name).map_err(|error| error.to_string()))?;
        let mut cells: Vec<Cell<'_>> = Vec::new();
        let (mut current, mut before, mut taken) = (0, 0, 0_u64);
        loop {
            let next = guarded(file, || reader.next_cell_with_style_id().map_err(|error| error.to_string()))?;
            let row = next.as_ref().map(|(cell, _)| cell.get_position().0.saturating_add(1));
            if row != Some(current) && !cells.is_empty() {
                let blank_before = u64::from(current.saturating_sub(before).saturating_sub(1));
                let raw = RawRow { row: current, blank_before, found: cells.len(), cells: &cells };
                if each(raw)?.is_break() {
                    return Ok(());
                }
                (before, cells) = (current, Vec::with_capacity(cells.len().min(64)));
            }
            let (Some((cell, style)), Some(row)) = (next, row) else { return Ok(()) };
            current = row;
            let column = cell.get_position().1 as usize;
            if limits.columns <= column {
                return Err(too_many_columns(file, row, column + 1, limits.columns));
            }
            let is_percent = reader.styles().get(style).is_some_and(is_percent);
            let value = cell_of(cell.get_value(), is_percent);
            if let Cell::Text(text) = &value
                && limits.cell < text.len()
            {
                return Err(too_large(file, row, limits.cell));
            }
            if cells.len() <= column {
                taken += (column + 1 - cells.len()) as u64;
                if limits.cells < taken {
                    return Err(bomb(file));
                }
                cells.resize(column + 1, Cell::Blank);
            }
            cells[column] = value;
        }
    }

    /// Tells formulas that were saved without a value.
    fn tell_formulas(&self, name: &str, file: &str, profile: &mut Profile<'_>) -> Result<(), Refusal> {
        let mut book = self.book.borrow_mut();
        let mut reader =
            guarded(file, || book.worksheet_cells_reader(name).map_err(|error| error.to_string()))?;
        let mut next =
            || guarded(file, || reader.next_cell_with_formula_metadata().map_err(|error| error.to_string()));
        while let Some(cell) = next()? {
            if cell.formula.is_none() || cell.value != DataRef::Empty {
                continue;
            }
            let (row, column) = cell.pos;
            let en = "The formula was saved without its value; the cell reads as blank.".to_string();
            let fr =
                "La formule a été enregistrée sans sa valeur ; la cellule est lue comme vide.".to_string();
            let place = Place { file: file.into(), row: row.saturating_add(1) };
            let finding = Finding::new("formula_not_computed", Severity::Error, &place, en, fr);
            profile.told.push(finding.at(&letter(column as usize), "").suggest(
                "Open the workbook in a spreadsheet and save it again.",
                "Ouvrez le classeur dans un tableur et enregistrez-le de nouveau.",
            ));
        }
        Ok(())
    }
}

/// Runs a step of the reader of workbooks; hostile bytes that make it panic are a refusal like any other.
fn guarded<T>(file: &str, step: impl FnOnce() -> Result<T, String>) -> Result<T, Refusal> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(done) => done.map_err(|what| broken(file.split('#').next().unwrap_or(file), &what)),
        Err(_) => Err(broken(file, "its content contradicts itself")),
    }
}

fn linked(file: &str, count: usize) -> Finding {
    let en = format!("The workbook refers to {count} other workbook(s); the values saved last are read.");
    let fr = format!(
        "Le classeur renvoie à {count} autre(s) classeur(s) ; les dernières valeurs enregistrées sont lues."
    );
    Finding::new("workbook_external_link", Severity::Note, &Place::file(file), en, fr)
}

fn hidden(file: &str, is_hidden: bool, rows: u64) -> Finding {
    let (en, fr) = match (is_hidden, rows) {
        (true, 0) => {
            ("The sheet is hidden; it is read.".into(), "La feuille est masquée ; elle est lue.".into())
        }
        (true, _) => (
            format!("The sheet and {rows} of its rows are hidden; they are read."),
            format!("La feuille et {rows} de ses lignes sont masquées ; elles sont lues."),
        ),
        (false, _) => (
            format!("{rows} row(s) are hidden; they are read."),
            format!("{rows} ligne(s) masquée(s) ; elles sont lues."),
        ),
    };
    Finding::new("sheet_hidden", Severity::Note, &Place::file(file), en, fr)
}

/// Whether numbers of this style are shown as percentages; a sign between quotation marks is only text.
fn is_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut parts = format.format_code.split('"');
    let mut is_percent = false;
    while let Some(plain) = parts.next() {
        is_percent |= plain.contains('%');
        parts.next();
    }
    is_percent
}

fn cell_of<'a>(value: &DataRef<'a>, is_percent: bool) -> Cell<'a> {
    match value {
        DataRef::Empty => Cell::Blank,
        DataRef::Int(number) => Cell::Number { value: Decimal::from(*number), is_percent },
        DataRef::Float(number) => number_of(*number, is_percent),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::of_text(text).into_owned(),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTime(day) => day_of(*day),
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) {
            Some(day) => Cell::Date(day),
            None => Cell::of_text(text).into_owned(),
        },
        DataRef::Error(error) => Cell::Error(error_name(error)),
    }
}

/// The decimal that a spreadsheet shows, not the binary fraction behind it.
fn number_of(number: f64, is_percent: bool) -> Cell<'static> {
    let written = number.to_string();
    match Decimal::from_str_exact(&written).or_else(|_| written.parse()) {
        Ok(value) => Cell::Number { value, is_percent },
        Err(_) => Cell::Error("#TOO LARGE"),
    }
}

/// A day; an hour without a day and a duration stay the number they are.
fn day_of(day: ExcelDateTime) -> Cell<'static> {
    let number = day.as_f64();
    if day.is_duration() || number < 1.0 {
        return number_of(number, false);
    }
    day.as_datetime().map_or_else(|| number_of(number, false), |day| Cell::Date(day.date()))
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
