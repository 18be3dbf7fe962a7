//! `Problem`: a question made into candidates, rules and columns once, and asked as often as needed with other aims.

use rust_decimal::Decimal;

use super::breach::Breach;
use super::candidate::{Candidate, candidates, chosen_of, portfolio_of};
use super::component::{Component, complete, components};
use super::elsewhere::Elsewhere;
use super::floor::{Floor, floors};
use super::formulation::Formulation;
use super::highs::{Answer, Ending, Limits, solve};
use super::measure::{Measure, Setting, measured};
use super::outcome::{ChooseError, Status};
use super::program::{Program, Row};
use super::question::{Grounds, Question};
use super::rule::Rule;
use super::rules::places::Places;
use super::rules::rules;
use super::terms::Terms;
use crate::case::portfolio_case::portfolio_npv;
use crate::domain::portfolio::Portfolio;
use crate::quantity::real::{exact, real};
use crate::score::value_function::value_at;

/// A plan is called optimal when no other can be worth more than this share of it: the precision of the solver.
const PROVEN_GAP: f64 = 1e-7;

/// How far the solver's bound may fall below a plan's exact worth, as a share of it, before it is not believed; a hundred
/// times what its tolerances can hide is always allowed, for plans worth next to nothing.
const CONTRADICTION: f64 = 1e-6;

/// Rounds of cutting after which the search reports its best plan with its bound.
const ROUNDS_MAX: usize = 400;

/// The solver's tolerances are absolute, so worth is told in a power of ten that gives the largest five digits.
const DIGITS_BEFORE_POINT: i32 = 5;

/// What is to be maximised, under which rules and floors.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Weights by measure, each per unit of the measure; the sum is maximised.
    pub aim: Vec<(Measure, f64)>,
    /// The rules that hold; those with a price may be broken, and cost it where the aim counts money.
    pub rules: Vec<Rule>,
    pub floors: Vec<Floor>,
    pub limits: Limits,
    /// A plan to begin from, when one is known.
    pub start: Option<Vec<bool>>,
}

impl Ask {
    /// The greatest NPV, less the price of what is broken, under the rules and floors of a problem.
    pub fn npv(problem: &Problem, limits: Limits) -> Ask {
        Ask {
            aim: vec![(Measure::Npv, 1.0)],
            rules: problem.rules.clone(),
            floors: problem.floors.clone(),
            limits,
            start: None,
        }
    }

    /// What one unit of currency weighs in the aim.
    fn weight_of_money(&self) -> f64 {
        self.aim.iter().filter(|(measure, _)| *measure == Measure::Npv).map(|(_, weight)| weight).sum()
    }
}

/// What was found for an aim.
#[derive(Clone, Debug)]
pub struct Found {
    pub status: Status,
    /// Which candidates the best plan has; none when there is no plan.
    pub chosen: Option<Vec<bool>>,
    /// The aim of the best plan, re-added from the plan itself.
    pub worth: f64,
    /// No plan has more of the aim; infinite when nothing is proven.
    pub bound: f64,
    /// Solves until the bound met the plan.
    pub rounds: usize,
    /// Branches the solver looked into, over all rounds.
    pub nodes: u64,
}

impl Found {
    /// (bound - worth) / |worth|, at least 0.
    pub fn gap(&self) -> f64 {
        relative_gap(self.bound, self.worth)
    }
}

/// A question with its candidates and rules, ready to be asked.
#[derive(Clone)]
pub struct Problem<'a> {
    pub setting: Setting<'a>,
    pub all: Vec<Candidate>,
    /// The linear rules of the dossier and of the question.
    pub rules: Vec<Rule>,
    pub floors: Vec<Floor>,
    /// What the dossier switches off without having it.
    pub unknown_rules: Vec<String>,
    formulation: Formulation,
}

impl<'a> Problem<'a> {
    /// The problem of a question.
    pub fn new(grounds: Grounds<'a>, question: &Question) -> Result<Problem<'a>, ChooseError> {
        let Grounds { dossier, cases, map, .. } = grounds;
        let value_model = question.value_model;
        let all = candidates(dossier, cases, question.starts);
        let components = components(cases, &all);
        let places = Places { dossier, candidates: &all, components: &components };
        let book = rules(places, map, &question.forced).map_err(|_| ChooseError::TooManyEnvelopes)?;
        let formulation = Formulation::new(grounds, &all, components, value_model)
            .map_err(ChooseError::TooManyConditions)?;
        Ok(Problem {
            setting: Setting { grounds, value_model, elsewhere: Vec::new() },
            all,
            rules: book.rules,
            floors: floors(dossier),
            unknown_rules: book.unknown,
            formulation,
        })
    }

    /// Lets a plan hold in other scenarios too: their rules are kept there, and its regret is told over them.
    ///
    /// Each has the NPV of its own best plan. The scenarios must have the same candidates.
    pub fn also_in(&mut self, others: Vec<(Problem<'a>, f64)>) -> Result<(), ChooseError> {
        for (other, best) in others {
            if !other.all.iter().map(|one| &one.choice).eq(self.all.iter().map(|one| &one.choice)) {
                return Err(ChooseError::OtherCandidates);
            }
            self.setting.elsewhere.push(Elsewhere { grounds: other.setting.grounds, best });
            self.rules.extend(other.rules);
            self.floors.extend(other.floors);
        }
        Ok(())
    }

    /// Candidates and components: the length of a choice.
    pub fn n_places(&self) -> usize {
        self.all.len() + self.formulation.components.len()
    }

    /// The shared components behind the candidates.
    pub fn components(&self) -> &[Component] {
        &self.formulation.components
    }

    /// Sets the places of the components as the candidates of a choice have them bought.
    pub fn complete(&self, chosen: &mut Vec<bool>) {
        complete(&self.formulation.components, self.all.len(), chosen);
    }

    /// The plan of chosen places.
    pub fn portfolio(&self, chosen: &[bool]) -> Portfolio {
        portfolio_of(&self.all, chosen)
    }

    /// The places of a plan.
    pub fn chosen(&self, portfolio: &Portfolio) -> Vec<bool> {
        let mut chosen = chosen_of(&self.all, portfolio);
        self.complete(&mut chosen);
        chosen
    }

    /// How much a plan has of a measure.
    pub fn measured(&self, measure: &Measure, chosen: &[bool]) -> f64 {
        measured(&self.setting, measure, &self.portfolio(chosen))
    }

    /// The exact NPV of a plan.
    pub fn npv(&self, chosen: &[bool]) -> Decimal {
        let Setting { grounds: Grounds { dossier, cases, .. }, value_model, .. } = self.setting;
        portfolio_npv(dossier, cases, &self.portfolio(chosen), value_model)
    }

    /// The NPV of a plan less what breaking rules and missing floors costs it.
    pub fn net_worth(&self, rules: &[Rule], floors: &[Floor], chosen: &[bool]) -> Decimal {
        self.npv(chosen) - exact(self.penalty(rules, floors, chosen)).unwrap_or_default()
    }

    /// What breaking rules and missing floors costs a plan, in the dossier's currency.
    pub fn penalty(&self, rules: &[Rule], floors: &[Floor], chosen: &[bool]) -> f64 {
        let soft = floors.iter().filter(|floor| floor.is_soft());
        let missed = soft.map(|floor| floor.penalty(self.measured(&floor.measure, chosen)));
        real(rules.iter().map(|rule| rule.penalty(chosen)).sum()) + missed.sum::<f64>()
    }

    /// The plan with most of the aim.
    ///
    /// The solver works in reals; its answer is judged by the plan itself, in exact decimals where money and rules are
    /// concerned. A choice that breaks a rule by a digit is cut away, a gain that was overrated gets a cut that is exact
    /// there, and the program is solved again. It ends when the bound meets the best plan: at most once per choice, in
    /// practice after a few rounds. Cuts are kept for later questions.
    pub fn best(&mut self, ask: &Ask) -> Result<Found, ChooseError> {
        let mut terms = |measure: &Measure| self.formulation.terms(measure, &self.setting, &self.all);
        let mut aim = Terms::default();
        ask.aim.iter().for_each(|(measure, weight)| aim.add_all(&terms(measure), *weight));
        let floors: Vec<Terms> = ask.floors.iter().map(|floor| terms(&floor.measure)).collect();
        let mut program = self.formulation.program.clone();
        let unit = unit_of(&program, &aim);
        aim.iter().for_each(|(column, worth)| program.columns[column].worth = worth / unit);
        let money = ask.weight_of_money();
        for (floor, terms) in ask.floors.iter().zip(&floors) {
            if money > 0.0 || !floor.is_soft() {
                floor.add_to(&mut program, terms, unit / money);
            }
        }
        let mut breaches = Vec::new();
        for rule in ask.rules.iter().filter(|rule| !rule.is_idle()) {
            if !rule.is_soft() {
                rule.add_to(&mut program);
            } else if money > 0.0 {
                breaches.push((rule, rule.add_soft_to(&mut program, unit / money)));
            }
        }
        let search = Search { problem: self, ask, breaches, unit, constant: aim.constant };
        let (found, cuts) = search.run(program)?;
        self.formulation.keep(cuts.into_iter());
        Ok(found)
    }
}

/// One search for the best plan of an ask.
struct Search<'p, 'a> {
    problem: &'p Problem<'a>,
    ask: &'p Ask,
    breaches: Vec<(&'p Rule, Breach)>,
    /// Worth of the program times this, plus the constant, is an amount of the aim.
    unit: f64,
    constant: f64,
}

/// The best plan of a search so far, with what it took.
struct Progress {
    best: Option<(Vec<bool>, f64)>,
    /// No plan has more of the aim.
    bound: f64,
    /// Whether a plan that keeps all rules was cut away to look at the others.
    has_set_aside: bool,
    rounds: usize,
    nodes: u64,
}

impl Search<'_, '_> {
    /// The best plan, and the cuts found on the way.
    fn run(&self, mut program: Program) -> Result<(Found, Vec<Row>), ChooseError> {
        let Search { problem, ask, .. } = self;
        let mut curves = problem.formulation.curves.clone();
        let mut cuts = Vec::new();
        let mut progress =
            Progress { best: None, bound: f64::INFINITY, has_set_aside: false, rounds: 0, nodes: 0 };
        let mut start = ask.start.as_ref().map(|chosen| self.point(&program, chosen));
        let status = loop {
            progress.rounds += 1;
            let answer = solve(&program, &ask.limits, start.as_deref());
            let columns = match self.told(&answer, &mut progress)? {
                Told::Point(columns) => columns,
                Told::End(status) => break status,
            };
            let mut chosen: Vec<bool> =
                columns.iter().take(problem.all.len()).map(|amount| *amount > 0.5).collect();
            problem.complete(&mut chosen);
            let is_kept = self.is_kept(&chosen);
            if is_kept {
                let worth = self.worth(&chosen);
                if progress.best.as_ref().is_none_or(|(_, known)| worth > *known) {
                    progress.best = Some((chosen.clone(), worth));
                }
                if let Some(status) = self.ending(&answer, &mut progress) {
                    break status;
                }
            }
            if progress.rounds >= ROUNDS_MAX {
                break Status::LimitReached;
            }
            let before = program.rows.len();
            let mut is_cut = false;
            for sum in &problem.formulation.sums {
                is_cut |= sum.cut(&mut program, &columns);
            }
            cuts.extend(program.rows[before..].iter().cloned());
            for item in &mut curves {
                let model = problem.setting.grounds.preference.map(|preference| preference.model);
                if let Some(model) = model {
                    let value_of = |position: f64| value_at(&item.measure, position, model);
                    is_cut |= item.curve.cut(&mut program, &columns, &value_of);
                }
            }
            if !is_cut && is_kept && curves.is_empty() {
                break Status::WithinGap;
            }
            if !is_cut {
                // Nothing was overrated: the choice breaks something by a digit, or its measure is only bounded here.
                program.forbid(&chosen);
                progress.has_set_aside |= is_kept;
            }
            start = (is_cut && is_kept && curves.is_empty()).then(|| {
                let mut point = columns;
                self.complete(&chosen, &mut point);
                point
            });
        };
        Ok((self.found(status, progress), cuts))
    }

    /// What an answer of the solver means: a point to look at, or the end.
    fn told(&self, answer: &Answer, progress: &mut Progress) -> Result<Told, ChooseError> {
        progress.nodes += answer.nodes;
        let told = answer.bound * self.unit + self.constant;
        let set_aside = progress.best.as_ref().filter(|_| progress.has_set_aside).map(|(_, worth)| *worth);
        progress.bound = progress.bound.min(told.max(set_aside.unwrap_or(f64::NEG_INFINITY)));
        let has_plan = progress.best.is_some();
        match (answer.ending, &answer.columns) {
            (Ending::Infeasible, _) if !has_plan => Ok(Told::End(Status::Infeasible)),
            (Ending::Infeasible, _) => {
                let Some(worth) = set_aside else {
                    // The best plan keeps every row, so a solver that finds none has lost its way in its numbers.
                    progress.bound = f64::INFINITY;
                    return Ok(Told::End(Status::LimitReached));
                };
                progress.bound = worth;
                Ok(Told::End(Status::Optimal))
            }
            (Ending::Solved | Ending::Limit, Some(columns)) => Ok(Told::Point(columns.clone())),
            (Ending::Limit, None) if has_plan => Ok(Told::End(Status::LimitReached)),
            (Ending::Limit, None) => Err(ChooseError::LimitBeforePlan),
            _ => Err(ChooseError::SolverFailed),
        }
    }

    /// How the search ends with what it has; none when it goes on.
    fn ending(&self, answer: &Answer, progress: &mut Progress) -> Option<Status> {
        let (worth, bound) = (progress.best.as_ref()?.1, progress.bound);
        let precision = self.precision();
        if bound < worth - (CONTRADICTION * worth.abs()).max(100.0 * precision) {
            progress.bound = f64::INFINITY;
            return Some(Status::LimitReached);
        }
        let gap = relative_gap(bound, worth);
        if gap <= PROVEN_GAP || bound - worth <= precision {
            Some(Status::Optimal)
        } else if gap <= self.ask.limits.relative_gap {
            Some(Status::WithinGap)
        } else {
            (answer.ending == Ending::Limit).then_some(Status::LimitReached)
        }
    }

    fn found(&self, status: Status, progress: Progress) -> Found {
        let (chosen, worth) = progress.best.map_or((None, f64::NEG_INFINITY), |(c, w)| (Some(c), w));
        let bound = progress.bound.max(worth);
        Found { status, chosen, worth, bound, rounds: progress.rounds, nodes: progress.nodes }
    }

    /// The aim of a plan, from the plan itself.
    fn worth(&self, chosen: &[bool]) -> f64 {
        let (problem, ask) = (self.problem, self.ask);
        let had = ask.aim.iter().map(|(measure, weight)| weight * problem.measured(measure, chosen));
        had.sum::<f64>() - ask.weight_of_money() * problem.penalty(&ask.rules, &ask.floors, chosen)
    }

    fn is_kept(&self, chosen: &[bool]) -> bool {
        let (problem, ask) = (self.problem, self.ask);
        let mut floors = ask.floors.iter().filter(|floor| !floor.is_soft());
        ask.rules.iter().all(|rule| rule.is_soft() || rule.is_kept(chosen))
            && floors.all(|floor| floor.is_kept(problem.measured(&floor.measure, chosen)))
    }

    /// What the solver's tolerances can hide, in the unit of the aim: about 1e-8 of its largest part.
    fn precision(&self) -> f64 {
        self.unit * 10f64.powi(DIGITS_BEFORE_POINT - 8)
    }

    /// A plan as a point of the program; the solver completes the columns that follow from the choice.
    fn point(&self, program: &Program, chosen: &[bool]) -> Vec<f64> {
        let mut point = vec![0.0; program.columns.len()];
        point.iter_mut().zip(chosen).for_each(|(column, is_in)| *column = f64::from(u8::from(*is_in)));
        self.complete(chosen, &mut point);
        point
    }

    /// Makes the columns that follow from a choice true to it; modes and floors are left as they are.
    fn complete(&self, chosen: &[bool], point: &mut [f64]) {
        self.problem.formulation.sums.iter().for_each(|sum| sum.complete(point));
        self.breaches.iter().for_each(|(rule, breach)| breach.complete(rule, chosen, point));
    }
}

enum Told {
    Point(Vec<f64>),
    End(Status),
}

/// (bound - worth) / |worth|, at least 0; the plain distance when the worth is below one.
pub fn relative_gap(bound: f64, worth: f64) -> f64 {
    ((bound - worth) / worth.abs().max(1.0)).max(0.0)
}

/// The power of ten that leaves five digits before the point of the largest part of an aim; one for an empty aim.
fn unit_of(program: &Program, aim: &Terms) -> f64 {
    let largest = aim.largest_part(|column| bounds(program, column));
    if largest > 0.0 { 10f64.powi(largest.log10().floor() as i32 + 1 - DIGITS_BEFORE_POINT) } else { 1.0 }
}

fn bounds(program: &Program, column: usize) -> (f64, f64) {
    (program.columns[column].low, program.columns[column].high)
}
