//! Random rules on time, money and shares: what a dossier needs so that starts, quarters, parts and prices matter.

use std::collections::BTreeMap;

use cxfolio::domain::business_case::{Accounting, CostNature};
use cxfolio::domain::dependency::{Dependency, DependencyKind};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::envelope::{Envelope, SpendingKind};
use cxfolio::domain::investment::{Investment, InvestmentId, PartialFunding};
use cxfolio::domain::period::{Period, PeriodLength};
use cxfolio::domain::place::Place;
use cxfolio::domain::portfolio_rule::{LimitSide, PortfolioRule, PortfolioRuleKind};
use cxfolio::domain::start::Start;
use rust_decimal::{Decimal, dec};

use super::chance::Chance;
use super::dossier::name;

/// More plans than these are not drawn, so that all of them can be looked at.
const PLANS_MAX: usize = 1_500;

/// Two to four of the investments, with departments, windows, parts and shared components; returns the period length.
pub fn spread_out(chance: &mut Chance, investments: &mut Vec<Investment>, horizon: usize) -> PeriodLength {
    investments.truncate(chance.between(2, 4) as usize);
    let period = chance.pick(&[PeriodLength::Year, PeriodLength::Quarter, PeriodLength::Month]);
    let last_year = if period == PeriodLength::Month { 0 } else { horizon.min(2) as i64 };
    let mut plans = 1;
    for investment in investments.iter_mut() {
        investment.department = chance.pick(&["D1", "D2", "D3"]).into();
        investment.vendor = chance.pick(&["V1", "V2", ""]).into();
        investment.sponsor = chance.pick(&["S1", "S2", ""]).into();
        investment.exit_cost = Decimal::new(chance.between(0, 90), 0) * dec!(1000);
        investment.duration_months = chance.one_in(3).then(|| chance.hundredths(100, 1500));
        investment.months_to_first_value = chance.one_in(2).then(|| Decimal::new(chance.between(1, 14), 0));
        investment.earliest_start = chance.pick(&[0, 0, 0, 1]);
        let latest = i64::from(investment.earliest_start) + chance.between(0, last_year);
        investment.latest_start = Some(latest as u32);
        if chance.one_in(3) {
            let (min, step) =
                chance.pick(&[(dec!(0.4), dec!(0.3)), (dec!(0.5), dec!(0.5)), (dec!(0.25), dec!(0.4))]);
            investment.partial_funding = Some(PartialFunding { min, step });
        }
        for line in investment.variants.iter_mut().flat_map(|variant| &mut variant.cost_lines) {
            line.nature = chance.pick(&[CostNature::Build, CostNature::Run, CostNature::Licence]);
            line.accounting = chance.pick(&[Accounting::Capex, Accounting::Opex]);
        }
        let most = |one: &Investment| 1 + n_options(one, period, horizon);
        while plans * most(investment) > PLANS_MAX {
            let (first, last) = (investment.earliest_start, investment.latest_start.unwrap_or(0));
            if investment.partial_funding.take().is_none() {
                if last > first {
                    investment.latest_start = Some(last - 1);
                } else if investment.variants.pop().is_none() {
                    break;
                }
            }
        }
        plans *= most(investment);
    }
    investments.retain(|investment| !investment.variants.is_empty());
    share_components(chance, investments);
    period
}

fn n_options(investment: &Investment, period: PeriodLength, horizon: usize) -> usize {
    let last = investment.latest_start.unwrap_or(0).min(horizon as u32);
    let years = (last + 1).saturating_sub(investment.earliest_start) as usize;
    let shares = if investment.partial_funding.is_some() { 3 } else { 1 };
    investment.variants.len() * years * (12 / period.months() as usize) * shares
}

/// Some variants of some investments need the same thing.
fn share_components(chance: &mut Chance, investments: &mut [Investment]) {
    for component in ["K1", "K2"] {
        if chance.one_in(2) {
            continue;
        }
        let Some(known) = investments.first().map(|one| one.variants[0].cost_lines[0].clone()) else {
            continue;
        };
        for variant in investments.iter_mut().flat_map(|one| &mut one.variants) {
            if chance.one_in(2) {
                let mut line = known.clone();
                line.id = format!("{}-{component}", variant.id);
                line.amounts.iter_mut().for_each(|amount| *amount = Some(amount.unwrap_or(dec!(7000))));
                line.shared_component = Some(component.into());
                variant.cost_lines.push(line);
            }
        }
    }
}

/// Groups and orders, beside the dependencies that are drawn anyway.
pub fn orders(chance: &mut Chance, investments: &[Investment]) -> Vec<Dependency> {
    let mut found = Vec::new();
    if investments.len() < 2 {
        return found;
    }
    for number in 0..chance.below(3) {
        let members = some(chance, investments, 2);
        let [a, b, ..] = members.as_slice() else { continue };
        let group = format!("T{number}");
        let kind = match chance.below(3) {
            0 => DependencyKind::AllOrNone { group, members },
            1 => DependencyKind::SameStart { group, members },
            _ => DependencyKind::FinishBefore { first: a.clone(), then: b.clone() },
        };
        found.push(Dependency { kind, note: Default::default(), place: Place::default() });
    }
    found
}

/// At least so many of the investments, in the order of the dossier or turned round.
fn some(chance: &mut Chance, investments: &[Investment], least: usize) -> Vec<InvestmentId> {
    let mut ids: Vec<InvestmentId> = investments.iter().map(|one| one.id.clone()).collect();
    while ids.len() > least && chance.one_in(2) {
        ids.remove(chance.below(ids.len()));
    }
    if chance.one_in(2) {
        ids.reverse();
    }
    ids
}

/// Envelopes, rules of the table and capacities of single periods, about as large as what the investments need.
pub fn bind(chance: &mut Chance, dossier: &mut Dossier) {
    // Few investments cannot reach what many could.
    dossier.settings.must_be_floor /= dec!(4);
    let size: Decimal = dossier.investments.iter().map(spent).sum();
    dossier.envelopes = (0..chance.below(4)).map(|number| envelope(chance, number, size)).collect();
    dossier.rules = (0..chance.below(4))
        .map(|number| PortfolioRule {
            id: format!("Q{number}").as_str().into(),
            name: name("A rule"),
            kind: rule_kind(chance, &dossier.investments),
            price: chance.one_in(2).then(|| Decimal::new(chance.between(0, 9000), 1)),
            is_active: !chance.one_in(8),
            place: Place::default(),
        })
        .collect();
    for role in &mut dossier.roles {
        if chance.one_in(3) {
            let period = chance.pick(&["y0q1", "y0q3", "y1q2", "y0m02", "y1m01"]);
            let period = Period::parse(period).expect("a written period");
            role.capacity_by_period.insert(period, Decimal::new(chance.between(0, 40), 0));
        }
    }
    if chance.one_in(6) {
        let name = chance.pick(&["budget", "rule:Q0", "role:R2", "envelope", "requires", "same_start:T0"]);
        dossier.settings.switched_off.insert(name.into());
    }
}

/// Stated cost of the first variant over all years.
fn spent(investment: &Investment) -> Decimal {
    let lines = investment.variants[0].cost_lines.iter();
    lines.flat_map(|line| &line.amounts).map(|amount| amount.unwrap_or_default()).sum()
}

fn envelope(chance: &mut Chance, number: usize, size: Decimal) -> Envelope {
    let periods = chance.pick(&[
        ["y0", "y1", "y2"].as_slice(),
        ["y0"].as_slice(),
        ["y0q1", "y0q2", "y0q3", "y0q4", "y1"].as_slice(),
        ["y0q3", "y1q1"].as_slice(),
    ]);
    let amounts: BTreeMap<Period, Decimal> = periods
        .iter()
        .map(|text| {
            let period = Period::parse(text).expect("a written period");
            let share = chance.hundredths(5, 60) * Decimal::from(period.length.months()) / dec!(12);
            (period, size * share)
        })
        .collect();
    let departments = match chance.below(4) {
        0 => Vec::new(),
        1 => vec!["D1".to_string(), "D2".to_string()],
        _ => vec![chance.pick(&["D1", "D2", "D3"]).to_string()],
    };
    Envelope {
        id: format!("E{number}").as_str().into(),
        name: name("An envelope"),
        spending: chance.pick(&[
            SpendingKind::All,
            SpendingKind::All,
            SpendingKind::Capex,
            SpendingKind::Run,
        ]),
        departments,
        amounts,
        transfer_group: chance.one_in(3).then(|| "G".to_string()),
        carries_over: chance.one_in(2),
        place: Place::default(),
    }
}

fn rule_kind(chance: &mut Chance, investments: &[Investment]) -> PortfolioRuleKind {
    let members = some(chance, investments, 1);
    let side = chance.pick(&[LimitSide::AtMost, LimitSide::AtMost, LimitSide::AtMost, LimitSide::AtLeast]);
    let of = chance.pick(&SpendingKind::ALL);
    match chance.below(9) {
        0 => PortfolioRuleKind::Count { side, members, count: chance.between(1, 2) as u32 },
        1 => {
            let by = Start::of_months(chance.pick(&[6, 12, 18, 24]));
            PortfolioRuleKind::MandatoryBy { members: members[..1].to_vec(), by }
        }
        2 | 6 => PortfolioRuleKind::Share { side, members, of, share: chance.hundredths(10, 90) },
        3 | 7 => PortfolioRuleKind::VendorShare { of, share: chance.hundredths(40, 95) },
        4 => PortfolioRuleKind::SponsorLoad { count: chance.between(1, 2) as u32 },
        _ => {
            let amount = Decimal::new(chance.between(20, 150), 0) * dec!(1000);
            PortfolioRuleKind::ExitExposure { members, amount }
        }
    }
}
