//! The tables of purpose: objectives, the judgements that weigh them, and the financial levers.

use crate::domain::finding::Severity;
use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, required};
use crate::wire::words;

pub const OBJECTIVES: TableSchema = TableSchema {
    name: "objectives",
    absence: Some(Severity::Warning),
    sentence: "what is wanted, with its KPI; a root that only groups others has none",
    columns: &[
        key("id", Identifier, "key of the objective"),
        optional("parent_id", Identifier, "the objective it serves"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("kpi", Text, "what is measured"),
        optional("unit", Text, "unit of the KPI"),
        optional("direction", Choice(words::DIRECTION.words), "which way the KPI improves"),
        optional("baseline", Number, "KPI today"),
        optional("target", Number, "KPI wanted"),
        optional("worst", Number, "KPI worth 0"),
        optional("best", Number, "KPI worth 1"),
        optional("value_shape", Text, "linear, concave, convex, s, or points `0:0|0.4:0.7|1:1`"),
        optional("swing_rank", Count, "order of the swings; information"),
        optional("swing_points", Count, "swing points, 100 for the first swing"),
        optional("plan_owner", Text, "who plans"),
        optional("deliver_owner", Text, "who delivers"),
        optional("measure_owner", Text, "who measures"),
        optional(
            "kpi_source",
            Choice(words::KPI_SOURCE.words),
            "where the KPI moves from; levers when blank",
        ),
    ],
};

pub const STAKEHOLDER_WEIGHTS: TableSchema = TableSchema {
    name: "stakeholder_weights",
    absence: Some(Severity::Note),
    sentence: "one stakeholder's points for one objective",
    columns: &[
        key("stakeholder", Text, "who judges"),
        key("objective_id", Identifier, "an objective"),
        key("method", Choice(words::WEIGHT_METHOD.words), "how the points were asked for"),
        required("points", Count, "points, or the rank"),
    ],
};

pub const AHP_PAIRS: TableSchema = TableSchema {
    name: "ahp_pairs",
    absence: Some(Severity::Note),
    sentence: "one pairwise judgement of one stakeholder",
    columns: &[
        key("stakeholder", Text, "who judges"),
        key("objective_a", Identifier, "an objective"),
        key("objective_b", Identifier, "an objective"),
        required("ratio_a_over_b", Ratio, "how many times a matters more than b"),
    ],
};

pub const LEVERS: TableSchema = TableSchema {
    name: "levers",
    absence: Some(Severity::Error),
    sentence: "a financial driver",
    columns: &[
        key("id", Identifier, "key of the lever"),
        required("type", Choice(words::LEVER_TYPES), "how an effect becomes an amount"),
        required("unit", Text, "unit of an effect"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional(
            "value_eur_per_unit_year",
            Amount,
            "currency per unit and year; all types but stock need it",
        ),
        optional("stock_customers_per_unit_year", Effect, "customers per unit and year; stock"),
        optional("stock_contribution_eur", Amount, "contribution per customer and year; stock"),
        optional("stock_decay", Share, "share of the stock lost in a year; stock"),
        optional("cap_units", Count, "largest total effect, units; no limit when blank"),
        optional("value_low_multiplier", Multiplier, "low case of the unit value; 1 when blank"),
        optional("value_high_multiplier", Multiplier, "high case of the unit value; 1 when blank"),
        optional("objective_id", Identifier, "the objective it serves"),
        optional("formula", Text, "how the unit value was worked out"),
        optional("kpi_per_unit", Effect, "change of the objective's KPI per unit of effect"),
    ],
};
