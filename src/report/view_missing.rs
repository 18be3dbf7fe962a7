//! What has no case, as documents tell it: variants with the reason, and investments that cannot be judged at all.

use serde::Serialize;
use utoipa::ToSchema;

use super::view_word::MissingWord;
use crate::case::cases::Cases;
use crate::domain::dossier::Dossier;

/// A variant without a case; it is never valued at zero.
#[derive(Serialize, ToSchema)]
#[schema(as = MissingCase)]
pub struct MissingView<'a> {
    investment: &'a str,
    variant: &'a str,
    #[schema(value_type = MissingWord)]
    reason: &'static str,
    /// Lines with withheld amounts; empty when nothing is stated.
    lines: &'a [String],
}

/// Every variant without a case, in order.
pub fn missing_views(cases: &Cases) -> Vec<MissingView<'_>> {
    let missing = cases.missing.iter();
    missing
        .map(|case| MissingView {
            investment: case.investment.as_str(),
            variant: case.variant.as_str(),
            reason: case.reason.name(),
            lines: &case.lines,
        })
        .collect()
}

/// The identifiers of investments that cannot be judged, in the order of the dossier.
pub fn unjudged_ids<'a>(dossier: &'a Dossier, cases: &Cases) -> Vec<&'a str> {
    cases.unjudged(dossier).into_iter().map(|investment| investment.id.as_str()).collect()
}
