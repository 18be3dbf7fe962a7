//! The schemas of revisions and of the audit log.

use serde_json::Value;

use super::shape::{anything, field, list, moment, nullable, object, page, reference, text, whole};

/// Every schema.
pub fn all() -> Vec<(&'static str, Value)> {
    let own = |with_changes: bool| {
        let mut fields = vec![
            field("dossier", text("Name of the dossier.")),
            field("number", whole("From 1, without gaps.")),
            field("at", moment("When.")),
            field("actor", text("Who: `local`, `key:` with an id, or `oidc:` with a subject.")),
            field("action", text("What was done.")),
            field("note", text("To what.")),
            field("request_id", text("Name of the request.")),
            field("n_changes", whole("Items that changed.")),
            field("digest", text("SHA-256 of the digest before and of the changes.")),
        ];
        if with_changes {
            fields.push(field("changes", list(reference("ItemVersion"))));
        }
        fields
    };
    let version = object(
        "One item before and after.",
        vec![
            field("table", text("Its table, or `workspace` for the settings.")),
            field("key", text("Its key.")),
            field("before", nullable(anything("As it was; null when it was not there."))),
            field("after", nullable(anything("As it is; null when it is gone."))),
        ],
    );
    let difference = object(
        "What is different between two revisions.",
        vec![
            field("dossier", text("Name of the dossier.")),
            field("from", whole("A revision.")),
            field("to", whole("The other one.")),
            field("changes", list(reference("ItemVersion"))),
        ],
    );
    vec![
        ("Revision", object("A revision of a dossier.", own(false))),
        ("RevisionWithChanges", object("A revision with what it changed.", own(true))),
        ("RevisionPage", page("Revisions, newest first.", "Revision")),
        ("ItemVersion", version),
        ("Difference", difference),
        ("AuditEvent", audit_event()),
        ("AuditPage", page("Lines of the audit log, newest first.", "AuditEvent")),
    ]
}

/// A line of the audit log.
fn audit_event() -> Value {
    object(
        "A line of the audit log; lines are never changed. `changes` has at most 100 rows, and 1000 on a page; of more it is null.",
        vec![
            field("seq", whole("From 1, without gaps.")),
            field("at", moment("When.")),
            field("actor", text("Who.")),
            field("action", text("What was done.")),
            field("dossier", nullable(text("To which dossier."))),
            field("revision", nullable(whole("The revision that it made."))),
            field("subject", text("To what.")),
            field("note", text("More of it.")),
            field("request_id", text("Name of the request.")),
            field(
                "before",
                nullable(anything(
                    "What it was: the row, when one row was written; the revision, when several were; \
                a role, the end of a key, the version of a model. Null when there was nothing.",
                )),
            ),
            field("after", nullable(anything("What it is; null when it is gone."))),
            field("n_changes", nullable(whole("Rows that its revision changed."))),
            field("changes", nullable(list(reference("ItemVersion")))),
            field(
                "comparison",
                nullable(text("Where what its revision changed can be read, however many rows.")),
            ),
            field(
                "hash",
                text("SHA-256 of the hash before and of this line, with the digest of its revision."),
            ),
        ],
    )
}
