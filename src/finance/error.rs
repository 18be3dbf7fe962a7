//! What can keep a figure from being computed, each as one plain sentence.

use std::fmt;

/// Why an exact figure cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinanceError {
    /// Discounting at -100 % or less has no meaning.
    RateAtOrBelowMinusOne,
    /// A sum or product is beyond the 28 digits of an exact amount.
    AmountTooLarge,
    /// An equal amount per period needs at least one period.
    NoPeriod,
}

impl fmt::Display for FinanceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            FinanceError::RateAtOrBelowMinusOne => "a rate must be above -100 %",
            FinanceError::AmountTooLarge => "the amounts are too large to be added up exactly (28 digits)",
            FinanceError::NoPeriod => "an equal amount per period needs at least one period",
        })
    }
}

impl std::error::Error for FinanceError {}
