//! `Small`: a few investments of the bank under drawn limits, with every plan of theirs and what it breaks, by hand.

use std::collections::BTreeMap;

use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dependency::{Dependency, DependencyKind};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::{Investment, InvestmentId, Variant};
use cxfolio::domain::place::Place;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::Outcome;
use cxfolio::optimize::question::{Grounds, Question};
use rust_decimal::{Decimal, dec};

use crate::chance::Chance;
use crate::oracle::Bank;

/// What a day costs where nobody states a rate.
const DAY_RATE: Decimal = dec!(600);

/// A small dossier; one variant index per investment, or none, is a plan.
pub struct Small<'b> {
    bank: &'b Bank,
    pub dossier: Dossier,
}

pub type Plan = Vec<Option<usize>>;

impl<'b> Small<'b> {
    /// The dossier of a seed: four to seven investments, some mandatory, under scarce money and people.
    pub fn new(bank: &'b Bank, seed: u64) -> Small<'b> {
        let chance = &mut Chance::new(seed);
        let mut dossier = bank.opened.dossier.clone();
        let wanted = chance.between(4, 7) as usize;
        while dossier.investments.len() > wanted {
            dossier.investments.remove(chance.below(dossier.investments.len()));
        }
        for investment in &mut dossier.investments {
            investment.is_mandatory = chance.one_in(3);
            investment.earliest_start = 0;
            investment.latest_start = Some(0);
            investment.variants.truncate(2);
        }
        dossier.dependencies.clear();
        for number in 0..chance.below(4) {
            let ids: Vec<InvestmentId> = dossier.investments.iter().map(|one| one.id.clone()).collect();
            let (a, b) = (ids[chance.below(ids.len())].clone(), ids[chance.below(ids.len())].clone());
            let group = format!("G{number}");
            let kind = match chance.below(3) {
                _ if a == b => DependencyKind::AtLeastOne { group, members: vec![a] },
                0 => DependencyKind::Requires { from: a, to: b },
                1 => DependencyKind::Excludes { a, b },
                _ => DependencyKind::AtLeastOne { group, members: vec![a, b] },
            };
            dossier.dependencies.push(Dependency { kind, note: Default::default(), place: Place::default() });
        }
        let mut small = Small { bank, dossier };
        small.limit(chance);
        small
    }

    /// Budgets and people for a drawn part of what the first variants take together.
    fn limit(&mut self, chance: &mut Chance) {
        let first: Plan = self.dossier.investments.iter().map(|_| Some(0)).collect();
        for year in 0..2 {
            let part = self.spent(&first, year) * chance.hundredths(3, 60);
            self.dossier.settings.budgets.insert(year, part.round_dp(2));
        }
        self.dossier.settings.budgets.remove(&2);
        self.dossier.settings.run_rate_caps.clear();
        for at in 0..self.dossier.roles.len() {
            let role = self.dossier.roles[at].id.to_string();
            let needed = self.days(&first, &role, 0);
            self.dossier.roles[at].capacity = vec![Some((needed * chance.hundredths(10, 120)).round())];
        }
    }

    /// What the product answers about a dossier of the same investments.
    pub fn answer(&self, dossier: &Dossier) -> Outcome {
        let grounds = Grounds { dossier, cases: &self.bank.cases, map: &self.bank.map, preference: None };
        let question = Question { value_model: ValueModel::Additive, ..Question::default() };
        choose(grounds, &question).expect("an answer")
    }

    /// Every plan there is.
    pub fn plans(&self) -> Vec<Plan> {
        let mut plans = vec![Vec::new()];
        for investment in &self.dossier.investments {
            let choices: Vec<Option<usize>> =
                std::iter::once(None).chain((0..investment.variants.len()).map(Some)).collect();
            plans = plans
                .iter()
                .flat_map(|plan: &Plan| choices.iter().map(move |one| [plan.as_slice(), &[*one]].concat()))
                .collect();
        }
        plans
    }

    /// What a plan breaks, with by how much where it is an amount.
    pub fn broken(&self, plan: &Plan) -> BTreeMap<String, Decimal> {
        let mut broken = BTreeMap::new();
        for (year, budget) in &self.dossier.settings.budgets {
            broken.insert(format!("budget:y{year}"), self.spent(plan, *year) - budget);
        }
        for role in &self.dossier.roles {
            let capacity = role.capacity[0].expect("stated");
            broken.insert(format!("role:{}:y0", role.id), self.days(plan, role.id.as_str(), 0) - capacity);
        }
        broken.retain(|_, short| *short > Decimal::ZERO);
        let is_in = |id: &InvestmentId| self.variant(plan, id).is_some();
        let is_live = |id: &InvestmentId| self.variant(plan, id).is_some_and(|variant| !variant.is_pilot());
        for dependency in &self.dossier.dependencies {
            let (is_kept, name) = match &dependency.kind {
                DependencyKind::Requires { from, to } => {
                    (!is_in(from) || is_live(to), format!("requires:{from}:{to}"))
                }
                DependencyKind::Excludes { a, b } => (!is_in(a) || !is_in(b), format!("excludes:{a}:{b}")),
                DependencyKind::AtLeastOne { group, members } => {
                    (members.iter().any(is_live), format!("at_least_one:{group}"))
                }
                other => panic!("{other:?} is not drawn"),
            };
            if !is_kept {
                broken.insert(name, Decimal::ZERO);
            }
        }
        for investment in self.dossier.investments.iter().filter(|one| one.is_mandatory) {
            if !is_live(&investment.id) {
                broken.insert(format!("mandatory:{}", investment.id), Decimal::ZERO);
            }
        }
        broken
    }

    /// What a plan needs moved, at the prices of repairs; none when it breaks what stays.
    pub fn price(&self, plan: &Plan) -> Option<Decimal> {
        let whole: Decimal = self.dossier.settings.budgets.values().sum();
        let prices = self.broken(plan).into_iter().map(|(name, short)| {
            let parts: Vec<&str> = name.split(':').collect();
            match parts[0] {
                "budget" => Some(short),
                "role" => {
                    let role = self.dossier.roles.iter().find(|role| role.id.as_str() == parts[1])?;
                    Some(short * role.day_rate.unwrap_or(DAY_RATE))
                }
                "mandatory" | "at_least_one" => Some(whole),
                _ => None,
            }
        });
        prices.sum()
    }

    fn chosen<'s>(&'s self, plan: &'s Plan) -> impl Iterator<Item = (&'s Investment, &'s Variant)> {
        let both = self.dossier.investments.iter().zip(plan);
        both.filter_map(|(investment, choice)| Some((investment, &investment.variants[(*choice)?])))
    }

    fn variant<'s>(&'s self, plan: &'s Plan, id: &InvestmentId) -> Option<&'s Variant> {
        self.chosen(plan).find(|(investment, _)| &investment.id == id).map(|(_, variant)| variant)
    }

    fn spent(&self, plan: &Plan, year: usize) -> Decimal {
        let lines = self.chosen(plan).flat_map(|(_, variant)| &variant.cost_lines);
        lines.map(|line| line.amounts[year].expect("stated") * line.expected_multiplier()).sum()
    }

    fn days(&self, plan: &Plan, role: &str, year: usize) -> Decimal {
        let demands = self.chosen(plan).flat_map(|(_, variant)| &variant.role_demand);
        let own = demands.filter(|demand| demand.role.as_str() == role);
        own.map(|demand| demand.days.get(year).copied().unwrap_or_default()).sum()
    }
}
