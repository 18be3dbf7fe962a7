//! Sets of weights as text for the terminal: the table by objective, then what the pairwise answers contradict.

use super::number::{money, percent_of_real, significant};
use super::real_number::{dash, figure, figure_if_any, judgement};
use super::score_result::ScoreResult;
use super::table::Table;
use super::text_case::short;
use crate::domain::objective::ObjectiveId;
use crate::domain::text::Language;
use crate::score::ahp::Ahp;
use crate::score::consistency::Unrated;
use crate::score::revision::Revision;
use crate::score::triad::Triad;
use crate::score::weight_sets::{UsedWeights, WeightSource};
use crate::score::weights::{Elicitation, QualityNote, weighable};

/// Digits that matter in a change of a KPI.
const DIGITS_SHOWN: u32 = 2;

/// Whose weights are used, every set side by side, agreement, and one passage per AHP matrix.
pub fn weights_text(result: &ScoreResult, language: Language) -> String {
    let mut text = used_text(result, language);
    text.push_str(&table_text(result, language));
    text.push_str(&meaning_text(result, language));
    text.push_str(&agreement_text(result, language));
    text.push_str(&ahp_text(result, language));
    text.push('\n');
    text
}

/// One sentence on the weights used, and a warning when they should not decide.
pub fn used_text(result: &ScoreResult, language: Language) -> String {
    let Some(used) = result.used else {
        return match language {
            Language::English => "Nobody weighed the objectives: values are shown, points are not.\n".into(),
            Language::French => "Personne n’a pondéré les objectifs : valeurs seules, sans points.\n".into(),
        };
    };
    let source = source_name(used, language);
    let sentence = match language {
        Language::English => format!("Objective fit uses {source}.\n"),
        Language::French => format!("L’adéquation aux objectifs utilise {source}.\n"),
    };
    format!("{sentence}{}", doubt_text(used, language))
}

fn source_name(used: &UsedWeights, language: Language) -> String {
    let method = |method: Elicitation| match (method, language) {
        (Elicitation::Swing, Language::English) => "swing points",
        (Elicitation::Swing, Language::French) => "points swing",
        (Elicitation::Direct, Language::English) => "direct points",
        (Elicitation::Direct, Language::French) => "points directs",
        (Elicitation::RankOrder, Language::English) => "ranks",
        (Elicitation::RankOrder, Language::French) => "rangs",
        (Elicitation::Pairwise, Language::English) => "pairwise judgements (AHP)",
        (Elicitation::Pairwise, Language::French) => "comparaisons par paires (AHP)",
    };
    match (&used.source, language) {
        (WeightSource::Dossier, Language::English) => "the dossier's own swing points".into(),
        (WeightSource::Dossier, Language::French) => "les points swing du dossier".into(),
        (WeightSource::Group(asked), Language::English) => {
            format!("the stakeholders' mean, by {}", method(*asked))
        }
        (WeightSource::Group(asked), Language::French) => {
            format!("la moyenne des parties prenantes, par {}", method(*asked))
        }
        (WeightSource::Stakeholder(asked, name), Language::English) => {
            format!("the weights of {name}, by {}", method(*asked))
        }
        (WeightSource::Stakeholder(asked, name), Language::French) => {
            format!("les poids de {name}, par {}", method(*asked))
        }
    }
}

fn doubt_text(used: &UsedWeights, language: Language) -> String {
    let members = used.inconsistent.join(", ");
    match (used.weighting.quality, used.inconsistent.is_empty(), language) {
        (QualityNote::Inconsistent, _, Language::English) => {
            "Warning: these pairwise answers contradict each other too much; revisit them before they decide anything.\n"
                .into()
        }
        (QualityNote::Inconsistent, _, Language::French) => {
            "Attention : ces comparaisons se contredisent trop ; revoyez-les avant qu’elles ne décident.\n".into()
        }
        (QualityNote::RangeBlind, _, Language::English) => {
            "Warning: direct points ignore how far each KPI can move; prefer swing points.\n".into()
        }
        (QualityNote::RangeBlind, _, Language::French) => {
            "Attention : les points directs ignorent l’amplitude de chaque indicateur ; préférez les points swing.\n"
                .into()
        }
        (_, false, Language::English) => {
            format!("Warning: the mean holds the answers of {members}, which contradict each other too much.\n")
        }
        (_, false, Language::French) => {
            format!("Attention : la moyenne comprend les réponses de {members}, qui se contredisent trop.\n")
        }
        _ => String::new(),
    }
}

fn table_text(result: &ScoreResult, language: Language) -> String {
    let mut table = match language {
        Language::English => Table::new(&[
            "objective",
            "",
            ">dossier",
            ">group mean",
            "lowest – highest",
            ">AHP group",
            ">used",
        ]),
        Language::French => Table::new(&[
            "objectif",
            "",
            ">dossier",
            ">moyenne",
            "plus bas – plus haut",
            ">AHP groupe",
            ">utilisé",
        ]),
    };
    let sets = result.weights;
    let group = sets.groups.first();
    let share =
        |weight: Option<&f64>| weight.map_or_else(dash, |weight| percent_of_real(*weight, 1, language));
    let known = weighable(&result.dossier.objectives);
    for objective in result.dossier.objectives.iter().filter(|objective| known.contains(&objective.id)) {
        let id = &objective.id;
        let spread = group.and_then(|group| group.agreement.dispersion.get(id)).map_or_else(dash, |spread| {
            let (low, high) = (share(Some(&spread.min)), share(Some(&spread.max)));
            format!("{low} {} – {high} {}", spread.min_by, spread.max_by)
        });
        let ahp = sets.ahp_group.as_ref().ok();
        table.row(vec![
            id.to_string(),
            short(objective.name.get(language), 34),
            share(sets.dossier.as_ref().ok().and_then(|weighting| weighting.weights.get(id))),
            share(group.and_then(|group| group.weighting.weights.get(id))),
            spread,
            share(ahp.and_then(|group| group.ahp.weighting.weights.get(id))),
            share(result.used.and_then(|used| used.weighting.weights.get(id))),
        ]);
    }
    table.text()
}

/// What ten of the dossier's own swing points stand for, to be confirmed by who gave them.
fn meaning_text(result: &ScoreResult, language: Language) -> String {
    let mut text = String::new();
    for (id, meaning) in &result.weights.meanings {
        let Some(measure) = result.dossier.objective(id).and_then(|objective| objective.measure.as_ref())
        else {
            continue;
        };
        let points = significant(meaning.points, DIGITS_SHOWN, language);
        let change = significant(meaning.kpi_change, DIGITS_SHOWN, language);
        let sign = if meaning.kpi_change.is_sign_positive() { "+" } else { "" };
        let change = format!("{sign}{change} {}", unit_of_change(&measure.unit, language));
        let kpi = &measure.kpi;
        let worth = meaning.amount.map(|amount| money(amount, &result.dossier.settings.currency, language));
        text.push_str(&match (language, worth) {
            (Language::English, None) => format!("  {points} points of {id} = {change} of {kpi}\n"),
            (Language::English, Some(worth)) => {
                format!("  {points} points of {id} = {change} of {kpi} = {worth} a year\n")
            }
            (Language::French, None) => format!("  {points} points de {id} = {change} · {kpi}\n"),
            (Language::French, Some(worth)) => {
                format!("  {points} points de {id} = {change} · {kpi} = {worth} par an\n")
            }
        });
    }
    if text.is_empty() {
        return text;
    }
    let head = match language {
        Language::English => {
            "What the dossier's swing points stand for, on average over each KPI's range; correct them where it looks wrong"
        }
        Language::French => {
            "Ce que valent les points swing du dossier, en moyenne sur l’amplitude de chaque indicateur ; à corriger s’il le faut"
        }
    };
    format!("{head}\n{text}")
}

/// The unit of a change: per cents move by points, a bare scale is named as one.
fn unit_of_change(unit: &str, language: Language) -> String {
    match (unit.strip_prefix('%'), unit.starts_with(|letter: char| letter.is_ascii_digit()), language) {
        (Some(rest), _, Language::English) => format!("pp{rest}"),
        (Some(rest), _, Language::French) => format!("pt{rest}"),
        (None, true, Language::English) => format!("on {unit}"),
        (None, true, Language::French) => format!("sur {unit}"),
        (None, false, _) => unit.to_string(),
    }
}

fn agreement_text(result: &ScoreResult, language: Language) -> String {
    let Some(group) = result.weights.groups.first() else { return String::new() };
    let w = figure_if_any(group.agreement.kendall_w, 2, language);
    let members = group.members.join(", ");
    let mut text = match language {
        Language::English => format!("Agreement of {members}: Kendall W {w} (0 none, 1 the same order).\n"),
        Language::French => format!("Accord entre {members} : W de Kendall {w} (0 aucun, 1 même ordre).\n"),
    };
    if !group.left_out.is_empty() {
        let left_out = group.left_out.join(", ");
        text.push_str(&match language {
            Language::English => {
                format!("Not in the mean (incomplete or contradictory answers): {left_out}.\n")
            }
            Language::French => {
                format!("Hors de la moyenne (réponses incomplètes ou contradictoires) : {left_out}.\n")
            }
        });
    }
    text
}

fn ahp_text(result: &ScoreResult, language: Language) -> String {
    let mut text = String::new();
    for item in &result.weights.ahp {
        match &item.outcome {
            Ok(ahp) => text.push_str(&one_ahp_text(result, &item.stakeholder, ahp, language)),
            Err(_) => text.push_str(&match language {
                Language::English => format!("AHP {}: the answers give no weights.\n", item.stakeholder),
                Language::French => {
                    format!("AHP {} : les réponses ne donnent pas de poids.\n", item.stakeholder)
                }
            }),
        }
    }
    if let Ok(group) = &result.weights.ahp_group {
        let name = match language {
            Language::English => "group",
            Language::French => "groupe",
        };
        text.push_str(&one_ahp_text(result, name, &group.ahp, language));
    }
    text
}

fn one_ahp_text(result: &ScoreResult, who: &str, ahp: &Ahp, language: Language) -> String {
    let consistency = &ahp.consistency;
    let cr = figure_if_any(consistency.ratio, 3, language);
    let limit = figure(result.model.ahp_ratio_max, 2, language);
    let verdict = match (consistency.accepted, consistency.unrated, language) {
        (Some(true), _, Language::English) => format!("CR {cr}, accepted (at most {limit})"),
        (Some(true), _, Language::French) => format!("RC {cr}, accepté (au plus {limit})"),
        (Some(false), _, Language::English) => format!("CR {cr}, REJECTED (at most {limit})"),
        (Some(false), _, Language::French) => format!("RC {cr}, REJETÉ (au plus {limit})"),
        (None, Some(Unrated::Incomplete { judged, pairs }), Language::English) => {
            format!("consistency not rated, {judged} of {pairs} pairs judged")
        }
        (None, Some(Unrated::Incomplete { judged, pairs }), Language::French) => {
            format!("cohérence non notée, {judged} paires jugées sur {pairs}")
        }
        (None, _, Language::English) => "consistency not rated".into(),
        (None, _, Language::French) => "cohérence non notée".into(),
    };
    let colon = match language {
        Language::English => ":",
        Language::French => "\u{a0}:",
    };
    let mut text = format!("AHP {who}{colon} {verdict}\n");
    if consistency.accepted == Some(false) {
        let triad = ahp.worst_triad.as_ref().map(|triad| triad_text(triad, language));
        let revision = ahp.revision.as_ref().map(|revision| revision_text(result, revision, language));
        triad.into_iter().chain(revision).for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text
}

fn triad_text(triad: &Triad, language: Language) -> String {
    let Triad { a, b, c, .. } = triad;
    let [ab, bc, ac] =
        [triad.a_over_b, triad.b_over_c, triad.a_over_c].map(|ratio| judgement(ratio, language));
    let detour = judgement(triad.a_over_b * triad.b_over_c, language);
    match language {
        Language::English => format!(
            "most inconsistent triad: {a} over {b} = {ab} and {b} over {c} = {bc} make {a} over {c} = {detour}, \
             answered {ac}"
        ),
        Language::French => format!(
            "triade la plus incohérente : {a} sur {b} = {ab} et {b} sur {c} = {bc} donnent {a} sur {c} = {detour}, \
             réponse {ac}"
        ),
    }
}

fn revision_text(result: &ScoreResult, revision: &Revision, language: Language) -> String {
    let name = |id: &ObjectiveId| {
        let name = result.dossier.objective(id).map_or("", |objective| objective.name.get(language));
        format!("{id} {}", short(name, 30))
    };
    let (a, b) = (name(&revision.a), name(&revision.b));
    let (judged, suggested) = (judgement(revision.judged, language), judgement(revision.suggested, language));
    let cr = figure(revision.ratio_after, 3, language);
    match language {
        Language::English => format!(
            "judgement to revisit: {a} over {b}, answered {judged}\n      \
             the other answers say {suggested}; so changed, the CR would be {cr}"
        ),
        Language::French => format!(
            "jugement à revoir : {a} sur {b}, réponse {judged}\n      \
             les autres réponses disent {suggested} ; ainsi changé, le RC serait {cr}"
        ),
    }
}
