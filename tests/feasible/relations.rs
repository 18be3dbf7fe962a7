//! Dependencies between investments and what is mandatory.

use cxfolio::domain::dependency::DependencyKind;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::InvestmentId;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use rust_decimal::dec;

use super::Broken;

/// A plan that can be asked who is in it.
struct Plan<'a>(&'a [Choice]);

impl Plan<'_> {
    fn find(&self, id: &InvestmentId) -> Option<&Choice> {
        self.0.iter().find(|choice| &choice.investment == id)
    }

    fn find_live(&self, id: &InvestmentId) -> Option<&Choice> {
        self.find(id).filter(|choice| choice.variant.as_str() != "pilot")
    }

    fn start(&self, id: &InvestmentId) -> Option<u32> {
        self.find(id).map(|choice| choice.start.months())
    }
}

pub fn broken(dossier: &Dossier, portfolio: &Portfolio) -> Vec<Broken> {
    let plan = Plan(portfolio.choices());
    let kinds = dossier.dependencies.iter().map(|dependency| &dependency.kind);
    let mut names: Vec<String> = kinds.filter_map(|kind| broken_by(dossier, &plan, kind)).collect();
    for investment in dossier.investments.iter().filter(|investment| investment.is_mandatory) {
        let live = plan.find_live(&investment.id);
        if live.is_none_or(|choice| choice.start.months() / 12 != investment.earliest_start) {
            names.push(format!("mandatory:{}", investment.id));
        }
    }
    names.into_iter().map(Broken::hard).collect()
}

fn broken_by(dossier: &Dossier, plan: &Plan, kind: &DependencyKind) -> Option<String> {
    match kind {
        DependencyKind::Requires { from, to } => {
            let start = plan.start(from)?;
            let has_started = plan.find_live(to).is_some_and(|choice| choice.start.months() <= start);
            (!has_started).then(|| format!("requires:{from}:{to}"))
        }
        DependencyKind::Excludes { a, b } => {
            (plan.find(a).is_some() && plan.find(b).is_some()).then(|| format!("excludes:{a}:{b}"))
        }
        DependencyKind::AtLeastOne { group, members } => {
            let is_there = members.iter().any(|id| plan.find_live(id).is_some());
            (!is_there).then(|| format!("at_least_one:{group}"))
        }
        DependencyKind::AllOrNone { group, members } => {
            let there = members.iter().filter(|id| plan.find(id).is_some()).count();
            (there != 0 && there != members.len()).then(|| format!("all_or_none:{group}"))
        }
        DependencyKind::SameStart { group, members } => {
            let mut starts: Vec<u32> = members.iter().filter_map(|id| plan.start(id)).collect();
            starts.dedup();
            (starts.len() > 1).then(|| format!("same_start:{group}"))
        }
        DependencyKind::FinishBefore { first, then } => {
            let start = plan.start(then)?;
            let known = dossier.investment(first);
            let months = known.and_then(|one| one.duration_months.or(one.months_to_first_value));
            let is_finished = plan.find_live(first).is_some_and(|choice| {
                // A month begun counts in full, and both starts are whole months.
                months.unwrap_or(dec!(12))
                    <= rust_decimal::Decimal::from(start) - rust_decimal::Decimal::from(choice.start.months())
            });
            (!is_finished).then(|| format!("finish_before:{first}:{then}"))
        }
        DependencyKind::EnabledBy { .. }
        | DependencyKind::Synergy { .. }
        | DependencyKind::Replaces { .. } => None,
    }
}
