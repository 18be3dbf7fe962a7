//! `Problem`: a question made into candidates, rules and columns once, and asked as often as needed with other aims.

use rust_decimal::Decimal;

use super::choices::candidate::{Candidate, candidates, chosen_of, portfolio_of};
use super::choices::component::{Component, complete, components};
use super::cutting::{DIGITS_BEFORE_POINT, Search, relative_gap};
use super::floor::{Floor, floors};
use super::highs::Limits;
use super::measures::elsewhere::Elsewhere;
use super::measures::formulation::Formulation;
use super::measures::measure::{Measure, Setting, measured};
use super::measures::terms::Terms;
use super::outcome::{ChooseError, Status};
use super::program::Program;
use super::question::{Grounds, Question};
use super::rule::Rule;
use super::rules::envelopes::EnvelopeBook;
use super::rules::places::Places;
use super::rules::rules;
use super::statement::Statement;
use crate::case::portfolio_case::portfolio_npv;
use crate::domain::portfolio::Portfolio;
use crate::quantity::real::{exact, real};

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
    pub fn weight_of_money(&self) -> f64 {
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
    /// Whether envelopes can pay for a plan; what a plan breaks of it joins the rules.
    pub(super) envelopes: Option<EnvelopeBook>,
    /// What the dossier switches off without having it.
    pub unknown_rules: Vec<String>,
    pub(super) formulation: Formulation,
}

impl<'a> Problem<'a> {
    /// The problem of a question.
    pub fn new(grounds: Grounds<'a>, question: &Question) -> Result<Problem<'a>, ChooseError> {
        let Grounds { dossier, cases, map, .. } = grounds;
        let value_model = question.value_model;
        let all = candidates(dossier, cases, question.starts);
        let components = components(dossier, cases, &all);
        let places = Places { dossier, candidates: &all, components: &components };
        let book = rules(places, map, &question.forced);
        let formulation = Formulation::new(grounds, &all, components, value_model)
            .map_err(ChooseError::TooManyConditions)?;
        Ok(Problem {
            setting: Setting { grounds, value_model, elsewhere: Vec::new() },
            all,
            rules: book.rules,
            envelopes: book.envelopes,
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

    /// The NPV of a plan in every other scenario it must hold in, in their order.
    pub fn npv_elsewhere(&self, portfolio: &Portfolio) -> Vec<Decimal> {
        let npv = |other: &Elsewhere| {
            let Grounds { dossier, cases, .. } = other.grounds;
            portfolio_npv(dossier, cases, portfolio, self.setting.value_model)
        };
        self.setting.elsewhere.iter().map(npv).collect()
    }

    /// The rules of an ask with those on envelopes that were found since it was made.
    pub fn rules_of<'r>(&'r self, ask: &'r Ask) -> Vec<&'r Rule> {
        let is_new = |rule: &&Rule| {
            let is_of_envelopes = matches!(rule.statement, Statement::Envelope { .. });
            is_of_envelopes && !ask.rules.iter().any(|known| known.statement == rule.statement)
        };
        let new = self.rules.iter().filter(is_new).filter(|_| self.envelopes.is_some());
        ask.rules.iter().chain(new).collect()
    }

    /// Whether a plan keeps the rules and floors of an ask that may not be broken.
    pub fn keeps(&self, ask: &Ask, chosen: &[bool]) -> bool {
        let mut floors = ask.floors.iter().filter(|floor| !floor.is_soft());
        ask.rules.iter().all(|rule| rule.is_soft() || rule.is_kept(chosen))
            && floors.all(|floor| floor.is_kept(self.measured(&floor.measure, chosen)))
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
        let rules = self.rules_of(ask);
        for rule in rules.into_iter().filter(|rule| !rule.is_idle()) {
            if !rule.is_soft() {
                rule.add_to(&mut program);
            } else if money > 0.0 {
                breaches.push((rule, rule.add_soft_to(&mut program, unit / money)));
            }
        }
        let search = Search { problem: self, ask, breaches, unit, constant: aim.constant };
        let (found, new) = search.run(program)?;
        self.formulation.keep(new.cuts.into_iter());
        self.rules.extend(new.rules);
        Ok(found)
    }
}

/// The power of ten that leaves five digits before the point of the largest part of an aim; one for an empty aim.
fn unit_of(program: &Program, aim: &Terms) -> f64 {
    let largest = aim.largest_part(|column| bounds(program, column));
    if largest > 0.0 { 10f64.powi(largest.log10().floor() as i32 + 1 - DIGITS_BEFORE_POINT) } else { 1.0 }
}

fn bounds(program: &Program, column: usize) -> (f64, f64) {
    (program.columns[column].low, program.columns[column].high)
}
