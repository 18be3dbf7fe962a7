//! Moments that a plan covers or leaves uncovered, with what covering them costs, in machine-readable documents.

use serde::Serialize;
use utoipa::ToSchema;

use super::view_choice::{ChoiceView, choice_views};
use super::view_explain::{FigureView, figure_view};
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::optimize::explain::moments::{MomentStanding, ToCover};

/// One moment with a gap that somebody weighs.
#[derive(Serialize, ToSchema)]
#[schema(as = MomentPrice)]
pub struct MomentPriceView<'a> {
    moment: &'a str,
    name_en: &'a str,
    name_fr: &'a str,
    is_must_be: bool,
    /// Share of the gap that the plan closes, weighted over the personas; below 0 where it harms.
    coverage: f64,
    /// The same for the persona who has least of it, among those who give the moment importance.
    least_coverage: f64,
    /// Share to be closed for each of them for the moment to count as covered: the floor of must-be moments, or a half where
    /// the dossier states none.
    #[schema(minimum = 0, maximum = 1)]
    level: f64,
    is_covered: bool,
    /// Whether any plan that keeps the rules covers it.
    can_be_covered: bool,
    /// Best plan that covers it less best plan, at most 0; null where it is covered already or cannot be.
    #[schema(required)]
    npv: Option<FigureView>,
    /// What enters the plan to cover it, and what leaves.
    enters: Vec<ChoiceView<'a>>,
    leaves: Vec<ChoiceView<'a>>,
}

/// Every moment with what covering it costs.
pub fn moment_views<'a>(dossier: &'a Dossier, moments: &'a [MomentStanding]) -> Vec<MomentPriceView<'a>> {
    moments.iter().map(|one| moment_view(dossier, one)).collect()
}

fn moment_view<'a>(dossier: &'a Dossier, one: &'a MomentStanding) -> MomentPriceView<'a> {
    let name = |language| dossier.moment(&one.moment).map_or("", |found| found.name.get(language));
    let view = MomentPriceView {
        moment: one.moment.as_str(),
        name_en: name(Language::English),
        name_fr: name(Language::French),
        is_must_be: one.is_must_be,
        coverage: one.coverage,
        least_coverage: one.least,
        level: one.level,
        is_covered: one.to_cover.is_none(),
        can_be_covered: !matches!(one.to_cover, Some(ToCover::Impossible)),
        npv: None,
        enters: Vec::new(),
        leaves: Vec::new(),
    };
    match &one.to_cover {
        Some(ToCover::At { npv, enters, leaves }) => MomentPriceView {
            npv: Some(figure_view(*npv)),
            enters: choice_views(enters),
            leaves: choice_views(leaves),
            ..view
        },
        _ => view,
    }
}
