//! The business case of a portfolio, additive or full (enablers, synergies and saturation counted).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::amounts::{Amounts, add, later, net, nothing, present_value};
use super::appraisal::Appraisal;
use super::cases::{Cases, VariantCase};
use super::costs::CostCase;
use super::lever::lever_amounts;
use super::saturation::combined_effect;
use super::shared_component::components_cost;
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::lever::LeverId;
use crate::domain::portfolio::{Choice, Portfolio};

/// How the benefits of a portfolio add up (method 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueModel {
    /// Sum of the stand-alone cases.
    Additive,
    /// Enablers, synergies and saturation are counted.
    #[default]
    Full,
}

impl ValueModel {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            ValueModel::Additive => "additive",
            ValueModel::Full => "full",
        }
    }
}

/// The case of a portfolio; amounts by year in the dossier's currency.
#[derive(Clone, Debug)]
pub struct PortfolioCase {
    pub cost: Amounts,
    pub benefit: Amounts,
    pub benefit_by_lever: BTreeMap<LeverId, Amounts>,
    /// Combined effect by year and lever, in the lever's unit, after saturation.
    pub effect_by_lever: BTreeMap<LeverId, Vec<Decimal>>,
    pub pv_cost: Decimal,
    pub pv_benefit: Decimal,
    pub npv: Decimal,
    pub appraisal: Appraisal,
}

impl PortfolioCase {
    /// The case of `portfolio`, shared components paid once; choices without a case (withheld amounts) add nothing and must be kept out before.
    pub fn of(
        dossier: &Dossier,
        cases: &Cases,
        portfolio: &Portfolio,
        value_model: ValueModel,
    ) -> PortfolioCase {
        let Flows { cost, effect_by_lever, benefit_by_lever } = flows(dossier, cases, portfolio, value_model);
        let mut benefit = nothing(cases.horizon());
        benefit_by_lever.values().for_each(|amounts| add(&mut benefit, amounts));
        let pv_cost = present_value(&cost, &cases.factors);
        let pv_benefit = present_value(&benefit, &cases.factors);
        PortfolioCase {
            appraisal: Appraisal::of(&cost, &benefit, &cases.discounting)
                .expect("the discount rate and the size of amounts were checked when the cases were made"),
            npv: pv_benefit - pv_cost,
            cost,
            benefit,
            benefit_by_lever,
            effect_by_lever,
            pv_cost,
            pv_benefit,
        }
    }

    /// Benefit less cost by year.
    pub fn net(&self) -> Amounts {
        net(&self.benefit, &self.cost)
    }
}

/// The NPV of a portfolio alone: what [`PortfolioCase::of`] would give, without the measures that cost time.
pub fn portfolio_npv(
    dossier: &Dossier,
    cases: &Cases,
    portfolio: &Portfolio,
    value_model: ValueModel,
) -> Decimal {
    let flows = flows(dossier, cases, portfolio, value_model);
    flows.pv_benefit(&cases.factors) - present_value(&flows.cost, &cases.factors)
}

/// The present value of a portfolio's benefits alone.
pub fn portfolio_benefit(
    dossier: &Dossier,
    cases: &Cases,
    portfolio: &Portfolio,
    value_model: ValueModel,
) -> Decimal {
    flows(dossier, cases, portfolio, value_model).pv_benefit(&cases.factors)
}

/// Combined effect by lever and year, in the lever's unit, after saturation.
pub fn lever_effects(
    dossier: &Dossier,
    cases: &Cases,
    portfolio: &Portfolio,
    value_model: ValueModel,
) -> BTreeMap<LeverId, Vec<Decimal>> {
    flows(dossier, cases, portfolio, value_model).effect_by_lever
}

/// What a portfolio costs by year, shared components once; `amounts` picks the stated or the expected side of a line.
pub fn portfolio_cost(
    cases: &Cases,
    portfolio: &Portfolio,
    amounts: impl Fn(&CostCase) -> &[Decimal],
) -> Amounts {
    let mut total = components_cost(cases, portfolio, &amounts);
    for choice in portfolio.choices() {
        let Some(case) = cases.get(&choice.investment, &choice.variant) else { continue };
        for line in case.cost_lines.iter().filter(|line| line.shared_component.is_none()) {
            add(&mut total, &funded(choice, amounts(line)));
        }
    }
    total
}

/// What a portfolio spends, effects and brings, by year.
struct Flows {
    cost: Amounts,
    effect_by_lever: BTreeMap<LeverId, Vec<Decimal>>,
    benefit_by_lever: BTreeMap<LeverId, Amounts>,
}

impl Flows {
    fn pv_benefit(&self, factors: &[Decimal]) -> Decimal {
        self.benefit_by_lever.values().map(|amounts| present_value(amounts, factors)).sum()
    }
}

fn flows(dossier: &Dossier, cases: &Cases, portfolio: &Portfolio, value_model: ValueModel) -> Flows {
    let mut cost = components_cost(cases, portfolio, |line| &line.expected);
    let mut effects: BTreeMap<LeverId, Vec<Vec<Decimal>>> = BTreeMap::new();
    for choice in portfolio.choices() {
        let Some(case) = cases.get(&choice.investment, &choice.variant) else { continue };
        add(&mut cost, &funded(choice, &case.own_cost));
        let factor = match value_model {
            ValueModel::Additive => Decimal::ONE,
            ValueModel::Full => interaction_factor(dossier, portfolio, &choice.investment),
        };
        for (lever, by_year) in effects_of(case, choice, factor) {
            effects.entry(lever).or_default().push(by_year);
        }
    }
    let effect_by_lever: BTreeMap<LeverId, Vec<Decimal>> =
        effects.iter().map(|(id, lines)| (id.clone(), combined(dossier, id, lines, value_model))).collect();
    let benefit_by_lever = effect_by_lever
        .iter()
        .filter_map(|(id, by_year)| {
            let formula = dossier.lever(id)?.formula.as_ref()?;
            Some((id.clone(), lever_amounts(formula, by_year)))
        })
        .collect();
    Flows { cost, effect_by_lever, benefit_by_lever }
}

/// What the positive effects of `investment` are multiplied by within `portfolio` (harms never are).
///
/// Product of the `enabled_by` factors whose enabler is absent (a pilot does not enable) and of the `synergy`
/// factors whose partner is present, in any variant.
pub fn interaction_factor(dossier: &Dossier, portfolio: &Portfolio, investment: &InvestmentId) -> Decimal {
    let mut product = Decimal::ONE;
    for dependency in &dossier.dependencies {
        match &dependency.kind {
            DependencyKind::EnabledBy { from, enabler, factor }
                if from == investment && !is_enabled(dossier, portfolio, enabler) =>
            {
                product *= factor;
            }
            DependencyKind::Synergy { a, b, factor } if a == investment && portfolio.contains(b) => {
                product *= factor;
            }
            DependencyKind::Synergy { a, b, factor } if b == investment && portfolio.contains(a) => {
                product *= factor;
            }
            _ => {}
        }
    }
    product
}

/// Whether a variant of `investment` that is no pilot is in the portfolio.
pub fn is_enabled(dossier: &Dossier, portfolio: &Portfolio, investment: &InvestmentId) -> bool {
    portfolio
        .variant_of(investment)
        .and_then(|variant| dossier.variant(investment, variant))
        .is_some_and(|variant| !variant.is_pilot())
}

/// Amounts of a variant as a choice funds them: from its start, by its share.
pub fn funded(choice: &Choice, amounts: &[Decimal]) -> Amounts {
    later(amounts, choice.start).into_iter().map(|amount| amount * choice.share).collect()
}

fn effects_of(case: &VariantCase, choice: &Choice, factor: Decimal) -> Vec<(LeverId, Vec<Decimal>)> {
    case.benefit_lines
        .iter()
        .map(|line| {
            let scale = choice.share * if line.effect > Decimal::ZERO { factor } else { Decimal::ONE };
            (line.lever.clone(), line.effects(choice.start).map(|effect| effect * scale).collect())
        })
        .collect()
}

fn combined(
    dossier: &Dossier,
    lever: &LeverId,
    lines: &[Vec<Decimal>],
    value_model: ValueModel,
) -> Vec<Decimal> {
    let cap = match value_model {
        ValueModel::Additive => None,
        ValueModel::Full => dossier.lever(lever).and_then(|lever| lever.cap),
    };
    let years = lines.first().map_or(0, Vec::len);
    (0..years).map(|year| combined_effect(lines.iter().map(|line| line[year]), cap)).collect()
}
