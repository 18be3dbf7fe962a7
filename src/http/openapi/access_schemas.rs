//! The schemas of keys, roles and decision models.

use serde_json::{Value, json};

use super::shape::{
    anything, choice, closed, field, list, moment, nullable, object, optional, page, reference, text, truth,
    whole,
};
use crate::app::kept::caller::Role;

/// Every schema.
pub fn all() -> Vec<(&'static str, Value)> {
    let roles = Role::ALL.map(Role::name);
    let grant = object(
        "A role that somebody has.",
        vec![
            field("principal", text("Who.")),
            field("dossier", text("On which dossier; `*` for every one.")),
            field("role", choice("What they may do.", &roles)),
        ],
    );
    let key = object(
        "A key, without its text.",
        vec![
            field("id", text("Its public part.")),
            field("name", text("Whose it is.")),
            field("created_at", moment("When it was made.")),
            field("expires_at", nullable(moment("When it ends."))),
            field("revoked_at", nullable(moment("When it was taken back."))),
            field("last_used_at", nullable(moment("When it was used, to the hour."))),
            field("works", truth("Whether it is neither expired nor taken back.")),
            field("grants", list(reference("Grant"))),
        ],
    );
    let made = object(
        "A new key, told once.",
        vec![
            field("id", text("Its public part.")),
            field("name", text("Whose it is.")),
            field("expires_at", nullable(moment("When it ends."))),
            field("key", text("What to send as `Authorization: Bearer`.")),
        ],
    );
    let model = object(
        "A decision model.",
        vec![
            field("name", text("Its name.")),
            field("is_built_in", truth("Whether it is part of the program.")),
            field("number", nullable(whole("Its newest version."))),
        ],
    );
    let mut all = requests();
    all.extend(vec![
        ("Grant", grant),
        ("GrantList", page("Who has a role.", "Grant")),
        ("Key", key),
        ("KeyList", page("The keys.", "Key")),
        ("KeyMade", made),
        (
            "WebhookSecret",
            object("With what webhooks are signed.", vec![field("secret", text("The key of the HMAC."))]),
        ),
        ("DecisionModelEntry", model),
        ("DecisionModelList", page("The decision models.", "DecisionModelEntry")),
        ("DecisionModel", anything("A decision model, as models/reference/README.md describes it.")),
    ]);
    all
}

/// What is asked for of keys.
fn requests() -> Vec<(&'static str, Value)> {
    let roles = Role::ALL.map(Role::name);
    let days = nullable(
        json!({"type": "integer", "minimum": 1, "maximum": 3660, "description": "Days it lives; for ever when null."}),
    );
    let name = json!({"type": "string", "minLength": 1, "maxLength": 200, "pattern": "\\S", "description": "Whose it is."});
    let key_request = closed(object(
        "A key that is asked for.",
        vec![
            field("name", name),
            field("role", choice("What it may do.", &roles)),
            optional("dossiers", list(json!({"type": "string", "minLength": 1}))),
            optional("days", days),
        ],
    ));
    let grace = nullable(json!({"type": "integer", "minimum": 0, "maximum": 1_000_000_000,
        "description": "Seconds for which the old key still works; a day when null."}));
    let role = closed(object("A role to give.", vec![field("role", choice("Which.", &roles))]));
    vec![
        ("KeyRequest", key_request),
        ("GrantRequest", role),
        (
            "KeyExchangeRequest",
            closed(object("How a key is exchanged.", vec![optional("grace_seconds", grace)])),
        ),
    ]
}
