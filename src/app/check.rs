//! Check a dossier: every finding at once, and how ready it is.

use super::error::AppError;
use super::open::{Opened, Source, open};

/// Opens the dossier and hands over all its findings, errors included.
pub fn check(source: &Source) -> Result<Opened, AppError> {
    open(source)
}
