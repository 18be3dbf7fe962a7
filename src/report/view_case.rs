//! Business cases as a machine-readable document.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use super::number::rounded;
use super::view_amount::Amount;
use super::view_finding::document;
use super::view_missing::{MissingView, missing_views};
use super::view_word::{AccountingWord, CostNatureWord, EvidenceWord, NoRateWord};
use crate::case::appraisal::Appraisal;
use crate::case::benefits::BenefitCase;
use crate::case::cases::{Cases, VariantCase};
use crate::case::costs::CostCase;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::quantity::real::real;

/// An amount in the dossier's currency as decimal text, at most six decimals: `"2553916.666667"`.
pub fn amount(exact: Decimal) -> String {
    let text = rounded(exact, 6).normalize();
    if text.is_zero() { "0".to_string() } else { text.to_string() }
}

/// Amounts of years 0..=horizon.
pub fn amounts(exact: &[Decimal]) -> Vec<String> {
    exact.iter().map(|one| amount(*one)).collect()
}

/// A ratio or a number of years, at most twelve decimals.
pub fn ratio(exact: Decimal) -> f64 {
    real(rounded(exact, 12))
}

/// The result of `appraise`: one business case per variant; amounts in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = AppraisalResult)]
pub struct CasesView<'a> {
    currency: &'a str,
    /// Calendar year of year 0.
    base_year: i32,
    /// Per year, a fraction.
    discount_rate: f64,
    /// Name and version.
    decision_model: String,
    #[serde(serialize_with = "one_by_one")]
    #[schema(value_type = Vec<CaseView>)]
    options: (&'a Dossier, &'a [VariantCase]),
    /// Variants whose amounts are withheld or not stated: missing, never zero.
    missing: Vec<MissingView<'a>>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// The business case of one variant, done alone.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantCase)]
struct CaseView<'a> {
    investment: &'a str,
    variant: &'a str,
    name: &'a str,
    /// Expected cost of years 0..=horizon.
    #[schema(value_type = Vec<Amount>)]
    cost: Vec<String>,
    /// Benefit of years 0..=horizon, after the evidence discount.
    #[schema(value_type = Vec<Amount>)]
    benefit: Vec<String>,
    #[schema(value_type = Amount)]
    pv_cost: String,
    #[schema(value_type = Amount)]
    pv_benefit: String,
    /// Present value of benefits less present value of costs.
    #[schema(value_type = Amount)]
    npv: String,
    /// Before the evidence discount and the expected overrun.
    #[schema(value_type = Amount)]
    npv_unadjusted: String,
    #[serde(flatten)]
    appraisal: AppraisalView,
    tei: TeiView,
    cost_lines: Vec<CostLineView<'a>>,
    benefit_lines: Vec<BenefitLineView<'a>>,
}

/// The measures of one case; ratios and rates are fractions, paybacks years from t = 0.
#[derive(Serialize, ToSchema)]
#[schema(as = CaseMeasures)]
pub struct AppraisalView {
    /// (PV of benefits - PV of costs) / PV of costs; null when nothing is spent.
    #[schema(required)]
    roi: Option<f64>,
    irr: RatesView,
    /// Modified internal rate of return; null when there is none.
    #[schema(required)]
    mirr: Option<f64>,
    payback: PaybackView,
    /// PV of all net amounts after year 0 per unit of the net outlay of year 0; null without an outlay.
    #[schema(required)]
    profitability_index: Option<f64>,
    /// The NPV spread evenly over years 1..=horizon.
    #[schema(value_type = Amount)]
    equivalent_annual_amount: String,
    /// Expected costs of all years, undiscounted.
    #[schema(value_type = Amount)]
    total_cost_of_ownership: String,
}

/// Internal rates of return.
#[derive(Serialize, ToSchema)]
#[schema(as = RatesOfReturn)]
struct RatesView {
    /// Every real rate above -1, ascending; empty when there is none.
    roots: Vec<f64>,
    sign_changes: usize,
    /// Why there is no rate; null when there is one.
    #[schema(value_type = Option<NoRateWord>, required)]
    reason: Option<&'static str>,
}

/// Years from t = 0 until money is back; null for never.
#[derive(Serialize, ToSchema)]
#[schema(as = Payback)]
struct PaybackView {
    /// First time the cumulative flow rises to zero or above.
    #[schema(required)]
    first: Option<f64>,
    /// Last time it does, if it does not end below zero.
    #[schema(required)]
    sustained: Option<f64>,
    /// The same on discounted amounts.
    #[schema(required)]
    discounted: Option<f64>,
}

/// The Total Economic Impact view: stated figures with risk factors instead of the evidence discount.
#[derive(Serialize, ToSchema)]
#[schema(as = TeiFigures)]
struct TeiView {
    /// Fraction added to stated costs.
    cost_risk: f64,
    /// Fraction taken from claimed benefits, 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    benefit_risk: f64,
    #[schema(value_type = Amount)]
    pv_cost: String,
    #[schema(value_type = Amount)]
    pv_benefit: String,
    #[schema(value_type = Amount)]
    npv: String,
    /// Null when nothing is spent.
    #[schema(required)]
    roi: Option<f64>,
}

/// One line of cost, by years 0..=horizon.
#[derive(Serialize, ToSchema)]
#[schema(as = CostLineCase)]
struct CostLineView<'a> {
    line: &'a str,
    #[schema(value_type = CostNatureWord)]
    nature: &'static str,
    #[schema(value_type = AccountingWord)]
    accounting: &'static str,
    #[schema(value_type = Vec<Amount>)]
    stated: Vec<String>,
    /// Expected over stated.
    multiplier: f64,
    #[schema(value_type = Vec<Amount>)]
    expected: Vec<String>,
}

/// One line of benefit, by years 0..=horizon.
#[derive(Serialize, ToSchema)]
#[schema(as = BenefitLineCase)]
struct BenefitLineView<'a> {
    line: &'a str,
    lever: &'a str,
    #[schema(value_type = EvidenceWord)]
    evidence: &'static str,
    /// Who answers for it; empty when nobody does.
    owner: &'a str,
    /// In the unit of the lever.
    claimed_effect: f64,
    /// The same after the evidence discount.
    adjusted_effect: f64,
    #[schema(value_type = Vec<Amount>)]
    stated: Vec<String>,
    #[schema(value_type = Vec<Amount>)]
    adjusted: Vec<String>,
}

/// The document of `appraise`.
pub fn cases_json(dossier: &Dossier, model: &DecisionModel, cases: &Cases, fingerprint: &str) -> String {
    document(&CasesView {
        currency: &dossier.settings.currency,
        base_year: dossier.settings.base_year,
        discount_rate: real(dossier.settings.discount_rate),
        decision_model: format!("{} {}", model.name, model.version),
        options: (dossier, &cases.variants),
        missing: missing_views(cases),
        fingerprint,
    })
}

/// The measures as numbers.
pub fn appraisal_view(appraisal: &Appraisal) -> AppraisalView {
    let Appraisal {
        roi,
        irr,
        mirr,
        payback,
        profitability_index,
        equivalent_annual_amount,
        total_cost_of_ownership,
    } = appraisal;
    AppraisalView {
        roi: roi.map(ratio),
        irr: RatesView {
            roots: irr.roots.clone(),
            sign_changes: irr.sign_changes,
            reason: irr.reason.map(|reason| reason.code()),
        },
        mirr: mirr.rate,
        payback: PaybackView {
            first: payback.first.map(ratio),
            sustained: payback.sustained.map(ratio),
            discounted: payback.discounted.map(ratio),
        },
        profitability_index: profitability_index.map(ratio),
        equivalent_annual_amount: amount(*equivalent_annual_amount),
        total_cost_of_ownership: amount(*total_cost_of_ownership),
    }
}

/// Views of thousands of cases never stand in memory together: each is made, written and dropped.
fn one_by_one<S: Serializer>(
    (dossier, cases): &(&Dossier, &[VariantCase]),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cases.iter().map(|case| case_view(dossier, case)))
}

fn case_view<'a>(dossier: &'a Dossier, case: &'a VariantCase) -> CaseView<'a> {
    let tei = &case.tei;
    CaseView {
        investment: case.investment.as_str(),
        variant: case.variant.as_str(),
        name: dossier
            .investment(&case.investment)
            .map_or("", |investment| investment.name.get(dossier.settings.language.unwrap_or_default())),
        cost: amounts(&case.cost),
        benefit: amounts(&case.benefit),
        pv_cost: amount(case.pv_cost),
        pv_benefit: amount(case.pv_benefit),
        npv: amount(case.npv),
        npv_unadjusted: amount(case.npv_unadjusted),
        appraisal: appraisal_view(&case.appraisal),
        tei: TeiView {
            cost_risk: ratio(tei.cost_risk),
            benefit_risk: ratio(tei.benefit_risk),
            pv_cost: amount(tei.pv_cost),
            pv_benefit: amount(tei.pv_benefit),
            npv: amount(tei.npv),
            roi: tei.roi.map(ratio),
        },
        cost_lines: case.cost_lines.iter().map(cost_line_view).collect(),
        benefit_lines: case.benefit_lines.iter().map(benefit_line_view).collect(),
    }
}

fn cost_line_view(line: &CostCase) -> CostLineView<'_> {
    CostLineView {
        line: &line.line,
        nature: line.nature.name(),
        accounting: line.accounting.name(),
        stated: amounts(&line.stated),
        multiplier: ratio(line.multiplier),
        expected: amounts(&line.expected),
    }
}

fn benefit_line_view(line: &BenefitCase) -> BenefitLineView<'_> {
    BenefitLineView {
        line: &line.line,
        lever: line.lever.as_str(),
        evidence: line.evidence.name(),
        owner: &line.owner,
        claimed_effect: ratio(line.claimed),
        adjusted_effect: ratio(line.effect),
        stated: amounts(&line.stated),
        adjusted: amounts(&line.adjusted),
    }
}
