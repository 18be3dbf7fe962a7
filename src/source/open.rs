//! Opening a finance file: what form it has, which sheets are in it, and their rows as often as wanted.

use std::ops::ControlFlow;
use std::path::Path;

use super::form::{Form, TextForm};
use super::limits::Limits;
use super::options::Options;
use super::origin::Origin;
use super::records::{RawRow, each_record};
use super::refusal::Refusal;
use super::row::{Cell, Row};
use super::sheet::Sheet;
use super::text_file;
use super::totals::is_totals;
use super::workbook::{self, Workbook};
use crate::domain::finding::Finding;

/// A file that was read once; its rows can be read again.
pub struct Source {
    /// The name given to [`from_bytes`], or the last part of the path.
    pub file: String,
    pub form: Form,
    /// Sheets in the order of the workbook, the one sheet of a text file.
    pub sheets: Vec<Sheet>,
    body: Body,
    limits: Limits,
}

/// What the rows are read from again.
enum Body {
    Text(Origin, TextForm),
    Workbook(Box<Workbook>),
}

/// Reads a file once and tells what is in it; doubts and faults of the content go to `findings`.
///
/// A text file is read in bounded memory, whatever its size: twice to find its encoding and its columns, once more
/// by every call of [`Source::rows`]. What cannot be read at all, or asks for more than the limits, is refused.
pub fn open(path: &Path, options: &Options, findings: &mut Vec<Finding>) -> Result<Source, Refusal> {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    let origin = Origin::of_path(path).map_err(|error| Refusal::unreadable(&name, &error))?;
    read(&name, origin, options, findings)
}

/// The same for bytes that are no file, under the name that findings point at.
pub fn from_bytes(
    name: &str,
    bytes: &[u8],
    options: &Options,
    findings: &mut Vec<Finding>,
) -> Result<Source, Refusal> {
    read(name, Origin::Bytes(bytes.into()), options, findings)
}

fn read(
    name: &str,
    origin: Origin,
    options: &Options,
    findings: &mut Vec<Finding>,
) -> Result<Source, Refusal> {
    let (form, sheets, body) = if workbook::is_workbook(&origin, name)? {
        let (workbook, sheets) = Workbook::open(origin, name, options, findings)?;
        (Form::Workbook { is_1904: workbook.is_1904() }, sheets, Body::Workbook(Box::new(workbook)))
    } else {
        let (form, sheet) = text_file::profile(&origin, name, options, findings)?;
        (Form::Text(form.clone()), vec![sheet], Body::Text(origin, form))
    };
    Ok(Source { file: name.to_string(), form, sheets, body, limits: options.limits.clone() })
}

impl Source {
    /// Gives every row below the headings of a sheet to `each`, in order, until it breaks; blank rows are left out.
    ///
    /// The file is read again: a refusal means that it has changed since, or a limit of this pass.
    pub fn rows(
        &self,
        sheet: &Sheet,
        each: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), Refusal> {
        let mut give = |raw: RawRow<'_>| {
            if raw.row < sheet.first_row || raw.cells.iter().all(Cell::is_blank) {
                return Ok(ControlFlow::Continue(()));
            }
            let is_totals = is_totals(raw.cells);
            Ok(each(Row { row: raw.row, cells: raw.cells, found: raw.found, is_totals }))
        };
        match &self.body {
            Body::Text(origin, form) => each_record(origin, form, &self.limits, &self.file, &mut give),
            Body::Workbook(workbook) => workbook.each_row(sheet, &self.limits, &mut give),
        }
    }

    /// The sheet of this name; the only sheet there is for any name of a text file.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name.as_deref().is_none_or(|own| own == name))
    }
}
