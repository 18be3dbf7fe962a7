//! Days of people by role, in whole years and in single periods.

use std::ops::Range;

use super::places::{Places, terms};
use crate::domain::period::Period;
use crate::domain::role::{Role, RoleId};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;
use rust_decimal::Decimal;

/// sum over candidates of days of role r in period t <= capacity of r in t, for its years and its single periods.
///
/// Days of a year spread evenly over the twelve months after the start, as amounts do.
pub fn role_days(places: Places) -> Vec<Rule> {
    let mut rules = Vec::new();
    for role in &places.dossier.roles {
        let of_years = role.capacity.iter().enumerate().filter_map(|(year, limit)| Some((year, (*limit)?)));
        rules.extend(of_years.filter_map(|(year, limit)| {
            let statement = Statement::RoleDays { role: role.id.clone(), year };
            capacity(places, role, statement, Period::year(year as u32).months(), limit)
        }));
        rules.extend(role.capacity_by_period.iter().filter_map(|(period, limit)| {
            let statement = Statement::RolePeriod { role: role.id.clone(), period: *period };
            capacity(places, role, statement, period.months(), *limit)
        }));
    }
    rules
}

/// The rule, unless nobody needs the role in these months.
fn capacity(
    places: Places,
    role: &Role,
    statement: Statement,
    months: Range<u32>,
    limit: Decimal,
) -> Option<Rule> {
    let needed = days(places, &role.id, months)?;
    Some(Rule::new(statement, needed, Side::AtMost, limit).stated_at(&role.place))
}

fn days(places: Places, role: &RoleId, months: Range<u32>) -> Option<Vec<(usize, Decimal)>> {
    let demands = places.candidates.iter().enumerate();
    let there = demands.filter_map(|(place, one)| Some((place, one.days.get(role)?)));
    let mut there = there.filter(|(_, days)| days.reaches(&months)).peekable();
    there.peek()?;
    Some(terms(there.map(|(place, days)| (place, days.in_months(months.clone())))))
}
