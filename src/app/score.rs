//! Score a dossier: five separate pictures of every variant, under the weights that are asked for.

use std::collections::BTreeMap;

use super::appraise::{cases_of, known_investment};
use super::error::AppError;
use super::fingerprint::fingerprint;
use super::open::{Opened, Source, open};
use crate::case::cases::Cases;
use crate::domain::text::Bilingual;
use crate::experience::map::ExperienceMap;
use crate::report::score_result::ScoreResult;
use crate::score::variant_score::{VariantScore, variant_scores};
use crate::score::weight_sets::{UsedWeights, WeightSets, WeightSource};
use crate::score::weights::{Elicitation, QualityNote, Weighting};

/// A way to ask for weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightMethod {
    Swing,
    Direct,
    Rank,
    Ahp,
}

/// Which weights the objective fit is to use, in the user's words; the dossier's own swing points when nothing is asked.
#[derive(Clone, Debug, Default)]
pub struct WeightWish {
    pub method: Option<WeightMethod>,
    /// One stakeholder instead of the mean of all.
    pub stakeholder: Option<String>,
}

/// The scores of a sound dossier.
#[derive(Clone, Debug)]
pub struct Scored {
    pub opened: Opened,
    pub cases: Cases,
    pub weights: WeightSets,
    /// Nothing when nobody weighed anything: objectives then have values, but no points.
    pub used: Option<UsedWeights>,
    pub scores: Vec<VariantScore>,
    pub fingerprint: String,
}

impl Scored {
    /// The scores as the pages are written from them.
    pub fn result(&self) -> ScoreResult<'_> {
        ScoreResult {
            dossier: &self.opened.dossier,
            model: &self.opened.model,
            scenario: self.opened.scenario.as_deref(),
            weights: &self.weights,
            used: self.used.as_ref(),
            scores: &self.scores,
            fingerprint: &self.fingerprint,
        }
    }
}

/// Scores every variant, or only those of one investment.
pub fn score(source: &Source, wish: &WeightWish, investment: Option<&str>) -> Result<Scored, AppError> {
    let opened = open(source)?.sound()?;
    let only = investment.map(|id| known_investment(&opened, id)).transpose()?;
    let weights = WeightSets::of(&opened.dossier, &opened.model);
    let used = used_weights(&weights, wish)?;
    let cases = cases_of(&opened)?;
    let map = ExperienceMap::new(&opened.dossier, &opened.model);
    let weighting = used.as_ref().map_or_else(unweighted, |used| used.weighting.clone());
    let mut scores = variant_scores(&opened.dossier, &opened.model, &cases, &map, &weighting);
    if let Some(id) = only {
        scores.retain(|score| score.investment == id);
    }
    let fingerprint = fingerprint(&opened, &format!("{wish:?} {investment:?}"));
    Ok(Scored { opened, cases, weights, used, scores, fingerprint })
}

fn unweighted() -> Weighting {
    Weighting { method: Elicitation::Swing, weights: BTreeMap::new(), quality: QualityNote::OverRanges }
}

/// The weights of a wish; of a stakeholder without a method the best one given: swing, direct, rank, pairs.
fn used_weights(weights: &WeightSets, wish: &WeightWish) -> Result<Option<UsedWeights>, AppError> {
    let method = wish.method.map(elicitation);
    let source = match (&wish.stakeholder, method) {
        (None, None) => return Ok(weights.usual()),
        (None, Some(method)) => WeightSource::Group(method),
        (Some(name), method) => {
            let answers = weights.answers();
            let mut own = answers.iter().filter(|(who, _)| who == name).map(|(_, method)| *method);
            let Some(first) = own.next() else { return Err(unknown_stakeholder(&answers, name)) };
            WeightSource::Stakeholder(method.unwrap_or(first), name.clone())
        }
    };
    match weights.used(source.clone()) {
        Some(used) => Ok(Some(used)),
        None => Err(unusable(weights, &source)),
    }
}

fn elicitation(method: WeightMethod) -> Elicitation {
    match method {
        WeightMethod::Swing => Elicitation::Swing,
        WeightMethod::Direct => Elicitation::Direct,
        WeightMethod::Rank => Elicitation::RankOrder,
        WeightMethod::Ahp => Elicitation::Pairwise,
    }
}

fn unknown_stakeholder(answers: &[(&str, Elicitation)], name: &str) -> AppError {
    let mut known: Vec<&str> = answers.iter().map(|(who, _)| *who).collect();
    known.dedup();
    let known = known.join(", ");
    AppError::Unknown(Bilingual {
        en: format!("No stakeholder `{name}` gave weights in this dossier; these did: {known}."),
        fr: format!(
            "Aucune partie prenante «\u{a0}{name}\u{a0}» n’a donné de poids dans ce dossier\u{a0}; ont répondu\u{a0}: {known}."
        ),
    })
}

fn unusable(weights: &WeightSets, source: &WeightSource) -> AppError {
    let (WeightSource::Stakeholder(method, _) | WeightSource::Group(method)) = source else {
        return AppError::Unknown(Bilingual {
            en: "The dossier states no usable swing points.".into(),
            fr: "Le dossier n’indique pas de points swing exploitables.".into(),
        });
    };
    let answers = weights.answers();
    let by_method: Vec<&str> =
        answers.iter().filter(|(_, used)| used == method).map(|(who, _)| *who).collect();
    let (known_en, known_fr) = match by_method.is_empty() {
        true => ("nobody".to_string(), "personne".to_string()),
        false => (by_method.join(", "), by_method.join(", ")),
    };
    let (en, fr) = match method {
        Elicitation::Swing => ("swing points", "points swing"),
        Elicitation::Direct => ("direct points", "points directs"),
        Elicitation::RankOrder => ("ranks", "rangs"),
        Elicitation::Pairwise => ("pairwise judgements (AHP)", "comparaisons par paires (AHP)"),
    };
    let (who_en, who_fr) = match source {
        WeightSource::Stakeholder(_, name) => (format!("`{name}`"), format!("«\u{a0}{name}\u{a0}»")),
        _ => ("the group".to_string(), "le groupe".to_string()),
    };
    AppError::Unknown(Bilingual {
        en: format!("No usable weights of {who_en} by {en}; who answered so: {known_en}."),
        fr: format!(
            "Pas de poids exploitables pour {who_fr} par {fr}\u{a0}; ont répondu ainsi\u{a0}: {known_fr}."
        ),
    })
}
