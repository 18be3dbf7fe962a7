//! `Explanation`: why one investment is in the plan or not, what displaced it, and the cheapest changes that flip it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::asker::Asker;
use super::budget_change::budget_flips;
use super::case_change::Workbench;
use super::change::{Change, Flip};
use super::delay::delay_flips;
use super::imposed::imposed;
use super::optimum::{Figure, Optimum};
use super::standing::Standing;
use crate::case::missing::MissingReason;
use crate::domain::decision_model::DecisionModel;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::Choice;
use crate::optimize::conflict::conflicts;
use crate::optimize::outcome::{ChooseError, unless_stopped};
use crate::optimize::problem::Ask;
use crate::optimize::question::Question;
use crate::optimize::statement::Statement;

/// The answer to "is it justified?" (method 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The best plan with it is worth more than the best without it, or no plan can do without it.
    Justified,
    /// Not now, but a named change within reach would turn that round.
    JustifiedIf,
    NotJustifiedNow,
    /// Too few gates of the dossier are passed, amounts are withheld or not stated, or a limit left the sign open.
    Undetermined,
}

impl Verdict {
    /// All verdicts, best first.
    pub const ALL: [Verdict; 4] =
        [Verdict::Justified, Verdict::JustifiedIf, Verdict::NotJustifiedNow, Verdict::Undetermined];

    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Justified => "justified",
            Verdict::JustifiedIf => "justified_if",
            Verdict::NotJustifiedNow => "not_justified_now",
            Verdict::Undetermined => "undetermined",
        }
    }
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The net value of including it.
    NetValue,
    /// Every plan that keeps the rules has it.
    Compulsory,
    /// No plan that keeps the rules has it.
    Impossible,
    /// None of its variants has a case, because amounts are withheld.
    Withheld,
    /// None of its variants has a cost line or a benefit line.
    NothingStated,
    /// A limit ended the solves before the sign of the net value was proven.
    NotProven,
    /// Too few readiness gates are passed for any verdict.
    StrategyIncomplete,
    /// The work was stopped before all was asked that the verdict rests on.
    Stopped,
}

impl Reason {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Reason::NetValue => "net_value",
            Reason::Compulsory => "compulsory",
            Reason::Impossible => "impossible",
            Reason::Withheld => "withheld",
            Reason::NothingStated => "nothing_stated",
            Reason::NotProven => "not_proven",
            Reason::StrategyIncomplete => "strategy_incomplete",
            Reason::Stopped => "stopped",
        }
    }
}

/// Everything said about one investment.
///
/// The verdict goes by the sign of the net value as expected today: the probability that the sign holds needs a
/// simulation and is no part of it.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub standing: Standing,
    /// Whether the plan has it.
    pub is_in: bool,
    pub verdict: Verdict,
    pub reason: Reason,
    /// G_in - G_out; none when one of them does not exist.
    pub net_value: Option<Figure>,
    /// What comes along only when it is in, itself apart.
    pub only_with: Vec<Choice>,
    /// What only fits when it is out: what it displaces, or what displaced it.
    pub only_without: Vec<Choice>,
    /// Changes that would turn the net value round, cheapest first.
    pub flips: Vec<Flip>,
    /// Rules that alone keep it in the plan; empty for what stands there by its own worth, or outside.
    pub imposed_by: Vec<Statement>,
    /// Why every plan has it, or none: rules that cannot be kept together with the opposite.
    pub conflict: Vec<Statement>,
}

impl Explanation {
    /// What is explained.
    pub fn investment(&self) -> &InvestmentId {
        &self.standing.investment
    }

    /// Whether the best plan with it is worth more than the best one without it.
    fn is_worth_more(&self) -> bool {
        self.net_value.is_some_and(|net| net.amount > Decimal::ZERO)
    }

    /// The cheapest change that somebody may reasonably count on.
    pub fn condition(&self) -> Option<&Flip> {
        self.flips.iter().find(|flip| flip.is_in_reach())
    }
}

/// An explanation of every investment of the dossier, in order; `base` is the best plan for `ask`.
///
/// `is_incomplete` says that too few readiness gates are passed. Stopped in the middle, the investments whose best plans
/// are known are told, without the changes and the verdicts that were not asked for all.
pub fn explanations(
    asker: &mut Asker,
    question: &Question,
    base: &Optimum,
    model: &DecisionModel,
    is_incomplete: bool,
) -> Result<Vec<Explanation>, ChooseError> {
    let dossier = asker.problem.setting.grounds.dossier;
    let mut standings = Vec::new();
    for investment in &dossier.investments {
        match unless_stopped(Standing::of(asker, base, &investment.id))? {
            Some(standing) => standings.push(standing),
            None => break,
        }
    }
    // Which companion turns a verdict round is known once all are.
    let is_whole = standings.len() == dossier.investments.len();
    let turned = if is_whole { unless_stopped(turned(asker, question, base, &standings))? } else { None };
    let Some(mut turned) = turned else {
        let told = standings.iter().map(|standing| unfinished(asker, base, standing, is_incomplete));
        return Ok(told.collect());
    };
    let mut workbench = Workbench::new(asker.problem.setting.grounds.cases);
    let mut explained = Vec::new();
    for standing in &standings {
        let mut flips = workbench.flips(asker.problem, model, standing);
        flips.extend(turned.budgets.get(&standing.investment).cloned());
        flips.extend(turned.delays.get(&standing.investment).cloned());
        flips.extend(companion(asker, base, standing, &standings));
        Flip::sort(&mut flips);
        let imposed_by = turned.imposed.remove(&standing.investment).unwrap_or_default();
        let told = explanation(asker, base, standing, flips, is_incomplete);
        explained.push(match unless_stopped(told)? {
            Some(told) => Explanation { imposed_by, ..told },
            None => Explanation { imposed_by, ..unfinished(asker, base, standing, is_incomplete) },
        });
    }
    Ok(explained)
}

/// What is asked for all investments together.
struct Turned {
    /// What more money would turn round.
    budgets: BTreeMap<InvestmentId, Flip>,
    /// What a later start would turn round.
    delays: BTreeMap<InvestmentId, Flip>,
    /// Rules that alone keep an investment in.
    imposed: BTreeMap<InvestmentId, Vec<Statement>>,
}

fn turned(
    asker: &mut Asker,
    question: &Question,
    base: &Optimum,
    standings: &[Standing],
) -> Result<Turned, ChooseError> {
    let budgets = budget_flips(asker, base)?;
    let outside: Vec<InvestmentId> = standings
        .iter()
        .filter(|one| !one.variants.is_empty() && !asker.has(&base.chosen, &one.investment))
        .map(|one| one.investment.clone())
        .collect();
    let delays = delay_flips(asker.problem, question, &asker.ask.floors, base, &outside)?;
    let imposed = imposed(asker, base)?;
    whole(asker, Turned { budgets, delays, imposed })
}

/// An answer that rests on many questions; none of it may have been cut short.
fn whole<Answer>(asker: &Asker, answer: Answer) -> Result<Answer, ChooseError> {
    if asker.ask.limits.watch.is_stopped() { Err(ChooseError::Stopped) } else { Ok(answer) }
}

fn explanation(
    asker: &mut Asker,
    base: &Optimum,
    standing: &Standing,
    flips: Vec<Flip>,
    is_incomplete: bool,
) -> Result<Explanation, ChooseError> {
    let mut told = Explanation { flips, ..figures(asker, base, standing, is_incomplete) };
    let opposite = match told.reason {
        Reason::Compulsory => Some(false),
        Reason::Impossible => Some(true),
        _ => None,
    };
    if let Some(is_in) = opposite {
        let conflict = against(asker, &standing.investment, is_in)?;
        told.conflict = whole(asker, conflict)?;
    }
    told.verdict = match told.reason {
        Reason::Withheld
        | Reason::NothingStated
        | Reason::NotProven
        | Reason::StrategyIncomplete
        | Reason::Stopped => Verdict::Undetermined,
        Reason::Compulsory => Verdict::Justified,
        Reason::NetValue if told.is_worth_more() => Verdict::Justified,
        Reason::NetValue | Reason::Impossible => match told.condition() {
            Some(_) => Verdict::JustifiedIf,
            None => Verdict::NotJustifiedNow,
        },
    };
    Ok(told)
}

/// What can be said of an investment without knowing what would turn its verdict round, and which rules force it.
fn unfinished(asker: &Asker, base: &Optimum, standing: &Standing, is_incomplete: bool) -> Explanation {
    let mut told = figures(asker, base, standing, is_incomplete);
    match told.reason {
        Reason::NetValue | Reason::Compulsory | Reason::Impossible => told.reason = Reason::Stopped,
        Reason::Withheld
        | Reason::NothingStated
        | Reason::NotProven
        | Reason::StrategyIncomplete
        | Reason::Stopped => {}
    }
    told
}

/// What follows from the best plans with and without an investment; its verdict stays open.
fn figures(asker: &Asker, base: &Optimum, standing: &Standing, is_incomplete: bool) -> Explanation {
    let (only_with, only_without) = standing.displaced(asker);
    let net_value = standing.net_value();
    Explanation {
        is_in: asker.has(&base.chosen, &standing.investment),
        standing: standing.clone(),
        verdict: Verdict::Undetermined,
        reason: reason(asker, standing, net_value, is_incomplete),
        net_value,
        only_with,
        only_without,
        flips: Vec::new(),
        imposed_by: Vec::new(),
        conflict: Vec::new(),
    }
}

fn reason(asker: &Asker, standing: &Standing, net_value: Option<Figure>, is_incomplete: bool) -> Reason {
    if standing.variants.is_empty() {
        let cases = asker.problem.setting.grounds.cases;
        let mut missing = cases.missing_of(&standing.investment);
        return match missing.any(|case| case.reason == MissingReason::Withheld) {
            true => Reason::Withheld,
            false => Reason::NothingStated,
        };
    }
    if is_incomplete {
        return Reason::StrategyIncomplete;
    }
    match (&standing.with, &standing.without) {
        (None, _) => Reason::Impossible,
        (_, None) => Reason::Compulsory,
        _ if net_value.and_then(|net| net.sign()).is_none() => Reason::NotProven,
        _ => Reason::NetValue,
    }
}

/// The rules that forbid every plan with (or without) the investment, the wish itself apart.
fn against(asker: &mut Asker, investment: &InvestmentId, is_in: bool) -> Result<Vec<Statement>, ChooseError> {
    let wish = asker.forced(investment, None, is_in);
    let rules = asker.ask.rules.iter().cloned().chain(wish.clone()).collect();
    let ask = Ask { rules, ..asker.ask.clone() };
    let found = conflicts(asker.problem, &ask, 1)?;
    let is_wish = |statement: &Statement| wish.iter().any(|rule| &rule.statement == statement);
    Ok(found.into_iter().flatten().filter(|statement| !is_wish(statement)).collect())
}

/// The other investment outside the plan that turns this one round when it is forced in, at the least loss.
///
/// For one outside: the best plan with the other has it too. For one inside: the best plan with the other has it not.
fn companion(asker: &Asker, base: &Optimum, standing: &Standing, all: &[Standing]) -> Option<Flip> {
    let id = &standing.investment;
    let is_in = asker.has(&base.chosen, id);
    standing.net_value()?;
    let others = all.iter().filter(|other| &other.investment != id);
    let plans = others.filter_map(|other| Some((&other.investment, other.with.as_ref()?)));
    let turning =
        plans.filter(|(other, plan)| !asker.has(&base.chosen, other) && asker.has(&plan.chosen, id) != is_in);
    let best = turning.map(|(other, plan)| (base.worth - plan.worth, other)).min()?;
    Some(Flip { change: Change::Companion { investment: best.1.clone() }, amount: Some(best.0) })
}
