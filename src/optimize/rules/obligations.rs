//! What a plan is, what is mandatory, and what the user forces.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::places::{Places, ones};
use crate::domain::investment::InvestmentId;
use crate::optimize::choices::candidate::places_of;
use crate::optimize::question::Forced;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// sum over the candidates of one investment <= 1.
pub fn one_variant(places: Places) -> Vec<Rule> {
    let mut own: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
    for (place, candidate) in places.candidates.iter().enumerate() {
        own.entry(&candidate.choice.investment).or_default().push(place);
    }
    let rule = |(id, own): (&InvestmentId, Vec<usize>)| {
        let statement = Statement::OneVariant { investment: id.clone() };
        Rule::new(statement, ones(own), Side::AtMost, Decimal::ONE)
    };
    own.into_iter().map(rule).collect()
}

/// sum over the candidates of a mandatory investment that start in the first year it may, pilots apart, >= 1.
pub fn mandatory(places: Places) -> Vec<Rule> {
    let must = places.dossier.investments.iter().filter(|investment| investment.is_mandatory);
    must.map(|investment| {
        let mut own = places_of(places.candidates, &investment.id, true);
        let first_year = investment.earliest_start as usize;
        own.retain(|place| places.candidates[*place].choice.start.year() == first_year);
        let statement = Statement::Mandatory { investment: investment.id.clone() };
        Rule::new(statement, ones(own), Side::AtLeast, Decimal::ONE).stated_at(&investment.place)
    })
    .collect()
}

/// forced in: sum of the named candidates >= 1; forced out: sum of the named candidates <= 0.
pub fn forced_choices(places: Places, forced: &[Forced]) -> Vec<Rule> {
    forced
        .iter()
        .map(|force| {
            let mut named = places_of(places.candidates, &force.investment, false);
            if let Some(variant) = &force.variant {
                named.retain(|place| &places.candidates[*place].choice.variant == variant);
            }
            let (investment, variant) = (force.investment.clone(), force.variant.clone());
            let reason = force.reason.clone();
            let (statement, side, limit) = if force.is_in {
                (Statement::ForcedIn { investment, variant, reason }, Side::AtLeast, Decimal::ONE)
            } else {
                (Statement::ForcedOut { investment, variant, reason }, Side::AtMost, Decimal::ZERO)
            };
            Rule::new(statement, ones(named), side, limit)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::portfolio::Choice;
    use crate::optimize::rules::example::{NONE, at, broken, dossier, of};

    #[test]
    fn what_is_mandatory_starts_in_its_first_year_and_is_no_pilot() {
        let mut dossier = dossier(&["A"]);
        of(&mut dossier, "A").is_mandatory = true;
        of(&mut dossier, "A").earliest_start = 1;
        let broken = |choice| broken(&dossier, &[choice]);
        assert_eq!(broken(at("A", "y1")), NONE);
        assert_eq!(broken(at("A", "y1m12")), NONE);
        assert_eq!(broken(at("A", "y2")), ["mandatory:A"]);
        let pilot = Choice { variant: "pilot".into(), ..at("A", "y1") };
        assert_eq!(broken(pilot), ["mandatory:A"]);
    }

    #[test]
    fn a_plan_has_one_start_of_an_investment() {
        let dossier = dossier(&["A"]);
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("A", "y1")]), ["one_variant:A"]);
    }
}
