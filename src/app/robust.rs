//! Robust: what holds whatever the weights, the budget and the scenario, and who would choose what.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::aim::measure_of;
use super::alternatives::no_plan;
use super::error::AppError;
use super::open::Source;
use super::prepare::{Prepared, Wish, no_answer, prepare};
use super::regret_table::regret_table;
use crate::domain::objective::ObjectiveId;
use crate::domain::portfolio::Choice;
use crate::domain::text::Bilingual;
use crate::optimize::fronts::budget_steps::with_budgets;
use crate::optimize::measures::measure::Measure;
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::weights::core_proof::{Verdict, verdicts};
use crate::optimize::weights::draw::Draws;
use crate::optimize::weights::robust_choice::{Criterion, RobustPlans, criteria, robust_plans};
use crate::optimize::weights::shaken_scores::wins_when_shaken;
use crate::optimize::weights::weight_corners::WeightLimit;
use crate::optimize::weights::weight_set::WeightSet;
use crate::report::robust::{Chooser, RegretTable, RobustItem, RobustPlan, RobustResult};
use crate::score::weight_sets::{WeightSets, WeightSource};

/// Which weights are admitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AdmittedWeights {
    /// Each criterion at least as much as the one after it.
    #[default]
    Ranks,
    /// Around stated weights.
    Intervals,
    /// Mixtures of the stakeholders' weights of the objectives.
    Stakeholders,
}

impl AdmittedWeights {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            AdmittedWeights::Ranks => "ranks",
            AdmittedWeights::Intervals => "intervals",
            AdmittedWeights::Stakeholders => "stakeholders",
        }
    }
}

/// How many weights are drawn when nothing is said.
pub const SAMPLES: u32 = 250;

/// Seed of the draws when nothing is said.
pub const SEED: u64 = 1;

/// How far each weight may lie from the stated one when nothing is said.
pub const WITHIN: f64 = 0.3;

/// Gap within which every sample is certified when nothing is said.
pub const CERTIFIED: f64 = 1e-6;

/// The criteria when none are named, the most important first.
pub const CRITERIA: &str = "npv,points,freedom";

/// What is asked of a robust choice.
#[derive(Clone, Debug)]
pub struct RobustWish {
    pub weights: AdmittedWeights,
    pub samples: usize,
    /// Intervals: how far each weight may lie from the stated one, as a share of it.
    pub within: f64,
    /// Measures, the most important first; by name.
    pub criteria: Vec<String>,
    /// Intervals: the stated weights, equal when empty.
    pub around: Vec<f64>,
    /// Shares of all budgets at which the core index is told too.
    pub budgets: Vec<Decimal>,
    /// How far every score may move, as a share; 0 for not at all.
    pub scores: f64,
    /// Gap within which every sample is certified.
    pub certified: f64,
    /// Leaves the proofs of core and exterior out.
    pub is_quick: bool,
    pub seed: u64,
}

/// A robust choice with its grounds.
#[derive(Clone, Debug)]
pub struct Robustness {
    pub prepared: Prepared,
    pub asked: RobustWish,
    pub criteria: Vec<Criterion>,
    pub items: Vec<RobustItem>,
    pub plans: Vec<RobustPlan>,
    pub choosers: Vec<Chooser>,
    pub regrets: RegretTable,
    /// Weights that were drawn and answered: all that were asked for, or none where it was stopped before.
    pub samples: usize,
    /// Shares of all budgets that were answered.
    pub budgets: Vec<Decimal>,
    pub solves: usize,
    pub gap: f64,
    /// Whether it was stopped before all was answered.
    pub is_partial: bool,
}

impl Robustness {
    /// The choice as pages are written from it.
    pub fn result(&self) -> RobustResult<'_> {
        RobustResult {
            dossier: &self.prepared.opened.dossier,
            scenario: self.prepared.opened.scenario.as_deref(),
            weights: self.asked.weights.name(),
            criteria: &self.criteria,
            samples: self.samples,
            scores: Some(self.asked.scores).filter(|share| *share > 0.0),
            solves: self.solves,
            gap: self.gap,
            has_proofs: !self.asked.is_quick,
            items: &self.items,
            plans: &self.plans,
            choosers: &self.choosers,
            budgets: &self.budgets,
            regrets: &self.regrets,
            is_partial: self.is_partial,
            fingerprint: &self.prepared.fingerprint,
        }
    }
}

/// What the samples of a set of weights are solved with.
struct Sampled {
    criteria: Vec<Criterion>,
    set: WeightSet,
    samples: Vec<Vec<f64>>,
    /// Whose corner is whose; empty when corners are nobody's.
    names: Vec<String>,
}

/// What is best over a set of weights, at budget levels and in scenarios; stopped once a scenario is answered, it tells what
/// was by then.
pub fn robust(source: &Source, wish: &Wish, asked: &RobustWish) -> Result<Robustness, AppError> {
    let prepared = prepare(source, wish, &format!("{asked:?}"))?;
    let regrets = regret_table(source, wish, &prepared)?;
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let told = match over_weights(&prepared, &mut problem, &ask, asked) {
        Err(AppError::Stopped) => OverWeights::default(),
        told => told?,
    };
    drop(problem);
    let is_partial = ask.limits.watch.is_heeded();
    let OverWeights { criteria, items, plans, choosers, samples, budgets, solves, gap } = told;
    Ok(Robustness {
        prepared,
        asked: asked.clone(),
        criteria,
        items,
        plans,
        choosers,
        regrets,
        samples,
        budgets,
        solves,
        gap,
        is_partial,
    })
}

/// The part of the answer that is about weights; nothing of it where it was stopped first.
#[derive(Default)]
struct OverWeights {
    criteria: Vec<Criterion>,
    items: Vec<RobustItem>,
    plans: Vec<RobustPlan>,
    choosers: Vec<Chooser>,
    samples: usize,
    budgets: Vec<Decimal>,
    solves: usize,
    gap: f64,
}

fn over_weights(
    prepared: &Prepared,
    problem: &mut Problem,
    ask: &Ask,
    asked: &RobustWish,
) -> Result<OverWeights, AppError> {
    let sampled = sampled(prepared, problem, ask, asked)?;
    let Some(found) = solved(problem, ask, &sampled, asked.certified)? else { return Err(no_plan()) };
    let is_whole = found.samples == sampled.samples.len();
    let (mut items, mut levels, mut shaken) = (Vec::new(), Vec::new(), None);
    if is_whole {
        let verdicts =
            verdicts(problem, ask, &sampled.criteria, &found, asked.is_quick).map_err(no_answer)?;
        levels = levels_of(problem, ask, &sampled, asked)?;
        shaken = (asked.scores > 0.0).then(|| {
            let draws = Draws::new(asked.seed);
            let Sampled { criteria, samples, .. } = &sampled;
            wins_when_shaken(problem, ask, criteria, &found.plans, samples, asked.scores, &draws)
        });
        let item = |verdict| item(problem, &found, verdict, &levels, shaken.as_deref());
        items = verdicts.into_iter().map(item).collect();
    }
    Ok(OverWeights {
        items,
        plans: plans(problem, &sampled.criteria, &found, shaken.as_deref()),
        choosers: choosers(problem, &found, &sampled.names),
        samples: found.samples,
        budgets: asked.budgets[..levels.len()].to_vec(),
        solves: found.solves,
        gap: found.gap,
        criteria: sampled.criteria,
    })
}

/// The best plans at each share of the budgets, none where no plan is possible; those that were answered.
fn levels_of(
    problem: &mut Problem,
    ask: &Ask,
    sampled: &Sampled,
    asked: &RobustWish,
) -> Result<Vec<Option<RobustPlans>>, AppError> {
    let mut levels: Vec<Option<RobustPlans>> = Vec::new();
    for factor in &asked.budgets {
        let ask = Ask { rules: with_budgets(&ask.rules, *factor), ..ask.clone() };
        let level =
            problem.with_envelopes_times(*factor, |problem| solved(problem, &ask, sampled, asked.certified));
        match level {
            Err(AppError::Stopped) => break,
            Ok(Some(level)) if level.samples < sampled.samples.len() => break,
            level => levels.push(level?),
        }
    }
    Ok(levels)
}

/// One investment over the weights.
fn item(
    problem: &Problem,
    found: &RobustPlans,
    verdict: Verdict,
    levels: &[Option<RobustPlans>],
    shaken: Option<&[usize]>,
) -> RobustItem {
    let places = places(problem, |choice| choice.investment == verdict.investment);
    let at_level = |level: &Option<RobustPlans>| level.as_ref().map(|level| level.core_index(&places));
    RobustItem {
        acceptability: found.acceptability(&places),
        core_index: found.core_index(&places),
        by_variant: by_variant(problem, found, &places),
        shaken: shaken.map(|wins| share_with(found, wins, &places)),
        by_budget: levels.iter().map(at_level).collect(),
        verdict,
    }
}

fn solved(
    problem: &mut Problem,
    ask: &Ask,
    sampled: &Sampled,
    gap: f64,
) -> Result<Option<RobustPlans>, AppError> {
    robust_plans(problem, ask, &sampled.criteria, &sampled.set, &sampled.samples, gap).map_err(no_answer)
}

/// The criteria with their scales, the set of weights and its samples.
fn sampled(
    prepared: &Prepared,
    problem: &mut Problem,
    ask: &Ask,
    asked: &RobustWish,
) -> Result<Sampled, AppError> {
    let (criteria, set, names) = if asked.weights == AdmittedWeights::Stakeholders {
        by_stakeholders(prepared)?
    } else {
        let dossier = &prepared.opened.dossier;
        let measures: Vec<Measure> =
            asked.criteria.iter().map(|name| measure_of(dossier, name)).collect::<Result<_, _>>()?;
        let n = measures.len();
        let limits: Vec<WeightLimit> = match asked.weights {
            AdmittedWeights::Ranks => (1..n).map(|lower| WeightLimit::rank(n, lower - 1, lower)).collect(),
            _ => around(n, asked)?,
        };
        let set = WeightSet::of(n, &limits).map_err(|_| no_weights())?;
        let Some(criteria) = criteria(problem, ask, &measures).map_err(no_answer)? else {
            return Err(no_plan());
        };
        (criteria, set, Vec::new())
    };
    let draws = Draws::new(asked.seed);
    let samples = (0..asked.samples as u64).map(|number| set.sample(&draws, number)).collect();
    Ok(Sampled { criteria, set, samples, names })
}

/// Each weight within a share of the stated one, all together 1.
fn around(n: usize, asked: &RobustWish) -> Result<Vec<WeightLimit>, AppError> {
    let stated = if asked.around.is_empty() { vec![1.0; n] } else { asked.around.clone() };
    let sum: f64 = stated.iter().sum();
    if stated.len() != n || stated.iter().any(|weight| !(0.0..).contains(weight)) || sum <= 0.0 {
        return Err(no_weights());
    }
    let limits = stated.iter().enumerate().flat_map(|(criterion, weight)| {
        let (low, high) = (weight / sum * (1.0 - asked.within), weight / sum * (1.0 + asked.within));
        [WeightLimit::at_least(n, criterion, low), WeightLimit::at_most(n, criterion, high.min(1.0))]
    });
    Ok(limits.collect())
}

/// The values of the objectives as criteria, and the mixtures of what the stakeholders weigh them.
fn by_stakeholders(prepared: &Prepared) -> Result<(Vec<Criterion>, WeightSet, Vec<String>), AppError> {
    let sets = WeightSets::of(&prepared.opened.dossier, &prepared.opened.model);
    let mut given: Vec<(String, BTreeMap<ObjectiveId, f64>)> = Vec::new();
    for (name, method) in sets.answers() {
        let used = sets.used(WeightSource::Stakeholder(method, name.to_string()));
        if let Some(used) = used.filter(|_| given.iter().all(|(known, _)| known != name)) {
            given.push((name.to_string(), used.weighting.weights));
        }
    }
    let mut objectives: Vec<&ObjectiveId> = given.iter().flat_map(|(_, weights)| weights.keys()).collect();
    objectives.sort();
    objectives.dedup();
    let vector = |weights: &BTreeMap<ObjectiveId, f64>| -> Vec<f64> {
        objectives.iter().map(|id| weights.get(*id).copied().unwrap_or(0.0)).collect()
    };
    let vectors: Vec<Vec<f64>> = given.iter().map(|(_, weights)| vector(weights)).collect();
    let set = WeightSet::of_vectors(&vectors).map_err(|_| no_weights())?;
    let criterion = |id: &&ObjectiveId| Criterion { measure: Measure::Objective((*id).clone()), scale: 1.0 };
    let criteria = objectives.iter().map(criterion).collect();
    Ok((criteria, set, given.into_iter().map(|(name, _)| name).collect()))
}

fn places(problem: &Problem, wanted: impl Fn(&Choice) -> bool) -> Vec<usize> {
    (0..problem.all.len()).filter(|place| wanted(&problem.all[*place].choice)).collect()
}

/// The choices of an investment that some winner has, with the share of the samples.
fn by_variant(problem: &Problem, found: &RobustPlans, places: &[usize]) -> Vec<(Choice, f64)> {
    let share = |place: &usize| (problem.all[*place].choice.clone(), found.acceptability(&[*place]));
    places.iter().map(share).filter(|(_, share)| *share > 0.0).collect()
}

fn share_with(found: &RobustPlans, wins: &[usize], places: &[usize]) -> f64 {
    let plans = found.plans.iter().zip(wins);
    let with = plans.filter(|(plan, _)| places.iter().any(|place| plan.chosen[*place]));
    with.map(|(_, wins)| wins).sum::<usize>() as f64 / found.samples.max(1) as f64
}

fn plans(
    problem: &Problem,
    criteria: &[Criterion],
    found: &RobustPlans,
    shaken: Option<&[usize]>,
) -> Vec<RobustPlan> {
    let share = |wins: usize| wins as f64 / found.samples.max(1) as f64;
    let plans = found.plans.iter().enumerate();
    plans
        .map(|(at, plan)| RobustPlan {
            portfolio: problem.portfolio(&plan.chosen),
            npv: problem.npv(&plan.chosen),
            criteria: criteria
                .iter()
                .map(|criterion| problem.measured(&criterion.measure, &plan.chosen))
                .collect(),
            wins: share(plan.wins),
            shaken: shaken.map(|wins| share(wins[at])),
        })
        .collect()
}

fn choosers(problem: &Problem, found: &RobustPlans, names: &[String]) -> Vec<Chooser> {
    let corners = found.corners.iter().enumerate();
    corners
        .map(|(at, corner)| Chooser {
            who: names.get(at).cloned(),
            weights: corner.weights.clone(),
            portfolio: problem.portfolio(&found.plans[corner.plan].chosen),
            gap: ((corner.bound - corner.value) / corner.value.abs().max(f64::MIN_POSITIVE)).max(0.0),
        })
        .collect()
}

fn no_weights() -> AppError {
    AppError::Unknown(Bilingual {
        en: "No weights are left: state one weight above 0 for each criterion, or let stakeholders weigh the objectives."
            .into(),
        fr: "Il ne reste aucun poids\u{a0}: indiquez un poids positif par critère, ou faites pondérer les objectifs par les \
             parties prenantes."
            .into(),
    })
}
