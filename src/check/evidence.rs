//! Rules on how sure the claims are: opinions only, records without people, evidence that has aged.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::subject::Subject;
use super::wording::{number, rounded};
use super::{Advice, Rule};
use crate::domain::evidence::{EvidenceKind, EvidenceLevel};
use crate::domain::finding::{Finding, Severity};
use crate::quantity::real::real;

pub const BENEFIT_OPINION_ONLY: Rule = Rule {
    code: "benefit_opinion_only",
    severity: Severity::Warning,
    what: "All benefit lines of a candidate rest on opinions or on what vendors and analysts say (E0, E1).",
    why: "Nothing of one's own supports the claim; two such claims in three do not come true.",
    advice: Advice {
        en: "Before buying, ask customers, look at own records or run a pilot for the largest line.",
        fr: "Avant d'acheter, interrogez des clients, lisez vos propres mesures ou pilotez la plus grosse ligne.",
    },
    apply: benefit_opinion_only,
};

fn benefit_opinion_only(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        let lines = investment.variants.iter().flat_map(|variant| &variant.benefit_lines);
        let Some(best) = lines.map(|line| line.evidence).max() else { continue };
        if best <= EvidenceLevel::E1 {
            let name = dossier.called(&investment.id);
            let finding = BENEFIT_OPINION_ONLY.finding(
                &investment.place,
                format!("No benefit of {} rests on more than {}.", name.en, best.name()),
                format!("Aucun gain de {} ne dépasse le niveau de preuve {}.", name.fr, best.name()),
            );
            findings.push(finding.at("id", investment.id.as_str()));
        }
    }
    findings
}

pub const STALE_EVIDENCE: Rule = Rule {
    code: "stale_evidence",
    severity: Severity::Warning,
    what: "A piece of evidence is older than its half-life (18 months) on the day the dossier speaks of.",
    why: "Expectations drift: what customers said then may no longer hold, so it weighs one level less.",
    advice: Advice {
        en: "Ask again, or lower the level by one.",
        fr: "Interrogez de nouveau, ou baissez le niveau d'un cran.",
    },
    apply: stale_evidence,
};

/// Evidence without a date does not age, and nothing ages while the dossier does not say which day it speaks of.
fn stale_evidence(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let Some(as_of) = dossier.settings.as_of else { return Vec::new() };
    let half_life = model.limit("evidence_half_life_months", 18.0).clamp(0.0, 12_000.0) as u32;
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
    what: "Evidence claims E3 or more and nobody, or too few, were asked or watched: no piece of evidence for the same \
           thing comes from people, or fewer than 12 of them (200 in a survey).",
    why: "Records say what happens and not why, and a few voices are a beginning; both count as E2 at most.",
    advice: Advice {
        en: "Talk to at least 12 of the customers concerned, or state E2.",
        fr: "Parlez à au moins 12 des clients concernés, ou indiquez E2.",
    },
    apply: evidence_capped,
};

/// People evidence without a stated sample size is taken at its word.
fn evidence_capped(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let from_people = dossier.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::People);
    let asked: BTreeSet<&str> = from_people.map(|evidence| evidence.target_id.as_str()).collect();
    let mut findings = Vec::new();
    for evidence in dossier.evidence.iter().filter(|evidence| evidence.level >= EvidenceLevel::E3) {
        let (level, target) = (evidence.level.name(), &evidence.target_id);
        if evidence.kind != EvidenceKind::People {
            if !asked.contains(target.as_str()) {
                let finding = EVIDENCE_CAPPED.finding(
                    &evidence.place,
                    format!("{level} for {target} rests on no customer: it counts as E2 at most."),
                    format!("{level} pour {target} ne s'appuie sur aucun client : E2 au plus."),
                );
                findings.push(finding.at("level", level));
            }
            continue;
        }
        let least = if is_survey(&evidence.method) {
            model.limit("evidence_survey_min", 200.0)
        } else {
            model.limit("evidence_people_min", 12.0)
        };
        if let Some(size) = evidence.sample_size.filter(|size| real(*size) < least) {
            let (size_read, least) = (number(size), rounded(least, 0));
            let finding = EVIDENCE_CAPPED.finding(
                &evidence.place,
                format!("{level} for {target} rests on {} people; {} are needed.", size_read.en, least.en),
                format!(
                    "{level} pour {target} s'appuie sur {} personnes ; il en faut {}.",
                    size_read.fr, least.fr
                ),
            );
            findings.push(finding.at("sample_size", &size.to_string()));
        }
    }
    findings
}

fn is_survey(method: &str) -> bool {
    let method = method.to_lowercase();
    ["survey", "questionnaire", "poll", "enquête", "sondage"].iter().any(|word| method.contains(word))
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn one_better_line_is_enough() {
        let mut dossier = example::dossier();
        let lines = &mut dossier.investments[0].variants[0].benefit_lines;
        lines[0].evidence = EvidenceLevel::E1;
        let mut better = lines[0].clone();
        let found = look(benefit_opinion_only, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "A"));
        better.evidence = EvidenceLevel::E2;
        dossier.investments[0].variants[0].benefit_lines.push(better);
        assert_eq!(look(benefit_opinion_only, &dossier, &example::model()), []);
        dossier.investments[0].variants[0].benefit_lines.clear();
        assert_eq!(look(benefit_opinion_only, &dossier, &example::model()), []);
    }

    #[test]
    fn evidence_ages_against_the_day_of_the_dossier() {
        let mut dossier = example::dossier();
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for (as_of, n_findings) in [(day(2027, 9, 15), 0), (day(2027, 9, 16), 1), (None, 0)] {
            dossier.settings.as_of = as_of;
            assert_eq!(look(stale_evidence, &dossier, &example::model()).len(), n_findings, "{as_of:?}");
        }
        let mut model = example::model();
        model.check_limits.insert("evidence_half_life_months".into(), 6.0);
        dossier.settings.as_of = day(2026, 12, 31);
        assert_eq!(look(stale_evidence, &dossier, &model).len(), 1);
    }

    #[test]
    fn records_need_people_beside_them() {
        let mut dossier = example::dossier();
        let records = |moment| example::evidence("EV2", moment, EvidenceKind::Records, EvidenceLevel::E5);
        dossier.evidence.push(records("M1"));
        assert_eq!(look(evidence_capped, &dossier, &example::model()), []);
        dossier.evidence.push(records("M2"));
        let found = look(evidence_capped, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "E5"));
        dossier.evidence[2].level = EvidenceLevel::E2;
        assert_eq!(look(evidence_capped, &dossier, &example::model()), []);
    }

    #[test]
    fn twelve_conversations_or_two_hundred_answers() {
        let mut dossier = example::dossier();
        let cases = [
            ("interviews", Some(dec!(11)), 1),
            ("interviews", Some(dec!(12)), 0),
            ("Online survey", Some(dec!(199)), 1),
            ("Enquête", Some(dec!(200)), 0),
            ("interviews", None, 0),
        ];
        for (method, size, n_findings) in cases {
            dossier.evidence[0].method = method.into();
            dossier.evidence[0].sample_size = size;
            assert_eq!(
                look(evidence_capped, &dossier, &example::model()).len(),
                n_findings,
                "{method} {size:?}"
            );
        }
    }
}
