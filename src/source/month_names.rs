//! Names of months in both languages, whole and as spreadsheets shorten them.

use super::withheld::plain;

/// Names without accents; where two languages share one, both mean the same month.
const NAMES: [&[&str]; 12] = [
    &["january", "janvier", "jan", "janv"],
    &["february", "fevrier", "feb", "fev", "fevr"],
    &["march", "mars", "mar"],
    &["april", "avril", "apr", "avr"],
    &["may", "mai"],
    &["june", "juin", "jun"],
    &["july", "juillet", "jul", "juil"],
    &["august", "aout", "aug"],
    &["september", "septembre", "sept", "sep"],
    &["october", "octobre", "oct"],
    &["november", "novembre", "nov"],
    &["december", "decembre", "dec"],
];

/// The month, from 1, whose name this is in any case, with or without accents and a point behind.
pub(super) fn month_of(name: &str) -> Option<u32> {
    let name = plain(name);
    let name = name.strip_suffix('.').unwrap_or(&name);
    let index = NAMES.iter().position(|names| names.contains(&name))?;
    Some(index as u32 + 1)
}
