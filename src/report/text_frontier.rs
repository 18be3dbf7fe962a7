//! The frontier as text for the terminal.

use rust_decimal::Decimal;

use super::aim_words::measure_noun;
use super::change_words::money as amount_in_words;
use super::choice_words::{dated_choices, dated_moves, joined, named_investment};
use super::frontier::{Against, Drawn, DrawnPlan, Frontier, FrontierPoint};
use super::number::{counted, grouped, millions, money, percent, rounded, thousands};
use super::plan_list::ListedPlan;
use super::rule_unit::RuleUnit;
use super::table::Table;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::text::Language;
use crate::optimize::fronts::budget_steps::Leaver;
use crate::optimize::measures::measure::Measure;
use crate::optimize::statement::Statement;

/// A sentence, a row per point with what enters and leaves, what leaves although money grows, and the plans drawn in.
pub fn frontier_text(frontier: &Frontier, language: Language) -> String {
    let mut text = format!("{}\n\n{}", head(frontier, language), table(frontier, language));
    let leavers = frontier.points.iter().flat_map(|point| point.leavers.iter().map(move |one| (point, one)));
    let sentences: Vec<String> =
        leavers.map(|(point, leaver)| leaver_text(frontier, point, leaver, language)).collect();
    if !sentences.is_empty() {
        text.push_str(&format!("\n{}\n", sentences.join("\n")));
    }
    let steps = steps(frontier, language);
    if !steps.is_empty() {
        text.push_str(&format!("\n{steps}"));
    }
    if !frontier.drawn.is_empty() {
        text.push_str(&format!("\n{}", drawn_text(frontier, language)));
    }
    text
}

fn head(frontier: &Frontier, language: Language) -> String {
    let n = frontier.points.iter().filter(|point| point.plan.is_some()).count();
    let is_proven = frontier.points.iter().all(|point| point.is_efficient || point.plan.is_none());
    let proof = match (is_proven, language) {
        (true, Language::English) => "each proven",
        (true, Language::French) => "chacun prouvé",
        (false, Language::English) => "those with ? not proven",
        (false, Language::French) => "ceux avec ? non prouvés",
    };
    match (frontier.against, language) {
        (Against::Budget, Language::English) => format!(
            "NPV against money: the best plan at {} shares of all budgets, {proof}.",
            frontier.points.len()
        ),
        (Against::Budget, Language::French) => format!(
            "VAN selon l’argent\u{a0}: le meilleur plan pour {} parts de tous les budgets, {proof}.",
            frontier.points.len()
        ),
        (Against::Measure(measure), Language::English) => format!(
            "NPV against {}: {}, {proof}; {}.",
            measure_noun(frontier.dossier, measure, language),
            counted(n, "efficient plan", "efficient plans", language),
            if frontier.is_complete { "there are no others" } else { "a selection, more lie between" }
        ),
        (Against::Measure(measure), Language::French) => format!(
            "VAN selon {}\u{a0}: {}, {proof}\u{a0}; {}.",
            measure_noun(frontier.dossier, measure, language),
            counted(n, "plan efficace", "plans efficaces", language),
            if frontier.is_complete {
                "il n’y en a pas d’autre"
            } else {
                "une sélection, d’autres se trouvent entre eux"
            }
        ),
    }
}

fn table(frontier: &Frontier, language: Language) -> String {
    let against = match frontier.against {
        Against::Budget => "budget".to_string(),
        Against::Measure(measure) => measure_noun(frontier.dossier, measure, language),
    };
    let against = format!(">{against}");
    let headings: [&str; 6] = match (frontier.against, language) {
        (Against::Budget, Language::English) => {
            [">share", &against, ">NPV", ">NPV per unit more", "enters, moves", "leaves"]
        }
        (Against::Budget, Language::French) => {
            [">part", &against, ">VAN", ">VAN par unité de plus", "entre, change", "sort"]
        }
        (_, Language::English) => [&against, ">NPV", ">NPV per unit more", "enters, moves", "leaves", ""],
        (_, Language::French) => [&against, ">VAN", ">VAN par unité de plus", "entre, change", "sort", ""],
    };
    let is_budget = *frontier.against == Against::Budget;
    let mut table = Table::new(if is_budget { &headings } else { &headings[..5] });
    let currency = &frontier.dossier.settings.currency;
    for (at, point) in frontier.points.iter().enumerate() {
        let change = frontier.change(at);
        let mut row = vec![measured(frontier, point.at, language)];
        if is_budget {
            row.push(point.money.map_or_else(String::new, |amount| millions(amount, currency, language)));
        }
        let doubt = if point.is_efficient { "" } else { " ?" };
        row.push(point.plan.as_ref().map_or_else(
            || no_plan(language).to_string(),
            |plan| format!("{}{doubt}", millions(plan.npv - plan.penalty, currency, language)),
        ));
        row.push(price_text(frontier, point, language));
        row.push(if at == 0 {
            all_of(frontier, point, language)
        } else {
            arriving(frontier, &change, language)
        });
        row.push(names(frontier, &change.left, language).join(", "));
        table.row(row);
    }
    table.text()
}

/// A share of the budgets or an amount of the measure, as people read it.
fn measured(frontier: &Frontier, at: Decimal, language: Language) -> String {
    let currency = &frontier.dossier.settings.currency;
    match frontier.against {
        Against::Budget => grouped(at, rounded(at, 4).normalize().scale().max(2), language),
        Against::Measure(Measure::Coverage(_)) => percent(at, 2, language),
        Against::Measure(Measure::Objective(_)) => grouped(at, 4, language),
        Against::Measure(Measure::Objectives | Measure::Points) => grouped(at, 2, language),
        Against::Measure(Measure::Npv) => money(at, currency, language),
        // These measures are minus what their words say: less exit cost, less cost, less regret.
        Against::Measure(Measure::Regret | Measure::Thrift | Measure::Freedom) => {
            money(-at, currency, language)
        }
    }
}

fn price_text(frontier: &Frontier, point: &FrontierPoint, language: Language) -> String {
    let Some(price) = point.price else { return "–".into() };
    let currency = &frontier.dossier.settings.currency;
    match frontier.against {
        Against::Measure(Measure::Coverage(_) | Measure::Objective(_)) => {
            format!("{} / 0.01", thousands(-price, currency, language))
        }
        Against::Measure(Measure::Objectives | Measure::Points) => thousands(-price, currency, language),
        Against::Measure(_) => grouped(-price, 2, language),
        Against::Budget => grouped(price, 2, language),
    }
}

fn all_of(frontier: &Frontier, point: &FrontierPoint, language: Language) -> String {
    let all = |plan: &ListedPlan| names(frontier, plan.portfolio.choices(), language).join(", ");
    point.plan.as_ref().map_or_else(String::new, all)
}

fn no_plan(language: Language) -> &'static str {
    match language {
        Language::English => "no plan",
        Language::French => "aucun plan",
    }
}

fn names(frontier: &Frontier, choices: &[Choice], language: Language) -> Vec<String> {
    dated_choices(choices, &frontier.dossier.settings, language)
}

/// Which investment leaves although money grows, and why.
pub fn leaver_text(
    frontier: &Frontier,
    point: &FrontierPoint,
    leaver: &Leaver,
    language: Language,
) -> String {
    let currency = &frontier.dossier.settings.currency;
    let share = percent(point.at, rounded(point.at, 4).normalize().scale().saturating_sub(2), language);
    let who = named_investment(frontier.dossier, &leaver.investment, language);
    let by: Vec<String> =
        leaver.displaced_by.iter().map(|id| named_investment(frontier.dossier, id, language)).collect();
    let by = joined(&by, language);
    let short: Vec<String> = leaver
        .short
        .iter()
        .map(|(statement, short)| short_text(frontier, statement, *short, language))
        .collect();
    let why = match (short.is_empty(), by.is_empty(), language) {
        (true, _, Language::English) => {
            "nothing forbids it, but it takes more than it brings beside the new plan".into()
        }
        (true, _, Language::French) => {
            "rien ne l’interdit, mais il coûte plus qu’il n’apporte à côté du nouveau plan".into()
        }
        (false, true, Language::English) => format!("there is no room for it ({})", short.join("; ")),
        (false, true, Language::French) => format!("il n’y a plus de place ({})", short.join("\u{a0}; ")),
        (false, false, Language::English) => {
            let takes = if leaver.displaced_by.len() == 1 { "takes" } else { "take" };
            format!("{by} {takes} its room ({})", short.join("; "))
        }
        (false, false, Language::French) => {
            let takes = if leaver.displaced_by.len() == 1 { "prend" } else { "prennent" };
            format!("{by} {takes} sa place ({})", short.join("\u{a0}; "))
        }
    };
    let cost = match (leaver.keeping_costs, language) {
        (Some(cost), Language::English) => {
            format!("; keeping it would cost {}.", amount_in_words(cost, currency, language))
        }
        (Some(cost), Language::French) => {
            format!("\u{a0}; le garder coûterait {}.", amount_in_words(cost, currency, language))
        }
        (None, Language::English) => "; it cannot be kept, or what keeping it costs is not proven.".into(),
        (None, Language::French) => "\u{a0}; il ne peut être gardé, ou le prix n’en est pas prouvé.".into(),
    };
    match language {
        Language::English => format!("At {share} of the budgets {who} leaves: {why}{cost}"),
        Language::French => format!("À {share} des budgets, {who} sort\u{a0}: {why}{cost}"),
    }
}

/// A broken rule with what it is short by, where that is an amount of money.
fn short_text(frontier: &Frontier, statement: &Statement, short: Decimal, language: Language) -> String {
    let settings = &frontier.dossier.settings;
    let clause = statement.clause(frontier.dossier);
    let clause = clause.get(language);
    let short = RuleUnit::of(frontier.dossier, statement).told(short, &settings.currency, language);
    match (statement.is_amount(), language) {
        (false, _) => clause.to_string(),
        (true, Language::English) => format!("{clause}: {short} short"),
        (true, Language::French) => format!("{clause}\u{a0}: il manque {short}"),
    }
}

/// The shares from which on each plan between the points is the best one, and what changes there.
fn steps(frontier: &Frontier, language: Language) -> String {
    let currency = &frontier.dossier.settings.currency;
    let headings = match language {
        Language::English => [">from share", ">NPV", "enters, moves", "leaves"],
        Language::French => [">dès la part", ">VAN", "entre, change", "sort"],
    };
    let mut table = Table::new(&headings);
    let mut before: Option<&Portfolio> = None;
    let (mut n_steps, mut n_leaving) = (0, 0);
    for point in frontier.points {
        if !point.has_all_switches {
            let gap = match language {
                Language::English => "more plans lie between; ask for more --switches",
                Language::French => "d’autres plans s’intercalent\u{a0}; augmentez --switches",
            };
            table.row(vec!["…".into(), String::new(), gap.into()]);
        }
        for step in &point.switches {
            let change =
                before.map(|before| PortfolioChange::between(before, &step.portfolio)).unwrap_or_default();
            before = Some(&step.portfolio);
            n_steps += 1;
            n_leaving += usize::from(!change.left.is_empty());
            table.row(vec![
                grouped(step.factor, 4, language),
                millions(step.npv - step.penalty, currency, language),
                arriving(frontier, &change, language),
                names(frontier, &change.left, language).join(", "),
            ]);
        }
        before = before.or(point.plan.as_ref().map(|plan| &plan.portfolio));
    }
    if table.is_empty() {
        return String::new();
    }
    let sentence = match language {
        Language::English => {
            format!(
                "Exact switch points between them: {n_steps}; at {n_leaving} something leaves as money grows."
            )
        }
        Language::French => format!(
            "Parts exactes où le plan change\u{a0}: {n_steps}\u{a0}; à {n_leaving} d’entre eux, quelque chose sort \
             alors que l’argent augmente."
        ),
    };
    format!("{sentence}\n\n{}", table.text())
}

/// What enters, and what moves to another variant, start or share.
fn arriving(frontier: &Frontier, change: &PortfolioChange, language: Language) -> String {
    let mut arriving = names(frontier, &change.entered, language);
    arriving.extend(dated_moves(&change.moved, &frontier.dossier.settings, language));
    arriving.join(", ")
}

fn drawn_text(frontier: &Frontier, language: Language) -> String {
    let headings: [&str; 5] = match language {
        Language::English => ["drawn in", ">at", ">NPV", ">below the frontier", "breaks"],
        Language::French => ["plan comparé", ">à", ">VAN", ">sous la frontière", "enfreint"],
    };
    let currency = &frontier.dossier.settings.currency;
    let mut table = Table::new(&headings);
    for plan in frontier.drawn {
        let broken: Vec<String> = plan.broken.iter().map(|(statement, _)| statement.name()).collect();
        table.row(vec![
            drawn_name(plan, language),
            plan.at.map_or_else(|| "–".into(), |at| measured(frontier, at, language)),
            millions(plan.worth, currency, language),
            plan.distance().map_or_else(|| "–".into(), |lost| millions(lost, currency, language)),
            broken.join(" "),
        ]);
    }
    table.text()
}

fn drawn_name(plan: &DrawnPlan, language: Language) -> String {
    match (&plan.drawn, language) {
        (Drawn::Own, Language::English) => "your plan".into(),
        (Drawn::Own, Language::French) => "votre plan".into(),
        (Drawn::Scenario(name), _) => name.clone(),
    }
}
