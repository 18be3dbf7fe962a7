//! The accepted words of each enumeration, each with the noun it stands for.

use crate::domain::business_case::{Accounting, CostNature};
use crate::domain::ecosystem::{NodeKind, Visibility};
use crate::domain::envelope::SpendingKind;
use crate::domain::evidence::{EvidenceKind, EvidenceLevel};
use crate::domain::journey::{Stage, SwitchReason};
use crate::domain::moment::Kano;
use crate::domain::objective::{Direction, KpiSource, WeightMethod};
use crate::domain::period::PeriodLength;
use crate::domain::scenario::Operation;

/// Words and the nouns they stand for, in the same order.
#[derive(Clone, Copy, Debug)]
pub struct Words<Noun: 'static> {
    pub words: &'static [&'static str],
    pub nouns: &'static [Noun],
}

impl<Noun: Copy> Words<Noun> {
    /// The noun of a word; case, `-`, `_` and blanks make no difference.
    pub fn noun(&self, word: &str) -> Option<Noun> {
        let same = || self.words.iter().position(|accepted| is_same_word(accepted, word));
        self.words.iter().position(|accepted| *accepted == word).or_else(same).map(|at| self.nouns[at])
    }
}

/// Whether two words are the same but for case, `-`, `_` and blanks.
pub fn is_same_word(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|letter| !matches!(letter, '-' | '_' | ' ')).flat_map(char::to_lowercase)
    }
    letters(a).eq(letters(b))
}

/// Whether a word is a yes or a no, in English or French; nothing when it is neither.
pub fn truth(word: &str) -> Option<bool> {
    const YES: [&str; 5] = ["1", "true", "yes", "oui", "vrai"];
    const NO: [&str; 5] = ["0", "false", "no", "non", "faux"];
    let is_one_of = |words: [&str; 5]| words.iter().any(|one| is_same_word(one, word));
    (is_one_of(YES) || is_one_of(NO)).then(|| is_one_of(YES))
}

pub const EVIDENCE_LEVEL: Words<EvidenceLevel> =
    Words { words: &["E0", "E1", "E2", "E3", "E4", "E5"], nouns: &EvidenceLevel::ALL };

pub const EVIDENCE_KIND: Words<EvidenceKind> = Words {
    words: &["people", "data", "records", "desk", "opinion"],
    nouns: &[
        EvidenceKind::People,
        EvidenceKind::Records,
        EvidenceKind::Records,
        EvidenceKind::Desk,
        EvidenceKind::Opinion,
    ],
};

pub const STAGE: Words<Stage> =
    Words { words: &["discover", "evaluate", "buy", "receive", "use", "support"], nouns: &Stage::ALL };

pub const SWITCH_REASON: Words<SwitchReason> = Words {
    words: &["failure", "preference", "convenience"],
    nouns: &[SwitchReason::Failure, SwitchReason::Preference, SwitchReason::Convenience],
};

pub const KANO: Words<Kano> = Words {
    words: &["must-be", "performance", "attractive", "indifferent", "reverse"],
    nouns: &[Kano::MustBe, Kano::Performance, Kano::Attractive, Kano::Indifferent, Kano::Reverse],
};

pub const DIRECTION: Words<Direction> = Words {
    words: &["min", "max", "minimise", "maximise"],
    nouns: &[Direction::Minimise, Direction::Maximise, Direction::Minimise, Direction::Maximise],
};

pub const KPI_SOURCE: Words<KpiSource> = Words {
    words: &["levers", "coverage", "obsession"],
    nouns: &[KpiSource::Levers, KpiSource::Coverage, KpiSource::ObsessionProfile],
};

pub const WEIGHT_METHOD: Words<WeightMethod> = Words {
    words: &["swing", "direct", "rank"],
    nouns: &[WeightMethod::Swing, WeightMethod::Direct, WeightMethod::Rank],
};

pub const NODE_KIND: Words<NodeKind> = Words {
    words: &["customer", "team", "partner", "system", "process", "policy", "data", "records"],
    nouns: &[
        NodeKind::Customer,
        NodeKind::Team,
        NodeKind::Partner,
        NodeKind::System,
        NodeKind::Process,
        NodeKind::Policy,
        NodeKind::Records,
        NodeKind::Records,
    ],
};

pub const VISIBILITY: Words<Visibility> = Words {
    words: &["front", "back", "behind"],
    nouns: &[Visibility::Front, Visibility::Back, Visibility::Behind],
};

pub const COST_NATURE: Words<CostNature> = Words {
    words: &["build", "licence", "migration", "integration", "change", "training", "run", "exit"],
    nouns: &CostNature::ALL,
};

pub const ACCOUNTING: Words<Accounting> =
    Words { words: &["capex", "opex"], nouns: &[Accounting::Capex, Accounting::Opex] };

pub const OPERATION: Words<Operation> =
    Words { words: &["set", "mul", "add"], nouns: &[Operation::Set, Operation::Multiply, Operation::Add] };

/// The lever types; the numbers each needs are read apart.
pub const LEVER_TYPES: &[&str] = &["flow", "stock", "working_capital", "one_off", "risk"];

/// The dependency types; the sides each needs are read apart.
pub const DEPENDENCY_TYPES: &[&str] = &[
    "requires",
    "excludes",
    "at_least_one",
    "all_or_none",
    "same_start",
    "finish_before",
    "enabled_by",
    "synergy",
    "replaces",
];

/// The rule types; the members and the limit each needs are read apart.
pub const RULE_TYPES: &[&str] = &[
    "at_least",
    "at_most",
    "mandatory_by",
    "min_share",
    "max_share",
    "vendor_max_share",
    "sponsor_max",
    "exit_exposure_max",
    "coverage_floor",
    "objective_floor",
];

/// What a selector of members may look at, before its colon.
pub const SELECTORS: &[&str] = &["category", "department", "vendor", "sponsor", "family"];

pub const SPENDING: Words<SpendingKind> =
    Words { words: &["all", "capex", "opex", "run"], nouns: &SpendingKind::ALL };

pub const PERIOD: Words<PeriodLength> =
    Words { words: &["year", "quarter", "month"], nouns: &PeriodLength::ALL };

/// The value shapes that are one word; a piecewise shape is written as points, `0:0|0.4:0.7|1:1`.
pub const VALUE_SHAPES: &[&str] = &["linear", "concave", "convex", "s"];

#[cfg(test)]
mod tests {
    use super::*;

    fn check<Noun>(words: Words<Noun>) {
        assert_eq!(words.words.len(), words.nouns.len());
    }

    #[test]
    fn every_word_has_its_noun() {
        check(EVIDENCE_LEVEL);
        check(EVIDENCE_KIND);
        check(STAGE);
        check(SWITCH_REASON);
        check(KANO);
        check(DIRECTION);
        check(KPI_SOURCE);
        check(WEIGHT_METHOD);
        check(NODE_KIND);
        check(VISIBILITY);
        check(COST_NATURE);
        check(ACCOUNTING);
        check(OPERATION);
        check(SPENDING);
        check(PERIOD);
    }

    #[test]
    fn words_are_the_written_names_of_their_nouns() {
        assert!(STAGE.words.iter().zip(STAGE.nouns).all(|(word, noun)| *word == noun.name()));
        assert!(KANO.words.iter().zip(KANO.nouns).all(|(word, noun)| *word == noun.name()));
        assert!(SPENDING.words.iter().zip(SPENDING.nouns).all(|(word, noun)| *word == noun.name()));
        assert!(PERIOD.words.iter().zip(PERIOD.nouns).all(|(word, noun)| *word == noun.name()));
        assert!(COST_NATURE.words.iter().zip(COST_NATURE.nouns).all(|(word, noun)| *word == noun.name()));
    }

    #[test]
    fn hyphens_and_case_make_no_difference() {
        assert_eq!(KANO.noun("Must_Be"), Some(Kano::MustBe));
        assert_eq!(KANO.noun("musty"), None);
    }
}
