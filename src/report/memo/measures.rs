//! The measures of the plan as a whole, each with what it says.

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::optimize::outcome::Plan;
use crate::report::number::{grouped, percent, percent_of_real};
use crate::report::text_case::{rates_text, roi_text, years_text};

/// One row per measure.
pub fn table(page: &Page, plan: &Plan) -> Html {
    let headings = page.headings(["Measure", ">Plan", "What it says"], ["Mesure", ">Plan", "Ce qu’elle dit"]);
    let mut grid = Grid::new(page.say("Measures of the plan", "Mesures du plan"), &headings);
    for ((name, meaning), figure) in words(page).into_iter().zip(figures(page, plan)) {
        grid.row(vec![name.into(), element("strong", figure), meaning.into()]);
    }
    grid.html()
}

fn figures(page: &Page, plan: &Plan) -> [String; 12] {
    let (appraisal, language) = (&plan.case.appraisal, page.language);
    let dash = || "–".to_string();
    let years = |years| years_text(years, language);
    [
        page.thousands(plan.case.npv),
        page.thousands(plan.case.pv_cost),
        page.thousands(plan.case.pv_benefit),
        roi_text(appraisal, language),
        rates_text(appraisal, language),
        appraisal.mirr.rate.map_or_else(dash, |rate| percent_of_real(rate, 1, language)),
        years(appraisal.payback.sustained),
        years(appraisal.payback.first),
        years(appraisal.payback.discounted),
        appraisal.profitability_index.map_or_else(dash, |index| grouped(index, 2, language)),
        page.thousands(appraisal.equivalent_annual_amount),
        page.thousands(appraisal.total_cost_of_ownership),
    ]
}

fn words(page: &Page) -> [(String, String); 12] {
    let rate = percent(page.result.cases.discounting.rate, 1, page.language);
    let mirr_rate = percent(page.result.cases.discounting.mirr_rate, 1, page.language);
    let say = |en: &str, fr: &str| page.say(en, fr).to_string();
    let at = |en: &str, fr: &str, rate: &str| format!("{} {rate}", page.say(en, fr));
    [
        (
            say("NPV", "VAN"),
            at(
                "today’s value of benefits less costs, at",
                "valeur actuelle des gains moins les coûts, à",
                &rate,
            ),
        ),
        (
            say("PV of cost", "Coûts actualisés"),
            say("today’s value of all expected costs", "valeur actuelle de tous les coûts attendus"),
        ),
        (
            say("PV of benefit", "Gains actualisés"),
            say("today’s value of all adjusted benefits", "valeur actuelle de tous les gains ajustés"),
        ),
        (say("ROI", "ROI"), say("NPV over PV of cost", "VAN rapportée aux coûts actualisés")),
        (
            say("IRR", "TRI"),
            say(
                "rate at which the NPV is zero; every one of them",
                "taux auquel la VAN est nulle ; tous, s’il y en a plusieurs",
            ),
        ),
        (
            say("MIRR", "TRI modifié"),
            at("the same with cash reinvested at", "le même, flux réinvestis à", &mirr_rate),
        ),
        (
            say("Payback, sustained (years)", "Récupération durable (ans)"),
            say("cumulative cash stays above zero from then on", "le cumul reste ensuite au-dessus de zéro"),
        ),
        (
            say("Payback, first (years)", "Première récupération (ans)"),
            say("cumulative cash first reaches zero", "le cumul atteint zéro une première fois"),
        ),
        (
            say("Payback, discounted (years)", "Récupération actualisée (ans)"),
            say("the sustained one on discounted amounts", "la récupération durable sur montants actualisés"),
        ),
        (
            say("Profitability index", "Indice de profitabilité"),
            say(
                "PV after year 0 per unit of first outlay",
                "valeur après l’année 0 par unité de mise initiale",
            ),
        ),
        (
            say("Equivalent annual amount", "Annuité équivalente"),
            say("the NPV spread evenly over the years", "la VAN étalée également sur les années"),
        ),
        (
            say("Total cost of ownership", "Coût total de possession"),
            say(
                "expected costs of all years, undiscounted",
                "coûts attendus de toutes les années, sans actualisation",
            ),
        ),
    ]
}
