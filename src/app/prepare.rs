//! Prepare: a dossier opened, appraised and mapped, with a question made of the user's wish, before anything is chosen.

use super::aim::{aim_of, floor_of};
use super::appraise::{cases_of, known_investment};
use super::error::AppError;
use super::fingerprint::fingerprint;
use super::open::{Opened, Source, open};
use super::origin::Origin;
use crate::case::cases::Cases;
use crate::case::portfolio_case::ValueModel;
use crate::domain::investment::VariantId;
use crate::domain::period::PeriodLength;
use crate::domain::text::Bilingual;
use crate::experience::map::ExperienceMap;
use crate::optimize::aim::Aim;
use crate::optimize::floor::Floor;
use crate::optimize::highs::Limits;
use crate::optimize::measures::measure::Measure;
use crate::optimize::optima::{KnownOptima, Optima};
use crate::optimize::outcome::ChooseError;
use crate::optimize::problem::Problem;
use crate::optimize::question::{Forced, Grounds, Preference, Question, Starts};
use crate::score::weight_sets::WeightSets;
use crate::score::weights::Weighting;

/// What is asked of a choice, in the user's words.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Whether stand-alone cases are summed, instead of counting saturation, enablers and synergies.
    pub is_additive: bool,
    /// Whether starts are chosen too, within each investment's window, or each starts as early as it may; when nothing is
    /// said they are chosen where the dossier plans by quarters or months.
    pub has_free_starts: Option<bool>,
    /// `B01` or `B01:core`, with the reason.
    pub forced_in: Vec<(String, String)>,
    pub forced_out: Vec<(String, String)>,
    /// Rules that are not to hold, by name or family, as `budget:y0` or `budget`.
    pub without: Vec<String>,
    /// What is to be maximised, as `npv`, `0.7*npv+0.3*coverage` or `npv:0.02,coverage`; NPV when blank.
    pub aim: String,
    /// Least amounts of measures, as `coverage=0.5`.
    pub floors: Vec<String>,
    /// Scenarios that the plan must hold in too and that regret is told over; all of the dossier's for an aim at regret.
    pub also_in: Vec<String>,
    pub limits: Limits,
}

impl Wish {
    /// The scenarios that a plan must hold in too: those of the wish, or all of the dossier's when it aims at regret.
    pub fn scenarios(&self, opened: &Opened) -> Vec<String> {
        if self.also_in.is_empty() && self.aim.contains(&Measure::Regret.name()) {
            return opened.dossier.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
        }
        self.also_in.clone()
    }
}

/// A sound dossier with everything a choice rests on.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub opened: Opened,
    pub cases: Cases,
    pub map: ExperienceMap,
    /// How objectives weigh; none when nobody weighed them.
    pub weighting: Option<Weighting>,
    pub question: Question,
    pub aim: Aim,
    /// Floors that the wish adds to the dossier's.
    pub floors: Vec<Floor>,
    /// What is known of questions that differ from this one in their aim only.
    pub optima: Optima,
    /// Hash of everything the answer depends on.
    pub fingerprint: String,
}

impl Prepared {
    /// What a choice rests on.
    pub fn grounds(&self) -> Grounds<'_> {
        let model = &self.opened.model;
        Grounds {
            dossier: &self.opened.dossier,
            cases: &self.cases,
            map: &self.map,
            preference: self.weighting.as_ref().map(|weighting| Preference { weighting, model }),
        }
    }

    /// The problem of the question, with the floors of the wish.
    pub fn problem(&self) -> Result<Problem<'_>, AppError> {
        let mut problem = Problem::new(self.grounds(), &self.question).map_err(no_answer)?;
        problem.floors.extend(self.floors.iter().cloned());
        match problem.unknown_rules.first() {
            None => Ok(problem),
            Some(name) => Err(AppError::Unknown(Bilingual {
                en: format!("No rule of the dossier is called `{name}`, so it cannot be switched off."),
                fr: format!(
                    "Aucune règle du dossier ne s’appelle «\u{a0}{name}\u{a0}»\u{a0}: on ne peut pas la suspendre."
                ),
            })),
        }
    }
}

/// Opens a dossier and makes a question of a wish; `asked` names what else the answer will depend on.
pub fn prepare(source: &Source, wish: &Wish, asked: &str) -> Result<Prepared, AppError> {
    let mut opened = open(source)?.sound()?;
    opened.dossier.settings.switched_off.extend(wish.without.iter().cloned());
    let cases = cases_of(&opened)?;
    let map = ExperienceMap::new(&opened.dossier, &opened.model);
    let mut forced = Vec::new();
    for (is_in, wanted) in [(true, &wish.forced_in), (false, &wish.forced_out)] {
        for (name, reason) in wanted {
            forced.push(forced_choice(&opened, name, reason, is_in)?);
        }
    }
    let whole = fingerprint(&opened, &format!("{wish:?}{asked}"));
    let optima = optima(source, &opened, wish);
    let is_fine = opened.dossier.settings.period != PeriodLength::Year;
    let has_free_starts = wish.has_free_starts.unwrap_or(is_fine);
    let question = Question {
        value_model: if wish.is_additive { ValueModel::Additive } else { ValueModel::Full },
        starts: if has_free_starts { Starts::Free } else { Starts::Fixed },
        forced,
        limits: wish.limits.clone(),
    };
    let weighting = WeightSets::of(&opened.dossier, &opened.model).usual().map(|used| used.weighting);
    let aim = aim_of(&opened.dossier, &wish.aim)?;
    let floors = wish.floors.iter().map(|text| floor_of(&opened.dossier, text)).collect::<Result<_, _>>()?;
    Ok(Prepared { opened, cases, map, weighting, question, aim, floors, optima, fingerprint: whole })
}

/// What was found before where the dossier stays in memory.
fn optima(source: &Source, opened: &Opened, wish: &Wish) -> Optima {
    let known = match &source.origin {
        Origin::Read(dossier) => dossier.optima.clone(),
        Origin::Path(_) => KnownOptima::default(),
    };
    let whatever_it_aims_at = Wish { aim: String::new(), also_in: wish.scenarios(opened), ..wish.clone() };
    known.of(fingerprint(opened, &format!("{whatever_it_aims_at:?}")))
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

/// Why no answer can be given, told to the user.
pub fn no_answer(error: ChooseError) -> AppError {
    AppError::NoAnswer(match error {
        ChooseError::Stopped => return AppError::Stopped,
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
        ChooseError::OtherCandidates => Bilingual {
            en: "The scenarios do not have the same variants and starts to choose from, so no plan can be compared across them."
                .into(),
            fr: "Les scénarios n’offrent pas les mêmes variantes et démarrages\u{a0}: aucun plan ne peut y être comparé."
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
