//! The tables of what is known and asked: evidence, studies, scenarios and questions.

use crate::domain::finding::Severity;
use crate::wire::table::ColumnKind::*;
use crate::wire::table::{TableSchema, key, optional, required};
use crate::wire::words;

pub const EVIDENCE: TableSchema = TableSchema {
    name: "evidence",
    absence: Some(Severity::Warning),
    sentence: "one piece of evidence",
    columns: &[
        key("id", Identifier, "key of the piece"),
        required("target_id", Identifier, "what it speaks of"),
        required("target_type", Text, "moment, persona, investment, lever, node, problem, ..."),
        required("kind", Choice(words::EVIDENCE_KIND.words), "what kind of source it is"),
        optional("method", Text, "how it was obtained"),
        optional("sample_size", Count, "how many were asked or observed"),
        optional("date", Day, "when it was obtained"),
        required("level", Choice(words::EVIDENCE_LEVEL.words), "how sure it is"),
        optional("verbatim_en", Text, "what was said, English"),
        optional("verbatim_fr", Text, "what was said, French"),
    ],
};

pub const STUDIES: TableSchema = TableSchema {
    name: "studies",
    absence: Some(Severity::Note),
    sentence: "a study that could be run before buying",
    columns: &[
        key("id", Identifier, "key of the study"),
        optional("name_en", Text, "name in English; one language is enough"),
        optional("name_fr", Text, "name in French"),
        optional("method", Text, "how it would be done"),
        optional("sample_size", Count, "how many would be asked or observed"),
        optional("cost_eur", Amount, "cost, currency"),
        optional("weeks", Count, "weeks"),
        optional("reliability", Share, "share of the prior variance it removes"),
        optional("target_investments", IdentifierList, "investments whose effects it informs"),
        optional("persona_id", Text, "whom it asks: a persona, `*`, or employees"),
        optional("moment_id", Identifier, "the moment it speaks of"),
    ],
};

pub const SCENARIOS: TableSchema = TableSchema {
    name: "scenarios",
    absence: Some(Severity::Note),
    sentence: "one override of one scenario",
    columns: &[
        required("scenario_id", Identifier, "key of the scenario"),
        required("target", Text, "what is changed: workspace, budget or a table"),
        required("filter", Text, "`*`, a year such as y0, a key, a nature, a type or an evidence level"),
        required("field", Text, "the field that is changed"),
        required("operation", Choice(words::OPERATION.words), "what is done to it"),
        optional("value", Text, "the operand"),
        optional("note", Text, "what the scenario supposes"),
        optional("note_fr", Text, "the same in French"),
    ],
};

pub const QUESTIONS: TableSchema = TableSchema {
    name: "questions",
    absence: Some(Severity::Note),
    sentence: "a question asked about one investment",
    columns: &[
        key("id", Identifier, "key of the question"),
        optional("question_en", Text, "the question in English; one language is enough"),
        optional("question_fr", Text, "the question in French"),
        required("investment_id", Identifier, "an investment"),
    ],
};
