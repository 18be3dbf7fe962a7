//! Which rules keep an investment in the best plan that would leave it for its worth alone.

use std::collections::BTreeMap;

use super::asker::Asker;
use super::optimum::Optimum;
use crate::domain::investment::InvestmentId;
use crate::optimize::neighbour::neighbours;
use crate::optimize::outcome::ChooseError;
use crate::optimize::problem::Ask;
use crate::optimize::statement::Statement;

/// For every investment of the base plan that only rules keep there: those rules.
///
/// They are the rules that dropping it alone would break, provided that the best plan without them is worth more and has it
/// not. Where leaving these rules out changes nothing, or the better plan has it all the same, it stands there by its own
/// worth and has no entry.
pub fn imposed(
    asker: &mut Asker,
    base: &Optimum,
) -> Result<BTreeMap<InvestmentId, Vec<Statement>>, ChooseError> {
    let Ask { rules, floors, .. } = asker.ask.clone();
    let kept: Vec<(InvestmentId, Vec<Statement>)> = neighbours(asker.problem, &rules, &floors, &base.chosen)
        .into_iter()
        .filter(|one| one.variant.is_none() && !one.broken.is_empty())
        .map(|one| {
            let broken = one.broken.into_iter().map(|(statement, _)| statement);
            (one.investment, broken.collect())
        })
        .collect();
    let mut without: BTreeMap<Vec<Statement>, Option<Optimum>> = BTreeMap::new();
    let mut imposed = BTreeMap::new();
    for (investment, keepers) in kept {
        if !without.contains_key(&keepers) {
            let found = best_without(asker, &keepers)?;
            without.insert(keepers.clone(), found);
        }
        let better = without[&keepers].as_ref().filter(|found| found.worth > base.worth);
        if better.is_some_and(|found| !asker.has(&found.chosen, &investment)) {
            imposed.insert(investment, keepers);
        }
    }
    Ok(imposed)
}

/// The best plan when these rules and floors are left out.
fn best_without(asker: &mut Asker, left_out: &[Statement]) -> Result<Option<Optimum>, ChooseError> {
    let is_kept = |statement: &Statement| !left_out.contains(statement);
    let rules = asker.ask.rules.iter().filter(|rule| is_kept(&rule.statement)).cloned().collect();
    let floors = asker.ask.floors.iter().filter(|floor| is_kept(&floor.statement)).cloned().collect();
    let usual = std::mem::replace(&mut asker.ask.floors, floors);
    let found = asker.under(rules);
    asker.ask.floors = usual;
    found
}
