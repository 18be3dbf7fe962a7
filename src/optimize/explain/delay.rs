//! A later start that lets an investment in, when a plan was asked for with every start at its earliest.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::change::{Change, Flip};
use super::optimum::Optimum;
use crate::case::portfolio_case::{ValueModel, portfolio_npv};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::period::PeriodLength;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::start::Start;
use crate::optimize::floor::Floor;
use crate::optimize::outcome::ChooseError;
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::question::{Grounds, Question, Starts};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// For every investment of `outside` that the best plan has once it may start in a later year, all others at their
/// earliest: that start. Nothing when starts are free already.
///
/// Looked for only where it could be worth something: where its stand-alone NPV from some later year is above zero, or
/// where it enables or strengthens another.
pub fn delay_flips(
    problem: &Problem,
    question: &Question,
    floors: &[Floor],
    base: &Optimum,
    outside: &[InvestmentId],
) -> Result<BTreeMap<InvestmentId, Flip>, ChooseError> {
    let mut found = BTreeMap::new();
    if question.starts == Starts::Free {
        return Ok(found);
    }
    let Grounds { dossier, cases, .. } = problem.setting.grounds;
    let hopeful: Vec<&InvestmentId> =
        outside.iter().filter(|id| is_hopeful(problem, id, cases.horizon())).collect();
    if hopeful.is_empty() {
        return Ok(found);
    }
    let opened = opened(dossier, &hopeful);
    let grounds = Grounds { dossier: &opened, ..problem.setting.grounds };
    let question = Question { starts: Starts::Free, ..question.clone() };
    let mut later = Problem::new(grounds, &question)?;
    let start = later.chosen(&problem.portfolio(&base.chosen));
    let mut ask = Ask::npv(&later, question.limits.aside());
    ask.start = Some(start);
    ask.floors = floors.to_vec();
    for id in &hopeful {
        let rules = later.rules.iter().cloned().chain(starts(&later, id, &hopeful));
        let ask = Ask { rules: rules.collect(), ..ask.clone() };
        let Some(chosen) = later.best(&ask)?.chosen else { continue };
        let worth = later.net_worth(&ask.rules, &ask.floors, &chosen);
        let portfolio = later.portfolio(&chosen);
        let choice = portfolio.choices().iter().find(|choice| &choice.investment == *id);
        // A cent above the plan as it is: the same plan in another order of additions is no gain.
        let is_better = worth > base.worth + dec!(0.01);
        if let Some(choice) = choice.filter(|_| is_better) {
            let change = Change::Delay { choice: choice.clone() };
            found.insert((*id).clone(), Flip { change, amount: Some(Decimal::ZERO) });
        }
    }
    Ok(found)
}

/// The dossier in which only these investments may start later than at their earliest, by whole years.
pub fn opened(dossier: &Dossier, open: &[&InvestmentId]) -> Dossier {
    let mut opened = dossier.clone();
    opened.settings.period = PeriodLength::Year;
    for investment in opened.investments.iter_mut().filter(|one| !open.contains(&&one.id)) {
        investment.latest_start = Some(investment.earliest_start);
    }
    opened
}

/// No later start but for this one.
fn starts(problem: &Problem, id: &InvestmentId, open: &[&InvestmentId]) -> Vec<Rule> {
    let others = open.iter().filter(|other| **other != id);
    let rules = others.map(|other| {
        let first = earliest(problem.setting.grounds.dossier, other);
        let all = problem.all.iter().enumerate();
        let late = all.filter(|(_, one)| &&one.choice.investment == other && one.choice.start > first);
        let terms = late.map(|(place, _)| (place, Decimal::ONE)).collect();
        let statement =
            Statement::ForcedOut { investment: (*other).clone(), variant: None, reason: String::new() };
        Rule::new(statement, terms, Side::AtMost, Decimal::ZERO)
    });
    rules.collect()
}

fn earliest(dossier: &Dossier, id: &InvestmentId) -> Start {
    Start::of_year(dossier.investment(id).map_or(0, |investment| investment.earliest_start))
}

fn is_hopeful(problem: &Problem, id: &InvestmentId, horizon: usize) -> bool {
    let Grounds { dossier, cases, .. } = problem.setting.grounds;
    let Some(investment) = dossier.investment(id) else { return false };
    let helps = problem.setting.value_model == ValueModel::Full
        && dossier.dependencies.iter().any(|dependency| match &dependency.kind {
            DependencyKind::EnabledBy { from, enabler, .. } => [from, enabler].contains(&id),
            DependencyKind::Synergy { a, b, .. } => [a, b].contains(&id),
            _ => false,
        });
    let pays = |choice: Choice| {
        let alone = Portfolio::new(vec![choice]);
        portfolio_npv(dossier, cases, &alone, problem.setting.value_model) > Decimal::ZERO
    };
    let mut later = later_choices(investment, horizon).peekable();
    later.peek().is_some() && (helps || later.any(pays))
}

fn later_choices(investment: &Investment, horizon: usize) -> impl Iterator<Item = Choice> + '_ {
    let last = investment.latest_start.map_or(horizon as u32, |year| year.min(horizon as u32));
    (investment.earliest_start + 1..=last).flat_map(move |year| {
        investment.variants.iter().map(move |variant| Choice {
            start: Start::of_year(year),
            ..Choice::of(investment.id.clone(), variant.id.clone())
        })
    })
}
