//! The tables of candidates: investments, their variants, lines, effects, people, rules and risks.

use crate::domain::finding::Severity;
use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, optional_key, required};
use crate::wire::words;

pub const INVESTMENTS: TableSchema = TableSchema {
    name: "investments",
    absence: Some(Severity::Error),
    sentence: "something that may be funded",
    columns: &[
        key("id", Identifier, "key of the investment"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("category", Text, "product, channel, skill, data, technology, policy or research"),
        optional("technology_family", Text, "family of technology"),
        optional("budget_department", Text, "whose budget pays"),
        optional("sponsor", Text, "who answers for it"),
        optional("sponsor_engagement", Share, "how engaged the sponsor is"),
        optional("vendor", Text, "who sells it"),
        optional("deployment", Text, "how it is operated"),
        optional("contract_years", Count, "years of the contract; 0 when blank"),
        optional("exit_cost_eur", Amount, "cost of leaving the vendor, currency; 0 when blank"),
        optional("data_portability", Share, "how far what is stored can be taken along"),
        optional("agility", Scale, "customer-obsession score, 0 to 10"),
        optional("flexibility", Scale, "customer-obsession score, 0 to 10"),
        optional("globality", Scale, "customer-obsession score, 0 to 10"),
        optional("intelligence", Scale, "customer-obsession score, 0 to 10"),
        optional("capability_id", Identifier, "the capability it raises"),
        optional(
            "capability_gain",
            Levels,
            "levels by which it raises that capability; not known when blank",
        ),
        optional("effect_dimensions", Text, "CX, UX, EX, MX with | between; information"),
        optional("mandatory", Flag, "whether the law or a contract requires it"),
        optional("months_to_first_value", Count, "months"),
        optional("earliest_start_year", YearIndex, "first year in which it may start; 0 when blank"),
        optional("latest_start_year", YearIndex, "last year in which it may start; no limit when blank"),
        optional(
            "duration_months",
            Count,
            "months until it is finished; those to its first value, or 12, when blank",
        ),
        optional("min_share", Share, "least share of it that may be funded; all or nothing when blank"),
        optional("share_step", Share, "steps in which the funded share grows from there; 0.1 when blank"),
        optional("reason", Text, "why it is proposed"),
        optional("reason_fr", Text, "the same in French"),
    ],
};

pub const VARIANTS: TableSchema = TableSchema {
    name: "variants",
    absence: Some(Severity::Note),
    sentence: "one of several mutually exclusive ways to do an investment",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        key("variant_id", Identifier, "pilot, lite, core, full, ..."),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("build_multiplier", Multiplier, "size of its build lines to the core's; information"),
        optional("change_multiplier", Multiplier, "size of its change lines to the core's; information"),
        optional("run_multiplier", Multiplier, "size of its run lines to the core's; information"),
        optional(
            "benefit_multiplier",
            Multiplier,
            "share of the moment and node effects it delivers; 1 when blank",
        ),
        optional("role_multiplier", Multiplier, "size of its role days to the core's; information"),
    ],
};

pub const COST_LINES: TableSchema = TableSchema {
    name: "cost_lines",
    absence: Some(Severity::Error),
    sentence: "one source of cost",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        optional_key("variant_id", Identifier, "one of its variants; core when blank"),
        key("line_id", Identifier, "key of the line within its variant"),
        required("nature", Choice(words::COST_NATURE.words), "what the cost is for"),
        required("accounting", Choice(words::ACCOUNTING.words), "how the accounts see it"),
        required("y{year}_eur", StatedAmount, "spending of a year, currency"),
        optional("low_multiplier", Multiplier, "low case of the amounts; 1 when blank"),
        optional("high_multiplier", Multiplier, "high case of the amounts; 1 when blank"),
        optional("shared_component", Text, "what it buys, when others need the same: the plan pays it once"),
    ],
};

pub const BENEFIT_LINES: TableSchema = TableSchema {
    name: "benefit_lines",
    absence: Some(Severity::Error),
    sentence: "one source of benefit",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        optional_key("variant_id", Identifier, "one of its variants; core when blank"),
        key("line_id", Identifier, "key of the line within its variant"),
        required("lever_id", Identifier, "a lever"),
        required("effect_low", StatedEffect, "low effect, in the lever's unit"),
        required("effect_mode", StatedEffect, "most likely effect, in the lever's unit"),
        required("effect_high", StatedEffect, "high effect, in the lever's unit"),
        required("evidence_level", Choice(words::EVIDENCE_LEVEL.words), "how sure the effect is"),
        required("ramp_y{year}", Impact, "share of the full effect reached in a year, 0 to 1"),
        optional("benefit_owner", Text, "who answers for the benefit"),
    ],
};

pub const MOMENT_EFFECTS: TableSchema = TableSchema {
    name: "moment_effects",
    absence: Some(Severity::Warning),
    sentence: "the direct lift of an investment at a moment",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        key("moment_id", Identifier, "a moment"),
        key("persona_id", Identifier, "a persona, `*` for everyone"),
        required("lift_low", Number, "low lift, points of a 0 to 10 scale"),
        required("lift_mode", Number, "most likely lift, points"),
        required("lift_high", Number, "high lift, points"),
        required("evidence_level", Choice(words::EVIDENCE_LEVEL.words), "how sure the lift is"),
    ],
};

pub const NODE_EFFECTS: TableSchema = TableSchema {
    name: "node_effects",
    absence: Some(Severity::Warning),
    sentence: "health points an investment adds to a node",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        key("node_id", Identifier, "a node"),
        required("health_points", Number, "points of the 0 to 10 health"),
    ],
};

pub const INVESTMENT_CRITERIA: TableSchema = TableSchema {
    name: "investment_criteria",
    absence: Some(Severity::Warning),
    sentence: "the effect of an investment on each persona criterion",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        optional("{criterion}", Scale, "effect on one criterion of the settings, 0 to 10"),
    ],
};

pub const ROLE_DEMAND: TableSchema = TableSchema {
    name: "role_demand",
    absence: Some(Severity::Warning),
    sentence: "days of a role that a variant needs",
    columns: &[
        key("investment_id", Identifier, "an investment"),
        optional_key("variant_id", Identifier, "one of its variants; core when blank"),
        key("role_id", Identifier, "a role"),
        optional("days_y{year}", Count, "days needed in a year; none when blank"),
    ],
};

pub const DEPENDENCIES: TableSchema = TableSchema {
    name: "dependencies",
    absence: Some(Severity::Note),
    sentence: "what one investment means for another",
    columns: &[
        key("from_id", IdentifierList, "an investment; a list for at_least_one, all_or_none and same_start"),
        key(
            "type",
            Choice(words::DEPENDENCY_TYPES),
            "the relation; finish_before: to_id starts after from_id",
        ),
        key("to_id", Identifier, "an investment; a group for those lists, an application for replaces"),
        optional("factor", Multiplier, "factor on benefits; enabled_by and synergy need it"),
        optional("note", Text, "note"),
        optional("note_fr", Text, "note in French"),
    ],
};

pub const RISKS: TableSchema = TableSchema {
    name: "risks",
    absence: Some(Severity::Note),
    sentence: "what may go wrong with an investment",
    columns: &[
        required("investment_id", Identifier, "an investment"),
        optional("risk_en", Text, "the risk in English; one language is enough"),
        optional("risk_fr", Text, "the risk in French"),
        required("probability", Share, "probability that it happens"),
        optional("cost_impact", Impact, "share added to costs when it happens"),
        optional("benefit_impact", Impact, "share added to benefits when it happens, negative is lost"),
        optional("delay_months", Count, "months"),
        optional("note", Text, "note"),
        optional("note_fr", Text, "note in French"),
    ],
};
