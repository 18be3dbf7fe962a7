//! Pure arithmetic on dated or periodic amounts; knows no investment.

pub mod error;
pub mod day_count;
pub mod discount;
pub mod npv;
mod wide;
mod power_sum;
mod positive_roots;
pub mod irr;
pub mod mirr;
pub mod payback;
pub mod annuity;
pub mod profitability_index;
