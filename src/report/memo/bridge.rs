//! The bridge from what is claimed to what the plan is worth, as picture and as a column that adds up.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::case::bridge::Bridge;
use crate::report::chart::Chart;
use crate::report::chart::kind::{Step, Waterfall};
use crate::report::number::{money, rounded};

/// One column of the bridge in whole units of currency.
struct Column {
    name: &'static str,
    meaning: &'static str,
    amount: Decimal,
    is_total: bool,
}

/// The totals rounded first and the steps taken between them, so that the printed column adds up to the last digit.
fn columns(page: &Page, bridge: &Bridge) -> Vec<Column> {
    let totals = [
        bridge.claimed,
        bridge.with_overrun,
        bridge.with_evidence,
        bridge.with_enablers,
        bridge.with_synergies,
        bridge.npv,
    ]
    .map(|total| rounded(total, 0));
    let names = page.headings(
        [
            "Claimed NPV",
            "Cost overrun",
            "Evidence discount",
            "Missing enablers",
            "Synergies",
            "Saturation",
            "Plan NPV",
        ],
        [
            "VAN affichée",
            "Dérive des coûts",
            "Décote de preuve",
            "Facilitateurs absents",
            "Synergies",
            "Saturation",
            "VAN du plan",
        ],
    );
    let meanings = page.headings(
        [
            "benefits as claimed less costs as stated, of what is chosen",
            "costs as they usually turn out, not as quoted",
            "gains shrunk by how well they are proven; harms count in full",
            "effects that need something which is not in the plan",
            "effects of investments that help each other",
            "the second remedy for one ill brings less than the first",
            "what the plan is worth",
        ],
        [
            "gains affichés moins coûts affichés, pour ce qui est retenu",
            "les coûts tels qu’ils se réalisent d’ordinaire, non tels qu’annoncés",
            "gains réduits selon la qualité de leur preuve ; les pertes comptent en entier",
            "effets qui supposent ce qui n’est pas au plan",
            "effets d’investissements qui s’entraident",
            "le second remède à un même mal apporte moins que le premier",
            "ce que vaut le plan",
        ],
    );
    let column = |place: usize, amount, is_total| Column {
        name: names[place],
        meaning: meanings[place],
        amount,
        is_total,
    };
    let mut columns = vec![column(0, totals[0], true)];
    for place in 1..totals.len() {
        let step = totals[place] - totals[place - 1];
        let is_always_told = place <= 2;
        if is_always_told || !step.is_zero() {
            columns.push(column(place, step, false));
        }
    }
    columns.push(column(6, totals[5], true));
    columns
}

/// The bridge as a picture; none without a plan.
pub fn chart(page: &Page) -> Option<Chart> {
    let columns = columns(page, page.grounds.bridge.as_ref()?);
    let unit = page.unit(columns.iter().map(|column| column.amount));
    let steps = columns.iter().map(|column| Step {
        name: column.name.to_string(),
        amount: unit.of(column.amount),
        total: column.is_total,
    });
    let title = page.say("From the claims to the plan", "De l’affiché au plan");
    let description = page.say(
        "How the NPV that the claims add up to becomes the NPV of the plan, step by step.",
        "Comment la VAN affichée devient la VAN du plan, étape par étape.",
    );
    Some(Chart::Waterfall(Waterfall { frame: page.frame(title, description, &unit), steps: steps.collect() }))
}

/// Picture and column.
pub fn section(page: &Page) -> Html {
    let Some(bridge) = &page.grounds.bridge else { return Html::default() };
    let strong = element("strong", page.say("From the claims to the plan.", "De l’affiché au plan."));
    let text = page.say(
        " What each doubt takes from the NPV that was claimed.",
        " Ce que chaque réserve retire à la VAN affichée.",
    );
    let headings = page.headings(["Step", ">Amount", "Why"], ["Étape", ">Montant", "Pourquoi"]);
    let mut grid =
        Grid::new(page.say("The bridge in whole amounts", "Le passage en montants entiers"), &headings);
    for column in columns(page, bridge) {
        let amount = money(column.amount, &page.dossier().settings.currency, page.language);
        let cells = vec![column.name.into(), amount.into(), column.meaning.into()];
        if column.is_total { grid.strong_row(cells) } else { grid.row(cells) }
    }
    page.figure("chart-bridge", strong.and(text)).and(grid.html())
}
