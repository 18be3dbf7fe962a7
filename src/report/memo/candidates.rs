//! Every candidate in one picture: what it costs across, what it is worth upwards.

use super::html::{Html, element};
use super::page::Page;
use crate::case::cases::VariantCase;
use crate::domain::investment::Investment;
use crate::report::chart::Chart;
use crate::report::chart::kind::{Candidate, CostAgainstValue, Standing};

/// The picture of the section.
pub fn charts(page: &Page) -> Vec<(&'static str, Chart)> {
    let points = points(page);
    if points.is_empty() {
        return Vec::new();
    }
    let unit = page.unit(points.iter().flat_map(|(_, case)| [case.pv_cost, case.npv]));
    let title = page.say("Cost against value", "Coût et valeur");
    let description = page.say(
        "Every candidate with its present value of cost and its net present value by itself.",
        "Chaque candidat avec ses coûts actualisés et sa valeur actuelle nette propre.",
    );
    let is_chosen = |one: &Investment| page.plan().is_some_and(|plan| plan.portfolio.contains(&one.id));
    let point = |(investment, case): &(&Investment, &VariantCase)| Candidate {
        id: investment.id.to_string(),
        cost: unit.of(case.pv_cost),
        value: unit.of(case.npv),
        standing: match (investment.is_mandatory, is_chosen(investment)) {
            (true, _) => Standing::Mandatory,
            (false, true) => Standing::Chosen,
            (false, false) => Standing::LeftOut,
        },
    };
    let chart = CostAgainstValue {
        frame: page.frame(title, description, &unit),
        points: points.iter().map(point).collect(),
        cost_label: page.say("PV of cost", "Coûts actualisés").into(),
        value_label: page.say("NPV alone", "VAN seule").into(),
        chosen_label: page.say("In the plan", "Au plan").into(),
        left_out_label: page.say("Not in the plan", "Hors du plan").into(),
        mandatory_label: page.say("Mandatory", "Obligatoire").into(),
    };
    vec![("chart-candidates", Chart::CostAgainstValue(chart))]
}

/// Every investment with the case of its chosen variant, else of the variant worth most.
fn points<'a>(page: &Page<'a>) -> Vec<(&'a Investment, &'a VariantCase)> {
    let cases = page.result.cases;
    let case_of = |investment: &'a Investment| {
        let chosen = page.plan().and_then(|plan| plan.portfolio.variant_of(&investment.id));
        match chosen {
            Some(variant) => cases.get(&investment.id, variant),
            None => cases
                .variants
                .iter()
                .filter(|case| case.investment == investment.id)
                .max_by_key(|case| case.npv),
        }
    };
    let investments = page.dossier().investments.iter();
    investments.filter_map(|investment| Some((investment, case_of(investment)?))).collect()
}

/// The section.
pub fn section(page: &Page) -> Html {
    if points(page).is_empty() {
        return page.paragraph("No candidate has a complete case.", "Aucun candidat n’a d’analyse complète.");
    }
    let strong = element("strong", page.say("Every candidate.", "Tous les candidats."));
    let text = page.say(
        " The further up, the more it is worth by itself; the further right, the more it costs. A plan may hold a point \
         below zero (an obligation, or what others need) and leave one above zero (no room, or another does the same).",
        " Plus haut, plus il vaut à lui seul ; plus à droite, plus il coûte. Un plan peut contenir un point sous zéro (une \
         obligation, ou ce dont d’autres ont besoin) et en écarter un au-dessus (pas de place, ou un autre fait de même).",
    );
    page.figure("chart-candidates", strong.and(text))
}
