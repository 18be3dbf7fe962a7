//! What is left out, with the reason, and what could not even be weighed.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element, list};
use super::page::Page;
use super::rule::broken_clause;
use crate::domain::text::Language;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::Plan;

/// The section.
pub fn section(page: &Page, plan: &Plan) -> Html {
    let mut left_out: Vec<&Neighbour> = plan.left_out().collect();
    left_out.sort_by_key(|neighbour| std::cmp::Reverse(neighbour.gain));
    let headings = page.headings(
        ["Investment", ">NPV if added", "Why it is left out"],
        ["Investissement", ">VAN si ajouté", "Pourquoi il est écarté"],
    );
    let mut grid =
        Grid::new(page.in_kilo(page.say("What is not funded", "Ce qui n’est pas financé")), &headings);
    for neighbour in left_out {
        let variant = neighbour.variant.as_ref().map_or("", |variant| variant.as_str());
        let Some(investment) = page.dossier().investment(&neighbour.investment) else { continue };
        grid.row(vec![
            page.named(&investment.id, variant),
            page.kilo(neighbour.gain).into(),
            reason(page, neighbour),
        ]);
    }
    let lead = page.paragraph(
        "“NPV if added” is what the plan would gain or lose with this one more, all else as it is, in its best variant.",
        "« VAN si ajouté » est ce que le plan gagnerait ou perdrait avec celui-ci en plus, le reste inchangé, dans sa \
         meilleure variante.",
    );
    let table = if grid.is_empty() {
        page.paragraph("Nothing: every candidate is in the plan.", "Rien : tous les candidats sont au plan.")
    } else {
        lead.and(grid.html())
    };
    table.and(missing(page))
}

fn reason(page: &Page, neighbour: &Neighbour) -> Html {
    if neighbour.gain <= Decimal::ZERO {
        return page.say("would cost more than it brings here", "coûterait plus qu’il n’apporte ici").into();
    }
    let broken =
        neighbour.broken.iter().map(|(statement, short_by)| broken_clause(page, statement, *short_by).into());
    let broken = list("tight", broken);
    if broken.is_empty() {
        return page.say("another choice is worth more", "un autre choix vaut davantage").into();
    }
    Html::from(page.say("no room; it would break", "pas de place ; il enfreindrait")).and(broken)
}

/// Variants without a case, because somebody has not told an amount.
fn missing(page: &Page) -> Html {
    let missing = page.result.cases.missing.iter().map(|case| {
        let lines = case.lines.join(", ");
        let name = page.named(&case.investment, case.variant.as_str());
        name.and(match page.language {
            Language::English => format!(": amounts not given in {lines}"),
            Language::French => format!(" : montants non communiqués dans {lines}"),
        })
    });
    let missing = list("plain", missing);
    if missing.is_empty() {
        return missing;
    }
    let title = page.say("Candidates without amounts", "Candidats sans montants");
    let lead = page.paragraph(
        "These took no part in the choice, because some of their amounts are not given:",
        "Ceux-ci n’ont pas participé au choix, faute de certains montants :",
    );
    element("h3", title).and(lead).and(missing)
}
