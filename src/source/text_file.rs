//! A text file read the first time: its form, then its one sheet.

use std::io::{self, Read};

use super::decoded::Decoded;
use super::delimiter;
use super::encoding;
use super::form::{LineEnding, TextForm};
use super::options::Options;
use super::origin::Origin;
use super::profile::Profile;
use super::records::{each_record, mark_length};
use super::refusal::Refusal;
use super::sheet::Sheet;
use crate::domain::finding::Finding;

/// How much of the decoded text shows delimiter and line endings.
const SAMPLE: usize = 256 << 10;

/// The form and the sheet of a text file.
pub(super) fn profile(
    origin: &Origin,
    file: &str,
    options: &Options,
    findings: &mut Vec<Finding>,
) -> Result<(TextForm, Sheet), Refusal> {
    let found = encoding::find(origin, file, options, findings)?;
    let mut form = TextForm {
        encoding: found.encoding,
        has_mark: found.mark != 0,
        delimiter: b',',
        line_ending: LineEnding::Lf,
    };
    let unreadable = |error: io::Error| Refusal::unreadable(file, &error);
    let (sample, line_ending) = sample(origin, &form).map_err(unreadable)?;
    form.line_ending = line_ending;
    form.delimiter = match options.delimiter {
        Some(byte) => stated(byte, file)?,
        None => delimiter::find(&sample, file, findings),
    };
    let mut profile = Profile::new(file.into(), None, Vec::new(), options);
    each_record(origin, &form, &options.limits, file, &mut |raw| Ok(profile.take(raw)))?;
    let (sheet, told) = profile.finish();
    findings.extend(told);
    Ok((form, sheet))
}

/// Any byte that cannot be part of a cell by its meaning.
fn stated(byte: u8, file: &str) -> Result<u8, Refusal> {
    if byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\n' | b'\r' | 0) {
        return Ok(byte);
    }
    let shown = char::from(byte).escape_default();
    let en = format!("{shown} cannot separate columns.");
    let fr = format!("{shown} ne peut pas séparer des colonnes.");
    let advice = ("State ; , | or a tab.", "Indiquez ; , | ou une tabulation.");
    Err(Refusal::new("delimiter_invalid", (file, 0), (en, fr), advice))
}

/// The first decoded text, whole lines where there are several, and how its lines end.
fn sample(origin: &Origin, form: &TextForm) -> io::Result<(String, LineEnding)> {
    let source = origin.reader()?;
    let mut decoded = Decoded::new(source, form.encoding, mark_length(form), 2 * SAMPLE)?;
    let mut text = Vec::new();
    let mut buffer = vec![0; 1 << 16];
    while text.len() < SAMPLE {
        match decoded.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(count) => text.extend_from_slice(&buffer[..count]),
        }
        decoded.begin_record(text.len() as u64);
    }
    if SAMPLE <= text.len()
        && let Some(end) = text.iter().rposition(|byte| *byte == b'\n')
    {
        text.truncate(end + 1);
    }
    let line_ending = match decoded.line_ends {
        [_, 0, 0] => LineEnding::Lf,
        [0, _, 0] => LineEnding::CrLf,
        [0, 0, _] => LineEnding::Cr,
        _ => LineEnding::Mixed,
    };
    Ok((String::from_utf8_lossy(&text).into_owned(), line_ending))
}
