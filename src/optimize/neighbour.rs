//! `Neighbour`: a plan with one thing changed, what that is worth and which rules it would break.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::candidate::{Candidate, chosen_of};
use super::question::{Grounds, Question};
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
pub fn neighbours(
    grounds: Grounds,
    question: &Question,
    all: &[Candidate],
    rules: &[Rule],
    portfolio: &Portfolio,
) -> Vec<Neighbour> {
    let chosen = chosen_of(all, portfolio);
    let worth = Gains::new(grounds, question.value_model, all, portfolio);
    let room = Room::new(rules, all.len(), &chosen);
    let excluded = exclusions(grounds.dossier);
    let gives_way = |place: usize, newcomer: &InvestmentId| {
        let id = &all[place].choice.investment;
        id == newcomer || excluded.get(newcomer).is_some_and(|others| others.contains(&id))
    };
    let chosen_places: Vec<usize> = (0..all.len()).filter(|place| chosen[*place]).collect();
    let neighbour = |added: Option<usize>, dropped: Vec<usize>| {
        let investment = &all[added.unwrap_or_else(|| dropped[0])].choice.investment;
        let left = dropped.iter().map(|place| &all[*place].choice.investment);
        Neighbour {
            investment: investment.clone(),
            variant: added.map(|place| all[place].choice.variant.clone()),
            start: added.map_or(Start::default(), |place| all[place].choice.start),
            displaced: left.filter(|id| *id != investment).cloned().collect(),
            gain: worth.gain(added, &dropped),
            broken: room.broken(added, &dropped),
        }
    };
    let additions = (0..all.len()).filter(|place| !chosen[*place]).map(|place| {
        let newcomer = &all[place].choice.investment;
        let dropped = chosen_places.iter().copied().filter(|other| gives_way(*other, newcomer)).collect();
        neighbour(Some(place), dropped)
    });
    additions.chain(chosen_places.iter().map(|place| neighbour(None, vec![*place]))).collect()
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
enum Gains<'a> {
    /// Stand-alone NPV of every candidate: a change is worth what comes less what goes.
    Apart(Vec<Decimal>),
    /// Cases that hang together: the whole plan is worked out again.
    Together { grounds: Grounds<'a>, all: &'a [Candidate], portfolio: &'a Portfolio, now: Decimal },
}

impl<'a> Gains<'a> {
    fn new(
        grounds: Grounds<'a>,
        value_model: ValueModel,
        all: &'a [Candidate],
        portfolio: &'a Portfolio,
    ) -> Gains<'a> {
        let npv = |plan: &Portfolio| portfolio_npv(grounds.dossier, grounds.cases, plan, value_model);
        match value_model {
            ValueModel::Additive => Gains::Apart(
                all.iter().map(|candidate| npv(&Portfolio::new(vec![candidate.choice.clone()]))).collect(),
            ),
            ValueModel::Full => Gains::Together { grounds, all, portfolio, now: npv(portfolio) },
        }
    }

    fn gain(&self, added: Option<usize>, dropped: &[usize]) -> Decimal {
        match self {
            Gains::Apart(npv) => {
                added.map_or(Decimal::ZERO, |place| npv[place])
                    - dropped.iter().map(|place| npv[*place]).sum::<Decimal>()
            }
            Gains::Together { grounds, all, portfolio, now } => {
                let goes = |choice: &&Choice| !dropped.iter().any(|place| &all[*place].choice == *choice);
                let mut choices: Vec<Choice> = portfolio.choices().iter().filter(goes).cloned().collect();
                choices.extend(added.map(|place| all[place].choice.clone()));
                let plan = Portfolio::new(choices);
                portfolio_npv(grounds.dossier, grounds.cases, &plan, ValueModel::Full) - now
            }
        }
    }
}

/// How much room the plan leaves in every rule, and which rules each candidate touches.
struct Room<'a> {
    rules: &'a [Rule],
    slack: Vec<Decimal>,
    /// By place: (index of the rule, coefficient there), in order of the rules.
    touched: Vec<Vec<(usize, Decimal)>>,
}

impl<'a> Room<'a> {
    fn new(rules: &'a [Rule], n_candidates: usize, chosen: &[bool]) -> Room<'a> {
        let mut touched = vec![Vec::new(); n_candidates];
        for (index, rule) in rules.iter().enumerate() {
            rule.terms.iter().for_each(|(place, coefficient)| touched[*place].push((index, *coefficient)));
        }
        Room { rules, slack: rules.iter().map(|rule| rule.slack(chosen)).collect(), touched }
    }

    /// The plan itself keeps every rule, so only rules that the change touches can be broken by it.
    fn broken(&self, added: Option<usize>, dropped: &[usize]) -> Vec<(Statement, Decimal)> {
        let mut change: Vec<(usize, Decimal)> =
            added.into_iter().flat_map(|place| self.touched[place].iter().copied()).collect();
        let gone = dropped.iter().flat_map(|place| &self.touched[*place]);
        change.extend(gone.map(|(index, coefficient)| (*index, -coefficient)));
        change.sort_by_key(|(index, _)| *index);
        change
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|parts| {
                let (rule, more) = (&self.rules[parts[0].0], parts.iter().map(|(_, more)| more).sum());
                let left = self.slack[parts[0].0] - rule.taken(more);
                (left < Decimal::ZERO).then(|| (rule.statement.clone(), -left))
            })
            .collect()
    }
}
