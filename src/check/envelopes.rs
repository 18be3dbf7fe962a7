//! Rules on envelopes: departments that are there, and transfers between money of one kind.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::envelope::Envelope;
use crate::domain::finding::{Finding, Severity};

pub const DEPARTMENT_UNKNOWN: Rule = Rule {
    code: "department_unknown",
    severity: Severity::Warning,
    what: "An envelope names a department that pays for no investment.",
    why: "Its money can be spent on nothing there; often the name is written in another way in the investments.",
    advice: Advice {
        en: "Write the department as budget_department of the investments has it, or remove it.",
        fr: "Écrivez la direction comme budget_department des investissements, ou retirez-la.",
    },
    apply: department_unknown,
};

fn department_unknown(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let known: BTreeSet<&str> =
        dossier.investments.iter().map(|investment| investment.department.trim()).collect();
    let mut findings = Vec::new();
    for envelope in &dossier.envelopes {
        for department in envelope.departments.iter().filter(|name| !known.contains(name.as_str())) {
            let finding = DEPARTMENT_UNKNOWN.finding(
                &envelope.place,
                format!("No investment is paid by the department {department}."),
                format!("Aucun investissement n'est payé par la direction {department}."),
            );
            findings.push(finding.at("departments", department));
        }
    }
    findings
}

pub const TRANSFER_GROUP_MIXED: Rule = Rule {
    code: "transfer_group_mixed",
    severity: Severity::Error,
    what: "Envelopes of one transfer group pay for different kinds of spending.",
    why: "Only money of one kind moves freely: what is set aside for capex cannot pay what runs.",
    advice: Advice {
        en: "Give each kind of spending its own transfer group.",
        fr: "Donnez à chaque nature de dépense son propre groupe de virement.",
    },
    apply: transfer_group_mixed,
};

fn transfer_group_mixed(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut firsts: BTreeMap<&str, &Envelope> = BTreeMap::new();
    let mut findings = Vec::new();
    for envelope in &dossier.envelopes {
        let Some(group) = &envelope.transfer_group else { continue };
        let first = *firsts.entry(group).or_insert(envelope);
        if first.spending != envelope.spending {
            let (own, other) = (envelope.spending.name(), first.spending.name());
            let (id, other_id) = (&envelope.id, &first.id);
            let finding = TRANSFER_GROUP_MIXED.finding(
                &envelope.place,
                format!("In group {group}, {id} is for {own} and {other_id} for {other}."),
                format!("Dans le groupe {group}, {id} sert à {own} et {other_id} à {other}."),
            );
            findings.push(finding.at("transfer_group", group));
        }
    }
    findings
}
