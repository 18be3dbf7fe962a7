//! `Period`: a year, quarter or month of the plan, the unit in which starts, budgets and capacities are told.

use std::fmt;

use super::start::{MONTHS, Start};

/// How finely a plan chooses its starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodLength {
    #[default]
    Year,
    Quarter,
    Month,
}

impl PeriodLength {
    /// All lengths, the longest first.
    pub const ALL: [PeriodLength; 3] = [PeriodLength::Year, PeriodLength::Quarter, PeriodLength::Month];

    /// The written form.
    pub fn name(self) -> &'static str {
        ["year", "quarter", "month"][self as usize]
    }

    /// Months of one period.
    pub fn months(self) -> u32 {
        [MONTHS, 3, 1][self as usize]
    }
}

/// One period of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub begin: Start,
    pub length: PeriodLength,
}

impl Period {
    /// A whole year.
    pub fn year(year: u32) -> Period {
        Period { begin: Start::of_year(year), length: PeriodLength::Year }
    }

    /// The period written `y1`, `y1q2` (second quarter) or `y1m05` (fifth month); none for any other text.
    pub fn parse(text: &str) -> Option<Period> {
        let text = text.trim().to_ascii_lowercase();
        let rest = text.strip_prefix('y')?;
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let year: u32 = rest[..digits].parse().ok().filter(|year| *year <= 100)?;
        let (length, part) = match rest[digits..].split_at_checked(1) {
            None => return Some(Period::year(year)),
            Some(("q", part)) => (PeriodLength::Quarter, part),
            Some(("m", part)) => (PeriodLength::Month, part),
            Some(_) => return None,
        };
        let part: u32 = part.parse().ok()?;
        let is_within = (1..=MONTHS / length.months()).contains(&part);
        let begin = Start::of_months(year * MONTHS + part.checked_sub(1)? * length.months());
        is_within.then_some(Period { begin, length })
    }

    /// The months it covers, counted from the beginning of year 0.
    pub fn months(self) -> std::ops::Range<u32> {
        self.begin.months()..self.begin.months() + self.length.months()
    }
}

/// `y1`, `y1q2` or `y1m05`, as [`Period::parse`] reads it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let part = self.begin.month_of_year() / self.length.months() + 1;
        write!(f, "y{}", self.begin.year())?;
        match self.length {
            PeriodLength::Year => Ok(()),
            PeriodLength::Quarter => write!(f, "q{part}"),
            PeriodLength::Month => write!(f, "m{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for text in ["y0", "y3", "y1q1", "y1q4", "y2m01", "y2m12"] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
        }
        for text in ["", "1", "y", "y1q5", "y1q0", "y1m13", "y1x2", "y101", "2027"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(Period::parse("Y1Q2").unwrap().months(), 15..18);
    }
}
