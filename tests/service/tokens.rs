//! Bearer tokens of an issuer: which are let in, and as whom.

use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use crate::listener::listen;
use crate::running::Running;

const NAME: &str = "key-1";

fn signing(pem: &str) -> EncodingKey {
    EncodingKey::from_rsa_pem(pem.as_bytes()).expect("a key")
}

/// An issuer with one key: its address, and the key it signs with.
fn issuer() -> (String, EncodingKey) {
    let own = signing(include_str!("keys/issuer.pem"));
    let mut public = Jwk::from_encoding_key(&own, Algorithm::RS256).expect("its public half");
    public.common.key_id = Some(NAME.to_string());
    let keys = serde_json::to_string(&JwkSet { keys: vec![public] }).expect("JSON");
    let (address, _) = listen(move |call| match call.path.as_str() {
        "/.well-known/openid-configuration" => {
            let issuer = format!("http://{}", call.header("host"));
            let told = json!({"issuer": issuer, "jwks_uri": format!("{issuer}/keys")});
            ("200 OK", told.to_string())
        }
        "/keys" => ("200 OK", keys.clone()),
        _ => ("404 Not Found", String::new()),
    });
    (format!("http://{address}"), own)
}

fn now() -> i64 {
    chrono::Utc::now().timestamp()
}

fn token(key: &EncodingKey, claims: &Value) -> String {
    let header = Header { kid: Some(NAME.to_string()), ..Header::new(Algorithm::RS256) };
    encode(&header, claims, key).expect("a token")
}

#[test]
fn a_token_of_the_issuer_for_this_service_is_let_in_and_no_other() {
    let (address, own) = issuer();
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = ["--oidc-issuer", &address, "--oidc-audience", "cxfolio", "--oidc-admins", "ada"];
    let service = Running::start(folder.path(), &arguments);
    let get = |token: &str| {
        let header = format!("Bearer {token}");
        service.send("GET", "/dossiers", &[("authorization", &header)], None)
    };
    let claims =
        |subject: &str| json!({"iss": address, "aud": "cxfolio", "sub": subject, "exp": now() + 600});
    let good = token(&own, &claims("ada"));
    assert_eq!(get(&good).status, 200);
    assert_eq!(service.get("/dossiers").status, 401, "an issuer is set, so nobody is let in without a token");

    let changed = |name: &str, to: Value| {
        let mut claims = claims("ada");
        claims[name] = to;
        token(&own, &claims)
    };
    let without = |name: &str| {
        let mut claims = claims("ada");
        claims.as_object_mut().expect("claims").remove(name);
        token(&own, &claims)
    };
    let stranger = signing(include_str!("keys/stranger.pem"));
    // Signed with the public half as if it were a shared secret, and not signed at all.
    let header = Header { kid: Some(NAME.to_string()), ..Header::new(Algorithm::HS256) };
    let confused = encode(&header, &claims("ada"), &EncodingKey::from_secret(b"public")).expect("a token");
    let (_, rest) = good.split_once('.').expect("three parts");
    let (body, _) = rest.split_once('.').expect("three parts");
    // {"alg":"none","kid":"key-1"}
    let unsigned = format!("eyJhbGciOiJub25lIiwia2lkIjoia2V5LTEifQ.{body}.");
    let unknown = Header { kid: Some("key-2".to_string()), ..Header::new(Algorithm::RS256) };
    let unknown = encode(&unknown, &claims("ada"), &own).expect("a token");
    for (what, token) in [
        ("another issuer", changed("iss", json!("https://evil.example"))),
        ("for another service", changed("aud", json!("payroll"))),
        ("expired", changed("exp", json!(now() - 3600))),
        ("not yet", changed("nbf", json!(now() + 3600))),
        ("no end", without("exp")),
        ("of nobody", without("sub")),
        ("for nobody", without("aud")),
        ("signed by another key", token(&stranger, &claims("ada"))),
        ("another algorithm", confused),
        ("unsigned", unsigned),
        ("an unknown key", unknown),
        ("no token", "cxk_nothing".to_string()),
    ] {
        let told = get(&token);
        assert_eq!((told.status, told.code()), (401, "unauthenticated"), "{what}");
    }
}

#[test]
fn a_subject_sees_what_it_was_given_and_the_log_names_it() {
    let (address, own) = issuer();
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = ["--oidc-issuer", &address, "--oidc-admins", "ada"];
    let service = Running::start(folder.path(), &arguments);
    let bearer = |subject: &str| {
        let claims = json!({"iss": address, "aud": "cxfolio", "sub": subject, "exp": now() + 600});
        format!("Bearer {}", token(&own, &claims))
    };
    let (ada, bob) = (bearer("ada"), bearer("bob"));
    let call = |method: &str, path: &str, who: &str, body: Option<&Value>| {
        service.send(method, path, &[("authorization", who)], body)
    };
    let bundle = json!({"workspace": {"currency": "EUR"}});
    assert_eq!(call("PUT", "/dossiers/small/bundle", &ada, Some(&bundle)).status, 201);
    assert_eq!(call("GET", "/dossiers/small", &bob, None).status, 404, "bob was given nothing");
    let grant = call("PUT", "/dossiers/small/grants/oidc:bob", &ada, Some(&json!({"role": "viewer"})));
    assert!((200..300).contains(&grant.status), "{}", grant.text);
    assert_eq!(call("GET", "/dossiers/small", &bob, None).status, 200);
    assert_eq!(call("DELETE", "/dossiers/small", &bob, None).status, 403);
    let log = call("GET", "/dossiers/small/audit", &ada, None).body;
    let actors: Vec<&str> =
        log["items"].as_array().expect("lines").iter().filter_map(|line| line["actor"].as_str()).collect();
    assert!(!actors.is_empty() && actors.iter().all(|actor| actor.ends_with("ada")), "{actors:?}");
}

#[test]
fn an_issuer_that_fails_lets_nobody_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = signing(include_str!("keys/issuer.pem"));
    let (address, _) = listen(|_| ("500 Internal Server Error", String::new()));
    let address = format!("http://{address}");
    let service = Running::start(folder.path(), &["--oidc-issuer", &address]);
    let claims = json!({"iss": address, "aud": "cxfolio", "sub": "ada", "exp": now() + 600});
    let header = format!("Bearer {}", token(&own, &claims));
    let told = service.send("GET", "/dossiers", &[("authorization", &header)], None);
    assert_eq!((told.status, told.code()), (401, "unauthenticated"));
    assert_eq!(service.get("/dossiers").status, 401);
}
