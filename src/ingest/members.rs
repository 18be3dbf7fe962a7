//! Reads who a portfolio rule speaks of: investments one by one, or selected by what they have in common.

use super::faults;
use super::keys::Keys;
use super::nearest::nearest;
use super::row::Row;
use crate::domain::finding::Severity;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::moment::MomentOfTruth;
use crate::domain::objective::{Objective, ObjectiveId};
use crate::domain::persona::Persona;
use crate::domain::portfolio_rule::Covered;
use crate::wire::words;

/// What rules may name.
pub struct Known<'a> {
    pub investments: &'a [Investment],
    pub keys: &'a Keys<Investment>,
    pub personas: &'a Keys<Persona>,
    pub moments: &'a Keys<MomentOfTruth>,
    pub objectives: &'a Keys<Objective>,
}

/// The column that names them.
const MEMBERS: &str = "members";

/// The investments that a cell names or selects, sorted; all of them for `*`, and for a blank cell where that is allowed.
///
/// Nothing when none is left, beside the finding that says why.
pub fn investments(row: &mut Row, known: &Known, is_blank_all: bool) -> Option<Vec<InvestmentId>> {
    let parts = row.parts(MEMBERS).map(|(_, parts)| parts).unwrap_or_default();
    if parts.is_empty() && !is_blank_all {
        row.findings.push(faults::cell_missing(&row.place(), MEMBERS));
    }
    let is_all = parts.contains(&"*") || (parts.is_empty() && is_blank_all);
    let mut members: Vec<InvestmentId> = Vec::new();
    if is_all {
        members.extend(known.investments.iter().map(|investment| investment.id.clone()));
    }
    for part in parts.into_iter().filter(|part| *part != "*") {
        match (known.keys.find(part), part.split_once(':')) {
            (Some(id), _) => members.push(id.clone()),
            (None, Some((word, wanted))) => {
                members.extend(selected(row, known.investments, word, wanted.trim()))
            }
            (None, None) => row.reference_unknown(MEMBERS, part, known.keys),
        }
    }
    members.sort();
    members.dedup();
    (!members.is_empty()).then_some(members)
}

/// The investments that have this in common; a word that selects by nothing and a selection of none are told.
fn selected(row: &mut Row, investments: &[Investment], word: &str, wanted: &str) -> Vec<InvestmentId> {
    let field: fn(&Investment) -> &String = match word.trim().to_ascii_lowercase().as_str() {
        "category" => |investment| &investment.category,
        "department" => |investment| &investment.department,
        "vendor" => |investment| &investment.vendor,
        "sponsor" => |investment| &investment.sponsor,
        "family" => |investment| &investment.technology_family,
        _ => {
            row.choice_invalid(MEMBERS, word, words::SELECTORS);
            return Vec::new();
        }
    };
    let has_it = |investment: &&Investment| {
        !wanted.is_empty() && field(investment).trim().to_lowercase() == wanted.to_lowercase()
    };
    let found: Vec<InvestmentId> =
        investments.iter().filter(has_it).map(|investment| investment.id.clone()).collect();
    if found.is_empty() {
        let sentences = (
            format!("No investment has the {word} {wanted:?}."),
            format!("Aucun investissement ne répond à {word}:{wanted}."),
        );
        let place = row.place();
        let finding = faults::cell("selection_empty", Severity::Error, &place, (MEMBERS, wanted), sentences);
        let names = investments.iter().map(|investment| field(investment).as_str());
        row.findings.push(match nearest(wanted, names.filter(|name| !name.is_empty())) {
            Some(name) => faults::suggest_name(finding, Some(&format!("{word}:{name}"))),
            None => finding.suggest(
                "Write the name as the table of investments has it, or list the investments.",
                "Écrivez le nom comme dans la table des investissements, ou listez les investissements.",
            ),
        });
    }
    found
}

/// Whose coverage a cell speaks of: everyone for `*` and a blank, one persona, or one moment.
pub fn covered(row: &mut Row, known: &Known) -> Option<Covered> {
    let text = row.text(MEMBERS);
    if text.is_empty() || text == "*" {
        return Some(Covered::Everyone);
    }
    let persona = known.personas.find(&text).map(|id| Covered::Persona(id.clone()));
    let found = persona.or_else(|| known.moments.find(&text).map(|id| Covered::Moment(id.clone())));
    if found.is_none() {
        let noun = ("persona or moment", "persona ou moment");
        let near = known.personas.nearest(&text).or_else(|| known.moments.nearest(&text));
        let place = row.place();
        row.findings.push(faults::reference_unknown(&place, (MEMBERS, &text), noun, near));
    }
    found
}

/// The objective that a cell names.
pub fn objective(row: &mut Row, known: &Known) -> Option<ObjectiveId> {
    if row.text(MEMBERS).is_empty() {
        row.findings.push(faults::cell_missing(&row.place(), MEMBERS));
    }
    row.reference(MEMBERS, known.objectives)
}

/// Tells members that the type of the rule does not look at, since it speaks of every one in turn.
pub fn none(row: &mut Row, word: &str) -> Option<()> {
    let text = row.text(MEMBERS);
    if text.is_empty() || text == "*" {
        return Some(());
    }
    let sentences = (
        format!("A rule of type {word} holds for every one in turn; {text} would not be looked at."),
        format!("Une règle de type {word} vaut pour chacun tour à tour ; {text} ne serait pas regardé."),
    );
    let place = row.place();
    let finding =
        faults::cell("members_not_applicable", Severity::Error, &place, (MEMBERS, &text), sentences);
    row.findings.push(finding.suggest(
        "Leave the members blank, or choose max_share or at_most for these alone.",
        "Laissez les membres vides, ou choisissez max_share ou at_most pour ceux-là seuls.",
    ));
    None
}
