//! Moments that a plan leaves uncovered, with what covering them costs, as text for the terminal.

use super::choice_words::dated_choices;
use super::explain_sentence::figure;
use super::number::{counted, percent_of_real};
use super::table::Table;
use super::text_case::short;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;
use crate::optimize::explain::moments::{MomentStanding, ToCover};

/// Columns that a name takes at most.
const NAME_WIDTH: usize = 52;

/// A row for each uncovered moment; nothing when the dossier has none with a gap.
pub fn uncovered_text(dossier: &Dossier, moments: &[MomentStanding], language: Language) -> String {
    let Some(level) = moments.first().map(|one| percent_of_real(one.level, 0, language)) else {
        return String::new();
    };
    let headings = match language {
        Language::English => {
            ["uncovered moment", ">closed", ">least", "must-be", ">NPV to cover it", "enters", "leaves"]
        }
        Language::French => {
            ["moment non couvert", ">comblé", ">au moins", "attendu", ">VAN pour le couvrir", "entre", "sort"]
        }
    };
    let mut table = Table::new(&headings);
    for one in moments {
        let Some(to_cover) = &one.to_cover else { continue };
        let all = |choices: &[Choice]| dated_choices(choices, &dossier.settings, language).join(", ");
        let (cost, enters, leaves) = match (to_cover, language) {
            (ToCover::At { npv, enters, leaves }, _) => {
                (figure(dossier, *npv, language), all(enters), all(leaves))
            }
            (ToCover::Impossible, Language::English) => ("no plan".into(), String::new(), String::new()),
            (ToCover::Impossible, Language::French) => ("aucun plan".into(), String::new(), String::new()),
        };
        let name = dossier.moment(&one.moment).map_or("", |found| found.name.get(language));
        table.row(vec![
            format!("{} {}", one.moment, short(name, NAME_WIDTH)),
            percent_of_real(one.coverage, 0, language),
            percent_of_real(one.least, 0, language),
            if one.is_must_be { "◄".into() } else { String::new() },
            cost,
            enters,
            leaves,
        ]);
    }
    let covered = moments.iter().filter(|one| one.to_cover.is_none()).count();
    let sentence = match language {
        Language::English => format!(
            "{} with {level} of the gap closed or more for everybody who gives importance to it.\n",
            counted(covered, "moment is covered", "moments are covered", language)
        ),
        Language::French => format!(
            "{}, avec {level} de l’écart comblé ou plus pour tous ceux à qui ils importent.\n",
            counted(covered, "moment est couvert", "moments sont couverts", language)
        ),
    };
    let table = if table.is_empty() { String::new() } else { table.text() };
    format!("{table}{sentence}\n")
}
