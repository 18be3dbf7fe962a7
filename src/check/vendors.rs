//! Rules on dependence on vendors: contracts that bind, and one vendor behind too much.

use rust_decimal::Decimal;

use super::subject::Subject;
use super::wording::{money, number, percent};
use super::{Advice, Rule};
use crate::domain::business_case::CostNature;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, Variant};
use crate::experience::lock_in::{VendorShare, vendor_shares};
use crate::quantity::real::real;

pub const LONG_CONTRACT: Rule = Rule {
    code: "long_contract",
    severity: Severity::Warning,
    what: "A contract binds for more than 2 years and leaving it costs money.",
    why: "Nobody knows what customers will want in year 3, and leaving should not be what stops a change.",
    advice: Advice {
        en: "Negotiate 2 years or a free exit clause, and count the exit cost in the decision.",
        fr: "Négociez 2 ans ou une clause de sortie sans frais, et comptez le coût de sortie dans la décision.",
    },
    apply: long_contract,
};

fn long_contract(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let limit = model.limit("long_contract_years", 2.0);
    let is_long = |investment: &&Investment| {
        real(investment.contract_years) > limit && real(investment.exit_cost) > 0.0
    };
    let long = dossier.investments.iter().filter(is_long);
    long.map(|investment| {
        let years = number(investment.contract_years);
        let cost = money(investment.exit_cost, &dossier.settings.currency);
        let name = dossier.called(&investment.id);
        LONG_CONTRACT
            .finding(
                &investment.place,
                format!("{} binds for {} years; leaving costs {}.", name.en, years.en, cost.en),
                format!("{} engage {} ans ; en sortir coûte {}.", name.fr, years.fr, cost.fr),
            )
            .at("contract_years", &investment.contract_years.to_string())
    })
    .collect()
}

pub const VENDOR_CONCENTRATION: Rule = Rule {
    code: "vendor_concentration",
    severity: Severity::Warning,
    what: "One vendor stands behind more than 45% of the stated run cost of all candidates, each counted in its \
           largest variant; fewer than three candidates are not judged.",
    why: "Whoever holds nearly half of what runs every year sets its price.",
    advice: Advice {
        en: "Look for a second vendor, or set a limit to what this one may hold.",
        fr: "Cherchez un second fournisseur, ou limitez la part que celui-ci peut détenir.",
    },
    apply: vendor_concentration,
};

fn vendor_concentration(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let limit = model.limit("vendor_run_share", 0.45);
    let largest =
        |investment: &Investment| investment.variants.iter().map(run_cost).max().unwrap_or_default();
    let runs = dossier.investments.iter().map(|investment| (investment, largest(investment)));
    let runs: Vec<(&Investment, Decimal)> = runs.filter(|(_, run)| *run > Decimal::ZERO).collect();
    if runs.len() < 3 {
        return Vec::new();
    }
    let large = vendor_shares(&runs).into_iter().filter(|vendor| real(vendor.share) > limit);
    large
        .filter_map(|VendorShare { vendor, share, .. }| {
            let held = runs.iter().filter(|(investment, _)| investment.vendor.trim() == vendor);
            let place = held.map(|(investment, _)| &investment.place).min()?;
            let (share, most) = (percent(real(share)), percent(limit));
            let finding = VENDOR_CONCENTRATION.finding(
                place,
                format!("{vendor} stands behind {} of the run cost; {} is the limit.", share.en, most.en),
                format!("{vendor} porte {} des coûts récurrents ; la limite est de {}.", share.fr, most.fr),
            );
            Some(finding.at("vendor", &vendor))
        })
        .collect()
}

/// Stated run cost over all years, at most the decimal ceiling; withheld amounts are left out.
fn run_cost(variant: &Variant) -> Decimal {
    let running = variant.cost_lines.iter().filter(|line| line.nature == CostNature::Run);
    let amounts = running.flat_map(|line| &line.amounts).flatten();
    amounts.fold(Decimal::ZERO, |sum, amount| sum.saturating_add(*amount))
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example::{self, candidates};

    #[test]
    fn a_long_contract_without_exit_cost_binds_nobody() {
        let mut dossier = example::dossier();
        dossier.investments[0].contract_years = dec!(2.5);
        assert_eq!(look(long_contract, &dossier, &example::model())[0].value, "2.5");
        dossier.investments[0].exit_cost = dec!(0);
        assert_eq!(look(long_contract, &dossier, &example::model()), []);
    }

    #[test]
    fn a_vendor_is_judged_among_three_and_own_work_is_no_vendor() {
        let mut dossier = example::dossier();
        dossier.investments[1].vendor = "V-A".into();
        assert_eq!(look(vendor_concentration, &dossier, &example::model()), []);
        let mut third = candidates::candidate("C", 4);
        third.vendor = "V-C".into();
        dossier.investments.push(third);
        let found = look(vendor_concentration, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str(), found[0].place.row), (1, "V-A", 2));
        assert!(found[0].message.en.contains("66.7%"), "{}", found[0].message.en);
        dossier.investments.iter_mut().for_each(|investment| investment.vendor = "In-house".into());
        assert_eq!(look(vendor_concentration, &dossier, &example::model()), []);
    }
}
