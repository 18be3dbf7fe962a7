//! `Judge`: every plan of a dossier, its rules and its worth, worked out in reals straight from the method's words.

use std::collections::BTreeMap;

use cxfolio::domain::dependency::DependencyKind;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::InvestmentId;
use cxfolio::domain::lever::LeverFormula;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::domain::settings::TimingConvention;
use cxfolio::optimize::question::{Forced, Starts};
use cxfolio::quantity::real::real;

use super::feasible;
use super::floor::{Floor, closures};
use super::part::{Part, options, part};

/// Reals are compared with limits up to this share of them.
const ROUNDING: f64 = 1e-9;

/// One chosen option (variant, start and share) per investment, or none.
pub type Plan = Vec<Option<usize>>;

pub struct Judge<'a> {
    dossier: &'a Dossier,
    forced: &'a [Forced],
    parts: Vec<Vec<Option<Part>>>,
    factors: Vec<f64>,
    floors: Vec<Floor>,
}

impl<'a> Judge<'a> {
    /// The judge of a dossier; with `starts`, every start and share may be chosen, else each investment in full at once.
    pub fn new(dossier: &'a Dossier, forced: &'a [Forced], starts: Starts) -> Judge<'a> {
        let rate = 1.0 + real(dossier.settings.discount_rate);
        let years_away = |year: usize| match dossier.settings.timing {
            TimingConvention::EndOfYear => year as f64,
            TimingConvention::MidYear => (year as f64 - 0.5).max(0.0),
            TimingConvention::AllEnd => year as f64 + 1.0,
        };
        let floors = Floor::all(dossier);
        let parts = dossier
            .investments
            .iter()
            .map(|investment| {
                let options = options(dossier, investment, starts);
                let parts = investment.variants.iter().flat_map(|variant| {
                    let closures = closures(investment, variant, &floors);
                    let chosen = options.iter().map(|(start, share)| Choice {
                        start: *start,
                        share: *share,
                        ..Choice::of(investment.id.clone(), variant.id.clone())
                    });
                    let parts = chosen.map(|choice| part(dossier, variant, choice, &closures));
                    parts.collect::<Vec<_>>()
                });
                parts.collect()
            })
            .collect();
        let factors = (0..=dossier.settings.horizon).map(|year| rate.powf(-years_away(year))).collect();
        Judge { dossier, forced, parts, factors, floors }
    }

    /// What can be chosen of every investment: nothing, or one of its complete variants.
    pub fn choices(&self) -> Vec<Vec<Option<usize>>> {
        let complete = |variants: &Vec<Option<Part>>| {
            let complete = (0..variants.len()).filter(|index| variants[*index].is_some()).map(Some);
            std::iter::once(None).chain(complete).collect()
        };
        self.parts.iter().map(complete).collect()
    }

    /// Every plan of at most one complete variant per investment.
    pub fn plans(&self) -> Vec<Plan> {
        let mut plans: Vec<Plan> = vec![Vec::new()];
        for choices in self.choices() {
            plans = plans
                .iter()
                .flat_map(|plan| choices.iter().map(move |choice| [plan.as_slice(), &[*choice]].concat()))
                .collect();
        }
        plans
    }

    fn chosen<'b>(&'b self, plan: &'b Plan) -> impl Iterator<Item = (&'b InvestmentId, &'b Part)> {
        self.dossier.investments.iter().zip(plan).zip(&self.parts).filter_map(
            |((investment, choice), parts)| {
                Some((&investment.id, parts[(*choice)?].as_ref().expect("withheld variants are in no plan")))
            },
        )
    }

    fn part_of(&self, plan: &Plan, id: &InvestmentId) -> Option<&Part> {
        let at = self.dossier.investments.iter().position(|investment| &investment.id == id)?;
        self.parts[at][plan[at]?].as_ref()
    }

    /// The plan of a portfolio; none when it chooses what cannot be chosen.
    pub fn plan(&self, portfolio: &Portfolio) -> Option<Plan> {
        let mut plan = vec![None; self.parts.len()];
        for choice in portfolio.choices() {
            let is_it = |part: &Option<Part>| part.as_ref().is_some_and(|part| &part.choice == choice);
            let found = self.parts.iter().zip(&mut plan).find_map(|(parts, chosen)| {
                let at = parts.iter().position(is_it)?;
                chosen.replace(at).is_none().then_some(())
            });
            found?;
        }
        Some(plan)
    }

    /// The plan as the product writes it.
    pub fn portfolio(&self, plan: &Plan) -> Portfolio {
        Portfolio::new(self.chosen(plan).map(|(_, part)| part.choice.clone()).collect())
    }

    /// What the plan breaks of rules without a price, as told month by month, and what its broken rules with a price cost.
    pub fn told_by_months(&self, plan: &Plan) -> (Vec<String>, f64) {
        let broken = feasible::broken(self.dossier, &self.portfolio(plan));
        let cost = broken.iter().filter_map(|one| one.cost).map(real).sum();
        let hard = broken.into_iter().filter(|one| one.cost.is_none()).map(|one| one.name);
        let settings = &self.dossier.settings;
        let floors = self.broken_floors(plan).into_iter();
        let floors = floors.filter(|_| !settings.switched_off.contains("moment_floor"));
        (hard.chain(floors).chain(self.broken_wishes(plan)).collect(), cost)
    }

    /// The names of the rules a plan breaks.
    pub fn broken(&self, plan: &Plan) -> Vec<String> {
        let mut broken = Vec::new();
        let settings = &self.dossier.settings;
        for (name, limits) in [("budget", &settings.budgets), ("run_rate", &settings.run_rate_caps)] {
            for (year, limit) in limits {
                let spent: f64 = self.chosen(plan).map(|(_, part)| part.cost[*year]).sum();
                if spent > real(*limit) + ROUNDING * (1.0 + real(*limit).abs()) {
                    broken.push(format!("{name}:y{year}"));
                }
            }
        }
        for role in &self.dossier.roles {
            for (year, capacity) in role.capacity.iter().enumerate() {
                let key = (role.id.to_string(), year);
                let needed: f64 = self.chosen(plan).filter_map(|(_, part)| part.days.get(&key)).sum();
                if capacity.is_some_and(|capacity| needed > real(capacity)) {
                    broken.push(format!("role:{}:y{year}", role.id));
                }
            }
        }
        broken.extend(self.broken_floors(plan));
        broken.extend(self.broken_between(plan));
        broken.extend(self.broken_wishes(plan));
        broken
    }

    fn broken_floors(&self, plan: &Plan) -> Vec<String> {
        let mut broken = Vec::new();
        for floor in &self.floors {
            let open: f64 = self.chosen(plan).map(|(_, part)| 1.0 - part.closures[floor.cell]).product();
            if 1.0 - open < floor.share - ROUNDING {
                broken.push(format!("moment_floor:{}:{}", floor.moment, floor.persona));
            }
        }
        broken
    }

    /// Broken rules on what must or must not stand together.
    fn broken_between(&self, plan: &Plan) -> Vec<String> {
        let mut broken = Vec::new();
        let is_in = |id: &InvestmentId| self.part_of(plan, id).is_some();
        let is_live = |id: &InvestmentId| self.part_of(plan, id).is_some_and(|part| !part.is_pilot);
        for dependency in &self.dossier.dependencies {
            match &dependency.kind {
                DependencyKind::Requires { from, to } if is_in(from) && !is_live(to) => {
                    broken.push(format!("requires:{from}:{to}"));
                }
                DependencyKind::Excludes { a, b } if is_in(a) && is_in(b) => {
                    broken.push(format!("excludes:{a}:{b}"));
                }
                DependencyKind::AtLeastOne { group, members } if !members.iter().any(is_live) => {
                    broken.push(format!("at_least_one:{group}"));
                }
                _ => {}
            }
        }
        for investment in self.dossier.investments.iter().filter(|investment| investment.is_mandatory) {
            if !is_live(&investment.id) {
                broken.push(format!("mandatory:{}", investment.id));
            }
        }
        broken
    }

    /// What the user forces and the plan does not do.
    fn broken_wishes(&self, plan: &Plan) -> Vec<String> {
        let mut broken = Vec::new();
        for force in self.forced {
            let part = self.part_of(plan, &force.investment);
            let meets = part.is_some_and(|part| match &force.variant {
                Some(variant) => variant.as_str() == part.name,
                None => true,
            });
            if meets != force.is_in {
                let word = if force.is_in { "in" } else { "out" };
                let variant = force.variant.as_ref().map(|variant| format!(":{variant}")).unwrap_or_default();
                broken.push(format!("forced_{word}:{}{variant}", force.investment));
            }
        }
        broken
    }

    /// The NPV of a plan; `is_full` counts enablers, synergies and saturation.
    pub fn npv(&self, plan: &Plan, is_full: bool) -> f64 {
        let spent: f64 = self
            .chosen(plan)
            .map(|(_, part)| {
                part.cost.iter().zip(&self.factors).map(|(cost, factor)| cost * factor).sum::<f64>()
            })
            .sum();
        let mut first: BTreeMap<&str, &Part> = BTreeMap::new();
        for (_, part) in self.chosen(plan) {
            for component in part.components.keys() {
                let known = first.entry(component).or_insert(part);
                if part.choice.start < known.choice.start {
                    *known = part;
                }
            }
        }
        let shared: f64 = first
            .into_iter()
            .flat_map(|(component, part)| part.components[component].iter().zip(&self.factors))
            .map(|(cost, factor)| cost * factor)
            .sum();
        let factors: Vec<f64> =
            self.chosen(plan).map(|(id, _)| if is_full { self.interaction(plan, id) } else { 1.0 }).collect();
        let mut gained = 0.0;
        for (index, lever) in self.dossier.levers.iter().enumerate() {
            let cap = lever.cap.map(real).filter(|_| is_full);
            let effects: Vec<f64> = (0..self.factors.len())
                .map(|year| {
                    let each = self.chosen(plan).zip(&factors).flat_map(|((_, part), factor)| {
                        part.gains.iter().filter(|gain| gain.lever == index).map(move |gain| {
                            let scale = if gain.effect > 0.0 { *factor } else { 1.0 };
                            gain.effect * scale * gain.ramp[year]
                        })
                    });
                    together(each, cap)
                })
                .collect();
            let amounts = amounts(lever.formula.as_ref().expect("every lever drawn has a formula"), &effects);
            gained += amounts.iter().zip(&self.factors).map(|(amount, factor)| amount * factor).sum::<f64>();
        }
        gained - spent - shared
    }

    fn interaction(&self, plan: &Plan, id: &InvestmentId) -> f64 {
        let mut product = 1.0;
        for dependency in &self.dossier.dependencies {
            match &dependency.kind {
                DependencyKind::EnabledBy { from, enabler, factor } if from == id => {
                    let is_there = self.part_of(plan, enabler).is_some_and(|part| !part.is_pilot);
                    product *= if is_there { 1.0 } else { real(*factor) };
                }
                DependencyKind::Synergy { a, b, factor } if a == id || b == id => {
                    let partner = if a == id { b } else { a };
                    product *= if self.part_of(plan, partner).is_some() { real(*factor) } else { 1.0 };
                }
                _ => {}
            }
        }
        product
    }
}

fn together(effects: impl Iterator<Item = f64>, cap: Option<f64>) -> f64 {
    let Some(cap) = cap else { return effects.sum() };
    // Logarithms keep their digits where a cap is a billion times its effects.
    let (mut open_ln, mut harm) = (0.0, 0.0);
    for effect in effects {
        if effect > 0.0 {
            open_ln += (-(effect / cap).min(1.0)).ln_1p();
        } else {
            harm += effect;
        }
    }
    -cap * f64::exp_m1(open_ln) + harm
}

/// The lever's formula in reals; year 0 brings nothing.
pub fn amounts(formula: &LeverFormula, effects: &[f64]) -> Vec<f64> {
    let last = effects.len() - 1;
    let mut stock = 0.0;
    let at = |year: usize| if year == 0 { 0.0 } else { effects[year] };
    (0..=last)
        .map(|year| match formula {
            LeverFormula::Flow { value_per_unit: value } | LeverFormula::Risk { loss_per_unit: value } => {
                real(*value) * at(year)
            }
            LeverFormula::Stock { customers_per_unit, contribution, decay } => {
                stock = stock * (1.0 - real(*decay)) + real(*customers_per_unit) * at(year);
                real(*contribution) * stock
            }
            LeverFormula::WorkingCapital { value_per_unit } => {
                let handed_back = if year == last { at(last) } else { 0.0 };
                real(*value_per_unit) * (at(year) - at(year.saturating_sub(1)) - handed_back)
            }
            LeverFormula::OneOff { value_per_unit } => {
                real(*value_per_unit) * (at(year) - at(year.saturating_sub(1)))
            }
        })
        .collect()
}
