//! What a quantity is: exact decimals for money, reals for scores and search, identifiers told apart by kind.
//!
//! Money is [`rust_decimal::Decimal`] in the one currency of its dossier and is never rounded before display.
//! Whatever is only compared or searched (weights, coverage, roots) is `f64`; [`real`] is the only bridge.

pub mod identity;

pub mod rate;
pub mod real;
