//! `Appraisal`: every measure of one case that finance teams ask for, from its costs and benefits by year.

use rust_decimal::Decimal;

use super::amounts::net;
use crate::finance::annuity::equivalent_annual_amount;
use crate::finance::discount::{Timing, present_value};
use crate::finance::error::FinanceError;
use crate::finance::irr::{InternalRatesOfReturn, irr};
use crate::finance::mirr::{ModifiedRateOfReturn, mirr};
use crate::finance::payback::{Payback, payback};
use crate::finance::profitability_index::profitability_index;

/// How amounts of different years are made comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discounting {
    /// Per year.
    pub rate: Decimal,
    pub timing: Timing,
    /// Finance and reinvestment rate of the modified rate of return.
    pub mirr_rate: Decimal,
}

/// The measures of one case; ratios are fractions, payback in years from t = 0.
#[derive(Clone, Debug)]
pub struct Appraisal {
    /// (PV benefit - PV cost) / PV cost; nothing when nothing is spent.
    pub roi: Option<Decimal>,
    /// Every internal rate of return of benefit less cost.
    pub irr: InternalRatesOfReturn,
    pub mirr: ModifiedRateOfReturn,
    pub payback: Payback,
    /// PV of all net amounts after year 0 per unit of the net outlay of year 0; nothing without an outlay.
    pub profitability_index: Option<Decimal>,
    /// The NPV spread evenly over years 1..=horizon.
    pub equivalent_annual_amount: Decimal,
    /// Total cost of ownership: expected costs of all years, undiscounted.
    pub total_cost_of_ownership: Decimal,
}

impl Appraisal {
    /// The measures of `cost` and `benefit` by year.
    ///
    /// # Errors
    /// Those of the arithmetic: a rate at or below -100 %, amounts beyond 28 digits, no year after year 0.
    pub fn of(
        cost: &[Decimal],
        benefit: &[Decimal],
        discounting: &Discounting,
    ) -> Result<Appraisal, FinanceError> {
        let Discounting { rate, timing, mirr_rate } = *discounting;
        let flow = net(benefit, cost);
        let pv_cost = present_value(cost, rate, timing)?;
        let npv = present_value(&flow, rate, timing)?;
        Ok(Appraisal {
            roi: (!pv_cost.is_zero()).then(|| npv / pv_cost),
            irr: irr(&flow),
            mirr: mirr(&flow, mirr_rate, mirr_rate)?,
            payback: payback(&flow, rate, timing)?,
            profitability_index: profitability_index(&flow, rate, timing)?,
            equivalent_annual_amount: equivalent_annual_amount(npv, rate, flow.len().saturating_sub(1))?,
            total_cost_of_ownership: cost.iter().sum(),
        })
    }
}
