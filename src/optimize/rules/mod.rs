//! The rules of a dossier: one family per file, its inequality above it.

pub mod places;
pub mod budgets;
pub mod till_flow;
pub mod envelopes;
pub mod people;
pub mod dependencies;
pub mod timing;
pub mod obligations;
pub mod portfolio;
pub mod shares;
pub mod floors;

#[cfg(test)]
pub mod example;

use envelopes::EnvelopeBook;
use places::Places;

use super::question::Forced;
use super::rule::Rule;
use super::statement::names;
use crate::domain::portfolio_rule::PortfolioRuleKind;
use crate::experience::map::ExperienceMap;

/// The linear rules of a dossier that hold, and what it switches off in vain.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// In a stable order; some may be such that nothing can break them.
    pub rules: Vec<Rule>,
    /// Whether envelopes can pay for a plan, beyond the sets of them that `rules` states; none where nothing limits so.
    pub envelopes: Option<EnvelopeBook>,
    /// Entries of `switched_off` that name no rule of the dossier, sorted.
    pub unknown: Vec<String>,
}

/// Every rule of a choice but the floors on coverage and objectives, which are not linear.
///
/// Rules of the dossier that are inactive or switched off are left out.
pub fn rules(places: Places, map: &ExperienceMap, forced: &[Forced]) -> RuleBook {
    let settings = &places.dossier.settings;
    let mut rules = budgets::budgets(places);
    let has_envelopes = !places.dossier.envelopes.is_empty();
    let envelopes = has_envelopes.then(|| EnvelopeBook::of(places));
    rules.extend(envelopes.iter().flat_map(EnvelopeBook::rules));
    rules.extend(people::role_days(places));
    rules.extend(obligations::one_variant(places));
    rules.extend(dependencies::dependencies(places));
    rules.extend(obligations::mandatory(places));
    rules.extend(portfolio::portfolio_rules(places));
    rules.extend(floors::moment_floors(places, map));
    rules.extend(obligations::forced_choices(places, forced));
    let mut known: Vec<String> = rules.iter().map(|rule| rule.statement.name()).collect();
    known.extend(floors_apart(places));
    let is_unknown = |switched: &&String| !known.iter().any(|name| names(switched, name));
    let unknown = settings.switched_off.iter().filter(is_unknown).cloned().collect();
    rules.retain(|rule| !rule.statement.is_switched_off(settings));
    // Where an envelope is switched off, only the sets that are left as rules still hold.
    let is_off = settings.switched_off.iter().any(|name| name.trim().starts_with("envelope"));
    RuleBook { rules, envelopes: envelopes.filter(|_| !is_off), unknown }
}

/// Names of the rules of the dossier's table that are not linear and so are stated elsewhere.
fn floors_apart(places: Places) -> impl Iterator<Item = String> {
    let rules = places.dossier.rules.iter().filter(|rule| {
        matches!(
            rule.kind,
            PortfolioRuleKind::CoverageFloor { .. } | PortfolioRuleKind::ObjectiveFloor { .. }
        )
    });
    rules.map(|rule| format!("rule:{}", rule.id))
}
