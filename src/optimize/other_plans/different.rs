//! Plans that must differ from a known one, as rules.

use rust_decimal::Decimal;

use crate::domain::portfolio::Portfolio;
use crate::optimize::problem::Problem;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// Another choice: at least one candidate in or out.
///
/// sum of those chosen - sum of those not chosen <= number chosen - 1.
pub fn another_choice(problem: &Problem, chosen: &[bool]) -> Rule {
    let sign = |place: usize| if chosen[place] { Decimal::ONE } else { -Decimal::ONE };
    let terms = (0..problem.all.len()).map(|place| (place, sign(place))).collect();
    let size = chosen.iter().take(problem.all.len()).filter(|is_in| **is_in).count();
    let limit = Decimal::from(size) - Decimal::ONE;
    Rule::new(Statement::Different { by: 1 }, terms, Side::AtMost, limit)
}

/// At least `by` investments in or out that the plan has not, or has; variants, starts and shares do not count.
///
/// sum over investments outside the plan of chosen + sum over those in it of (1 - chosen) >= by.
pub fn other_investments(problem: &Problem, plan: &Portfolio, by: usize) -> Rule {
    let sign = |place: usize| {
        let is_in = plan.contains(&problem.all[place].choice.investment);
        if is_in { -Decimal::ONE } else { Decimal::ONE }
    };
    let terms = (0..problem.all.len()).map(|place| (place, sign(place))).collect();
    let limit = Decimal::from(by) - Decimal::from(plan.choices().len());
    Rule::new(Statement::Different { by }, terms, Side::AtLeast, limit)
}
