//! Compare: how two choices differ, and what is known of why; nothing is computed anew and nothing is guessed.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::error::AppError;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::text::Bilingual;
use crate::report::comparison::{
    BrokenRule, Cause, ChangeKind, ComparedChoice, ComparedNames, Comparison, Difference, DifferenceOf,
    InvestmentChange,
};
use crate::report::rule_unit::RuleUnit;
use crate::wire::chosen_document::{ChosenDocument, LeftOut};
use crate::wire::run_difference::differences;
use crate::wire::run_request::RunRequest;

/// A choice that was made: what was asked and what was answered.
#[derive(Clone, Copy, Debug)]
pub struct ComparedRun<'a> {
    pub request: &'a RunRequest,
    /// The document of the choice.
    pub document: &'a str,
}

/// One field of a row of the dossier that is otherwise in the revision of the second choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Name of the table, or `workspace`.
    pub collection: String,
    pub key: String,
    /// Empty when the whole row came or went.
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
    /// The investment that the row belongs to, where one is known; rows of `investments` belong to their own.
    pub investment: Option<String>,
}

/// How two choices differ; `changes` tell how the dossier changed from the first to the second.
///
/// What speaks of an investment: locks and changes that are tried out in one request only, changed rows of it, and, in
/// the choice that leaves it out, what adding it would bring and break there.
///
/// # Errors
/// `Unreadable` for a document that is no choice.
pub fn compare(
    before: ComparedRun,
    after: ComparedRun,
    changes: &[FieldChange],
) -> Result<Comparison, AppError> {
    let documents = (document(before.document)?, document(after.document)?);
    let asked: Vec<Difference> = differences(before.request, after.request)
        .into_iter()
        .map(|one| Difference {
            of: DifferenceOf::Request,
            subject: one.field,
            field: String::new(),
            before: one.before,
            after: one.after,
        })
        .collect();
    let known = Known { before: &documents.0, after: &documents.1, asked: &asked, changes };
    let (old, new) = (documents.0.plan(), documents.1.plan());
    let of = |choice: &&Choice, plan: &Portfolio| {
        plan.choices().iter().find(|other| other.investment == choice.investment).cloned()
    };
    let entered: Vec<Choice> =
        new.choices().iter().filter(|choice| of(choice, &old).is_none()).cloned().collect();
    let left: Vec<Choice> =
        old.choices().iter().filter(|choice| of(choice, &new).is_none()).cloned().collect();
    let both = old.choices().iter().filter_map(|choice| Some((choice.clone(), of(&choice, &new)?)));
    let moved: Vec<(Choice, Choice)> = both.filter(|(old, new)| old != new).collect();
    let mut told: Vec<InvestmentChange> = Vec::new();
    let names = |choices: &[Choice]| -> Vec<String> {
        choices.iter().map(|choice| choice.investment.to_string()).collect()
    };
    let (came, went) = (names(&entered), names(&left));
    told.extend(came.iter().map(|id| known.change(id, ChangeKind::Entered, &went)));
    told.extend(went.iter().map(|id| known.change(id, ChangeKind::Left, &came)));
    told.extend(
        moved.iter().map(|(_, new)| known.change(&new.investment.to_string(), ChangeKind::Moved, &[])),
    );
    told.sort_by(|one, other| one.investment.cmp(&other.investment));
    let rules = known.limits();
    let written = changes.iter().map(difference);
    Ok(Comparison {
        before: side(&documents.0),
        after: side(&documents.1),
        entered,
        left,
        moved,
        changes: told,
        differences: asked.iter().cloned().chain(written).chain(rules).collect(),
        names: names_of(&documents.0, &documents.1),
    })
}

/// What is known of two choices.
struct Known<'k> {
    before: &'k ChosenDocument,
    after: &'k ChosenDocument,
    asked: &'k [Difference],
    changes: &'k [FieldChange],
}

impl Known<'_> {
    /// What became of an investment; `others` took the opposite way.
    fn change(&self, investment: &str, kind: ChangeKind, others: &[String]) -> InvestmentChange {
        let asked = self.asked.iter().filter(|one| speaks_of(one, investment));
        let mut causes: Vec<Cause> = asked.cloned().map(Cause::Asked).collect();
        let own = self.changes.iter().filter(|change| belongs_to(change, investment));
        causes.extend(own.map(|change| Cause::Written(difference(change))));
        let out = match kind {
            ChangeKind::Entered => Some(self.before),
            ChangeKind::Left => Some(self.after),
            ChangeKind::Moved => None,
        };
        if let Some(document) = out {
            if document.status == "infeasible" {
                causes.push(Cause::NoPlan { conflict: document.conflict.clone() });
            }
            causes
                .extend(document.left_out(investment).into_iter().flat_map(|out| self.outside(out, others)));
        }
        InvestmentChange { investment: investment.to_string(), kind, causes }
    }

    /// What the choice that leaves an investment out says of adding it.
    fn outside(&self, out: &LeftOut, others: &[String]) -> Vec<Cause> {
        let (variant, gain) = (out.named.variant.clone(), out.npv_if_added.0);
        let broken: Vec<BrokenRule> = out
            .broken
            .iter()
            .map(|broken| {
                let limits = self.before.limit(&broken.rule).zip(self.after.limit(&broken.rule));
                BrokenRule {
                    rule: broken.rule.clone(),
                    short_by: broken.short_by.0,
                    limits: limits.filter(|(before, after)| before != after),
                }
            })
            .collect();
        let mut causes = Vec::new();
        if !broken.is_empty() {
            causes.push(Cause::Refused { variant, gain, broken });
        } else if gain <= Decimal::ZERO {
            causes.push(Cause::NotWorthIt { variant, gain });
        }
        let by: Vec<String> = out.displaced.iter().filter(|id| others.contains(id)).cloned().collect();
        if !by.is_empty() {
            causes.push(Cause::Displaced { by });
        }
        causes
    }

    /// Rules whose limits differ, and those that one choice has alone.
    fn limits(&self) -> Vec<Difference> {
        let of = |document: &ChosenDocument| -> BTreeSet<String> {
            document.rules.iter().map(|used| used.rule.clone()).collect()
        };
        // Documents of earlier versions tell no rule without a plan, so nothing can be said of any.
        let (before, after) = (of(self.before), of(self.after));
        if before.is_empty() || after.is_empty() {
            return Vec::new();
        }
        let limit = |document: &ChosenDocument, rule: &str| {
            document.limit(rule).map(|limit| limit.normalize().to_string())
        };
        let told = before.union(&after).map(|rule| Difference {
            of: DifferenceOf::Rule,
            subject: rule.clone(),
            field: String::new(),
            before: limit(self.before, rule),
            after: limit(self.after, rule),
        });
        told.filter(|one| one.before != one.after).collect()
    }
}

/// What two choices call things; the second one has the last word.
fn names_of(before: &ChosenDocument, after: &ChosenDocument) -> ComparedNames {
    let mut names = ComparedNames::default();
    for document in [before, after] {
        for one in document.named() {
            let name = Bilingual { en: one.name_en.clone(), fr: one.name_fr.clone() };
            names.investments.insert(one.investment.clone(), name);
            if let (Some(variant), Some(en), Some(fr)) =
                (&one.variant, &one.variant_name_en, &one.variant_name_fr)
            {
                let name = Bilingual { en: en.clone(), fr: fr.clone() };
                names.variants.insert((one.investment.clone(), variant.clone()), name);
            }
        }
        for used in &document.rules {
            let Some(unit) = RuleUnit::ALL.into_iter().find(|unit| unit.name() == used.unit) else {
                continue;
            };
            let name = Bilingual { en: used.name_en.clone(), fr: used.name_fr.clone() };
            names.rules.insert(used.rule.clone(), (name, unit));
        }
    }
    names
}

/// Whether a difference of the requests names an investment: in a lock, or in the filter of a change tried out.
fn speaks_of(asked: &Difference, investment: &str) -> bool {
    let named = match asked.subject.as_str() {
        "locks" => format!("\"investment\":\"{investment}\""),
        "what_if.overrides" => format!("\"filter\":\"{investment}\""),
        _ => return false,
    };
    asked.before.iter().chain(&asked.after).any(|text| text.contains(&named))
}

fn belongs_to(change: &FieldChange, investment: &str) -> bool {
    let is_own = change.collection == "investments" && change.key == investment;
    is_own || change.investment.as_deref() == Some(investment)
}

fn difference(change: &FieldChange) -> Difference {
    Difference {
        of: DifferenceOf::Dossier,
        subject: format!("{} {}", change.collection, change.key).trim_end().to_string(),
        field: change.field.clone(),
        before: change.before.clone(),
        after: change.after.clone(),
    }
}

fn side(document: &ChosenDocument) -> ComparedChoice {
    ComparedChoice {
        status: document.status.clone(),
        currency: document.currency.clone(),
        npv: document.npv(),
        fingerprint: document.fingerprint.clone(),
    }
}

fn document(text: &str) -> Result<ChosenDocument, AppError> {
    ChosenDocument::read(text).map_err(|fault| {
        AppError::Unreadable(Bilingual {
            en: format!("Only two choices can be compared, and this is none: {fault}."),
            fr: format!("Seuls deux choix se comparent, et ceci n’en est pas un\u{a0}: {fault}."),
        })
    })
}
