//! Random small dossiers that use every rule and every way in which benefits hang together.

use std::collections::{BTreeMap, BTreeSet};

use cxfolio::domain::dependency::{Dependency, DependencyKind};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::{Investment, InvestmentId};
use cxfolio::domain::lever::{Lever, LeverFormula};
use cxfolio::domain::period::PeriodLength;
use cxfolio::domain::place::Place;
use cxfolio::domain::portfolio_rule::PortfolioRuleKind;
use cxfolio::domain::role::Role;
use cxfolio::domain::settings::{Settings, TimingConvention};
use cxfolio::domain::text::Bilingual;
use cxfolio::optimize::question::Forced;
use rust_decimal::{Decimal, dec};

use super::candidates::investments;
use super::chance::Chance;
use super::moments::{importances, moments, personas};
use super::schedule::{bind, orders, spread_out};

/// A dossier with what the user forces.
#[derive(Clone, Debug)]
pub struct Task {
    pub seed: u64,
    pub dossier: Dossier,
    pub forced: Vec<Forced>,
}

/// How hard the rules press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressure {
    /// Most dossiers have a plan.
    Usual,
    /// Most dossiers have none.
    Harsh,
    /// Few investments with starts, parts, envelopes and a table of rules.
    Scheduled,
}

pub fn name(text: &str) -> Bilingual {
    Bilingual { en: text.into(), fr: text.into() }
}

/// The dossier of a seed.
pub fn task(seed: u64, pressure: Pressure) -> Task {
    let mut chance = Chance::new(seed);
    let chance = &mut chance;
    let horizon = chance.between(2, 4) as usize;
    let has_floor = chance.one_in(4);
    let levers: Vec<Lever> = (1..=chance.between(1, 3)).map(|number| lever(chance, number)).collect();
    let mut investments = investments(chance, &levers, horizon, has_floor);
    let is_harsh = pressure == Pressure::Harsh;
    let is_scheduled = pressure == Pressure::Scheduled;
    let period = match is_scheduled {
        true => spread_out(chance, &mut investments, horizon),
        false => PeriodLength::Year,
    };
    for investment in &mut investments {
        investment.is_mandatory = chance.one_in(if is_harsh { 4 } else { 15 });
    }
    let mut settings = settings(chance, horizon);
    settings.period = period;
    if has_floor {
        settings.must_be_floor = chance.hundredths(5, if is_harsh { 80 } else { 45 });
    }
    limits(chance, &mut settings, &investments, is_harsh);
    let forced = forced(chance, &investments, is_harsh);
    let dossier = Dossier {
        envelopes: Vec::new(),
        rules: Vec::new(),
        dependencies: dependencies(chance, &investments),
        roles: roles(chance, &investments, is_harsh),
        settings,
        levers,
        personas: personas(),
        moments: moments(chance),
        importances: importances(chance),
        investments,
        objectives: Vec::new(),
        stakeholder_weights: Vec::new(),
        pair_judgements: Vec::new(),
        criterion_points: Vec::new(),
        service_levels: Vec::new(),
        journeys: Vec::new(),
        channels: Vec::new(),
        channel_switches: Vec::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        problems: Vec::new(),
        capabilities: Vec::new(),
        scenarios: Vec::new(),
        questions: Vec::new(),
        evidence: Vec::new(),
        studies: Vec::new(),
    };
    let mut task = Task { seed, dossier, forced };
    if is_scheduled {
        task.dossier.dependencies.extend(orders(chance, &task.dossier.investments));
        bind(chance, &mut task.dossier);
    }
    let unit = chance.pick(&[dec!(1), dec!(1), dec!(0.00001), dec!(1000)]);
    in_another_unit(&mut task.dossier, unit);
    task
}

/// The same dossier with amounts in another unit, such as millions or cents.
fn in_another_unit(dossier: &mut Dossier, factor: Decimal) {
    for variant in dossier.investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        for line in &mut variant.cost_lines {
            line.amounts.iter_mut().flatten().for_each(|amount| *amount *= factor);
        }
    }
    for lever in &mut dossier.levers {
        match lever.formula.as_mut().expect("every lever drawn has a formula") {
            LeverFormula::Flow { value_per_unit: amount }
            | LeverFormula::Stock { contribution: amount, .. }
            | LeverFormula::WorkingCapital { value_per_unit: amount }
            | LeverFormula::OneOff { value_per_unit: amount }
            | LeverFormula::Risk { loss_per_unit: amount } => *amount *= factor,
        }
    }
    let settings = &mut dossier.settings;
    let limits = settings.budgets.values_mut().chain(settings.run_rate_caps.values_mut());
    limits.for_each(|limit| *limit *= factor);
    dossier.envelopes.iter_mut().flat_map(|one| one.amounts.values_mut()).for_each(|limit| *limit *= factor);
    dossier.investments.iter_mut().for_each(|one| one.exit_cost *= factor);
    for rule in &mut dossier.rules {
        match &mut rule.kind {
            PortfolioRuleKind::ExitExposure { amount, .. } => *amount *= factor,
            _ => rule.price = rule.price.map(|price| price * factor),
        }
    }
}

fn settings(chance: &mut Chance, horizon: usize) -> Settings {
    Settings {
        id: "random".into(),
        name: name("Random"),
        mission: name("None"),
        facts: String::new(),
        currency: "EUR".into(),
        base_year: 2027,
        horizon,
        discount_rate: chance.hundredths(-8, 25),
        tax_rate: None,
        timing: chance.pick(&[
            TimingConvention::EndOfYear,
            TimingConvention::MidYear,
            TimingConvention::AllEnd,
        ]),
        language: None,
        budgets: BTreeMap::new(),
        run_rate_caps: BTreeMap::new(),
        period: PeriodLength::Year,
        switched_off: BTreeSet::new(),
        evidence: BTreeMap::new(),
        reference_class_realisation: None,
        criteria: BTreeMap::new(),
        must_be_floor: dec!(0),
        decision_model: None,
        as_of: None,
        place: Place::default(),
    }
}

/// What a cap is multiplied by: most are of the size of their effects.
const CAP_SIZES: [Decimal; 8] =
    [dec!(1), dec!(1), dec!(1), dec!(1), dec!(100), dec!(10000), dec!(1000000), dec!(10000000000)];

/// A lever of any type; some unit values are negative, some caps smaller than a single effect, some far
/// above all effects together.
fn lever(chance: &mut Chance, number: i64) -> Lever {
    let amount = chance.between(-3, 20);
    let value_per_unit = Decimal::new(if amount == 0 { 7 } else { amount }, 0) * dec!(1000);
    let formula = match chance.below(5) {
        0 => LeverFormula::Flow { value_per_unit },
        1 => LeverFormula::Stock {
            customers_per_unit: Decimal::new(chance.between(50, 400), 0),
            contribution: value_per_unit / dec!(200),
            decay: chance.hundredths(0, 60),
        },
        2 => LeverFormula::WorkingCapital { value_per_unit: value_per_unit * dec!(5) },
        3 => LeverFormula::OneOff { value_per_unit: value_per_unit * dec!(3) },
        _ => LeverFormula::Risk { loss_per_unit: value_per_unit },
    };
    Lever {
        id: format!("L{number}").as_str().into(),
        name: name("Lever"),
        unit: "units".into(),
        formula: Some(formula),
        cap: (!chance.one_in(3)).then(|| chance.hundredths(100, 2500) * chance.pick(&CAP_SIZES)),
        low_multiplier: dec!(0.8),
        high_multiplier: dec!(1.2),
        objective: None,
        kpi_per_unit: None,
        formula_text: String::new(),
        place: Place::default(),
    }
}

/// Budgets and run-rate caps; now and then exactly what some set of variants costs, or a cent less.
fn limits(chance: &mut Chance, settings: &mut Settings, investments: &[Investment], is_harsh: bool) {
    for year in 0..=settings.horizon.min(2) {
        let spent = |investment: &Investment, variant: usize| -> Decimal {
            let lines = investment.variants[variant].cost_lines.iter();
            lines.map(|line| line.amounts[year].unwrap_or_default() * line.expected_multiplier()).sum()
        };
        let all: Decimal = investments.iter().map(|investment| spent(investment, 0)).sum();
        let share = if is_harsh { chance.hundredths(2, 40) } else { chance.hundredths(10, 90) };
        let mut limit = all * share;
        if chance.one_in(4) {
            let exact: Decimal = investments
                .iter()
                .filter_map(|investment| {
                    let variant = chance.below(investment.variants.len());
                    chance.one_in(2).then(|| spent(investment, variant))
                })
                .sum();
            limit = exact - if chance.one_in(3) { dec!(0.01) } else { dec!(0) };
        }
        if chance.one_in(5) {
            continue;
        }
        if year == 2 {
            settings.run_rate_caps.insert(year, limit);
        } else {
            settings.budgets.insert(year, limit.max(dec!(0)));
        }
    }
}

fn roles(chance: &mut Chance, investments: &[Investment], is_harsh: bool) -> Vec<Role> {
    let wanted = Decimal::new(investments.len() as i64 * 30, 0);
    let mut capacity = |years: usize| -> Vec<Option<Decimal>> {
        let share = if is_harsh { 40 } else { 90 };
        (0..years)
            .map(|_| (!chance.one_in(5)).then(|| (wanted * chance.hundredths(5, share)).round()))
            .collect()
    };
    [("R1", 2), ("R2", 1)]
        .into_iter()
        .map(|(id, years)| Role {
            id: id.into(),
            name: name(id),
            day_rate: None,
            capacity: capacity(years),
            capacity_by_period: BTreeMap::new(),
            place: Place::default(),
        })
        .collect()
}

/// Up to eight dependencies of all kinds, none twice.
fn dependencies(chance: &mut Chance, investments: &[Investment]) -> Vec<Dependency> {
    let ids: Vec<&InvestmentId> = investments.iter().map(|investment| &investment.id).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for number in 0..chance.below(9) {
        let (a, b) = (chance.pick(&ids).clone(), chance.pick(&ids).clone());
        let sort = chance.below(10);
        if a == b || !seen.insert((sort.min(3), a.clone(), b.clone())) {
            continue;
        }
        let kind = match sort {
            0 => DependencyKind::Requires { from: a, to: b },
            1 => DependencyKind::Excludes { a, b },
            2 => {
                let members = vec![a, b, chance.pick(&ids).clone()];
                DependencyKind::AtLeastOne { group: format!("G{number}"), members }
            }
            3..=6 => DependencyKind::EnabledBy { from: a, enabler: b, factor: chance.hundredths(0, 100) },
            _ => DependencyKind::Synergy { a, b, factor: chance.hundredths(40, 180) },
        };
        found.push(Dependency { kind, note: Default::default(), place: Place::default() });
    }
    found
}

fn forced(chance: &mut Chance, investments: &[Investment], is_harsh: bool) -> Vec<Forced> {
    let mut forced = Vec::new();
    for investment in investments {
        if !chance.one_in(if is_harsh { 5 } else { 12 }) {
            continue;
        }
        let variant = chance.pick(&investment.variants.iter().map(|variant| &variant.id).collect::<Vec<_>>());
        forced.push(Forced {
            investment: investment.id.clone(),
            variant: chance.one_in(2).then(|| variant.clone()),
            is_in: chance.one_in(2),
            reason: Default::default(),
        });
    }
    forced
}
