//! `Capability`: what the organisation can do, its maturity now and wanted.

use rust_decimal::Decimal;

use super::place::Place;
use super::text::Bilingual;

/// One business capability, maturity from 1 to 5.
#[derive(Clone, Debug)]
pub struct Capability {
    pub id: String,
    pub name: Bilingual,
    pub maturity_now: Decimal,
    pub maturity_target: Decimal,
    pub importance: Decimal,
    pub owner: String,
    pub place: Place,
}
