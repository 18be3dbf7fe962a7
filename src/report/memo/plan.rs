//! The plan itself: what is bought, when, for how much, who carries it, and what keeps it from being larger.

use super::grid::Grid;
use super::html::{Html, classed, element, list};
use super::page::Page;
use super::rule::clause;
use super::{budget, people};
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;
use crate::experience::served::moments_served;
use crate::optimize::outcome::{Plan, RuleUse};
use crate::report::chart::Chart;
use crate::report::choice_words::start_text;

/// Moments named per investment.
const MOMENTS_SHOWN: usize = 2;

/// The pictures of the section.
pub fn charts(page: &Page) -> Vec<(&'static str, Chart)> {
    let funded = page.plan().filter(|plan| !plan.portfolio.choices().is_empty());
    let Some(plan) = funded else { return Vec::new() };
    let budget = budget::chart(page, plan).map(|chart| ("chart-budget", chart));
    let people = people::chart(page, plan).map(|chart| ("chart-people", chart));
    budget.into_iter().chain(people).collect()
}

/// The section.
pub fn section(page: &Page, plan: &Plan) -> Html {
    if plan.portfolio.choices().is_empty() {
        return nothing(page).and(binding(page, plan));
    }
    table(page, plan)
        .and(binding(page, plan))
        .and(budget::figure(page))
        .and(people::figure(page, plan))
        .and(people::table(page, plan))
}

fn nothing(page: &Page) -> Html {
    page.paragraph(
        "Nothing is funded: no candidate is worth its cost under these rules.",
        "Rien n’est financé : aucun candidat ne vaut son coût sous ces règles.",
    )
}

fn table(page: &Page, plan: &Plan) -> Html {
    let headings = page.headings(
        [
            "Investment",
            ">Start",
            ">PV cost",
            ">NPV alone",
            ">NPV change if dropped",
            "Sponsor",
            "Serves most",
        ],
        [
            "Investissement et variante",
            ">Début",
            ">Coûts act.",
            ">VAN seule",
            ">Effet sur la VAN si retiré",
            "Sponsor",
            "Sert surtout",
        ],
    );
    let mut grid = Grid::new(page.in_kilo(page.say("What is funded", "Ce qui est financé")), &headings);
    plan.portfolio
        .choices()
        .iter()
        .filter_map(|choice| row(page, plan, choice))
        .for_each(|cells| grid.row(cells));
    let case = &plan.case;
    let total = page.say("Plan", "Plan");
    let blank = Html::default;
    let cost = Html::from(page.kilo(case.pv_cost));
    grid.total(vec![total.into(), blank(), cost, blank(), blank(), blank(), blank()]);
    let npv = page.kilo(case.npv);
    grid.foot_line(match page.language {
        Language::English => format!("NPV of the plan as a whole, not the sum of “NPV alone”: {npv}"),
        Language::French => {
            format!("VAN du plan dans son ensemble, non la somme des « VAN seule » : {npv}")
        }
    });
    let note = page.paragraph(
        "“NPV alone” is each case by itself; “NPV change if dropped” is how the plan’s NPV would change without it, so \
         enablers and overlaps count: a minus is a loss. An investment marked * is kept in by a rule, whatever it is worth.",
        "« VAN seule » prend chaque analyse isolément ; « effet sur la VAN si retiré » est la variation de la VAN du plan \
         sans lui, donc avec facilitateurs et recouvrements : un moins est une perte. Un investissement marqué * est \
         maintenu par une règle, quelle que soit sa valeur.",
    );
    grid.html().and(note)
}

fn row(page: &Page, plan: &Plan, choice: &Choice) -> Option<Vec<Html>> {
    let investment = page.dossier().investment(&choice.investment)?;
    let case = page.result.cases.get(&choice.investment, &choice.variant)?;
    let dropped =
        plan.neighbours.iter().find(|one| one.variant.is_none() && one.investment == choice.investment);
    let variant = page.dossier().variant(&choice.investment, &choice.variant);
    let variant = variant.map_or(choice.variant.as_str(), |one| page.text(&one.name, one.id.as_str()));
    let served = moments_served(page.result.map, &choice.investment, &choice.variant);
    let served: Vec<&str> = served
        .iter()
        .take(MOMENTS_SHOWN)
        .filter_map(|(moment, _)| page.dossier().moment(moment))
        .map(|moment| page.text(&moment.name, moment.id.as_str()))
        .collect();
    let mark = if dropped.is_some_and(|one| !one.broken.is_empty()) { " *" } else { "" };
    Some(vec![
        page.named(&investment.id, "").and(mark).and(classed("div", "code", variant)),
        start_text(choice.start, &page.dossier().settings, page.language).into(),
        page.kilo(case.pv_cost).into(),
        page.kilo(case.npv).into(),
        dropped.map_or("–".into(), |one| page.kilo(one.gain)).into(),
        if investment.sponsor.is_empty() { "–".into() } else { investment.sponsor.as_str().into() },
        if served.is_empty() { "–".into() } else { served.join(" · ").into() },
    ])
}

/// The rules that stand between the plan and a better neighbour.
fn binding(page: &Page, plan: &Plan) -> Html {
    let title = element("h3", page.say("What binds", "Ce qui contraint")).and(Html::literal("\n"));
    let rules = |is_meant: fn(&RuleUse) -> bool| {
        let meant = plan.uses.iter().filter(move |rule| is_meant(rule));
        list("plain", meant.map(|rule| clause(page, &rule.statement).into()))
    };
    let alone = rules(|rule| rule.is_binding);
    let together = rules(|rule| rule.binds_with_others);
    let mut section = title;
    section = if alone.is_empty() {
        section.and(page.paragraph(
            "No rule alone forbids a single change that would raise the plan’s value.",
            "Aucune règle n’interdit à elle seule un changement isolé qui augmenterait la valeur du plan.",
        ))
    } else {
        section
            .and(page.paragraph(
                "Each of these rules alone forbids a single change that would raise the plan’s value:",
                "Chacune de ces règles interdit à elle seule un changement isolé qui augmenterait la valeur du plan :",
            ))
            .and(alone)
    };
    if together.is_empty() {
        return section;
    }
    section
        .and(page.paragraph(
            "These do so only together with others, so that loosening one of them alone gains nothing:",
            "Celles-ci ne le font qu’avec d’autres : en assouplir une seule n’apporte rien :",
        ))
        .and(together)
}
