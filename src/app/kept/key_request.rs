//! Requests for keys and roles, read field by field.

use serde_json::Value;

use super::caller::Role;
use super::keys::{GRACE, KeyWish};
use super::refusal::Refusal;
use crate::wire::fault::RequestFault;

/// The key that is asked for: `{"name", "role", "dossiers"?, "days"?}`.
pub fn key_of(sent: &Value) -> Result<KeyWish, Refusal> {
    let mut faults = unknown(sent, &["name", "role", "dossiers", "days"]);
    let name = sent["name"].as_str().unwrap_or_default().to_string();
    if !sent["name"].is_string() {
        faults.push(RequestFault::at("/name", "type_invalid", "Expected: a text.", "Attendu : un texte."));
    }
    let role = role_in(sent, &mut faults);
    let mut dossiers = Vec::new();
    match &sent["dossiers"] {
        Value::Null => {}
        Value::Array(items) if items.iter().all(Value::is_string) => {
            dossiers.extend(items.iter().filter_map(Value::as_str).map(str::to_string));
        }
        _ => faults.push(RequestFault::at(
            "/dossiers",
            "type_invalid",
            "Expected: a list of names of dossiers.",
            "Attendu : une liste de noms de dossiers.",
        )),
    }
    let days = whole(sent, "days", &mut faults);
    let role = role.filter(|_| faults.is_empty()).ok_or(Refusal::Invalid(faults))?;
    Ok(KeyWish { name, role, dossiers, days })
}

/// The seconds for which an exchanged key still works: `{"grace_seconds"?}`.
pub fn exchange_of(sent: &Value) -> Result<i64, Refusal> {
    let mut faults = unknown(sent, &["grace_seconds"]);
    let grace = whole(sent, "grace_seconds", &mut faults).unwrap_or(GRACE);
    if faults.is_empty() { Ok(grace) } else { Err(Refusal::Invalid(faults)) }
}

/// The role that is given: `{"role"}`.
pub fn role_of(sent: &Value) -> Result<Role, Refusal> {
    let mut faults = unknown(sent, &["role"]);
    let role = role_in(sent, &mut faults);
    role.filter(|_| faults.is_empty()).ok_or(Refusal::Invalid(faults))
}

fn role_in(sent: &Value, faults: &mut Vec<RequestFault>) -> Option<Role> {
    let role = sent["role"].as_str().and_then(Role::named);
    if role.is_none() {
        faults.push(RequestFault::at(
            "/role",
            "choice_invalid",
            "Expected: viewer, analyst, approver or admin.",
            "Attendu : viewer, analyst, approver ou admin.",
        ));
    }
    role
}

fn whole(sent: &Value, name: &str, faults: &mut Vec<RequestFault>) -> Option<i64> {
    let field = sent.get(name).filter(|field| !field.is_null())?;
    let number = field.as_i64().filter(|number| (0..=1_000_000_000).contains(number));
    if number.is_none() {
        let pointer = format!("/{name}");
        let (en, fr) =
            ("Expected: a whole number, not negative.", "Attendu : un nombre entier, non négatif.");
        faults.push(RequestFault::at(&pointer, "type_invalid", en, fr));
    }
    number
}

fn unknown(sent: &Value, known: &[&str]) -> Vec<RequestFault> {
    let Some(fields) = sent.as_object() else {
        return vec![RequestFault::at("", "type_invalid", "Expected: an object.", "Attendu : un objet.")];
    };
    let others = fields.keys().filter(|name| !known.contains(&name.as_str()));
    let told = others.map(|name| {
        let en = format!("There is no such field; there are: {}.", known.join(", "));
        let fr = format!("Ce champ n'existe pas ; il y a : {}.", known.join(", "));
        RequestFault::at(&format!("/{name}"), "field_unknown", &en, &fr)
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_request_for_a_key_is_read_with_all_its_faults() {
        let wish = key_of(&json!({"name": "jira", "role": "analyst", "dossiers": ["bank"], "days": 90}));
        let wish = wish.expect("all is well");
        assert_eq!((wish.role, wish.dossiers, wish.days), (Role::Analyst, vec!["bank".into()], Some(90)));
        let refusal = key_of(&json!({"role": "boss", "days": -1, "colour": 1})).expect_err("four faults");
        let pointers: Vec<&str> = refusal.faults().iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/colour", "/name", "/role", "/days"]);
    }
}
