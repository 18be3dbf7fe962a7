//! The encoding of a text file, found by reading all of its bytes once.

use std::io::{self, Read};

use encoding_rs::WINDOWS_1252;

use super::options::{Encoding, Options};
use super::origin::Origin;
use super::refusal::Refusal;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// An encoding, and how many bytes of mark stand before the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) encoding: Encoding,
    pub(super) mark: usize,
}

const ADVICE: (&str, &str) =
    ("Save it as CSV UTF-8, or state the encoding.", "Enregistrez-le en CSV UTF-8, ou indiquez l'encodage.");

/// How many bytes at the beginning show whether a text is UTF-16.
const LOOK: usize = 4096;

/// The encoding of a file: stated, by its mark, evidently UTF-16, valid UTF-8, or Windows-1252, which is told.
///
/// Refused are NUL bytes, UTF-8 with broken sequences among sound ones, and bytes that no such encoding has.
pub(super) fn find(
    origin: &Origin,
    file: &str,
    options: &Options,
    findings: &mut Vec<Finding>,
) -> Result<Found, Refusal> {
    let unreadable = |error: io::Error| Refusal::unreadable(file, &error);
    let mut reader = origin.reader().map_err(unreadable)?;
    let mut head = Vec::with_capacity(LOOK);
    reader.by_ref().take(LOOK as u64).read_to_end(&mut head).map_err(unreadable)?;
    let marked = mark_of(&head);
    let of_stated = |encoding| {
        let mark = marked.filter(|found| found.encoding == encoding).map_or(0, |found| found.mark);
        Found { encoding, mark }
    };
    let found = match (options.encoding, marked, evident_utf_16(&head)) {
        (Some(encoding), _, _) => of_stated(encoding),
        (None, Some(found), _) => found,
        (None, None, Some(encoding)) => {
            findings.push(guessed(file, 0, encoding, &preview_of_utf_16(&head, encoding)));
            Found { encoding, mark: 0 }
        }
        (None, None, None) => Found { encoding: Encoding::Utf8, mark: 0 },
    };
    if matches!(found.encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
        return Ok(found);
    }
    let mut census = Census::default();
    let mut buffer = vec![0; 1 << 16];
    census.take(&head[found.mark..]);
    loop {
        match reader.read(&mut buffer).map_err(unreadable)? {
            0 => break,
            count => census.take(&buffer[..count]),
        }
        if census.nul.is_some() {
            break;
        }
    }
    census.finish();
    if let Some(row) = census.nul {
        return Err(nul(file, row));
    }
    let is_certain = options.encoding.is_some() || found.mark != 0;
    match (found.encoding, census.broken) {
        (Encoding::Utf8, Some((row, _))) if is_certain || census.broken_count < census.sound_count => {
            let en = format!("The text is UTF-8, but row {row} has bytes that are not.");
            let fr = format!("Le texte est en UTF-8, mais la ligne {row} a des octets qui n'en sont pas.");
            Err(Refusal::new("encoding_invalid", (file, row), (en, fr), ADVICE))
        }
        (Encoding::Utf8, Some((row, preview))) => match census.unknown {
            Some(row) => Err(neither(file, row)),
            None => {
                findings.push(guessed(file, row, Encoding::Windows1252, &preview));
                Ok(Found { encoding: Encoding::Windows1252, mark: 0 })
            }
        },
        _ => Ok(found),
    }
}

/// The refusal of a text with NUL bytes.
pub(super) fn nul(file: &str, row: u32) -> Refusal {
    let en = format!("Row {row} has a NUL byte: this is no text file.");
    let fr = format!("La ligne {row} a un octet nul : ce n'est pas un fichier texte.");
    let advice = ("Export the table again as CSV UTF-8.", "Exportez de nouveau le tableau en CSV UTF-8.");
    Refusal::new("nul_byte", (file, row), (en, fr), advice)
}

/// The refusal of a text that breaks off its own encoding.
pub(super) fn malformed(file: &str, row: u32, encoding: Encoding) -> Refusal {
    let name = encoding.name();
    let en = format!("Row {row} has bytes that are not {name}.");
    let fr = format!("La ligne {row} a des octets qui ne sont pas du {name}.");
    Refusal::new("encoding_invalid", (file, row), (en, fr), ADVICE)
}

fn neither(file: &str, row: u32) -> Refusal {
    let en = format!("Row {row} has bytes that are neither UTF-8 nor Windows-1252.");
    let fr = format!("La ligne {row} a des octets qui ne sont ni de l'UTF-8 ni du Windows-1252.");
    Refusal::new("encoding_invalid", (file, row), (en, fr), ADVICE)
}

fn guessed(file: &str, row: u32, encoding: Encoding, preview: &str) -> Finding {
    let name = encoding.name();
    let en = format!("Read as {name}: no mark says so. A passage with accents or signs reads \"{preview}\".");
    let fr = format!(
        "Lu en {name}, sans qu'une marque le dise. Un passage avec accents ou signes donne « {preview} »."
    );
    let place = Place { file: file.into(), row };
    Finding::new("encoding_guessed", Severity::Note, &place, en, fr)
        .suggest("State the encoding if it looks wrong.", "Indiquez l'encodage si cela paraît faux.")
}

fn mark_of(head: &[u8]) -> Option<Found> {
    let marks: [(&[u8], Encoding); 3] = [
        (b"\xef\xbb\xbf", Encoding::Utf8),
        (b"\xff\xfe", Encoding::Utf16Le),
        (b"\xfe\xff", Encoding::Utf16Be),
    ];
    let (mark, encoding) = marks.into_iter().find(|(mark, _)| head.starts_with(mark))?;
    Some(Found { encoding, mark: mark.len() })
}

/// Text whose letters are mostly ASCII has a NUL in every second byte, and hardly ever in the other.
fn evident_utf_16(head: &[u8]) -> Option<Encoding> {
    let pairs = (head.len() / 2).max(1);
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let is_evident = |most: usize, least: usize| pairs <= 2 * most && least * 50 <= pairs;
    match (is_evident(odd, even), is_evident(even, odd)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn preview_of_utf_16(head: &[u8], encoding: Encoding) -> String {
    let units = head.chunks_exact(2).map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    });
    let letters = char::decode_utf16(units).filter_map(Result::ok);
    letters.take_while(|letter| !letter.is_control()).take(40).collect()
}

/// What one pass over 8-bit text counts.
#[derive(Default)]
struct Census {
    /// Line of the next byte, from 0, and whether the last byte was a carriage return.
    line: u32,
    was_return: bool,
    nul: Option<u32>,
    /// Sequences of several bytes that are UTF-8, and runs of bytes that are not.
    sound_count: u64,
    broken_count: u64,
    /// Row of the first run, with what stands around it.
    broken: Option<(u32, String)>,
    /// Row of the first byte that Windows-1252 leaves open.
    unknown: Option<u32>,
    /// The beginning of a sequence at the end of the last piece.
    rest: Vec<u8>,
}

impl Census {
    fn take(&mut self, piece: &[u8]) {
        if self.rest.is_empty() && piece.is_ascii() {
            self.nul = self.nul.or_else(|| self.row_of(piece, 0));
            self.count_lines(piece);
            return;
        }
        let mut joined = std::mem::take(&mut self.rest);
        joined.extend_from_slice(piece);
        let mut at = 0;
        while at < joined.len() {
            match std::str::from_utf8(&joined[at..]) {
                Ok(sound) => {
                    self.take_sound(sound.as_bytes());
                    return;
                }
                Err(fault) => {
                    let sound = at + fault.valid_up_to();
                    self.take_sound(&joined[at..sound]);
                    let Some(length) = fault.error_len() else {
                        self.rest = joined[sound..].to_vec();
                        return;
                    };
                    self.take_broken(&joined, sound, length);
                    at = sound + length;
                }
            }
        }
    }

    fn take_sound(&mut self, sound: &[u8]) {
        self.nul = self.nul.or_else(|| self.row_of(sound, 0));
        if !sound.is_ascii() {
            self.sound_count += sound.iter().filter(|byte| 0xc0 <= **byte).count() as u64;
            self.look_for_unknown(sound);
        }
        self.count_lines(sound);
    }

    fn take_broken(&mut self, text: &[u8], at: usize, length: usize) {
        self.broken_count += 1;
        if self.broken.is_none() {
            let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
            let from =
                text[..at].iter().rposition(is_end).map_or(0, |end| end + 1).max(at.saturating_sub(20));
            let to = text[at..].iter().position(is_end).map_or(text.len(), |end| at + end).min(at + 20);
            let around = WINDOWS_1252.decode_without_bom_handling(&text[from..to]).0;
            let around: String = around.chars().filter(|letter| !letter.is_control()).collect();
            self.broken = Some((self.line + 1, around));
        }
        self.look_for_unknown(&text[at..at + length]);
    }

    fn look_for_unknown(&mut self, bytes: &[u8]) {
        let is_unknown = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
        if self.unknown.is_none() && bytes.iter().any(is_unknown) {
            self.unknown = Some(self.line + 1);
        }
    }

    /// A sequence that the end of the file cuts off is broken.
    fn finish(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            self.take_broken(&rest, 0, rest.len());
        }
    }

    /// The row in which this byte stands first, when it does.
    fn row_of(&self, bytes: &[u8], wanted: u8) -> Option<u32> {
        if !bytes.contains(&wanted) {
            return None;
        }
        let at = bytes.iter().position(|byte| *byte == wanted)?;
        let mut before = Census { line: self.line, was_return: self.was_return, ..Census::default() };
        before.count_lines(&bytes[..at]);
        Some(before.line + 1)
    }

    fn count_lines(&mut self, bytes: &[u8]) {
        let mut lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        if self.was_return || bytes.contains(&b'\r') {
            lines = 0;
            for byte in bytes {
                let follows_return = std::mem::replace(&mut self.was_return, *byte == b'\r');
                lines += usize::from(*byte == b'\r' || *byte == b'\n' && !follows_return);
            }
        }
        self.line = self.line.saturating_add(lines as u32);
    }
}
