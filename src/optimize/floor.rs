//! `Floor`: the least amount of a measure that a plan must have, or miss at a price.

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::measures::measure::Measure;
use super::measures::terms::Terms;
use super::program::Program;
use super::rules::portfolio::statement;
use super::statement::Statement;
use crate::domain::dossier::Dossier;
use crate::domain::place::Place;
use crate::domain::portfolio_rule::PortfolioRuleKind;
use crate::quantity::real::{exact, real};

/// How far a measure may fall short of a floor, as a share of it: the precision of real numbers.
const TOLERANCE: f64 = 1e-9;

/// Units of a share or a value in one percentage point.
const POINT: f64 = 0.01;

/// At least this much of a measure.
#[derive(Clone, Debug)]
pub struct Floor {
    pub statement: Statement,
    pub measure: Measure,
    /// In the unit of the measure.
    pub least: f64,
    /// Whether the price of what is broken is taken off the measure first.
    pub is_net: bool,
    /// What missing it by one percentage point (0.01 of the measure) costs; nothing when it may not be missed.
    pub price: Option<Decimal>,
    pub place: Option<Place>,
}

/// The floors of the dossier's table of rules that hold.
pub fn floors(dossier: &Dossier) -> Vec<Floor> {
    let floors = dossier.rules.iter().filter(|rule| rule.is_active).filter_map(|rule| {
        let (measure, least) = match &rule.kind {
            PortfolioRuleKind::CoverageFloor { of, share } => (Measure::Coverage(of.clone()), *share),
            PortfolioRuleKind::ObjectiveFloor { objective, value } => {
                (Measure::Objective(objective.clone()), *value)
            }
            _ => return None,
        };
        let statement = statement(rule, None);
        let place = Some(rule.place.clone());
        Some(Floor { statement, measure, least: real(least), is_net: false, price: rule.price, place })
    });
    floors.filter(|floor| !floor.statement.is_switched_off(&dossier.settings)).collect()
}

impl Floor {
    /// A floor that the user asks for.
    pub fn asked(measure: Measure, least: f64) -> Floor {
        let statement = Statement::AskedFloor { measure: measure.name(), least: rounded(least) };
        Floor { statement, measure, least, is_net: false, price: None, place: None }
    }

    /// The same floor for the measure less the price of what is broken, where the measure is money.
    pub fn net(self) -> Floor {
        Floor { is_net: self.measure == Measure::Npv, ..self }
    }

    /// The same floor at another level.
    pub fn lowered_to(&self, least: f64) -> Floor {
        Floor { least, ..self.clone() }
    }

    /// What is reached of the measure, as a level that a floor can be lowered to: rounded down, shares to tenths of a per
    /// cent.
    pub fn level(&self, measured: f64) -> Decimal {
        let places = match self.measure {
            Measure::Coverage(_) | Measure::Objective(_) => 3,
            Measure::Objectives | Measure::Points => 1,
            Measure::Npv | Measure::Regret | Measure::Thrift | Measure::Freedom => 6,
        };
        rounded(measured).round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity)
    }

    /// Whether it may be missed at a price.
    pub fn is_soft(&self) -> bool {
        self.price.is_some()
    }

    /// Whether this much of the measure keeps it.
    pub fn is_kept(&self, measured: f64) -> bool {
        measured >= self.least - TOLERANCE * self.least.abs().max(1.0)
    }

    /// What missing it costs, in the dossier's currency, at least 0.
    pub fn penalty(&self, measured: f64) -> f64 {
        let short = if self.is_kept(measured) { 0.0 } else { self.least - measured };
        self.price.map_or(0.0, real) * short / POINT
    }

    /// Adds its row to a program, and for a floor with a price the column of what is missed at `unit` of worth.
    ///
    /// `prices` are columns with what one unit of each costs, in the unit of the measure; only a net floor counts them.
    pub fn add_to(&self, program: &mut Program, terms: &Terms, unit: f64, prices: &[(usize, f64)]) {
        let bounds = |column: usize| (program.columns[column].low, program.columns[column].high);
        let scale = self.least.abs().max(terms.largest_part(bounds)).max(1e-12);
        let mut row: Vec<(usize, f64)> = terms.iter().map(|(column, part)| (column, part / scale)).collect();
        if self.is_net {
            row.extend(prices.iter().map(|(column, price)| (*column, -price / scale)));
        }
        if let Some(price) = self.price {
            let most = (self.least - terms.lowest(bounds)).max(0.0) / scale;
            let missed = program.continuous(0.0, most, -real(price) * scale / POINT / unit);
            row.push((missed, 1.0));
        }
        program.at_least(row, (self.least - terms.constant) / scale);
    }
}

/// A measure as an exact number of nine digits, for showing beside the limits of rules.
pub fn rounded(measured: f64) -> Decimal {
    exact(measured).unwrap_or(dec!(0)).round_dp(9)
}
