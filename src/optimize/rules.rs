//! The rules of a dossier: one function per family, its inequality above it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::candidate::{Candidate, key_of, places_of};
use super::question::Forced;
use super::rule::{Rule, Side};
use super::statement::Statement;
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::role::RoleId;
use crate::domain::start::Start;
use crate::experience::kano::floor_cells;
use crate::experience::map::ExperienceMap;
use crate::quantity::real::{exact, real};

/// Every rule of a choice, in a stable order; some may be such that nothing can break them.
pub fn rules(dossier: &Dossier, map: &ExperienceMap, all: &[Candidate], forced: &[Forced]) -> Vec<Rule> {
    let mut rules = budgets(dossier, all);
    rules.extend(role_days(dossier, all));
    rules.extend(one_variant(all));
    rules.extend(dependencies(dossier, all));
    rules.extend(mandatory(dossier, all));
    rules.extend(moment_floors(dossier, map, all));
    rules.extend(forced_choices(all, forced));
    rules
}

/// sum over candidates of expected cost in year t <= budget of t, and <= run-rate cap of t.
fn budgets(dossier: &Dossier, all: &[Candidate]) -> Vec<Rule> {
    let spending = |year: usize| -> Vec<(usize, Decimal)> {
        let costs = all.iter().map(|candidate| candidate.cost.get(year).copied().unwrap_or_default());
        costs.enumerate().filter(|(_, cost)| !cost.is_zero()).collect()
    };
    let settings = &dossier.settings;
    let budgets =
        settings.budgets.iter().map(|(year, limit)| (Statement::Budget { year: *year }, *year, *limit));
    let caps = settings
        .run_rate_caps
        .iter()
        .map(|(year, limit)| (Statement::RunRate { year: *year }, *year, *limit));
    budgets
        .chain(caps)
        .map(|(statement, year, limit)| Rule { statement, terms: spending(year), side: Side::AtMost, limit })
        .collect()
}

/// sum over candidates of days of role r in year t <= capacity of r in t.
fn role_days(dossier: &Dossier, all: &[Candidate]) -> Vec<Rule> {
    let mut demand: BTreeMap<(&RoleId, usize), BTreeMap<usize, Decimal>> = BTreeMap::new();
    for (place, candidate) in all.iter().enumerate() {
        for (role, year, days) in &candidate.days {
            *demand.entry((role, *year)).or_default().entry(place).or_default() += days;
        }
    }
    let mut rules = Vec::new();
    for role in &dossier.roles {
        for (year, capacity) in role.capacity.iter().enumerate() {
            let (Some(limit), Some(terms)) = (capacity, demand.remove(&(&role.id, year))) else { continue };
            rules.push(Rule {
                statement: Statement::RoleDays { role: role.id.clone(), year },
                terms: terms.into_iter().collect(),
                side: Side::AtMost,
                limit: *limit,
            });
        }
    }
    rules
}

/// sum over the candidates of one investment <= 1.
fn one_variant(all: &[Candidate]) -> Vec<Rule> {
    let mut places: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
    for (place, candidate) in all.iter().enumerate() {
        places.entry(&candidate.choice.investment).or_default().push(place);
    }
    places
        .into_iter()
        .map(|(id, places)| {
            let statement = Statement::OneVariant { investment: id.clone() };
            Rule { statement, terms: ones(places), side: Side::AtMost, limit: Decimal::ONE }
        })
        .collect()
}

/// excludes: chosen(a) + chosen(b) <= 1; at least one: sum over the group of chosen (no pilot) >= 1.
fn dependencies(dossier: &Dossier, all: &[Candidate]) -> Vec<Rule> {
    let mut rules = Vec::new();
    for dependency in &dossier.dependencies {
        let rule = match &dependency.kind {
            DependencyKind::Requires { from, to } => {
                rules.extend(requires(all, from, to));
                continue;
            }
            DependencyKind::Excludes { a, b } if a != b => {
                let mut places = places_of(all, a, false);
                places.extend(places_of(all, b, false));
                let statement = Statement::Excludes { a: a.clone(), b: b.clone() };
                Rule { statement, terms: ones(places), side: Side::AtMost, limit: Decimal::ONE }
            }
            DependencyKind::AtLeastOne { group, members } => {
                let mut places: Vec<usize> = members.iter().flat_map(|id| places_of(all, id, true)).collect();
                places.sort_unstable();
                places.dedup();
                let statement = Statement::AtLeastOne { group: group.clone() };
                Rule { statement, terms: ones(places), side: Side::AtLeast, limit: Decimal::ONE }
            }
            DependencyKind::Excludes { .. }
            | DependencyKind::AllOrNone { .. }
            | DependencyKind::SameStart { .. }
            | DependencyKind::FinishBefore { .. }
            | DependencyKind::EnabledBy { .. }
            | DependencyKind::Synergy { .. }
            | DependencyKind::Replaces { .. } => continue,
        };
        rules.push(rule);
    }
    rules
}

/// For every start s in which `from` may start: from started by s <= to (no pilot) started by s.
fn requires(all: &[Candidate], from: &InvestmentId, to: &InvestmentId) -> Vec<Rule> {
    let (wanting, wanted) = (places_of(all, from, false), places_of(all, to, true));
    let starts: BTreeSet<Start> = wanting.iter().map(|place| all[*place].choice.start).collect();
    let rule = |start: Start| {
        let by_then = |place: &&usize| all[**place].choice.start <= start;
        let mut terms: BTreeMap<usize, Decimal> = BTreeMap::new();
        wanting.iter().filter(by_then).for_each(|place| *terms.entry(*place).or_default() += Decimal::ONE);
        wanted.iter().filter(by_then).for_each(|place| *terms.entry(*place).or_default() -= Decimal::ONE);
        Rule {
            statement: Statement::Requires { from: from.clone(), to: to.clone() },
            terms: terms.into_iter().filter(|(_, coefficient)| !coefficient.is_zero()).collect(),
            side: Side::AtMost,
            limit: Decimal::ZERO,
        }
    };
    starts.into_iter().map(rule).collect()
}

/// sum over the candidates of a mandatory investment that start as early as it may, pilots apart, >= 1.
fn mandatory(dossier: &Dossier, all: &[Candidate]) -> Vec<Rule> {
    let must = dossier.investments.iter().filter(|investment| investment.is_mandatory);
    must.map(|investment| {
        let mut places = places_of(all, &investment.id, true);
        places.retain(|place| all[*place].choice.start == Start::of_year(investment.earliest_start));
        let statement = Statement::Mandatory { investment: investment.id.clone() };
        Rule { statement, terms: ones(places), side: Side::AtLeast, limit: Decimal::ONE }
    })
    .collect()
}

/// sum over candidates of -ln(1 - a) >= -ln(1 - floor), for every must-be moment and persona that cares (method 3.5).
///
/// The logarithms are reals; they enter as decimals of 12 digits, so a floor is kept to about 1e-12.
fn moment_floors(dossier: &Dossier, map: &ExperienceMap, all: &[Candidate]) -> Vec<Rule> {
    let floor = real(dossier.settings.must_be_floor);
    if floor <= 0.0 {
        return Vec::new();
    }
    let needed = decimal(-(1.0 - floor.min(0.999)).ln());
    floor_cells(dossier, map)
        .into_iter()
        .map(|cell| {
            let depth = |candidate: &Candidate| {
                let (investment, variant) = key_of(candidate);
                let index = map.closures.index(investment, variant);
                decimal(index.map_or(0.0, |index| map.closures.depth_row(index)[cell]))
            };
            let terms = all.iter().map(depth).enumerate().filter(|(_, depth)| !depth.is_zero()).collect();
            let (persona, moment) = map.cells.ids(cell);
            let statement = Statement::MomentFloor { moment: moment.clone(), persona: persona.clone() };
            Rule { statement, terms, side: Side::AtLeast, limit: needed }
        })
        .collect()
}

/// forced in: sum of the named candidates >= 1; forced out: sum of the named candidates <= 0.
fn forced_choices(all: &[Candidate], forced: &[Forced]) -> Vec<Rule> {
    forced
        .iter()
        .map(|force| {
            let mut places = places_of(all, &force.investment, false);
            if let Some(variant) = &force.variant {
                places.retain(|place| &all[*place].choice.variant == variant);
            }
            let (investment, variant) = (force.investment.clone(), force.variant.clone());
            let reason = force.reason.clone();
            let (statement, side, limit) = if force.is_in {
                (Statement::ForcedIn { investment, variant, reason }, Side::AtLeast, Decimal::ONE)
            } else {
                (Statement::ForcedOut { investment, variant, reason }, Side::AtMost, Decimal::ZERO)
            };
            Rule { statement, terms: ones(places), side, limit }
        })
        .collect()
}

fn ones(places: Vec<usize>) -> Vec<(usize, Decimal)> {
    places.into_iter().map(|place| (place, Decimal::ONE)).collect()
}

fn decimal(real: f64) -> Decimal {
    exact(real).unwrap_or(Decimal::ZERO).round_dp(12)
}
