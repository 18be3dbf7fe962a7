//! The business case of one variant and of a portfolio: from lines and levers to amounts by year.
//!
//! Amounts are exact decimals in the dossier's currency, one per year 0..=horizon. Nothing here is rounded.

pub mod amounts;
pub mod lever;
pub mod evidence;
pub mod costs;
pub mod benefits;
pub mod saturation;
pub mod appraisal;
pub mod tei;
pub mod missing;
pub mod cases;
pub mod shared_component;
pub mod portfolio_case;
pub mod in_plan;
pub mod bridge;
