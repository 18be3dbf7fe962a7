//! A robust choice as text for the terminal.

use rust_decimal::Decimal;

use super::aim_words::measure_noun;
use super::choice_words::choice_text;
use super::number::{counted, grouped, millions, percent, percent_of_real};
use super::real_number::{figure, thousands_of_real};
use super::robust::{Chooser, RobustItem, RobustResult};
use super::table::Table;
use super::text_regret::regrets_text;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::text::Language;
use crate::optimize::measures::measure::Measure;
use crate::optimize::weights::core_proof::Standing;
use crate::optimize::weights::robust_choice::Criterion;

/// What holds, a row per investment and per plan, who would choose what, and the regret table.
pub fn robust_text(result: &RobustResult, language: Language) -> String {
    let parts = [
        head(result, language),
        items(result, language),
        plans(result, language),
        choosers(result, language),
        regrets_text(result, language),
    ];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n")
}

fn head(result: &RobustResult, language: Language) -> String {
    let names = |items: &[&RobustItem]| {
        let names: Vec<&str> = items.iter().map(|item| item.verdict.investment.as_str()).collect();
        if names.is_empty() { "–".to_string() } else { names.join(" ") }
    };
    let of = |standing| names(&result.of(standing));
    let criteria: Vec<String> =
        result.criteria.iter().map(|one| measure_noun(result.dossier, &one.measure, language)).collect();
    let criteria = criteria.join(", ");
    let distinct = distinct(result, language);
    let gap = percent_of_real(result.gap, 4, language);
    let proof = proof(result, language);
    let [core, borderline, exterior] = [Standing::Core, Standing::Borderline, Standing::Exterior].map(of);
    match language {
        Language::English => format!(
            "Weights by {} over {criteria}: {} weights, {distinct}, each certified within {gap}, from \
             {} solves.\ncore: {core}\nborderline: {borderline}\nexterior: {exterior}\n{proof}\n",
            result.weights, result.samples, result.solves
        ),
        Language::French => format!(
            "Poids par {} sur {criteria}\u{a0}: {} poids, {distinct}, chacun certifié à {gap} près, \
             en {} résolutions.\nnoyau\u{a0}: {core}\nlimite\u{a0}: {borderline}\nhors plan\u{a0}: {exterior}\n{proof}\n",
            match result.weights {
                "ranks" => "rangs",
                "intervals" => "intervalles",
                _ => "parties prenantes",
            },
            result.samples,
            result.solves
        ),
    }
}

/// How many plans are best somewhere: all those that the table lists, with how many of them only at corners.
fn distinct(result: &RobustResult, language: Language) -> String {
    let winning = result.plans.iter().filter(|plan| plan.wins > 0.0).count();
    let at_corners = result.plans.len() - winning;
    let (one, several) = match language {
        Language::English => ("distinct best plan", "distinct best plans"),
        Language::French => ("meilleur plan distinct", "meilleurs plans distincts"),
    };
    let all = counted(result.plans.len(), one, several, language);
    match (at_corners, language) {
        (0, _) => all,
        (_, Language::English) => {
            let win = if winning == 1 { "wins" } else { "win" };
            let are = if at_corners == 1 { "is" } else { "are" };
            format!("{all} ({winning} {win} samples, {at_corners} {are} best at corners only)")
        }
        (_, Language::French) => {
            let win = if winning <= 1 { "gagne" } else { "gagnent" };
            let are = if at_corners == 1 { "n’est le meilleur" } else { "ne sont les meilleurs" };
            format!("{all} ({winning} {win} des échantillons, {at_corners} {are} qu’à des sommets)")
        }
    }
}

/// What the words core and exterior rest on.
fn proof(result: &RobustResult, language: Language) -> String {
    let settled = result.items.iter().filter(|item| item.verdict.standing != Standing::Borderline);
    let (all, proven) = (settled.clone().count(), settled.filter(|item| item.verdict.is_proven).count());
    match (result.has_proofs, language) {
        (false, Language::English) => "Core and exterior are what was seen at samples and corners; no proof was asked for.".into(),
        (false, Language::French) => {
            "Noyau et hors plan sont ce qui a été vu aux échantillons et aux sommets\u{a0}; aucune preuve n’a été demandée.".into()
        }
        (true, Language::English) => format!(
            "{proven} of {all} core and exterior verdicts are proven for every admitted weight; those with * hold at all \
             samples and corners."
        ),
        (true, Language::French) => format!(
            "{proven} des {all} verdicts noyau et hors plan sont prouvés pour tous les poids admis\u{a0}; ceux avec * valent à \
             tous les échantillons et sommets."
        ),
    }
}

fn items(result: &RobustResult, language: Language) -> String {
    let mut headings: Vec<String> = match language {
        Language::English => ["investment", "standing", ">accepted", ">core index", ">margin", "variants"],
        Language::French => {
            ["investissement", "verdict", ">accepté", ">indice de noyau", ">marge", "variantes"]
        }
    }
    .map(String::from)
    .to_vec();
    if result.scores.is_some() {
        headings.push(match language {
            Language::English => ">with scores moved".into(),
            Language::French => ">notes déplacées".into(),
        });
    }
    for factor in result.budgets {
        let share = grouped(*factor, 2, language);
        headings.push(match language {
            Language::English => format!(">index at {share}"),
            Language::French => format!(">indice à {share}"),
        });
    }
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    let is_told = |item: &&RobustItem| {
        item.verdict.standing != Standing::Exterior
            || item.by_budget.iter().flatten().any(|index| *index > 0.0)
    };
    for item in result.items.iter().filter(is_told) {
        let doubt =
            result.has_proofs && !item.verdict.is_proven && item.verdict.standing != Standing::Borderline;
        let mut row = vec![
            item.verdict.investment.to_string(),
            format!("{}{}", standing(item.verdict.standing, language), if doubt { "*" } else { "" }),
            percent_of_real(item.acceptability, 1, language),
            figure(item.core_index, 2, language),
            item.verdict.margin.map_or_else(String::new, |margin| figure(margin, 4, language)),
            variants(item, language),
        ];
        row.extend(item.shaken.map(|share| percent_of_real(share, 1, language)));
        let level =
            |index: &Option<f64>| index.map_or_else(|| "–".into(), |index| figure(index, 2, language));
        row.extend(item.by_budget.iter().map(level));
        table.row(row);
    }
    table.text()
}

fn variants(item: &RobustItem, language: Language) -> String {
    let named = |choice: &Choice| match choice.share == Decimal::ONE {
        true => format!("{}@{}", choice.variant, choice.start),
        false => format!("{}@{} ({})", choice.variant, choice.start, percent(choice.share, 0, language)),
    };
    match item.by_variant.as_slice() {
        [] => String::new(),
        [(choice, _)] => named(choice),
        several => several
            .iter()
            .map(|(choice, share)| format!("{} {}", named(choice), percent_of_real(*share, 0, language)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Core, borderline or exterior in the language of the reader.
fn standing(standing: Standing, language: Language) -> &'static str {
    match (standing, language) {
        (_, Language::English) => standing.name(),
        (Standing::Core, _) => "noyau",
        (Standing::Borderline, _) => "limite",
        (Standing::Exterior, _) => "hors plan",
    }
}

fn plans(result: &RobustResult, language: Language) -> String {
    let noun = |criterion: &Criterion| measure_noun(result.dossier, &criterion.measure, language);
    let criteria: Vec<String> = result.criteria.iter().map(|one| format!(">{}", noun(one))).collect();
    let (wins, npv, shaken, beside) = match language {
        Language::English => (">wins", ">NPV", ">with scores moved", "beside the core"),
        Language::French => (">gagne", ">VAN", ">notes déplacées", "en plus du noyau"),
    };
    let mut headings = vec![wins, npv];
    let others: Vec<usize> =
        (0..criteria.len()).filter(|at| result.criteria[*at].measure != Measure::Npv).collect();
    headings.extend(others.iter().map(|at| criteria[*at].as_str()));
    if result.scores.is_some() {
        headings.push(shaken);
    }
    headings.push(beside);
    let mut table = Table::new(&headings);
    let currency = &result.dossier.settings.currency;
    for plan in result.plans {
        let mut row = vec![percent_of_real(plan.wins, 1, language), millions(plan.npv, currency, language)];
        let told = |at: &usize| match result.criteria[*at].measure {
            Measure::Coverage(_) => percent_of_real(plan.criteria[*at], 1, language),
            Measure::Points | Measure::Objectives => figure(plan.criteria[*at], 2, language),
            Measure::Objective(_) => figure(plan.criteria[*at], 3, language),
            Measure::Npv => thousands_of_real(plan.criteria[*at], currency, language),
            // These measures are minus what their words say: less exit cost, less cost, less regret.
            Measure::Regret | Measure::Thrift | Measure::Freedom => {
                thousands_of_real(0.0 - plan.criteria[*at], currency, language)
            }
        };
        row.extend(others.iter().map(told));
        row.extend(plan.shaken.map(|share| percent_of_real(share, 1, language)));
        row.push(beside_core(result, &plan.portfolio, language));
        table.row(row);
    }
    table.text()
}

/// The choices of a plan that are not core.
fn beside_core(result: &RobustResult, portfolio: &Portfolio, language: Language) -> String {
    let core = result.of(Standing::Core);
    let is_core = |id: &_| core.iter().any(|item| &item.verdict.investment == id);
    let beside = portfolio.choices().iter().filter(|choice| !is_core(&choice.investment));
    beside.map(|choice| choice_text(choice, language)).collect::<Vec<_>>().join(" ")
}

fn choosers(result: &RobustResult, language: Language) -> String {
    let headings = match language {
        Language::English => ["who", ">may miss", "would choose beside the core"],
        Language::French => ["qui", ">peut perdre", "choisirait en plus du noyau"],
    };
    let mut table = Table::new(&headings);
    for chooser in result.choosers {
        table.row(vec![
            who(result, chooser, language),
            percent_of_real(chooser.gap, 2, language),
            beside_core(result, &chooser.portfolio, language),
        ]);
    }
    let common: Vec<&str> = result.common_core().iter().map(|id| id.as_str()).collect();
    let common = common.join(" ");
    match language {
        Language::English => format!("{}all of them: {common}\n", table.text()),
        Language::French => format!("{}tous\u{a0}: {common}\n", table.text()),
    }
}

/// A stakeholder, or somebody who weighs the criteria as at a corner.
fn who(result: &RobustResult, chooser: &Chooser, language: Language) -> String {
    if let Some(who) = &chooser.who {
        return who.clone();
    }
    let weighed = result.criteria.iter().zip(&chooser.weights).filter(|(_, weight)| **weight > 0.0);
    let told: Vec<String> = weighed
        .map(|(criterion, weight)| {
            let noun = measure_noun(result.dossier, &criterion.measure, language);
            format!("{noun} {}", percent_of_real(*weight, 0, language))
        })
        .collect();
    told.join(", ")
}
