//! Choose: the exact portfolio of a dossier, with what it does for customers and how far the vendors hold it.

use super::appraise::{cases_of, known_investment};
use super::error::AppError;
use super::fingerprint::fingerprint;
use super::open::{Opened, Source, open};
use crate::case::cases::Cases;
use crate::case::portfolio_case::ValueModel;
use crate::domain::investment::VariantId;
use crate::domain::text::Bilingual;
use crate::experience::coverage::Coverage;
use crate::experience::journey_score::JourneyScores;
use crate::experience::kano::Satisfaction;
use crate::experience::map::ExperienceMap;
use crate::experience::perception::PerceptionIndex;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::highs::Limits;
use crate::optimize::outcome::{ChooseError, Outcome};
use crate::optimize::question::{Forced, Grounds, Preference, Question, Starts};
use crate::report::plan::PlanResult;
use crate::score::portfolio_effects::portfolio_profile;
use crate::score::weight_sets::WeightSets;

/// What is asked of a choice, in the user's words.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Whether stand-alone cases are summed, instead of counting saturation, enablers and synergies.
    pub is_additive: bool,
    /// Whether starts are chosen too, within each investment's window; otherwise each starts as early as it may.
    pub has_free_starts: bool,
    /// `B01` or `B01:core`, with the reason.
    pub forced_in: Vec<(String, String)>,
    pub forced_out: Vec<(String, String)>,
    pub limits: Limits,
}

/// A chosen portfolio with its grounds.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub opened: Opened,
    pub cases: Cases,
    pub map: ExperienceMap,
    pub outcome: Outcome,
    /// Coverage of the plan; none when there is no plan or nobody weighs a moment.
    pub coverage: Option<Coverage>,
    /// What people feel today and with the plan; both the same when there is no coverage.
    pub journeys: JourneyScores,
    pub satisfaction: Satisfaction,
    pub perception: PerceptionIndex,
    /// Customer-obsession profile of the plan, weighted by PV of cost.
    pub profile: Option<ObsessionProfile>,
    /// Hash of everything the answer depends on.
    pub fingerprint: String,
}

impl Chosen {
    /// The choice as the pages are written from it.
    pub fn result(&self) -> PlanResult<'_> {
        PlanResult {
            dossier: &self.opened.dossier,
            model: &self.opened.model,
            scenario: self.opened.scenario.as_deref(),
            findings: &self.opened.findings,
            readiness: &self.opened.readiness,
            cases: &self.cases,
            map: &self.map,
            outcome: &self.outcome,
            coverage: self.coverage.as_ref(),
            journeys: &self.journeys,
            satisfaction: &self.satisfaction,
            perception: &self.perception,
            profile: self.profile.as_ref(),
            fingerprint: &self.fingerprint,
        }
    }
}

/// Chooses the portfolio of greatest NPV under the dossier's rules.
pub fn choose(source: &Source, wish: &Wish) -> Result<Chosen, AppError> {
    let opened = open(source)?.sound()?;
    let cases = cases_of(&opened)?;
    let map = ExperienceMap::new(&opened.dossier, &opened.model);
    let mut forced = Vec::new();
    for (is_in, wanted) in [(true, &wish.forced_in), (false, &wish.forced_out)] {
        for (name, reason) in wanted {
            forced.push(forced_choice(&opened, name, reason, is_in)?);
        }
    }
    let fingerprint = fingerprint(&opened, &format!("{wish:?}"));
    let question =
        Question { value_model: value_model(wish), starts: starts(wish), forced, limits: wish.limits };
    let weighting = WeightSets::of(&opened.dossier, &opened.model).usual().map(|used| used.weighting);
    let preference = weighting.as_ref().map(|weighting| Preference { weighting, model: &opened.model });
    let grounds = Grounds { dossier: &opened.dossier, cases: &cases, map: &map, preference };
    let outcome = crate::optimize::choose::choose(grounds, &question).map_err(no_answer)?;
    let portfolio = outcome.plan.as_ref().map(|plan| &plan.portfolio);
    let is_weighed = map.cell_weights.iter().any(|weight| *weight > 0.0);
    let coverage = portfolio.filter(|_| is_weighed).map(|portfolio| map.coverage(portfolio));
    let profile = portfolio.map(|portfolio| portfolio_profile(&opened.dossier, &cases, portfolio));
    let (dossier, model) = (&opened.dossier, &opened.model);
    let felt = coverage.clone().unwrap_or_else(|| Coverage::none(&map));
    Ok(Chosen {
        journeys: JourneyScores::of(dossier, model, &map, &felt),
        satisfaction: Satisfaction::of(dossier, model, &map, &felt),
        perception: PerceptionIndex::of(dossier, model, &map, &felt),
        coverage,
        profile,
        outcome,
        opened,
        cases,
        map,
        fingerprint,
    })
}

fn forced_choice(opened: &Opened, name: &str, reason: &str, is_in: bool) -> Result<Forced, AppError> {
    let (id, variant) = match name.split_once(':') {
        Some((id, variant)) => (id, Some(VariantId::new(variant))),
        None => (name, None),
    };
    let investment = known_investment(opened, id)?;
    if let Some(variant) = &variant
        && opened.dossier.variant(&investment, variant).is_none()
    {
        return Err(AppError::Unknown(Bilingual {
            en: format!("Investment `{investment}` has no variant `{variant}`."),
            fr: format!(
                "L’investissement «\u{a0}{investment}\u{a0}» n’a pas de variante «\u{a0}{variant}\u{a0}»."
            ),
        }));
    }
    Ok(Forced { investment, variant, is_in, reason: reason.to_string() })
}

fn starts(wish: &Wish) -> Starts {
    if wish.has_free_starts { Starts::Free } else { Starts::Fixed }
}

fn value_model(wish: &Wish) -> ValueModel {
    if wish.is_additive { ValueModel::Additive } else { ValueModel::Full }
}

fn no_answer(error: ChooseError) -> AppError {
    AppError::NoAnswer(match error {
        ChooseError::TooManyConditions(fault) => Bilingual {
            en: format!(
                "{} depends on too many others to be told apart; merge some of its enablers or synergies.",
                fault.investment
            ),
            fr: format!(
                "{} dépend de trop d’autres investissements\u{a0}; regroupez ses facilitateurs ou synergies.",
                fault.investment
            ),
        },
        ChooseError::TooManyEnvelopes => Bilingual {
            en: "Envelopes overlap in too many ways to be told apart; let fewer of them pay for the same department."
                .into(),
            fr: "Les enveloppes se recouvrent de trop de façons\u{a0}; rattachez chaque département à moins d’enveloppes."
                .into(),
        },
        ChooseError::SolverFailed => Bilingual {
            en: "The solver gave up without a plan; please keep the dossier and report it.".into(),
            fr: "Le solveur a renoncé sans plan\u{a0}; merci de conserver le dossier et de le signaler."
                .into(),
        },
        ChooseError::LimitBeforePlan => Bilingual {
            en: "The limit was reached before any plan was found; allow more time.".into(),
            fr: "La limite a été atteinte avant tout plan\u{a0}; accordez plus de temps.".into(),
        },
    })
}
