//! The same persona by moment picture twice, before and after, on one scale.

use super::html::{Html, element};
use super::page::Page;
use crate::experience::before_after::{BeforeAfter, performance};
use crate::experience::coverage::Coverage;
use crate::report::chart::Chart;
use crate::report::chart::kind::MomentHeatmap;
use crate::report::number::grouped;

/// Rows and columns beyond which the picture is no longer read.
const MOMENTS_MAX: usize = 40;
const PERSONAS_MAX: usize = 12;

/// Performance before, and after when there is a plan.
pub fn charts(page: &Page) -> Vec<(&'static str, Chart)> {
    let map = page.result.map;
    if map.cells.is_empty() {
        return Vec::new();
    }
    let today = Coverage::none(map);
    let cells = performance(page.dossier(), map, page.result.coverage.unwrap_or(&today));
    let title = page.say("Performance before the plan", "Performance avant le plan");
    let mut charts = vec![("chart-before", heatmap(page, title, &cells, |cell| cell.before))];
    if page.plan().is_some() {
        let title = page.say("Performance with the plan", "Performance avec le plan");
        charts.push(("chart-after", heatmap(page, title, &cells, |cell| cell.after)));
    }
    charts
}

fn heatmap(page: &Page, title: &str, cells: &[BeforeAfter], side: fn(&BeforeAfter) -> f64) -> Chart {
    let map = page.result.map;
    let moments = page.dossier().moments.iter().take(MOMENTS_MAX);
    let personas = map.cells.personas().iter().take(PERSONAS_MAX);
    let cell = |persona_index: usize, moment_index: usize| {
        let cell = map.cells.cell(persona_index, moment_index);
        (map.importance.shares()[cell] > 0.0).then(|| side(&cells[cell]))
    };
    let row =
        |moment_index| (0..personas.len()).map(|persona_index| cell(persona_index, moment_index)).collect();
    let description = page.say(
        "One row per moment of truth with its target, one column per persona; marks from 0 to 10, darker is better.",
        "Une ligne par moment de vérité avec sa cible, une colonne par persona ; notes de 0 à 10, plus foncé est mieux.",
    );
    Chart::MomentHeatmap(MomentHeatmap {
        frame: page.frame_of(title, description, "", 1),
        personas: personas.clone().map(|id| page.persona(id).to_string()).collect(),
        moments: moments
            .clone()
            .map(|moment| {
                let target = grouped(moment.target, 1, page.language);
                format!("{} ({} {target})", page.moment(&moment.id), page.say("target", "cible"))
            })
            .collect(),
        cells: (0..moments.len()).map(row).collect(),
        low: 0.0,
        high: 10.0,
        empty_label: page.say("does not matter to them", "ne compte pas pour eux").into(),
    })
}

/// Both pictures with what their numbers mean.
pub fn figures(page: &Page) -> Html {
    if page.result.map.cells.is_empty() {
        return Html::default();
    }
    let before = element("strong", page.say("Before the plan.", "Avant le plan.")).and(" ").and(page.say(
        "How well each moment is lived, from 0 to 10; the target stands beside its name.",
        "La façon dont chaque moment est vécu, de 0 à 10 ; la cible figure à côté de son nom.",
    ));
    let mut figures = page.figure("chart-before", before);
    if page.plan().is_some() {
        let after = element("strong", page.say("With the plan.", "Avec le plan.")).and(" ").and(page.say(
            "The same marks once everything in the plan is live: the mark before, plus the share of the gap to target \
             that the plan closes for this persona. Same colours.",
            "Les mêmes notes quand tout le plan est en service : la note d’avant, plus la part de l’écart à la cible que le \
             plan comble pour ce persona. Mêmes couleurs.",
        ));
        figures = figures.and(page.figure("chart-after", after));
    }
    figures.and(cut(page))
}

fn cut(page: &Page) -> Html {
    let (moments, personas) = (page.dossier().moments.len(), page.result.map.cells.personas().len());
    if moments <= MOMENTS_MAX && personas <= PERSONAS_MAX {
        return Html::default();
    }
    let shown = format!("{} × {}", moments.min(MOMENTS_MAX), personas.min(PERSONAS_MAX));
    page.paragraph(
        format!("The pictures show {shown} of {moments} moments × {personas} personas."),
        format!("Les images montrent {shown} sur {moments} moments × {personas} personas."),
    )
}
