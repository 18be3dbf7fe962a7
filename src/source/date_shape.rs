//! `DateShape`: what a text that may be a date says, before any order of day and month is applied.

use chrono::NaiveDate;

use super::month_names::month_of;
use super::withheld::plain;

/// Longer texts are not looked at.
const LONGEST: usize = 40;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateShape {
    Day(NaiveDate),
    /// Two numbers up to 31 and a year.
    Two {
        first: u32,
        second: u32,
        year: i32,
    },
    Month {
        year: i32,
        month: u32,
    },
    /// A fiscal year, told by the calendar year it ends in.
    Fiscal {
        ends: i32,
    },
    /// `2011-12`: a month, or the fiscal year that ends in 2012.
    MonthOrFiscal {
        year: i32,
        month: u32,
    },
    /// A day that no calendar has, such as 30 February.
    Impossible,
}

/// The shape of a text without outer blanks; nothing when it is no date. A year alone is a number, not a date.
pub(super) fn date_shape(text: &str) -> Option<DateShape> {
    let bytes = text.as_bytes();
    if text.len() < 4 || LONGEST < text.len() || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let has_letters = bytes.iter().any(|byte| byte.is_ascii_alphabetic());
    let text = without_hour(text);
    if !has_letters || text.bytes().all(|byte| !byte.is_ascii_alphabetic()) {
        return numeric(text);
    }
    fiscal_word(text).or_else(|| with_month_name(text))
}

/// Whole years are counted as 2000 to 2068 and 1969 to 1999 when written with two digits.
fn year_of(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 69 => Some(2000 + year),
        2 => Some(1900 + year),
        4 if (1800..=2999).contains(&year) => Some(year),
        _ => None,
    }
}

/// The text before ` 00:00`, `T00:00:00Z` and the like.
fn without_hour(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = &text[..colon];
    let day = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match day.strip_suffix([' ', 'T', 't']) {
        Some(day) if day.len() < before.len() => day.trim_end(),
        _ => text,
    }
}

fn numeric(text: &str) -> Option<DateShape> {
    let separator = *text.as_bytes().iter().find(|byte| matches!(byte, b'-' | b'/' | b'.'))?;
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == separator) {
        return None;
    }
    let mut parts = text.split(separator as char);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || 4 < first.len() || 4 < second.len() {
        return None;
    }
    match third {
        None => two_parts(first, second, separator),
        Some(third) if first.len() == 4 => {
            let (month, day) = (small(second)?, small(third)?);
            Some(day_of(year_of(first)?, month, day))
        }
        Some(third) => {
            let (first, second, year) = (small(first)?, small(second)?, year_of(third)?);
            let is_day = |day, month| NaiveDate::from_ymd_opt(year, month, day).is_some();
            if is_day(first, second) || is_day(second, first) {
                return Some(DateShape::Two { first, second, year });
            }
            Some(DateShape::Impossible)
        }
    }
}

/// `2026-27`, `2026/2027`, `2027-03`, `03/2027`.
fn two_parts(first: &str, second: &str, separator: u8) -> Option<DateShape> {
    if separator == b'.' {
        return None;
    }
    match (first.len(), second.len()) {
        (4, 4) => {
            let (begins, ends) = (year_of(first)?, year_of(second)?);
            (ends == begins + 1).then_some(DateShape::Fiscal { ends })
        }
        (4, 2) => {
            let (year, number) = (year_of(first)?, second.parse::<u32>().ok()?);
            let is_fiscal = number as i32 == (year + 1) % 100;
            match (is_fiscal, (1..=12).contains(&number)) {
                (true, true) => Some(DateShape::MonthOrFiscal { year, month: number }),
                (true, false) => Some(DateShape::Fiscal { ends: year + 1 }),
                (false, true) => Some(DateShape::Month { year, month: number }),
                (false, false) => None,
            }
        }
        (1 | 2, 4) => {
            let (month, year) = (small(first)?, year_of(second)?);
            (1..=12).contains(&month).then_some(DateShape::Month { year, month })
        }
        _ => None,
    }
}

/// A number of one or two digits.
fn small(digits: &str) -> Option<u32> {
    if digits.is_empty() || 2 < digits.len() { None } else { digits.parse().ok() }
}

fn day_of(year: i32, month: u32, day: u32) -> DateShape {
    NaiveDate::from_ymd_opt(year, month, day).map_or(DateShape::Impossible, DateShape::Day)
}

/// `FY2027`, `FY 26/27`, `exercice 2027`, `exercice 2026-2027`, `financial year 2026-27`.
fn fiscal_word(text: &str) -> Option<DateShape> {
    if !text.starts_with(['f', 'F', 'e', 'E']) {
        return None;
    }
    let plain = plain(text);
    let words = ["financial year", "fiscal year", "exercice", "fy"];
    let rest = words.iter().find_map(|word| plain.strip_prefix(word))?;
    let rest = rest.trim_start_matches([' ', '-']).trim_end();
    let shape = match rest.split_once(['/', '-']) {
        None => return Some(DateShape::Fiscal { ends: year_of(rest)? }),
        Some((begins, ends)) => (year_of(begins.trim())?, year_of(ends.trim())?),
    };
    (shape.1 == shape.0 + 1).then_some(DateShape::Fiscal { ends: shape.1 })
}

/// `juillet 2013`, `Jul-2013`, `1 March 2027`, `1er mars 2027`, `March 1, 2027`, `12-Mar-27`.
fn with_month_name(text: &str) -> Option<DateShape> {
    let mut words = [""; 3];
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '/' | ',' | '\'');
    let found = text.split(is_between).filter(|word| !word.is_empty() && !matches!(*word, "of" | "de"));
    for (index, word) in found.enumerate() {
        *words.get_mut(index)? = word;
    }
    match words {
        [name, year, ""] => Some(DateShape::Month { year: year_of(year)?, month: month_of(name)? }),
        [first, second, year] => {
            let year = year_of(year)?;
            let (day, name) = if month_of(second).is_some() { (first, second) } else { (second, first) };
            let day = ["er", "st", "nd", "rd", "th", "."]
                .iter()
                .find_map(|ending| day.strip_suffix(ending))
                .unwrap_or(day);
            Some(day_of(year, month_of(name)?, small(day)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<DateShape> {
        NaiveDate::from_ymd_opt(year, month, day).map(DateShape::Day)
    }

    #[test]
    fn days() {
        assert_eq!(date_shape("2027-03-01"), day(2027, 3, 1));
        assert_eq!(date_shape("2027-03-01T00:00:00Z"), day(2027, 3, 1));
        assert_eq!(date_shape("2027/03/01 12:30"), day(2027, 3, 1));
        for text in
            ["1 March 2027", "1er mars 2027", "March 1, 2027", "1-Mar-27", "Mar 1st 2027", "01 MARS 2027"]
        {
            assert_eq!(date_shape(text), day(2027, 3, 1), "{text}");
        }
        assert_eq!(date_shape("30.06.08"), Some(DateShape::Two { first: 30, second: 6, year: 2008 }));
        assert_eq!(date_shape("31/12/1999"), Some(DateShape::Two { first: 31, second: 12, year: 1999 }));
        for text in ["30/02/2027", "2027-13-01", "31 avril 2027", "13/13/2027"] {
            assert_eq!(date_shape(text), Some(DateShape::Impossible), "{text}");
        }
    }

    #[test]
    fn months_and_years() {
        let month = |year, month| Some(DateShape::Month { year, month });
        assert_eq!(date_shape("juillet 2013"), month(2013, 7));
        assert_eq!(date_shape("Jul-2013"), month(2013, 7));
        assert_eq!(date_shape("déc. 2027"), month(2027, 12));
        assert_eq!(date_shape("août-27"), month(2027, 8));
        assert_eq!(date_shape("03/2027"), month(2027, 3));
        assert_eq!(date_shape("2027-03"), month(2027, 3));
        for text in ["FY2027", "FY27", "FY 2026/27", "exercice 2027", "2026-27", "2026/2027", "FY26-27"] {
            assert_eq!(date_shape(text), Some(DateShape::Fiscal { ends: 2027 }), "{text}");
        }
        assert_eq!(date_shape("2011-12"), Some(DateShape::MonthOrFiscal { year: 2011, month: 12 }));
        for text in ["2027", "B01-2027", "1.234", "12-34", "2027-00", "1/2", "mars", "phase 2027", "10.2027"]
        {
            assert_eq!(date_shape(text), None, "{text}");
        }
    }
}
