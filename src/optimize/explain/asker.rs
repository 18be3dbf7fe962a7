//! `Asker`: one problem asked again and again under changed rules, each time from the best plan already known.

use rust_decimal::Decimal;

use super::optimum::Optimum;
use crate::case::portfolio_case::ValueModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::Choice;
use crate::optimize::outcome::{ChooseError, Status};
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::question::Forced;
use crate::optimize::rule::Rule;
use crate::optimize::rules::envelopes::EnvelopeBook;
use crate::optimize::rules::obligations::forced_choices;
use crate::optimize::rules::places::Places;
use crate::optimize::statement::Statement;
use crate::quantity::real::exact;

/// A problem with the plans it has given so far.
pub struct Asker<'p, 'a> {
    pub problem: &'p mut Problem<'a>,
    /// What is asked when nothing is changed.
    pub ask: Ask,
    /// Distinct plans of earlier answers.
    known: Vec<Vec<bool>>,
    /// Questions that took a solve.
    pub asked: usize,
}

impl<'p, 'a> Asker<'p, 'a> {
    pub fn new(problem: &'p mut Problem<'a>, ask: Ask) -> Asker<'p, 'a> {
        let known = ask.start.iter().cloned().collect();
        Asker { problem, ask, known, asked: 0 }
    }

    /// The best plan under these rules in place of the ask's own; none when there is no plan.
    ///
    /// Where a limit ends the solve before it finds a plan, the best known plan that keeps the rules is given, without
    /// a bound.
    pub fn under(&mut self, rules: Vec<Rule>) -> Result<Option<Optimum>, ChooseError> {
        let start = self.best_known(&rules);
        // A start leaves the solver to work out what follows from it where gains hang together: dearer than none.
        let is_apart = self.problem.setting.value_model == ValueModel::Additive;
        let given = start.clone().filter(|_| is_apart || self.ask.limits.seconds.is_some());
        let ask = Ask { rules, start: given, ..self.ask.clone() };
        self.asked += 1;
        self.ask.limits.watch.step(self.asked, None);
        let (rows, columns) = self.size();
        let found = self.problem.best(&ask);
        if self.size().1 == columns {
            // Cuts of one question weigh on all later ones more than they help them.
            self.problem.formulation.program.rows.truncate(rows);
        }
        let is_answered = matches!(&found, Ok(found) if found.status != Status::LimitReached);
        if !is_answered && self.ask.limits.watch.is_stopped() {
            // Nothing may rest on a question that was cut short.
            return Err(ChooseError::Stopped);
        }
        let found = match found {
            Ok(found) => found,
            Err(ChooseError::LimitBeforePlan) if start.is_some() => {
                let chosen = start.expect("just seen");
                let worth = self.problem.net_worth(&ask.rules, &ask.floors, &chosen);
                return Ok(Some(Optimum { chosen, worth, bound: None }));
            }
            Err(error) => return Err(error),
        };
        let Some(chosen) = found.chosen else { return Ok(None) };
        if !self.known.contains(&chosen) {
            self.known.push(chosen.clone());
        }
        let worth = self.problem.net_worth(&ask.rules, &ask.floors, &chosen);
        let bound = match found.status {
            Status::Optimal => Some(worth),
            _ => exact(found.bound).map(|bound| bound.max(worth)),
        };
        Ok(Some(Optimum { chosen, worth, bound }))
    }

    /// The best plan under these rules, with the envelopes of another dossier in place of those of the problem; with no
    /// dossier, no envelope limits anything.
    pub fn under_envelopes(
        &mut self,
        mut rules: Vec<Rule>,
        dossier: Option<&Dossier>,
    ) -> Result<Option<Optimum>, ChooseError> {
        let is_of_envelopes = |rule: &Rule| matches!(rule.statement, Statement::Envelope { .. });
        if self.problem.envelopes.is_none() {
            return self.under(rules);
        }
        rules.retain(|rule| !is_of_envelopes(rule));
        let book = dossier.map(|dossier| EnvelopeBook::of(Places { dossier, ..self.places() }));
        let own = book.iter().flat_map(EnvelopeBook::rules);
        rules.extend(own.filter(|rule| {
            dossier.is_some_and(|dossier| !rule.statement.is_switched_off(&dossier.settings))
        }));
        let without = self.problem.rules.iter().filter(|rule| !is_of_envelopes(rule)).cloned().collect();
        let usual_rules = std::mem::replace(&mut self.problem.rules, without);
        let usual_book = std::mem::replace(&mut self.problem.envelopes, book);
        let found = self.under(rules);
        self.problem.rules = usual_rules;
        self.problem.envelopes = usual_book;
        found
    }

    /// The best plan when these rules are kept as well.
    pub fn with(&mut self, more: Vec<Rule>) -> Result<Option<Optimum>, ChooseError> {
        let rules = self.ask.rules.iter().cloned().chain(more).collect();
        self.under(rules)
    }

    /// The rules that put an investment, or one variant of it, in or out.
    pub fn forced(&self, investment: &InvestmentId, variant: Option<&VariantId>, is_in: bool) -> Vec<Rule> {
        let force = Forced {
            investment: investment.clone(),
            variant: variant.cloned(),
            is_in,
            reason: String::new(),
        };
        forced_choices(self.places(), &[force])
    }

    /// What rules are told over.
    pub fn places(&self) -> Places<'_> {
        Places {
            dossier: self.problem.setting.grounds.dossier,
            candidates: &self.problem.all,
            components: self.problem.components(),
        }
    }

    /// The choices of a plan.
    pub fn choices(&self, chosen: &[bool]) -> Vec<Choice> {
        self.problem.portfolio(chosen).choices().to_vec()
    }

    /// Whether a plan has any variant of an investment.
    pub fn has(&self, chosen: &[bool], investment: &InvestmentId) -> bool {
        let all = self.problem.all.iter().zip(chosen);
        all.into_iter().any(|(candidate, is_in)| *is_in && &candidate.choice.investment == investment)
    }

    /// Rows and columns of the program.
    fn size(&self) -> (usize, usize) {
        let program = &self.problem.formulation.program;
        (program.rows.len(), program.columns.len())
    }

    /// The known plan of greatest worth that keeps the rules and the ask's floors.
    fn best_known(&self, rules: &[Rule]) -> Option<Vec<bool>> {
        let floors = &self.ask.floors;
        let keeps = |chosen: &[bool]| {
            rules.iter().all(|rule| rule.is_soft() || rule.is_kept(chosen))
                && floors.iter().filter(|floor| !floor.is_soft()).all(|floor| {
                    let had = self.problem.measured(&floor.measure, chosen);
                    floor.is_kept(had)
                })
        };
        let kept = self.known.iter().filter(|chosen| keeps(chosen));
        let best: Option<(Decimal, &Vec<bool>)> = kept
            .map(|chosen| (self.problem.net_worth(rules, floors, chosen), chosen))
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, chosen)| chosen.clone())
    }
}
