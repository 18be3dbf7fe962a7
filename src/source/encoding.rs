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
    let row_of = |at: u64| row_of(origin, found.mark as u64 + at).map_err(unreadable);
    if let Some(at) = census.nul {
        return Err(nul(file, row_of(at)?));
    }
    let is_certain = options.encoding.is_some() || found.mark != 0;
    let broken = match census.broken.take() {
        Some((at, preview)) => Some((row_of(at)?, preview)),
        None => None,
    };
    match (found.encoding, broken) {
        (Encoding::Utf8, Some((row, _))) if is_certain || census.broken_count < census.sound_count => {
            let en = format!("The text is UTF-8, but row {row} has bytes that are not.");
            let fr = format!("Le texte est en UTF-8, mais la ligne {row} a des octets qui n'en sont pas.");
            Err(Refusal::new("encoding_invalid", (file, row), (en, fr), ADVICE))
        }
        (Encoding::Utf8, Some((row, preview))) => match census.unknown {
            Some(at) => Err(neither(file, row_of(at)?)),
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

/// The row of the byte at this place of a file, counted from 1.
fn row_of(origin: &Origin, at: u64) -> io::Result<u32> {
    let mut before = origin.reader()?.take(at);
    let mut buffer = vec![0; 1 << 16];
    let (mut row, mut was_return) = (1_u32, false);
    loop {
        let count = before.read(&mut buffer)?;
        if count == 0 {
            return Ok(row);
        }
        for byte in &buffer[..count] {
            let follows_return = std::mem::replace(&mut was_return, *byte == b'\r');
            row = row.saturating_add(u32::from(*byte == b'\r' || *byte == b'\n' && !follows_return));
        }
    }
}

/// What one pass over 8-bit text counts; places are bytes from the end of the mark.
#[derive(Default)]
struct Census {
    /// Bytes that were taken.
    taken: u64,
    nul: Option<u64>,
    /// Sequences of several bytes that are UTF-8, and runs of bytes that are not.
    sound_count: u64,
    broken_count: u64,
    /// The first run, with what stands around it.
    broken: Option<(u64, String)>,
    /// The first byte that Windows-1252 leaves open.
    unknown: Option<u64>,
    /// The beginning of a sequence at the end of the last piece.
    rest: Vec<u8>,
}

impl Census {
    fn take(&mut self, piece: &[u8]) {
        if self.rest.is_empty() && piece.is_ascii() {
            self.take_sound(piece);
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
        if self.nul.is_none() && sound.contains(&0) {
            self.nul = self.place_of(sound, |byte| byte == 0);
        }
        if !sound.is_ascii() {
            self.sound_count += sound.iter().filter(|byte| 0xc0 <= **byte).count() as u64;
            self.look_for_unknown(sound);
        }
        self.taken += sound.len() as u64;
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
            self.broken = Some((self.taken, around));
        }
        self.look_for_unknown(&text[at..at + length]);
        self.taken += length as u64;
    }

    fn look_for_unknown(&mut self, bytes: &[u8]) {
        if self.unknown.is_none() {
            self.unknown = self.place_of(bytes, |byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
        }
    }

    fn place_of(&self, bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> Option<u64> {
        bytes.iter().position(|byte| is_wanted(*byte)).map(|at| self.taken + at as u64)
    }

    /// A sequence that the end of the file cuts off is broken.
    fn finish(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            self.take_broken(&rest, 0, rest.len());
        }
    }
}
