//! What a request for a run asks, in the words of the use cases; what it leaves out is as on the command line.

use super::frontier::{FrontierWish, POINTS, SWITCHES};
use super::map::Centre;
use super::prepare::Wish;
use super::replan::{KEPT, ReplanWish};
use super::robust::{AdmittedWeights, CERTIFIED, CRITERIA, RobustWish, SAMPLES, SEED, WITHIN};
use super::score::{WeightMethod, WeightWish};
use super::stated_plan::StatedPlan;
use crate::optimize::highs::Limits;
use crate::optimize::watch::Watch;
use crate::wire::run::{
    AlternativesRequest, FrontierRequest, MapRequest, ReplanRequest, RobustRequest, ScoreRequest,
};
use crate::wire::run_parts::{AdmittedBy, DecimalText, Starts, ValueModel, WeightsBy, portfolio};
use crate::wire::run_request::RunRequest;

/// What the request asks of a plan; nothing for kinds that choose none.
pub fn wish_of(request: &RunRequest, watch: &Watch) -> Wish {
    let limits =
        |seconds, relative_gap| Limits { seconds, relative_gap, watch: watch.clone(), ..Limits::default() };
    let Some(plan) = request.of_plan() else { return Wish { limits: limits(None, 0.0), ..Wish::default() } };
    let locked = |is_in: bool| {
        let locks = plan.locks.iter().filter(|lock| lock.is_in == is_in);
        locks.map(|lock| (lock.name(), lock.reason.trim().to_string())).collect()
    };
    Wish {
        is_additive: plan.value_model == ValueModel::Additive,
        has_free_starts: plan.starts.map(|starts| starts == Starts::Free),
        forced_in: locked(true),
        forced_out: locked(false),
        aim: plan.aim.unwrap_or_else(|| AIM.to_string()),
        floors: plan.floors.iter().map(|floor| format!("{}={}", floor.measure.trim(), floor.least)).collect(),
        limits: limits(plan.time_limit_seconds, plan.gap),
        without: plan.without,
        also_in: plan.also_in,
    }
}

/// What is aimed at when nothing is said.
pub const AIM: &str = "npv";

/// How many alternatives when nothing is said, and by how many investments they differ at least.
pub const ALTERNATIVES: (u16, u16) = (5, 2);

/// How many plans, and by how many investments any two of them differ.
pub fn alternatives_counts(request: &AlternativesRequest) -> (usize, usize) {
    let (count, differ_by) = ALTERNATIVES;
    (usize::from(request.count.unwrap_or(count)), usize::from(request.differ_by.unwrap_or(differ_by)))
}

/// Which weights a score uses.
pub fn weight_wish(request: &ScoreRequest) -> WeightWish {
    let method = request.weights.map(|by| match by {
        WeightsBy::Swing => WeightMethod::Swing,
        WeightsBy::Direct => WeightMethod::Direct,
        WeightsBy::Rank => WeightMethod::Rank,
        WeightsBy::Ahp => WeightMethod::Ahp,
    });
    WeightWish { method, stakeholder: request.stakeholder.clone() }
}

/// What stands in the middle of the map.
pub fn centre(request: &MapRequest) -> Centre {
    match (&request.moment, &request.node, &request.investment) {
        (Some(id), _, _) => Centre::Moment(id.clone()),
        (None, Some(id), _) => Centre::Node(id.clone(), request.health),
        (None, None, Some(id)) => Centre::Investment(id.clone()),
        (None, None, None) => Centre::Everything,
    }
}

/// What a new plan is measured by.
pub fn replan_wish(request: &ReplanRequest) -> ReplanWish {
    ReplanWish {
        approved: StatedPlan::Portfolio(portfolio(&request.approved, "", &mut Vec::new())),
        as_of: request.as_of.clone(),
        keep: request.keep.unwrap_or(KEPT),
    }
}

/// What a frontier shows.
pub fn frontier_wish(request: &FrontierRequest) -> FrontierWish {
    let plan = request.plan.as_ref().map(|choices| portfolio(choices, "", &mut Vec::new()));
    FrontierWish {
        against: request.against.clone().unwrap_or_else(|| AGAINST.to_string()),
        factors: request.factors.iter().map(|DecimalText(factor)| *factor).collect(),
        points: usize::from(request.points.unwrap_or(POINTS)),
        switches: usize::from(request.switches.unwrap_or(SWITCHES)),
        plan: plan.map(StatedPlan::Portfolio),
        scenarios: request.also_scenario.clone(),
    }
}

/// What NPV is set against when nothing is said.
pub const AGAINST: &str = "budget";

/// What a robust choice is asked over.
pub fn robust_wish(request: &RobustRequest) -> RobustWish {
    let criteria = match request.criteria.is_empty() {
        true => CRITERIA.split(',').map(str::to_string).collect(),
        false => request.criteria.clone(),
    };
    RobustWish {
        weights: match request.weights {
            AdmittedBy::Ranks => AdmittedWeights::Ranks,
            AdmittedBy::Intervals => AdmittedWeights::Intervals,
            AdmittedBy::Stakeholders => AdmittedWeights::Stakeholders,
        },
        samples: request.samples.unwrap_or(SAMPLES) as usize,
        within: request.within.unwrap_or(WITHIN),
        criteria,
        around: request.around.clone(),
        budgets: request.budgets.iter().map(|DecimalText(factor)| *factor).collect(),
        scores: request.scores,
        certified: request.certified.unwrap_or(CERTIFIED),
        is_quick: request.quick,
        seed: request.seed.map_or(SEED, u64::from),
    }
}
