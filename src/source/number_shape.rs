//! `Shape`: the parts of a text that may be a number, before any convention is applied.

use super::options::{DecimalMark, GroupMark};
use super::unit::{CURRENCIES, SCALES};

/// Longer texts are not looked at: no amount is written so long.
pub(super) const LONGEST: usize = 64;

/// A number as written: sign, digits and what its marks can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape<'a> {
    pub(super) is_negative: bool,
    pub(super) is_percent: bool,
    pub(super) currency: Option<&'static str>,
    /// Zeros that the unit in the cell adds: 3 for `12 k€`.
    pub(super) zeros: u32,
    /// Digits and marks, without exponent.
    pub(super) body: &'a str,
    pub(super) marks: Marks,
    /// Power of ten behind an `E`.
    pub(super) exponent: i32,
}

/// What the marks between the digits can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// Digits alone.
    None,
    /// One mark with three digits after it: tenths or thousands.
    Either(DecimalMark),
    /// A decimal mark and no groups.
    Decimal(DecimalMark),
    /// Groups and no decimal mark.
    Grouped(GroupMark),
    /// Groups, then a decimal mark.
    Both(GroupMark, DecimalMark),
}

/// The shape of a text without outer blanks; nothing when it is no number under any convention.
pub(super) fn shape(text: &str) -> Option<Shape<'_>> {
    let mut shape = Shape {
        is_negative: false,
        is_percent: false,
        currency: None,
        zeros: 0,
        body: text,
        marks: Marks::None,
        exponent: 0,
    };
    let first = *text.as_bytes().first()?;
    let is_code = first.is_ascii_alphabetic() && !matches!(first, b'E' | b'U' | b'G' | b'C' | b'e');
    if is_code || text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(shape);
    }
    let mut has_sign = false;
    loop {
        let before = shape.body;
        strip_sign(&mut shape, &mut has_sign)?;
        strip_unit(&mut shape)?;
        if shape.body == before {
            break;
        }
    }
    strip_exponent(&mut shape)?;
    shape.marks = marks(shape.body)?;
    Some(shape)
}

/// A minus on either side, a plus before, or brackets around; two of them are no number.
fn strip_sign(shape: &mut Shape<'_>, has_sign: &mut bool) -> Option<()> {
    let body = shape.body;
    let (inside, is_negative) = if body.starts_with('(') && body.ends_with(')') {
        (&body[1..body.len() - 1], true)
    } else if let Some(rest) = body.strip_prefix(['-', '\u{2212}']) {
        (rest, true)
    } else if let Some(rest) = body.strip_suffix(['-', '\u{2212}']) {
        (rest, true)
    } else if let Some(rest) = body.strip_prefix('+') {
        (rest, false)
    } else {
        return Some(());
    };
    shape.body = inside.trim();
    shape.is_negative = is_negative;
    let is_double = std::mem::replace(has_sign, true);
    (!is_double).then_some(())
}

/// A percent sign, a currency on either side, and behind a currency or its amount the word for its scale.
fn strip_unit(shape: &mut Shape<'_>) -> Option<()> {
    let body = shape.body;
    let (first, last) = (body.as_bytes().first()?, body.as_bytes().last()?);
    if last.is_ascii_digit() && first.is_ascii_digit() {
        return Some(());
    }
    if let Some(rest) = body.strip_suffix('%') {
        let is_double = std::mem::replace(&mut shape.is_percent, true);
        shape.body = rest.trim_end();
        return (!is_double).then_some(());
    }
    for (written, sign) in CURRENCIES {
        let (rest, is_after) = match (body.strip_prefix(written), body.strip_suffix(written)) {
            (Some(rest), _) => (rest.trim_start(), false),
            (None, Some(rest)) => (rest.trim_end(), true),
            (None, None) => continue,
        };
        if shape.currency.replace(sign).is_some() {
            return None;
        }
        shape.body = if is_after { strip_scale(rest, &mut shape.zeros) } else { rest };
        return Some(());
    }
    if shape.currency.is_some() && shape.zeros == 0 && last.is_ascii_alphabetic() {
        shape.body = strip_scale(body, &mut shape.zeros);
    }
    Some(())
}

fn strip_scale<'a>(body: &'a str, zeros: &mut u32) -> &'a str {
    for (word, scale) in SCALES {
        if let Some(rest) = body.strip_suffix(word) {
            *zeros = *scale;
            return rest.trim_end();
        }
    }
    body
}

/// `E+05` as a spreadsheet writes it; an `E` without a sign after plain digits is a code, not a number.
fn strip_exponent(shape: &mut Shape<'_>) -> Option<()> {
    let Some((body, power)) = shape.body.split_once(['E', 'e']) else { return Some(()) };
    let is_signed = power.starts_with(['+', '-']);
    if !is_signed && !body.contains(['.', ',']) || 4 < power.len() {
        return None;
    }
    shape.exponent = power.parse().ok()?;
    shape.body = body;
    Some(())
}

/// What the marks of digits and marks can be; nothing when they fit no number.
fn marks(body: &str) -> Option<Marks> {
    let mut group = None;
    let mut last: Option<(Mark, usize)> = None;
    let mut is_strict = true;
    let mut count = 0;
    let mut digits = 0;
    for letter in body.chars() {
        if letter.is_ascii_digit() {
            digits += 1;
            continue;
        }
        let mark = Mark::of(letter)?;
        if let Some((before, _)) = last {
            is_strict &= digits == 3;
            if count == 1 {
                group = Some(before);
            }
            if group != Some(before) {
                return None;
            }
        } else {
            is_strict &= (1..=3).contains(&digits) && !body.starts_with('0');
        }
        last = Some((mark, digits));
        count += 1;
        digits = 0;
    }
    let Some((mark, before)) = last else { return (0 < digits).then_some(Marks::None) };
    if digits == 0 {
        return None;
    }
    let can_group = is_strict && digits == 3;
    match (group, mark.decimal()) {
        (None, Some(decimal)) if can_group => Some(Marks::Either(decimal)),
        (None, Some(decimal)) => Some(Marks::Decimal(decimal)),
        (None, None) => can_group.then_some(Marks::Grouped(mark.group())),
        (Some(group), _) if group == mark => can_group.then_some(Marks::Grouped(mark.group())),
        (Some(group), Some(decimal)) => {
            (is_strict && before == 3).then_some(Marks::Both(group.group(), decimal))
        }
        (Some(_), None) => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Group(GroupMark),
    Decimal(DecimalMark),
}

impl Mark {
    fn of(letter: char) -> Option<Mark> {
        match letter {
            ',' => Some(Mark::Decimal(DecimalMark::Comma)),
            '.' => Some(Mark::Decimal(DecimalMark::Point)),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => Some(Mark::Group(GroupMark::Blank)),
            '\'' | '\u{2019}' => Some(Mark::Group(GroupMark::Apostrophe)),
            _ => None,
        }
    }

    fn decimal(self) -> Option<DecimalMark> {
        match self {
            Mark::Decimal(mark) => Some(mark),
            Mark::Group(_) => None,
        }
    }

    fn group(self) -> GroupMark {
        match self {
            Mark::Group(mark) => mark,
            Mark::Decimal(mark) => as_group(mark),
        }
    }
}

/// The same sign as a mark between groups.
pub(super) fn as_group(mark: DecimalMark) -> GroupMark {
    match mark {
        DecimalMark::Comma => GroupMark::Comma,
        DecimalMark::Point => GroupMark::Point,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn marks_say_what_they_can_be() {
        let marks = |text| shape(text).map(|shape| shape.marks);
        assert_eq!(marks("2027"), Some(Marks::None));
        assert_eq!(marks("1,234"), Some(Marks::Either(Comma)));
        assert_eq!(marks("0,234"), Some(Marks::Decimal(Comma)));
        assert_eq!(marks("1234.567"), Some(Marks::Decimal(Point)));
        assert_eq!(marks(",5"), Some(Marks::Decimal(Comma)));
        assert_eq!(marks("1.234.567"), Some(Marks::Grouped(GroupMark::Point)));
        assert_eq!(marks("1.234,5"), Some(Marks::Both(GroupMark::Point, Comma)));
        assert_eq!(marks("1\u{202f}234\u{a0}567,25"), Some(Marks::Both(GroupMark::Blank, Comma)));
        assert_eq!(marks("1'234.50"), Some(Marks::Both(GroupMark::Apostrophe, Point)));
        for text in
            ["12 34", "1,23,456", "1.2.3", "30.06.08", "1,234.5.6", "1.", "1 2345", "1,2,345", "0 123"]
        {
            assert_eq!(marks(text), None, "{text}");
        }
    }

    #[test]
    fn signs_and_units_are_taken_off() {
        let told = |text| {
            shape(text).map(|shape| {
                (shape.is_negative, shape.body, shape.currency, shape.zeros, shape.is_percent, shape.exponent)
            })
        };
        assert_eq!(told("(1 234,5)"), Some((true, "1 234,5", None, 0, false, 0)));
        assert_eq!(told("12-"), Some((true, "12", None, 0, false, 0)));
        assert_eq!(told("\u{2212}£32.24"), Some((true, "32.24", Some("£"), 0, false, 0)));
        assert_eq!(told("£-32.24"), Some((true, "32.24", Some("£"), 0, false, 0)));
        assert_eq!(told("(12) %"), Some((true, "12", None, 0, true, 0)));
        assert_eq!(told("1,5 M€"), Some((false, "1,5", Some("€"), 6, false, 0)));
        assert_eq!(told("£3bn"), Some((false, "3", Some("£"), 9, false, 0)));
        assert_eq!(told("12 000,00 EUR"), Some((false, "12 000,00", Some("€"), 0, false, 0)));
        assert_eq!(told("1.5E+05"), Some((false, "1.5", None, 0, false, 5)));
        for text in ["--5", "(5", "5 %%", "€5€", "12E4", "B01", "5 k", "-(5)", "", "%", "€", "12 jours"]
        {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
