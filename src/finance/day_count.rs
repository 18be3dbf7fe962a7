//! Dated amounts and the time between them: actual days over a year of 365, whatever the calendar says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::finance::error::FinanceError;

/// Days of a year under ACT/365 fixed, leap years included.
pub const DAYS_PER_YEAR: u32 = 365;

/// An amount in one currency and the day on which it is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedAmount {
    pub date: NaiveDate,
    pub amount: Decimal,
}

/// The amounts by whole days after the earliest date, ascending; amounts of one day are added, zeros kept.
///
/// # Errors
/// `AmountTooLarge` when amounts of one day cannot be added exactly.
pub fn amounts_by_day(flow: &[DatedAmount]) -> Result<Vec<(u32, Decimal)>, FinanceError> {
    let Some(start) = flow.iter().map(|entry| entry.date).min() else { return Ok(Vec::new()) };
    let mut amounts: BTreeMap<u32, Decimal> = BTreeMap::new();
    for entry in flow {
        let days = entry.date.signed_duration_since(start).num_days();
        let days = u32::try_from(days)
            .expect("no two dates of the calendar are 2^32 days apart, and start is the first");
        let amount = amounts.entry(days).or_default();
        *amount = amount.checked_add(entry.amount).ok_or(FinanceError::AmountTooLarge)?;
    }
    Ok(amounts.into_iter().collect())
}

/// A date written `YYYY-MM-DD`; none for anything else.
pub fn date_from_iso(text: &str) -> Option<NaiveDate> {
    let is_ten_characters = text.len() == 10 && text.starts_with(|first: char| first.is_ascii_digit());
    is_ten_characters.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(date: &str, amount: i64) -> DatedAmount {
        DatedAmount { date: date_from_iso(date).unwrap(), amount: Decimal::from(amount) }
    }

    #[test]
    fn days_count_from_the_earliest_date_in_any_order() {
        let flow =
            [entry("2009-02-15", 3), entry("2008-01-01", 1), entry("2008-03-01", 2), entry("2008-01-01", -4)];
        let amounts = amounts_by_day(&flow).unwrap();
        assert_eq!(amounts, [(0, Decimal::from(-3)), (60, Decimal::from(2)), (411, Decimal::from(3))]);
        assert_eq!(amounts_by_day(&[]).unwrap(), []);
    }

    #[test]
    fn amounts_of_one_day_may_be_too_large_together() {
        let half = DatedAmount { date: date_from_iso("2026-01-01").unwrap(), amount: Decimal::MAX };
        assert_eq!(amounts_by_day(&[half, half]), Err(FinanceError::AmountTooLarge));
    }

    #[test]
    fn only_whole_iso_dates_are_dates() {
        for text in ["2026-2-1", "01/02/2026", "2026-02-30", "", "+026-01-01", "2026-01-01 ", "2026-01"] {
            assert_eq!(date_from_iso(text), None, "{text}");
        }
        assert!(date_from_iso("2024-02-29").is_some());
    }
}
