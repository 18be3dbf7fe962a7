//! The cut loop: solve, judge the answer by the plan itself, cut what was overrated, until the bound meets the best plan.

use super::breach::Breach;
use super::highs::{self, Answer, Ending, Limits};
use super::highs_caller::{Eye, Glimpse};
use super::outcome::{ChooseError, Status};
use super::problem::{Ask, Found, Problem};
use super::program::{Program, Row};
use super::rule::Rule;
use super::search;
use super::search::deadline::Deadline;
use super::sight::Sight;
use crate::score::value_function::value_at;

/// A plan is called optimal when no other can be worth more than this share of it: the precision of the solver.
const PROVEN_GAP: f64 = 1e-7;

/// How far the solver's bound may fall below a plan's exact worth, as a share of it, before it is not believed; a hundred
/// times what its tolerances can hide is always allowed, for plans worth next to nothing.
const CONTRADICTION: f64 = 1e-6;

/// Rounds of cutting after which the search reports its best plan with its bound.
const ROUNDS_MAX: usize = 400;

/// The solver's tolerances are absolute, so worth is told in a power of ten that gives the largest five digits.
pub const DIGITS_BEFORE_POINT: i32 = 5;

/// One search for the best plan of an ask.
pub struct Search<'p, 'a> {
    pub problem: &'p Problem<'a>,
    pub ask: &'p Ask,
    /// The soft rules of the ask with the columns of their breaches.
    pub breaches: Vec<(&'p Rule, Breach)>,
    /// Worth of the program times this, plus the constant, is an amount of the aim.
    pub unit: f64,
    pub constant: f64,
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

impl Progress {
    fn none() -> Progress {
        Progress { best: None, bound: f64::INFINITY, has_set_aside: false, rounds: 0, nodes: 0 }
    }
}

impl Search<'_, '_> {
    /// The best plan, and what was found on the way.
    pub fn run(&self, mut program: Program) -> Result<(Found, News), ChooseError> {
        let Search { problem, ask, .. } = self;
        let mut curves = problem.formulation.curves.clone();
        let mut news = News::default();
        let mut progress = Progress::none();
        let mut start = ask.start.as_ref().map(|chosen| self.point(&program, chosen));
        let sight = Sight::of(self);
        let mut solver = Solver::of(&ask.limits);
        let status = loop {
            progress.rounds += 1;
            let answer = solver.answer(&program, start.as_deref(), sight.as_ref(), &progress);
            let columns = match self.told(&answer, &mut progress)? {
                Told::Point(columns) => columns,
                Told::End(status) => break status,
            };
            let mut chosen: Vec<bool> =
                columns.iter().take(problem.all.len()).map(|amount| *amount > 0.5).collect();
            problem.complete(&mut chosen);
            if let Some(rule) = problem.envelopes.as_ref().and_then(|book| book.broken(&chosen)) {
                rule.add_to(&mut program);
                news.rules.push(rule);
                start = None;
                if progress.rounds < ROUNDS_MAX {
                    continue;
                }
                break Status::LimitReached;
            }
            let is_kept = problem.keeps(ask, &chosen);
            if is_kept {
                let worth = self.worth(&chosen);
                if progress.best.as_ref().is_none_or(|(_, known)| worth > *known) {
                    progress.best = Some((chosen.clone(), worth));
                }
                sight.iter().for_each(|sight| sight.plan(&chosen, worth));
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
            news.cuts.extend(program.rows[before..].iter().cloned());
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
        Ok((self.found(status, progress), news))
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
            (Ending::Limit, None) => match self.at_hand() {
                Some(plan) => {
                    progress.best = Some(plan);
                    Ok(Told::End(Status::LimitReached))
                }
                None => Err(ChooseError::LimitBeforePlan),
            },
            _ => Err(ChooseError::SolverFailed),
        }
    }

    /// A plan that needs no search: the one to begin from, or none of the candidates, where it keeps the rules.
    fn at_hand(&self) -> Option<(Vec<bool>, f64)> {
        let mut nothing = vec![false; self.problem.all.len()];
        self.problem.complete(&mut nothing);
        let plans = self.ask.start.iter().cloned().chain([nothing]);
        let kept = plans.filter(|chosen| {
            let has_money =
                || self.problem.envelopes.as_ref().is_none_or(|book| book.broken(chosen).is_none());
            self.problem.keeps(self.ask, chosen) && has_money()
        });
        kept.map(|chosen| (self.worth(&chosen), chosen))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(worth, chosen)| (chosen, worth))
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
    pub fn worth(&self, chosen: &[bool]) -> f64 {
        let (problem, ask) = (self.problem, self.ask);
        let had = ask.aim.iter().map(|(measure, weight)| weight * problem.measured(measure, chosen));
        had.sum::<f64>() - ask.weight_of_money() * problem.penalty(&ask.rules, &ask.floors, chosen)
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

/// Who answers: the own search, until a program with continuous columns is too much for it; then HiGHS, for all that
/// follow are the same program with more rows.
struct Solver {
    limits: Limits,
    /// Of all rounds together.
    deadline: Deadline,
    has_given_up: bool,
}

impl Solver {
    fn of(limits: &Limits) -> Solver {
        Solver { limits: limits.clone(), deadline: Deadline::of(limits), has_given_up: false }
    }

    fn answer(
        &mut self,
        program: &Program,
        start: Option<&[f64]>,
        sight: Option<&Sight>,
        progress: &Progress,
    ) -> Answer {
        sight.iter().for_each(|sight| sight.round(progress.rounds, progress.nodes));
        let eye = sight.map(|sight| move |glimpse: &Glimpse| sight.glimpse(glimpse));
        let eye = eye.as_ref().map(|eye| eye as &Eye);
        let limits = Limits { seconds: self.deadline.left(), ..self.limits.clone() };
        if self.has_given_up {
            let answer = highs::solve_seen(program, &limits, start, eye);
            if answer.ending != Ending::Failed {
                return answer;
            }
        }
        search::attempt(program, &limits, start, eye).unwrap_or_else(|open| {
            self.has_given_up = !program.is_whole();
            open.by_highs()
        })
    }
}

/// What a search found that holds for later ones too.
#[derive(Default)]
pub struct News {
    pub cuts: Vec<Row>,
    /// Sets of envelopes that some plan asked too much of.
    pub rules: Vec<Rule>,
}

enum Told {
    Point(Vec<f64>),
    End(Status),
}

/// (bound - worth) / |worth|, at least 0; the plain distance when the worth is below one.
pub fn relative_gap(bound: f64, worth: f64) -> f64 {
    ((bound - worth) / worth.abs().max(1.0)).max(0.0)
}
