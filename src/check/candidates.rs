//! Rules on candidates: what is withheld, what is compulsory, what change costs, when and with whom it starts.

use std::collections::BTreeMap;

use super::subject::Subject;
use super::wording::{called, two_amounts};
use super::{Advice, Rule};
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, Variant};
use crate::domain::place::Place;
use crate::quantity::real::real;

pub const CANDIDATE_INCOMPLETE: Rule = Rule {
    code: "candidate_incomplete",
    severity: Severity::Warning,
    what: "A variant has amounts or effects that are withheld, blank or unreadable.",
    why: "Missing is not zero: the variant has no case and takes no part in the choice until someone decides.",
    advice: Advice {
        en: "Fill the cell, with 0 if nothing is meant, or withdraw the variant.",
        fr: "Remplissez la cellule, avec 0 s'il n'y a rien, ou retirez la variante.",
    },
    apply: candidate_incomplete,
};

fn candidate_incomplete(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (investment, variant) in dossier.variants().filter(|(_, variant)| variant.is_incomplete()) {
        let missing = missing_cells(dossier, variant);
        let (Some((place, column)), n_cells) = (missing.first(), missing.len()) else { continue };
        let plural = if n_cells > 1 { "s" } else { "" };
        let name = called(dossier, investment, variant);
        let finding = CANDIDATE_INCOMPLETE.finding(
            place,
            format!(
                "{} takes no part in the choice: {n_cells} cell{plural} withheld, blank or unreadable.",
                name.en
            ),
            format!(
                "{} ne participe pas au choix : {n_cells} cellule{plural} non communiquée{plural}, vide{plural} ou illisible{plural}.",
                name.fr
            ),
        );
        findings.push(finding.at(column, ""));
    }
    findings
}

/// The place and column of every amount and effect that is missing; an effect on a lever that is not known is missing
/// for its lever.
fn missing_cells<'a>(dossier: &Dossier, variant: &'a Variant) -> Vec<(&'a Place, String)> {
    let mut cells = Vec::new();
    for line in &variant.cost_lines {
        let missing = line.amounts.iter().enumerate().filter(|(_, amount)| amount.is_none());
        cells.extend(missing.map(|(year, _)| (&line.place, format!("y{year}_eur"))));
    }
    for line in variant.benefit_lines.iter().filter(|line| line.effect.is_none()) {
        let column = if dossier.lever(&line.lever).is_some() { "effect_mode" } else { "lever_id" };
        cells.push((&line.place, column.to_string()));
    }
    cells
}

pub const MANDATORY_UNFUNDED: Rule = Rule {
    code: "mandatory_unfunded",
    severity: Severity::Warning,
    what: "A mandatory candidate has no variant that is complete and fits into every yearly budget on its own.",
    why: "It must be in every plan, so the answer will be that no plan exists, whatever else is proposed.",
    advice: Advice {
        en: "Raise that year's budget, complete the amounts, or add a cheaper variant.",
        fr: "Relevez le budget de cette année, complétez les montants ou ajoutez une variante moins chère.",
    },
    apply: mandatory_unfunded,
};

/// A warning, not an error: "no plan exists" is an answer that the choice gives with the rows that conflict.
fn mandatory_unfunded(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in dossier.investments.iter().filter(|investment| investment.is_mandatory) {
        let complete = investment.variants.iter().filter(|variant| !variant.is_incomplete());
        let mut excesses = Vec::new();
        for variant in complete {
            excesses.push((total_cost(variant), largest_excess(variant, dossier)));
        }
        if excesses.iter().any(|(_, excess)| excess.is_none()) {
            continue;
        }
        let cheapest = excesses.into_iter().min_by(|(a, _), (b, _)| a.total_cmp(b));
        let (en, fr) = match cheapest.and_then(|(_, excess)| excess) {
            Some((year, cost, budget)) => {
                let [cost, budget] = two_amounts(cost, budget, &dossier.settings.currency);
                (
                    format!("costs {} in year {year}, and the budget is {}", cost.en, budget.en),
                    format!("coûte {} l'année {year} pour un budget de {}", cost.fr, budget.fr),
                )
            }
            None => ("has no complete variant".into(), "n'a aucune variante complète".into()),
        };
        let name = dossier.called(&investment.id);
        let finding = MANDATORY_UNFUNDED.finding(
            &investment.place,
            format!("Mandatory {} {en}.", name.en),
            format!("{}, obligatoire, {fr}.", name.fr),
        );
        findings.push(finding.at("mandatory", "1"));
    }
    findings
}

/// Expected cost in a year: stated amount times the mean of its multipliers, summed over the lines.
fn cost_in_year(variant: &Variant, year: usize) -> f64 {
    let lines = variant.cost_lines.iter();
    lines
        .map(|line| {
            let mean = (real(line.low_multiplier) + 4.0 + real(line.high_multiplier)) / 6.0;
            line.amounts.get(year).copied().flatten().map_or(0.0, real) * mean
        })
        .sum()
}

fn total_cost(variant: &Variant) -> f64 {
    let n_years = variant.cost_lines.iter().map(|line| line.amounts.len()).max().unwrap_or_default();
    (0..n_years).map(|year| cost_in_year(variant, year)).sum()
}

/// The year in which the variant alone goes furthest above the budget, with its cost and that budget.
fn largest_excess(variant: &Variant, dossier: &Dossier) -> Option<(usize, f64, f64)> {
    let years = dossier.settings.budgets.iter();
    let costs = years.map(|(year, budget)| (*year, cost_in_year(variant, *year), real(*budget)));
    costs.filter(|(_, cost, budget)| cost - budget > 0.005).max_by(
        |(_, cost, budget), (_, other_cost, other_budget)| {
            (cost - budget).total_cmp(&(other_cost - other_budget))
        },
    )
}

pub const NO_CHANGE_COST: Rule = Rule {
    code: "no_change_cost",
    severity: Severity::Warning,
    what: "A variant has no cost for change or training.",
    why: "Technology that nobody is helped to use brings nothing; the change is what is most often forgotten.",
    advice: Advice {
        en: "Add a line of nature change or training, or state it with 0 when people really need no help.",
        fr: "Ajoutez une ligne de nature change ou training, à 0 si personne n'a vraiment besoin d'aide.",
    },
    apply: no_change_cost,
};

/// A line of nature change or training is enough, whatever its amount: a stated zero is an answer.
fn no_change_cost(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let has_change =
        |variant: &Variant| variant.cost_lines.iter().any(|line| line.nature.is_business_change());
    let without = dossier.variants().filter(|(_, variant)| !has_change(variant));
    without
        .map(|(investment, variant)| {
            let name = called(dossier, investment, variant);
            NO_CHANGE_COST
                .finding(
                    &variant.place,
                    format!("{} has no cost for change or training.", name.en),
                    format!("{} n'a aucun coût de conduite du changement.", name.fr),
                )
                .at("variant_id", variant.id.as_str())
        })
        .collect()
}

pub const START_WINDOW_EMPTY: Rule = Rule {
    code: "start_window_empty",
    severity: Severity::Error,
    what: "The latest start of a candidate lies before its earliest start.",
    why: "It cannot start in any year, so it can be in no plan.",
    advice: Advice {
        en: "Put the earliest start first, or leave the latest one blank.",
        fr: "Mettez le début au plus tôt avant le plus tard, ou laissez ce dernier vide.",
    },
    apply: start_window_empty,
};

fn start_window_empty(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        if let Some(latest) = investment.latest_start.filter(|latest| *latest < investment.earliest_start) {
            let earliest = investment.earliest_start;
            let finding = START_WINDOW_EMPTY.finding(
                &investment.place,
                format!("{} may start from year {earliest} and until year {latest}.", investment.id),
                format!("{} peut débuter dès l'année {earliest} et jusqu'à l'année {latest}.", investment.id),
            );
            findings.push(finding.at("latest_start_year", &latest.to_string()));
        }
    }
    findings
}

pub const SPONSOR_OVERLOADED: Rule = Rule {
    code: "sponsor_overloaded",
    severity: Severity::Note,
    what: "One sponsor stands for more than three candidates.",
    why: "Engaged sponsors are what makes projects succeed, and three at a time is what they carry on average.",
    advice: Advice {
        en: "Watch how many of them the plan starts together, or share them out.",
        fr: "Veillez au nombre que le plan lance en même temps, ou répartissez-les.",
    },
    apply: sponsor_overloaded,
};

fn sponsor_overloaded(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let limit = model.limit("sponsor_projects", 3.0);
    let mut carried: BTreeMap<&str, Vec<&Investment>> = BTreeMap::new();
    for investment in dossier.investments.iter().filter(|investment| !investment.sponsor.trim().is_empty()) {
        carried.entry(investment.sponsor.trim()).or_default().push(investment);
    }
    let overloaded = carried.into_iter().filter(|(_, candidates)| candidates.len() as f64 > limit);
    overloaded
        .filter_map(|(sponsor, candidates)| {
            let place = candidates.iter().map(|candidate| &candidate.place).min()?;
            let n_candidates = candidates.len();
            let finding = SPONSOR_OVERLOADED.finding(
                place,
                format!("{sponsor} sponsors {n_candidates} candidates."),
                format!("{sponsor} est sponsor de {n_candidates} candidats."),
            );
            Some(finding.at("sponsor", sponsor))
        })
        .collect()
}

pub const SENSITIVE_INFERENCE: Rule = Rule {
    code: "sensitive_inference",
    severity: Severity::Note,
    what: "A candidate's name or technology speaks of feelings together with voices, calls, faces or images.",
    why: "Reading emotion from a voice or a face is biometric and regulated (EU AI Act, articles 3(39) and 50(3)); \
          reading written text or transcripts is not.",
    advice: Advice {
        en: "Stay with text and transcripts, or have the legal duties examined before funding.",
        fr: "Tenez-vous-en aux textes et transcriptions, ou faites examiner les obligations légales avant de financer.",
    },
    apply: sensitive_inference,
};

/// Words of feeling, by their beginnings; `sentiment` is the same in both languages.
const FEELINGS: [&str; 5] = ["emotion", "émotion", "sentiment", "mood", "humeur"];
/// Words of voice and face, in full, so that `interface` and `recall` are not among them.
const BODY: [&str; 20] = [
    "voice", "voices", "voix", "vocal", "vocale", "vocales", "call", "calls", "appel", "appels", "speech",
    "face", "faces", "facial", "faciale", "visage", "visages", "camera", "caméra", "vidéo",
];

fn sensitive_inference(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        let texts = [
            ("name_en", &investment.name.en),
            ("name_fr", &investment.name.fr),
            ("technology_family", &investment.technology_family),
        ];
        let words: Vec<String> = texts.iter().flat_map(|(_, text)| words_of(text)).collect();
        let body = words.iter().find(|word| BODY.contains(&word.as_str()));
        let feels = |word: &String| FEELINGS.iter().any(|feeling| word.starts_with(feeling));
        let (Some(body), Some((column, text))) =
            (body, texts.iter().find(|(_, text)| words_of(text).any(|word| feels(&word))))
        else {
            continue;
        };
        let name = dossier.called(&investment.id);
        let finding = SENSITIVE_INFERENCE.finding(
            &investment.place,
            format!("{} may infer feelings from more than text (\"{body}\").", name.en),
            format!("{} pourrait déduire des émotions d'autre chose qu'un texte (« {body} »).", name.fr),
        );
        findings.push(finding.at(column, text));
    }
    findings
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example::{self, candidates};
    use crate::domain::text::Bilingual;

    #[test]
    fn one_finding_per_incomplete_variant_at_its_first_blank() {
        let mut dossier = example::dossier();
        dossier.investments[0].variants[0].cost_lines[2].amounts[1] = None;
        dossier.investments[0].variants[0].benefit_lines[0].effect = None;
        let found = look(candidate_incomplete, &dossier, &example::model());
        assert_eq!((found.len(), found[0].column.as_str(), found[0].place.row), (1, "y1_eur", 4));
        assert!(found[0].message.fr.contains("2 cellules"), "{}", found[0].message.fr);
    }

    #[test]
    fn a_mandatory_candidate_needs_one_variant_that_fits() {
        let mut dossier = example::dossier();
        dossier.investments[0].is_mandatory = true;
        assert_eq!(look(mandatory_unfunded, &dossier, &example::model()), []);
        // 120,000 stated x (0.9 + 4 + 1.3) / 6 = 124,000 expected.
        dossier.settings.budgets.insert(0, dec!(124000));
        assert_eq!(look(mandatory_unfunded, &dossier, &example::model()), []);
        dossier.settings.budgets.insert(0, dec!(123999));
        let found = look(mandatory_unfunded, &dossier, &example::model());
        assert!(found.len() == 1 && found[0].message.en.contains("€124,000 in year 0"), "{found:?}");
        let mut lite = dossier.investments[0].variants[0].clone();
        lite.cost_lines.remove(0);
        dossier.investments[0].variants.push(lite);
        assert_eq!(look(mandatory_unfunded, &dossier, &example::model()), []);
    }

    #[test]
    fn a_mandatory_candidate_without_a_complete_variant_has_no_plan() {
        let mut dossier = example::dossier();
        dossier.investments[0].is_mandatory = true;
        dossier.investments[0].variants[0].cost_lines[0].amounts[0] = None;
        assert_eq!(look(mandatory_unfunded, &dossier, &example::model()).len(), 1);
        dossier.investments[0].variants.clear();
        assert_eq!(look(mandatory_unfunded, &dossier, &example::model()).len(), 1);
    }

    #[test]
    fn a_stated_zero_for_change_is_an_answer() {
        let mut dossier = example::dossier();
        dossier.investments[0].variants[0].cost_lines[1].amounts = vec![Some(dec!(0))];
        assert_eq!(look(no_change_cost, &dossier, &example::model()), []);
        dossier.investments[0].variants[0].cost_lines.remove(1);
        assert_eq!(look(no_change_cost, &dossier, &example::model())[0].value, "core");
    }

    #[test]
    fn a_start_window_holds_at_least_one_year() {
        let mut dossier = example::dossier();
        dossier.investments[0].earliest_start = 2;
        assert_eq!(look(start_window_empty, &dossier, &example::model()), []);
        dossier.investments[0].earliest_start = 3;
        assert_eq!(look(start_window_empty, &dossier, &example::model()).len(), 1);
        dossier.investments[0].latest_start = None;
        assert_eq!(look(start_window_empty, &dossier, &example::model()), []);
    }

    #[test]
    fn a_sponsor_of_four_is_noted_once() {
        let mut dossier = example::dossier();
        dossier.investments.extend([candidates::candidate("C", 4), candidates::candidate("D", 5)]);
        assert_eq!(look(sponsor_overloaded, &dossier, &example::model()), []);
        dossier.investments.push(candidates::candidate("E", 6));
        let found = look(sponsor_overloaded, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str(), found[0].place.row), (1, "Head of B", 3));
    }

    #[test]
    fn feelings_read_from_text_are_no_biometrics() {
        let mut dossier = example::dossier();
        let cases = [
            ("Sentiment analysis of reviews", 0),
            ("Voice of the customer", 0),
            ("Emotion in the agent interface", 0),
            ("Sentiment analysis of calls", 1),
            ("Emotional state from the Face", 1),
        ];
        for (name, n_findings) in cases {
            dossier.investments[0].name = Bilingual { en: name.into(), fr: String::new() };
            assert_eq!(look(sensitive_inference, &dossier, &example::model()).len(), n_findings, "{name}");
        }
    }
}
