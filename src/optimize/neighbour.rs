//! `Neighbour`: a plan with one thing changed, what that is worth and which rules it would break.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::floor::{Floor, rounded};
use super::problem::Problem;
use super::question::Grounds;
use super::rule::Rule;
use super::statement::Statement;
use crate::case::portfolio_case::{ValueModel, portfolio_npv};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::start::Start;

/// One single change of a plan: an investment added in place of what it excludes, switched to another variant or start,
/// or dropped.
#[derive(Clone, Debug)]
pub struct Neighbour {
    pub investment: InvestmentId,
    /// The variant it would have; none when it is dropped.
    pub variant: Option<VariantId>,
    /// When it would start; the beginning of year 0 when it is dropped.
    pub start: Start,
    /// The investments that leave because this one excludes them.
    pub displaced: Vec<InvestmentId>,
    /// NPV with the change less NPV without, all else equal, in the dossier's currency.
    pub gain: Decimal,
    /// Rules that the change would break, with the amount missing in the unit of the statement.
    pub broken: Vec<(Statement, Decimal)>,
}

/// Every single change of the plan, by investment and variant; drops come last.
pub fn neighbours(problem: &Problem, rules: &[Rule], floors: &[Floor], chosen: &[bool]) -> Vec<Neighbour> {
    let all = &problem.all;
    let worth = Gains::new(problem, rules, floors, chosen);
    let room = Room::new(rules, chosen);
    let excluded = exclusions(problem.setting.grounds.dossier);
    let gives_way = |place: usize, newcomer: &InvestmentId| {
        let id = &all[place].choice.investment;
        id == newcomer || excluded.get(newcomer).is_some_and(|others| others.contains(&id))
    };
    let chosen_places: Vec<usize> = (0..all.len()).filter(|place| chosen[*place]).collect();
    let neighbour = |added: Option<usize>, dropped: Vec<usize>| {
        let investment = &all[added.unwrap_or_else(|| dropped[0])].choice.investment;
        let left = dropped.iter().map(|place| &all[*place].choice.investment);
        let mut changed = chosen.to_vec();
        added.into_iter().for_each(|place| changed[place] = true);
        dropped.iter().for_each(|place| changed[*place] = false);
        problem.complete(&mut changed);
        let mut broken = room.broken(chosen, &changed);
        broken.extend(missed(problem, floors, &changed));
        if broken.is_empty() {
            broken.extend(unpaid(problem, &changed));
        }
        Neighbour {
            investment: investment.clone(),
            variant: added.map(|place| all[place].choice.variant.clone()),
            start: added.map_or(Start::default(), |place| all[place].choice.start),
            displaced: left.filter(|id| *id != investment).cloned().collect(),
            gain: worth.gain(added, &dropped, &changed),
            broken,
        }
    };
    let additions = (0..all.len()).filter(|place| !chosen[*place]).map(|place| {
        let newcomer = &all[place].choice.investment;
        let dropped = chosen_places.iter().copied().filter(|other| gives_way(*other, newcomer)).collect();
        neighbour(Some(place), dropped)
    });
    additions.chain(chosen_places.iter().map(|place| neighbour(None, vec![*place]))).collect()
}

/// A set of envelopes that is asked too much, with what is missing.
fn unpaid(problem: &Problem, chosen: &[bool]) -> Option<(Statement, Decimal)> {
    let rule = problem.envelopes.as_ref()?.broken(chosen)?;
    let missing = -rule.slack(chosen);
    Some((rule.statement, missing))
}

/// The floors without a price that a choice misses, with what is missing.
fn missed(problem: &Problem, floors: &[Floor], chosen: &[bool]) -> Vec<(Statement, Decimal)> {
    let hard = floors.iter().filter(|floor| !floor.is_soft());
    hard.filter_map(|floor| {
        let measured = problem.measured(&floor.measure, chosen);
        (!floor.is_kept(measured)).then(|| (floor.statement.clone(), rounded(floor.least - measured)))
    })
    .collect()
}

/// Who excludes whom, both ways.
fn exclusions(dossier: &Dossier) -> BTreeMap<&InvestmentId, Vec<&InvestmentId>> {
    let mut excluded: BTreeMap<&InvestmentId, Vec<&InvestmentId>> = BTreeMap::new();
    for dependency in &dossier.dependencies {
        if let DependencyKind::Excludes { a, b } = &dependency.kind {
            excluded.entry(a).or_default().push(b);
            excluded.entry(b).or_default().push(a);
        }
    }
    excluded
}

/// What a change of the plan is worth.
enum Gains<'p, 'a> {
    /// Stand-alone NPV of every candidate: a change is worth what comes less what goes.
    Apart(Vec<Decimal>),
    /// Cases that hang together: the whole plan is worked out again.
    Together { problem: &'p Problem<'a>, rules: &'p [Rule], floors: &'p [Floor], now: Decimal },
}

impl<'p, 'a> Gains<'p, 'a> {
    fn new(
        problem: &'p Problem<'a>,
        rules: &'p [Rule],
        floors: &'p [Floor],
        chosen: &[bool],
    ) -> Gains<'p, 'a> {
        let has_prices = rules.iter().any(Rule::is_soft) || floors.iter().any(Floor::is_soft);
        let is_apart = problem.setting.value_model == ValueModel::Additive
            && problem.components().is_empty()
            && !has_prices;
        if is_apart {
            let Grounds { dossier, cases, .. } = problem.setting.grounds;
            let alone = |choice: &Choice| Portfolio::new(vec![choice.clone()]);
            let npv = |choice| portfolio_npv(dossier, cases, &alone(choice), ValueModel::Additive);
            return Gains::Apart(problem.all.iter().map(|candidate| npv(&candidate.choice)).collect());
        }
        Gains::Together { problem, rules, floors, now: problem.net_worth(rules, floors, chosen) }
    }

    fn gain(&self, added: Option<usize>, dropped: &[usize], changed: &[bool]) -> Decimal {
        match self {
            Gains::Apart(npv) => {
                added.map_or(Decimal::ZERO, |place| npv[place])
                    - dropped.iter().map(|place| npv[*place]).sum::<Decimal>()
            }
            Gains::Together { problem, rules, floors, now } => {
                problem.net_worth(rules, floors, changed) - now
            }
        }
    }
}

/// How much room the plan leaves in every rule that may not be broken, and which rules each place touches.
struct Room<'a> {
    rules: &'a [Rule],
    slack: Vec<Decimal>,
    /// By place: (index of the rule, coefficient there), in order of the rules.
    touched: Vec<Vec<(usize, Decimal)>>,
}

impl<'a> Room<'a> {
    fn new(rules: &'a [Rule], chosen: &[bool]) -> Room<'a> {
        let mut touched = vec![Vec::new(); chosen.len()];
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| !rule.is_soft()) {
            rule.terms.iter().for_each(|(place, coefficient)| touched[*place].push((index, *coefficient)));
        }
        Room { rules, slack: rules.iter().map(|rule| rule.slack(chosen)).collect(), touched }
    }

    /// The plan itself keeps every rule, so only rules that the change touches can be broken by it.
    fn broken(&self, chosen: &[bool], changed: &[bool]) -> Vec<(Statement, Decimal)> {
        let mut change: Vec<(usize, Decimal)> = Vec::new();
        for place in (0..chosen.len()).filter(|place| chosen[*place] != changed[*place]) {
            let sign = if changed[place] { Decimal::ONE } else { -Decimal::ONE };
            change.extend(self.touched[place].iter().map(|(index, amount)| (*index, sign * amount)));
        }
        change.sort_by_key(|(index, _)| *index);
        change
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|parts| {
                let (rule, more) = (&self.rules[parts[0].0], parts.iter().map(|(_, more)| more).sum());
                let left = self.slack[parts[0].0] - rule.taken(more);
                rule.is_short(left).then(|| (rule.statement.clone(), -left))
            })
            .collect()
    }
}
