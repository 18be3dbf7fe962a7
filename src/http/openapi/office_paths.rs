//! What can be asked of decision models, keys, roles, the audit log and the health of the service.

use serde_json::json;

use super::operation::Operation;
use super::shape::reference;

/// The operations.
pub fn operations() -> Vec<Operation> {
    let mut all = of_models();
    all.extend(of_keys());
    all.extend(of_grants());
    all.extend(vec![
        Operation::get("/api/v1/audit", "list_audit", "access", "Who did what, newest first (admin)")
            .paged_by_number()
            .answers(200, "Lines of the log.", reference("AuditPage")),
        Operation::get(
            "/api/v1/dossiers/{dossier}/audit",
            "list_dossier_audit",
            "access",
            "Who did what to a dossier, newest first",
        )
        .paged_by_number()
        .answers(200, "Lines of the log.", reference("AuditPage")),
        Operation::get(
            "/api/v1/webhook-secret",
            "read_webhook_secret",
            "access",
            "With what webhooks are signed (admin)",
        )
        .answers(200, "The secret.", reference("WebhookSecret")),
        Operation::get("/health", "read_health", "health", "Whether the service lives")
            .answers(200, "It lives.", reference("Health"))
            .open(),
        Operation::get("/ready", "read_readiness", "health", "Whether the service can work")
            .answers(200, "It can.", reference("Health"))
            .open(),
    ]);
    all
}

fn of_models() -> Vec<Operation> {
    let (all, one) = ("/api/v1/decision-models", "/api/v1/decision-models/{name}");
    vec![
        Operation::get(all, "list_decision_models", "models", "The decision models, by name")
            .paged_by_name()
            .answers(200, "The models.", reference("DecisionModelList")),
        Operation::get(one, "read_decision_model", "models", "A decision model")
            .answers(200, "The model.", reference("DecisionModel"))
            .tagged(),
        Operation::new(
            "put",
            one,
            "put_decision_model",
            "models",
            "Keep a decision model, or a new version of one (admin)",
        )
        .conditional_if_there()
        .takes(reference("DecisionModel"), true)
        .answers(200, "The new version.", reference("DecisionModel"))
        .answers(201, "The new model.", reference("DecisionModel"))
        .tagged()
        .refuses(409),
    ]
}

fn of_keys() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/keys", "list_keys", "access", "The keys, without their texts (admin)")
            .paged_by_name()
            .answers(200, "The keys.", reference("KeyList")),
        Operation::get("/api/v1/keys/{key}", "read_key", "access", "A key, without its text (admin)")
            .answers(200, "The key; its ETag does not change with its use.", reference("Key"))
            .telling_tag(),
        Operation::new("post", "/api/v1/keys", "add_key", "access", "Make a key (admin)")
            .takes(reference("KeyRequest"), true)
            .example(json!({"name": "jira", "role": "analyst", "dossiers": ["banque-horizon"], "days": 90}))
            .answers(201, "The key, told once.", reference("KeyMade")),
        Operation::new(
            "post",
            "/api/v1/keys/{key}/exchange",
            "exchange_key",
            "access",
            "Make a new key in the place of one (admin)",
        )
        .conditional()
        .takes(reference("KeyExchangeRequest"), true)
        .answers(201, "The new key, told once.", reference("KeyMade")),
        Operation::new(
            "delete",
            "/api/v1/keys/{key}",
            "revoke_key",
            "access",
            "Take a key back at once (admin)",
        )
        .conditional()
        .answers_nothing(204, "It works no more."),
    ]
}

fn of_grants() -> Vec<Operation> {
    let all = "/api/v1/dossiers/{dossier}/grants";
    let one = format!("{all}/{{principal}}");
    vec![
        Operation::get(all, "list_grants", "access", "Who has a role on a dossier (admin)")
            .paged_by_name()
            .answers(200, "The roles.", reference("GrantList")),
        Operation::get(&one, "read_role", "access", "The role of somebody on a dossier (admin)")
            .answers(200, "The role.", reference("Grant"))
            .tagged(),
        Operation::new("put", &one, "grant_role", "access", "Give somebody a role on a dossier (admin)")
            .conditional_if_there()
            .takes(reference("GrantRequest"), true)
            .answers(200, "The role now.", reference("Grant"))
            .answers(201, "The role, where there was none.", reference("Grant"))
            .tagged(),
        Operation::new("delete", &one, "take_role", "access", "Take somebody's role on a dossier (admin)")
            .conditional()
            .answers_nothing(204, "It is taken."),
    ]
}
