//! What must hold for any flow: rates make it worth nothing, none is missed, and the figures agree among themselves.

use chrono::{Days, NaiveDate};
use cxfolio::finance::annuity::{annuity_factor, equivalent_annual_amount};
use cxfolio::finance::day_count::DatedAmount;
use cxfolio::finance::discount::{Timing, periodic_rate};
use cxfolio::finance::irr::{irr, xirr};
use cxfolio::finance::mirr::mirr;
use cxfolio::finance::npv::{npv, xnpv};
use cxfolio::finance::payback::{discounted_payback, first_payback, sustained_payback};
use cxfolio::finance::profitability_index::profitability_index;
use cxfolio::quantity::real::{exact, real};
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn four_hundred_amounts_that_turn_at_every_step() {
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i64::from(state >> 12)
    };
    let flow: Vec<Decimal> =
        (0..400).map(|t| Decimal::from(if t % 2 == 0 { -next() } else { next() })).collect();
    let rates = irr(&flow);
    assert_eq!(rates.sign_changes, 399);
    assert_eq!(rates.roots.len() % 2, 1, "an odd number of turns means an odd number of rates");
    assert_eq!(missed_crossings(&by_year(&flow), &rates.roots, 0.001), []);
}

/// Amounts with their times in years, as reals.
fn by_year(flow: &[Decimal]) -> Vec<(f64, f64)> {
    (0u32..).zip(flow).map(|(year, amount)| (f64::from(year), real(*amount))).collect()
}

/// Present value at `ln (1 + r) = s`, over the sum of the present values' sizes; every term in proportion to the largest.
fn relative_value(flow: &[(f64, f64)], s: f64) -> f64 {
    let logarithm = |(time, amount): &(f64, f64)| amount.abs().ln() - s * time;
    let terms = || flow.iter().filter(|(_, amount)| *amount != 0.0);
    let largest = terms().map(logarithm).fold(f64::NEG_INFINITY, f64::max);
    let size = |term: &(f64, f64)| (logarithm(term) - largest).exp();
    let sum: f64 = terms().map(|term| size(term).copysign(term.1)).sum();
    sum / terms().map(size).sum::<f64>()
}

/// Steps of a dense scan over ln(1 + r) from -15 to 15 across which the sign surely turns, but no rate lies.
fn missed_crossings(flow: &[(f64, f64)], roots: &[f64], step: f64) -> Vec<(f64, f64)> {
    const CERTAIN: f64 = 1e-10;
    let places: Vec<f64> = roots.iter().map(|root| root.ln_1p()).collect();
    let mut missed = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    for index in 0..=(30.0 / step) as i32 {
        let s = -15.0 + step * f64::from(index);
        let now = relative_value(flow, s);
        if now.abs() < CERTAIN {
            continue;
        }
        if let Some((before, sign)) = last
            && (sign < 0.0) != (now < 0.0)
            && !places.iter().any(|place| before <= *place && *place <= s)
        {
            missed.push((before, s));
        }
        last = Some((s, now));
    }
    missed
}

/// Two to twelve amounts of either sign, many of them zero or equal in size.
fn amounts_of_any_kind() -> impl Strategy<Value = Vec<Decimal>> {
    let amount = prop_oneof![
        3 => (-1_000_000i64..1_000_000).prop_map(|cents| Decimal::new(cents, 2)),
        2 => (-9i64..=9).prop_map(Decimal::from),
        1 => (-1_000_000_000_000i64..1_000_000_000_000).prop_map(|amount| Decimal::new(amount, 4)),
    ];
    prop::collection::vec(amount, 2..=12)
}

/// The same with dates up to thirty years apart, in any order, some of them equal.
fn dated_amounts_of_any_kind() -> impl Strategy<Value = Vec<DatedAmount>> {
    let start = NaiveDate::from_ymd_opt(2020, 2, 29).unwrap();
    amounts_of_any_kind().prop_flat_map(move |amounts| {
        let days = prop::collection::vec(prop_oneof![0u64..11_000, 0u64..20], amounts.len());
        days.prop_map(move |days| {
            let dated = |(days, amount): (u64, &Decimal)| DatedAmount {
                date: start + Days::new(days),
                amount: *amount,
            };
            days.into_iter().zip(&amounts).map(dated).collect()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_present_value_at_every_rate_is_zero(flow in amounts_of_any_kind()) {
        let rates = irr(&flow);
        prop_assert!(rates.roots.len() <= rates.sign_changes);
        prop_assert_eq!(rates.roots.is_empty(), rates.reason.is_some());
        prop_assert!(rates.roots.is_sorted_by(|a, b| a < b));
        for root in &rates.roots {
            prop_assert!(*root > -1.0 && root.is_finite());
            // Near -1 the rate itself has few digits left after the point; ln(1 + r) is then known to 1e-16 / (1 + r).
            let lost = f64::EPSILON / (1.0 + root) * flow.len() as f64;
            let residual = relative_value(&by_year(&flow), root.ln_1p()).abs();
            prop_assert!(residual <= 1e-13 + 2.0 * lost, "{} at {}", residual, root);
        }
    }

    #[test]
    fn a_dense_scan_finds_no_rate_that_was_missed(flow in amounts_of_any_kind()) {
        prop_assert_eq!(missed_crossings(&by_year(&flow), &irr(&flow).roots, 0.01), vec![]);
    }

    #[test]
    fn size_and_direction_of_a_flow_leave_its_rates(flow in amounts_of_any_kind(), factor in 1i64..100_000, places in 0u32..8) {
        let factor = Decimal::new(factor, places);
        let rates = irr(&flow);
        let scaled: Vec<Decimal> = flow.iter().map(|amount| amount * factor).collect();
        let reversed: Vec<Decimal> = flow.iter().map(|amount| -amount).collect();
        prop_assert_eq!(&irr(&reversed), &rates);
        let scaled = irr(&scaled);
        prop_assert_eq!(scaled.sign_changes, rates.sign_changes);
        prop_assert_eq!(scaled.roots.len(), rates.roots.len());
        for (scaled, root) in scaled.roots.iter().zip(&rates.roots) {
            prop_assert!((scaled - root).abs() <= 1e-14 * (1.0 + root.abs()));
        }
    }

    #[test]
    fn a_flow_built_from_rates_gives_them_back(rates in prop::collection::btree_map(-95i64..500, 1usize..=2, 1..=4)) {
        // Product of (q - 1 - r) over the rates, q = 1 + r being the unknown: coefficient by coefficient an exact flow.
        let mut flow = vec![Decimal::ONE];
        for (rate, repeats) in &rates {
            for _ in 0..*repeats {
                let growth = Decimal::ONE + Decimal::new(*rate, 2);
                let mut next = flow.clone();
                next.push(Decimal::ZERO);
                for (t, amount) in flow.iter().enumerate() {
                    next[t + 1] -= amount * growth;
                }
                flow = next;
            }
        }
        let found = irr(&flow).roots;
        let expected: Vec<f64> = rates.keys().map(|rate| *rate as f64 / 100.0).collect();
        prop_assert_eq!(found.len(), expected.len(), "{:?} instead of {:?}", found, expected);
        for (found, expected) in found.iter().zip(&expected) {
            prop_assert!((found - expected).abs() <= 1e-13 * (1.0 + expected), "{} is not {}", found, expected);
        }
    }

    #[test]
    fn dated_rates_are_found_one_and_all(flow in dated_amounts_of_any_kind()) {
        let rates = xirr(&flow).unwrap();
        let start = flow.iter().map(|entry| entry.date).min().unwrap();
        let years = |entry: &DatedAmount| (entry.date - start).num_days() as f64 / 365.0;
        let mut by_time: Vec<(f64, Decimal)> = Vec::new();
        for entry in &flow {
            match by_time.iter_mut().find(|(time, _)| *time == years(entry)) {
                Some((_, amount)) => *amount += entry.amount,
                None => by_time.push((years(entry), entry.amount)),
            }
        }
        let by_time: Vec<(f64, f64)> = by_time.into_iter().map(|(time, amount)| (time, real(amount))).collect();
        prop_assert_eq!(missed_crossings(&by_time, &rates.roots, 0.01), vec![]);
        for root in &rates.roots {
            let lost = f64::EPSILON / (1.0 + root) * 30.0;
            let residual = relative_value(&by_time, root.ln_1p()).abs();
            prop_assert!(residual <= 1e-12 + 2.0 * lost, "{} at {}", residual, root);
        }
        let mut backwards = flow.clone();
        backwards.reverse();
        prop_assert_eq!(xirr(&backwards).unwrap(), rates);
    }

    #[test]
    fn dated_and_periodic_figures_agree_over_years_of_365_days(flow in amounts_of_any_kind(), rate in -50i64..300) {
        let start = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
        let dated: Vec<DatedAmount> = (0u64..)
            .zip(&flow)
            .map(|(year, amount)| DatedAmount { date: start + Days::new(365 * year), amount: *amount })
            .collect();
        let rate = Decimal::new(rate, 2);
        let (by_date, by_year) = (xnpv(&dated, rate).unwrap(), npv(&flow, rate, Timing::EndOfYear).unwrap());
        prop_assert!((by_date - by_year).abs() < Decimal::new(1, 8));
        let (by_date, by_year) = (xirr(&dated).unwrap(), irr(&flow));
        prop_assert_eq!(by_date.reason, by_year.reason);
        prop_assert_eq!(by_date.roots, by_year.roots);
    }

    #[test]
    fn index_annuity_and_modified_rate_keep_their_identities(
        outlay in 1i64..1_000_000,
        later in prop::collection::vec(-100_000i64..1_000_000, 1..10),
        rate in -30i64..200,
    ) {
        let rate = Decimal::new(rate, 2);
        let flow: Vec<Decimal> = std::iter::once(-outlay).chain(later).map(Decimal::from).collect();
        let present = npv(&flow, rate, Timing::EndOfYear).unwrap();
        let index = profitability_index(&flow, rate, Timing::EndOfYear).unwrap().unwrap();
        prop_assert!((index - Decimal::ONE - present / Decimal::from(outlay)).abs() < Decimal::new(1, 15));
        let n_periods = flow.len() - 1;
        let annual = equivalent_annual_amount(present, rate, n_periods).unwrap();
        prop_assert!((annual * annuity_factor(rate, n_periods).unwrap() - present).abs() < Decimal::new(1, 12));
        // With one sign change and both rates at the internal rate, the modified rate is the internal rate.
        let rates = irr(&flow);
        if rates.sign_changes == 1 && rates.roots[0] > -0.9 {
            let internal = exact(rates.roots[0]).unwrap();
            let modified = mirr(&flow, internal, internal).unwrap().rate.unwrap();
            prop_assert!((modified - rates.roots[0]).abs() < 1e-9 * (1.0 + modified.abs()));
        }
    }

    #[test]
    fn payback_is_where_the_sum_is_zero(flow in amounts_of_any_kind()) {
        let sum_at = |time: Decimal| {
            let (whole, part) = (time.floor(), time.fract());
            let whole: usize = whole.to_string().parse().unwrap();
            let begun = flow.get(whole + 1).map_or(Decimal::ZERO, |amount| amount * part);
            flow[..=whole].iter().copied().sum::<Decimal>() + begun
        };
        let (first, sustained) = (first_payback(&flow).unwrap(), sustained_payback(&flow).unwrap());
        for time in [first, sustained].into_iter().flatten().filter(|time| !time.is_zero()) {
            prop_assert!(sum_at(time).abs() < Decimal::new(1, 8), "sum {} at {}", sum_at(time), time);
        }
        let total: Decimal = flow.iter().copied().sum();
        prop_assert_eq!(sustained.is_some(), total >= Decimal::ZERO);
        if let Some(sustained) = sustained {
            prop_assert!(first.is_some_and(|first| first <= sustained));
            for year in 0..flow.len() {
                let sum = flow[..=year].iter().copied().sum::<Decimal>();
                prop_assert!(Decimal::from(year) < sustained || sum >= Decimal::ZERO);
            }
        }
    }
}

/// Any decimal there is, from 28 places to 28 digits.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<i32>(), any::<i32>(), any::<i32>(), any::<bool>(), 0u32..=28, 0u32..96).prop_map(
        |(low, middle, high, is_negative, scale, digits_lost)| {
            let mantissa =
                (u128::from(high as u32) << 64 | u128::from(middle as u32) << 32 | u128::from(low as u32))
                    >> digits_lost;
            let mut decimal = Decimal::from_i128_with_scale(mantissa as i128, scale);
            decimal.set_sign_negative(is_negative);
            decimal
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_amount_and_no_rate_is_too_strange(
        flow in prop::collection::vec(any_decimal(), 0..8),
        days in prop::collection::vec(0u64..40_000, 8),
        rate in any_decimal(),
    ) {
        let start = NaiveDate::from_ymd_opt(1999, 12, 31).unwrap();
        let dated = |(days, amount): (&u64, &Decimal)| DatedAmount { date: start + Days::new(*days), amount: *amount };
        let dated: Vec<DatedAmount> = days.iter().zip(&flow).map(dated).collect();
        let is_rate = rate > Decimal::NEGATIVE_ONE;
        for timing in [Timing::EndOfYear, Timing::MidYear, Timing::AllEnd] {
            prop_assert!(is_rate || npv(&flow, rate, timing).is_err());
            prop_assert!(is_rate || discounted_payback(&flow, rate, timing).is_err());
            prop_assert!(is_rate || profitability_index(&flow, rate, timing).is_err());
        }
        prop_assert!(is_rate || dated.is_empty() || xnpv(&dated, rate).is_err());
        prop_assert!(is_rate || periodic_rate(rate).is_err());
        prop_assert!(is_rate || equivalent_annual_amount(Decimal::ONE, rate, 7).is_err());
        if let Ok(modified) = mirr(&flow, rate, rate) {
            prop_assert!(modified.rate.is_none_or(f64::is_finite));
        }
        let rates = irr(&flow);
        prop_assert!(rates.roots.iter().all(|root| *root > -1.0 && root.is_finite()));
        prop_assert_eq!(rates.roots.is_empty(), rates.reason.is_some());
        if let Ok(rates) = xirr(&dated) {
            prop_assert!(rates.roots.iter().all(|root| *root > -1.0 && root.is_finite()));
            prop_assert_eq!(rates.roots.is_empty(), rates.reason.is_some());
        }
    }
}
