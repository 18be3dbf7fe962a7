//! Opens a dossier: a folder of tables, or one JSON file that holds them all.

use std::path::Path;

use super::assemble::assemble;
use super::fingerprint;
use super::read_settings;
use super::stored::{ReadError, Stored, open};
use crate::domain::dossier::Dossier;
use crate::domain::finding::Finding;

/// A dossier as read, with everything that was noticed on the way.
#[derive(Clone, Debug)]
pub struct Reading {
    pub dossier: Dossier,
    /// In the order of [`Finding::key`].
    pub findings: Vec<Finding>,
    /// 64 hexadecimal digits, the same for the same content; see [`fingerprint`].
    pub fingerprint: String,
}

/// Reads a dossier from a folder of CSV tables with its settings, or from one JSON file.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> Result<Reading, ReadError> {
    let mut findings = Vec::new();
    let stored = open(path, &mut findings)?;
    Ok(interpret(stored, findings))
}

/// The dossier in these tables, with what was noticed while they were opened.
pub fn interpret(stored: Stored, mut findings: Vec<Finding>) -> Reading {
    let Stored { settings: stated, tables } = stored;
    let (settings, value) = match stated.value {
        Ok(Some(value)) => (read_settings::settings(&value, &stated.place, &mut findings), Some(value)),
        Ok(None) => (read_settings::missing(&stated.place, &mut findings), None),
        Err(fault) => (read_settings::broken(&stated.place, &fault, &mut findings), None),
    };
    let (dossier, digests) = assemble(settings, tables, &mut findings);
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings.dedup();
    Reading { dossier, findings, fingerprint: fingerprint::of(value.as_ref(), &digests) }
}
