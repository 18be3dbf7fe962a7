//! A file opened, mapped and staged, and what a test asks of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cxfolio::domain::finding::{Finding, Severity};
use cxfolio::intake::mapping::Mapping;
use cxfolio::intake::propose::{Hints, Proposal, propose};
use cxfolio::intake::stage::{Staged, stage};
use cxfolio::intake::staged::StagedTable;
use cxfolio::source::open::{Source, from_bytes, open};
use cxfolio::source::options::Options;
use cxfolio::wire::decimal::decimal;
use rust_decimal::Decimal;

/// A file with what was said about it so far.
pub struct Reading {
    pub source: Source,
    pub findings: Vec<Finding>,
}

/// A staged sheet with everything that was said about it.
pub struct Done {
    pub staged: Staged,
    pub findings: Vec<Finding>,
}

impl Reading {
    pub fn of_text(name: &str, text: &str) -> Reading {
        Reading::of_bytes(name, text.as_bytes())
    }

    pub fn of_bytes(name: &str, bytes: &[u8]) -> Reading {
        let mut findings = Vec::new();
        let source = from_bytes(name, bytes, &Options::default(), &mut findings)
            .unwrap_or_else(|refusal| panic!("{refusal}"));
        Reading { source, findings }
    }

    /// A file beside the repository, or nothing and a word about it.
    pub fn beside(name: &str) -> Option<Reading> {
        Reading::beside_with(name, &Options::default())
    }

    pub fn beside_with(name: &str, options: &Options) -> Option<Reading> {
        let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
        if !path.is_file() {
            eprintln!("skipped: {} is not there", path.display());
            return None;
        }
        let mut findings = Vec::new();
        let source = open(&path, options, &mut findings).unwrap_or_else(|refusal| panic!("{refusal}"));
        Some(Reading { source, findings })
    }

    pub fn propose(&mut self, hints: &Hints) -> Proposal {
        propose(&self.source, &self.source.sheets[0], hints, &mut self.findings)
            .unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    pub fn stage(mut self, mapping: &Mapping) -> Done {
        let staged = stage(&self.source, &self.source.sheets[0], mapping, &mut self.findings)
            .unwrap_or_else(|refusal| panic!("{refusal}"));
        Done { staged, findings: self.findings }
    }

    /// Staged by the mapping that is proposed for it.
    pub fn stage_as_proposed(mut self, hints: &Hints) -> Done {
        let mapping = self.propose(hints).mapping;
        self.stage(&mapping)
    }
}

pub fn mapping(text: &str) -> Mapping {
    Mapping::from_toml("mapping.toml", text).unwrap_or_else(|refusal| panic!("{refusal}"))
}

impl Done {
    pub fn table(&self, name: &str) -> &StagedTable {
        self.tables(name).next().unwrap_or_else(|| panic!("no table {name}: {:?}", self.told()))
    }

    pub fn tables(&self, name: &str) -> impl Iterator<Item = &StagedTable> {
        let is_it = move |table: &&StagedTable| table.schema.name == name;
        self.staged.tables.iter().filter(is_it)
    }

    /// Code, row and column of every finding, in order of place.
    pub fn told(&self) -> Vec<(&str, u32, &str)> {
        let mut told: Vec<_> = self
            .findings
            .iter()
            .map(|finding| (finding.code, finding.place.row, finding.column.as_str()))
            .collect();
        told.sort_by_key(|(code, row, column)| (*row, *code, *column));
        told
    }

    pub fn errors(&self) -> Vec<(&str, u32, &str)> {
        let is_error = |(code, row, column): &(&str, u32, &str)| {
            self.findings.iter().any(|finding| {
                finding.severity == Severity::Error
                    && (finding.code, finding.place.row, finding.column.as_str()) == (*code, *row, *column)
            })
        };
        self.told().into_iter().filter(is_error).collect()
    }

    pub fn count(&self, code: &str) -> usize {
        self.findings.iter().filter(|finding| finding.code == code).count()
    }
}

/// The texts of one column of a staged table.
pub fn texts<'a>(table: &'a StagedTable, field: &str) -> Vec<&'a str> {
    let at = table.column(field).unwrap_or_else(|| panic!("{} has no {field}", table.schema.name));
    table.rows.iter().map(|row| row.cells[at].text.as_str()).collect()
}

/// The numbers of one column; withheld amounts are left out.
pub fn numbers(table: &StagedTable, field: &str) -> Vec<Decimal> {
    texts(table, field).into_iter().filter_map(|text| decimal(text).ok()).collect()
}

/// The rows of a table by the texts of these fields.
pub fn by_key<'a>(table: &'a StagedTable, keys: &[&str]) -> BTreeMap<Vec<&'a str>, Vec<(&'a str, &'a str)>> {
    let places: Vec<usize> = keys.iter().map(|key| table.column(key).expect("a key")).collect();
    let rows = table.rows.iter().map(|row| {
        let key = places.iter().map(|at| row.cells[*at].text.as_str()).collect();
        let cells = table.columns.iter().zip(&row.cells);
        (key, cells.map(|(column, cell)| (column.field.as_str(), cell.text.as_str())).collect())
    });
    rows.collect()
}

/// The sum of the benefits of a year that a table of lines holds, to the cent.
pub fn benefit_of_year(table: &StagedTable, year: usize) -> Decimal {
    let (effects, ramps) = (texts(table, "effect_mode"), texts(table, &format!("ramp_y{year}")));
    let levers = texts(table, "lever_id");
    let parts = effects.iter().zip(ramps).zip(levers).filter_map(|((effect, ramp), lever)| {
        let unit = if lever.ends_with("-M") { Decimal::from(1_000_000) } else { Decimal::ONE };
        let value = decimal(effect).ok()?.checked_mul(decimal(ramp).ok()?)?;
        Some((value * unit).round_dp(2))
    });
    parts.sum()
}

/// A table of a sample dossier, rows of heading and text.
pub fn sample_rows(dossier: &str, table: &str) -> Vec<BTreeMap<String, String>> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(dossier).join(format!("{table}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}
