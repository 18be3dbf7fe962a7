//! `Cases`: the stand-alone business case of every variant of a dossier, worked out once.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::amounts::{Amounts, add, net, nothing, present_value};
use super::appraisal::{Appraisal, Discounting};
use super::benefits::{BenefitCase, benefit_case};
use super::costs::{CostCase, cost_case};
use super::missing::MissingCase;
use super::shared_component::{ComponentCase, component_cases};
use super::tei::TeiView;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId, Variant, VariantId};
use crate::domain::settings::TimingConvention;
use crate::finance::discount::{Timing, discount_factors};
use crate::finance::error::FinanceError;

/// The case of one variant on its own: no enabler, synergy, cap or risk list (value model `additive`).
#[derive(Clone, Debug)]
pub struct VariantCase {
    pub investment: InvestmentId,
    pub variant: VariantId,
    pub cost_lines: Vec<CostCase>,
    pub benefit_lines: Vec<BenefitCase>,
    /// Expected cost by year, shared components in full as if nobody else needed them.
    pub cost: Amounts,
    /// Expected cost by year without shared components.
    pub own_cost: Amounts,
    /// Adjusted benefit by year.
    pub benefit: Amounts,
    pub stated_cost: Amounts,
    pub stated_benefit: Amounts,
    pub pv_cost: Decimal,
    pub pv_benefit: Decimal,
    pub npv: Decimal,
    /// PV of the claims less PV of the stated costs: before evidence discount and expected overrun.
    pub npv_unadjusted: Decimal,
    pub appraisal: Appraisal,
    pub tei: TeiView,
}

/// Every case of a dossier, in order of identifiers.
#[derive(Clone, Debug)]
pub struct Cases {
    pub discounting: Discounting,
    /// Discount factors of years 0..=horizon.
    pub factors: Vec<Decimal>,
    pub variants: Vec<VariantCase>,
    /// Variants without a case: nothing stands for what is withheld or not stated.
    pub missing: Vec<MissingCase>,
    /// What several variants need and a plan pays for once, by identifier.
    pub components: Vec<ComponentCase>,
}

impl Cases {
    /// Works out every variant of the dossier; those with withheld amounts, and those for which nothing is
    /// stated, are listed apart, never valued at zero.
    ///
    /// # Errors
    /// Those of the arithmetic; a dossier without error findings has none.
    pub fn of(dossier: &Dossier, model: &DecisionModel) -> Result<Cases, FinanceError> {
        let settings = &dossier.settings;
        let timing = match settings.timing {
            TimingConvention::EndOfYear => Timing::EndOfYear,
            TimingConvention::MidYear => Timing::MidYear,
            TimingConvention::AllEnd => Timing::AllEnd,
        };
        let rate = settings.discount_rate;
        let discounting = Discounting { rate, timing, mirr_rate: model.mirr_rate.unwrap_or(rate) };
        let factors = discount_factors(rate, settings.horizon + 1, timing)?;
        let (variants, missing, components) = (Vec::new(), Vec::new(), Vec::new());
        let mut cases = Cases { discounting, factors, variants, missing, components };
        for (investment, variant) in dossier.variants() {
            match variant_case(dossier, model, &cases, investment, variant)? {
                Some(case) => cases.variants.push(case),
                None => cases.missing.push(MissingCase::of(investment, variant)),
            }
        }
        cases.components = component_cases(&cases.variants);
        Ok(cases)
    }

    /// The case of one variant.
    pub fn get(&self, investment: &InvestmentId, variant: &VariantId) -> Option<&VariantCase> {
        self.variants
            .binary_search_by(|case| (&case.investment, &case.variant).cmp(&(investment, variant)))
            .ok()
            .map(|at| &self.variants[at])
    }

    /// The investments that cannot be judged, in the order of the dossier: none of their variants has a case.
    pub fn unjudged<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Investment> {
        let has_case =
            |one: &&Investment| one.variants.iter().any(|own| self.get(&one.id, &own.id).is_some());
        dossier.investments.iter().filter(|one| !has_case(one)).collect()
    }

    /// Why the variants of an investment without a case have none, in order.
    pub fn missing_of(&self, investment: &InvestmentId) -> impl Iterator<Item = &MissingCase> {
        self.missing.iter().filter(move |case| &case.investment == investment)
    }

    /// Years after year 0 that the cases cover.
    pub fn horizon(&self) -> usize {
        self.factors.len() - 1
    }
}

impl VariantCase {
    /// Benefit less cost by year.
    pub fn net(&self) -> Amounts {
        net(&self.benefit, &self.cost)
    }

    /// The shared components it needs, sorted.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        let named: BTreeSet<&str> =
            self.cost_lines.iter().filter_map(|line| line.shared_component.as_deref()).collect();
        named.into_iter()
    }
}

fn variant_case(
    dossier: &Dossier,
    model: &DecisionModel,
    cases: &Cases,
    investment: &Investment,
    variant: &Variant,
) -> Result<Option<VariantCase>, FinanceError> {
    if variant.has_no_line() {
        return Ok(None);
    }
    let (factors, horizon) = (&cases.factors, cases.horizon());
    let cost_lines: Option<Vec<CostCase>> =
        variant.cost_lines.iter().map(|line| cost_case(line, horizon)).collect();
    let benefit_lines: Option<Vec<BenefitCase>> =
        variant.benefit_lines.iter().map(|line| benefit_case(dossier, model, line)).collect();
    let (Some(cost_lines), Some(benefit_lines)) = (cost_lines, benefit_lines) else { return Ok(None) };
    let total = |lines: &mut dyn Iterator<Item = &Amounts>| {
        let mut sum = nothing(horizon);
        lines.for_each(|amounts| add(&mut sum, amounts));
        sum
    };
    let cost = total(&mut cost_lines.iter().map(|line| &line.expected));
    let own_lines = cost_lines.iter().filter(|line| line.shared_component.is_none());
    let own_cost = total(&mut own_lines.map(|line| &line.expected));
    let benefit = total(&mut benefit_lines.iter().map(|line| &line.adjusted));
    let stated_cost = total(&mut cost_lines.iter().map(|line| &line.stated));
    let stated_benefit = total(&mut benefit_lines.iter().map(|line| &line.stated));
    let pv_cost = present_value(&cost, factors);
    let pv_benefit = present_value(&benefit, factors);
    let tei = TeiView::of(investment, &stated_cost, &stated_benefit, factors);
    Ok(Some(VariantCase {
        investment: investment.id.clone(),
        variant: variant.id.clone(),
        appraisal: Appraisal::of(&cost, &benefit, &cases.discounting)?,
        npv: pv_benefit - pv_cost,
        npv_unadjusted: present_value(&stated_benefit, factors) - present_value(&stated_cost, factors),
        cost_lines,
        benefit_lines,
        cost,
        own_cost,
        benefit,
        stated_cost,
        stated_benefit,
        pv_cost,
        pv_benefit,
        tei,
    }))
}
