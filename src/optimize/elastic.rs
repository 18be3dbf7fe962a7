//! `Elastic`: the rules of an ask with a column for each statement that may be moved, at its price.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::choices::candidate::places_of;
use super::choices::component::add_links;
use super::floor::{Floor, rounded};
use super::problem::{Ask, Problem};
use super::program::Program;
use super::repair::{Move, Repair, Step, is_obligation};
use super::rule::{Rule, Side};
use super::statement::Statement;
use crate::domain::envelope::EnvelopeId;
use crate::domain::investment::InvestmentId;
use crate::domain::period::Period;
use crate::domain::start::Start;
use crate::quantity::real::{exact, real};

/// What a day costs where nobody states a day rate, in the dossier's currency.
const DAY_RATE: Decimal = dec!(600);

/// Shares of all budgets that things without a price of their own count as.
const DEADLINE: Decimal = dec!(0.05);
const RULE: Decimal = dec!(0.10);
const OBLIGATION: Decimal = dec!(1);

/// The relaxed program, with the columns by which each statement is moved.
pub struct Elastic<'p, 'a> {
    problem: &'p Problem<'a>,
    ask: &'p Ask,
    pub program: Program,
    knobs: BTreeMap<Statement, Knob>,
    /// What all budgets together come to.
    whole: Decimal,
    /// What one unit of worth of the program stands for.
    unit: f64,
}

/// How a statement is moved in the program.
struct Knob {
    /// Its limit moved by `span` units at 1, or given up.
    column: usize,
    span: Decimal,
    /// A later start in place of the first one that counts.
    later: Option<usize>,
}

impl<'p, 'a> Elastic<'p, 'a> {
    /// The columns of the places, the statements that may be moved, and every hard rule.
    pub fn new(problem: &'p Problem<'a>, ask: &'p Ask) -> Elastic<'p, 'a> {
        let mut program = Program::default();
        for _ in 0..problem.n_places() {
            program.binary(0.0);
        }
        add_links(&mut program, problem.components(), &problem.all);
        let whole = whole(problem, ask);
        let unit = real(whole) / 1e4;
        let mut elastic = Elastic { problem, ask, program, knobs: BTreeMap::new(), whole, unit };
        let hard = || ask.rules.iter().filter(|rule| !rule.is_idle() && !rule.is_soft());
        let mut spans: BTreeMap<Statement, Decimal> = BTreeMap::new();
        for rule in hard() {
            for statement in moved_by(&rule.statement) {
                let span = spans.entry(statement).or_default();
                *span = rule.most_short().max(*span);
            }
        }
        for (statement, span) in spans {
            elastic.add_knob(statement, span);
        }
        hard().for_each(|rule| elastic.add_row(rule));
        elastic
    }

    fn add_knob(&mut self, statement: Statement, span: Decimal) {
        let Some(price) = self.price(&statement) else { return };
        let is_amount = statement.is_amount();
        let worth = -real(if is_amount { price * span } else { price }) / self.unit;
        let column = match is_amount {
            true => self.program.continuous(0.0, 1.0, worth),
            false => self.program.binary(worth),
        };
        let late = self.late(&statement);
        let later = (!late.is_empty()).then(|| {
            let later = self.program.binary(-real(self.whole * DEADLINE) / self.unit);
            let row = late.into_iter().map(|place| (place, 1.0)).chain([(later, -1.0)]);
            self.program.at_least(row.collect(), 0.0);
            later
        });
        self.knobs.insert(statement, Knob { column, span, later });
    }

    /// Candidates that meet a mandatory investment, but after the first year that counts.
    fn late(&self, statement: &Statement) -> Vec<usize> {
        let Statement::Mandatory { investment } = statement else { return Vec::new() };
        let in_time = self.ask.rules.iter().filter(|rule| &rule.statement == statement);
        let in_time: BTreeSet<usize> =
            in_time.flat_map(|rule| rule.terms.iter().map(|(place, _)| *place)).collect();
        let all = places_of(&self.problem.all, investment, true).into_iter();
        all.filter(|place| !in_time.contains(place)).collect()
    }

    fn add_row(&mut self, rule: &Rule) {
        let scale = rule.scale();
        let sign = if rule.side == Side::AtMost { -1.0 } else { 1.0 };
        let mut moved = Vec::new();
        for statement in moved_by(&rule.statement) {
            let Some(knob) = self.knobs.get(&statement) else { continue };
            moved.push((knob.column, sign * real(knob.span) / scale));
            moved.extend(knob.later.map(|later| (later, sign / scale)));
        }
        rule.add_row(&mut self.program, &moved);
    }

    /// The price of moving a statement by one unit, or of giving it up; none when it is a fact that stays.
    fn price(&self, statement: &Statement) -> Option<Decimal> {
        match statement {
            Statement::Budget { .. } | Statement::RunRate { .. } | Statement::Envelope { .. } => {
                Some(Decimal::ONE)
            }
            Statement::RoleDays { role, .. } | Statement::RolePeriod { role, .. } => {
                let roles = &self.problem.setting.grounds.dossier.roles;
                let rate = roles.iter().find(|one| &one.id == role).and_then(|one| one.day_rate);
                Some(rate.filter(|rate| *rate > Decimal::ZERO).unwrap_or(DAY_RATE))
            }
            _ if is_obligation(statement) => Some(self.whole * OBLIGATION),
            Statement::Portfolio { .. }
            | Statement::MomentFloor { .. }
            | Statement::AskedFloor { .. }
            | Statement::ForcedIn { .. }
            | Statement::ForcedOut { .. } => Some(self.whole * RULE),
            _ => None,
        }
    }

    /// What the chosen places need moved; none when they break something that stays.
    pub fn repair(&self, chosen: &[bool], point: &[f64]) -> Option<Repair> {
        let mut steps: BTreeMap<Statement, Step> = BTreeMap::new();
        let mut tills: BTreeMap<(EnvelopeId, Period), Decimal> = BTreeMap::new();
        let hard = self.ask.rules.iter().filter(|rule| !rule.is_soft());
        for rule in hard.filter(|rule| !rule.is_kept(chosen)) {
            if let Statement::Envelope { money } = &rule.statement {
                self.fill(rule, money, chosen, point, &mut tills);
                continue;
            }
            let step = self.step(rule, chosen)?;
            let known = steps.entry(rule.statement.clone()).or_insert_with(|| step.clone());
            if step.cost > known.cost {
                *known = step;
            }
        }
        for (till, more) in tills.into_iter().filter(|(_, more)| *more > Decimal::ZERO) {
            let statement = Statement::Envelope { money: vec![till] };
            steps.insert(statement.clone(), Step { statement, by: Move::By(more), cost: more });
        }
        for floor in self.ask.floors.iter().filter(|floor| !floor.is_soft()) {
            let measured = self.problem.measured(&floor.measure, chosen);
            if !floor.is_kept(measured) {
                steps.insert(floor.statement.clone(), self.lowered(floor, measured));
            }
        }
        let steps: Vec<Step> = steps.into_values().collect();
        let cost = steps.iter().map(|step| step.cost).sum();
        Some(Repair { steps, cost, portfolio: self.problem.portfolio(chosen) })
    }

    fn step(&self, rule: &Rule, chosen: &[bool]) -> Option<Step> {
        let price = self.price(&rule.statement)?;
        let short = rule.short_by(chosen);
        let places = self.money_places();
        let up = |places: u32| short.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity);
        let (by, cost) = match &rule.statement {
            Statement::Budget { .. } | Statement::RunRate { .. } => {
                (Move::By(up(places)), price * up(places))
            }
            Statement::RoleDays { .. } | Statement::RolePeriod { .. } => (Move::By(up(0)), price * up(0)),
            Statement::MomentFloor { .. } => {
                let reached = rounded(1.0 - (-real(rule.used(chosen))).exp());
                (Move::To(reached.round_dp_with_strategy(3, RoundingStrategy::ToNegativeInfinity)), price)
            }
            Statement::Mandatory { investment } => match self.start_of(investment, chosen) {
                Some(start) => (Move::Later(start), self.whole * DEADLINE),
                None => (Move::Dropped, price),
            },
            Statement::Portfolio { .. } => (Move::By(up(2)), price),
            _ => (Move::Dropped, price),
        };
        Some(Step { statement: rule.statement.clone(), by, cost })
    }

    /// The floor lowered to what is reached of its measure.
    pub fn lowered(&self, floor: &Floor, measured: f64) -> Step {
        let cost = self.whole * RULE;
        Step { statement: floor.statement.clone(), by: Move::To(floor.level(measured)), cost }
    }

    /// Cents; finer where the dossier counts in thousands or millions.
    fn money_places(&self) -> u32 {
        if self.whole >= dec!(10000) { 2 } else { 8 }
    }

    /// When a variant of the investment that is no pilot starts.
    fn start_of(&self, investment: &InvestmentId, chosen: &[bool]) -> Option<Start> {
        let own = places_of(&self.problem.all, investment, true).into_iter();
        own.filter(|place| chosen[*place]).map(|place| self.problem.all[place].choice.start).next()
    }

    /// Raises tills of an envelope rule until the chosen places keep it: by what the program says, rounded down because
    /// its tolerance may add a hair, and by what the plan itself is then short of, rounded up to the cent.
    fn fill(
        &self,
        rule: &Rule,
        money: &[(EnvelopeId, Period)],
        chosen: &[bool],
        point: &[f64],
        tills: &mut BTreeMap<(EnvelopeId, Period), Decimal>,
    ) {
        let places = self.money_places();
        let cents = |amount: Decimal, strategy| amount.round_dp_with_strategy(places, strategy);
        let (down, up) = (RoundingStrategy::ToNegativeInfinity, RoundingStrategy::ToPositiveInfinity);
        for till in money {
            let knob = self.knobs.get(&Statement::Envelope { money: vec![till.clone()] });
            let told = knob.map_or(0.0, |knob| point[knob.column] * real(knob.span));
            // What the solver's tolerance leaves in a column is no money.
            if told > real(self.whole) * 1e-9 && !tills.contains_key(till) {
                tills.insert(till.clone(), cents(exact(told).unwrap_or_default(), down));
            }
        }
        let given: Decimal = money.iter().filter_map(|till| tills.get(till)).sum();
        let missing = rule.short_by(chosen) - given;
        if let Some(first) = money.first().filter(|_| missing > Decimal::ZERO) {
            let raised = money.iter().find(|till| tills.contains_key(till)).unwrap_or(first);
            *tills.entry(raised.clone()).or_default() += cents(missing, up);
        }
    }

    /// Demands that not all steps of this repair are taken again; false when one of them is no step of the program.
    pub fn exclude(&mut self, repair: &Repair) -> bool {
        let mut row = Vec::new();
        let mut taken = 0.0;
        for step in &repair.steps {
            let Some(knob) = self.knobs.get(&step.statement) else { continue };
            taken += 1.0;
            let moved = match step.statement.is_amount() {
                true => {
                    let moved = self.program.binary(0.0);
                    self.program.at_most(vec![(knob.column, 1.0), (moved, -1.0)], 0.0);
                    moved
                }
                false => knob.column,
            };
            row.push((moved, 1.0));
            row.extend(knob.later.map(|later| (later, 1.0)));
        }
        if taken > 0.0 {
            self.program.at_most(row, taken - 1.0);
        }
        taken > 0.0
    }
}

/// The statements that make room in a rule when they are moved: itself, or each envelope's own money of a period.
fn moved_by(statement: &Statement) -> Vec<Statement> {
    match statement {
        Statement::Envelope { money } => {
            money.iter().map(|till| Statement::Envelope { money: vec![till.clone()] }).collect()
        }
        other => vec![other.clone()],
    }
}

/// All budgets together; what all candidates cost where there is none, and at least one unit of currency.
fn whole(problem: &Problem, ask: &Ask) -> Decimal {
    let budgets = ask
        .rules
        .iter()
        .filter(|rule| matches!(rule.statement, Statement::Budget { .. } | Statement::Envelope { .. }));
    let budgets: Decimal = budgets.map(|rule| rule.limit.max(Decimal::ZERO)).sum();
    if budgets >= Decimal::ONE {
        return budgets;
    }
    let costs = problem.all.iter().flat_map(|candidate| &candidate.cost);
    costs.map(|cost| cost.abs()).sum::<Decimal>().max(Decimal::ONE)
}
