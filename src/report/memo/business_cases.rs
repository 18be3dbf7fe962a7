//! The business case of every variant, what is chosen marked by a sign and by weight.

use super::grid::Grid;
use super::html::{Html, with};
use super::page::Page;
use crate::report::text_case::{rates_text, roi_text, years_text};

/// The section.
pub fn section(page: &Page) -> Html {
    let cases = page.result.cases;
    let lead = page.paragraph(
        "Each variant by itself, before enablers, synergies and saturation. “As claimed” is the NPV before the expected \
         overrun and the evidence discount.",
        "Chaque variante isolément, avant facilitateurs, synergies et saturation. « Affichée » est la VAN avant dérive des \
         coûts et décote de preuve.",
    );
    let headings = page.headings(
        [
            "Investment and variant",
            ">PV cost",
            ">PV benefit",
            ">NPV",
            ">As claimed",
            ">ROI",
            ">IRR",
            ">Payback, years",
        ],
        [
            "Investissement et variante",
            ">Coûts act.",
            ">Gains act.",
            ">VAN",
            ">Affichée",
            ">ROI",
            ">TRI",
            ">Récup., ans",
        ],
    );
    let mut grid = Grid::new(
        page.in_kilo(page.say("Business case by variant", "Analyse économique par variante")),
        &headings,
    );
    for case in &cases.variants {
        let is_chosen = page
            .plan()
            .is_some_and(|plan| plan.portfolio.variant_of(&case.investment) == Some(&case.variant));
        let name = page.named(&case.investment, case.variant.as_str());
        let cells = vec![
            if is_chosen { sign(page).and(name) } else { name },
            page.kilo(case.pv_cost).into(),
            page.kilo(case.pv_benefit).into(),
            page.kilo(case.npv).into(),
            page.kilo(case.npv_unadjusted).into(),
            roi_text(&case.appraisal, page.language).into(),
            rates_text(&case.appraisal, page.language).into(),
            years_text(case.appraisal.payback.sustained, page.language).into(),
        ];
        if is_chosen { grid.strong_row(cells) } else { grid.row(cells) }
    }
    let key = match page.plan() {
        Some(_) => page.paragraph(
            "● in the plan. Payback is the sustained one; – means never or not defined.",
            "● au plan. La récupération est durable ; – signifie jamais ou non défini.",
        ),
        None => page.paragraph(
            "Payback is the sustained one; – means never or not defined.",
            "La récupération est durable ; – signifie jamais ou non défini.",
        ),
    };
    let shown = if grid.is_empty() {
        page.paragraph("No variant has a complete case.", "Aucune variante n’a d’analyse complète.")
    } else {
        grid.html().and(key)
    };
    lead.and(shown)
}

fn sign(page: &Page) -> Html {
    let meaning = page.say("in the plan", "au plan");
    with("span", &[("class", "sign"), ("role", "img"), ("aria-label", meaning)], "●").and(Html::literal(" "))
}
