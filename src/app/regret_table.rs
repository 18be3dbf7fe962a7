//! Regret table: the best plan of every scenario, seen in all of them (method 4.6).

use rust_decimal::Decimal;

use super::error::AppError;
use super::open::Source;
use super::prepare::{Prepared, Wish, no_answer, prepare};
use crate::domain::portfolio::Portfolio;
use crate::optimize::outcome::{ChooseError, Status};
use crate::optimize::problem::{Ask, Found, Problem};
use crate::optimize::settle::settled;
use crate::report::robust::{RegretCell, RegretRow, RegretTable};

/// The table over the dossier as it is opened and all its other scenarios; those without a plan are named apart. Stopped in
/// the middle, it is over those that were answered, if there are any.
pub fn regret_table(source: &Source, wish: &Wish, here: &Prepared) -> Result<RegretTable, AppError> {
    let all = here.opened.dossier.scenarios.iter().map(|scenario| scenario.id.clone());
    let others = all.filter(|id| here.opened.scenario.as_ref() != Some(id));
    let mut opened: Vec<(Option<String>, Prepared)> = vec![(None, here.clone())];
    for name in others {
        let source = source.in_scenario(&name);
        opened.push((Some(name), prepare(&source, wish, "")?));
    }
    let mut table = RegretTable::default();
    let mut judged: Vec<(Problem, Ask, Decimal)> = Vec::new();
    let count = opened.len();
    for (number, (name, prepared)) in opened.iter().enumerate() {
        wish.limits.watch.step(number + 1, Some(count));
        let mut problem = prepared.problem()?;
        let ask = Ask::npv(&problem, wish.limits.aside());
        let found = match best(&mut problem, &ask).map_err(no_answer) {
            Err(AppError::Stopped) if !judged.is_empty() => break,
            found => found?,
        };
        let Some(chosen) = found.chosen else {
            table.without_plan.extend(name.clone());
            continue;
        };
        let npv = problem.net_worth(&ask.rules, &ask.floors, &chosen);
        let portfolio = problem.portfolio(&chosen);
        table.scenarios.push((name.clone(), npv));
        match table.rows.iter_mut().find(|row| row.portfolio == portfolio) {
            Some(row) => row.best_in.push(name.clone()),
            None => {
                table.rows.push(RegretRow { best_in: vec![name.clone()], portfolio, cells: Vec::new() });
            }
        }
        judged.push((problem, ask, npv));
    }
    for row in &mut table.rows {
        row.cells =
            judged.iter().map(|(problem, ask, best)| cell(problem, ask, *best, &row.portfolio)).collect();
    }
    Ok(table)
}

/// The best plan; not one that is the best so far only because the work was stopped.
fn best(problem: &mut Problem, ask: &Ask) -> Result<Found, ChooseError> {
    let found = problem.best(ask)?;
    if found.status == Status::LimitReached && ask.limits.watch.is_stopped() {
        return Err(ChooseError::Stopped);
    }
    settled(problem, ask, found)
}

/// A plan in one scenario; none when the scenario does not offer its choices.
fn cell(problem: &Problem, ask: &Ask, best: Decimal, portfolio: &Portfolio) -> Option<RegretCell> {
    let chosen = problem.chosen(portfolio);
    if &problem.portfolio(&chosen) != portfolio {
        return None;
    }
    let rules = ask.rules.iter().filter(|rule| !rule.is_soft() && !rule.is_kept(&chosen));
    let floors = ask
        .floors
        .iter()
        .filter(|floor| !floor.is_soft() && !floor.is_kept(problem.measured(&floor.measure, &chosen)));
    let broken = rules.map(|rule| &rule.statement).chain(floors.map(|floor| &floor.statement));
    let npv = problem.net_worth(&ask.rules, &ask.floors, &chosen);
    Some(RegretCell { npv, regret: best - npv, broken: broken.cloned().collect() })
}
