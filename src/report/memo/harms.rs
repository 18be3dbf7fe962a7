//! Who loses anywhere, and which must-be moments the plan leaves uncovered.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::html::{Html, element, list};
use super::page::Page;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::text::Language;
use crate::experience::kano::BelowFloor;
use crate::report::number::percent_of_real;

/// Single losses named in full; the rest is counted.
const LOSSES_SHOWN: usize = 30;

/// The personas who are worse off at some moment, named.
pub fn harms(page: &Page) -> Html {
    let Some(coverage) = page.result.coverage else { return Html::default() };
    let title = element("h3", page.say("Who loses", "Qui y perd")).and(Html::literal("\n"));
    let losses = coverage.losses();
    if losses.is_empty() {
        return title.and(page.paragraph(
            "No persona is worse off at any moment.",
            "Aucun persona ne voit un moment se dégrader.",
        ));
    }
    let loss = |(persona, moment, share): &(&PersonaId, &MomentId, f64)| {
        let (persona, moment) = (page.persona(persona), page.moment(moment));
        let share = percent_of_real(-share, 1, page.language);
        Html::from(match page.language {
            Language::English => format!("{persona}, at “{moment}”: the gap to target grows by {share}."),
            Language::French => {
                format!("{persona}, à « {moment} » : l’écart à la cible se creuse de {share}.")
            }
        })
    };
    let mut named = list("plain", losses.iter().take(LOSSES_SHOWN).map(loss));
    if losses.len() > LOSSES_SHOWN {
        let more = losses.len() - LOSSES_SHOWN;
        named = named.and(page.paragraph(format!("And {more} more."), format!("Et {more} de plus.")));
    }
    let overall = match coverage.losers().len() {
        0 => page.paragraph(
            "Over all their moments together nobody is worse off; these single moments get worse:",
            "Tous moments confondus, personne n’y perd ; ces moments-ci se dégradent :",
        ),
        count => page.paragraph(
            format!(
                "{} worse off over all their moments together:",
                if count == 1 { "1 persona is".into() } else { format!("{count} personas are") }
            ),
            format!(
                "{}, tous moments confondus :",
                if count == 1 { "1 persona y perd".into() } else { format!("{count} personas y perdent") }
            ),
        ),
    };
    title.and(overall).and(named)
}

/// Must-be moments below the floor for somebody who cares.
pub fn uncovered(page: &Page) -> Html {
    let Some(coverage) = page.result.coverage else { return Html::default() };
    let title = page.say("Must-be moments left uncovered", "Moments attendus laissés sans couverture");
    let title = element("h3", title).and(Html::literal("\n"));
    let floor = page.share(page.grounds.floor);
    let mut by_moment: BTreeMap<&MomentId, Vec<&BelowFloor>> = BTreeMap::new();
    page.grounds.below_floor.iter().for_each(|low| by_moment.entry(&low.moment).or_default().push(low));
    if by_moment.is_empty() {
        return title.and(page.paragraph(
            format!("None: at least {floor} of the gap is closed at every must-be moment for everyone who cares."),
            format!("Aucun : au moins {floor} de l’écart est comblé à chaque moment attendu, pour tous ceux qui y tiennent."),
        ));
    }
    let lead = page.paragraph(
        format!("Less than {floor} of the gap is closed here, for customers who care:"),
        format!("Moins de {floor} de l’écart est comblé ici, pour des clients qui y tiennent :"),
    );
    let headings = page.headings(
        ["Moment", ">Mark", ">Target", ">Gap closed, all", ">At risk, a year", "For whom it stays open"],
        ["Moment", ">Note", ">Cible", ">Écart comblé, tous", ">En jeu, par an", "Pour qui il reste ouvert"],
    );
    let caption = page.say("Where must-be moments stay open", "Où des moments attendus restent ouverts");
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    for (id, low) in by_moment {
        let moment = page.dossier().moment(id);
        let mark = |mark: Option<rust_decimal::Decimal>| page.mark(mark.map(crate::quantity::real::real));
        let at_risk = page.result.at_risk.by_moment.get(id);
        let for_whom = low.iter().map(|one| {
            element("div", format!("{} ({})", page.persona(&one.persona), page.share(one.coverage)))
        });
        grid.row(vec![
            page.moment(id).into(),
            mark(moment.map(|one| one.performance)).into(),
            mark(moment.map(|one| one.target)).into(),
            coverage.by_moment.get(id).map_or("–".into(), |share| page.share(*share)).into(),
            at_risk.map_or("–".into(), |amount| page.kilo(*amount)).into(),
            for_whom.collect(),
        ]);
    }
    title.and(lead).and(grid.html())
}
