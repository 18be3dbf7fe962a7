//! Rules on how sure the claims are: opinions only, records without people, evidence that has aged.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::{Advice, Rule};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::evidence::{EvidenceKind, EvidenceLevel};
use crate::domain::finding::{Finding, Severity};

pub const BENEFIT_OPINION_ONLY: Rule = Rule {
    code: "benefit_opinion_only",
    severity: Severity::Warning,
    what: "All benefit lines of a candidate rest on opinions or on what vendors and analysts say (E0, E1).",
    why: "Nothing of one's own supports the claim; two such claims in three do not come true.",
    advice: Advice {
        en: "Before buying, ask customers, look at own records or run a pilot for the largest line.",
        fr: "Avant d'acheter, interroger des clients, lire ses propres mesures ou piloter la plus grosse ligne.",
    },
    apply: benefit_opinion_only,
};

fn benefit_opinion_only(dossier: &Dossier, _: &DecisionModel) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        let lines = investment.variants.iter().flat_map(|variant| &variant.benefit_lines);
        let Some(best) = lines.map(|line| line.evidence).max() else { continue };
        if best <= EvidenceLevel::E1 {
            let finding = BENEFIT_OPINION_ONLY.finding(
                &investment.place,
                format!("No benefit of {} rests on more than {}.", investment.id, best.name()),
                format!("Aucun gain de {} ne dépasse le niveau de preuve {}.", investment.id, best.name()),
            );
            findings.push(finding.at("id", investment.id.as_str()));
        }
    }
    findings
}

pub const STALE_EVIDENCE: Rule = Rule {
    code: "stale_evidence",
    severity: Severity::Warning,
    what: "A piece of evidence is older than its half-life (24 months) on the day the dossier speaks of.",
    why: "Expectations drift: what customers said then may no longer hold, so it weighs one level less.",
    advice: Advice {
        en: "Ask again, or lower the level by one.",
        fr: "Redemander, ou baisser le niveau d'un cran.",
    },
    apply: stale_evidence,
};

/// Evidence without a date does not age, and nothing ages while the dossier does not say which day it speaks of.
fn stale_evidence(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let Some(as_of) = dossier.settings.as_of else { return Vec::new() };
    let half_life = model.limit("evidence_half_life_months", 24.0).clamp(0.0, 12_000.0) as u32;
    let is_stale =
        |date: NaiveDate| date.checked_add_months(Months::new(half_life)).is_some_and(|end| end < as_of);
    let mut findings = Vec::new();
    for evidence in &dossier.evidence {
        if let Some(date) = evidence.date.filter(|date| is_stale(*date)) {
            let finding = STALE_EVIDENCE.finding(
                &evidence.place,
                format!(
                    "Evidence {} is of {date}, more than {half_life} months before {as_of}.",
                    evidence.id
                ),
                format!(
                    "La preuve {} date du {date}, plus de {half_life} mois avant le {as_of}.",
                    evidence.id
                ),
            );
            findings.push(finding.at("date", &date.to_string()));
        }
    }
    findings
}

pub const EVIDENCE_CAPPED: Rule = Rule {
    code: "evidence_capped",
    severity: Severity::Note,
    what: "Evidence claims E3 or more, and nobody was asked or watched: no piece of evidence for the same thing comes \
           from people.",
    why: "Records say what happens and not why; without people they count as E2 at most.",
    advice: Advice {
        en: "Talk to at least 12 of the customers concerned, or state E2.",
        fr: "Parler à au moins 12 des clients concernés, ou indiquer E2.",
    },
    apply: evidence_capped,
};

fn evidence_capped(dossier: &Dossier, _: &DecisionModel) -> Vec<Finding> {
    let from_people = dossier.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::People);
    let asked: BTreeSet<&str> = from_people.map(|evidence| evidence.target_id.as_str()).collect();
    let capped = dossier.evidence.iter().filter(|evidence| {
        evidence.kind != EvidenceKind::People
            && evidence.level >= EvidenceLevel::E3
            && !asked.contains(evidence.target_id.as_str())
    });
    capped
        .map(|evidence| {
            let level = evidence.level.name();
            EVIDENCE_CAPPED
                .finding(
                    &evidence.place,
                    format!(
                        "{level} for {} rests on no customer: it counts as E2 at most.",
                        evidence.target_id
                    ),
                    format!("{level} pour {} ne s'appuie sur aucun client : E2 au plus.", evidence.target_id),
                )
                .at("level", level)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn one_better_line_is_enough() {
        let mut dossier = example::dossier();
        let lines = &mut dossier.investments[0].variants[0].benefit_lines;
        lines[0].evidence = EvidenceLevel::E1;
        let mut better = lines[0].clone();
        let found = benefit_opinion_only(&dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "A"));
        better.evidence = EvidenceLevel::E2;
        dossier.investments[0].variants[0].benefit_lines.push(better);
        assert_eq!(benefit_opinion_only(&dossier, &example::model()), []);
        dossier.investments[0].variants[0].benefit_lines.clear();
        assert_eq!(benefit_opinion_only(&dossier, &example::model()), []);
    }

    #[test]
    fn evidence_ages_against_the_day_of_the_dossier() {
        let mut dossier = example::dossier();
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for (as_of, n_findings) in [(day(2028, 3, 15), 0), (day(2028, 3, 16), 1), (None, 0)] {
            dossier.settings.as_of = as_of;
            assert_eq!(stale_evidence(&dossier, &example::model()).len(), n_findings, "{as_of:?}");
        }
        let mut model = example::model();
        model.check_limits.insert("evidence_half_life_months".into(), 6.0);
        dossier.settings.as_of = day(2026, 12, 31);
        assert_eq!(stale_evidence(&dossier, &model).len(), 1);
    }

    #[test]
    fn records_need_people_beside_them() {
        let mut dossier = example::dossier();
        let records = |moment| example::evidence("EV2", moment, EvidenceKind::Records, EvidenceLevel::E5);
        dossier.evidence.push(records("M1"));
        assert_eq!(evidence_capped(&dossier, &example::model()), []);
        dossier.evidence.push(records("M2"));
        let found = evidence_capped(&dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "E5"));
        dossier.evidence[2].level = EvidenceLevel::E2;
        assert_eq!(evidence_capped(&dossier, &example::model()), []);
    }
}
