//! The tables of customers: personas, their criteria, journeys, channels and moments of truth.

use crate::domain::finding::Severity;
use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, required};
use crate::wire::words;

pub const PERSONAS: TableSchema = TableSchema {
    name: "personas",
    absence: Some(Severity::Warning),
    sentence: "a kind of customer",
    columns: &[
        key("id", Identifier, "key of the persona"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        required("customers", Count, "head-count"),
        required("annual_revenue_eur", Amount, "revenue per customer and year, currency"),
        required("contribution_rate", Share, "share of revenue that is contribution"),
        required("annual_churn", Share, "share of customers who leave in a year"),
        optional("social_reach_multiplier", Multiplier, "word of mouth; 1 when blank"),
        optional("digital_share", Share, "share of contacts made digitally; 1 when blank"),
        optional("note_en", Text, "note in English"),
        optional("note_fr", Text, "note in French"),
    ],
};

pub const PERSONA_CRITERIA: TableSchema = TableSchema {
    name: "persona_criteria",
    absence: Some(Severity::Warning),
    sentence: "the points a persona gives to a criterion in a context",
    columns: &[
        key("persona_id", Identifier, "a persona"),
        key("context", Identifier, "`*` or a journey"),
        key("criterion", Identifier, "a criterion of the settings"),
        required("weight_points", Count, "points, 100 per persona and context"),
    ],
};

pub const JOURNEYS: TableSchema = TableSchema {
    name: "journeys",
    absence: Some(Severity::Warning),
    sentence: "what a persona goes through to reach a goal",
    columns: &[
        key("id", Identifier, "key of the journey"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("main_stage", Choice(words::STAGE.words), "stage of the customer's life cycle"),
    ],
};

pub const CHANNELS: TableSchema = TableSchema {
    name: "channels",
    absence: Some(Severity::Warning),
    sentence: "a way of contact",
    columns: &[
        key("id", Identifier, "key of the channel"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("cost_per_contact_eur", Amount, "cost of one contact, currency"),
    ],
};

pub const CHANNEL_SWITCHES: TableSchema = TableSchema {
    name: "channel_switches",
    absence: Some(Severity::Note),
    sentence: "how often a journey changes channel",
    columns: &[
        key("journey_id", Identifier, "a journey"),
        key("from_channel", Identifier, "a channel"),
        key("to_channel", Identifier, "a channel"),
        required("rate", Share, "share of journey instances"),
        key("reason", Choice(words::SWITCH_REASON.words), "why the customer changes"),
    ],
};

pub const SERVICE_LEVELS: TableSchema = TableSchema {
    name: "service_levels",
    absence: Some(Severity::Note),
    sentence: "a service level that a persona lives in a channel",
    columns: &[
        key("persona_id", Identifier, "a persona"),
        key("channel_id", Identifier, "a channel"),
        key("metric", Text, "what is measured, with its unit"),
        required("current", Number, "level today, in the unit of the metric"),
        required("target", Number, "level wanted, in the unit of the metric"),
    ],
};

pub const MOMENTS: TableSchema = TableSchema {
    name: "moments",
    absence: Some(Severity::Warning),
    sentence: "a moment of truth",
    columns: &[
        key("id", Identifier, "key of the moment"),
        required("journey_id", Identifier, "a journey"),
        optional("stage", Choice(words::STAGE.words), "stage of the customer's life cycle"),
        optional("channel_id", Identifier, "the channel in which it happens"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        required("kano", Choice(words::KANO.words), "how satisfaction answers performance"),
        required("frequency_per_customer_year", Count, "occurrences per customer and year"),
        required("failure_rate", Share, "share of occurrences that go wrong"),
        optional("p_leave_if_bad", Share, "probability to leave after a bad one"),
        optional("p_reduce_if_bad", Share, "probability to spend less after a bad one"),
        optional("reduce_share", Share, "share of spending then lost"),
        optional("p_lost_sale_if_bad", Share, "probability that a sale is lost"),
        optional("lost_sale_contribution_eur", Amount, "contribution of that sale, currency"),
        optional("p_extra_contact_if_bad", Count, "extra contacts per failure, may exceed 1"),
        optional("extra_contact_channel", Identifier, "the channel of these contacts"),
        required("performance", Scale, "perception today, 0 to 10"),
        required("expectation", Scale, "perception expected, 0 to 10"),
        required("target", Scale, "perception wanted, 0 to 10"),
        optional("emotion", Emotion, "-2 angry to +2 delighted"),
        required("evidence_level", Choice(words::EVIDENCE_LEVEL.words), "how sure these figures are"),
        optional("doing_en", Text, "what the customer does, English"),
        optional("doing_fr", Text, "what the customer does, French"),
        optional("thinking_en", Text, "what the customer thinks, English"),
        optional("thinking_fr", Text, "what the customer thinks, French"),
        optional("feeling_en", Text, "what the customer feels, English"),
        optional("feeling_fr", Text, "what the customer feels, French"),
    ],
};

pub const MOMENT_IMPORTANCE: TableSchema = TableSchema {
    name: "moment_importance",
    absence: Some(Severity::Warning),
    sentence: "the points a persona gives to a moment",
    columns: &[
        key("persona_id", Identifier, "a persona"),
        key("moment_id", Identifier, "a moment"),
        required("importance_points", Count, "points"),
    ],
};
