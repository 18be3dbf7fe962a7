//! Many callers at once: no update is lost, nothing is done twice.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use proptest::prelude::*;
use serde_json::json;

use crate::running::Running;

const P1: &str = "/dossiers/bank/personas/P1";

fn bank() -> (tempfile::TempDir, Running) {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--rate-per-second", "0"]);
    service.keep("bank", "banque-horizon");
    (folder, service)
}

/// Adds 1 to the customers of P1, as often as it takes.
fn add_one(service: &Running, tries: &AtomicU64) {
    loop {
        let seen = service.get(P1);
        let customers = seen.body["customers"].as_u64().expect("a count");
        tries.fetch_add(1, Ordering::Relaxed);
        let body = json!({"customers": customers + 1});
        let told = service.send("PATCH", P1, &[("if-match", &seen.etag())], Some(&body));
        match told.status {
            200 => return,
            412 => {}
            other => panic!("{other}: {}", told.text),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn no_update_is_lost(callers in 2_usize..9, rounds in 1_usize..5) {
        let (_folder, service) = bank();
        let before = service.get(P1).body["customers"].as_u64().expect("a count");
        let tries = AtomicU64::new(0);
        thread::scope(|scope| {
            for _ in 0..callers {
                scope.spawn(|| (0..rounds).for_each(|_| add_one(&service, &tries)));
            }
        });
        let done = (callers * rounds) as u64;
        prop_assert_eq!(service.get(P1).body["customers"].as_u64(), Some(before + done));
        prop_assert_eq!(service.get("/dossiers/bank").body["revision"].as_u64(), Some(1 + done));
        prop_assert!(done <= tries.load(Ordering::Relaxed));
    }

    #[test]
    fn the_same_request_is_done_once(callers in 2_usize..9, keys in 1_usize..4) {
        let (_folder, service) = bank();
        let answers: Vec<(usize, String)> = thread::scope(|scope| {
            let asked: Vec<_> = (0..callers * keys)
                .map(|number| {
                    let service = &service;
                    scope.spawn(move || {
                        let key = number % keys;
                        let body = json!({"items": [{"investment_id": "B01", "risk_en": format!("risk {key}")}]});
                        let headers = [("idempotency-key", format!("key-{key}")), ("if-match", "*".to_string())];
                        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, k)| (*n, k.as_str())).collect();
                        let told = service.send("POST", "/dossiers/bank/risks", &headers, Some(&body));
                        assert_eq!(told.status, 200, "{}", told.text);
                        (key, told.text)
                    })
                })
                .collect();
            asked.into_iter().map(|asked| asked.join().expect("an answer")).collect()
        });
        for key in 0..keys {
            let of_key: Vec<&String> = answers.iter().filter(|(of, _)| *of == key).map(|(_, text)| text).collect();
            prop_assert!(of_key.windows(2).all(|pair| pair[0] == pair[1]));
        }
        prop_assert_eq!(service.get("/dossiers/bank").body["revision"].as_u64(), Some(1 + keys as u64));
        let other = service.send(
            "POST",
            "/dossiers/bank/risks",
            &[("idempotency-key", "key-0"), ("if-match", "*")],
            Some(&json!({"items": [{"investment_id": "B02", "risk_en": "another"}]})),
        );
        prop_assert_eq!((other.status, other.code()), (422, "idempotency_key_reused"));
    }
}

#[test]
fn a_run_asked_for_twice_is_one_run() {
    let (_folder, service) = bank();
    let ask = || {
        let headers = [("idempotency-key", "run-1")];
        service.send("POST", "/dossiers/bank/runs/check", &headers, Some(&json!({})))
    };
    let (first, second) = (ask(), ask());
    assert_eq!((first.status, second.status), (201, 201));
    assert_eq!(first.body["id"], second.body["id"]);
    assert_eq!(second.header("idempotency-replayed"), "true");
}
