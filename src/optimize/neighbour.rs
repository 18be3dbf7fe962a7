//! `Neighbour`: a plan with one thing changed, what that is worth and which rules it would break.

use rust_decimal::Decimal;

use super::candidate::{Candidate, chosen_of};
use super::choose::{Grounds, Question};
use super::rule::Rule;
use super::statement::Statement;
use crate::case::portfolio_case::portfolio_npv;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::{Choice, Portfolio};

/// One single change of a plan: an investment added, switched to another variant, or dropped.
#[derive(Clone, Debug)]
pub struct Neighbour {
    pub investment: InvestmentId,
    /// The variant it would have; none when it is dropped.
    pub variant: Option<VariantId>,
    /// NPV with the change less NPV without, all else equal, in the dossier's currency.
    pub gain: Decimal,
    /// Rules that the change would break, with the amount missing in the unit of the statement.
    pub broken: Vec<(Statement, Decimal)>,
}

/// Every single change of the plan, by investment and variant; drops come last.
pub fn neighbours(
    grounds: Grounds,
    question: &Question,
    all: &[Candidate],
    rules: &[Rule],
    portfolio: &Portfolio,
) -> Vec<Neighbour> {
    let npv = |plan: &Portfolio| portfolio_npv(grounds.dossier, grounds.cases, plan, question.value_model);
    let now = npv(portfolio);
    let without = |id: &InvestmentId| -> Vec<Choice> {
        portfolio.choices().iter().filter(|choice| &choice.investment != id).cloned().collect()
    };
    let neighbour = |investment: &InvestmentId, variant: Option<VariantId>, choices: Vec<Choice>| {
        let plan = Portfolio::new(choices);
        let gain = npv(&plan) - now;
        let broken = broken(rules, &chosen_of(all, &plan));
        Neighbour { investment: investment.clone(), variant, gain, broken }
    };
    let additions =
        all.iter().filter(|candidate| !portfolio.choices().contains(&candidate.choice)).map(|candidate| {
            let id = &candidate.choice.investment;
            let mut choices = without(id);
            choices.push(candidate.choice.clone());
            neighbour(id, Some(candidate.choice.variant.clone()), choices)
        });
    let drops = portfolio
        .choices()
        .iter()
        .map(|choice| neighbour(&choice.investment, None, without(&choice.investment)));
    additions.chain(drops).collect()
}

fn broken(rules: &[Rule], chosen: &[bool]) -> Vec<(Statement, Decimal)> {
    rules
        .iter()
        .map(|rule| (rule, rule.slack(chosen)))
        .filter(|(_, slack)| *slack < Decimal::ZERO)
        .map(|(rule, slack)| (rule.statement.clone(), -slack))
        .collect()
}
