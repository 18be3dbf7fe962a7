//! The program as a user meets it: exit codes, help, failures as documents, spoiled dossiers, a closed pipe.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

#[path = "command_line/help.rs"]
mod help;
#[path = "command_line/kept.rs"]
mod kept;
#[path = "command_line/plan.rs"]
mod plan;
#[path = "command_line/sentences.rs"]
mod sentences;
#[path = "command_line/unjudged.rs"]
mod unjudged;
#[path = "command_line/replanned.rs"]
mod replanned;

fn bank() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon")
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cxfolio"))
}

/// Runs a line of words; `BANK` stands for the folder of the sample bank.
fn run(line: &str) -> Output {
    run_on(line, &bank())
}

fn run_on(line: &str, dossier: &Path) -> Output {
    let mut program = program();
    for word in line.split_whitespace() {
        if word == "BANK" {
            program.arg(dossier);
        } else {
            program.arg(word);
        }
    }
    program.output().expect("the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn assert_exit(line: &str, code: i32) -> Output {
    let output = run(line);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{line}: {said}");
    assert!(!said.contains("panicked"), "{line}: {said}");
    output
}

#[test]
fn every_ending_has_its_code() {
    assert_exit("check BANK", 0);
    assert_exit("check BANK --strict", 3);
    assert_exit("appraise BANK", 0);
    assert_exit("choose BANK --value additive", 0);
    assert_exit("finance npv --flows -100,121 --rate 10%", 0);
    assert_exit("--help", 0);
    assert_exit("--version", 0);
    assert_exit("", 2);
    assert_exit("chose BANK", 2);
    assert_exit("choose", 2);
    assert_exit("choose BANK --value both", 2);
    assert_exit("choose BANK --lang de", 2);
    assert_exit("finance npv --flows -100,oops --rate 10%", 2);
    assert_exit("check nowhere-at-all", 4);
    assert_exit("choose BANK --scenario S-NONE", 4);
    assert_exit("choose BANK --model no-such-model", 4);
    assert_exit("appraise BANK --investment B99", 4);
    assert_exit("choose BANK --force-in B99", 4);
    assert_exit("choose BANK --force-in B10:huge", 4);
    assert_exit("choose BANK --scenario S-INFEAS-BUDGET", 5);
    assert_exit("choose BANK --force-in B10=asked --force-out B10=refused", 5);
}

#[test]
fn what_is_unknown_is_named_with_what_is_known() {
    let said = text(&assert_exit("choose BANK --scenario S-NONE --lang en", 4).stderr);
    assert!(said.contains("S-NONE") && said.contains("S-CUT20"), "{said}");
    let said = text(&assert_exit("appraise BANK --investment B99 --lang fr", 4).stderr);
    assert!(said.contains("B99") && said.contains("investissement"), "{said}");
}

#[test]
fn no_plan_names_the_rules_in_conflict() {
    let document = json(&assert_exit("choose BANK --scenario S-INFEAS-ROLE --json", 5));
    assert_eq!(document["status"], "infeasible");
    assert_eq!(document["conflict"], serde_json::json!(["role:R7:y0", "mandatory:B27"]));
    assert_eq!(document["portfolio"], serde_json::json!([]));
    assert_eq!(document["npv"], Value::Null);
    let said = text(&assert_exit("choose BANK --scenario S-INFEAS-ROLE --lang en", 5).stdout);
    assert!(said.contains("B27") && said.contains("R7"), "{said}");
}

#[test]
fn limits_out_of_range_are_refused() {
    for options in [
        "--gap nan",
        "--gap 2",
        "--gap -0.1",
        "--gap inf",
        "--time-limit -1",
        "--time-limit 0",
        "--time-limit nan",
    ] {
        for command in ["choose", "report"] {
            let said = text(&assert_exit(&format!("{command} BANK {options}"), 2).stderr);
            assert!(said.contains("like"), "{options}: {said}");
        }
    }
}

#[test]
fn a_rate_of_nine_is_answered_with_a_warning_beside() {
    let output = assert_exit("finance npv --flows -100,1000 --rate 9 --json", 0);
    assert_eq!(text(&output.stdout), "{\"npv\":\"0\"}\n");
    assert!(text(&output.stderr).contains("--rate 9 is 900 %"), "{}", text(&output.stderr));
    assert_eq!(text(&assert_exit("finance npv --flows -100,1000 --rate 9%", 0).stderr), "");
}

/// Reading one byte and going away must not look like a fault of the program.
#[test]
fn a_closed_pipe_is_no_fault() {
    for arguments in [&["appraise", "--json"][..], &["check"], &["choose"]] {
        let mut child = program()
            .args(arguments)
            .arg(bank())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let mut first = [0; 1];
        child.stdout.take().expect("a pipe").read_exact(&mut first).expect("one byte");
        let output = child.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
    }
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
}

#[test]
fn a_failure_is_a_document_too() {
    let document = json(&assert_exit("choose BANK --scenario S-NONE --json --lang en", 4));
    assert!(document["error"].as_str().is_some_and(|sentence| sentence.contains("S-NONE")));
    assert_eq!(document["findings"], serde_json::json!([]));
}

/// The bank with one text replaced in one table, or the whole table taken away.
fn spoil(folder: &Path, table: &str, from: &str, to: &str) {
    let path = folder.join(table);
    let before = fs::read_to_string(&path).expect("a table");
    assert!(before.contains(from), "{table} has no {from}");
    fs::write(&path, before.replacen(from, to, 1)).expect("a table");
}

fn copied_bank() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(bank()).expect("the bank") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_file() && name != "bundle.json" {
            fs::copy(&path, folder.path().join(name)).expect("a copy");
        }
    }
    folder
}

fn spoiled_bank() -> tempfile::TempDir {
    let folder = copied_bank();
    let at = folder.path();
    fs::remove_file(at.join("roles.csv")).expect("a table");
    spoil(at, "cost_lines.csv", "high_multiplier", "highest_multiplier");
    spoil(at, "dependencies.csv", "B19,requires,B26,,", "B19,requires,B26,,\nB26,requires,B19,,");
    let edges = fs::read_to_string(at.join("ecosystem_edges.csv")).expect("a table");
    let end = edges.lines().nth(1).and_then(|row| row.split(',').nth(1)).expect("an edge").to_string();
    spoil(at, "ecosystem_edges.csv", &format!(",{end},"), ",N-NOWHERE,");
    spoil(at, "benefit_lines.csv", "LB-ADV,0.4,1.2,2.0,E1", "LB-ADV,1.4,1.2,2.0,E1");
    spoil(at, "personas.csv", ",260000,", ",0,");
    spoil(at, "levers.csv", "LB-AHT,flow,", "LB-AHT,magic,");
    spoil(at, "cost_lines.csv", "2050000", "99999999999999999999999999999999");
    folder
}

#[test]
fn all_faults_of_a_dossier_are_told_together() {
    let folder = spoiled_bank();
    let output = run_on("check BANK --json", folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let document = json(&output);
    let findings = document["findings"].as_array().expect("findings");
    let told: BTreeSet<(&str, &str)> = findings
        .iter()
        .map(|finding| (finding["code"].as_str().expect("a code"), finding["file"].as_str().expect("a file")))
        .collect();
    for expected in [
        ("table_missing", "roles.csv"),
        ("column_unknown", "cost_lines.csv"),
        ("requires_cycle", "dependencies.csv"),
        ("reference_unknown", "ecosystem_edges.csv"),
        ("tri_not_ordered", "benefit_lines.csv"),
        ("persona_without_customers", "personas.csv"),
        ("choice_invalid", "levers.csv"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
    }
    let too_large = findings.iter().find(|finding| finding["value"] == "99999999999999999999999999999999");
    assert_eq!(too_large.map(|finding| &finding["row"]), Some(&Value::from(2)));
    for finding in findings {
        assert!(finding["message"].as_str().is_some_and(|sentence| !sentence.is_empty()), "{finding}");
    }
}

/// No figure is computed on a dossier with errors, and the refusal lists them all.
#[test]
fn a_spoiled_dossier_is_refused_with_its_findings() {
    let folder = spoiled_bank();
    for line in ["appraise BANK --json", "choose BANK --json"] {
        let output = run_on(line, folder.path());
        assert_eq!(output.status.code(), Some(1), "{line}");
        assert!(!text(&output.stderr).contains("panicked"));
        let document = json(&output);
        assert!(document["error"].is_string());
        assert!(document["findings"].as_array().is_some_and(|findings| findings.len() > 6));
    }
}

#[test]
fn a_lever_without_a_formula_and_a_broken_file_are_findings() {
    let folder = spoiled_bank();
    spoil(folder.path(), "levers.csv", ",215000,", ",,");
    fs::write(folder.path().join("moments.csv"), b"id,journey_id\n\xff\xfe\n").expect("a table");
    fs::write(folder.path().join("variants.csv"), "").expect("a table");
    let output = run_on("check BANK --json", folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let document = json(&output);
    let codes: BTreeSet<&str> = document["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert!(codes.contains("file_empty"), "{codes:?}");
    assert!(codes.contains("encoding_invalid"), "{codes:?}");
    assert!(codes.contains("lever_without_formula"), "{codes:?}");
}
