//! A chosen portfolio as text for the terminal.

use rust_decimal::Decimal;

use super::number::{grouped, millions, percent, percent_of_real, thousands};
use super::plan::PlanResult;
use super::table::Table;
use super::text_case::{rates_text, roi_text, short, years_text};
use crate::domain::text::Language;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::{Plan, Status};
use crate::optimize::statement::Statement;

/// The plan: one sentence, money, budgets and people by year, what is in, what is out and why.
pub fn plan_text(result: &PlanResult, language: Language) -> String {
    let Some(plan) = &result.outcome.plan else { return no_plan_text(result, language) };
    let mut text = headline(result, plan, language);
    text.push_str(&portfolio_text(result, plan, language));
    text.push_str(&years_table(result, plan, language));
    text.push_str(&rules_text(result, plan, language));
    text.push_str(&left_out_text(result, plan, language));
    text.push_str(&footer(result, language));
    text
}

/// The recommendation in one sentence.
pub fn recommendation(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let name = result.dossier.settings.name.get(language);
    let n = plan.portfolio.choices().len();
    let of = result.dossier.investments.len();
    let npv = millions(plan.case.npv, currency, language);
    let cost = millions(plan.case.pv_cost, currency, language);
    let benefit = millions(plan.case.pv_benefit, currency, language);
    let covered = result.coverage.map(|coverage| percent_of_real(coverage.total, 0, language));
    match (language, covered) {
        (Language::English, Some(covered)) => format!(
            "{name}: fund {n} of {of} candidates; {cost} of cost brings {benefit} of benefit, a net present value \
             of {npv}, and closes {covered} of the gap at the moments that matter to customers."
        ),
        (Language::English, None) => format!(
            "{name}: fund {n} of {of} candidates; {cost} of cost brings {benefit} of benefit, a net present value \
             of {npv}. What it does for customers cannot be said: the dossier weighs no moment of truth."
        ),
        (Language::French, Some(covered)) => format!(
            "{name}\u{a0}: financer {n} candidats sur {of}\u{a0}; {cost} de coûts apportent {benefit} de gains, soit une \
             valeur actuelle nette de {npv}, et comblent {covered} de l’écart aux moments qui comptent pour les clients."
        ),
        (Language::French, None) => format!(
            "{name}\u{a0}: financer {n} candidats sur {of}\u{a0}; {cost} de coûts apportent {benefit} de gains, soit une \
             valeur actuelle nette de {npv}. L’effet sur les clients reste inconnu\u{a0}: le dossier ne pondère aucun moment de vérité."
        ),
    }
}

/// How sure the answer is, in words.
pub fn status_text(result: &PlanResult, language: Language) -> String {
    let bound = result.outcome.bound.unwrap_or_default();
    let bound = millions(bound, &result.dossier.settings.currency, language);
    let gap = result.outcome.gap.unwrap_or_default();
    let gap = percent_of_real(gap, 3, language);
    match (result.outcome.status, language) {
        (Status::LimitReached, Language::English) if result.outcome.bound.is_none() => {
            "Not proven: the solver's numbers contradict this plan's exact value; take it as a proposal.".into()
        }
        (Status::LimitReached, Language::French) if result.outcome.bound.is_none() => {
            "Non prouvé\u{a0}: les nombres du solveur contredisent la valeur exacte de ce plan\u{a0}; à prendre comme une proposition.".into()
        }
        (Status::Optimal, Language::English) => "Proven: no plan that keeps all rules is worth more.".into(),
        (Status::Optimal, Language::French) => {
            "Prouvé\u{a0}: aucun plan respectant toutes les règles ne vaut davantage.".into()
        }
        (Status::WithinGap, Language::English) => {
            format!("No plan is worth more than {bound}: at most {gap} above this one.")
        }
        (Status::WithinGap, Language::French) => {
            format!("Aucun plan ne vaut plus de {bound}\u{a0}: au plus {gap} au-dessus de celui-ci.")
        }
        (Status::LimitReached, Language::English) => {
            format!("Stopped at a limit: the best plan may be worth up to {bound}, {gap} more than this one.")
        }
        (Status::LimitReached, Language::French) => {
            format!(
                "Arrêté à une limite\u{a0}: le meilleur plan vaut au plus {bound}, soit {gap} de plus que celui-ci."
            )
        }
        (Status::Infeasible, Language::English) => "No plan keeps all rules.".into(),
        (Status::Infeasible, Language::French) => "Aucun plan ne respecte toutes les règles.".into(),
    }
}

fn headline(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let mut text = format!("{}\n{}\n", recommendation(result, plan, language), status_text(result, language));
    let appraisal = &plan.case.appraisal;
    let readiness = percent_of_real(result.readiness.share, 0, language);
    let profile = result.profile.and_then(|profile| profile.mean());
    let profile = profile
        .and_then(crate::quantity::real::exact)
        .map_or("–".into(), |mean| grouped(mean, 1, language));
    let (roi, irr) = (roi_text(appraisal, language), rates_text(appraisal, language));
    let payback = years_text(appraisal.payback.sustained, language);
    text.push_str(&match language {
        Language::English => format!(
            "ROI {roi} · IRR {irr} · sustained payback {payback} years · customer-obsession profile {profile}/10 · readiness {readiness}\n"
        ),
        Language::French => format!(
            "ROI {roi} · TRI {irr} · récupération durable {payback} ans · profil d’obsession client {profile}/10 · maturité du dossier {readiness}\n"
        ),
    });
    if result.is_strategy_incomplete() {
        text.push_str(match language {
            Language::English => "Strategy incomplete: too few gates of the dossier are passed; run `cxfolio check`.\n",
            Language::French => {
                "Stratégie incomplète\u{a0}: trop peu de jalons du dossier sont franchis\u{a0}; lancez `cxfolio check`.\n"
            }
        });
    }
    text.push('\n');
    text
}

fn portfolio_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let mut table = match language {
        Language::English => {
            Table::new(&["in the plan", "investment", ">start", ">PV cost", ">NPV alone", ">if dropped"])
        }
        Language::French => {
            Table::new(&["au plan", "investissement", ">début", ">VA coûts", ">VAN seule", ">si retiré"])
        }
    };
    for choice in plan.portfolio.choices() {
        let Some(case) = result.cases.get(&choice.investment, &choice.variant) else { continue };
        let name = result.dossier.investment(&choice.investment).map_or("", |item| item.name.get(language));
        let dropped =
            plan.neighbours.iter().find(|n| n.variant.is_none() && n.investment == choice.investment);
        table.row(vec![
            format!("{}:{}", choice.investment, choice.variant),
            short(name, 52),
            (result.dossier.settings.base_year + choice.start as i32).to_string(),
            thousands(case.pv_cost, currency, language),
            thousands(case.npv, currency, language),
            dropped.map_or("–".into(), |n| thousands(n.gain, currency, language)),
        ]);
    }
    format!("{}\n", table.text())
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

fn rules_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
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
    let binding: Vec<String> = plan
        .uses
        .iter()
        .filter(|rule| rule.is_binding)
        .map(|rule| rule.statement.clause(result.dossier.settings.base_year).get(language).to_string())
        .collect();
    let word = match language {
        Language::English => "What binds:",
        Language::French => "Ce qui contraint :",
    };
    let separator = match language {
        Language::English => "; ",
        Language::French => "\u{a0}; ",
    };
    let binding = if binding.is_empty() { "–".to_string() } else { binding.join(separator) };
    let table = if table.is_empty() { String::new() } else { format!("{}\n", table.text()) };
    format!("{table}{word} {binding}\n\n")
}

fn left_out_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let mut table = match language {
        Language::English => Table::new(&["left out", "investment", ">NPV if added", "why"]),
        Language::French => Table::new(&["écarté", "investissement", ">VAN si ajouté", "pourquoi"]),
    };
    for neighbour in plan.left_out() {
        let name =
            result.dossier.investment(&neighbour.investment).map_or("", |item| item.name.get(language));
        let variant = neighbour.variant.as_ref().map_or("", |variant| variant.as_str());
        table.row(vec![
            format!("{}:{variant}", neighbour.investment),
            short(name, 40),
            thousands(neighbour.gain, &result.dossier.settings.currency, language),
            reason(result, neighbour, language),
        ]);
    }
    if table.is_empty() { String::new() } else { format!("{}\n", table.text()) }
}

/// Why a candidate is left out, in one clause.
pub fn reason(result: &PlanResult, neighbour: &Neighbour, language: Language) -> String {
    let base_year = result.dossier.settings.base_year;
    let broken: Vec<String> = neighbour
        .broken
        .iter()
        .map(|(statement, short_by)| {
            let clause = statement.clause(base_year);
            let clause = clause.get(language);
            match statement {
                Statement::Budget { .. } | Statement::RunRate { .. } => {
                    format!(
                        "{clause} (+{})",
                        thousands(*short_by, &result.dossier.settings.currency, language)
                    )
                }
                Statement::RoleDays { .. } => match language {
                    Language::English => format!("{clause} (+{} days)", grouped(*short_by, 0, language)),
                    Language::French => format!("{clause} (+{} jours)", grouped(*short_by, 0, language)),
                },
                _ => clause.to_string(),
            }
        })
        .collect();
    let is_loss = neighbour.gain <= Decimal::ZERO;
    match (is_loss, broken.is_empty(), language) {
        (true, _, Language::English) => "would cost more than it brings here".into(),
        (true, _, Language::French) => "coûterait plus qu’il n’apporte ici".into(),
        (false, true, Language::English) => "another choice is worth more".into(),
        (false, true, Language::French) => "un autre choix vaut davantage".into(),
        (false, false, Language::English) => format!("no room: {}", broken.join("; ")),
        (false, false, Language::French) => format!("pas de place\u{a0}: {}", broken.join("\u{a0}; ")),
    }
}

fn no_plan_text(result: &PlanResult, language: Language) -> String {
    let base_year = result.dossier.settings.base_year;
    let mut text = format!("{}\n", status_text(result, language));
    text.push_str(match language {
        Language::English => "These cannot be kept together; at least one has to give way:\n",
        Language::French => "Celles-ci sont incompatibles\u{a0}; au moins l’une doit céder\u{a0}:\n",
    });
    for statement in &result.outcome.conflict {
        text.push_str(&format!(
            "  - {}  ({})\n",
            statement.clause(base_year).get(language),
            statement.name()
        ));
    }
    text.push_str(&footer(result, language));
    text
}

fn footer(result: &PlanResult, language: Language) -> String {
    let (model, version) = (&result.model.name, &result.model.version);
    let (value, rounds) = (result.outcome.value_model.name(), result.outcome.rounds);
    let mark = result.fingerprint.get(..16).unwrap_or(result.fingerprint);
    match language {
        Language::English => {
            format!(
                "Value model {value} · decision model {model} {version} · HiGHS, {rounds} solve(s) · fingerprint {mark}\n"
            )
        }
        Language::French => {
            format!(
                "Modèle de valeur {value} · modèle de décision {model} {version} · HiGHS, {rounds} résolution(s) · empreinte {mark}\n"
            )
        }
    }
}
