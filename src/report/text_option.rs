//! One candidate in full as text for the terminal: its variants by objective, persona, moment, profile and evidence.

use super::number::{percent_of_real, thousands};
use super::real_number::{change, dash, figure, figure_if_any, share_if_any};
use super::score_result::ScoreResult;
use super::table::Table;
use super::text_case::short;
use super::text_score::{footer, gain_text};
use super::text_weights::used_text;
use crate::domain::moment::MomentId;
use crate::domain::objective::{KpiSource, Objective};
use crate::domain::text::Language;
use crate::score::objective_fit::Unmeasured;
use crate::score::variant_score::{VariantScore, VariantWorth};
use std::collections::BTreeSet;

/// Everything `score` knows about the variants of a result, which are those of one investment.
pub fn option_text(result: &ScoreResult, language: Language) -> String {
    let Some(first) = result.scores.first() else { return String::new() };
    let name = result.dossier.investment(&first.investment).map_or("", |item| item.name.get(language));
    let mut text = format!("{} {name}\n{}", first.investment, used_text(result, language));
    for score in result.scores {
        text.push_str(&objectives_text(result, score, language));
    }
    text.push_str(&personas_text(result, first, language));
    text.push_str(&moments_text(result, language));
    text.push_str(&profile_text(result, first, language));
    text.push_str(&evidence_text(result, language));
    text.push_str(&footer(result, language));
    language.typeset(&text)
}

fn objectives_text(result: &ScoreResult, score: &VariantScore, language: Language) -> String {
    let variant = format!("{}:{}", score.investment, score.variant);
    let gain = gain_text(score, result, language);
    let Some(worth) = &score.worth else {
        return match language {
            Language::English => format!("\n{variant}: amounts withheld or not stated, no objective fit\n"),
            Language::French => {
                format!("\n{variant} : montants non communiqués ou non indiqués, pas d’adéquation\n")
            }
        };
    };
    let mut table = match language {
        Language::English => Table::new(&[
            "objective",
            "",
            ">weight",
            ">KPI today",
            ">after",
            "unit",
            ">value",
            ">after",
            ">points",
            ">PV benefit",
        ]),
        Language::French => Table::new(&[
            "objectif",
            "",
            ">poids",
            ">KPI actuel",
            ">après",
            "unité",
            ">valeur",
            ">après",
            ">points",
            ">VA gains",
        ]),
    };
    let currency = &result.dossier.settings.currency;
    let pv =
        |id| worth.pv_benefit_by_objective.get(id).map_or_else(dash, |pv| thousands(*pv, currency, language));
    for fit in &worth.objective_fit.measured {
        let objective = result.dossier.objective(&fit.objective);
        table.row(vec![
            fit.objective.to_string(),
            short(objective.map_or("", |item| item.name.get(language)), 32),
            share_if_any(fit.weight, 1, language),
            figure(fit.kpi_before, 2, language),
            figure(fit.kpi_after, 2, language),
            short(&unit(objective), 12),
            figure(fit.value_before, 2, language),
            figure(fit.value_after, 2, language),
            change(fit.contribution_after - fit.contribution_before, 1, language),
            pv(&fit.objective),
        ]);
    }
    let head = match language {
        Language::English => format!("\n{variant}: objective fit {gain} points"),
        Language::French => format!("\n{variant} : adéquation {gain} points"),
    };
    let npv = thousands(worth.npv, currency, language);
    let npv = match language {
        Language::English => format!("NPV {npv}"),
        Language::French => format!("VAN {npv}"),
    };
    format!("{head} · {npv}\n{}{}", table.text(), notes_text(worth, language))
}

fn unit(objective: Option<&Objective>) -> String {
    let measure = objective.and_then(|objective| objective.measure.as_ref());
    measure.map_or(String::new(), |measure| match measure.source {
        KpiSource::Coverage => "%".into(),
        _ => measure.unit.clone(),
    })
}

/// What the points leave out, so that nobody takes a missing conversion for no effect.
fn notes_text(worth: &VariantWorth, language: Language) -> String {
    let mut text = String::new();
    for fit in worth.objective_fit.measured.iter().filter(|fit| !fit.unconverted.is_empty()) {
        let levers: Vec<&str> = fit.unconverted.iter().map(|lever| lever.as_str()).collect();
        let levers = levers.join(", ");
        text.push_str(&match language {
            Language::English => {
                format!("  {}: {levers} at work, but not converted to this KPI\n", fit.objective)
            }
            Language::French => {
                format!("  {} : {levers} agit, mais sans conversion vers ce KPI\n", fit.objective)
            }
        });
    }
    for item in &worth.objective_fit.unmeasured {
        let reason = match (item.reason, language) {
            (Unmeasured::NoMeasure, Language::English) => "no KPI",
            (Unmeasured::NoMeasure, Language::French) => "pas de KPI",
            (Unmeasured::NoConversion, Language::English) => "no lever says how it moves the KPI",
            (Unmeasured::NoConversion, Language::French) => {
                "aucun levier ne dit comment il fait bouger le KPI"
            }
            (Unmeasured::NoValue(_), Language::English) => "worst and best give no range",
            (Unmeasured::NoValue(_), Language::French) => "pire et meilleur ne donnent pas d’étendue",
        };
        text.push_str(&match language {
            Language::English => format!("  {}: not measured, {reason}\n", item.objective),
            Language::French => format!("  {} : non mesuré, {reason}\n", item.objective),
        });
    }
    text
}

fn personas_text(result: &ScoreResult, score: &VariantScore, language: Language) -> String {
    let mut table = match language {
        Language::English => {
            Table::new(&["persona", "", ">impact in its journeys", ">everywhere", "by context"])
        }
        Language::French => {
            Table::new(&["persona", "", ">effet dans ses parcours", ">partout", "par contexte"])
        }
    };
    for figures in &score.personas {
        let mut personas = result.dossier.personas.iter();
        let name =
            personas.find(|item| item.id == figures.persona).map_or("", |item| item.name.get(language));
        let contexts: Vec<String> = figures
            .by_context
            .iter()
            .map(|(id, impact)| format!("{id} {}", figure(*impact, 1, language)))
            .collect();
        table.row(vec![
            figures.persona.to_string(),
            short(name, 34),
            figure_if_any(figures.contextual, 2, language),
            figure_if_any(figures.default, 2, language),
            contexts.join(" · "),
        ]);
    }
    let overall = figure_if_any(score.persona_impact, 2, language);
    match language {
        Language::English => {
            format!(
                "\nPersona impact, 0 to 10 (the same for every variant): {overall} overall\n{}",
                table.text()
            )
        }
        Language::French => {
            format!(
                "\nEffet par persona, de 0 à 10 (identique pour chaque variante) : {overall} au total\n{}",
                table.text()
            )
        }
    }
}

fn moments_text(result: &ScoreResult, language: Language) -> String {
    let moved: BTreeSet<&MomentId> =
        result.scores.iter().flat_map(|score| &score.moments).map(|moment| &moment.moment).collect();
    let (moment, name) = match language {
        Language::English => ("moment", "share of the gap closed"),
        Language::French => ("moment", "part de l’écart comblée"),
    };
    let variants: Vec<String> = result.scores.iter().map(|score| format!(">{}", score.variant)).collect();
    let mut headings = vec![moment, name];
    headings.extend(variants.iter().map(String::as_str));
    let mut table = Table::new(&headings);
    for id in moved {
        let name = result.dossier.moment(id).map_or("", |moment| moment.name.get(language));
        let mut row = vec![id.to_string(), short(name, 50)];
        for score in result.scores {
            let share = score.moments.iter().find(|moment| &moment.moment == id).map(|moment| moment.share);
            row.push(share_if_any(share, 1, language));
        }
        table.row(row);
    }
    let mut points = vec![String::new(), "CX".to_string()];
    points.extend(result.scores.iter().map(|score| figure(score.cx_points, 2, language)));
    table.row(points);
    format!("\n{}", table.text())
}

fn profile_text(result: &ScoreResult, score: &VariantScore, language: Language) -> String {
    let profile = score.profile;
    let [agility, flexibility, globality, intelligence, mean] =
        [profile.agility, profile.flexibility, profile.globality, profile.intelligence, profile.mean()]
            .map(|axis| figure_if_any(axis, 1, language));
    let mut text = match language {
        Language::English => format!(
            "\nCustomer-obsession profile as stated, 0 to 10: agility {agility} · flexibility {flexibility} · globality \
             {globality} · intelligence {intelligence} · mean {mean}\n"
        ),
        Language::French => format!(
            "\nProfil d’obsession client déclaré, de 0 à 10 : agilité {agility} · flexibilité {flexibility} · globalité \
             {globality} · intelligence {intelligence} · moyenne {mean}\n"
        ),
    };
    let mut table = match language {
        Language::English => Table::new(&[
            "variant",
            ">flexibility by contract",
            ">exit cost",
            ">committed run",
            ">exit exposure",
        ]),
        Language::French => Table::new(&[
            "variante",
            ">flexibilité par contrat",
            ">coût de sortie",
            ">exploitation engagée",
            ">exposition",
        ]),
    };
    let money = |exact| thousands(exact, &result.dossier.settings.currency, language);
    for score in result.scores {
        let Some(worth) = &score.worth else { continue };
        let exposure = worth.exit_exposure;
        table.row(vec![
            score.variant.to_string(),
            figure_if_any(worth.computed_flexibility, 1, language),
            money(exposure.exit_cost),
            money(exposure.committed_run),
            money(exposure.total()),
        ]);
    }
    text.push_str(&table.text());
    text
}

fn evidence_text(result: &ScoreResult, language: Language) -> String {
    let mut table = match language {
        Language::English => Table::new(&[
            "variant",
            ">gains claimed",
            ">kept",
            ">share",
            ">harms",
            "kept gains by evidence",
            "weakest",
        ]),
        Language::French => Table::new(&[
            "variante",
            ">gains promis",
            ">gardés",
            ">part",
            ">effets négatifs",
            "gains gardés par preuve",
            "plus faible",
        ]),
    };
    let money = |exact| thousands(exact, &result.dossier.settings.currency, language);
    for score in result.scores {
        let Some(worth) = &score.worth else { continue };
        let claims = &worth.claims;
        let levels: Vec<String> = claims
            .shares()
            .into_iter()
            .map(|(level, share)| format!("{} {}", level.name(), percent_of_real(share, 0, language)))
            .collect();
        table.row(vec![
            score.variant.to_string(),
            money(claims.claimed),
            money(claims.kept),
            share_if_any(claims.kept_share(), 0, language),
            money(claims.harms),
            levels.join(" · "),
            claims.weakest.map_or("–", |level| level.name()).to_string(),
        ]);
    }
    let head = match language {
        Language::English => "Evidence (present values)",
        Language::French => "Preuve (valeurs actualisées)",
    };
    format!("\n{head}\n{}", table.text())
}
