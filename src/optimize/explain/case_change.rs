//! Changes of one business case that turn a verdict round: gains x k, costs x k, better evidence; no solve is needed.
//!
//! The plan with the investment is worth W(k) when its case changes, the plan without it stays at G_out, so that the
//! change suffices as soon as W(k) >= G_out. In the additive model every plan with the variant changes alike and the
//! factor is exact: effect k = (v* + PV cost - PV harms) / PV gains, cost k = (PV benefit - v*) / PV cost (method 4.1).
//! In the full model another plan with it may get there a little sooner, never later.

use rust_decimal::{Decimal, dec};

use super::change::{Change, Flip};
use super::standing::{Standing, VariantStanding};
use crate::case::amounts::present_value;
use crate::case::cases::{Cases, VariantCase};
use crate::case::portfolio_case::portfolio_npv;
use crate::domain::decision_model::DecisionModel;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::Portfolio;
use crate::optimize::problem::Problem;
use crate::optimize::question::Grounds;

/// Gains more than this many times larger are not looked for.
const EFFECT_MAX: Decimal = Decimal::TEN;

/// Halvings of the interval in which a factor is looked for.
const HALVINGS: usize = 24;

/// Amounts closer to zero than half a cent are zero.
const CENT: Decimal = dec!(0.005);

/// The cases of a dossier, one of which may be changed for a while.
pub struct Workbench {
    cases: Cases,
}

/// What a variant's case is turned into.
struct Turned<'c> {
    case: &'c VariantCase,
    /// Gains of line number `.0` times `.1`.
    gains: Vec<(usize, Decimal)>,
    costs: Decimal,
}

impl Workbench {
    pub fn new(cases: &Cases) -> Workbench {
        Workbench { cases: cases.clone() }
    }

    /// The changes of its case that turn the standing of an investment round, the best variant of each kind.
    pub fn flips(&mut self, problem: &Problem, model: &DecisionModel, standing: &Standing) -> Vec<Flip> {
        let mut flips: Vec<Flip> = Vec::new();
        let is_in = standing.net_value().is_some_and(|net| net.amount > Decimal::ZERO);
        let best = standing.best().map(|best| &best.variant);
        for own in &standing.variants {
            if is_in && best != Some(&own.variant) {
                continue;
            }
            let Some(scene) = Scene::new(problem, standing, own) else { continue };
            flips.extend(self.effect(&scene));
            flips.extend(self.cost(&scene));
            if !is_in {
                flips.extend(self.evidence(&scene, model));
            }
        }
        Flip::sort(&mut flips);
        let mut kinds = Vec::new();
        flips.retain(|flip| {
            let kind = flip.change.name();
            let is_first = !kinds.contains(&kind);
            kinds.push(kind);
            is_first
        });
        flips
    }

    fn effect(&mut self, scene: &Scene) -> Option<Flip> {
        let gains = scene.gains();
        if gains.is_empty() {
            return None;
        }
        let mut gap = |factor: Decimal| {
            let gains = gains.iter().map(|line| (*line, factor)).collect();
            self.gap(scene, Turned { case: scene.case, gains, costs: Decimal::ONE })
        };
        let now = scene.gap_now;
        let (low, high) = match now < Decimal::ZERO {
            true => (Decimal::ONE, EFFECT_MAX),
            false => (Decimal::ZERO, Decimal::ONE),
        };
        let factor = if gap(low) >= Decimal::ZERO { low } else { least(&mut gap, low, high)? };
        let change = Change::Effect { variant: scene.own.variant.clone(), factor };
        Some(Flip { change, amount: Some(now.abs()) })
    }

    fn cost(&mut self, scene: &Scene) -> Option<Flip> {
        let free = self.gap(scene, Turned { case: scene.case, gains: Vec::new(), costs: Decimal::ZERO });
        let cost = free - scene.gap_now;
        if cost < CENT || free < Decimal::ZERO {
            return None;
        }
        let factor = Decimal::ONE + scene.gap_now / cost;
        let change = Change::Cost { variant: scene.own.variant.clone(), factor };
        Some(Flip { change, amount: Some(scene.gap_now.abs()) })
    }

    /// The lowest level that suffices when every gain below it is raised to it.
    fn evidence(&mut self, scene: &Scene, model: &DecisionModel) -> Option<Flip> {
        let weakest = scene.gains().into_iter().map(|line| scene.case.benefit_lines[line].evidence).min()?;
        let level = EvidenceLevel::ALL.into_iter().filter(|level| *level > weakest).find(|level| {
            let raised = scene.gains().into_iter().filter_map(|line| {
                let known = scene.case.benefit_lines[line].evidence;
                let (now, then) = (model.kept_share(known), model.kept_share(*level));
                (known < *level && now > Decimal::ZERO).then(|| (line, then / now))
            });
            let turned = Turned { case: scene.case, gains: raised.collect(), costs: Decimal::ONE };
            self.gap(scene, turned) >= Decimal::ZERO
        })?;
        let studies = &scene.problem.setting.grounds.dossier.studies;
        let looking = studies
            .iter()
            .filter(|study| study.targets.iter().any(|target| target.trim() == scene.investment.as_str()));
        let amount = looking.filter_map(|study| study.cost).min();
        Some(Flip { change: Change::Evidence { variant: scene.own.variant.clone(), level }, amount })
    }

    /// Worth of the plan with the turned case less G_out.
    fn gap(&mut self, scene: &Scene, turned: Turned) -> Decimal {
        let at = self.cases.variants.binary_search_by(|case| {
            (&case.investment, &case.variant).cmp(&(&turned.case.investment, &turned.case.variant))
        });
        let at = at.expect("the case of a variant that can be chosen");
        let changed = &mut self.cases.variants[at];
        for (line, factor) in &turned.gains {
            changed.benefit_lines[*line].effect *= factor;
        }
        changed.own_cost.iter_mut().for_each(|amount| *amount *= turned.costs);
        let problem = scene.problem;
        let npv = portfolio_npv(
            problem.setting.grounds.dossier,
            &self.cases,
            &scene.portfolio,
            problem.setting.value_model,
        );
        self.cases.variants[at] = turned.case.clone();
        scene.gap_now + npv - scene.npv_now
    }
}

/// One variant in its best plan.
struct Scene<'s> {
    problem: &'s Problem<'s>,
    investment: &'s InvestmentId,
    own: &'s VariantStanding,
    case: &'s VariantCase,
    portfolio: Portfolio,
    npv_now: Decimal,
    /// G_in of the variant less G_out.
    gap_now: Decimal,
}

impl<'s> Scene<'s> {
    /// None where no plan has the variant, or every plan has it.
    fn new(problem: &'s Problem<'s>, standing: &'s Standing, own: &'s VariantStanding) -> Option<Scene<'s>> {
        let (with, without) = (own.with.as_ref()?, standing.without.as_ref()?);
        let Grounds { dossier, cases, .. } = problem.setting.grounds;
        let portfolio = problem.portfolio(&with.chosen);
        Some(Scene {
            problem,
            investment: &standing.investment,
            own,
            case: cases.get(&standing.investment, &own.variant)?,
            npv_now: portfolio_npv(dossier, cases, &portfolio, problem.setting.value_model),
            portfolio,
            gap_now: with.worth - without.worth,
        })
    }

    /// Lines that bring something, by place.
    fn gains(&self) -> Vec<usize> {
        let factors = &self.problem.setting.grounds.cases.factors;
        let lines = self.case.benefit_lines.iter().enumerate();
        lines
            .filter(|(_, line)| present_value(&line.adjusted, factors) > Decimal::ZERO)
            .map(|(at, _)| at)
            .collect()
    }
}

/// The least factor between `low`, where the gap is below zero, and `high` that closes it; none when even `high` does
/// not. A straight line is followed first, then the interval is halved.
fn least(gap: &mut impl FnMut(Decimal) -> Decimal, low: Decimal, high: Decimal) -> Option<Decimal> {
    let (at_low, at_high) = (gap(low), gap(high));
    if at_high < Decimal::ZERO {
        return None;
    }
    let straight = low + (high - low) * -at_low / (at_high - at_low);
    if gap(straight).abs() < CENT {
        return Some(straight);
    }
    let (mut low, mut high) = (low, high);
    for _ in 0..HALVINGS {
        let middle = (low + high) / dec!(2);
        if gap(middle) < Decimal::ZERO {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_followed_and_a_curve_is_halved() {
        assert_eq!(least(&mut |k| k * dec!(2) - dec!(5), dec!(1), dec!(10)), Some(dec!(2.5)));
        let curve = least(&mut |k| k * k - dec!(2), dec!(1), dec!(10)).expect("a root");
        assert!((curve - dec!(1.41421356)).abs() < dec!(0.000002) && curve * curve >= dec!(2), "{curve}");
        assert_eq!(least(&mut |k| k - dec!(20), dec!(1), dec!(10)), None);
    }
}
