//! The decision memo: one HTML file that a committee can read, print and file, with no need of anything outside it.
//!
//! Customers first, money second, technologies third. One section per file; every text goes through `html::escape`,
//! every number through `number`, every picture is drawn by `chart` in one go.

pub mod html;
mod bridge;
mod budget;
mod business_cases;
mod candidates;
mod cards;
mod causes;
mod customers;
mod dependence;
mod findings;
mod grid;
mod harms;
mod head;
mod heatmap;
mod journeys;
mod left_out;
mod levers;
mod measures;
mod method;
mod money;
mod page;
mod people;
mod personas;
mod plan;
mod rule;

use rust_decimal::Decimal;

use self::html::{Html, classed, element, with};
use self::page::Page;
use super::plan::PlanResult;
use crate::case::bridge::Bridge;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::InvestmentId;
use crate::domain::text::Language;
use crate::experience::kano::BelowFloor;
use crate::experience::lock_in::{ExitExposure, VendorShare};
use crate::experience::persona_change::PersonaChange;
use crate::experience::problem_outcome::ProblemOutcome;
use crate::experience::root_cause::NodeLeverage;
use crate::experience::symptom::SymptomOnly;

const STYLE: &str = include_str!("memo.css");

/// What the memo says beyond the choice itself, gathered by the use case.
#[derive(Clone, Debug)]
pub struct MemoGrounds {
    /// Nothing when there is no plan.
    pub bridge: Option<Bridge>,
    pub personas: Vec<PersonaChange>,
    pub problems: Vec<ProblemOutcome>,
    pub leverages: Vec<NodeLeverage>,
    pub symptoms: Vec<SymptomOnly>,
    /// Coverage that every must-be moment is held against, 0..1.
    pub floor: f64,
    pub below_floor: Vec<BelowFloor>,
    /// Over the running cost of the plan in all years.
    pub vendors: Vec<VendorShare>,
    /// What it costs to leave each chosen investment one year after its start.
    pub exits: Vec<(InvestmentId, ExitExposure)>,
    /// Present value of the plan's gains by evidence level, each investment on its own.
    pub gains_by_evidence: Vec<(EvidenceLevel, Decimal)>,
}

/// The memo as one HTML document; the same result and language always give the same bytes.
pub fn memo_html(result: &PlanResult, grounds: &MemoGrounds, language: Language) -> String {
    let mut page = Page::new(result, grounds, language);
    let mut charts = customers::charts(&page);
    charts.extend(plan::charts(&page));
    charts.extend(money::charts(&page));
    charts.extend(candidates::charts(&page));
    page.draw(&charts);
    let sections: Vec<(&'static str, &'static str, Html)> = sections(&page);
    let links = sections.iter().map(|(id, title, _)| {
        element("li", with("a", &[("href", &format!("#{id}"))], *title)).and(Html::literal("\n"))
    });
    let label = page.say("Sections", "Sections");
    let nav = with("nav", &[("aria-label", label)], element("ol", links.collect::<Html>()));
    let body: Html = sections
        .into_iter()
        .map(|(id, title, inner)| {
            with("section", &[("id", id)], element("h2", title).and(Html::literal("\n")).and(inner))
        })
        .collect();
    let main = element("main", cards::cards(&page).and(body));
    let body = head::header(&page).and(nav).and(main).and(head::footer(&page));
    document(&page, classed("div", "page", body))
}

/// Every section with its id and title, in the order of reading; without a plan, those that need none.
fn sections(page: &Page) -> Vec<(&'static str, &'static str, Html)> {
    let say = |en, fr| page.say(en, fr);
    let mut sections = vec![("customers", say("Customers", "Les clients"), customers::section(page))];
    if let Some(plan) = page.plan() {
        sections.push(("plan", say("The plan", "Le plan"), plan::section(page, plan)));
        if !plan.portfolio.choices().is_empty() {
            sections.push(("money", say("Money", "L’argent"), money::section(page, plan)));
        }
    }
    let cases = say("Every business case", "Toutes les analyses économiques");
    sections.push(("cases", cases, business_cases::section(page)));
    sections.push(("picture", say("Cost against value", "Coût et valeur"), candidates::section(page)));
    if let Some(plan) = page.plan() {
        let title = say("What is left out, and why", "Ce qui est écarté, et pourquoi");
        sections.push(("left-out", title, left_out::section(page, plan)));
        if !plan.portfolio.choices().is_empty() {
            let title = say("What the plan depends on", "Ce dont le plan dépend");
            sections.push(("dependence", title, dependence::section(page)));
        }
    } else if !page.result.cases.missing.is_empty() {
        let title = say("What could not be judged", "Ce qui n’a pas pu être jugé");
        sections.push(("left-out", title, left_out::missing(page)));
    }
    sections.push((
        "causes",
        say("Problems and root causes", "Problèmes et causes profondes"),
        causes::section(page),
    ));
    let title = say("Doubts about the dossier", "Réserves sur le dossier");
    sections.push(("findings", title, findings::section(page)));
    sections.push(("method", say("How to read this memo", "Comment lire cette note"), method::section(page)));
    sections
}

fn document(page: &Page, body: Html) -> String {
    let title = format!("{} – {}", page.name(), page.say("decision memo", "note de décision"));
    let head = Html::literal("\n<meta charset=\"utf-8\"/>\n")
        .and(Html::literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"))
        .and(element("title", title))
        .and(Html::literal("\n"))
        .and(element("style", Html::literal(STYLE)))
        .and(Html::literal("\n"));
    let inner =
        element("head", head).and(Html::literal("\n")).and(element("body", body)).and(Html::literal("\n"));
    let language = page.say("en", "fr");
    format!("<!DOCTYPE html>\n{}\n", with("html", &[("lang", language)], inner).markup())
}
