//! A chosen portfolio as text for the terminal.

use rust_decimal::Decimal;

use super::choice_words::{choice_text, start_text};
use super::number::{counted, grouped, percent, percent_of_real, thousands};
use super::plan::PlanResult;
use super::repair_words::repair_words;
use super::rule_limit::limit_text;
use super::table::Table;
use super::text_aim::aim_text;
use super::text_case::{rates_text, roi_text, short, years_text};
use super::text_left_out::left_out_text;
use super::text_recommendation::{recommendation, status_text};
use super::text_unjudged::unjudged_text;
use crate::case::portfolio_case::ValueModel;
use crate::domain::finding::Severity;
use crate::domain::text::Language;
use crate::optimize::outcome::{Plan, RuleUse};
use crate::optimize::statement::Statement;

/// Rules named in one line; the others are counted, and all of them stand in the JSON.
const RULES_SHOWN: usize = 8;

/// Marks an investment that a rule keeps in the plan whatever it is worth.
const KEPT: &str = "*";

/// The plan: one sentence, money, budgets and people by year, what is in, what is out and why.
pub fn plan_text(result: &PlanResult, language: Language) -> String {
    let Some(plan) = &result.outcome.plan else { return no_plan_text(result, language) };
    let mut text = format!("{}\n{}\n", recommendation(result, plan, language), status_text(result, language));
    text.push_str(&aim_text(result, plan, language));
    // A plan of nothing has no measures, years or days worth a table.
    if !plan.portfolio.choices().is_empty() {
        text.push_str(&measures_line(result, plan, language));
    }
    text.push_str(banner(result, language));
    text.push('\n');
    if !plan.portfolio.choices().is_empty() {
        text.push_str(&portfolio_text(result, plan, language));
        text.push_str(&years_table(result, plan, language));
        text.push_str(&roles_table(result, plan, language));
    }
    text.push_str(&binding_text(result, plan, language));
    text.push_str(&left_out_text(result, plan, language));
    text.push_str(&unjudged_text(result, language));
    text.push_str(&footer(result, language));
    text
}

fn measures_line(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let appraisal = &plan.case.appraisal;
    let readiness = percent_of_real(result.readiness.share, 0, language);
    let profile = result.profile.and_then(|profile| profile.mean());
    let profile = profile
        .and_then(crate::quantity::real::exact)
        .map_or("–".into(), |mean| grouped(mean, 1, language));
    let (roi, irr) = (roi_text(appraisal, language), rates_text(appraisal, language));
    let payback = years_text(appraisal.payback.sustained, language);
    match language {
        Language::English => format!(
            "ROI {roi} · IRR {irr} · sustained payback {payback} years · customer-obsession profile {profile}/10 · readiness {readiness}\n"
        ),
        Language::French => format!(
            "ROI {roi} · TRI {irr} · récupération durable {payback} ans · profil d’obsession client {profile}/10 · maturité du dossier {readiness}\n"
        ),
    }
}

fn banner(result: &PlanResult, language: Language) -> &'static str {
    match (result.is_strategy_incomplete(), language) {
        (false, _) => "",
        (true, Language::English) => {
            "Strategy incomplete: too few gates of the dossier are passed; run `cxfolio check`.\n"
        }
        (true, Language::French) => {
            "Stratégie incomplète\u{a0}: trop peu de jalons du dossier sont franchis\u{a0}; lancez `cxfolio check`.\n"
        }
    }
}

fn portfolio_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let mut table = match language {
        Language::English => Table::new(&[
            "in the plan",
            "investment",
            ">start",
            ">PV cost",
            ">NPV alone",
            ">NPV change if dropped",
        ]),
        Language::French => Table::new(&[
            "au plan",
            "investissement",
            ">début",
            ">VA coûts",
            ">VAN seule",
            ">effet sur la VAN si retiré",
        ]),
    };
    let mut kept: Vec<String> = Vec::new();
    for choice in plan.portfolio.choices() {
        let Some(case) = result.cases.get(&choice.investment, &choice.variant) else { continue };
        let name = result.dossier.investment(&choice.investment).map_or("", |item| item.name.get(language));
        let dropped =
            plan.neighbours.iter().find(|n| n.variant.is_none() && n.investment == choice.investment);
        let rules = dropped.map_or(&[][..], |neighbour| &neighbour.broken);
        let mark = if rules.is_empty() { "" } else { KEPT };
        kept.extend(rules.iter().map(|(rule, _)| {
            let clause = rule.clause(result.dossier);
            format!("{} ({})", choice.investment, clause.get(language))
        }));
        table.row(vec![
            format!("{}{mark}", choice_text(choice, language)),
            short(name, 52),
            start_text(choice.start, &result.dossier.settings, language),
            thousands(case.pv_cost, currency, language),
            thousands(case.npv, currency, language),
            dropped.map_or("–".into(), |n| thousands(n.gain, currency, language)),
        ]);
    }
    let legend = match (kept.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::English) => {
            format!("{KEPT} kept in by a rule, whatever it is worth: {}\n", kept.join("; "))
        }
        (false, Language::French) => {
            let kept = kept.join("\u{a0}; ");
            format!("{KEPT} maintenu par une règle, quelle que soit sa valeur\u{a0}: {kept}\n")
        }
    };
    format!("{}{legend}\n", table.text())
}

fn years_table(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let settings = &result.dossier.settings;
    let currency = &settings.currency;
    let words = match language {
        Language::English => ["year", ">cost", ">budget or cap", ">benefit", ">net"],
        Language::French => ["année", ">coûts", ">budget ou plafond", ">gains", ">net"],
    };
    let mut table = Table::new(&words);
    for (year, net) in plan.case.net().into_iter().enumerate() {
        let limit = settings.budgets.get(&year).or_else(|| settings.run_rate_caps.get(&year));
        table.row(vec![
            (settings.base_year + year as i32).to_string(),
            thousands(plan.case.cost[year], currency, language),
            limit.map_or("–".into(), |limit| thousands(*limit, currency, language)),
            thousands(plan.case.benefit[year], currency, language),
            thousands(net, currency, language),
        ]);
    }
    format!("{}\n", table.text())
}

fn roles_table(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let mut table = match language {
        Language::English => Table::new(&["role", "year", ">days used", ">available", ">share", "binds"]),
        Language::French => {
            Table::new(&["rôle", "année", ">jours utilisés", ">disponibles", ">part", "contraint"])
        }
    };
    for rule in &plan.uses {
        let Statement::RoleDays { role, year } = &rule.statement else { continue };
        let name = result
            .dossier
            .roles
            .iter()
            .find(|item| &item.id == role)
            .map_or("", |item| item.name.get(language));
        let share = if rule.limit.is_zero() { Decimal::ZERO } else { rule.used / rule.limit };
        table.row(vec![
            format!("{role} {}", short(name, 32)),
            (result.dossier.settings.base_year + *year as i32).to_string(),
            grouped(rule.used, 0, language),
            grouped(rule.limit, 0, language),
            percent(share, 0, language),
            if rule.is_binding { "◄".into() } else { String::new() },
        ]);
    }
    if table.is_empty() { String::new() } else { format!("{}\n", table.text()) }
}

/// The rules that stand between the plan and a better neighbour, with what that means.
fn binding_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let separator = match language {
        Language::English => "; ",
        Language::French => "\u{a0}; ",
    };
    let clauses = |is_meant: &dyn Fn(&RuleUse) -> bool| -> String {
        let meant = plan.uses.iter().filter(|rule| is_meant(rule));
        let mut clauses: Vec<String> =
            meant.map(|rule| rule.statement.clause(result.dossier).get(language).to_string()).collect();
        if clauses.len() > RULES_SHOWN {
            let more = clauses.len() - RULES_SHOWN;
            clauses.truncate(RULES_SHOWN);
            clauses.push(match language {
                Language::English => format!("and {more} more"),
                Language::French => format!("et {more} de plus"),
            });
        }
        clauses.join(separator)
    };
    let alone = clauses(&|rule| rule.is_binding);
    let together = clauses(&|rule| rule.binds_with_others);
    let [title, alone_means, none, together_title] = match language {
        Language::English => [
            "What binds:",
            "each alone forbids some single change that would raise the NPV",
            "no rule alone forbids a single change that would raise the NPV",
            "Only together with others (loosening one of them alone gains nothing):",
        ],
        Language::French => [
            "Ce qui contraint\u{a0}:",
            "chacune interdit à elle seule un changement isolé qui augmenterait la VAN",
            "aucune règle n’interdit à elle seule un changement isolé qui augmenterait la VAN",
            "Seulement avec d’autres (assouplir une seule n’apporte rien)\u{a0}:",
        ],
    };
    let mut text = match alone.is_empty() {
        true => format!("{title} {none}\n"),
        false => format!("{title} {alone}\n({alone_means})\n"),
    };
    if !together.is_empty() {
        text.push_str(&format!("{together_title} {together}\n"));
    }
    text.push('\n');
    text
}

fn no_plan_text(result: &PlanResult, language: Language) -> String {
    let mut text = format!("{}\n", status_text(result, language));
    for (at, conflict) in result.outcome.conflicts.iter().enumerate() {
        text.push_str(conflict_title(at == 0, conflict.len() == 1, language));
        for statement in conflict {
            let limit = limit_text(result.dossier, statement, language);
            let limit = limit.map_or_else(String::new, |limit| format!(" = {limit}"));
            let clause = statement.clause(result.dossier);
            text.push_str(&format!("  - {}{limit}  ({})\n", clause.get(language), statement.name()));
        }
    }
    text.push_str(&repairs_text(result, language));
    text.push_str(&unjudged_text(result, language));
    text.push_str(&footer(result, language));
    text
}

/// The line above a conflict; one rule alone is no conflict between rules.
fn conflict_title(is_first: bool, is_alone: bool, language: Language) -> &'static str {
    match (is_first, is_alone, language) {
        (_, true, Language::English) => "This cannot be kept by any plan:\n",
        (_, true, Language::French) => "Aucun plan ne peut respecter ceci\u{a0}:\n",
        (true, false, Language::English) => "These cannot be kept together; at least one has to give way:\n",
        (true, false, Language::French) => {
            "Celles-ci sont incompatibles\u{a0}; au moins l’une doit céder\u{a0}:\n"
        }
        (false, false, Language::English) => "Nor can these be kept together:\n",
        (false, false, Language::French) => "Celles-ci sont incompatibles aussi\u{a0}:\n",
    }
}

/// What would make a plan possible, one line each, cheapest first.
fn repairs_text(result: &PlanResult, language: Language) -> String {
    let repairs = &result.outcome.repairs;
    if repairs.is_empty() {
        return String::new();
    }
    let mut text = String::from(match language {
        Language::English => "Any one of these makes a plan possible:\n",
        Language::French => "L’une de ces réparations rend un plan possible\u{a0}:\n",
    });
    for repair in repairs {
        text.push_str(&format!("  - {}\n", repair_words(result.dossier, repair, language)));
    }
    text
}

fn footer(result: &PlanResult, language: Language) -> String {
    let (model, version) = (&result.model.name, &result.model.version);
    let rounds = result.outcome.rounds;
    let value = value_model_text(result.outcome.value_model, language);
    let mark = result.fingerprint.get(..16).unwrap_or(result.fingerprint);
    let warnings = result.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    let doubts = match (warnings, language) {
        (0, _) => String::new(),
        (_, Language::English) => {
            let warnings = counted(warnings, "warning", "warnings", language);
            format!("The dossier has {warnings}: run `cxfolio check`.\n")
        }
        (_, Language::French) => {
            let warnings = counted(warnings, "avertissement", "avertissements", language);
            format!("Le dossier a {warnings}\u{a0}: lancez `cxfolio check`.\n")
        }
    };
    let facts = match language {
        Language::English => {
            let solves = counted(rounds, "solve", "solves", language);
            format!(
                "Value model {value} · decision model {model} {version} · HiGHS, {solves} · fingerprint {mark}\n"
            )
        }
        Language::French => {
            let solves = counted(rounds, "résolution", "résolutions", language);
            format!(
                "Modèle de valeur {value} · modèle de décision {model} {version} · HiGHS, {solves} · empreinte {mark}\n"
            )
        }
    };
    format!("{doubts}{facts}")
}

/// The value model in words.
pub fn value_model_text(model: ValueModel, language: Language) -> &'static str {
    match (model, language) {
        (ValueModel::Full, Language::English) => "full",
        (ValueModel::Full, Language::French) => "complet",
        (ValueModel::Additive, Language::English) => "additive",
        (ValueModel::Additive, Language::French) => "additif",
    }
}
