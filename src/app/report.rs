//! Report: a choice with everything the decision memo says about it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::choose::{Chosen, choose};
use super::error::AppError;
use super::open::Source;
use super::prepare::Wish;
use crate::case::amounts::{Amounts, add, nothing, present_value};
use crate::case::bridge::Bridge;
use crate::case::cases::VariantCase;
use crate::domain::business_case::CostNature;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::Investment;
use crate::experience::coverage::Coverage;
use crate::experience::kano::below_floor;
use crate::experience::lock_in::{exit_exposure, vendor_shares};
use crate::experience::persona_change::persona_changes;
use crate::experience::problem_outcome::problem_outcomes;
use crate::experience::root_cause::node_leverages;
use crate::experience::symptom::symptom_only;
use crate::quantity::real::real;
use crate::report::memo::MemoGrounds;

/// A must-be moment closed by less than this counts as uncovered where the dossier asks for no floor.
const LEAST_COVERAGE: f64 = 0.10;

/// A choice and what the memo says beyond it.
#[derive(Clone, Debug)]
pub struct Reported {
    pub chosen: Chosen,
    pub grounds: MemoGrounds,
}

/// Chooses, and gathers what the memo needs; without a plan, what can be said of the dossier as it is.
pub fn report(source: &Source, wish: &Wish) -> Result<Reported, AppError> {
    let chosen = choose(source, wish)?;
    let grounds = grounds(&chosen);
    Ok(Reported { chosen, grounds })
}

fn grounds(chosen: &Chosen) -> MemoGrounds {
    let (opened, map) = (&chosen.opened, &chosen.map);
    let (dossier, model) = (&opened.dossier, &opened.model);
    let today = Coverage::none(map);
    let coverage = chosen.coverage.as_ref().unwrap_or(&today);
    let portfolio = chosen.outcome.plan.as_ref().map(|plan| &plan.portfolio);
    let asked = real(dossier.settings.must_be_floor);
    let floor = if asked > 0.0 { asked } else { model.limit("must_be_uncovered", LEAST_COVERAGE) };
    let funded = funded(chosen);
    let runs: Vec<(&Investment, Decimal)> =
        funded.iter().map(|(investment, case)| (*investment, run_cost(case).iter().sum())).collect();
    MemoGrounds {
        bridge: portfolio
            .map(|portfolio| Bridge::of(dossier, &chosen.cases, portfolio, chosen.outcome.value_model)),
        personas: persona_changes(dossier, map, coverage),
        problems: portfolio
            .map(|portfolio| problem_outcomes(dossier, model, map, portfolio, coverage))
            .unwrap_or_default(),
        leverages: node_leverages(dossier, map, &chosen.at_risk),
        symptoms: symptom_only(dossier, model, map),
        floor,
        below_floor: below_floor(dossier, map, coverage, floor),
        vendors: vendor_shares(&runs),
        exits: funded
            .iter()
            .map(|(investment, case)| (investment.id.clone(), exit_exposure(investment, &run_cost(case), 1)))
            .collect(),
        gains_by_evidence: gains_by_evidence(chosen, &funded),
    }
}

/// What is chosen, with its cases.
fn funded(chosen: &Chosen) -> Vec<(&Investment, &VariantCase)> {
    let choices = chosen.outcome.plan.iter().flat_map(|plan| plan.portfolio.choices());
    let with_case = choices.filter_map(|choice| {
        let investment = chosen.opened.dossier.investment(&choice.investment)?;
        Some((investment, chosen.cases.get(&choice.investment, &choice.variant)?))
    });
    with_case.collect()
}

/// Expected running cost by year.
fn run_cost(case: &VariantCase) -> Amounts {
    let mut total = nothing(case.cost.len() - 1);
    for line in case.cost_lines.iter().filter(|line| line.nature == CostNature::Run) {
        add(&mut total, &line.expected);
    }
    total
}

/// Present value of the lines that bring something, by level, weakest first; harms are no gains.
fn gains_by_evidence(
    chosen: &Chosen,
    funded: &[(&Investment, &VariantCase)],
) -> Vec<(EvidenceLevel, Decimal)> {
    let mut gains: BTreeMap<EvidenceLevel, Decimal> = BTreeMap::new();
    for line in funded.iter().flat_map(|(_, case)| &case.benefit_lines) {
        let value = present_value(&line.adjusted, &chosen.cases.factors);
        if value > Decimal::ZERO {
            *gains.entry(line.evidence).or_default() += value;
        }
    }
    gains.into_iter().collect()
}
