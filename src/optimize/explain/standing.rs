//! `Standing`: the best plan with an investment, per variant, and the best one without it.

use rust_decimal::Decimal;

use super::asker::Asker;
use super::optimum::{Figure, Optimum};
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::Choice;
use crate::optimize::outcome::ChooseError;

/// The optima that decide about one investment.
#[derive(Clone, Debug)]
pub struct Standing {
    pub investment: InvestmentId,
    /// Variants that can be chosen at all, by identifier.
    pub variants: Vec<VariantStanding>,
    /// G_in: the best plan with any variant; none when no plan has it.
    pub with: Option<Optimum>,
    /// G_out: the best plan without it; none when every plan has it.
    pub without: Option<Optimum>,
}

/// One variant forced in.
#[derive(Clone, Debug)]
pub struct VariantStanding {
    pub variant: VariantId,
    /// The best plan with it; none when no plan has it.
    pub with: Option<Optimum>,
    /// What it adds to the rest of that plan: worth of the plan less worth of the same plan without it.
    ///
    /// In the additive model without shared components and soft rules this is its stand-alone NPV; else it is its
    /// marginal worth, which enablers, synergies, saturation and what others pay for already are counted in.
    pub own_npv: Option<Decimal>,
    /// v* = G_out - (G_in - own NPV): what it must itself be worth to deserve its place.
    pub break_even: Option<Figure>,
}

impl Standing {
    /// The standing of one investment; `base` is the best plan as asked.
    ///
    /// A plan that is best of all is also best of those that have what it has, and of those without what it lacks, so
    /// that one solve per variant suffices for what is out, and one per other variant more for what is in.
    pub fn of(asker: &mut Asker, base: &Optimum, investment: &InvestmentId) -> Result<Standing, ChooseError> {
        let is_in = asker.has(&base.chosen, investment);
        let without = if is_in {
            let rules = asker.forced(investment, None, false);
            asker.with(rules)?
        } else {
            Some(base.clone())
        };
        let mut variants = Vec::new();
        for variant in variants_of(asker, investment) {
            let is_base = is_in && has_variant(asker, &base.chosen, investment, &variant);
            let with = if is_base {
                Some(base.clone())
            } else {
                let rules = asker.forced(investment, Some(&variant), true);
                asker.with(rules)?
            };
            let own_npv = with.as_ref().map(|with| marginal(asker, with, investment));
            let break_even = match (&with, &without, own_npv) {
                (Some(with), Some(without), Some(own)) => Some(without.less(with).plus(own)),
                _ => None,
            };
            variants.push(VariantStanding { variant, with, own_npv, break_even });
        }
        let with = best_of(&variants).and_then(|best| best.with.clone());
        Ok(Standing { investment: investment.clone(), variants, with, without })
    }

    /// The variant that is worth most when forced in; the first of several.
    pub fn best(&self) -> Option<&VariantStanding> {
        best_of(&self.variants)
    }

    /// Delta = G_in - G_out; none when one of them does not exist.
    pub fn net_value(&self) -> Option<Figure> {
        Some(self.with.as_ref()?.less(self.without.as_ref()?))
    }

    /// What is only in the plan with it, and only in the plan without it, itself apart.
    pub fn displaced(&self, asker: &Asker) -> (Vec<Choice>, Vec<Choice>) {
        let (Some(with), Some(without)) = (&self.with, &self.without) else {
            return (Vec::new(), Vec::new());
        };
        let (with, without) = (asker.choices(&with.chosen), asker.choices(&without.chosen));
        let others = |these: &[Choice], those: &[Choice]| -> Vec<Choice> {
            let own = these.iter().filter(|choice| choice.investment != self.investment);
            own.filter(|choice| !those.contains(choice)).cloned().collect()
        };
        (others(&with, &without), others(&without, &with))
    }
}

fn best_of(variants: &[VariantStanding]) -> Option<&VariantStanding> {
    let there = variants.iter().filter(|one| one.with.is_some());
    let worth = |one: &VariantStanding| one.with.as_ref().map(|with| with.worth);
    there.reduce(|best, next| if worth(next) > worth(best) { next } else { best })
}

/// The variants of an investment that are candidates, in order.
fn variants_of(asker: &Asker, investment: &InvestmentId) -> Vec<VariantId> {
    let own = asker.problem.all.iter().filter(|one| &one.choice.investment == investment);
    let mut variants: Vec<VariantId> = own.map(|one| one.choice.variant.clone()).collect();
    variants.dedup();
    variants
}

fn has_variant(asker: &Asker, chosen: &[bool], investment: &InvestmentId, variant: &VariantId) -> bool {
    asker.problem.portfolio(chosen).variant_of(investment) == Some(variant)
}

/// Worth of a plan less worth of the same plan without the investment, whatever rules that breaks.
fn marginal(asker: &Asker, with: &Optimum, investment: &InvestmentId) -> Decimal {
    let problem = &asker.problem;
    let mut rest = with.chosen.clone();
    for (place, candidate) in problem.all.iter().enumerate() {
        rest[place] &= &candidate.choice.investment != investment;
    }
    problem.complete(&mut rest);
    with.worth - problem.net_worth(&asker.ask.rules, &asker.ask.floors, &rest)
}
