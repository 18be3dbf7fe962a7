//! The words that stand for kinds, states and reasons in documents, as closed lists in their schemas.

use std::borrow::Cow;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use super::imported::{ImportEnding, MappingOrigin};
use super::map_words::{kind_name, stage_name};
use super::rule_unit::RuleUnit;
use super::view_ahp::solution_name;
use super::view_rule::side_name;
use super::view_weights::{method_name, quality_name};
use crate::case::missing::MissingReason;
use crate::case::portfolio_case::ValueModel;
use crate::domain::business_case::{Accounting, CostNature};
use crate::domain::ecosystem::{NodeKind, Visibility};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::finding::Severity;
use crate::domain::journey::Stage;
use crate::domain::moment::Kano;
use crate::finance::irr::NoRateReason;
use crate::optimize::explain::explanation::{Reason, Verdict};
use crate::optimize::outcome::Status;
use crate::optimize::rule::Side;
use crate::optimize::weights::core_proof::Standing;
use crate::score::ahp::AhpSolution;
use crate::score::trace::{TracedKind, TracedLink};
use crate::score::weights::{Elicitation, QualityNote};

/// A component that lists words. Those of a type are asked of it, and one of its variants left out ends the build.
macro_rules! words {
    ($mark:ident = $name:literal, $about:literal, $of:ident { $($one:ident),+ }, $word:expr) => {
        words!($mark = $name, $about, {
            let _every = |one: $of| match one { $($of::$one)|+ => () };
            [$($of::$one),+].map($word)
        });
    };
    ($mark:ident = $name:literal, $about:literal, $words:expr) => {
        #[doc = $about]
        pub struct $mark;

        impl PartialSchema for $mark {
            fn schema() -> RefOr<Schema> {
                let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some($words));
                words.description(Some($about)).build().into()
            }
        }

        impl ToSchema for $mark {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    };
}

words!(
    StatusWord = "PlanStatus",
    "How a plan was found: `optimal` (nothing is worth more), `within_gap` (nothing is worth more than the gap asked \
     for), `limit_reached` (the best so far, with its bound), `infeasible` (no plan keeps all rules).",
    Status { Optimal, WithinGap, LimitReached, Infeasible },
    Status::name
);
words!(
    ValueModelWord = "PlanValueModel",
    "How benefits add up: `additive` (stand-alone cases), `full` (enablers, synergies and saturation counted).",
    ValueModel { Additive, Full },
    ValueModel::name
);
words!(
    SeverityWord = "Severity",
    "`error` (the rows cannot be used), `warning` (a doubt), `note`.",
    Severity { Error, Warning, Note },
    Severity::name
);
words!(
    EvidenceWord = "EvidenceLevel",
    "What a figure rests on: `E0` opinion, `E1` vendor or analyst claim, `E2` own records, `E3` direct customer \
     evidence, `E4` own pilot, `E5` measured in production.",
    EvidenceLevel { E0, E1, E2, E3, E4, E5 },
    EvidenceLevel::name
);
words!(
    CostNatureWord = "CostNature",
    "What a cost is for.",
    CostNature { Build, Licence, Migration, Integration, Change, Training, Run, Exit },
    CostNature::name
);
words!(AccountingWord = "Accounting", "How a cost is booked.", Accounting { Capex, Opex }, Accounting::name);
words!(
    NoRateWord = "NoRateReason",
    "Why there is no rate: `empty`, `all_zero`, `same_sign`, `no_real_root`, `same_day` (dated amounts that cancel \
     within a day), `beyond_range` (above 10^308).",
    NoRateReason { Empty, AllZero, SameSign, NoRealRoot, SameDay, BeyondRange },
    NoRateReason::code
);
words!(
    VerdictWord = "Verdict",
    "By the sign of the net value as expected today: `justified`, `justified_if` (a named change within reach turns \
     it), `not_justified_now`, `undetermined`.",
    Verdict { Justified, JustifiedIf, NotJustifiedNow, Undetermined },
    Verdict::name
);
words!(
    ReasonWord = "VerdictReason",
    "What the verdict rests on: `net_value`, `compulsory` (every plan has it), `impossible` (no plan has it), \
     `withheld` (amounts are), `nothing_stated` (neither costs nor benefits), `not_proven` (a limit came first), `strategy_incomplete` (too few readiness gates), \
     `stopped` (the work was, before all was asked).",
    Reason {
        NetValue,
        Compulsory,
        Impossible,
        Withheld,
        NothingStated,
        NotProven,
        StrategyIncomplete,
        Stopped
    },
    Reason::name
);
words!(
    MissingWord = "MissingReason",
    "Why a variant has no case: `withheld` (an amount or effect is), `nothing_stated` (neither a cost line nor a benefit \
     line).",
    MissingReason { Withheld, NothingStated },
    MissingReason::name
);
words!(
    ChangeWord = "ChangeKind",
    "What would change: `effect` (gains), `cost`, `budget` (all budgets and envelopes), `companion` (another \
     investment), `delay` (a later start), `evidence` (a better level).",
    ["effect", "cost", "budget", "companion", "delay", "evidence"]
);
words!(SideWord = "RuleSide", "Which side of its limit a rule allows.", Side { AtMost, AtLeast }, side_name);
words!(
    RuleKindWord = "RuleKind",
    "What a rule is about; the beginning of its name up to the colon.",
    [
        "budget",
        "run_rate",
        "envelope",
        "role",
        "one_variant",
        "requires",
        "excludes",
        "at_least_one",
        "all_or_none",
        "same_start",
        "finish_before",
        "mandatory",
        "rule",
        "moment_floor",
        "begun",
        "not_before",
        "changes",
        "different",
        "floor",
        "forced_in",
        "forced_out"
    ]
);
words!(
    RuleUnitWord = "RuleUnit",
    "What amounts of a rule are: `currency` of the dossier (of a rule on shares of spending: the money above or below that \
     share), `days` of people, `share` (a fraction, or a value from 0 to 1), `count` of investments or whether something \
     holds (1 or 0), `points`.",
    RuleUnit { Currency, Days, Share, Count, Points },
    RuleUnit::name
);
words!(
    PriceWord = "PriceKind",
    "How the rules are changed: `more` of a budget, cap, envelope or role, `without` a rule, `without_moment_floors`, \
     `free_transfers` between all envelopes.",
    ["more", "without", "without_moment_floors", "free_transfers"]
);
words!(
    TracedKindWord = "TracedKind",
    "What stands in a trace.",
    TracedKind { Investment, Capability, Node, Moment, Persona, Lever, Objective },
    TracedKind::name
);
words!(
    TracedLinkWord = "TracedLink",
    "What passes along an edge of a trace: an investment `builds` a capability, `mends` a node, `lifts` a moment and `pays` \
     through a lever; a node `carries` health to nodes and moments; what arrives at a moment is `felt` by a persona; a \
     lever `serves` an objective.",
    TracedLink { Builds, Mends, Carries, Lifts, Felt, Pays, Serves },
    TracedLink::name
);
words!(
    MoveWord = "RepairMove",
    "How a rule is moved: `by` an amount, `to` an amount, to a later `start`, or `drop`ped.",
    ["by", "to", "start", "drop"]
);
words!(
    KanoWord = "KanoClass",
    "What a moment of this quality does to satisfaction.",
    Kano { MustBe, Performance, Attractive, Indifferent, Reverse },
    Kano::name
);
words!(
    KindWord = "NodeKind",
    "What a node of the ecosystem is.",
    NodeKind { Customer, Team, Partner, System, Process, Policy, Records },
    kind_name
);
words!(
    VisibilityWord = "Visibility",
    "Where a node stands: `front` (seen by customers), `back` (below the line of visibility), `behind` (the scenes).",
    Visibility { Front, Back, Behind },
    stage_name
);
words!(
    StageWord = "LifeStage",
    "A stage of the customer's life cycle, in this order.",
    Stage { Discover, Evaluate, Buy, Receive, Use, Support },
    Stage::name
);
words!(
    StandingWord = "Standing",
    "Whether all, some or none of the best plans seen have an investment: `core`, `borderline`, `exterior`.",
    Standing { Core, Borderline, Exterior },
    Standing::name
);
words!(
    AdmittedWord = "AdmittedWeights",
    "Which weights are admitted: each criterion at least as much as the one after it (`ranks`), around stated \
     weights (`intervals`), mixtures of the stakeholders' (`stakeholders`).",
    ["ranks", "intervals", "stakeholders"]
);
words!(ListWord = "PlanListKind", "What was asked for.", ["alternatives", "replan"]);
words!(
    UnmeasuredWord = "UnmeasuredReason",
    "Why an objective is not measured: `no_measure` (it has no KPI), `no_conversion` (no lever moves its KPI), or its \
     KPI gives no value.",
    ["no_measure", "no_conversion", "anchors_equal", "anchors_contradict_direction", "kpi_not_finite"]
);
words!(
    QualityWord = "WeightQuality",
    "What the answers behind the weights are worth: over the ranges of the KPIs, blind to them, an order only, or \
     pairwise judgements by their consistency.",
    QualityNote { OverRanges, RangeBlind, OrderOnly, Consistent, Inconsistent, ConsistencyUnknown },
    quality_name
);
words!(
    SourceWord = "WeightSource",
    "Where weights come from: the table of objectives (`dossier`) or a way of asking stakeholders.",
    ["dossier", "swing", "direct", "rank", "ahp"]
);
words!(
    MethodWord = "WeightMethod",
    "How stakeholders were asked: swing points, points, an order, or pairwise judgements (`ahp`).",
    Elicitation { Swing, Direct, RankOrder, Pairwise },
    method_name
);
words!(
    SolutionWord = "AhpSolution",
    "How weights were drawn from pairwise judgements; `least_squares` when judgements are missing.",
    AhpSolution { Eigenvector, LeastSquares },
    solution_name
);
words!(
    UnratedWord = "UnratedReason",
    "Why the consistency of pairwise judgements cannot be rated.",
    ["incomplete", "no_random_index", "not_settled"]
);
words!(
    RefusedWord = "RefusedReason",
    "Why answers give no weights: of points the first four, of pairs `contradictory` and the last three.",
    [
        "nothing_given",
        "all_zero",
        "out_of_range",
        "contradictory",
        "not_positive",
        "nothing_to_compare",
        "disconnected",
    ]
);
words!(
    EndingWord = "ImportEnding",
    "What became of the rows: `preview` (nothing written, nobody asked), `accepted` (the valid ones written), \
     `refused` (nothing written: rows are refused and all or nothing was asked for), `empty` (no row can be written).",
    ImportEnding { Preview, Accepted, Refused, Empty },
    ImportEnding::name
);
words!(
    MappingWord = "MappingOrigin",
    "Where the reading of the columns comes from.",
    MappingOrigin { Stated, Remembered, Proposed },
    MappingOrigin::name
);
