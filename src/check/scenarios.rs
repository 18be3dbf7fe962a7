//! Rules on scenarios: every override must change something, by a number.
//!
//! A scenario that is only listed spoils nothing else, so these are warnings; once it is asked for they are errors.

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::overrides::{Fault, faults};
use crate::domain::scenario::Override;

pub const OVERRIDE_WITHOUT_TARGET: Rule = Rule {
    code: "override_without_target",
    severity: Severity::Warning,
    what: "An override of a scenario names a target, a filter or a field that nothing in the dossier answers to.",
    why: "The scenario would be computed as if the change had been made, with the figures of the unchanged dossier.",
    advice: Advice {
        en: "Correct the name; the filter is *, a year such as y0, an identifier, a nature, a type or a level.",
        fr: "Corrigez le nom ; le filtre est *, une année comme y0, un identifiant, une nature, un type ou un niveau.",
    },
    apply: override_without_target,
};

fn override_without_target(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    of_scenarios(dossier, |fault| !matches!(fault, Fault::Operand))
}

pub const OVERRIDE_OPERAND_INVALID: Rule = Rule {
    code: "override_operand_invalid",
    severity: Severity::Warning,
    what: "The operand of an override is no number, or no number that its field can take.",
    why: "The change cannot be made, so the scenario says nothing.",
    advice: Advice {
        en: "Write a plain number with a decimal point, in the field's unit; 0 or 1 for yes and no.",
        fr: "Écrivez un nombre simple avec point décimal, dans l'unité du champ ; 0 ou 1 pour non et oui.",
    },
    apply: override_operand_invalid,
};

fn override_operand_invalid(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    of_scenarios(dossier, |fault| matches!(fault, Fault::Operand))
}

fn of_scenarios(dossier: &Dossier, wanted: fn(&Fault) -> bool) -> Vec<Finding> {
    let found = faults(dossier).into_iter().filter(|(_, fault)| wanted(fault));
    found.map(|(change, fault)| finding(change, fault)).collect()
}

/// What stands in the way of a scenario that is asked for, as errors.
pub fn refused(faults: Vec<(&Override, Fault)>) -> Vec<Finding> {
    let found = faults.into_iter().map(|(change, fault)| finding(change, fault));
    found.map(|finding| Finding { severity: Severity::Error, ..finding }).collect()
}

fn finding(change: &Override, fault: Fault) -> Finding {
    let Override { target, filter, field, operand, place, .. } = change;
    let (rule, column, text, en, fr) = match fault {
        Fault::Target => (
            &OVERRIDE_WITHOUT_TARGET,
            "target",
            target,
            format!("Nothing can be changed under the name {target}."),
            format!("Rien ne peut être changé sous le nom {target}."),
        ),
        Fault::Field => (
            &OVERRIDE_WITHOUT_TARGET,
            "field",
            field,
            format!("{target} has no number named {field} to change."),
            format!("{target} n'a pas de nombre nommé {field} à changer."),
        ),
        Fault::Filter => (
            &OVERRIDE_WITHOUT_TARGET,
            "filter",
            filter,
            format!("The filter {filter} meets no {field} in {target}."),
            format!("Le filtre {filter} n'atteint aucun {field} dans {target}."),
        ),
        Fault::Operand => (
            &OVERRIDE_OPERAND_INVALID,
            "value",
            operand,
            format!("{field} of {target} cannot be changed by \"{operand}\"."),
            format!("{field} de {target} ne peut pas être changé par « {operand} »."),
        ),
    };
    rule.finding(place, en, fr).at(column, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;
    use crate::domain::scenario::Operation;

    #[test]
    fn each_fault_points_at_its_cell() {
        let mut dossier = example::dossier();
        let set =
            |target, filter, field, operand| example::change(target, filter, field, Operation::Set, operand);
        dossier.scenarios[0].overrides = vec![
            set("budgets", "*", "amount", "1"),
            set("roles", "R9", "capacity_days", "1"),
            set("levers", "*", "colour", "1"),
            set("workspace", "*", "discount_rate", "high"),
            set("workspace", "*", "discount_rate", "0.1"),
        ];
        let cells = |findings: Vec<Finding>| -> Vec<(String, String)> {
            findings.into_iter().map(|finding| (finding.column, finding.value)).collect()
        };
        let cell = |column: &str, value: &str| (column.to_string(), value.to_string());
        assert_eq!(
            cells(look(override_without_target, &dossier, &example::model())),
            [cell("target", "budgets"), cell("filter", "R9"), cell("field", "colour")]
        );
        assert_eq!(
            cells(look(override_operand_invalid, &dossier, &example::model())),
            [cell("value", "high")]
        );
    }
}
