//! `Problem`: a question made into candidates, rules and columns once, and asked as often as needed with other aims.

use rust_decimal::Decimal;

use super::breach::Breach;
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

    /// What `work` finds while every envelope holds `factor` times its money: the rules of an ask are scaled by who asks,
    /// those on envelopes that are found on the way hold for this money only.
    pub fn with_envelopes_times<Answer>(
        &mut self,
        factor: Decimal,
        work: impl FnOnce(&mut Self) -> Answer,
    ) -> Answer {
        let Some(book) = &self.envelopes else { return work(self) };
        let scaled = book.times(factor);
        let is_of_envelopes = |rule: &&Rule| matches!(rule.statement, Statement::Envelope { .. });
        let others = self.rules.iter().filter(|rule| !is_of_envelopes(rule)).cloned().collect();
        let usual_book = self.envelopes.replace(scaled);
        let usual_rules = std::mem::replace(&mut self.rules, others);
        let answer = work(self);
        (self.envelopes, self.rules) = (usual_book, usual_rules);
        answer
    }

    /// The smallest factor, at least this one, on the money of all envelopes at which they can pay for a plan; none when
    /// one without money would have to pay.
    pub fn envelopes_needed(&self, chosen: &[bool], least: Decimal) -> Option<Decimal> {
        let Some(book) = &self.envelopes else { return Some(least) };
        let mut factor = least;
        // Each round takes the factor that a broken set of envelopes needs; sets are finite, so it ends.
        while let Some(rule) = book.times(factor).broken(chosen) {
            let needed = rule.used(chosen).checked_div(rule.limit)? * factor;
            if needed <= factor {
                break;
            }
            factor = needed;
        }
        Some(factor)
    }

    /// Whether a plan keeps the rules and floors of an ask that may not be broken.
    pub fn keeps(&self, ask: &Ask, chosen: &[bool]) -> bool {
        let mut floors = ask.floors.iter().filter(|floor| !floor.is_soft());
        ask.rules.iter().all(|rule| rule.is_soft() || rule.is_kept(chosen))
            && floors.all(|floor| {
                let broken = || self.penalty(&ask.rules, &ask.floors, chosen);
                let price = if floor.is_net { broken() } else { 0.0 };
                floor.is_kept(self.measured(&floor.measure, chosen) - price)
            })
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
        if ask.limits.watch.is_stopped() {
            return Err(ChooseError::Stopped);
        }
        let mut aim = Terms::default();
        ask.aim.iter().for_each(|(measure, weight)| aim.add_all(&terms(measure), *weight));
        let floors: Vec<Terms> = ask.floors.iter().map(|floor| terms(&floor.measure)).collect();
        let mut program = self.formulation.program.clone();
        let unit = unit_of(&program, &aim);
        aim.iter().for_each(|(column, worth)| program.columns[column].worth = worth / unit);
        let breaches = self.add_rules(&mut program, ask, &floors, unit);
        let search = Search { problem: self, ask, breaches, unit, constant: aim.constant };
        let (found, new) = search.run(program)?;
        self.formulation.keep(new.cuts.into_iter());
        self.rules.extend(new.rules);
        Ok(found)
    }
}

impl Problem<'_> {
    /// Adds the rows of rules and floors; where money counts, in the aim or in a net floor, those with a price may be
    /// broken. The columns by which they are, with their rules.
    fn add_rules<'r>(
        &'r self,
        program: &mut Program,
        ask: &'r Ask,
        floors: &[Terms],
        unit: f64,
    ) -> Vec<(&'r Rule, Breach)> {
        let money = ask.weight_of_money();
        let counts_prices = money > 0.0 || ask.floors.iter().any(|floor| floor.is_net);
        // What one unit of currency weighs in the worth of the columns that prices add.
        let unit = if money > 0.0 { unit / money } else { 1.0 };
        let first = program.columns.len();
        let mut breaches = Vec::new();
        for rule in self.rules_of(ask).into_iter().filter(|rule| !rule.is_idle()) {
            if !rule.is_soft() {
                rule.add_to(program);
            } else if counts_prices {
                breaches.push((rule, rule.add_soft_to(program, unit)));
            }
        }
        let told = || ask.floors.iter().zip(floors);
        for (floor, terms) in told().filter(|(floor, _)| floor.is_soft() && counts_prices) {
            floor.add_to(program, terms, unit, &[]);
        }
        let added = first..program.columns.len();
        let prices: Vec<(usize, f64)> =
            added.clone().map(|column| (column, -program.columns[column].worth * unit)).collect();
        if money == 0.0 {
            added.for_each(|column| program.columns[column].worth = 0.0);
        }
        for (floor, terms) in told().filter(|(floor, _)| !floor.is_soft()) {
            floor.add_to(program, terms, unit, &prices);
        }
        breaches
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
