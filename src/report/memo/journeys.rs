//! The journeys: how each is remembered today and with the plan, and which of its moments hurts most.

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::domain::journey::JourneyId;
use crate::report::number::percent_of_real;

/// The table of journeys; without a plan, as they are remembered today.
pub fn table(page: &Page) -> Html {
    let journeys = &page.result.journeys.journeys;
    if journeys.is_empty() {
        return Html::default();
    }
    let title = |en, fr| element("h3", page.say(en, fr)).and(Html::literal("\n"));
    match page.result.coverage {
        Some(_) => title("Journeys before and after", "Les parcours avant et après")
            .and(changes(page))
            .and(note(page)),
        None => title("Journeys today", "Les parcours aujourd’hui").and(today(page)).and(note(page)),
    }
}

fn changes(page: &Page) -> Html {
    let caption = page.say(
        "How each journey is remembered, the lowest mark after first",
        "Comment chaque parcours reste en mémoire, la note la plus basse après d’abord",
    );
    let headings = page.headings(
        ["Journey", ">Mark before", ">after", "Worst moment today", "Worst moment with the plan"],
        ["Parcours", ">Note avant", ">après", "Pire moment aujourd’hui", "Pire moment avec le plan"],
    );
    let mut grid = Grid::new(caption, &headings);
    for journey in &page.result.journeys.journeys {
        grid.row(vec![
            name(page, &journey.journey).into(),
            page.mark(Some(journey.score.before)).into(),
            page.mark(Some(journey.score.after)).into(),
            page.moment(&journey.worst_before).into(),
            page.moment(&journey.worst_after).into(),
        ]);
    }
    grid.html()
}

fn today(page: &Page) -> Html {
    let caption = page.say(
        "How each journey is remembered today, the lowest mark first",
        "Comment chaque parcours reste en mémoire aujourd’hui, la note la plus basse d’abord",
    );
    let headings = page.headings(["Journey", ">Mark", "Worst moment"], ["Parcours", ">Note", "Pire moment"]);
    let mut grid = Grid::new(caption, &headings);
    for journey in &page.result.journeys.journeys {
        grid.row(vec![
            name(page, &journey.journey).into(),
            page.mark(Some(journey.score.before)).into(),
            page.moment(&journey.worst_before).into(),
        ]);
    }
    grid.html()
}

fn name<'a>(page: &Page<'a>, id: &'a JourneyId) -> &'a str {
    let found = page.dossier().journeys.iter().find(|journey| &journey.id == id);
    found.map_or(id.as_str(), |journey| page.text(&journey.name, id.as_str()))
}

fn note(page: &Page) -> Html {
    let model = page.result.model;
    let [worst, last, mean] = [model.journey_worst, model.journey_last, model.journey_mean]
        .map(|share| percent_of_real(share, 0, page.language));
    page.paragraph(
        format!(
            "People remember the worst moment and the end: {worst} of a mark is the worst moment, {last} the last one, \
             {mean} the mean of all."
        ),
        format!(
            "On retient le pire moment et la fin : {worst} de la note vient du pire moment, {last} du dernier, {mean} de \
             la moyenne de tous."
        ),
    )
}
