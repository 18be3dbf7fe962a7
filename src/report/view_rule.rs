//! Rules in machine-readable documents: what each is about, its unit, and its name in both languages.

use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::rule_unit::RuleUnit;
use super::view_amount::Amount;
use super::view_case::amount;
use super::view_word::{RuleKindWord, RuleUnitWord, SideWord};
use crate::domain::dossier::Dossier;
use crate::domain::portfolio_rule::Covered;
use crate::domain::text::{Bilingual, Language};
use crate::optimize::outcome::RuleUse;
use crate::optimize::rule::Side;
use crate::optimize::statement::Statement;
use crate::quantity::real::{exact, real};

/// A rule that the document speaks of.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleName)]
pub struct RuleNameView {
    /// Its name, by which everything else in the document means it: `budget:y0`, `role:R7:y0`, `requires:B19:B26`.
    rule: String,
    #[schema(value_type = RuleKindWord)]
    kind: &'static str,
    /// As a reader understands it, a clause without a full stop.
    name_en: String,
    name_fr: String,
    /// Of its amounts.
    #[schema(value_type = RuleUnitWord)]
    unit: &'static str,
    subject: RuleSubjectView,
}

/// How a plan stands to one rule; where there is no plan, what the rule asks.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleUse)]
pub struct RuleView {
    /// Its name, by which everything else in the document means it: `budget:y0`, `role:R7:y0`, `requires:B19:B26`.
    rule: String,
    #[schema(value_type = RuleKindWord)]
    kind: &'static str,
    /// As a reader understands it, a clause without a full stop.
    name_en: String,
    name_fr: String,
    /// Of `used` and `limit`.
    #[schema(value_type = RuleUnitWord)]
    unit: &'static str,
    subject: RuleSubjectView,
    #[schema(value_type = SideWord)]
    side: &'static str,
    /// Null without a plan.
    #[schema(value_type = Option<Amount>, required)]
    used: Option<String>,
    #[schema(value_type = Amount)]
    limit: String,
    /// Whether it alone forbids a single change which would raise the NPV; false without a plan.
    binding: bool,
}

/// What a rule is about, by identifiers; empty or null where it is about nothing of the kind.
#[derive(Default, Serialize, ToSchema)]
#[schema(as = RuleSubject)]
pub struct RuleSubjectView {
    /// In the order of the rule: who requires before who is required, who is first before who follows; the members of a
    /// group.
    investments: Vec<String>,
    /// The variant that is forced in or out; null: any.
    #[schema(required)]
    variant: Option<String>,
    #[schema(required)]
    group: Option<String>,
    /// `y0`, `y1q2` or `y1m05`: the year of a budget, the periods whose money an envelope adds up.
    #[schema(pattern = r"^y\d+(q[1-4]|m\d{2})?$")]
    periods: Vec<String>,
    envelopes: Vec<String>,
    #[schema(required)]
    role: Option<String>,
    #[schema(required)]
    moment: Option<String>,
    #[schema(required)]
    persona: Option<String>,
    /// `npv`, `coverage`, `objective:O1`, .. of a floor that is asked for.
    #[schema(required)]
    measure: Option<String>,
    /// Identifier in the dossier's table of rules.
    #[schema(required)]
    portfolio_rule: Option<String>,
    /// The vendor or sponsor for whom a rule of that table holds in turn.
    #[schema(required)]
    of: Option<String>,
}

/// Every rule that a plan keeps with what it uses; every rule with its limit where no plan exists.
pub fn rule_views(result: &PlanResult) -> Vec<RuleView> {
    let dossier = result.dossier;
    match &result.outcome.plan {
        Some(plan) => plan.uses.iter().map(|one| rule_view(dossier, one, Some(one.used))).collect(),
        None => result.outcome.rules.iter().map(|one| rule_view(dossier, one, None)).collect(),
    }
}

/// Each of these rules once, by name.
pub fn rule_names<'s>(dossier: &Dossier, rules: impl Iterator<Item = &'s Statement>) -> Vec<RuleNameView> {
    let mut named: Vec<(String, &Statement)> = rules.map(|one| (one.name(), one)).collect();
    named.sort_by(|one, other| one.0.cmp(&other.0));
    named.dedup_by(|one, other| one.0 == other.0);
    let view = |(rule, statement): (String, &Statement)| {
        let Bilingual { en, fr } = named_rule(dossier, statement);
        RuleNameView {
            rule,
            kind: statement.kind(),
            name_en: en,
            name_fr: fr,
            unit: RuleUnit::of(dossier, statement).name(),
            subject: subject(dossier, statement),
        }
    };
    named.into_iter().map(view).collect()
}

/// The written form of a side.
pub fn side_name(side: Side) -> &'static str {
    match side {
        Side::AtMost => "at_most",
        Side::AtLeast => "at_least",
    }
}

fn rule_view(dossier: &Dossier, one: &RuleUse, used: Option<Decimal>) -> RuleView {
    let Bilingual { en, fr } = named_rule(dossier, &one.statement);
    RuleView {
        rule: one.statement.name(),
        kind: one.statement.kind(),
        name_en: en,
        name_fr: fr,
        unit: RuleUnit::of(dossier, &one.statement).name(),
        subject: subject(dossier, &one.statement),
        side: side_name(one.side),
        used: used.map(|used| amount(in_unit(&one.statement, used))),
        limit: amount(in_unit(&one.statement, one.limit)),
        binding: one.is_binding,
    }
}

/// Floors of moments count in the exponent of what stays open; people read the share that is closed.
fn in_unit(statement: &Statement, counted: Decimal) -> Decimal {
    match statement {
        Statement::MomentFloor { .. } => exact(-(-real(counted)).exp_m1()).unwrap_or_default().round_dp(9),
        _ => counted,
    }
}

/// What is missing to a limit, in the unit that the rule is told in.
pub fn short_in_unit(dossier: &Dossier, statement: &Statement, short: Decimal) -> Decimal {
    match statement {
        // f - (1 - e^(s - l)) for a floor f = 1 - e^-l that is s short.
        Statement::MomentFloor { .. } => {
            let open = 1.0 - real(dossier.settings.must_be_floor);
            exact(open * real(short).exp_m1()).unwrap_or_default().round_dp(9)
        }
        _ => short,
    }
}

fn named_rule(dossier: &Dossier, statement: &Statement) -> Bilingual {
    let Bilingual { en, fr } = statement.clause(dossier);
    Bilingual { en, fr: Language::French.typeset(&fr) }
}

fn subject(dossier: &Dossier, statement: &Statement) -> RuleSubjectView {
    let text = |id: &dyn std::fmt::Display| Some(id.to_string());
    let year = |year: &usize| vec![format!("y{year}")];
    let nothing = RuleSubjectView::default();
    match statement {
        Statement::Budget { year: at } | Statement::RunRate { year: at } => {
            RuleSubjectView { periods: year(at), ..nothing }
        }
        Statement::Envelope { money } => {
            let mut periods: Vec<String> = money.iter().map(|(_, period)| period.to_string()).collect();
            let mut envelopes: Vec<String> = money.iter().map(|(id, _)| id.to_string()).collect();
            periods.sort();
            periods.dedup();
            envelopes.dedup();
            RuleSubjectView { periods, envelopes, ..nothing }
        }
        Statement::RoleDays { role, year: at } => {
            RuleSubjectView { role: text(role), periods: year(at), ..nothing }
        }
        Statement::RolePeriod { role, period } => {
            RuleSubjectView { role: text(role), periods: vec![period.to_string()], ..nothing }
        }
        Statement::MomentFloor { moment, persona } => {
            RuleSubjectView { moment: text(moment), persona: text(persona), ..nothing }
        }
        Statement::AskedFloor { measure, .. } => of_measure(dossier, measure),
        Statement::NotBefore { start } => RuleSubjectView { periods: vec![start.to_string()], ..nothing },
        Statement::Portfolio { rule, subject, .. } => {
            let is_investment = |id: &&String| dossier.investment(&id.as_str().into()).is_some();
            let one = subject.as_ref().filter(is_investment).cloned();
            let of = subject.clone().filter(|_| one.is_none());
            RuleSubjectView {
                portfolio_rule: text(rule),
                investments: one.into_iter().collect(),
                of,
                ..nothing
            }
        }
        other => of_investments(dossier, other),
    }
}

fn of_investments(dossier: &Dossier, statement: &Statement) -> RuleSubjectView {
    let nothing = RuleSubjectView::default();
    let (investments, variant, group) = match statement {
        Statement::Requires { from: one, to: other }
        | Statement::Excludes { a: one, b: other }
        | Statement::FinishBefore { first: one, then: other } => (vec![one, other], None, None),
        Statement::OneVariant { investment }
        | Statement::Mandatory { investment }
        | Statement::Begun { investment } => (vec![investment], None, None),
        Statement::ForcedIn { investment, variant, .. }
        | Statement::ForcedOut { investment, variant, .. } => (vec![investment], variant.as_ref(), None),
        Statement::AtLeastOne { group } | Statement::AllOrNone { group } | Statement::SameStart { group } => {
            (dossier.members_of(group).iter().collect(), None, Some(group))
        }
        _ => return nothing,
    };
    RuleSubjectView {
        investments: investments.into_iter().map(ToString::to_string).collect(),
        variant: variant.map(ToString::to_string),
        group: group.cloned(),
        ..nothing
    }
}

fn of_measure(dossier: &Dossier, measure: &str) -> RuleSubjectView {
    let covered = measure.strip_prefix("coverage:").map(|id| match dossier.moment(&id.into()) {
        Some(moment) => Covered::Moment(moment.id.clone()),
        None => Covered::Persona(id.into()),
    });
    let (persona, moment) = match covered {
        Some(Covered::Persona(id)) => (Some(id.to_string()), None),
        Some(Covered::Moment(id)) => (None, Some(id.to_string())),
        _ => (None, None),
    };
    RuleSubjectView { measure: Some(measure.to_string()), persona, moment, ..RuleSubjectView::default() }
}
