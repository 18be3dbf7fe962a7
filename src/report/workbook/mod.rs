//! Workbooks: a dossier as it is written down, and results that recompute themselves.
//!
//! Every formula carries the figure that we print as its result, so that a viewer that computes nothing shows the same.
//! The same input gives the same bytes: workbooks carry no clock.

pub mod dossier;
pub mod results;
mod formats;
mod sheet;
mod page;
mod parameters;
mod lines;
mod measures;
mod flow_block;
mod assumptions;
mod flows;
mod adjustment;
mod business_case;
mod plan_sheet;
mod limits;
mod charts;
mod control_totals;
mod taken;
mod reconciliation;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::sheet::Sheet;

/// Which options have a business case of their own in the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Chosen,
    AllOptions,
}

/// Why no workbook could be written, in one English clause, such as a text longer than a cell can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookFault {
    pub clause: String,
}

impl From<XlsxError> for WorkbookFault {
    fn from(error: XlsxError) -> WorkbookFault {
        WorkbookFault { clause: error.to_string().trim_end_matches('.').to_string() }
    }
}

/// The bytes of a workbook of these sheets, with a title and without any trace of the moment or place of writing.
fn bytes_of(title: &str, sheets: Vec<Sheet>) -> Result<Vec<u8>, WorkbookFault> {
    let mut workbook = Workbook::new();
    let no_moment = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties =
        DocProperties::new().set_title(title).set_author("cxfolio").set_creation_datetime(&no_moment);
    workbook.set_properties(&properties);
    for sheet in sheets {
        workbook.push_worksheet(sheet.finished()?);
    }
    Ok(workbook.save_to_buffer()?)
}
