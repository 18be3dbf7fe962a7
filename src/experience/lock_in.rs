//! What it costs to leave: exit exposure of an investment, and concentration of running cost on vendors (method 3.6).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::investment::Investment;

/// What leaving a vendor costs at a given time, in the dossier's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExitExposure {
    pub exit_cost: Decimal,
    /// Running cost that the contract still commits to.
    pub committed_run: Decimal,
}

impl ExitExposure {
    /// exit cost + remaining committed run, at most the decimal ceiling.
    pub fn total(&self) -> Decimal {
        self.exit_cost.saturating_add(self.committed_run)
    }
}

/// The exposure of an investment `years_since_start` years after its start.
///
/// `run` holds its running cost in years 0, 1, .. after the start. The contract covers the time from the start to
/// `contract_years`: year t runs from t - 1 to t, so the years after `years_since_start` count in full as far as the contract
/// goes, and a last part-year by its part; year 0 is paid at the start and commits to nothing. Termination fees and
/// early exit rights are not in a dossier: the first count 0, the second none. Undiscounted.
pub fn exit_exposure(investment: &Investment, run: &[Decimal], years_since_start: usize) -> ExitExposure {
    let mut committed_run = Decimal::ZERO;
    for (year, amount) in run.iter().enumerate().skip(years_since_start + 1) {
        let begin = Decimal::from(year - 1);
        let covered = investment.contract_years.saturating_sub(begin).clamp(Decimal::ZERO, Decimal::ONE);
        committed_run = committed_run.saturating_add(amount.saturating_mul(covered));
    }
    ExitExposure { exit_cost: investment.exit_cost, committed_run }
}

/// One vendor's part of the running cost.
#[derive(Clone, Debug, PartialEq)]
pub struct VendorShare {
    pub vendor: String,
    pub run: Decimal,
    /// Of all running cost, in-house included, 0..=1.
    pub share: Decimal,
}

/// The share of running cost that goes to each vendor, the largest first; ties in order of names.
///
/// `runs` pairs each funded investment with its running cost (over a year or a horizon, the same for all). What is
/// done in-house (no vendor, the vendor
/// `in-house`, `internal` or `interne`, or the deployment `in-house`) counts in the whole but is no vendor. Nothing at all when the
/// running costs sum to zero or less.
pub fn vendor_shares(runs: &[(&Investment, Decimal)]) -> Vec<VendorShare> {
    let total = runs.iter().fold(Decimal::ZERO, |sum, (_, run)| sum.saturating_add(*run));
    let mut by_vendor: BTreeMap<&str, Decimal> = BTreeMap::new();
    for (investment, run) in runs {
        if !is_in_house(investment) {
            let sum = by_vendor.entry(investment.vendor.trim()).or_default();
            *sum = sum.saturating_add(*run);
        }
    }
    let share = |(vendor, run): (&str, Decimal)| {
        let share = run.checked_div(total)?;
        (total > Decimal::ZERO).then(|| VendorShare { vendor: vendor.to_string(), run, share })
    };
    let mut shares: Vec<VendorShare> = by_vendor.into_iter().filter_map(share).collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.run));
    shares
}

fn is_in_house(investment: &Investment) -> bool {
    let own = ["", "in-house", "internal", "interne"];
    own.contains(&investment.vendor.trim().to_lowercase().as_str())
        || investment.deployment.trim().eq_ignore_ascii_case("in-house")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use rust_decimal::dec;

    #[test]
    fn exposure_falls_as_the_contract_runs_out() {
        let mut investment = example::investment("A1");
        investment.contract_years = dec!(2.5);
        let run = [dec!(7), dec!(100), dec!(200), dec!(400), dec!(800)];
        let committed = |years_since_start| exit_exposure(&investment, &run, years_since_start).committed_run;
        assert_eq!([0, 1, 2, 3, 9].map(committed), [dec!(500), dec!(400), dec!(200), dec!(0), dec!(0)]);
        assert_eq!(exit_exposure(&investment, &run, 0).total(), dec!(1500));
        assert_eq!(exit_exposure(&investment, &[], 0).total(), dec!(1000));
    }

    #[test]
    fn vendors_share_all_running_cost_but_in_house_is_none() {
        let (mut own, a, mut b) =
            (example::investment("A1"), example::investment("A2"), example::investment("A3"));
        own.deployment = "In-House".into();
        b.vendor = "V-A2".into();
        let shares = vendor_shares(&[(&own, dec!(50)), (&a, dec!(20)), (&b, dec!(30))]);
        assert_eq!(shares, [VendorShare { vendor: "V-A2".into(), run: dec!(50), share: dec!(0.5) }]);
        assert!(vendor_shares(&[(&a, dec!(0))]).is_empty());
    }
}
