//! Reading bytes in a test and telling what came out in few words.

use std::ops::ControlFlow;

use cxfolio::domain::finding::Finding;
use cxfolio::source::date::date;
use cxfolio::source::number::number;
use cxfolio::source::open::{Source, from_bytes};
use cxfolio::source::options::Options;
use cxfolio::source::refusal::Refusal;

/// A file that was read, with its findings.
pub struct Reading {
    pub source: Source,
    pub findings: Vec<Finding>,
}

pub fn read_with(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    let mut findings = Vec::new();
    let source = from_bytes("file", bytes, options, &mut findings)?;
    Ok(Reading { source, findings })
}

pub fn read(bytes: impl AsRef<[u8]>) -> Reading {
    read_with(bytes.as_ref(), &Options::default()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The code and the row of the refusal of these bytes.
pub fn refused(bytes: impl AsRef<[u8]>) -> (&'static str, u32) {
    refused_with(bytes.as_ref(), &Options::default())
}

pub fn refused_with(bytes: &[u8], options: &Options) -> (&'static str, u32) {
    match read_with(bytes, options) {
        Ok(_) => panic!("not refused"),
        Err(refusal) => {
            let (en, fr) = (&refusal.finding.message.en, &refusal.finding.message.fr);
            assert!(!en.is_empty() && !fr.is_empty() && en != fr, "{en} {fr}");
            (refusal.finding.code, refusal.finding.place.row)
        }
    }
}

impl Reading {
    /// Names of the columns of one sheet.
    pub fn names(&self, sheet: usize) -> Vec<String> {
        self.source.sheets[sheet].headings.iter().map(|heading| heading.name()).collect()
    }

    /// Every row of one sheet: its number, then the texts of its cells.
    pub fn rows(&self, sheet: usize) -> Vec<(u32, Vec<String>)> {
        let mut rows = Vec::new();
        let each = &mut |row: cxfolio::source::row::Row<'_>| {
            rows.push((row.row, row.cells.iter().map(|cell| cell.text().into_owned()).collect()));
            ControlFlow::Continue(())
        };
        self.source.rows(&self.source.sheets[sheet], each).expect("rows");
        rows
    }

    /// One column of the first sheet as numbers: the value, or the fault.
    pub fn numbers(&self, column: usize) -> Vec<String> {
        self.column(column, |cell, column| match number(cell, column) {
            Ok(Some(number)) => number.value.to_string(),
            Ok(None) => "blank".to_string(),
            Err(fault) => format!("{fault:?}"),
        })
    }

    /// One column of the first sheet as dates: the day, or the fault.
    pub fn dates(&self, column: usize) -> Vec<String> {
        self.column(column, |cell, column| match date(cell, column) {
            Ok(Some(date)) => date.day.to_string(),
            Ok(None) => "blank".to_string(),
            Err(fault) => format!("{fault:?}"),
        })
    }

    fn column(
        &self,
        column: usize,
        read: impl Fn(&cxfolio::source::row::Cell<'_>, &cxfolio::source::sheet::Column) -> String,
    ) -> Vec<String> {
        let sheet = &self.source.sheets[0];
        let mut texts = Vec::new();
        let each = &mut |row: cxfolio::source::row::Row<'_>| {
            texts.push(read(row.cell(column), &sheet.columns[column]));
            ControlFlow::Continue(())
        };
        self.source.rows(sheet, each).expect("rows");
        texts
    }

    /// Code, row and value of every finding, in the order told.
    pub fn told(&self) -> Vec<(&'static str, u32, &str)> {
        self.findings.iter().map(|it| (it.code, it.place.row, it.value.as_str())).collect()
    }

    /// Rows of the findings with this code.
    pub fn told_of(&self, code: &str) -> Vec<u32> {
        self.findings.iter().filter(|it| it.code == code).map(|it| it.place.row).collect()
    }
}
