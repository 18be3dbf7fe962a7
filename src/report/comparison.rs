//! `Comparison`: how two choices differ and what is known of why, gathered by the use case.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::rule_unit::RuleUnit;

use crate::domain::portfolio::Choice;
use crate::domain::text::Bilingual;

/// Two choices side by side; the first one is called before, the second one after.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub before: ComparedChoice,
    pub after: ComparedChoice,
    /// Choices of the plan after whose investments the plan before does not have.
    pub entered: Vec<Choice>,
    pub left: Vec<Choice>,
    /// Investments of both plans in another variant, start or share: before and after.
    pub moved: Vec<(Choice, Choice)>,
    /// One for each of these, by investment.
    pub changes: Vec<InvestmentChange>,
    /// Everything that is known to differ between the two.
    pub differences: Vec<Difference>,
    pub names: ComparedNames,
}

/// What the two documents call things; what neither names is told by its identifier.
#[derive(Clone, Debug, Default)]
pub struct ComparedNames {
    pub investments: BTreeMap<String, Bilingual>,
    /// By investment and variant.
    pub variants: BTreeMap<(String, String), Bilingual>,
    /// With the unit that their amounts are in.
    pub rules: BTreeMap<String, (Bilingual, RuleUnit)>,
}

impl Comparison {
    /// NPV after less NPV before; none without two plans in one currency.
    pub fn difference(&self) -> Option<Decimal> {
        let is_one = self.before.currency == self.after.currency;
        Some(self.after.npv? - self.before.npv?).filter(|_| is_one)
    }
}

/// One of the choices.
#[derive(Clone, Debug)]
pub struct ComparedChoice {
    pub status: String,
    pub currency: String,
    pub npv: Option<Decimal>,
    pub fingerprint: String,
}

impl ComparedChoice {
    /// Whether a limit ended it before its plan was proven.
    pub fn is_unproven(&self) -> bool {
        self.status == "limit_reached" || self.status == "within_gap"
    }
}

/// One investment that is in one plan only, or otherwise in both.
#[derive(Clone, Debug)]
pub struct InvestmentChange {
    pub investment: String,
    pub kind: ChangeKind,
    /// What is known of why; empty when nothing is.
    pub causes: Vec<Cause>,
}

/// What became of an investment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Entered,
    Left,
    Moved,
}

impl ChangeKind {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Entered => "entered",
            ChangeKind::Left => "left",
            ChangeKind::Moved => "moved",
        }
    }
}

/// Something known that speaks of one investment.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// The request says something of it: a lock or a change that is tried out.
    Asked(Difference),
    /// The dossier says something else of it.
    Written(Difference),
    /// Where it is out, adding it would break rules.
    Refused { variant: Option<String>, gain: Decimal, broken: Vec<BrokenRule> },
    /// Where it is out, adding it would break nothing and lower the NPV, or leave it as it is.
    NotWorthIt { variant: Option<String>, gain: Decimal },
    /// Where it is out, it excludes these, which are in only there.
    Displaced { by: Vec<String> },
    /// No plan keeps all rules where it is out: these cannot be kept together.
    NoPlan { conflict: Vec<String> },
}

impl Cause {
    /// The written form.
    pub fn name(&self) -> &'static str {
        match self {
            Cause::Asked(_) => "request",
            Cause::Written(_) => "dossier",
            Cause::Refused { .. } => "rules",
            Cause::NotWorthIt { .. } => "value",
            Cause::Displaced { .. } => "displaced",
            Cause::NoPlan { .. } => "no_plan",
        }
    }
}

/// A rule that adding an investment would break, in the unit of the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct BrokenRule {
    pub rule: String,
    pub short_by: Decimal,
    /// Its limit before and after, where they differ.
    pub limits: Option<(Decimal, Decimal)>,
}

/// One thing that differs between two choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub of: DifferenceOf,
    /// A field of the request, a row of the dossier (`investments B01`) or a rule.
    pub subject: String,
    /// The field of the row; empty for a whole row, a field of the request and the limit of a rule.
    pub field: String,
    /// As written; none where it is not there.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceOf {
    Request,
    Dossier,
    /// The limit of a rule.
    Rule,
}

impl DifferenceOf {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            DifferenceOf::Request => "request",
            DifferenceOf::Dossier => "dossier",
            DifferenceOf::Rule => "rule",
        }
    }
}
