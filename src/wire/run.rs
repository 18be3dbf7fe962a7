//! The written form of requests for runs: one object for each kind, every field of it optional.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::run_parts::{
    AdmittedBy, DecimalText, Language, LeastOf, Lock, PlannedChoice, Starts, ValueModel, WeightsBy, WhatIf,
};

/// What every run may say of the dossier it works on.
#[derive(Clone, Debug, Default)]
pub struct OnDossier {
    pub scenario: Option<String>,
    pub decision_model: Option<String>,
    pub what_if: WhatIf,
    pub language: Option<Language>,
}

/// What every run that chooses a plan may ask of it.
#[derive(Clone, Debug, Default)]
pub struct OfPlan {
    pub aim: Option<String>,
    pub value_model: ValueModel,
    pub starts: Option<Starts>,
    pub locks: Vec<Lock>,
    pub without: Vec<String>,
    pub floors: Vec<LeastOf>,
    pub also_in: Vec<String>,
    pub gap: f64,
    pub time_limit_seconds: Option<f64>,
}

/// Writes the object of one kind: the fields that several kinds share stand here once.
macro_rules! request {
    // The fields about the dossier.
    (@ $about:tt $name:ident { $($fields:tt)* } { $($of:ident)* } scenario $($rest:tt)*) => {
        request! { @ $about $name { $($fields)*
            /// Scenario of the dossier that is put on first; the dossier as it is when left out.
            #[schema(example = "S-CUT20")]
            pub scenario: Option<String>,
        } { $($of)* scenario } $($rest)* }
    };
    (@ $about:tt $name:ident { $($fields:tt)* } { $($of:ident)* } dossier $($rest:tt)*) => {
        request! { @ $about $name { $($fields)*
            /// Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
            #[schema(example = "reference")]
            pub decision_model: Option<String>,
            /// Changes tried out in this run only.
            pub what_if: WhatIf,
            /// Language of sentences; the dossier's own when left out.
            pub language: Option<Language>,
        } { $($of)* dossier } $($rest)* }
    };
    // The fields about a plan.
    (@ $about:tt $name:ident { $($fields:tt)* } { $($of:ident)* } plan $($rest:tt)*) => {
        request! { @ $about $name { $($fields)*
            /// What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
            /// `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
            /// `npv` when left out.
            #[schema(example = "npv:0.02,coverage")]
            pub aim: Option<String>,
            /// How benefits add up.
            pub value_model: ValueModel,
            /// When investments start; `fixed` when left out, unless the dossier plans by quarters or months.
            pub starts: Option<Starts>,
            /// What must be in the plan or out of it.
            pub locks: Vec<Lock>,
            /// Rules that are not to hold, by name or family.
            #[schema(example = json!(["budget:y0", "requires:B19:B26"]))]
            pub without: Vec<String>,
            /// Least amounts of measures.
            pub floors: Vec<LeastOf>,
            /// Scenarios that the plan must hold in too, and that regret is told over.
            #[schema(example = json!(["S-CHURN"]))]
            pub also_in: Vec<String>,
            /// Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
            #[schema(minimum = 0, maximum = 1, default = 0.0, example = 0.01)]
            pub gap: f64,
            /// Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
            #[schema(exclusive_minimum = 0, example = 60.0)]
            pub time_limit_seconds: Option<f64>,
        } { $($of)* plan } $($rest)* }
    };
    (@ { $($about:tt)* } $name:ident { $($fields:tt)* } { $($of:ident)* }) => {
        $($about)*
        #[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name { $($fields)* }

        impl $name {
            /// What it says of the dossier.
            pub fn on_dossier(&self) -> OnDossier {
                let mut told = OnDossier::default();
                $(request!(= self told $of);)*
                told
            }
        }

        $(request!(+ $name $of);)*
    };
    (= $self:ident $told:ident scenario) => { $told.scenario = $self.scenario.clone(); };
    (= $self:ident $told:ident dossier) => {
        $told.decision_model = $self.decision_model.clone();
        $told.what_if = $self.what_if.clone();
        $told.language = $self.language;
    };
    (= $self:ident $told:ident plan) => {};
    (+ $name:ident scenario) => {};
    (+ $name:ident dossier) => {};
    (+ $name:ident plan) => {
        impl $name {
            /// What it asks of the plan.
            pub fn of_plan(&self) -> OfPlan {
                OfPlan {
                    aim: self.aim.clone(),
                    value_model: self.value_model,
                    starts: self.starts,
                    locks: self.locks.clone(),
                    without: self.without.clone(),
                    floors: self.floors.clone(),
                    also_in: self.also_in.clone(),
                    gap: self.gap,
                    time_limit_seconds: self.time_limit_seconds,
                }
            }
        }
    };
    ($(#[$about:meta])* $name:ident: $($shared:ident)* { $($own:tt)* }) => {
        request! { @ { $(#[$about])* } $name { $($own)* } { } $($shared)* }
    };
}

request! {
    /// Every finding of a dossier at once, and how ready it is.
    CheckRequest: scenario dossier {}
}

request! {
    /// The business case of every variant.
    AppraiseRequest: scenario dossier {
        /// Only this investment, with its lines year by year.
        #[schema(example = "B20")]
        pub investment: Option<String>,
    }
}

request! {
    /// Objective fit, persona impact, moment coverage, profile and evidence of every variant, apart.
    ScoreRequest: scenario dossier {
        /// Weights of the objectives: the stakeholders' mean by this method; the dossier's own swing points when left out.
        pub weights: Option<WeightsBy>,
        /// The weights of this stakeholder instead of the mean of all.
        #[schema(example = "CFO")]
        pub stakeholder: Option<String>,
        /// Only this investment: by objective, persona and moment.
        #[schema(example = "B26")]
        pub investment: Option<String>,
    }
}

request! {
    /// The ecosystem as a whole, or with one moment, one node or one investment in the middle.
    MapRequest: scenario dossier {
        /// One moment of truth in full; at most one of `moment`, `node` and `investment`.
        #[schema(example = "M10")]
        pub moment: Option<String>,
        /// One node of the ecosystem in full.
        #[schema(example = "N-API")]
        pub node: Option<String>,
        /// One investment followed to nodes, moments and personas, and to levers, objectives and money: a graph.
        #[schema(example = "B01")]
        pub investment: Option<String>,
        /// What would follow if `node` had this health: `tried` tells it.
        #[schema(minimum = 0, maximum = 10, example = 8.0)]
        pub health: Option<f64>,
    }
}

request! {
    /// The portfolio of greatest value under budgets, people and rules.
    ChooseRequest: scenario dossier plan {
        /// Tells how the plan differs from that of the dossier as it stands: the same aim, value model, starts and limits
        /// without `scenario`, `what_if`, `locks`, `without` and `floors`. The plan then has `difference`: what entered,
        /// left and moved, why, and the money.
        #[schema(default = false)]
        pub compare: bool,
    }
}

request! {
    /// Plans nearly as good as the best one that differ from each other.
    AlternativesRequest: scenario dossier plan {
        /// How many plans; 5 when left out.
        #[schema(minimum = 1, maximum = 100, example = 5)]
        pub count: Option<u16>,
        /// By how many investments any two of them differ, at least; 2 when left out.
        #[schema(minimum = 1, maximum = 65535, example = 2)]
        pub differ_by: Option<u16>,
    }
}

request! {
    /// The fewest changes of an approved plan that keep most of what can still be had.
    ReplanRequest: scenario dossier plan {
        /// The plan that was approved: the `portfolio` of a choice.
        pub approved: Vec<PlannedChoice>,
        /// What begins before this period (`y1`, `y1q2`) has begun and stays, nothing new begins before it; nothing has begun
        /// when left out.
        #[schema(example = "y1")]
        pub as_of: Option<String>,
        /// Share of the attainable NPV that must be kept: 0.98 is 98 %, and what is kept when left out.
        #[schema(minimum = 0, maximum = 1, example = 0.98)]
        pub keep: Option<f64>,
    }
}

request! {
    /// Why each investment is in the plan or not, what would change that, and what the rules cost.
    ExplainRequest: scenario dossier plan {
        /// Tell of one investment only, with its variants and every change that would turn the verdict round.
        #[schema(example = "B01")]
        pub investment: Option<String>,
    }
}

request! {
    /// NPV against money, coverage, freedom or any measure: the plans of which none is better on both sides.
    FrontierRequest: scenario dossier plan {
        /// What NPV is set against: `budget`, or a measure (`coverage`, `coverage:P1`, `freedom`, `points`); `budget` when left
        /// out.
        #[schema(example = "budget")]
        pub against: Option<String>,
        /// Shares of all budgets, each above 0 and at most 1000; 0.3 to 2 when empty.
        #[schema(example = json!(["0.8", "1", "1.2"]))]
        pub factors: Vec<DecimalText>,
        /// Most points against a measure; 12 when left out.
        #[schema(minimum = 2, maximum = 1000, example = 12)]
        pub points: Option<u16>,
        /// Most exact switch points looked for between two neighbouring shares; 6 when left out.
        #[schema(minimum = 0, maximum = 1000, example = 6)]
        pub switches: Option<u16>,
        /// A plan to draw against the frontier: the `portfolio` of a choice.
        pub plan: Option<Vec<PlannedChoice>>,
        /// Scenarios whose best plans are drawn against the frontier.
        pub also_scenario: Vec<String>,
    }
}

request! {
    /// What holds whatever the weights, the budget and the scenario: core, borderline, exterior, regret.
    RobustRequest: scenario dossier plan {
        /// Which weights are admitted.
        pub weights: AdmittedBy,
        /// How many weights are drawn; 250 when left out.
        #[schema(minimum = 1, maximum = 1000000, example = 250)]
        pub samples: Option<u32>,
        /// Seed of the draws; 1 when left out.
        #[schema(minimum = 0, example = 1)]
        pub seed: Option<u32>,
        /// Intervals: how far each weight may lie from the stated one, as a share of it; 0.3 when left out.
        #[schema(minimum = 0, maximum = 1, example = 0.3)]
        pub within: Option<f64>,
        /// Intervals: the stated weights, one for each criterion, none below 0; equal when empty.
        pub around: Vec<f64>,
        /// Measures, the most important first; `npv`, `points`, `freedom` when empty.
        #[schema(example = json!(["npv", "points", "freedom"]))]
        pub criteria: Vec<String>,
        /// Shares of all budgets at which the core index is told too, each above 0 and at most 1000.
        #[schema(example = json!(["0.8", "1", "1.2"]))]
        pub budgets: Vec<DecimalText>,
        /// How far every score may move, as a share, drawn together with the weights; 0 is not at all.
        #[schema(minimum = 0, maximum = 1, default = 0.0, example = 0.1)]
        pub scores: f64,
        /// Share within which the best plan of every weight is certified; 0.000001 when left out.
        #[schema(minimum = 0, maximum = 1, example = 0.000001)]
        pub certified: Option<f64>,
        /// Leaves the proofs of core and exterior out.
        pub quick: bool,
    }
}

request! {
    /// The best plan in every scenario of the dossier, beside that of the dossier as it is.
    ScenariosRequest: dossier plan {}
}

request! {
    /// The decision memo: one HTML document for the screen and for print.
    ReportRequest: scenario dossier plan {}
}

/// The most that a share of budgets may be.
pub const FACTOR_MAX: Decimal = Decimal::ONE_THOUSAND;
