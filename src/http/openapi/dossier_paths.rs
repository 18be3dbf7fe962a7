//! What can be asked of dossiers as a whole, of their settings and of their revisions.

use serde_json::{Value, json};

use super::operation::Operation;
use super::shape::reference;

/// The operations.
pub fn operations() -> Vec<Operation> {
    let mut all = of_dossiers();
    all.extend(of_settings());
    all.extend(of_revisions());
    all
}

fn of_dossiers() -> Vec<Operation> {
    let (one, bundle) = ("/api/v1/dossiers/{dossier}", "/api/v1/dossiers/{dossier}/bundle");
    let revision =
        || json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64});
    vec![
        Operation::get(
            "/api/v1/dossiers",
            "list_dossiers",
            "dossiers",
            "The dossiers that the caller may see, by name",
        )
        .paged_by_name()
        .answers(200, "The dossiers.", reference("DossierList")),
        Operation::get(one, "read_dossier", "dossiers", "A dossier without its rows")
            .answers(200, "The dossier.", reference("Dossier"))
            .tagged(),
        Operation::new("delete", one, "remove_dossier", "dossiers", "Remove a dossier; its revisions stay")
            .conditional()
            .answers_nothing(204, "It is gone."),
        Operation::get(bundle, "read_bundle", "dossiers", "A whole dossier, as it is or was")
            .query("revision", revision(), "A revision; the newest when left out.")
            .answers(200, "The dossier.", reference("Bundle"))
            .tagged(),
        Operation::new("put", bundle, "put_bundle", "dossiers", "Make a dossier, or replace all of one")
            .conditional_if_there()
            .takes(reference("Bundle"), true)
            .example(example())
            .answers(200, "It was replaced.", reference("Written"))
            .answers(201, "It was made.", reference("Written"))
            .tagged()
            .located()
            .linked(201, "read", "read_dossier", json!({"dossier": "$response.body#/dossier"}))
            .linked(201, "choose", "run_choose", json!({"dossier": "$response.body#/dossier"})),
        Operation::new(
            "post",
            "/api/v1/dossiers/{dossier}/batch",
            "merge_rows",
            "dossiers",
            "Put rows of any tables in, or merge them with those that are there; all or none",
        )
        .once()
        .conditional()
        .takes(reference("Batch"), true)
        .example(
            json!({"investments": [{"external_id": "DMND0001", "name_en": "Cloud CRM", "u_vendor_rank": 3}]}),
        )
        .answers(200, "Where every row went.", reference("Written"))
        .tagged(),
    ]
}

fn of_settings() -> Vec<Operation> {
    let path = "/api/v1/dossiers/{dossier}/settings";
    let write = |method: &'static str, name: &str, sentence: &str| {
        Operation::new(method, path, name, "dossiers", sentence)
            .conditional_if_there()
            .takes(reference("Settings"), true)
            .answers(200, "The settings now.", reference("Settings"))
            .answers(201, "There were none before.", reference("Settings"))
            .tagged()
    };
    vec![
        Operation::get(path, "read_settings", "dossiers", "The settings of a dossier")
            .answers(200, "The settings.", reference("Settings"))
            .tagged(),
        write("put", "put_settings", "Replace the settings of a dossier"),
        write("patch", "patch_settings", "Change settings of a dossier; null takes away"),
    ]
}

fn of_revisions() -> Vec<Operation> {
    let (all, one) =
        ("/api/v1/dossiers/{dossier}/revisions", "/api/v1/dossiers/{dossier}/revisions/{number}");
    let to =
        json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64});
    vec![
        Operation::get(all, "list_revisions", "revisions", "The revisions of a dossier, newest first")
            .paged_by_number()
            .answers(200, "The revisions.", reference("RevisionPage")),
        Operation::get(one, "read_revision", "revisions", "A revision with what it changed").answers(
            200,
            "The revision.",
            reference("RevisionWithChanges"),
        ),
        Operation::get(
            &format!("{one}/difference"),
            "compare_revisions",
            "revisions",
            "What is different in another one",
        )
        .query("to", to, "The other revision; the newest when left out.")
        .answers(200, "The difference.", reference("Difference")),
        Operation::new(
            "post",
            &format!("{one}/restoration"),
            "restore_revision",
            "revisions",
            "Make a revision that is as this one was (approver), or make a removed dossier again (admin of every one)",
        )
        .once()
        .conditional_if_there()
        .answers(200, "The new revision.", reference("Written"))
        .tagged(),
    ]
}

/// A small dossier that can be computed.
fn example() -> Value {
    json!({
        "workspace": {"id": "small", "currency": "EUR", "base_year": 2027, "horizon_years": 2, "discount_rate": "0.08",
            "budget_eur": {"y0": "100000"}},
        "levers": [{"id": "L1", "type": "flow", "unit": "calls", "name_en": "Calls avoided",
            "value_eur_per_unit_year": "5"}],
        "investments": [{"id": "I1", "name_en": "Callback"}],
        "cost_lines": [{"investment_id": "I1", "variant_id": "core", "line_id": "build", "nature": "build",
            "accounting": "capex", "y0_eur": "50000", "y1_eur": "0", "y2_eur": "0"}],
        "benefit_lines": [{"investment_id": "I1", "variant_id": "core", "line_id": "calls", "lever_id": "L1",
            "effect_low": "10000", "effect_mode": "15000", "effect_high": "20000", "evidence_level": "E2", "ramp_y1": 1,
            "ramp_y2": 1}],
    })
}
