//! The linear rules of the dossier's own table: counts, dates, sponsors and exit costs; shares stand in their own file.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::places::{Places, ones, terms};
use super::shares::{share, vendor_shares};
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio_rule::{LimitSide, PortfolioRule, PortfolioRuleKind};
use crate::domain::start::Start;
use crate::optimize::choices::candidate::places_of;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// Every active rule of the table that is linear, with its price and its place; floors on coverage and objectives are
/// not linear and stand elsewhere.
pub fn portfolio_rules(places: Places) -> Vec<Rule> {
    let active = places.dossier.rules.iter().filter(|rule| rule.is_active);
    let priced = |rule: &PortfolioRule| {
        let stated = stated(places, rule).into_iter();
        let price = rule.price;
        stated.map(move |one| Rule { price, ..one.stated_at(&rule.place) }).collect::<Vec<_>>()
    };
    active.flat_map(priced).collect()
}

fn stated(places: Places, rule: &PortfolioRule) -> Vec<Rule> {
    match &rule.kind {
        PortfolioRuleKind::Count { side, members, count } => {
            vec![count_of(places, rule, *side, members, *count)]
        }
        PortfolioRuleKind::MandatoryBy { members, by } => mandatory_by(places, rule, members, *by),
        PortfolioRuleKind::Share { side, members, of, share: allowed } => {
            vec![share(places, statement(rule, None), side_of(*side), *of, *allowed, |one| {
                members.contains(&one.id)
            })]
        }
        PortfolioRuleKind::VendorShare { of, share } => vendor_shares(places, rule, *of, *share),
        PortfolioRuleKind::SponsorLoad { count } => sponsor_load(places, rule, *count),
        PortfolioRuleKind::ExitExposure { members, amount } => {
            vec![exit_exposure(places, rule, members, *amount)]
        }
        PortfolioRuleKind::CoverageFloor { .. } | PortfolioRuleKind::ObjectiveFloor { .. } => Vec::new(),
    }
}

/// The statement of a rule, about one vendor, sponsor or investment where it holds for each in turn.
pub fn statement(rule: &PortfolioRule, subject: Option<&str>) -> Statement {
    Statement::Portfolio {
        rule: rule.id.clone(),
        subject: subject.map(str::to_string),
        name: rule.name.clone(),
    }
}

fn side_of(side: LimitSide) -> Side {
    match side {
        LimitSide::AtMost => Side::AtMost,
        LimitSide::AtLeast => Side::AtLeast,
    }
}

/// sum over the members' candidates <= or >= count.
fn count_of(
    places: Places,
    rule: &PortfolioRule,
    side: LimitSide,
    members: &[InvestmentId],
    count: u32,
) -> Rule {
    let own = ones(places.of_members(members, false));
    Rule::new(statement(rule, None), own, side_of(side), Decimal::from(count))
}

/// For every member: sum over its candidates (no pilot) that start by the date >= 1.
fn mandatory_by(places: Places, rule: &PortfolioRule, members: &[InvestmentId], by: Start) -> Vec<Rule> {
    let one = |id: &InvestmentId| {
        let mut own = places_of(places.candidates, id, true);
        own.retain(|place| places.candidates[*place].choice.start <= by);
        Rule::new(statement(rule, Some(id.as_str())), ones(own), Side::AtLeast, Decimal::ONE)
    };
    members.iter().map(one).collect()
}

/// For every sponsor: sum over the candidates of its investments <= count; who has no sponsor is counted nowhere.
fn sponsor_load(places: Places, rule: &PortfolioRule, count: u32) -> Vec<Rule> {
    let mut load: BTreeMap<&str, Vec<InvestmentId>> = BTreeMap::new();
    for investment in places.dossier.investments.iter().filter(|one| !one.sponsor.trim().is_empty()) {
        load.entry(investment.sponsor.trim()).or_default().push(investment.id.clone());
    }
    let one = |(sponsor, members): (&str, Vec<InvestmentId>)| {
        let own = ones(places.of_members(&members, false));
        Rule::new(statement(rule, Some(sponsor)), own, Side::AtMost, Decimal::from(count))
    };
    load.into_iter().map(one).collect()
}

/// sum over the members' candidates of exit cost <= amount, in full whatever the share funded.
fn exit_exposure(places: Places, rule: &PortfolioRule, members: &[InvestmentId], amount: Decimal) -> Rule {
    let exit_cost = |place: usize| {
        let id = &places.candidates[place].choice.investment;
        places.dossier.investment(id).map_or(Decimal::ZERO, |investment| investment.exit_cost)
    };
    let own = places.of_members(members, false).into_iter();
    let terms = terms(own.map(|place| (place, exit_cost(place))));
    Rule::new(statement(rule, None), terms, Side::AtMost, amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::portfolio::Choice;
    use crate::optimize::rules::example::{NONE, at, broken, dossier, ids, of, state};
    use rust_decimal::dec;

    #[test]
    fn at_most_and_at_least_so_many() {
        let mut dossier = dossier(&["A", "B", "C"]);
        let members = ids(&["A", "B"]);
        let count = |side| PortfolioRuleKind::Count { side, members: members.clone(), count: 1 };
        state(&mut dossier, count(LimitSide::AtMost));
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("C", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", "y1")]), ["rule:R1"]);
        state(&mut dossier, count(LimitSide::AtLeast));
        assert_eq!(broken(&dossier, &[at("C", "y0")]), ["rule:R1"]);
        assert_eq!(broken(&dossier, &[at("B", "y0")]), NONE);
        dossier.rules[0].is_active = false;
        assert_eq!(broken(&dossier, &[]), NONE);
    }

    #[test]
    fn a_date_binds_every_member() {
        let mut dossier = dossier(&["A", "B"]);
        let by = crate::optimize::rules::example::begin("y1q2").begin;
        state(&mut dossier, PortfolioRuleKind::MandatoryBy { members: ids(&["A", "B"]), by });
        assert_eq!(broken(&dossier, &[at("A", "y1q2"), at("B", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y1m05"), at("B", "y0")]), ["rule:R1:A"]);
        let pilot = Choice { variant: "pilot".into(), ..at("B", "y0") };
        assert_eq!(broken(&dossier, &[at("A", "y0"), pilot]), ["rule:R1:B"]);
    }

    #[test]
    fn a_sponsor_carries_so_many() {
        let mut dossier = dossier(&["A", "B", "C"]);
        for (id, sponsor) in [("A", "CMO"), ("B", " CMO"), ("C", "")] {
            of(&mut dossier, id).sponsor = sponsor.into();
        }
        state(&mut dossier, PortfolioRuleKind::SponsorLoad { count: 1 });
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("C", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", "y2")]), ["rule:R1:CMO"]);
    }

    #[test]
    fn exit_costs_add_up_to_the_cent() {
        let mut dossier = dossier(&["A", "B", "C"]);
        let exposure = |amount| PortfolioRuleKind::ExitExposure { members: ids(&["A", "B"]), amount };
        state(&mut dossier, exposure(dec!(20000)));
        let plan = [at("A", "y0"), at("B", "y0"), at("C", "y0")];
        assert_eq!(broken(&dossier, &plan), NONE);
        state(&mut dossier, exposure(dec!(19999.99)));
        assert_eq!(broken(&dossier, &plan), ["rule:R1"]);
    }
}
