//! The OpenAPI document: what `cxfolio openapi` prints, `/api/openapi.json` serves and `openapi/openapi.json` keeps.

pub mod shape;
pub mod tables;
pub mod dossier_schemas;
pub mod history_schemas;
pub mod access_schemas;
pub mod import_schemas;
pub mod schemas;
pub mod operation;
pub mod item_paths;
pub mod dossier_paths;
pub mod run_paths;
pub mod office_paths;

use operation::Operation;
use serde_json::{Map, Value, json};

/// What stands at the head.
const DESCRIPTION: &str = "\
Which customer-experience technology to fund. Dossiers are kept with every revision; runs compute on a revision: the same
revision, request and version give the same bytes.

**Amounts** are decimal strings in the currency of the dossier, which stands beside them. Shares, rates and ratios are JSON
numbers and fractions: 0.09 is 9 %. What does not exist is null.

**Writes** into what is there state what they replace: `If-Match` with the ETag that was read (412 when it changed since, 428
`precondition_required` without). `If-Match: *` states \"whatever is there now\" (RFC 9110, 13.1.1): so a tool that owns its rows
merges them by `external_id` without reading first. The ETag of a dossier is that of rows merged into it, of a restoration and
of its bundle. Something new by its address needs no condition, or `If-None-Match: *`; a run, an import or a key that is asked
for writes into nothing, and the acceptance of an import is held against the revision that was shown. `Idempotency-Key` makes a
POST happen once; its answer is kept for days.

**Long work** is a job: a run that takes longer than the service waits (`Prefer: respond-async`, `Prefer: wait=1`) is answered
with 202 and the address of its job, which tells its best plan so far with its bound, by polling or by server-sent events.

**Faults** are problem details (RFC 9457), in English or French by `Accept-Language`, every fault at once with its JSON pointer.
Unknown fields of items are kept under `extensions`.

**Changes of this interface**: within /api/v1 fields and addresses are added, never renamed or taken away. What is to go is
marked `deprecated` here and tells its last day in the headers `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), at least 180
days ahead.";

/// The document as text, the same bytes each time.
pub fn text() -> String {
    serde_json::to_string_pretty(&value()).expect("a value can be written") + "\n"
}

/// The document.
pub fn value() -> Value {
    let mut paths = Map::new();
    for operation in operations() {
        let path = paths.entry(operation.path.clone()).or_insert_with(|| json!({}));
        let method = operation.method;
        path[method] = operation.value();
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "cxfolio",
            "version": env!("CARGO_PKG_VERSION"),
            "description": DESCRIPTION,
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "this service"}],
        "tags": [
            {"name": "dossiers", "description": "Everything that one decision rests on, as a whole."},
            {"name": "items", "description": "The rows of a dossier, table by table."},
            {"name": "revisions", "description": "Every state a dossier had."},
            {"name": "runs", "description": "What is computed on a revision."},
            {"name": "jobs", "description": "Work under way."},
            {"name": "imports", "description": "Finance files of any shape."},
            {"name": "models", "description": "What the method assumes, as data."},
            {"name": "access", "description": "Keys, roles and the audit log."},
            {"name": "health", "description": "Whether the service lives and can work."},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas::all(),
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "An API key (cxk_...) or a token of the OIDC issuer."},
            },
        },
        "security": [{"key": []}, {}],
    })
}

/// Every operation, in the order of the document.
pub fn operations() -> Vec<Operation> {
    let mut all = dossier_paths::operations();
    all.extend(run_paths::operations());
    all.extend(item_paths::operations());
    all.extend(office_paths::operations());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_a_name_of_its_own() {
        let names: Vec<String> = operations().into_iter().map(|operation| operation.name).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(names.len(), distinct.len());
        assert!(100 < names.len());
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let told = value();
        let text = told.to_string();
        let schemas = told["components"]["schemas"].as_object().expect("schemas");
        for part in text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap_or_default();
            assert!(schemas.contains_key(name), "{name}");
        }
    }
}
