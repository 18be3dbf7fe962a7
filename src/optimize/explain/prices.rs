//! What the rules of a dossier cost: the best plan when each is loosened or left out, less the best plan as it is (method 4.8).

use rust_decimal::{Decimal, dec};

use super::asker::Asker;
use super::optimum::{Figure, Optimum};
use crate::domain::dossier::Dossier;
use crate::domain::envelope::EnvelopeId;
use crate::domain::period::Period;
use crate::domain::portfolio::Choice;
use crate::domain::portfolio_rule::PortfolioRuleId;
use crate::optimize::outcome::{ChooseError, unless_stopped};
use crate::optimize::problem::Ask;
use crate::optimize::question::Grounds;
use crate::optimize::rule::Rule;
use crate::optimize::statement::Statement;

/// By how much a budget, cap or envelope is raised.
const MORE_MONEY: Decimal = dec!(0.10);

/// Days that a scarce role gets more of.
const MORE_DAYS: Decimal = dec!(50);

/// Share of its days from which a role counts as scarce.
const SCARCE: Decimal = dec!(0.9);

/// One price: what is changed, and what that is worth.
#[derive(Clone, Debug)]
pub struct Price {
    pub subject: Subject,
    /// NPV of the best plan with the change less the NPV of the best plan as it is.
    pub gain: Figure,
    /// What enters and what leaves the plan with the change.
    pub enters: Vec<Choice>,
    pub leaves: Vec<Choice>,
}

/// What is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A budget, run-rate cap or envelope, raised by a tenth: by this much.
    MoreMoney { statement: Statement, more: Decimal },
    /// A scarce role in a year or period, given 50 more days.
    MoreDays { statement: Statement, more: Decimal },
    /// A rule left out. `breach` is what breaking it costs the plan as it is, where it may be broken at a price.
    Without { statement: Statement, breach: Option<Decimal> },
    /// A whole rule of the dossier's table left out, for all it speaks of.
    WithoutRule { rule: PortfolioRuleId, statement: Statement, breach: Option<Decimal> },
    /// All floors on must-be moments left out.
    WithoutMomentFloors,
    /// All envelopes of the same kind lend to each other freely: the price of silos.
    FreeTransfers,
}

/// Every price of the ask's rules, in the order of the subjects above; stopped in the middle, those that were asked.
pub fn prices(asker: &mut Asker, base: &Optimum) -> Result<Vec<Price>, ChooseError> {
    let rules = asker.ask.rules.clone();
    let mut subjects: Vec<Subject> = Vec::new();
    subjects.extend(more_money(asker.problem.setting.grounds.dossier, &rules));
    subjects.extend(more_days(&rules, base));
    subjects.extend(left_out(asker, &rules, base));
    let mut prices = Vec::new();
    for subject in subjects {
        let found = match &subject {
            Subject::MoreMoney { statement: Statement::Envelope { money }, more } => {
                let richer = richer(asker.problem.setting.grounds.dossier, money, *more);
                asker.under_envelopes(asker.ask.rules.clone(), Some(&richer))
            }
            other => {
                let changed = changed(asker, other);
                asked(asker, changed)
            }
        };
        let Some(found) = unless_stopped(found)? else { return Ok(prices) };
        if let Some(found) = found {
            prices.push(price(asker, base, subject, &found));
        }
    }
    prices.extend(unless_stopped(free_transfers(asker, base))?.flatten());
    Ok(prices)
}

fn asked(asker: &mut Asker, ask: Ask) -> Result<Option<Optimum>, ChooseError> {
    let usual = std::mem::replace(&mut asker.ask.floors, ask.floors);
    let found = asker.under(ask.rules);
    asker.ask.floors = usual;
    found
}

fn price(asker: &Asker, base: &Optimum, subject: Subject, found: &Optimum) -> Price {
    let (before, after) = (asker.choices(&base.chosen), asker.choices(&found.chosen));
    price_of(subject, found.less(base), &before, &after)
}

fn price_of(subject: Subject, gain: Figure, before: &[Choice], after: &[Choice]) -> Price {
    let only = |these: &[Choice], those: &[Choice]| -> Vec<Choice> {
        these.iter().filter(|choice| !those.contains(choice)).cloned().collect()
    };
    Price { subject, gain, enters: only(after, before), leaves: only(before, after) }
}

/// Budgets and caps by year, and each envelope's own money of a period.
fn more_money(dossier: &Dossier, rules: &[Rule]) -> Vec<Subject> {
    let mut subjects = Vec::new();
    let is_cap = |s: &Statement| matches!(s, Statement::Budget { .. } | Statement::RunRate { .. });
    for rule in rules.iter().filter(|rule| is_cap(&rule.statement) && rule.limit > Decimal::ZERO) {
        let more = rule.limit * MORE_MONEY;
        subjects.push(Subject::MoreMoney { statement: rule.statement.clone(), more });
    }
    let tills = dossier.envelopes.iter().flat_map(|envelope| {
        envelope.amounts.iter().map(|(period, money)| ((envelope.id.clone(), *period), *money))
    });
    for (till, money) in tills.filter(|(_, money)| *money > Decimal::ZERO) {
        let statement = Statement::Envelope { money: vec![till] };
        if !statement.is_switched_off(&dossier.settings) {
            subjects.push(Subject::MoreMoney { statement, more: money * MORE_MONEY });
        }
    }
    subjects
}

/// Roles of which the plan uses at least 90 %, or of which a plan could use more than there is.
fn more_days(rules: &[Rule], base: &Optimum) -> Vec<Subject> {
    let of_roles = rules
        .iter()
        .filter(|rule| matches!(rule.statement, Statement::RoleDays { .. } | Statement::RolePeriod { .. }));
    let scarce = of_roles.filter(|rule| !rule.is_idle() && rule.used(&base.chosen) >= rule.limit * SCARCE);
    scarce.map(|rule| Subject::MoreDays { statement: rule.statement.clone(), more: MORE_DAYS }).collect()
}

/// Every other rule left out: dependencies, obligations, wishes, the dossier's own rules and floors.
fn left_out(asker: &Asker, rules: &[Rule], base: &Optimum) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    let mut add = |subject: Subject| {
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    };
    for rule in rules.iter().filter(|rule| !rule.is_idle()) {
        let statement = rule.statement.clone();
        match &rule.statement {
            Statement::Portfolio { rule: id, .. } => {
                let own = rules.iter().filter(|one| is_of(&one.statement, id));
                let breach = own.map(|one| one.penalty(&base.chosen)).sum();
                let breach = rule.is_soft().then_some(breach);
                let statement = whole(&rule.statement);
                add(Subject::WithoutRule { rule: id.clone(), statement, breach });
            }
            Statement::Requires { .. }
            | Statement::Excludes { .. }
            | Statement::AtLeastOne { .. }
            | Statement::AllOrNone { .. }
            | Statement::SameStart { .. }
            | Statement::FinishBefore { .. }
            | Statement::Mandatory { .. }
            | Statement::ForcedIn { .. }
            | Statement::ForcedOut { .. }
            | Statement::MomentFloor { .. } => add(Subject::Without { statement, breach: None }),
            _ => {}
        }
    }
    if subjects.iter().any(|one| one.statement().is_some_and(is_moment_floor)) {
        subjects.push(Subject::WithoutMomentFloors);
    }
    for floor in &asker.ask.floors {
        let measured = asker.problem.measured(&floor.measure, &base.chosen);
        let missed = crate::quantity::real::exact(floor.penalty(measured)).unwrap_or_default();
        let breach = floor.is_soft().then_some(missed);
        subjects.push(Subject::Without { statement: floor.statement.clone(), breach });
    }
    subjects
}

impl Subject {
    /// The rule that is changed; none where many are.
    pub fn statement(&self) -> Option<&Statement> {
        match self {
            Subject::MoreMoney { statement, .. }
            | Subject::MoreDays { statement, .. }
            | Subject::Without { statement, .. }
            | Subject::WithoutRule { statement, .. } => Some(statement),
            Subject::WithoutMomentFloors | Subject::FreeTransfers => None,
        }
    }

    /// The written form, such as `budget:y0 +10%` or `without mandatory:B27`.
    pub fn name(&self) -> String {
        match self {
            Subject::MoreMoney { statement, .. } => format!("{}:+10%", statement.name()),
            Subject::MoreDays { statement, more } => format!("{}:+{more}", statement.name()),
            Subject::Without { statement, .. } | Subject::WithoutRule { statement, .. } => {
                format!("without:{}", statement.name())
            }
            Subject::WithoutMomentFloors => "without:moment_floor".into(),
            Subject::FreeTransfers => "free_transfers".into(),
        }
    }
}

/// The ask with the change.
fn changed(asker: &Asker, subject: &Subject) -> Ask {
    let mut ask = asker.ask.clone();
    match subject {
        Subject::MoreMoney { statement, more } | Subject::MoreDays { statement, more } => {
            for rule in ask.rules.iter_mut().filter(|rule| &rule.statement == statement) {
                rule.limit += more;
            }
        }
        Subject::Without { statement, .. } => {
            ask.rules.retain(|rule| &rule.statement != statement);
            ask.floors.retain(|floor| &floor.statement != statement);
        }
        Subject::WithoutRule { rule: id, .. } => ask.rules.retain(|rule| !is_of(&rule.statement, id)),
        Subject::WithoutMomentFloors => ask.rules.retain(|rule| !is_moment_floor(&rule.statement)),
        Subject::FreeTransfers => {}
    }
    ask
}

/// The dossier with more money in these envelopes and periods.
fn richer(dossier: &Dossier, tills: &[(EnvelopeId, Period)], more: Decimal) -> Dossier {
    let mut richer = dossier.clone();
    for envelope in &mut richer.envelopes {
        for (_, period) in tills.iter().filter(|(id, _)| id == &envelope.id) {
            envelope.amounts.entry(*period).and_modify(|amount| *amount += more);
        }
    }
    richer
}

fn is_of(statement: &Statement, id: &PortfolioRuleId) -> bool {
    matches!(statement, Statement::Portfolio { rule, .. } if rule == id)
}

fn is_moment_floor(statement: &Statement) -> bool {
    matches!(statement, Statement::MomentFloor { .. })
}

/// The rule without the vendor, sponsor or investment that it speaks of.
fn whole(statement: &Statement) -> Statement {
    match statement {
        Statement::Portfolio { rule, name, .. } => {
            Statement::Portfolio { rule: rule.clone(), subject: None, name: name.clone() }
        }
        other => other.clone(),
    }
}

/// The price of silos: one group for all envelopes, each kind of spending for itself.
fn free_transfers(asker: &mut Asker, base: &Optimum) -> Result<Option<Price>, ChooseError> {
    let Grounds { dossier, .. } = asker.problem.setting.grounds;
    if dossier.envelopes.len() < 2 {
        return Ok(None);
    }
    let mut joined = dossier.clone();
    joined.envelopes.iter_mut().for_each(|envelope| envelope.transfer_group = Some("*".into()));
    let Some(found) = asker.under_envelopes(asker.ask.rules.clone(), Some(&joined))? else { return Ok(None) };
    let (before, after) = (asker.choices(&base.chosen), asker.choices(&found.chosen));
    Ok(Some(price_of(Subject::FreeTransfers, found.less(base), &before, &after)))
}
