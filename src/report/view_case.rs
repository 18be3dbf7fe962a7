//! Business cases as a machine-readable document.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::number::rounded;
use super::view_finding::document;
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

/// The result of `appraise`.
#[derive(Serialize)]
struct CasesView<'a> {
    currency: &'a str,
    base_year: i32,
    /// Per year, a fraction.
    discount_rate: f64,
    decision_model: String,
    #[serde(serialize_with = "one_by_one")]
    options: (&'a Dossier, &'a [VariantCase]),
    /// Variants whose amounts are withheld: missing, never zero.
    missing: Vec<MissingView<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct MissingView<'a> {
    investment: &'a str,
    variant: &'a str,
    lines: &'a [String],
}

#[derive(Serialize)]
struct CaseView<'a> {
    investment: &'a str,
    variant: &'a str,
    name: &'a str,
    /// Expected cost of years 0..=horizon.
    cost: Vec<String>,
    /// Adjusted benefit of years 0..=horizon.
    benefit: Vec<String>,
    pv_cost: String,
    pv_benefit: String,
    npv: String,
    /// Before the evidence discount and the expected overrun.
    npv_unadjusted: String,
    #[serde(flatten)]
    appraisal: AppraisalView,
    tei: TeiView,
    cost_lines: Vec<CostLineView<'a>>,
    benefit_lines: Vec<BenefitLineView<'a>>,
}

/// The measures of one case; ratios and rates are fractions, paybacks years from t = 0.
#[derive(Serialize)]
pub struct AppraisalView {
    roi: Option<f64>,
    irr: RatesView,
    mirr: Option<f64>,
    payback: PaybackView,
    profitability_index: Option<f64>,
    equivalent_annual_amount: String,
    total_cost_of_ownership: String,
}

#[derive(Serialize)]
struct RatesView {
    /// Every real rate above -1, ascending.
    roots: Vec<f64>,
    sign_changes: usize,
    /// Why there is no rate; null when there is one.
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct PaybackView {
    first: Option<f64>,
    sustained: Option<f64>,
    discounted: Option<f64>,
}

#[derive(Serialize)]
struct TeiView {
    cost_risk: f64,
    benefit_risk: f64,
    pv_cost: String,
    pv_benefit: String,
    npv: String,
    roi: Option<f64>,
}

#[derive(Serialize)]
struct CostLineView<'a> {
    line: &'a str,
    nature: &'static str,
    accounting: &'static str,
    stated: Vec<String>,
    multiplier: f64,
    expected: Vec<String>,
}

#[derive(Serialize)]
struct BenefitLineView<'a> {
    line: &'a str,
    lever: &'a str,
    evidence: &'static str,
    owner: &'a str,
    claimed_effect: f64,
    adjusted_effect: f64,
    stated: Vec<String>,
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
        missing: cases
            .missing
            .iter()
            .map(|case| MissingView {
                investment: case.investment.as_str(),
                variant: case.variant.as_str(),
                lines: &case.lines,
            })
            .collect(),
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
