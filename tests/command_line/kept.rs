//! Commands on what a service keeps: each trouble is one sentence that names the file and says what to do.

use std::fs;
use std::path::Path;

use crate::{run, text};

/// How a line ends, and what it said.
fn said(line: &str) -> (Option<i32>, String) {
    let output = run(line);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn what_only_looks_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("nothing");
    for line in ["keys list", "keys revoke ab12", "keys exchange ab12", "backup copy.db"] {
        let (code, said) = said(&format!("{line} --data {}", data.display()));
        assert_eq!(code, Some(4), "{line}: {said}");
        assert!(
            said.starts_with(&format!("No service keeps anything in {}: ", data.display())),
            "{line}: {said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(!data.exists() && !Path::new("copy.db").exists(), "{line}");
    }
}

#[test]
fn copies_name_the_file_that_is_in_the_way_or_missing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy.db"));
    let (data, copy) = (data.display().to_string(), copy.display().to_string());
    assert_eq!(said(&format!("keys add --name jira --role analyst --dossier bank --data {data}")).0, Some(0));
    assert_eq!(said(&format!("backup {copy} --data {data}")).0, Some(0));
    let (code, again) = said(&format!("backup {copy} --data {data}"));
    assert_eq!(
        (code, again.starts_with(&format!("{copy} is there already and stays as it is"))),
        (Some(4), true),
        "{again}"
    );
    let (code, nowhere) = said(&format!("backup {data}/none/copy.db --data {data}"));
    assert_eq!(
        (code, nowhere.starts_with(&format!("There is no folder {data}/none: "))),
        (Some(4), true),
        "{nowhere}"
    );
    let (code, none) = said(&format!("restore {copy}x --data {data}"));
    assert_eq!((code, none.starts_with(&format!("There is no file {copy}x: "))), (Some(4), true), "{none}");
    fs::write(&copy, "no database at all, but long enough to be looked at").expect("written");
    let (code, other) = said(&format!("restore {copy} --data {data}"));
    assert_eq!(
        (code, other.starts_with(&format!("{copy} cannot be restored: "))),
        (Some(4), true),
        "{other}"
    );
    assert!(!other.contains("database failed"), "{other}");
}

#[test]
fn keys_are_a_table_with_headings_and_roles() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    for key in ["jira --role analyst --dossier bank", "office --role admin"] {
        assert_eq!(said(&format!("keys add --name {key} --data {data}")).0, Some(0));
    }
    let (_, listed) = said(&format!("keys list --data {data}"));
    let heading: Vec<&str> = listed.lines().next().expect("headings").split_whitespace().collect();
    assert_eq!(heading, ["key", "name", "roles", "ends", "state"]);
    let has = |words: &str| {
        listed.lines().any(|line| line.split_whitespace().collect::<Vec<_>>().join(" ").contains(words))
    };
    assert!(has("jira analyst on bank - works") && has("office admin - works"), "{listed}");
}
