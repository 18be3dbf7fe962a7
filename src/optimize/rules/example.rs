//! A bench for the tests of rules: equal small investments, a plan written by hand, and the names of what it breaks.

use rust_decimal::{Decimal, dec};

use super::places::Places;
use super::rules;
use crate::case::cases::Cases;
use crate::domain::business_case::{Accounting, CostLine, CostNature};
use crate::domain::dependency::{Dependency, DependencyKind};
use crate::domain::dossier::Dossier;
use crate::domain::example;
use crate::domain::example::candidates::candidate;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::period::{Period, PeriodLength};
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::portfolio_rule::{PortfolioRule, PortfolioRuleKind};
use crate::domain::text::Bilingual;
use crate::experience::map::ExperienceMap;
use crate::optimize::choices::candidate::{candidates, chosen_of};
use crate::optimize::choices::component::{complete, components};
use crate::optimize::question::Starts;

/// Investments of these names that cost 1,200 each in the year after their start, planned in months, without any rule.
pub fn dossier(ids: &[&str]) -> Dossier {
    let mut dossier = example::dossier();
    dossier.settings.budgets.clear();
    dossier.settings.run_rate_caps.clear();
    dossier.settings.period = PeriodLength::Month;
    dossier.settings.must_be_floor = dec!(0);
    dossier.dependencies.clear();
    dossier.roles.clear();
    dossier.investments = ids.iter().zip(2..).map(|(id, row)| investment(id, row)).collect();
    dossier
}

fn investment(id: &str, row: u32) -> Investment {
    let mut investment = candidate(id, row);
    investment.variants[0].cost_lines = vec![line(id, CostNature::Build, &[dec!(1200)])];
    investment.variants[0].role_demand.clear();
    let mut pilot = investment.variants[0].clone();
    pilot.id = "pilot".into();
    investment.variants.push(pilot);
    investment
}

/// An expensed cost line whose expected amounts are those stated.
pub fn line(id: &str, nature: CostNature, amounts: &[Decimal]) -> CostLine {
    let known = candidate("B", 2).variants[0].cost_lines[0].clone();
    CostLine {
        id: format!("{id}-{}", nature.name()),
        nature,
        accounting: Accounting::Opex,
        amounts: (0..4).map(|year| Some(amounts.get(year).copied().unwrap_or_default())).collect(),
        low_multiplier: dec!(1),
        high_multiplier: dec!(1),
        ..known
    }
}

/// An investment of the dossier, to change it.
pub fn of<'a>(dossier: &'a mut Dossier, id: &str) -> &'a mut Investment {
    dossier.investments.iter_mut().find(|one| one.id == id.into()).expect("an investment of the test")
}

/// The core of an investment in full, from the beginning of a period.
pub fn at(id: &str, period: &str) -> Choice {
    Choice { start: begin(period).begin, ..Choice::of(id.into(), "core".into()) }
}

/// A period written as in tables.
pub fn begin(period: &str) -> Period {
    Period::parse(period).expect("a period of the test")
}

/// The only dependency of a dossier.
pub fn depend(dossier: &mut Dossier, kind: DependencyKind) {
    let known = example::dossier().dependencies[0].clone();
    dossier.dependencies = vec![Dependency { kind, ..known }];
}

/// Identifiers of investments.
pub fn ids(ids: &[&str]) -> Vec<InvestmentId> {
    ids.iter().map(|id| (*id).into()).collect()
}

/// The only rule of a dossier's table, R1.
pub fn state(dossier: &mut Dossier, kind: PortfolioRuleKind) {
    let name = Bilingual { en: "A limit".into(), fr: "Une limite".into() };
    let place = example::at("rules", 2);
    dossier.rules = vec![PortfolioRule { id: "R1".into(), name, kind, price: None, is_active: true, place }];
}

/// Names of the rules that a plan breaks, sorted, each once.
pub fn broken(dossier: &Dossier, plan: &[Choice]) -> Vec<String> {
    let model = example::model();
    let cases = Cases::of(dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(dossier, &model);
    let all = candidates(dossier, &cases, Starts::Free);
    let shared = components(dossier, &cases, &all);
    let places = Places { dossier, candidates: &all, components: &shared };
    let book = rules(places, &map, &[]);
    let mut chosen = chosen_of(&all, &Portfolio::new(plan.to_vec()));
    assert_eq!(chosen.iter().filter(|is_in| **is_in).count(), plan.len(), "every choice is a candidate");
    complete(&shared, all.len(), &mut chosen);
    let broken = book.rules.iter().filter(|rule| !rule.is_kept(&chosen));
    let mut names: Vec<String> = broken.map(|rule| rule.statement.name()).collect();
    names.sort();
    names.dedup();
    names
}

/// No name at all.
pub const NONE: [&str; 0] = [];
