//! `PersonaImpacts`: what an investment does for a persona by the criteria that persona weighs (method 3.3).

use std::collections::{BTreeMap, BTreeSet};

use super::map::ExperienceMap;
use crate::domain::decision_model::{Adoption, DecisionModel};
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::journey::{Channel, ChannelId};
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// The context that holds wherever no journey has weights of its own.
pub const ANY_CONTEXT: &str = "*";

/// Parts of a channel's identifier that tell it is digital; the dossier has no column that says so.
const DIGITAL_CHANNELS: [&str; 8] = ["APP", "WEB", "MAIL", "CHAT", "SOC", "SMS", "BOT", "PORTAL"];

/// Criterion shares by context of one persona, summing to 1 in each context.
type Contexts = BTreeMap<String, Vec<(String, f64)>>;

/// Persona impact of every investment, 0..=10 (the scale of the stated effects).
#[derive(Clone, Debug)]
pub struct PersonaImpacts<'a> {
    dossier: &'a Dossier,
    map: &'a ExperienceMap,
    adoption: Adoption,
    contexts: Vec<Contexts>,
    digital: BTreeSet<ChannelId>,
}

impl<'a> PersonaImpacts<'a> {
    /// The impacts under the points of the dossier: W_pc = points / sum of points, per persona and context.
    ///
    /// Points stated twice add up, negative points count as zero, and a context whose points sum to zero does not exist.
    pub fn new(dossier: &'a Dossier, model: &DecisionModel, map: &'a ExperienceMap) -> PersonaImpacts<'a> {
        let mut sums: Vec<BTreeMap<String, BTreeMap<String, f64>>> =
            vec![BTreeMap::new(); dossier.personas.len()];
        for points in &dossier.criterion_points {
            if let Some(persona_index) = map.cells.persona_index(&points.persona) {
                let context = sums[persona_index].entry(points.context.clone()).or_default();
                *context.entry(points.criterion.clone()).or_default() += real(points.points).max(0.0);
            }
        }
        let digital = dossier.channels.iter().filter(|channel| is_digital(channel));
        PersonaImpacts {
            dossier,
            map,
            adoption: model.adoption,
            contexts: sums.into_iter().map(normalised).collect(),
            digital: digital.map(|channel| channel.id.clone()).collect(),
        }
    }

    /// The contexts a persona has weights for: `*` and journeys.
    pub fn contexts(&self, persona: &PersonaId) -> impl Iterator<Item = &str> {
        let persona_index = self.map.cells.persona_index(persona);
        persona_index.into_iter().flat_map(|at| self.contexts[at].keys().map(String::as_str))
    }

    /// PI = sum over criteria of W_pc x e_ic in one context, with everyone adopting; a criterion without a stated
    /// effect has effect 0. Nothing when the persona has no weights in that context or an identifier is unknown.
    pub fn in_context(&self, investment: &InvestmentId, persona: &PersonaId, context: &str) -> Option<f64> {
        let investment = self.dossier.investment(investment)?;
        self.scored(investment, self.map.cells.persona_index(persona)?, context)
    }

    /// The impact over the contexts the investment touches, scaled by adoption.
    ///
    /// The contexts are the journeys of the moments the investment lifts or harms for this persona, each weighted by
    /// the persona's importance of those moments; a journey without weights of its own counts as `*`, and so does
    /// everything when no moment that matters to the persona is touched. Journeys that have no weights when there is
    /// no `*` either are left out. Nothing when no weights remain.
    pub fn contextual(&self, investment: &InvestmentId, persona: &PersonaId) -> Option<f64> {
        let investment_index = self.map.lifts.index(investment)?;
        let investment = self.dossier.investment(investment)?;
        let persona_index = self.map.cells.persona_index(persona)?;
        let touched = self.touched(investment_index, persona_index);
        let (mut weighted, mut total) = (0.0, 0.0);
        for (moment_index, care) in &touched {
            let journey = self.map.cells.journey(*moment_index).as_str();
            let own = self.scored(investment, persona_index, journey);
            if let Some(score) = own.or_else(|| self.scored(investment, persona_index, ANY_CONTEXT)) {
                weighted += care * score;
                total += care;
            }
        }
        let score = if touched.is_empty() {
            self.scored(investment, persona_index, ANY_CONTEXT)
        } else {
            (total > 0.0).then(|| weighted / total)
        };
        Some(score? * self.adoption_factor(persona_index, &touched))
    }

    /// The contextual impact over all personas, weighted by omega_p; personas without weights are left out, nothing
    /// when none remains.
    pub fn overall(&self, investment: &InvestmentId) -> Option<f64> {
        let (mut weighted, mut total) = (0.0, 0.0);
        for (persona, weight) in self.map.cells.personas().iter().zip(&self.map.persona_weights) {
            if let Some(score) = self.contextual(investment, persona) {
                weighted += weight * score;
                total += weight;
            }
        }
        (total > 0.0).then(|| weighted / total)
    }

    /// The moments an investment touches that matter to a persona, with the persona's care for each.
    fn touched(&self, investment_index: usize, persona_index: usize) -> Vec<(usize, f64)> {
        (0..self.map.cells.moments().len())
            .map(|moment_index| (moment_index, self.map.cells.cell(persona_index, moment_index)))
            .filter(|(_, cell)| {
                let lift = self.map.lifts.at(investment_index, *cell);
                lift.direct != 0.0 || lift.propagated != 0.0
            })
            .map(|(moment_index, cell)| (moment_index, self.map.importance.shares()[cell]))
            .filter(|(_, care)| *care > 0.0)
            .collect()
    }

    /// a_pi: 1, or the persona's digital share for the part of its care that goes to moments in digital channels.
    fn adoption_factor(&self, persona_index: usize, touched: &[(usize, f64)]) -> f64 {
        let total: f64 = touched.iter().map(|(_, care)| care).sum();
        if self.adoption == Adoption::Full || total <= 0.0 {
            return 1.0;
        }
        let is_digital = |moment_index: usize| {
            let channel = &self.dossier.moments[moment_index].channel;
            channel.as_ref().is_some_and(|channel| self.digital.contains(channel))
        };
        let digital = touched.iter().filter(|(moment_index, _)| is_digital(*moment_index));
        let digital_share = digital.map(|(_, care)| care).sum::<f64>() / total;
        let adopting = real(self.dossier.personas[persona_index].digital_share).clamp(0.0, 1.0);
        digital_share * adopting + (1.0 - digital_share)
    }

    fn scored(&self, investment: &Investment, persona_index: usize, context: &str) -> Option<f64> {
        let shares = self.contexts[persona_index].get(context)?;
        let effect = |criterion: &str| investment.criteria.get(criterion).map_or(0.0, |effect| real(*effect));
        Some(shares.iter().map(|(criterion, share)| share * effect(criterion)).sum())
    }
}

fn normalised(sums: BTreeMap<String, BTreeMap<String, f64>>) -> Contexts {
    let mut contexts = Contexts::new();
    for (context, points) in sums {
        let total: f64 = points.values().sum();
        if total > 0.0 {
            let shares = points.into_iter().map(|(criterion, points)| (criterion, points / total));
            contexts.insert(context, shares.collect());
        }
    }
    contexts
}

/// Whether a channel is digital, told by the parts of its identifier (`CH-APP`, `web`).
pub fn is_digital(channel: &Channel) -> bool {
    let mut parts = channel.id.as_str().split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.any(|part| DIGITAL_CHANNELS.iter().any(|digital| part.eq_ignore_ascii_case(digital)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn check(dossier: &Dossier, adoption: Adoption, investment: &str, persona: &str, expected: Option<f64>) {
        let model = DecisionModel { adoption, ..example::model() };
        let map = ExperienceMap::new(dossier, &model);
        let impacts = PersonaImpacts::new(dossier, &model, &map);
        let found = impacts.contextual(&investment.into(), &persona.into());
        assert_eq!(found.is_some(), expected.is_some());
        assert!((found.unwrap_or(0.0) - expected.unwrap_or(0.0)).abs() < 1e-12, "{found:?} for {expected:?}");
    }

    #[test]
    fn each_context_has_its_own_weights() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let impacts = PersonaImpacts::new(&dossier, &model, &map);
        let score = |context| impacts.in_context(&"A1".into(), &"P1".into(), context);
        assert_eq!(score("*"), Some(0.25 * 8.0 + 0.75 * 4.0));
        assert_eq!(score("J2"), Some(0.75 * 8.0 + 0.25 * 4.0));
        assert_eq!(score("J1"), None);
        assert_eq!(impacts.contexts(&"P1".into()).collect::<Vec<_>>(), ["*", "J2"]);
        let both = impacts.overall(&"A1".into()).expect("both personas have weights");
        assert!((both - (0.25 * 5.0 + 0.75 * 6.0)).abs() < 1e-12);
    }

    #[test]
    fn the_context_follows_the_moments_touched() {
        let mut dossier = example::dossier();
        check(&dossier, Adoption::Full, "A1", "P1", Some(5.0));
        dossier.importances[0].moment = "M3".into();
        dossier.investments[0].moment_effects[0].moment = "M3".into();
        dossier.investments[0].node_effects.clear();
        check(&dossier, Adoption::Full, "A1", "P1", Some(7.0));
        dossier.investments[0].moment_effects.clear();
        check(&dossier, Adoption::Full, "A1", "P1", Some(5.0));
    }

    #[test]
    fn a_persona_without_weights_has_no_impact() {
        let mut dossier = example::dossier();
        dossier.criterion_points.retain(|points| points.context != "*");
        check(&dossier, Adoption::Full, "A1", "P1", None);
        check(&dossier, Adoption::Full, "A1", "P2", None);
        check(&dossier, Adoption::Full, "A9", "P1", None);
    }

    #[test]
    fn adoption_scales_what_stands_in_digital_channels() {
        let mut dossier = example::dossier();
        check(&dossier, Adoption::DigitalShare, "A1", "P1", Some(5.0 * 0.6));
        dossier.moments[0].channel = Some("CH-PHONE".into());
        check(&dossier, Adoption::DigitalShare, "A1", "P1", Some(5.0 * (0.5 * 0.6 + 0.5)));
    }
}
