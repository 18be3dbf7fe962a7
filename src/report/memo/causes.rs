//! Customer problems and their root causes: resolved, partly, not at all; and the causes that nobody proposes to fix.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element, list};
use super::page::Page;
use crate::domain::ecosystem::CustomerProblem;
use crate::domain::investment::InvestmentId;
use crate::experience::problem_outcome::{ProblemOutcome, ProblemStatus};
use crate::experience::root_cause::NodeLeverage;
use crate::quantity::real::exact;

/// Causes named in the table of those that nobody fixes.
const CAUSES_SHOWN: usize = 8;

/// The section.
pub fn section(page: &Page) -> Html {
    problems(page).and(unattended(page)).and(symptoms(page))
}

fn problems(page: &Page) -> Html {
    let headings = page.headings(
        ["Customer problem", "State", ">Gap closed", ">Costs a year", "Root cause", "At the root"],
        ["Problème du client", "État", ">Écart comblé", ">Coût annuel", "Cause profonde", "À la racine"],
    );
    let caption =
        page.say("What becomes of the customers’ problems", "Ce que deviennent les problèmes des clients");
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    let mut outcomes: Vec<&ProblemOutcome> = page.grounds.problems.iter().collect();
    outcomes.sort_by_key(|outcome| outcome.status);
    for outcome in outcomes {
        let Some(problem) = page.dossier().problems.iter().find(|one| one.id == outcome.problem) else {
            continue;
        };
        grid.row(vec![
            page.text(&problem.statement, &problem.id).into(),
            element("strong", status(page, outcome.status)),
            page.share(outcome.coverage).into(),
            problem.annual_cost.map_or("–".into(), |cost| page.kilo(cost)).into(),
            root(page, problem).into(),
            names(&outcome.at_root),
        ]);
    }
    let note = page.paragraph(
        "Resolved: at least half of the gap closed and something in the plan works at the root. Partly: some of the gap \
         closed, or work at the root only.",
        "Résolu : au moins la moitié de l’écart comblée et quelque chose au plan agit à la racine. En partie : une part de \
         l’écart comblée, ou une action à la racine seulement.",
    );
    if grid.is_empty() { Html::default() } else { grid.html().and(note) }
}

fn status(page: &Page, status: ProblemStatus) -> &'static str {
    match status {
        ProblemStatus::Resolved => page.say("● resolved", "● résolu"),
        ProblemStatus::Partly => page.say("◐ partly", "◐ en partie"),
        ProblemStatus::Unresolved => page.say("○ unresolved", "○ non résolu"),
    }
}

fn root(page: &Page, problem: &CustomerProblem) -> String {
    let node = problem.root_node.as_ref().and_then(|id| page.dossier().node(id));
    node.map_or("–".into(), |node| node.name.get(page.language).to_string())
}

fn names(investments: &[InvestmentId]) -> Html {
    let names: Vec<&str> = investments.iter().map(|id| id.as_str()).collect();
    if names.is_empty() { "–".into() } else { names.join(", ").into() }
}

/// Backstage causes that hold money back and that no candidate touches.
fn unattended(page: &Page) -> Html {
    let headings = page.headings(
        ["Root cause", ">Health, of 10", ">Holds back, a year", "Problems that end here"],
        ["Cause profonde", ">Santé, sur 10", ">Retient, par an", "Problèmes qui y aboutissent"],
    );
    let caption =
        page.say("Root causes that no candidate fixes", "Causes profondes qu’aucun candidat ne traite");
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    let unattended = page.grounds.leverages.iter().filter(|leverage| leverage.is_unattended());
    for leverage in unattended.take(CAUSES_SHOWN) {
        grid.row(cause(page, leverage));
    }
    if grid.is_empty() {
        return page.paragraph(
            "Every root cause that holds money back is touched by some candidate.",
            "Chaque cause profonde qui retient de l’argent est traitée par au moins un candidat.",
        );
    }
    grid.html()
}

fn cause(page: &Page, leverage: &NodeLeverage) -> Vec<Html> {
    let node = page.dossier().node(&leverage.node);
    let name = node.map_or(leverage.node.to_string(), |node| node.name.get(page.language).to_string());
    let health = node.map(|node| crate::quantity::real::real(node.health));
    let statements = page.dossier().problems.iter().filter(|one| leverage.problems.contains(&one.id));
    let statements = list("tight", statements.map(|one| page.text(&one.statement, &one.id).into()));
    let amount: Decimal = exact(leverage.amount).unwrap_or_default();
    vec![
        name.into(),
        page.mark(health).into(),
        page.kilo(amount).into(),
        if statements.is_empty() { "–".into() } else { statements },
    ]
}

/// Candidates that ease problems without going near their roots.
fn symptoms(page: &Page) -> Html {
    let symptoms = page.grounds.symptoms.iter().map(|symptom| {
        let is_chosen = page.plan().is_some_and(|plan| plan.portfolio.contains(&symptom.investment));
        let name = page.named(&symptom.investment, "");
        if is_chosen { name.and(page.say(" – in the plan", " – au plan")) } else { name }
    });
    let symptoms = list("columns", symptoms);
    if symptoms.is_empty() {
        return symptoms;
    }
    let title =
        page.say("Candidates that treat symptoms only", "Candidats qui ne traitent que des symptômes");
    let lead = page.paragraph(
        "They ease a customer problem and leave its root as it is:",
        "Ils soulagent un problème de client et laissent sa racine en l’état :",
    );
    element("h3", title).and(lead).and(symptoms)
}
