//! `Lever`: a financial driver, the formula by which an effect in business units becomes euros by year.

use rust_decimal::Decimal;

use super::objective::ObjectiveId;
use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type LeverId = Id<Lever>;

/// How an effect (in the lever's unit) becomes an amount (in the dossier's currency) each year.
#[derive(Clone, Debug, PartialEq)]
pub enum LeverFormula {
    /// amount_t = value per unit and year x effect_t.
    Flow { value_per_unit: Decimal },
    /// S_t = S_{t-1} (1 - decay) + customers per unit x effect_t; amount_t = contribution x S_t.
    Stock { customers_per_unit: Decimal, contribution: Decimal, decay: Decimal },
    /// Balance B_t = value per unit x effect_t; amount_t = B_t - B_{t-1}; the last balance is handed back in the last year.
    WorkingCapital { value_per_unit: Decimal },
    /// Paid once as the effect is reached: amount_t = value per unit x (effect_t - effect_{t-1}).
    OneOff { value_per_unit: Decimal },
    /// Expected loss avoided: amount_t = expected loss per unit and year x effect_t.
    Risk { loss_per_unit: Decimal },
}

/// A financial driver shared by many benefit lines.
#[derive(Clone, Debug)]
pub struct Lever {
    pub id: LeverId,
    pub name: Bilingual,
    pub unit: String,
    /// Nothing when a number the type needs is missing: the lever then values nothing and a finding says so.
    pub formula: Option<LeverFormula>,
    /// Largest total effect of all investments together, in units.
    pub cap: Option<Decimal>,
    pub low_multiplier: Decimal,
    pub high_multiplier: Decimal,
    pub objective: Option<ObjectiveId>,
    /// Change of the objective's KPI, in its unit, for one unit of this lever's effect; nothing when not stated.
    pub kpi_per_unit: Option<Decimal>,
    /// How the unit value was worked out, in words.
    pub formula_text: String,
    pub place: Place,
}
