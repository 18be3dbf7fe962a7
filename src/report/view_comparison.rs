//! How two choices differ, as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::comparison::{Comparison, Difference, InvestmentChange};
use super::comparison_words::{change_sentence, difference_sentence};
use super::view_case::amount;
use super::view_finding::document;
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;

/// Two choices side by side: what entered, left and moved, and what is known of why.
#[derive(Serialize, ToSchema)]
#[schema(as = Comparison)]
pub struct ComparisonView<'a> {
    /// Currency of the amounts; null when the two choices are in different ones.
    #[schema(required)]
    currency: Option<&'a str>,
    /// optimal, within_gap, limit_reached or infeasible.
    status_before: &'a str,
    status_after: &'a str,
    /// Net present value of the plan before, as a decimal text; null when there is none.
    #[schema(required)]
    npv_before: Option<String>,
    #[schema(required)]
    npv_after: Option<String>,
    /// npv_after - npv_before; null without two plans in one currency.
    #[schema(required)]
    difference: Option<String>,
    fingerprint_before: &'a str,
    fingerprint_after: &'a str,
    /// Choices of the plan after whose investments the plan before does not have.
    entered: Vec<PlacedView<'a>>,
    /// Choices of the plan before whose investments the plan after does not have.
    left: Vec<PlacedView<'a>>,
    /// Investments of both plans in another variant, start or share.
    moved: Vec<MoveView<'a>>,
    /// One for each of these, by investment, with one sentence on why.
    changes: Vec<ChangeView<'a>>,
    /// Everything that is known to differ: in the requests, the dossier and the limits of rules.
    differences: Vec<DifferenceView<'a>>,
}

/// One choice of a plan.
#[derive(Serialize, ToSchema)]
pub struct PlacedView<'a> {
    investment: &'a str,
    variant: &'a str,
    /// When it starts: `y1`, `y1q2` or `y1m05`.
    begin: String,
    /// Share of it that is funded, above 0 and at most 1.
    share: String,
}

/// One choice before and after.
#[derive(Serialize, ToSchema)]
pub struct MoveView<'a> {
    before: PlacedView<'a>,
    after: PlacedView<'a>,
}

/// What became of one investment.
#[derive(Serialize, ToSchema)]
pub struct ChangeView<'a> {
    investment: &'a str,
    /// Empty where neither document names it.
    name_en: String,
    name_fr: String,
    /// entered, left or moved.
    change: &'static str,
    /// What is known of why: request, dossier, rules, value, displaced or no_plan; empty when nothing is.
    causes: Vec<&'static str>,
    /// One sentence, which says so when no cause is known.
    why: SentenceView,
}

/// One thing that differs.
#[derive(Serialize, ToSchema)]
pub struct DifferenceView<'a> {
    /// request, dossier or rule.
    of: &'static str,
    /// A field of the request, a row of the dossier or a rule.
    subject: &'a str,
    /// The field of the row; null where the subject says it all.
    #[schema(required)]
    field: Option<&'a str>,
    /// As written; null where it is not there.
    #[schema(required)]
    before: Option<&'a str>,
    #[schema(required)]
    after: Option<&'a str>,
    sentence: SentenceView,
}

/// One sentence in both languages.
#[derive(Serialize, ToSchema)]
pub struct SentenceView {
    en: String,
    fr: String,
}

/// The document of a comparison.
pub fn comparison_json(comparison: &Comparison) -> String {
    document(&comparison_view(comparison))
}

/// A comparison as a part of a document.
pub fn comparison_view(comparison: &Comparison) -> ComparisonView<'_> {
    let Comparison { before, after, .. } = comparison;
    ComparisonView {
        currency: Some(after.currency.as_str()).filter(|currency| *currency == before.currency),
        status_before: &before.status,
        status_after: &after.status,
        npv_before: before.npv.map(amount),
        npv_after: after.npv.map(amount),
        difference: comparison.difference().map(amount),
        fingerprint_before: &before.fingerprint,
        fingerprint_after: &after.fingerprint,
        entered: comparison.entered.iter().map(placed_view).collect(),
        left: comparison.left.iter().map(placed_view).collect(),
        moved: comparison
            .moved
            .iter()
            .map(|(before, after)| MoveView { before: placed_view(before), after: placed_view(after) })
            .collect(),
        changes: comparison.changes.iter().map(|change| change_view(comparison, change)).collect(),
        differences: comparison.differences.iter().map(|one| difference_view(comparison, one)).collect(),
    }
}

fn placed_view(choice: &Choice) -> PlacedView<'_> {
    PlacedView {
        investment: choice.investment.as_str(),
        variant: choice.variant.as_str(),
        begin: choice.start.to_string(),
        share: choice.share.normalize().to_string(),
    }
}

fn change_view<'a>(comparison: &Comparison, change: &'a InvestmentChange) -> ChangeView<'a> {
    let mut causes: Vec<&str> = change.causes.iter().map(|cause| cause.name()).collect();
    causes.dedup();
    let name = comparison.names.investments.get(&change.investment).cloned().unwrap_or_default();
    ChangeView {
        investment: &change.investment,
        name_en: name.en,
        name_fr: name.fr,
        change: change.kind.name(),
        causes,
        why: in_both(|language| change_sentence(comparison, change, language)),
    }
}

fn difference_view<'a>(comparison: &Comparison, difference: &'a Difference) -> DifferenceView<'a> {
    DifferenceView {
        of: difference.of.name(),
        subject: &difference.subject,
        field: Some(difference.field.as_str()).filter(|field| !field.is_empty()),
        before: difference.before.as_deref(),
        after: difference.after.as_deref(),
        sentence: in_both(|language| difference_sentence(comparison, difference, language)),
    }
}

fn in_both(sentence: impl Fn(Language) -> String) -> SentenceView {
    SentenceView { en: sentence(Language::English), fr: sentence(Language::French) }
}
