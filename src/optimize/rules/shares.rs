//! Shares of the plan's spending: of a group of investments, and of every vendor in turn.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::places::{Places, terms};
use super::portfolio::statement;
use crate::domain::envelope::SpendingKind;
use crate::domain::investment::Investment;
use crate::domain::portfolio_rule::PortfolioRule;
use crate::domain::start::MONTHS;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// sum over places of (1 if of a member, else 0, less the share) x expected undiscounted cost within the horizon <= or
/// >= 0. A plan that spends nothing keeps it.
pub fn share(
    places: Places,
    statement: Statement,
    side: Side,
    of: SpendingKind,
    share: Decimal,
    is_member: impl Fn(&Investment) -> bool,
) -> Rule {
    let end = (places.dossier.settings.horizon as u32 + 1) * MONTHS;
    let spent = |spender: (usize, &Investment, &crate::optimize::choices::spread::Spending)| {
        let (place, investment, spending) = spender;
        (place, is_member(investment), spending.in_months(0..end, |class| class.is_of(of)))
    };
    let amounts: Vec<(usize, bool, Decimal)> = places.spenders().map(spent).collect();
    let beyond = amounts.iter().map(|(place, is_of_member, amount)| {
        let own = if *is_of_member { Decimal::ONE } else { Decimal::ZERO };
        (*place, amount * (own - share))
    });
    let whole = terms(amounts.iter().map(|(place, _, amount)| (*place, *amount)));
    Rule { whole, ..Rule::new(statement, terms(beyond), side, Decimal::ZERO) }
}

/// For every vendor: its spending as a share of the plan's, at most; who has no vendor counts in the whole only.
pub fn vendor_shares(places: Places, rule: &PortfolioRule, of: SpendingKind, allowed: Decimal) -> Vec<Rule> {
    let named = places.spenders().map(|(_, investment, _)| investment.vendor.trim());
    let vendors: BTreeSet<&str> = named.filter(|vendor| !vendor.is_empty()).collect();
    let one = |vendor: &str| {
        let is_of_vendor = |investment: &Investment| investment.vendor.trim() == vendor;
        share(places, statement(rule, Some(vendor)), Side::AtMost, of, allowed, is_of_vendor)
    };
    vendors.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::business_case::CostNature;
    use crate::domain::dossier::Dossier;
    use crate::domain::envelope::SpendingKind;
    use crate::domain::portfolio_rule::{LimitSide, PortfolioRuleKind};
    use crate::optimize::rules::example::{NONE, at, broken, dossier, ids, line, of, state};
    use rust_decimal::dec;

    /// A spends 2,400, half of it to run; B 1,200, C 1,200.
    fn uneven() -> Dossier {
        let mut dossier = dossier(&["A", "B", "C"]);
        of(&mut dossier, "A").variants[0].cost_lines.push(line("A", CostNature::Run, &[dec!(1200)]));
        dossier
    }

    #[test]
    fn a_share_of_spending_holds_at_its_limit_and_is_blind_to_starts() {
        let mut dossier = uneven();
        let plan = [at("A", "y0m05"), at("B", "y1"), at("C", "y1q3")];
        for (side, share, name) in [
            (LimitSide::AtMost, dec!(0.5), None),
            (LimitSide::AtMost, dec!(0.4999), Some("rule:R1")),
            (LimitSide::AtLeast, dec!(0.5), None),
            (LimitSide::AtLeast, dec!(0.5001), Some("rule:R1")),
        ] {
            let (members, of) = (ids(&["A"]), SpendingKind::All);
            state(&mut dossier, PortfolioRuleKind::Share { side, members, of, share });
            assert_eq!(broken(&dossier, &plan), Vec::from_iter(name), "{side:?} {share}");
            assert_eq!(broken(&dossier, &[]), NONE, "nothing spent breaks no share");
        }
    }

    #[test]
    fn a_share_may_speak_of_one_kind_and_loses_what_lies_beyond_the_horizon() {
        let mut dossier = uneven();
        let (members, of) = (ids(&["A"]), SpendingKind::Run);
        let share = PortfolioRuleKind::Share { side: LimitSide::AtMost, members, of, share: dec!(0.99) };
        state(&mut dossier, share);
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", "y0")]), ["rule:R1"]);
        assert_eq!(broken(&dossier, &[at("B", "y0")]), NONE);
        // The horizon ends with year 3: of 2,400 from the middle of year 3 on only 1,200 are counted.
        let (members, of) = (ids(&["A"]), SpendingKind::All);
        let share = PortfolioRuleKind::Share { side: LimitSide::AtMost, members, of, share: dec!(0.5) };
        state(&mut dossier, share);
        crate::optimize::rules::example::of(&mut dossier, "A").latest_start = None;
        assert_eq!(broken(&dossier, &[at("A", "y3q3"), at("B", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y3m06"), at("B", "y0")]), ["rule:R1"]);
    }

    #[test]
    fn every_vendor_has_its_share() {
        let mut dossier = uneven();
        of(&mut dossier, "A").vendor = "V-A".into();
        of(&mut dossier, "B").vendor = "V-A".into();
        of(&mut dossier, "C").vendor = String::new();
        let all = SpendingKind::All;
        state(&mut dossier, PortfolioRuleKind::VendorShare { of: all, share: dec!(0.75) });
        let plan = [at("B", "y0"), at("A", "y0"), at("C", "y0")];
        assert_eq!(broken(&dossier, &plan), NONE);
        state(&mut dossier, PortfolioRuleKind::VendorShare { of: all, share: dec!(0.7499) });
        assert_eq!(broken(&dossier, &plan), ["rule:R1:V-A"]);
        assert_eq!(broken(&dossier, &[at("C", "y0")]), NONE, "no vendor, no share");
    }
}
