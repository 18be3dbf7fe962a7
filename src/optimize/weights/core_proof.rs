//! Core, borderline or exterior: whether an investment is in every plan that is best somewhere in a set of weights.
//!
//! The samples and corners say what is seen. The proof covers every weight between them: the best value without an
//! investment is convex in the weights, so a mix of its values at the corners bounds it from above; a known plan with the
//! investment bounds the best from below, linearly. If a mix of such plans beats the bound at every corner at once, then
//! at any weights one of them beats everything without the investment (linear programming duality).

use rust_decimal::Decimal;

use super::robust_choice::{CornerPlan, Criterion, RobustPlans, dot, has, weighted};
use crate::domain::investment::InvestmentId;
use crate::optimize::highs::{Ending, Limits, solve};
use crate::optimize::outcome::{ChooseError, Status, unless_stopped};
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::program::Program;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// Margins below this are rounding; values are near one.
const ROUNDING: f64 = 1e-9;

/// Where an investment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In every plan seen.
    Core,
    Borderline,
    /// In none of them.
    Exterior,
}

impl Standing {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Core => "core",
            Standing::Borderline => "borderline",
            Standing::Exterior => "exterior",
        }
    }
}

/// How an investment fares over the weights.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub investment: InvestmentId,
    pub standing: Standing,
    /// Core and exterior: proven for all weights of the set, not only where it was looked.
    pub is_proven: bool,
    /// Core: the largest, over the corners, of the best value without it less the best with it; exterior: the other way
    /// round; below 0 when it stands. None where it cannot be otherwise, and where nobody asked.
    pub margin: Option<f64>,
}

/// The verdict on every investment, in order of identifiers; `is_quick` leaves the proofs out, and so does whoever stops
/// the work for those that are not proven by then.
pub fn verdicts(
    problem: &mut Problem,
    ask: &Ask,
    criteria: &[Criterion],
    plans: &RobustPlans,
    is_quick: bool,
) -> Result<Vec<Verdict>, ChooseError> {
    let ids: Vec<InvestmentId> =
        problem.setting.grounds.dossier.investments.iter().map(|one| one.id.clone()).collect();
    let mut verdicts = Vec::new();
    for investment in ids {
        let all = 0..problem.all.len();
        let places: Vec<usize> =
            all.filter(|place| problem.all[*place].choice.investment == investment).collect();
        let with = plans.plans.iter().filter(|plan| has(plan, &places)).count();
        let standing = match with {
            0 => Standing::Exterior,
            n if n == plans.plans.len() => Standing::Core,
            _ => Standing::Borderline,
        };
        let mut verdict = Verdict { investment, standing, is_proven: false, margin: None };
        if standing != Standing::Borderline && places.is_empty() {
            verdict.is_proven = true;
        } else if standing != Standing::Borderline && !is_quick {
            let is_in = standing == Standing::Exterior;
            unless_stopped(prove(problem, ask, criteria, plans, &places, is_in, &mut verdict))?;
        }
        verdicts.push(verdict);
    }
    Ok(verdicts)
}

/// Solves every corner with the investment forced the other way, and compares.
fn prove(
    problem: &mut Problem,
    ask: &Ask,
    criteria: &[Criterion],
    plans: &RobustPlans,
    places: &[usize],
    is_in: bool,
    verdict: &mut Verdict,
) -> Result<(), ChooseError> {
    let mut forced = ask.clone();
    forced.rules.push(forcing(&verdict.investment, places, is_in));
    let mut others = Vec::new();
    for corner in &plans.corners {
        let found = problem.best(&weighted(&forced, criteria, &corner.weights))?;
        if found.status == Status::Infeasible {
            verdict.is_proven = true;
            return Ok(());
        }
        others.push((found.worth, found.bound));
    }
    if ask.limits.watch.is_stopped() {
        return Err(ChooseError::Stopped);
    }
    let margins = plans.corners.iter().zip(&others).map(|(corner, other)| other.0 - corner.value);
    verdict.margin = Some(margins.fold(f64::NEG_INFINITY, f64::max));
    let bounds: Vec<f64> = others.iter().map(|(_, bound)| *bound).collect();
    verdict.is_proven = is_beaten_everywhere(plans, &bounds);
    Ok(())
}

/// Whether a mix of the known plans, all of the standing that is to be proven, beats these bounds at every corner at once.
fn is_beaten_everywhere(plans: &RobustPlans, bounds: &[f64]) -> bool {
    if bounds.iter().any(|bound| !bound.is_finite()) {
        return false;
    }
    let mut program = Program::default();
    let least = program.continuous(-1e6, 1e6, 1.0);
    let shares: Vec<usize> = plans.plans.iter().map(|_| program.continuous(0.0, 1.0, 0.0)).collect();
    program.equal(shares.iter().map(|share| (*share, 1.0)).collect(), 1.0);
    for (corner, bound) in plans.corners.iter().zip(bounds) {
        let mut row: Vec<(usize, f64)> = plans
            .plans
            .iter()
            .zip(&shares)
            .map(|(plan, share)| (*share, dot(&corner.weights, &plan.criteria) - bound))
            .collect();
        row.push((least, -1.0));
        program.at_least(row, 0.0);
    }
    let answer = solve(&program, &Limits::default(), None);
    let Some(columns) = answer.columns.filter(|_| answer.ending == Ending::Solved) else { return false };
    // The shares are read back and judged, whatever the solver says of them.
    let sum: f64 = shares.iter().map(|share| columns[*share].max(0.0)).sum();
    let lead = |(corner, bound): (&CornerPlan, &f64)| {
        let mixed: f64 = plans
            .plans
            .iter()
            .zip(&shares)
            .map(|(plan, share)| columns[*share].max(0.0) / sum * dot(&corner.weights, &plan.criteria))
            .sum();
        mixed - bound
    };
    plans.corners.iter().zip(bounds).map(lead).fold(f64::INFINITY, f64::min) > ROUNDING
}

/// The investment in some variant, or in none.
fn forcing(investment: &InvestmentId, places: &[usize], is_in: bool) -> Rule {
    let terms = places.iter().map(|place| (*place, Decimal::ONE)).collect();
    let (id, reason) = (investment.clone(), String::new());
    match is_in {
        true => {
            let statement = Statement::ForcedIn { investment: id, variant: None, reason };
            Rule::new(statement, terms, Side::AtLeast, Decimal::ONE)
        }
        false => {
            let statement = Statement::ForcedOut { investment: id, variant: None, reason };
            Rule::new(statement, terms, Side::AtMost, Decimal::ZERO)
        }
    }
}
