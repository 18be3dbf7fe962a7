//! Runs and jobs: the bytes of the commands, progress, cancelling, word when they end.

use std::process::Command;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use cxfolio::store::database::Store;

use crate::listener::listen;
use crate::running::{Running, samples};

fn service(arguments: &[&str]) -> (tempfile::TempDir, Running) {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), arguments);
    service.keep("bank", "banque-horizon");
    (folder, service)
}

#[test]
fn a_run_says_what_the_command_says() {
    let (_folder, service) = service(&[]);
    for kind in ["appraise", "score", "choose"] {
        let run = service.post(&format!("/dossiers/bank/runs/{kind}"), &json!({}));
        assert_eq!((run.status, &run.body["state"]), (201, &json!("done")), "{}", run.text);
        let id = run.body["id"].as_str().expect("a name");
        let bytes = service.get(&format!("/dossiers/bank/runs/{id}/result")).text;
        let mut command = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
        let printed =
            command.args([kind, "--json"]).arg(samples().join("banque-horizon/bundle.json")).output();
        let printed = String::from_utf8(printed.expect("the command runs").stdout).expect("text");
        let without = |text: &str| {
            let mut told: Value = serde_json::from_str(text).expect("JSON");
            told["fingerprint"] = Value::Null;
            told
        };
        assert_eq!(without(&bytes), without(&printed), "{kind}");
        let path = format!("/dossiers/bank/runs/{kind}?revision=1");
        let known = service.post(&path, &json!({}));
        assert_eq!((known.status, &known.body["id"]), (200, &run.body["id"]), "the same was computed before");
        let again = service.send("POST", &path, &[("cache-control", "no-cache")], Some(&json!({})));
        assert_eq!(again.status, 201);
        let again = again.body["id"].as_str().expect("a name");
        assert_ne!(again, id);
        let again = service.get(&format!("/dossiers/bank/runs/{again}/result"));
        assert_eq!(again.text, bytes, "the same revision gives the same bytes");
    }
}

#[test]
fn what_was_computed_before_a_change_is_not_told_after_it() {
    let (_folder, service) = service(&[]);
    let ask = || service.post("/dossiers/bank/runs/choose", &json!({}));
    let before = ask();
    let tag = service.get("/dossiers/bank/settings").etag();
    let budgets = json!({"budget_eur": {"y0": "6000000", "y1": "6000000", "y2": "6000000"}});
    let told = service.send("PATCH", "/dossiers/bank/settings", &[("if-match", &tag)], Some(&budgets));
    assert_eq!(told.status, 200, "{}", told.text);
    let after = ask();
    assert_eq!((after.status, &after.body["revision"]), (201, &json!(2)));
    assert_ne!(before.body["result"]["npv"], after.body["result"]["npv"]);
    assert_eq!(ask().status, 200);
}

#[test]
fn a_report_is_a_page_in_the_language_asked_for() {
    let (_folder, service) = service(&["--direct-seconds", "30"]);
    for (language, word) in [("fr", "<html lang=\"fr\""), ("en", "<html lang=\"en\"")] {
        let run = service.post("/dossiers/bank/runs/report", &json!({"language": language}));
        assert_eq!((run.status, &run.body["result"]), (201, &Value::Null), "{}", run.text);
        let id = run.body["id"].as_str().expect("a name");
        let page = service.get(&format!("/dossiers/bank/runs/{id}/result"));
        assert!(page.header("content-type").starts_with("text/html"), "{}", page.header("content-type"));
        assert!(page.text.to_lowercase().contains(word) && page.text.contains("<svg"), "{language}");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    }
}

#[test]
fn what_is_tried_out_changes_nothing_and_is_told_apart() {
    let (_folder, service) = service(&[]);
    let before = service.post("/dossiers/bank/runs/choose", &json!({})).body;
    let sent =
        json!({"what_if": {"budgets": {"y0": "5000000"}}, "locks": [{"investment": "B01", "is_in": true}]});
    let after = service.post("/dossiers/bank/runs/choose", &sent).body;
    assert_eq!(service.get("/dossiers/bank").body["revision"], json!(1));
    let (old, new) = (before["id"].as_str().expect("a name"), after["id"].as_str().expect("a name"));
    let told = service.get(&format!("/dossiers/bank/runs/{new}/comparison?with={old}")).body;
    assert!(told["entered"].as_array().is_some_and(|list| !list.is_empty()), "{told}");
    assert!(told["left"].as_array().is_some_and(|list| !list.is_empty()), "{told}");
    let refused = service.post(
        "/dossiers/bank/runs/choose",
        &json!({"what_if": {"overrides": [
        {"target": "nothing", "field": "x", "operation": "set", "operand": "1"}]}}),
    );
    assert_eq!((refused.status, refused.code()), (422, "change_refused"), "{}", refused.text);
}

#[test]
fn partial_dossiers_are_answered_in_money_with_a_warning() {
    let (_folder, service) = service(&[]);
    let mut bundle = service.get("/dossiers/bank/bundle").body;
    let fields = bundle.as_object_mut().expect("tables");
    let kept =
        ["workspace", "levers", "investments", "variants", "cost_lines", "benefit_lines", "objectives"];
    fields.retain(|name, _| kept.contains(&name.as_str()));
    for lever in fields["levers"].as_array_mut().expect("levers") {
        lever.as_object_mut().expect("a lever").remove("objective_id");
    }
    let put = service.send("PUT", "/dossiers/money/bundle", &[], Some(&bundle));
    assert_eq!(put.status, 201, "{}", put.text);
    let run = service.post("/dossiers/money/runs/choose", &json!({}));
    assert_eq!(run.status, 201, "{}", run.text);
    let result = &run.body["result"];
    assert_eq!(result["status"], json!("optimal"));
    assert_eq!((&result["coverage"], &result["strategy_incomplete"]), (&Value::Null, &json!(true)));
    assert!(result["npv"].as_str().is_some_and(|npv| !npv.starts_with('-')));
}

#[test]
fn one_question_has_one_verdict() {
    let (_folder, service) = service(&["--direct-seconds", "30"]);
    let told = service.send("POST", "/dossiers/bank/investments/B01/verdict", &[], None);
    assert_eq!(told.status, 201, "{}", told.text);
    let verdicts = told.body["result"]["investments"].as_array().expect("verdicts");
    assert_eq!(verdicts.len(), 1);
    assert!(verdicts[0]["verdict"].is_string() && verdicts[0]["text_fr"].is_string());
}

#[test]
fn a_job_tells_how_far_it_is_and_ends_when_asked() {
    let (_folder, service) = service(&[]);
    let job = service.send("POST", "/dossiers/bank/runs/explain", &[("prefer", "respond-async")], None);
    assert_eq!((job.status, job.header("preference-applied")), (202, "respond-async"));
    let path = job.header("location").to_string();
    let cancelled = service.send("POST", &format!("{path}/cancellation"), &[], None);
    assert_eq!(cancelled.status, 200);
    let events = service.get(&format!("{path}/events")).text;
    let last = events.lines().filter_map(|line| line.strip_prefix("data: ")).next_back().expect("an event");
    let last: Value = serde_json::from_str(last).expect("a job");
    let log = service.get("/dossiers/bank/audit").body["items"].clone();
    let told = |line: &Value| (line["action"].clone(), line["subject"].clone(), line["note"].clone());
    assert_eq!(told(&log[0]), (json!("job_cancelled"), job.body["id"].clone(), json!("explain")));
    assert_eq!(told(&log[1]), (json!("run_asked"), job.body["id"].clone(), json!("explain")));
    let state = service.get(&path).body["state"].clone();
    assert_eq!((&last["id"], &state), (&job.body["id"], &json!("cancelled")), "{events}");
}

#[test]
fn a_long_run_that_is_cancelled_keeps_what_was_answered() {
    let (_folder, service) = service(&[]);
    let job = service.send("POST", "/dossiers/bank/runs/explain", &[("prefer", "respond-async")], None);
    let path = job.header("location").to_string();
    let questions = || service.get(&path).body["progress"]["step"].as_u64().unwrap_or_default();
    while questions() < 2 {
        std::thread::sleep(Duration::from_millis(20));
    }
    service.send("POST", &format!("{path}/cancellation"), &[], None);
    service.get(&format!("{path}/events"));
    assert_eq!(service.get(&path).body["state"], json!("cancelled"));
    let run = format!("/dossiers/bank/runs/{}", job.body["id"].as_str().expect("a name"));
    let result = service.get(&format!("{run}/result"));
    assert_eq!((result.status, &result.body["is_partial"]), (200, &json!(true)), "{}", result.text);
    assert!(result.body["portfolio"].as_array().is_some_and(|plan| !plan.is_empty()));
    assert_eq!(service.get(&run).body["result"], result.body);
    // Half an answer is never given for a whole one.
    let again = service.send("POST", "/dossiers/bank/runs/explain", &[("prefer", "respond-async")], None);
    assert_eq!(again.status, 202, "{}", again.text);
    assert_ne!(again.body["id"], job.body["id"]);
}

#[test]
fn a_result_that_was_removed_is_gone_and_computed_again_when_it_is_asked_for() {
    let (folder, service) = service(&["--direct-seconds", "30"]);
    let run = service.post("/dossiers/bank/runs/choose", &json!({}));
    let path = format!("/dossiers/bank/runs/{}", run.body["id"].as_str().expect("a name"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(folder.path()).await.expect("the database");
        let mut change = store.change().await.expect("a change");
        assert_eq!(change.forget_results_before("9999").await.expect("a result removed"), 1);
        change.commit().await.expect("a commit");
    });
    let gone = service.get(&format!("{path}/result"));
    assert_eq!((gone.status, gone.code()), (410, "gone"), "{}", gone.text);
    let told = service.get(&path);
    assert_eq!((told.status, &told.body["result"]), (200, &Value::Null));
    assert_eq!(told.body["fingerprint"], run.body["fingerprint"]);
    let again = service.post("/dossiers/bank/runs/choose", &json!({}));
    assert_eq!((again.status, &again.body["result"]), (201, &run.body["result"]), "{}", again.text);
}

#[test]
fn jobs_survive_a_crash() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Running::start(folder.path(), &["--workers", "1"]);
    first.keep("bank", "banque-horizon");
    let ask = || {
        let told = first.send("POST", "/dossiers/bank/runs/explain", &[("prefer", "respond-async")], None);
        told.header("location").to_string()
    };
    let jobs = [ask(), ask()];
    first.kill();
    let second = Running::start(folder.path(), &[]);
    for job in jobs {
        let events = second.get(&format!("{job}/events"));
        assert_eq!(events.status, 200);
        let told = second.get(&job).body;
        assert_eq!(told["state"], json!("done"), "{told}");
    }
}

#[test]
fn word_is_sent_signed_until_it_arrives() {
    let (_folder, service) = service(&["--webhook-hosts", "127.0.0.1"]);
    // The first time the receiver is out of order.
    let mut answers = ["500 Internal Server Error", "204 No Content"].into_iter().cycle();
    let (hook, receiver) = listen(move |_| (answers.next().expect("endless"), String::new()));
    let secret = service.get("/webhook-secret").body["secret"].as_str().expect("a secret").to_string();
    let hook = format!("http%3A%2F%2F{}%2Fhook", hook.replace(':', "%3A"));
    let run = service.post(&format!("/dossiers/bank/runs/check?webhook={hook}"), &json!({}));
    assert_eq!(run.status, 201, "{}", run.text);
    for _ in 0..2 {
        let call = receiver.recv_timeout(Duration::from_secs(60)).expect("word");
        let body = String::from_utf8_lossy(&call.body).into_owned();
        let (stamp, stated) = call.header("cxfolio-signature").split_once(",v1=").expect("a signature");
        let mut hash = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
        hash.update(format!("{}.{body}", stamp.trim_start_matches("t=")).as_bytes());
        let expected: String =
            hash.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(stated, expected);
        let told: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!((&told["job"], &told["state"]), (&run.body["id"], &json!("done")));
    }
    let inward =
        service.post("/dossiers/bank/runs/check?webhook=http%3A%2F%2F169.254.169.254%2F", &json!({}));
    assert_eq!((inward.status, &inward.body["errors"][0]["code"]), (400, &json!("webhook_refused")));
}

#[test]
fn an_import_is_shown_and_then_written_as_one_revision() {
    let (_folder, service) = service(&["--direct-seconds", "30"]);
    let csv = std::fs::read(samples().join("imports/fr_gains_avec_erreurs.csv")).expect("a file");
    let text = String::from_utf8(csv).expect("the file is UTF-8");
    let told = service.import("bank", ("gains.csv", &text), &[], &[]).expect("an answer");
    let import = told.body;
    assert_eq!((told.status, &import["result"]["ending"]), (201, &json!("preview")), "{}", told.text);
    assert_eq!(
        (&import["has_refused_rows"], &service.get("/dossiers/bank").body["revision"]),
        (&json!(true), &json!(1))
    );
    let path = format!("/dossiers/bank/imports/{}", import["id"].as_str().expect("a name"));
    assert!(service.get(&format!("{path}/refused-rows")).text.lines().count() > 1);
    assert!(service.get(&format!("{path}/mapping")).text.contains("shape"));
    let all = service.post(&format!("{path}/acceptance"), &json!({"acceptance": "all_or_nothing"}));
    assert_eq!(
        (&all.body["result"]["ending"], &service.get("/dossiers/bank").body["revision"]),
        (&json!("refused"), &json!(1))
    );
    let accepted = service.post(&format!("{path}/acceptance"), &json!({"acceptance": "valid_rows"}));
    assert_eq!(accepted.body["result"]["ending"], json!("accepted"), "{}", accepted.text);
    assert_eq!(service.get("/dossiers/bank").body["revision"], json!(2));
    let changes = service.get("/dossiers/bank/revisions/2").body["changes"].clone();
    let tables: Vec<&str> =
        changes.as_array().expect("changes").iter().filter_map(|one| one["table"].as_str()).collect();
    assert!(!tables.is_empty() && tables.iter().all(|table| *table == "benefit_lines"), "{changes}");
}
