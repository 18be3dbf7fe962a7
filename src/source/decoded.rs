//! `Decoded`: bytes of any encoding as UTF-8 with `\n` as the only line ending, watched while they pass.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::options::Encoding;

/// Why decoding stopped before the end.
#[derive(Debug)]
pub(super) enum Stop {
    /// Bytes that the encoding does not have.
    Malformed,
    /// A NUL character.
    Nul,
    /// A record beyond the limit.
    RecordTooLong,
    Io(io::Error),
}

/// A reader that decodes; it remembers what has passed since the last record that was taken.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// Bytes of `raw` that are still to be decoded.
    waiting: std::ops::Range<usize>,
    is_at_end: bool,
    was_return: bool,
    /// Endings that passed: `\n` alone (where there are no others, 1 stands for any number), `\r\n`, `\r` alone.
    pub(super) line_ends: [u64; 3],
    limit: usize,
    /// What has passed from the byte `tail_from` on.
    tail: Vec<u8>,
    tail_from: u64,
    record_from: u64,
    pub(super) stop: Option<Stop>,
    /// Whether the end was reached by a reader that asked for more.
    pub(super) has_ended: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes what follows a byte-order mark of `skip` bytes; a record may have `limit` bytes.
    pub(super) fn new(mut inner: R, encoding: Encoding, skip: usize, limit: usize) -> io::Result<Decoded<R>> {
        let mut mark = [0; 4];
        inner.read_exact(&mut mark[..skip])?;
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
        };
        let raw = if decoder.is_some() { vec![0; 1 << 16] } else { Vec::new() };
        Ok(Decoded {
            inner,
            decoder,
            raw,
            waiting: 0..0,
            is_at_end: false,
            was_return: false,
            line_ends: [0; 3],
            limit,
            tail: Vec::new(),
            tail_from: 0,
            record_from: 0,
            stop: None,
            has_ended: false,
        })
    }

    /// Tells that a record was taken and the next one begins at this byte of the decoded text.
    pub(super) fn begin_record(&mut self, at: u64) {
        self.record_from = at;
    }

    /// What has passed from this byte on, as far as it is remembered.
    pub(super) fn passed_since(&self, byte: u64) -> &[u8] {
        let from = byte.saturating_sub(self.tail_from) as usize;
        self.tail.get(from..).unwrap_or_default()
    }

    /// Whether the last letter that passed ended a line.
    pub(super) fn ended_line(&self) -> bool {
        self.tail.last().is_none_or(|byte| *byte == b'\n')
    }

    /// Reads on after a record that was too long, without remembering anything.
    pub(super) fn read_on(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill(buffer)?;
        Ok(self.unify(&mut buffer[..count]))
    }

    /// Decoded bytes as they come; 0 only at the end.
    fn fill(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else { return self.inner.read(out) };
        loop {
            if self.waiting.is_empty() && !self.is_at_end {
                let count = self.inner.read(&mut self.raw)?;
                self.waiting = 0..count;
                self.is_at_end = count == 0;
            }
            let source = &self.raw[self.waiting.clone()];
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(source, out, self.is_at_end);
            self.waiting.start += read;
            if matches!(result, DecoderResult::Malformed(..)) {
                self.stop = Some(Stop::Malformed);
                let length = self.unify(&mut out[..written]);
                self.remember(&out[..length]);
                return Err(io::Error::other("malformed"));
            }
            let is_done = self.is_at_end && result == DecoderResult::InputEmpty;
            if 0 < written || is_done {
                if is_done {
                    self.decoder = None;
                }
                return Ok(written);
            }
        }
    }

    /// Every line ending as `\n`; gives the length that remains.
    fn unify(&mut self, buffer: &mut [u8]) -> usize {
        if !self.was_return && !buffer.contains(&b'\r') {
            self.line_ends[0] += u64::from(self.line_ends[0] == 0 && buffer.contains(&b'\n'));
            return buffer.len();
        }
        let (mut length, mut from) = (0, 0);
        if std::mem::take(&mut self.was_return) && buffer.first() == Some(&b'\n') {
            self.line_ends[1] += 1;
            self.line_ends[2] -= 1;
            from = 1;
        }
        while from < buffer.len() {
            let end = buffer[from..].iter().position(|byte| *byte == b'\r').map(|end| from + end);
            let upto = end.unwrap_or(buffer.len());
            let piece = &buffer[from..upto];
            self.line_ends[0] += u64::from(self.line_ends[0] == 0 && piece.contains(&b'\n'));
            buffer.copy_within(from..upto, length);
            length += upto - from;
            from = upto + 1;
            if end.is_none() {
                break;
            }
            buffer[length] = b'\n';
            length += 1;
            if buffer.get(from) == Some(&b'\n') {
                self.line_ends[1] += 1;
                from += 1;
            } else {
                self.line_ends[2] += 1;
                self.was_return = from == buffer.len();
            }
        }
        length
    }

    fn remember(&mut self, passed: &[u8]) {
        let gone = self.record_from.saturating_sub(self.tail_from) as usize;
        if (1 << 16) <= gone {
            let gone = gone.min(self.tail.len());
            self.tail.drain(..gone);
            self.tail_from += gone as u64;
        }
        self.tail.extend_from_slice(passed);
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = match self.fill(buffer) {
                Ok(0) => {
                    self.has_ended = true;
                    return Ok(0);
                }
                Ok(count) => count,
                Err(error) => {
                    self.stop.get_or_insert(Stop::Io(io::Error::new(error.kind(), error.to_string())));
                    return Err(error);
                }
            };
            let length = self.unify(&mut buffer[..count]);
            let passed = &buffer[..length];
            if passed.contains(&0) {
                self.stop = Some(Stop::Nul);
                self.remember(passed);
                return Err(io::Error::other("NUL"));
            }
            self.remember(passed);
            if self.limit < self.passed_since(self.record_from).len() {
                self.stop = Some(Stop::RecordTooLong);
                return Err(io::Error::other("record too long"));
            }
            if 0 < length {
                return Ok(length);
            }
        }
    }
}
