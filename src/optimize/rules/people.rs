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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::domain::dossier::Dossier;
    use crate::domain::example;
    use crate::domain::example::candidates::candidate_at_the_cause;
    use crate::optimize::rules::example::{NONE, at, begin, broken, dossier, of};
    use rust_decimal::{Decimal, dec};

    /// 24 days of R1 in the year after the start.
    fn with_demand(period: &str, available: Decimal) -> Dossier {
        let mut dossier = dossier(&["A"]);
        dossier.roles = example::dossier().roles;
        dossier.roles[0].capacity.clear();
        dossier.roles[0].capacity_by_period = BTreeMap::from([(begin(period), available)]);
        let mut demand = candidate_at_the_cause().variants[0].role_demand.clone();
        demand[0].days = vec![dec!(24)];
        of(&mut dossier, "A").variants[0].role_demand = demand;
        dossier
    }

    #[test]
    fn days_spread_evenly_over_the_months_after_the_start() {
        for (start, period, days) in [
            ("y0", "y0q1", dec!(6)),
            ("y0m03", "y0q1", dec!(2)),
            ("y0m03", "y1m02", dec!(2)),
            ("y0q4", "y0m12", dec!(2)),
        ] {
            let kept = with_demand(period, days);
            assert_eq!(broken(&kept, &[at("A", start)]), NONE, "{start} {period}");
            let short = with_demand(period, days - dec!(0.01));
            assert_eq!(broken(&short, &[at("A", start)]), [format!("role:R1:{period}")]);
        }
    }

    #[test]
    fn a_year_holds_what_its_months_take() {
        let mut dossier = with_demand("y3m12", dec!(0));
        dossier.roles[0].capacity = vec![None, Some(dec!(4))];
        assert_eq!(broken(&dossier, &[at("A", "y0q2")]), ["role:R1:y1"]);
        assert_eq!(broken(&dossier, &[at("A", "y0m03")]), NONE);
    }
}
