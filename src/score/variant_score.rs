//! `VariantScore`: what one variant does alone, in five separate pictures that are never added up (method 3.1 to 3.7).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::claims::{Claims, claims};
use super::objective_fit::{FundedEffects, LeverEffects, ObjectiveFit, objective_fit};
use super::weights::Weighting;
use crate::case::amounts::{add, nothing, present_value};
use crate::case::cases::{Cases, VariantCase};
use crate::case::saturation::combined_effect;
use crate::domain::business_case::CostNature;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId, Variant, VariantId};
use crate::domain::lever::LeverId;
use crate::domain::moment::MomentId;
use crate::domain::objective::ObjectiveId;
use crate::domain::persona::PersonaId;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::experience::coverage::Coverage;
use crate::experience::lock_in::{ExitExposure, exit_exposure};
use crate::experience::map::ExperienceMap;
use crate::experience::persona_impact::{ANY_CONTEXT, PersonaImpacts};
use crate::experience::profile::{ObsessionProfile, computed_flexibility};
use crate::quantity::real::real;

/// One variant done alone: enablers are taken as present, no other variant helps or overlaps.
#[derive(Clone, Debug)]
pub struct VariantScore {
    pub investment: InvestmentId,
    pub variant: VariantId,
    /// What rests on its amounts; nothing when one of them is withheld or none is stated.
    pub worth: Option<VariantWorth>,
    /// Impact per persona; of the investment, the same for all its variants.
    pub personas: Vec<PersonaFigure>,
    /// Over all personas by their weights, 0..=10; nothing when no persona states what it weighs.
    pub persona_impact: Option<f64>,
    /// 100 x importance-weighted share of the gaps it closes.
    pub cx_points: f64,
    /// Share of the gap it closes at every moment it moves, the largest first; negative for harms.
    pub moments: Vec<MomentShare>,
    /// As stated for the investment.
    pub profile: ObsessionProfile,
}

/// What a variant is worth by its amounts.
#[derive(Clone, Debug)]
pub struct VariantWorth {
    pub objective_fit: ObjectiveFit,
    /// Present value of its adjusted benefits by the objective of their levers; sums to the benefit of its case.
    pub pv_benefit_by_objective: BTreeMap<ObjectiveId, Decimal>,
    /// Of benefits whose lever serves no objective.
    pub pv_benefit_elsewhere: Decimal,
    pub npv: Decimal,
    pub claims: Claims,
    /// Flexibility reckoned from the contract, 0..=10, to be held against the stated one.
    pub computed_flexibility: Option<f64>,
    /// What leaving costs on the first day of the contract, by stated amounts, undiscounted.
    pub exit_exposure: ExitExposure,
}

/// The impact on one persona, each 0..=10; nothing where the persona states no weights for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaFigure {
    pub persona: PersonaId,
    /// By the weights that hold everywhere.
    pub default: Option<f64>,
    /// Over the journeys the investment touches, scaled by adoption.
    pub contextual: Option<f64>,
    /// By the weights of every context the persona states, `*` included.
    pub by_context: BTreeMap<String, f64>,
}

/// The share of one moment's gap that a variant closes.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentShare {
    pub moment: MomentId,
    /// Over the personas by their weights and care, at most 1, negative for harms.
    pub share: f64,
}

/// The scores of every variant, in order of identifiers; without `weighting` objectives have values but no weight.
pub fn variant_scores(
    dossier: &Dossier,
    model: &DecisionModel,
    cases: &Cases,
    map: &ExperienceMap,
    weighting: &Weighting,
) -> Vec<VariantScore> {
    let impacts = PersonaImpacts::new(dossier, model, map);
    let mut scores = Vec::new();
    for investment in &dossier.investments {
        let personas: Vec<PersonaFigure> = dossier
            .personas
            .iter()
            .map(|persona| persona_figure(&impacts, investment, &persona.id))
            .collect();
        let persona_impact = impacts.overall(&investment.id);
        for variant in &investment.variants {
            let coverage = map.coverage(&alone(investment, variant));
            let worth = cases.get(&investment.id, &variant.id).map(|case| {
                let ground = Ground { dossier, model, cases, weighting };
                worth(ground, investment, case, &coverage)
            });
            scores.push(VariantScore {
                investment: investment.id.clone(),
                variant: variant.id.clone(),
                worth,
                personas: personas.clone(),
                persona_impact,
                cx_points: map.cx_points(&investment.id, &variant.id),
                moments: moments(&coverage),
                profile: ObsessionProfile::stated(investment),
            });
        }
    }
    scores
}

/// The combined effect of a variant's own benefit lines on each lever in the last year, in the lever's unit.
///
/// After the lever's saturation among these lines; no enabler or synergy. A lever it does not touch is absent.
pub fn own_effects(dossier: &Dossier, case: &VariantCase) -> LeverEffects {
    let mut by_lever: BTreeMap<LeverId, Vec<Decimal>> = BTreeMap::new();
    for line in &case.benefit_lines {
        let at_the_end = line.ramp.last().copied().unwrap_or_default();
        by_lever.entry(line.lever.clone()).or_default().push(line.effect * at_the_end);
    }
    by_lever
        .into_iter()
        .map(|(id, effects)| {
            let cap = dossier.lever(&id).and_then(|lever| lever.cap);
            (id, real(combined_effect(effects, cap)))
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Ground<'a> {
    dossier: &'a Dossier,
    model: &'a DecisionModel,
    cases: &'a Cases,
    weighting: &'a Weighting,
}

fn worth(ground: Ground, investment: &Investment, case: &VariantCase, coverage: &Coverage) -> VariantWorth {
    let Ground { dossier, model, cases, weighting } = ground;
    let levers = own_effects(dossier, case);
    let obsession = ObsessionProfile::stated(investment).mean();
    let funded = FundedEffects { levers: &levers, coverage: coverage.total, obsession };
    let (pv_benefit_by_objective, pv_benefit_elsewhere) = benefits_by_objective(dossier, cases, case);
    VariantWorth {
        objective_fit: objective_fit(&dossier.objectives, &dossier.levers, &funded, weighting, model),
        pv_benefit_by_objective,
        pv_benefit_elsewhere,
        npv: case.npv,
        claims: claims(case, &cases.factors),
        computed_flexibility: computed_flexibility(investment, real(case.pv_cost), model),
        exit_exposure: exit_exposure(investment, &stated_run(case), 0),
    }
}

fn benefits_by_objective(
    dossier: &Dossier,
    cases: &Cases,
    case: &VariantCase,
) -> (BTreeMap<ObjectiveId, Decimal>, Decimal) {
    let mut by_objective: BTreeMap<ObjectiveId, Decimal> = BTreeMap::new();
    let mut elsewhere = Decimal::ZERO;
    for line in &case.benefit_lines {
        let amount = present_value(&line.adjusted, &cases.factors);
        match dossier.lever(&line.lever).and_then(|lever| lever.objective.as_ref()) {
            Some(objective) => *by_objective.entry(objective.clone()).or_default() += amount,
            None => elsewhere += amount,
        }
    }
    (by_objective, elsewhere)
}

fn stated_run(case: &VariantCase) -> Vec<Decimal> {
    let mut run = nothing(case.cost.len() - 1);
    for line in case.cost_lines.iter().filter(|line| line.nature == CostNature::Run) {
        add(&mut run, &line.stated);
    }
    run
}

fn persona_figure(impacts: &PersonaImpacts, investment: &Investment, persona: &PersonaId) -> PersonaFigure {
    let in_context = |context: &str| impacts.in_context(&investment.id, persona, context);
    PersonaFigure {
        persona: persona.clone(),
        default: in_context(ANY_CONTEXT),
        contextual: impacts.contextual(&investment.id, persona),
        by_context: impacts
            .contexts(persona)
            .filter_map(|context| Some((context.to_string(), in_context(context)?)))
            .collect(),
    }
}

fn alone(investment: &Investment, variant: &Variant) -> Portfolio {
    Portfolio::new(vec![Choice::of(investment.id.clone(), variant.id.clone())])
}

/// Below this a share is rounding, not a movement.
const NO_MOVE: f64 = 1e-12;

fn moments(coverage: &Coverage) -> Vec<MomentShare> {
    let moved = coverage.by_moment.iter().filter(|(_, share)| share.abs() > NO_MOVE);
    let mut moments: Vec<MomentShare> =
        moved.map(|(moment, share)| MomentShare { moment: moment.clone(), share: *share }).collect();
    moments.sort_by(|a, b| b.share.total_cmp(&a.share));
    moments
}
