//! What is left out, with the reason, and what could not even be weighed.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element, list};
use super::page::Page;
use super::rule::broken_clause;
use crate::domain::investment::InvestmentId;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::Plan;
use crate::report::missing_words::{missing_words, unjudged_words};

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
    let table = if grid.is_empty() { nothing(page) } else { lead.and(grid.html()) };
    table.and(missing(page))
}

/// What is said when nothing that could be judged is left out.
fn nothing(page: &Page) -> Html {
    match page.result.cases.unjudged(page.dossier()).is_empty() {
        true => page
            .paragraph("Nothing: every candidate is in the plan.", "Rien : tous les candidats sont au plan."),
        false => page.paragraph(
            "Nothing: every candidate that could be judged is in the plan.",
            "Rien : tous les candidats qui ont pu être jugés sont au plan.",
        ),
    }
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

/// What could not even be weighed: candidates without any case, then variants of others; nothing when there is none.
pub fn missing(page: &Page) -> Html {
    let unjudged = page.result.cases.unjudged(page.dossier());
    let is_unjudged = |id: &InvestmentId| unjudged.iter().any(|one| &one.id == id);
    let candidates = unjudged.iter().map(|one| {
        let why = unjudged_words(page.result.cases, &one.id, page.language);
        page.named(&one.id, "").and(page.say(": ", " : ")).and(why)
    });
    let others = page.result.cases.missing.iter().filter(|case| !is_unjudged(&case.investment));
    let others = others.map(|case| {
        let why = missing_words(case, page.language);
        page.named(&case.investment, case.variant.as_str()).and(page.say(": ", " : ")).and(why)
    });
    let candidates = titled(
        page.say("Candidates that could not be judged", "Candidats qui n’ont pas pu être jugés"),
        page.paragraph(
            "They took no part in the choice and are not counted as zero: nothing says that they are not worth their cost.",
            "Ils n’ont pas participé au choix et ne sont pas comptés pour zéro : rien ne dit qu’ils ne valent pas leur coût.",
        ),
        list("plain", candidates),
    );
    let variants = titled(
        page.say("Variants without amounts", "Variantes sans montants"),
        page.paragraph(
            "These took no part in the choice; other variants of the same candidates did:",
            "Celles-ci n’ont pas participé au choix ; d’autres variantes des mêmes candidats, oui :",
        ),
        list("plain", others),
    );
    candidates.and(variants)
}

fn titled(title: &'static str, lead: Html, entries: Html) -> Html {
    if entries.is_empty() { entries } else { element("h3", title).and(lead).and(entries) }
}
