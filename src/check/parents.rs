//! The rule on the tree of objectives: nothing serves itself.

use std::collections::BTreeMap;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::domain::objective::{Objective, ObjectiveId};

pub const OBJECTIVE_CYCLE: Rule = Rule {
    code: "objective_cycle",
    severity: Severity::Error,
    what: "An objective is its own parent, or objectives serve each other in a circle.",
    why: "A tree of means and ends needs an end: in a circle nothing is wanted for its own sake.",
    advice: Advice {
        en: "Leave parent_id blank for the objective that is wanted for its own sake.",
        fr: "Laissez parent_id vide pour l'objectif voulu pour lui-même.",
    },
    apply: objective_cycle,
};

/// One finding per circle, at its smallest member; each objective has one parent, so each is walked over once.
fn objective_cycle(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut walked: BTreeMap<&ObjectiveId, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (walk, start) in dossier.objectives.iter().enumerate() {
        let mut path: Vec<&Objective> = Vec::new();
        let mut next = Some(start);
        while let Some(objective) = next.filter(|objective| !walked.contains_key(&objective.id)) {
            walked.insert(&objective.id, walk);
            path.push(objective);
            next = objective.parent.as_ref().and_then(|parent| dossier.objective(parent));
        }
        let met = next.and_then(|met| path.iter().position(|objective| objective.id == met.id));
        if let Some(circle) = met.map(|met| &path[met..])
            && let Some(smallest) = (0..circle.len()).min_by_key(|at| &circle[*at].id)
        {
            let mut names: Vec<&str> = circle.iter().map(|objective| objective.id.as_str()).collect();
            names.rotate_left(smallest);
            names.push(circle[smallest].id.as_str());
            let (names, first) = (names.join(" > "), circle[smallest]);
            let finding = OBJECTIVE_CYCLE.finding(
                &first.place,
                format!("Each serves the next, in a circle: {names}."),
                format!("Chacun sert le suivant, en boucle : {names}."),
            );
            findings.push(finding.at("parent_id", first.parent.as_ref().map_or("", ObjectiveId::as_str)));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::dossier::Dossier;
    use crate::domain::example;

    fn found(parents: &[(&str, &str)]) -> Vec<String> {
        let mut dossier: Dossier = example::dossier();
        let shape = dossier.objectives[0].clone();
        let objective = |(id, parent): &(&str, &str)| {
            let parent = Some(*parent).filter(|parent| !parent.is_empty()).map(ObjectiveId::new);
            Objective { id: (*id).into(), parent, ..shape.clone() }
        };
        dossier.objectives = parents.iter().map(objective).collect();
        let found = look(objective_cycle, &dossier, &example::model());
        found.into_iter().map(|finding| finding.message.en).collect()
    }

    #[test]
    fn each_circle_is_named_once_from_its_smallest_member_on() {
        assert_eq!(found(&[("A", ""), ("B", "A"), ("C", "A"), ("D", "X")]), Vec::<String>::new());
        assert_eq!(found(&[("A", "A")]), ["Each serves the next, in a circle: A > A."]);
        let found = found(&[("A", "C"), ("B", "D"), ("C", "B"), ("D", "B"), ("E", "E"), ("F", "E")]);
        let named = |names: &str| format!("Each serves the next, in a circle: {names}.");
        assert_eq!(found, [named("B > D > B"), named("E > E")]);
    }
}
