//! The personas: how many they are, what is at stake with them, and what the plan changes for them.

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::experience::persona_change::PersonaChange;
use crate::quantity::real::exact;
use crate::report::number::grouped;

/// Gains named per persona.
const GAINS_SHOWN: usize = 2;

/// The table of personas; without a plan, as they live today.
pub fn table(page: &Page) -> Html {
    if page.plan().is_none() {
        return today(page);
    }
    let caption =
        page.say("What the plan changes for each persona", "Ce que le plan change pour chaque persona");
    let headings = page.headings(
        [
            "Persona",
            ">Customers",
            ">At risk, a year",
            ">Mark before",
            ">after",
            ">Gap closed",
            "Gains most at",
        ],
        [
            "Persona",
            ">Clients",
            ">En jeu, par an",
            ">Note avant",
            ">après",
            ">Écart comblé",
            "Gagne surtout à",
        ],
    );
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    for change in &page.grounds.personas {
        let closed = page.result.coverage.and_then(|coverage| coverage.by_persona.get(&change.persona));
        let mut cells = who(page, change);
        cells.extend([
            page.mark(change.score.map(|score| score.before)).into(),
            page.mark(change.score.map(|score| score.after)).into(),
            closed.map_or("–".into(), |share| page.share(*share)).into(),
            gains(page, change),
        ]);
        grid.row(cells);
    }
    let note = page.paragraph(
        "Marks are means over a persona’s moments, weighted by what that persona cares for.",
        "Les notes sont des moyennes sur les moments du persona, pondérées par ce qui compte pour lui.",
    );
    grid.html().and(note)
}

fn today(page: &Page) -> Html {
    let caption = page.say("The personas today", "Les personas aujourd’hui");
    let headings = page.headings(
        ["Persona", ">Customers", ">At risk, a year", ">Mark"],
        ["Persona", ">Clients", ">En jeu, par an", ">Note"],
    );
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    for change in &page.grounds.personas {
        let mut cells = who(page, change);
        cells.push(page.mark(change.score.map(|score| score.before)).into());
        grid.row(cells);
    }
    grid.html()
}

fn who(page: &Page, change: &PersonaChange) -> Vec<Html> {
    let persona = page.dossier().personas.iter().find(|one| one.id == change.persona);
    let customers = persona.map_or("–".into(), |one| page.count(one.customers));
    let at_risk = page.result.at_risk.by_persona.get(&change.persona);
    let at_risk = at_risk.map_or("–".into(), |amount| page.kilo(*amount));
    let name = persona.map_or(change.persona.as_str(), |one| page.text(&one.name, one.id.as_str()));
    vec![name.into(), customers.into(), at_risk.into()]
}

fn gains(page: &Page, change: &PersonaChange) -> Html {
    let gain = |(moment, points): &(crate::domain::moment::MomentId, f64)| {
        let name = page
            .dossier()
            .moment(moment)
            .map_or(moment.as_str(), |one| page.text(&one.name, one.id.as_str()));
        let points = exact(*points).map_or("–".into(), |points| grouped(points, 1, page.language));
        element("div", format!("{name} (+{points})"))
    };
    let gains: Html = change.gains.iter().take(GAINS_SHOWN).map(gain).collect();
    if gains.is_empty() { "–".into() } else { gains }
}
