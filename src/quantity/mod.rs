//! What a quantity is: exact decimals for money, reals for scores and search, identifiers told apart by kind.

pub mod rate;
pub mod real;
