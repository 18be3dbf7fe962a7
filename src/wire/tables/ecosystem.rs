//! The tables of the organisation: capabilities, roles, the CX ecosystem and its problems.

use crate::domain::finding::Severity;
use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, required};
use crate::wire::words;

pub const CAPABILITIES: TableSchema = TableSchema {
    name: "capabilities",
    absence: Some(Severity::Note),
    sentence: "a business capability",
    columns: &[
        key("id", Identifier, "key of the capability"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        required("maturity_now", Maturity, "maturity today, 1 to 5"),
        required("maturity_target", Maturity, "maturity wanted, 1 to 5"),
        optional("importance", Scale, "importance, 0 to 10"),
        optional("owner", Text, "who owns it"),
    ],
};

pub const ROLES: TableSchema = TableSchema {
    name: "roles",
    absence: Some(Severity::Warning),
    sentence: "a kind of work with its capacity",
    columns: &[
        key("id", Identifier, "key of the role"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("day_rate_eur", Amount, "cost of one day, currency"),
        optional("capacity_days_y{year}", Count, "days available in a year; no limit when blank"),
        optional("capacity_days_{period}", Count, "days available in a quarter (y1q2) or month (y1m05)"),
    ],
};

pub const ECOSYSTEM_NODES: TableSchema = TableSchema {
    name: "ecosystem_nodes",
    absence: Some(Severity::Warning),
    sentence: "a person, partner, system, process, policy or store of records behind the moments",
    columns: &[
        key("id", Identifier, "key of the node"),
        required("type", Choice(words::NODE_KIND.words), "what it is"),
        required("stage", Choice(words::VISIBILITY.words), "where it stands to the line of visibility"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("owner", Text, "who owns it"),
        optional("visible_to_customer", Flag, "whether the customer sees it"),
        required("health_0_10", Scale, "health, 0 broken to 10 excellent"),
        optional("legacy", Flag, "whether it is out of date"),
        optional("silo", Flag, "whether it is closed to others"),
    ],
};

pub const ECOSYSTEM_EDGES: TableSchema = TableSchema {
    name: "ecosystem_edges",
    absence: Some(Severity::Warning),
    sentence: "points that arrive at a node or moment for one health point gained at a node",
    columns: &[
        key("from_id", Identifier, "a node"),
        key("to_id", Identifier, "a node or a moment"),
        required("weight", Weight, "-1 to 1, negative hinders"),
        required("evidence_level", Choice(words::EVIDENCE_LEVEL.words), "how sure the edge is"),
        optional("note", Text, "note"),
        optional("note_fr", Text, "note in French"),
    ],
};

pub const PROBLEMS: TableSchema = TableSchema {
    name: "problems",
    absence: Some(Severity::Note),
    sentence: "a customer's problem, traced by whys to a root node",
    columns: &[
        key("id", Identifier, "key of the problem"),
        required("moment_id", Identifier, "a moment"),
        required("persona_id", Identifier, "a persona"),
        optional("statement_en", Text, "the problem in English; one language is enough"),
        optional("statement_fr", Text, "the problem in French"),
        optional("lever_id", Identifier, "the lever it costs on"),
        optional("annual_cost_eur", Amount, "cost per year, currency"),
        optional("why_1", Text, "why it happens"),
        optional("why_1_fr", Text, "the same in French"),
        optional("why_2", Text, "why that is so"),
        optional("why_2_fr", Text, "the same in French"),
        optional("why_3", Text, "why that is so"),
        optional("why_3_fr", Text, "the same in French"),
        optional("why_4", Text, "why that is so"),
        optional("why_4_fr", Text, "the same in French"),
        optional("why_5", Text, "why that is so"),
        optional("why_5_fr", Text, "the same in French"),
        optional("root_node_id", Identifier, "the node at the root"),
    ],
};
