//! An explained plan as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::explain_sentence::{answer, sentence};
use super::explained::ExplainedResult;
use super::rule_unit::RuleUnit;
use super::text_explain::subject_words;
use super::view_amount::Amount;
use super::view_case::{amount, ratio};
use super::view_choice::{ChoiceView, choice_views};
use super::view_finding::document;
use super::view_repair::{RepairView, repair_views};
use super::view_rule::{RuleNameView, rule_names};
use super::view_uncovered::{MomentPriceView, moment_views};
use super::view_word::{
    ChangeWord, EvidenceWord, PriceWord, ReasonWord, RuleUnitWord, StatusWord, ValueModelWord, VerdictWord,
};
use crate::domain::text::Language;
use crate::optimize::explain::change::{Change, Flip};
use crate::optimize::explain::explanation::Explanation;
use crate::optimize::explain::optimum::Figure;
use crate::optimize::explain::prices::{Price, Subject};
use crate::optimize::explain::standing::VariantStanding;
use crate::optimize::statement::Statement;

/// The result of `explain`: why each investment is in the plan or not, and what rules are worth. Every figure is a
/// difference of best plans of the same question.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanExplanation)]
pub struct ExplainedView<'a> {
    #[schema(value_type = StatusWord)]
    status: &'static str,
    #[schema(value_type = ValueModelWord)]
    value_model: &'static str,
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    /// Empty without a plan.
    portfolio: Vec<ChoiceView<'a>>,
    /// NPV less what breaking soft rules costs; null without a plan.
    #[schema(value_type = Option<Amount>, required)]
    npv: Option<String>,
    /// Whether the run was stopped before its end: investments, questions and prices that were not answered by then are
    /// missing, and where the verdict of one rests on the reason `stopped`, so are its `changes` and `conflict`.
    is_partial: bool,
    /// The dossier's questions, in its order.
    questions: Vec<QuestionView<'a>>,
    investments: Vec<InvestmentView<'a>>,
    /// What a change of the rules is worth; empty when one investment is asked about.
    prices: Vec<PriceView<'a>>,
    /// Every moment with a gap that somebody weighs: whether the plan covers it, and what covering it costs; empty when one
    /// investment is asked about.
    moments: Vec<MomentPriceView<'a>>,
    /// Every rule that this document names.
    rules: Vec<RuleNameView>,
    /// When no plan exists: up to five sets of rules that cannot be kept together, smallest first.
    conflicts: Vec<Vec<String>>,
    /// When no plan exists: up to three ways to make one possible, cheapest first.
    repairs: Vec<RepairView>,
    /// Share of readiness gates passed, 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    readiness: f64,
    /// Too few gates are passed for any verdict.
    strategy_incomplete: bool,
    /// Questions that were solved.
    solves: usize,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// A question of the dossier with its answer.
#[derive(Serialize, ToSchema)]
#[schema(as = AnsweredQuestion)]
struct QuestionView<'a> {
    id: &'a str,
    investment: &'a str,
    question_en: &'a str,
    question_fr: &'a str,
    #[schema(value_type = VerdictWord)]
    verdict: &'static str,
    answer_en: String,
    answer_fr: String,
}

/// One investment, in the plan or not.
#[derive(Serialize, ToSchema)]
#[schema(as = ExplainedInvestment)]
struct InvestmentView<'a> {
    id: &'a str,
    name_en: &'a str,
    name_fr: &'a str,
    in_plan: bool,
    #[schema(value_type = VerdictWord)]
    verdict: &'static str,
    #[schema(value_type = ReasonWord)]
    reason: &'static str,
    text_en: String,
    text_fr: String,
    /// The variant that is worth most when forced in; null when none can be.
    #[schema(required)]
    best_variant: Option<&'a str>,
    /// Best plan with it; null when no plan has it.
    #[schema(value_type = Option<Amount>, required)]
    npv_in: Option<String>,
    /// Best plan without it; null when every plan has it.
    #[schema(value_type = Option<Amount>, required)]
    npv_out: Option<String>,
    /// `npv_in` less `npv_out`; null where one of them is.
    #[schema(required)]
    net_value: Option<FigureView>,
    /// What the best variant adds to the rest of its plan; null when no plan has it.
    #[schema(value_type = Option<Amount>, required)]
    own_npv: Option<String>,
    /// What it must add to deserve its place; null where there is nothing to compare with.
    #[schema(required)]
    break_even_npv: Option<FigureView>,
    variants: Vec<VariantView<'a>>,
    /// What comes along only when it is in.
    only_with: Vec<ChoiceView<'a>>,
    /// What it displaces, or what displaced it.
    only_without: Vec<ChoiceView<'a>>,
    /// What would turn the net value round, cheapest first; not asked where the reason is `stopped`.
    changes: Vec<ChangeView<'a>>,
    /// Rules that alone keep it in the plan: without them the best plan is worth more and has it not. Empty where it is
    /// there by its own worth, and outside the plan; not asked where the reason is `stopped`.
    imposed_by: Vec<String>,
    /// Rules that force it in or out of every plan.
    conflict: Vec<String>,
}

/// A difference of best plans.
#[derive(Serialize, ToSchema)]
#[schema(as = Figure)]
pub struct FigureView {
    #[schema(value_type = Amount)]
    amount: String,
    proven: bool,
    /// The figure lies between this and `high`; null where nothing is known.
    #[schema(value_type = Option<Amount>, required)]
    low: Option<String>,
    #[schema(value_type = Option<Amount>, required)]
    high: Option<String>,
}

/// One variant of an investment, forced in; null when no plan has it.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantStanding)]
struct VariantView<'a> {
    variant: &'a str,
    /// Best plan with it.
    #[schema(value_type = Option<Amount>, required)]
    npv_in: Option<String>,
    /// What it adds to the rest of that plan.
    #[schema(value_type = Option<Amount>, required)]
    own_npv: Option<String>,
    /// What it must add to deserve its place.
    #[schema(required)]
    break_even_npv: Option<FigureView>,
}

/// What would turn the net value of an investment round; keys that its kind does not have are null.
#[derive(Serialize, ToSchema)]
#[schema(as = VerdictChange)]
struct ChangeView<'a> {
    #[schema(value_type = ChangeWord)]
    kind: &'static str,
    /// Of effect, cost, delay and evidence.
    #[schema(required)]
    variant: Option<&'a str>,
    /// Of gains, costs or budgets.
    #[schema(required)]
    factor: Option<f64>,
    /// The companion.
    #[schema(required)]
    investment: Option<&'a str>,
    /// The later start.
    #[schema(pattern = r"^y\d+(q[1-4]|m\d{2})?$", required)]
    start: Option<String>,
    /// Level at which its gains are held.
    #[schema(value_type = Option<EvidenceWord>, required)]
    level: Option<&'static str>,
    /// Of budgets: with still more money it leaves again.
    #[schema(required)]
    leaves_again: Option<bool>,
    /// Its size in money. Effect and cost: present value to be gained or saved; budget: spent beyond today's budgets;
    /// companion: NPV lost with it; evidence: the cheapest study, null without one; delay: null.
    #[schema(value_type = Option<Amount>, required)]
    amount: Option<String>,
    /// Whether somebody may reasonably count on it.
    in_reach: bool,
}

/// What a change of the rules is worth.
#[derive(Serialize, ToSchema)]
#[schema(as = RulePrice)]
struct PriceView<'a> {
    /// `budget:y0:+10%`, `role:R7:y0:+50`, `without:mandatory:B27`, `without:moment_floor` or `free_transfers`.
    change: String,
    #[schema(value_type = PriceWord)]
    kind: &'static str,
    /// The rule that is changed; null where many are.
    #[schema(required)]
    rule: Option<String>,
    /// How much more there is of it, in `unit`; null where it is left out.
    #[schema(value_type = Option<Amount>, required)]
    more: Option<String>,
    /// Unit of `more`: currency or days.
    #[schema(value_type = Option<RuleUnitWord>, required)]
    unit: Option<&'static str>,
    /// `npv` by unit of `more`: what one euro, or one day of a role, is worth on average.
    #[schema(value_type = Option<Amount>, required)]
    npv_per_unit: Option<String>,
    /// The change in words.
    text_en: String,
    text_fr: String,
    /// Best plan with the change less best plan.
    npv: FigureView,
    /// What breaking the rule costs the plan as it is; null where it may not be broken at a price.
    #[schema(value_type = Option<Amount>, required)]
    breach: Option<String>,
    enters: Vec<ChoiceView<'a>>,
    leaves: Vec<ChoiceView<'a>>,
}

/// The document of `explain`.
pub fn explain_json(result: &ExplainedResult) -> String {
    let plan = &result.plan;
    let why = result.why;
    let chosen = plan.outcome.plan.as_ref();
    let prices = why.filter(|_| result.only.is_none()).map(|why| why.prices.as_slice()).unwrap_or_default();
    document(&ExplainedView {
        status: plan.outcome.status.name(),
        value_model: plan.outcome.value_model.name(),
        currency: &plan.dossier.settings.currency,
        scenario: plan.scenario,
        decision_model: format!("{} {}", plan.model.name, plan.model.version),
        portfolio: chosen.map(|plan| choice_views(plan.portfolio.choices())).unwrap_or_default(),
        npv: why.map(|why| amount(why.base.worth)),
        is_partial: result.is_partial,
        questions: questions(result),
        investments: result.asked().map(|one| investment(result, one)).collect(),
        prices: prices.iter().map(|price| price_view(result, price)).collect(),
        moments: why.map(|why| moment_views(plan.dossier, &why.moments)).unwrap_or_default(),
        rules: rule_names(plan.dossier, named_rules(result, prices).into_iter()),
        conflicts: plan
            .outcome
            .conflicts
            .iter()
            .map(|conflict| conflict.iter().map(|statement| statement.name()).collect())
            .collect(),
        repairs: repair_views(plan),
        readiness: plan.readiness.share,
        strategy_incomplete: plan.is_strategy_incomplete(),
        solves: why.map_or(0, |why| why.solves + 1),
        fingerprint: plan.fingerprint,
    })
}

/// The rules that conflicts, repairs, explanations and prices name.
fn named_rules<'r>(result: &ExplainedResult<'r>, prices: &'r [Price]) -> Vec<&'r Statement> {
    let outcome = result.plan.outcome;
    let of_conflicts = outcome.conflicts.iter().flatten();
    let steps = outcome.repairs.iter().flat_map(|repair| &repair.steps);
    let of_repairs = steps.map(|step| &step.statement);
    let of_investments = result.asked().flat_map(|one| one.imposed_by.iter().chain(&one.conflict));
    let of_prices = prices.iter().filter_map(|price| price.subject.statement());
    of_conflicts.chain(of_repairs).chain(of_investments).chain(of_prices).collect()
}

fn questions<'a>(result: &ExplainedResult<'a>) -> Vec<QuestionView<'a>> {
    let view = |question: &'a crate::domain::scenario::Question| {
        let one = result.asked().find(|one| one.investment() == &question.investment)?;
        Some(QuestionView {
            id: &question.id,
            investment: question.investment.as_str(),
            question_en: question.question.get(Language::English),
            question_fr: question.question.get(Language::French),
            verdict: one.verdict.name(),
            answer_en: answer(result.plan.dossier, one, Language::English),
            answer_fr: answer(result.plan.dossier, one, Language::French),
        })
    };
    result.plan.dossier.questions.iter().filter_map(view).collect()
}

fn investment<'a>(result: &ExplainedResult<'a>, one: &'a Explanation) -> InvestmentView<'a> {
    let best = one.standing.best();
    let item = result.plan.dossier.investment(one.investment());
    let name = |language| item.map_or("", |item| item.name.get(language));
    InvestmentView {
        id: one.investment().as_str(),
        name_en: name(Language::English),
        name_fr: name(Language::French),
        in_plan: one.is_in,
        verdict: one.verdict.name(),
        reason: one.reason.name(),
        text_en: sentence(result, one, Language::English),
        text_fr: sentence(result, one, Language::French),
        best_variant: best.map(|best| best.variant.as_str()),
        npv_in: one.standing.with.as_ref().map(|with| amount(with.worth)),
        npv_out: one.standing.without.as_ref().map(|without| amount(without.worth)),
        net_value: one.net_value.map(figure_view),
        own_npv: best.and_then(|best| best.own_npv).map(amount),
        break_even_npv: best.and_then(|best| best.break_even).map(figure_view),
        variants: one.standing.variants.iter().map(variant_view).collect(),
        only_with: choice_views(&one.only_with),
        only_without: choice_views(&one.only_without),
        changes: one.flips.iter().map(change_view).collect(),
        imposed_by: one.imposed_by.iter().map(|statement| statement.name()).collect(),
        conflict: one.conflict.iter().map(|statement| statement.name()).collect(),
    }
}

fn variant_view(own: &VariantStanding) -> VariantView<'_> {
    VariantView {
        variant: own.variant.as_str(),
        npv_in: own.with.as_ref().map(|with| amount(with.worth)),
        own_npv: own.own_npv.map(amount),
        break_even_npv: own.break_even.map(figure_view),
    }
}

pub fn figure_view(figure: Figure) -> FigureView {
    FigureView {
        amount: amount(figure.amount),
        proven: figure.is_proven(),
        low: figure.low.map(amount),
        high: figure.high.map(amount),
    }
}

fn change_view(flip: &Flip) -> ChangeView<'_> {
    let mut view = ChangeView {
        kind: flip.change.name(),
        variant: None,
        factor: None,
        investment: None,
        start: None,
        level: None,
        leaves_again: None,
        amount: flip.amount.map(amount),
        in_reach: flip.is_in_reach(),
    };
    match &flip.change {
        Change::Effect { variant, factor } | Change::Cost { variant, factor } => {
            (view.variant, view.factor) = (Some(variant.as_str()), Some(ratio(*factor)));
        }
        Change::Budget { factor, leaves_again } => {
            (view.factor, view.leaves_again) = (Some(ratio(*factor)), Some(*leaves_again));
        }
        Change::Companion { investment } => view.investment = Some(investment.as_str()),
        Change::Delay { choice } => {
            (view.variant, view.start) = (Some(choice.variant.as_str()), Some(choice.start.to_string()));
        }
        Change::Evidence { variant, level } => {
            (view.variant, view.level) = (Some(variant.as_str()), Some(level.name()));
        }
    }
    view
}

fn price_view<'a>(result: &ExplainedResult, price: &'a Price) -> PriceView<'a> {
    let breach = match &price.subject {
        Subject::Without { breach, .. } | Subject::WithoutRule { breach, .. } => *breach,
        _ => None,
    };
    let (kind, more, unit) = match &price.subject {
        Subject::MoreMoney { more, .. } => ("more", Some(*more), Some(RuleUnit::Currency)),
        Subject::MoreDays { more, .. } => ("more", Some(*more), Some(RuleUnit::Days)),
        Subject::Without { .. } | Subject::WithoutRule { .. } => ("without", None, None),
        Subject::WithoutMomentFloors => ("without_moment_floors", None, None),
        Subject::FreeTransfers => ("free_transfers", None, None),
    };
    PriceView {
        change: price.subject.name(),
        kind,
        rule: price.subject.statement().map(Statement::name),
        more: more.map(amount),
        unit: unit.map(RuleUnit::name),
        npv_per_unit: more.and_then(|more| price.gain.amount.checked_div(more)).map(amount),
        text_en: subject_words(result, &price.subject, Language::English),
        text_fr: subject_words(result, &price.subject, Language::French),
        npv: figure_view(price.gain),
        breach: breach.map(amount),
        enters: choice_views(&price.enters),
        leaves: choice_views(&price.leaves),
    }
}
