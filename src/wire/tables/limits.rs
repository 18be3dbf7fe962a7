//! The tables of limits on the whole plan: envelopes of money, and rules that are no dependency.

use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, required};
use crate::wire::words;

pub const ENVELOPES: TableSchema = TableSchema {
    name: "envelopes",
    absence: None,
    sentence: "money of a department or a fund, beside the budget of the whole plan",
    columns: &[
        key("id", Identifier, "key of the envelope"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("spending", Choice(words::SPENDING.words), "which spending it pays for; all when blank"),
        optional(
            "departments",
            IdentifierList,
            "departments whose investments it may pay for; blank or `*` for every one",
        ),
        optional(
            "amount_{period}",
            Count,
            "currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank",
        ),
        optional(
            "transfer_group",
            Text,
            "envelopes of one group and one kind of spending lend to each other",
        ),
        optional("carries_over", Flag, "whether what is left of a period may be spent later"),
    ],
};

pub const RULES: TableSchema = TableSchema {
    name: "rules",
    absence: None,
    sentence: "a rule about the whole plan",
    columns: &[
        key("id", Identifier, "key of the rule"),
        required("type", Choice(words::RULE_TYPES), "what the rule states"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional(
            "members",
            IdentifierList,
            "investments or selectors (category:data, department:, vendor:, sponsor:, family:, `*`); coverage_floor: a persona, a moment or `*`; objective_floor: an objective",
        ),
        required(
            "limit",
            Limit,
            "how many (at_least, at_most, sponsor_max), a share (shares and floors), an amount (exit_exposure_max), a period (mandatory_by)",
        ),
        optional("of", Choice(words::SPENDING.words), "the spending that shares are of; all when blank"),
        optional("price", Count, "currency for each unit by which it is broken; it must hold when blank"),
        optional("active", Flag, "whether it holds; yes when blank"),
        optional("note", Text, "note"),
        optional("note_fr", Text, "note in French"),
    ],
};
