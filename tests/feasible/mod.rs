//! A second opinion on what a plan keeps: the dossier's rules month by month and department by department, no formulation.

pub mod choices;
pub mod envelopes;
pub mod ledger;
pub mod money;
pub mod people;
pub mod relations;
pub mod table;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::portfolio::Portfolio;
use cxfolio::domain::portfolio_rule::PortfolioRuleKind;
use cxfolio::experience::kano::below_floor;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::quantity::real::real;
use rust_decimal::{Decimal, dec};

/// What exact decimals may lose in a twelfth of an amount.
pub const ROUNDING: Decimal = dec!(0.0000000001);

/// One rule that a plan breaks.
#[derive(Clone, Debug)]
pub struct Broken {
    pub name: String,
    /// What that costs where the rule has a price; nothing where it may not be broken.
    pub cost: Option<Decimal>,
}

impl Broken {
    pub fn hard(name: String) -> Broken {
        Broken { name, cost: None }
    }
}

/// Every linear rule of the dossier that the plan breaks; floors on coverage and on objectives are left out.
pub fn broken(dossier: &Dossier, portfolio: &Portfolio) -> Vec<Broken> {
    let ledger = ledger::ledger(dossier, portfolio);
    let mut broken: Vec<Broken> = Vec::new();
    broken.extend(choices::broken(dossier, portfolio));
    broken.extend(money::broken(dossier, &ledger));
    broken.extend(envelopes::broken(dossier, &ledger));
    broken.extend(people::broken(dossier, portfolio));
    broken.extend(relations::broken(dossier, portfolio));
    broken.extend(table::broken(dossier, portfolio, &ledger));
    let off = &dossier.settings.switched_off;
    broken.retain(|one| {
        let is_off = |entry: &String| one.name == *entry || one.name.starts_with(&format!("{entry}:"));
        !off.iter().any(is_off)
    });
    broken
}

/// Every rule that the plan may not break and breaks, in words; floors on objectives are left out.
#[allow(dead_code, reason = "the enumeration has floors of its own")]
pub fn violations(dossier: &Dossier, map: &ExperienceMap, portfolio: &Portfolio) -> Vec<String> {
    let hard = broken(dossier, portfolio).into_iter().filter(|one| one.cost.is_none());
    let mut found: Vec<String> = hard.map(|one| one.name).collect();
    let coverage = map.coverage(portfolio);
    for low in below_floor(dossier, map, &coverage, real(dossier.settings.must_be_floor)) {
        found.push(format!("moment_floor:{}:{}", low.moment, low.persona));
    }
    for rule in dossier.rules.iter().filter(|rule| rule.is_active && rule.price.is_none()) {
        let PortfolioRuleKind::CoverageFloor { of, share } = &rule.kind else { continue };
        let reached = cxfolio::experience::covered::coverage_of(map, of, portfolio);
        if reached < real(*share) - 1e-9 {
            found.push(format!("rule:{}", rule.id));
        }
    }
    found
}
