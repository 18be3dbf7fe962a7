//! `Role` and `RoleDemand`: which people are there, and which a variant needs.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::period::Period;
use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type RoleId = Id<Role>;

/// A kind of work with its capacity.
#[derive(Clone, Debug)]
pub struct Role {
    pub id: RoleId,
    pub name: Bilingual,
    /// Cost of one day, in the dossier's currency.
    pub day_rate: Option<Decimal>,
    /// Days available in years 0, 1, ...; a year that is not stated is not limited.
    pub capacity: Vec<Option<Decimal>>,
    /// Days available in single quarters or months, beside those of the whole years.
    pub capacity_by_period: BTreeMap<Period, Decimal>,
    pub place: Place,
}

/// Days of a role that a variant needs in years 0, 1, ...
#[derive(Clone, Debug)]
pub struct RoleDemand {
    pub role: RoleId,
    pub days: Vec<Decimal>,
    pub place: Place,
}
