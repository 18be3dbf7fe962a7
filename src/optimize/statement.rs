//! `Statement`: the business name of a rule, the word that plans, conflicts and prices are told in.

use rust_decimal::Decimal;

use crate::domain::envelope::EnvelopeId;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;
use crate::domain::period::Period;
use crate::domain::persona::PersonaId;
use crate::domain::portfolio_rule::PortfolioRuleId;
use crate::domain::role::RoleId;
use crate::domain::settings::Settings;
use crate::domain::start::Start;
use crate::domain::text::Bilingual;

/// What a rule says, in the words of the business.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statement {
    /// Expected costs of a year stay within its budget.
    Budget {
        year: usize,
    },
    /// Expected costs of a year stay within the run-rate cap.
    RunRate {
        year: usize,
    },
    /// What only these envelopes may pay for stays within their money, sorted by envelope and period.
    Envelope {
        money: Vec<(EnvelopeId, Period)>,
    },
    /// Days of a role in a year stay within its capacity.
    RoleDays {
        role: RoleId,
        year: usize,
    },
    /// Days of a role in a single period stay within its capacity there.
    RolePeriod {
        role: RoleId,
        period: Period,
    },
    /// At most one variant of an investment.
    OneVariant {
        investment: InvestmentId,
    },
    Requires {
        from: InvestmentId,
        to: InvestmentId,
    },
    Excludes {
        a: InvestmentId,
        b: InvestmentId,
    },
    AtLeastOne {
        group: String,
    },
    /// All of the group or none.
    AllOrNone {
        group: String,
    },
    /// Those of the group that are chosen start together.
    SameStart {
        group: String,
    },
    /// `then` starts only after `first` is finished.
    FinishBefore {
        first: InvestmentId,
        then: InvestmentId,
    },
    Mandatory {
        investment: InvestmentId,
    },
    /// A rule of the dossier's own table; `subject` is the vendor, sponsor or investment where it holds for each in turn.
    Portfolio {
        rule: PortfolioRuleId,
        subject: Option<String>,
        name: Bilingual,
    },
    /// A must-be moment is covered at least to the floor for a persona that cares.
    MomentFloor {
        moment: MomentId,
        persona: PersonaId,
    },
    /// Already begun, so it stays as it was approved.
    Begun {
        investment: InvestmentId,
    },
    /// Nothing new begins before this.
    NotBefore {
        start: Start,
    },
    /// At most this many changes of an approved plan.
    Changes {
        most: usize,
    },
    /// Another plan than a known one, by at least this many investments.
    Different {
        by: usize,
    },
    /// At least this much of a measure, as the user asked.
    AskedFloor {
        measure: String,
        least: Decimal,
    },
    /// The user asked for it.
    ForcedIn {
        investment: InvestmentId,
        variant: Option<VariantId>,
        reason: String,
    },
    ForcedOut {
        investment: InvestmentId,
        variant: Option<VariantId>,
        reason: String,
    },
}

impl Statement {
    /// The stable written form, such as `budget:y0` or `role:R7:y0`.
    pub fn name(&self) -> String {
        match self {
            Statement::Budget { year } => format!("budget:y{year}"),
            Statement::RunRate { year } => format!("run_rate:y{year}"),
            Statement::Envelope { money } => format!("envelope:{}", money_name(money)),
            Statement::RoleDays { role, year } => format!("role:{role}:y{year}"),
            Statement::RolePeriod { role, period } => format!("role:{role}:{period}"),
            Statement::OneVariant { investment } => format!("one_variant:{investment}"),
            Statement::Requires { from, to } => format!("requires:{from}:{to}"),
            Statement::Excludes { a, b } => format!("excludes:{a}:{b}"),
            Statement::AtLeastOne { group } => format!("at_least_one:{group}"),
            Statement::AllOrNone { group } => format!("all_or_none:{group}"),
            Statement::SameStart { group } => format!("same_start:{group}"),
            Statement::FinishBefore { first, then } => format!("finish_before:{first}:{then}"),
            Statement::Mandatory { investment } => format!("mandatory:{investment}"),
            Statement::Portfolio { rule, subject, .. } => match subject {
                Some(subject) => format!("rule:{rule}:{subject}"),
                None => format!("rule:{rule}"),
            },
            Statement::MomentFloor { moment, persona } => format!("moment_floor:{moment}:{persona}"),
            Statement::Begun { investment } => format!("begun:{investment}"),
            Statement::NotBefore { start } => format!("not_before:{start}"),
            Statement::Changes { most } => format!("changes:{most}"),
            Statement::Different { by } => format!("different:{by}"),
            Statement::AskedFloor { measure, least } => format!("floor:{measure}:{least}"),
            Statement::ForcedIn { investment, variant, .. } => {
                format!("forced_in:{}", with_variant(investment, variant))
            }
            Statement::ForcedOut { investment, variant, .. } => {
                format!("forced_out:{}", with_variant(investment, variant))
            }
        }
    }

    /// What its written form begins with: `budget`, `requires`, `moment_floor`.
    pub fn kind(&self) -> &'static str {
        match self {
            Statement::Budget { .. } => "budget",
            Statement::RunRate { .. } => "run_rate",
            Statement::Envelope { .. } => "envelope",
            Statement::RoleDays { .. } | Statement::RolePeriod { .. } => "role",
            Statement::OneVariant { .. } => "one_variant",
            Statement::Requires { .. } => "requires",
            Statement::Excludes { .. } => "excludes",
            Statement::AtLeastOne { .. } => "at_least_one",
            Statement::AllOrNone { .. } => "all_or_none",
            Statement::SameStart { .. } => "same_start",
            Statement::FinishBefore { .. } => "finish_before",
            Statement::Mandatory { .. } => "mandatory",
            Statement::Portfolio { .. } => "rule",
            Statement::MomentFloor { .. } => "moment_floor",
            Statement::Begun { .. } => "begun",
            Statement::NotBefore { .. } => "not_before",
            Statement::Changes { .. } => "changes",
            Statement::Different { .. } => "different",
            Statement::AskedFloor { .. } => "floor",
            Statement::ForcedIn { .. } => "forced_in",
            Statement::ForcedOut { .. } => "forced_out",
        }
    }

    /// Whether it limits money or days, so that more of them would help.
    pub fn is_amount(&self) -> bool {
        matches!(
            self,
            Statement::Budget { .. }
                | Statement::RunRate { .. }
                | Statement::Envelope { .. }
                | Statement::RoleDays { .. }
                | Statement::RolePeriod { .. }
        )
    }

    /// Whether the dossier's settings switch it off, by its name or by the beginning of its name up to a colon.
    ///
    /// What a plan is (one variant of an investment) and what the user forces are no rules of the dossier: they stay.
    pub fn is_switched_off(&self, settings: &Settings) -> bool {
        let is_of_dossier = !matches!(
            self,
            Statement::OneVariant { .. } | Statement::ForcedIn { .. } | Statement::ForcedOut { .. }
        );
        let name = self.name();
        is_of_dossier && settings.switched_off.iter().any(|switched| names(switched, &name))
    }
}

/// Whether an entry of what is switched off means the rule of this name: the whole of it, or its part before a colon.
pub fn names(switched: &str, name: &str) -> bool {
    name.strip_prefix(switched.trim()).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// The money of several envelopes by the periods in which it is given: (periods, envelopes), in order of envelopes.
pub(super) fn by_periods(money: &[(EnvelopeId, Period)]) -> Vec<(Vec<Period>, Vec<&EnvelopeId>)> {
    let mut found: Vec<(Vec<Period>, Vec<&EnvelopeId>)> = Vec::new();
    for run in money.chunk_by(|a, b| a.0 == b.0) {
        let periods: Vec<Period> = run.iter().map(|(_, period)| *period).collect();
        match found.iter_mut().find(|(known, _)| *known == periods) {
            Some((_, envelopes)) => envelopes.push(&run[0].0),
            None => found.push((periods, vec![&run[0].0])),
        }
    }
    found
}

/// Whether each period begins where the one before it ends.
pub(super) fn is_unbroken(periods: &[Period]) -> bool {
    periods.windows(2).all(|pair| pair[0].months().end == pair[1].months().start)
}

/// `E1:y0`, `E1+E2:y0` when they are counted together, `E1:y0-y2` when money is carried over.
fn money_name(money: &[(EnvelopeId, Period)]) -> String {
    let parts = by_periods(money).into_iter().map(|(periods, envelopes)| {
        let envelopes: Vec<&str> = envelopes.iter().map(|id| id.as_str()).collect();
        let periods = match periods.as_slice() {
            [first, .., last] if is_unbroken(&periods) => format!("{first}-{last}"),
            other => other.iter().map(Period::to_string).collect::<Vec<_>>().join(","),
        };
        format!("{}:{periods}", envelopes.join("+"))
    });
    parts.collect::<Vec<_>>().join("+")
}

/// `B01`, or `B01:core` when one variant is meant.
fn with_variant(investment: &InvestmentId, variant: &Option<VariantId>) -> String {
    match variant {
        Some(variant) => format!("{investment}:{variant}"),
        None => investment.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::domain::example;

    fn money(parts: &[(&str, &str)]) -> Statement {
        let part = |(id, period): &(&str, &str)| {
            ((*id).into(), Period::parse(period).expect("a period of the test"))
        };
        Statement::Envelope { money: parts.iter().map(part).collect() }
    }

    #[test]
    fn envelopes_are_named_alone_together_and_carried_over() {
        let dossier = example::dossier();
        for (parts, name, clause) in [
            (vec![("E1", "y0")], "envelope:E1:y0", "envelope E1 of 2027"),
            (
                vec![("E1", "y1q2"), ("E2", "y1q2")],
                "envelope:E1+E2:y1q2",
                "envelopes E1 and E2 of quarter 2 of 2028 together",
            ),
            (
                vec![("E1", "y0"), ("E1", "y1"), ("E1", "y2")],
                "envelope:E1:y0-y2",
                "envelope E1 of 2027 to 2029",
            ),
            (
                vec![("E1", "y0"), ("E2", "y0q1")],
                "envelope:E1:y0+E2:y0q1",
                "envelope E1 of 2027 and envelope E2 of quarter 1 of 2027",
            ),
        ] {
            assert_eq!(money(&parts).name(), name);
            assert_eq!(money(&parts).clause(&dossier).en, clause);
        }
    }

    #[test]
    fn french_clauses_have_the_article_of_their_period() {
        let dossier = example::dossier();
        for (parts, clause) in [
            (vec![("E1", "y0")], "l’enveloppe E1 de 2027"),
            (vec![("E1", "y0q1")], "l’enveloppe E1 du trimestre 1 de 2027"),
            (vec![("E1", "y0"), ("E1", "y1")], "l’enveloppe E1 de 2027 à 2028"),
            (
                vec![("E1", "y0q1"), ("E1", "y0q2"), ("E2", "y0q1"), ("E2", "y0q2")],
                "les enveloppes E1 et E2 du trimestre 1 de 2027 au trimestre 2 de 2027 ensemble",
            ),
        ] {
            assert_eq!(money(&parts).clause(&dossier).fr, clause);
        }
        let period = Period::parse("y1q2").expect("a period of the test");
        let days = Statement::RolePeriod { role: "R1".into(), period };
        assert_eq!(days.clause(&dossier).fr, "les jours du rôle Architect (R1) au trimestre 2 de 2028");
    }

    #[test]
    fn a_rule_is_switched_off_by_its_name_or_its_family() {
        let mut settings = example::dossier().settings;
        let mut is_off = |switched: &str| {
            settings.switched_off = BTreeSet::from([switched.to_string()]);
            let role = Statement::RoleDays { role: "R7".into(), year: 0 };
            let one = Statement::OneVariant { investment: "A".into() };
            (role.is_switched_off(&settings), one.is_switched_off(&settings))
        };
        assert_eq!(is_off("role:R7:y0"), (true, false));
        assert_eq!(is_off("role:R7"), (true, false));
        assert_eq!(is_off("role"), (true, false));
        assert_eq!(is_off("role:R"), (false, false), "a part of an identifier means nobody");
        assert_eq!(is_off("one_variant"), (false, false), "what a plan is cannot be switched off");
    }
}
