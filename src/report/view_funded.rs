//! What is funded, with the money of each investment and the rules that impose it, in machine-readable documents.

use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::view_amount::{Amount, ExactDecimal};
use super::view_case::{amount, amounts};
use crate::case::amounts::present_value;
use crate::case::in_plan::{PlannedCase, interplay};
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::text::{Bilingual, Language};
use crate::optimize::outcome::Plan;

/// One investment of the plan. Costs of all of them add up to `cost` and `pv_cost` of the plan; benefits together with
/// `interplay` add up to `benefit` and `pv_benefit`.
#[derive(Serialize, ToSchema)]
#[schema(as = FundedInvestment)]
pub struct FundedView {
    investment: String,
    name_en: String,
    name_fr: String,
    variant: String,
    variant_name_en: String,
    variant_name_fr: String,
    /// When it starts: `y1`, `y1q2` or `y1m05`.
    #[schema(pattern = r"^y\d+(q[1-4]|m\d{2})?$")]
    begin: String,
    /// Part of it that is funded, above 0 and at most 1, as decimal text.
    #[schema(value_type = ExactDecimal)]
    share: String,
    /// Expected cost of years 0..=horizon in this plan. A component that several need is paid once, by the first of them.
    #[schema(value_type = Vec<Amount>)]
    cost: Vec<String>,
    /// What it brings alone in years 0..=horizon, from its start and by its share.
    #[schema(value_type = Vec<Amount>)]
    benefit: Vec<String>,
    #[schema(value_type = Amount)]
    pv_cost: String,
    #[schema(value_type = Amount)]
    pv_benefit: String,
    /// pv_benefit - pv_cost.
    #[schema(value_type = Amount)]
    npv: String,
    /// NPV of the plan without it less NPV of the plan: below 0 where it earns its place among the others.
    #[schema(value_type = Amount)]
    npv_if_dropped: String,
    /// Rules that forbid dropping it although the NPV would rise; empty where it is there by its own worth.
    held_by: Vec<String>,
}

/// What the investments of a plan bring together beyond what each brings alone: below 0 where they overlap.
#[derive(Serialize, ToSchema)]
#[schema(as = Interplay)]
pub struct InterplayView {
    /// Of years 0..=horizon.
    #[schema(value_type = Vec<Amount>)]
    benefit: Vec<String>,
    #[schema(value_type = Amount)]
    pv_benefit: String,
}

/// An investment and its variant as people call them.
pub struct Names {
    pub investment: Bilingual,
    pub variant: Bilingual,
}

impl Names {
    pub fn of(dossier: &Dossier, investment: &InvestmentId, variant: Option<&VariantId>) -> Names {
        let name = dossier.investment(investment).map(|one| one.name.clone()).unwrap_or_default();
        let variant = variant.map(|variant| dossier.variant_called(investment, variant));
        Names { investment: in_both(&name), variant: in_both(&variant.unwrap_or_default()) }
    }
}

/// A text with the other side where one is missing.
fn in_both(text: &Bilingual) -> Bilingual {
    Bilingual { en: text.get(Language::English).into(), fr: text.get(Language::French).into() }
}

/// Everything that is funded with what lies between it and the plan; nothing without a plan.
pub fn funded_views(result: &PlanResult) -> (Vec<FundedView>, Option<InterplayView>) {
    let Some(plan) = &result.outcome.plan else { return (Vec::new(), None) };
    let planned = PlannedCase::all(result.dossier, result.cases, &plan.portfolio);
    let between = interplay(&plan.case, &planned);
    let interplay = InterplayView {
        pv_benefit: amount(present_value(&between, &result.cases.factors)),
        benefit: amounts(&between),
    };
    (planned.iter().map(|one| funded_view(result.dossier, plan, one)).collect(), Some(interplay))
}

fn funded_view(dossier: &Dossier, plan: &Plan, one: &PlannedCase) -> FundedView {
    let choice = &one.choice;
    let Names { investment, variant } = Names::of(dossier, &choice.investment, Some(&choice.variant));
    let mut drops = plan.neighbours.iter().filter(|one| one.variant.is_none());
    let dropped = drops.find(|one| one.investment == choice.investment).map(|one| one.gain);
    FundedView {
        investment: choice.investment.to_string(),
        name_en: investment.en,
        name_fr: investment.fr,
        variant: choice.variant.to_string(),
        variant_name_en: variant.en,
        variant_name_fr: variant.fr,
        begin: choice.start.to_string(),
        share: choice.share.normalize().to_string(),
        cost: amounts(&one.cost),
        benefit: amounts(&one.benefit),
        pv_cost: amount(one.pv_cost),
        pv_benefit: amount(one.pv_benefit),
        npv: amount(one.pv_benefit - one.pv_cost),
        npv_if_dropped: amount(dropped.expect("a plan knows every drop of what it has")),
        held_by: plan.held_by(&choice.investment).map(|statement| statement.name()).collect(),
    }
}
