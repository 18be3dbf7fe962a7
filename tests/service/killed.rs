//! The service is killed in the middle of writes and imports, again and again: what was acknowledged is there, whole.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::running::{Running, samples};

/// How often it is killed.
const TIMES: u64 = 100;
/// Rows of one import; they come together or not at all.
const ROWS: usize = 20;

/// What was acknowledged so far.
#[derive(Default)]
struct Acknowledged {
    items: Vec<String>,
    imports: Vec<String>,
}

#[test]
fn every_acknowledged_write_is_there_and_no_half_import() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Running::start(folder.path(), &[]);
    first.keep("bank", "banque-horizon");
    drop(first);
    let known = Mutex::new(Acknowledged::default());
    for round in 0..TIMES {
        let service = Running::start(folder.path(), &["--rate-per-second", "0"]);
        check(&service, &known.lock().expect("no panic"));
        thread::scope(|scope| {
            let (service, known) = (&service, &known);
            // A row that is written overtakes an import, so most rounds have one or the other.
            if round % 2 == 0 || round % 5 == 0 {
                scope.spawn(move || write_items(service, round, known));
            }
            if round % 2 == 1 || round % 5 == 0 {
                scope.spawn(move || import_files(service, round, known));
            }
            // From before the first answer to well after it.
            thread::sleep(Duration::from_millis(20 + round % 40 * 3));
            let pid = service.process();
            let killed = std::process::Command::new("kill").args(["-9", &pid.to_string()]).status();
            assert!(killed.expect("kill runs").success());
        });
    }
    let service = Running::start(folder.path(), &[]);
    let known = known.into_inner().expect("no panic");
    check(&service, &known);
    assert!(TIMES / 2 < known.items.len() as u64, "only {} writes were acknowledged", known.items.len());
    assert!(!known.imports.is_empty(), "no import was acknowledged");
}

/// Rows one after another, until nobody answers.
fn write_items(service: &Running, round: u64, known: &Mutex<Acknowledged>) {
    for number in 0.. {
        let id = format!("W{round}-{number}");
        let body = json!({"name_en": id}).to_string();
        let path = format!("/dossiers/bank/capabilities/{id}");
        match service.try_send("PUT", &path, &[("if-none-match", "*")], Some(body)) {
            Ok(told) if told.status == 201 => known.lock().expect("no panic").items.push(id),
            Ok(told) => panic!("{}: {}", told.status, told.text),
            Err(_) => return,
        }
    }
}

/// Files of many rows, until nobody answers.
fn import_files(service: &Running, round: u64, known: &Mutex<Acknowledged>) {
    for number in 0.. {
        let id = format!("I{round}-{number}");
        let mut rows = "id,name_en,name_fr,day_rate_eur,capacity_days_y0\n".to_string();
        for row in 0..ROWS {
            rows += &format!("{id}-{row},{id}-{row},{id}-{row},500,10\n");
        }
        let fields = [("acceptance", "all_or_nothing"), ("table", "roles")];
        match service.import(
            "bank",
            ("roles.csv", &rows),
            &fields,
            &[("prefer", "wait=20"), ("if-match", "*")],
        ) {
            Ok(told) if told.body["result"]["ending"] == "accepted" => {
                known.lock().expect("no panic").imports.push(id);
            }
            // Overtaken by a row that was written meanwhile.
            Ok(told) if told.status == 412 => {}
            Ok(told) => panic!("{}: {}", told.status, told.text),
            Err(_) => return,
        }
    }
}

fn check(service: &Running, known: &Acknowledged) {
    let bundle = service.get("/dossiers/bank/bundle").body;
    let ids = |table: &str| -> Vec<String> {
        let rows = bundle[table].as_array().cloned().unwrap_or_default();
        rows.iter().filter_map(|row| row["id"].as_str().map(str::to_string)).collect()
    };
    let (items, rows) = (ids("capabilities"), ids("roles"));
    for id in &known.items {
        assert!(items.contains(id), "{id} was acknowledged and is gone");
    }
    let count = |id: &str| rows.iter().filter(|row| row.starts_with(&format!("{id}-"))).count();
    for id in &known.imports {
        assert_eq!(count(id), ROWS, "{id} was acknowledged and is not whole");
    }
    for row in rows.iter().filter(|row| row.starts_with('I')) {
        let id = row.rsplit_once('-').map_or(row.as_str(), |(id, _)| id);
        assert_eq!(count(id), ROWS, "{id} is not whole");
    }
}

#[test]
fn a_copy_of_a_running_service_can_be_put_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    service.keep("bank", "banque-horizon");
    let copy = folder.path().join("copy.db");
    let command = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cxfolio"));
        let told =
            command.args(arguments).arg(&copy).arg("--data").arg(folder.path()).output().expect("it runs");
        assert!(told.status.success(), "{told:?}");
    };
    let before = service.get("/dossiers/bank/bundle").text;
    command(&["backup"]);
    let tag = service.get("/dossiers/bank").etag();
    service.send("DELETE", "/dossiers/bank", &[("if-match", &tag)], None);
    assert_eq!(service.get("/dossiers/bank").status, 404);
    command(&["restore"]);
    assert_eq!(service.get("/dossiers/bank/bundle").text, before);
    assert!(samples().is_dir());
}
