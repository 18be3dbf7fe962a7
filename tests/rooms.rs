//! The rooms of `src/` and the doors between them: a room may name only rooms listed above it, so a circle cannot even be written down.

#[path = "source/paths.rs"]
mod paths;
mod source;

use paths::{NamedPath, declared_modules, paths_in, words};
use source::{code_of, inline_tests};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in reading order, each with the rooms it may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("quantity", &[]),
    ("domain", &["quantity"]),
    ("wire", &["quantity", "domain"]),
    ("source", &["quantity", "domain"]),
    ("ingest", &["quantity", "domain", "wire"]),
    ("intake", &["quantity", "domain", "wire", "source", "ingest"]),
    ("finance", &["quantity"]),
    ("experience", &["quantity", "domain"]),
    ("check", &["quantity", "domain", "experience"]),
    ("case", &["quantity", "domain", "finance", "experience"]),
    ("score", &["quantity", "domain", "experience", "case"]),
    ("optimize", &["quantity", "domain", "experience", "case", "score"]),
    ("report", &["quantity", "domain", "finance", "experience", "case", "score", "optimize"]),
    ("config", &["domain"]),
    ("store", &[]),
    (
        "app",
        &[
            "store",
            "quantity",
            "domain",
            "wire",
            "source",
            "ingest",
            "intake",
            "finance",
            "experience",
            "check",
            "case",
            "score",
            "optimize",
            "report",
        ],
    ),
    ("web", &[]),
    ("http", &["domain", "wire", "report", "config", "app", "web"]),
    ("cli", &["quantity", "domain", "report", "config", "app", "http"]),
];

/// Where code may be asynchronous; the engine is not.
const ASYNC: &[&str] = &["store/", "app/kept/", "http/"];

/// Outside crates, and parts of the standard library, that may be named only under the places given.
const GUESTS: &[(&str, &[&str])] = &[
    ("serde", &["wire/", "ingest/", "intake/", "report/", "config/", "http/"]),
    ("serde_json", &["wire/", "ingest/", "intake/", "report/", "app/kept/", "http/"]),
    ("csv", &["source/", "ingest/", "intake/", "report/"]),
    ("csv_nose", &["source/"]),
    ("encoding_rs", &["source/"]),
    ("calamine", &["source/workbook.rs"]),
    ("zip", &["source/package.rs"]),
    ("toml", &["intake/", "config/"]),
    ("rust_xlsxwriter", &["report/"]),
    ("clap", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("mimalloc", &["main.rs"]),
    ("good_lp", &["optimize/highs.rs"]),
    ("highs", &["optimize/highs.rs", "optimize/highs_caller.rs"]),
    ("highs_sys", &["optimize/highs.rs", "optimize/highs_caller.rs"]),
    ("rquickjs", &["report/chart.rs"]),
    (
        "chrono",
        &["domain/", "wire/item_cell.rs", "finance/", "source/", "ingest/", "intake/", "check/", "app/kept/"],
    ),
    ("sqlx", &["store/"]),
    ("tokio", &["store/", "app/kept/", "http/"]),
    ("tokio_stream", &["app/kept/", "http/"]),
    ("uuid", &["app/kept/", "http/"]),
    ("hmac", &["app/kept/"]),
    ("subtle", &["app/kept/"]),
    ("ureq", &["app/kept/", "http/"]),
    ("jsonwebtoken", &["http/"]),
    ("rust_embed", &["web/"]),
    ("axum", &["http/"]),
    ("axum_prometheus", &["http/"]),
    ("hyper", &["http/listening.rs"]),
    ("hyper_util", &["http/listening.rs"]),
    ("tower", &["http/listening.rs"]),
    ("tower_http", &["http/"]),
    ("governor", &["http/"]),
    ("utoipa", &["wire/", "report/", "http/"]),
    ("utoipa_swagger_ui", &["http/"]),
    ("tracing", &["store/", "app/kept/", "http/"]),
    ("tracing_subscriber", &["http/"]),
    ("tracing_opentelemetry", &["http/"]),
    ("opentelemetry", &["http/"]),
    ("opentelemetry_http", &["http/"]),
    ("opentelemetry_otlp", &["http/"]),
    ("opentelemetry_sdk", &["http/"]),
    ("std::fs", &["source/", "ingest/", "intake/", "store/", "config/", "app/kept/", "cli/"]),
    ("std::net", &["config/", "app/kept/", "http/"]),
];

/// Outside crates that only compute and are at home everywhere.
const AT_HOME_EVERYWHERE: &[&str] = &["rust_decimal", "sha2"];

#[test]
fn a_room_names_only_rooms_above_it() {
    for (index, (room, doors)) in ROOMS.iter().enumerate() {
        for door in *doors {
            let above = ROOMS[..index].iter().any(|(name, _)| name == door);
            assert!(above, "`{room}` lists `{door}`, which does not stand above it");
        }
    }
}

#[test]
fn src_holds_exactly_the_rooms() {
    let found = names_in(&src());
    assert_eq!(unlisted(&found), Vec::<String>::new(), "in src/, but no room");
    for (room, _) in ROOMS {
        assert!(src().join(room).join("mod.rs").is_file(), "the room `{room}` has no src/{room}/mod.rs");
    }
}

#[test]
fn the_map_lists_the_rooms_in_reading_order() {
    let map = code_of(&read(&src().join("lib.rs")));
    let listed: Vec<String> = declared_modules(&words(&map));
    let rooms: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert_eq!(listed, rooms);
}

#[test]
fn no_file_breaks_the_house_rules() {
    let mut breaches = Vec::new();
    let mut doors_seen = 0;
    for file in rust_files(&src()) {
        let place = file.strip_prefix(src()).unwrap().to_string_lossy().replace('\\', "/");
        let text = read(&file);
        doors_seen += paths_in(&words(&code_of(&text))).iter().filter(|path| path.goes_to_a_room()).count();
        breaches.extend(breaches_of(&place, &text));
    }
    assert!(0 < doors_seen, "no import was seen at all, so nothing was checked");
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_dependency_has_its_place() {
    let manifest = read(&root().join("Cargo.toml"));
    let section =
        manifest.split("\n[dependencies]\n").nth(1).expect("Cargo.toml has a [dependencies] section");
    let needed: BTreeSet<String> = section
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    let outside = GUESTS.iter().map(|(guest, _)| *guest).filter(|guest| !guest.contains("::"));
    let placed: BTreeSet<String> =
        outside.chain(AT_HOME_EVERYWHERE.iter().copied()).map(str::to_string).collect();
    assert_eq!(needed, placed, "left: Cargo.toml, right: this test");
}

/// Every rule this file at `place` (relative to `src/`) breaks, one sentence each.
fn breaches_of(place: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    let all = words(&code);
    let mut breaches = Vec::new();
    if all.contains(&"async") && !ASYNC.iter().any(|home| place.starts_with(home)) {
        breaches.push(format!("{place} is asynchronous"));
    }
    for path in paths_in(&all) {
        breaches.extend(door_breach(place, &path).map(|what| format!("{place} {what}")));
    }
    let shipped = without_inline_tests(&code);
    let shipped = words(&shipped);
    let local = local_names(&shipped);
    for path in paths_in(&shipped) {
        breaches.extend(guest_breach(place, &path, &local).map(|what| format!("{place} {what}")));
    }
    breaches
}

/// Unit tests may use what the shipped code of their room may not: JSON vectors, files, generators.
fn without_inline_tests(code: &str) -> String {
    let mut rest = code.to_string();
    for span in inline_tests(code).into_iter().rev() {
        rest.replace_range(span, "");
    }
    rest
}

/// Names that mean something of our own in this file, such as `highs` for the module `optimize/highs.rs`.
fn local_names(words: &[&str]) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = declared_modules(words).into_iter().collect();
    let ours = |path: &NamedPath| matches!(path.steps[0].as_str(), "crate" | "self" | "super");
    names.extend(paths_in(words).into_iter().filter(ours).filter_map(|path| path.brings));
    names
}

fn door_breach(place: &str, path: &NamedPath) -> Option<String> {
    let steps: Vec<&str> = path.steps.iter().map(String::as_str).collect();
    let (room, file) = place.split_once('/').unwrap_or(("", place));
    match steps.as_slice() {
        ["super", "super", ..] => Some("climbs out with super::super".to_string()),
        ["super", named, ..] if file == "mod.rs" && is_room(named) && *named != room => {
            Some(format!("reaches `{named}` through super"))
        }
        ["cxfolio", named, ..] if room.is_empty() && *named != "cli" => {
            Some(format!("names `{named}`, but starting up needs only cli"))
        }
        ["crate"] | ["crate", "self" | "*"] => Some("names the whole crate at once".to_string()),
        ["crate", named, ..] if !is_room(named) => Some(format!("names crate::{named}, which is no room")),
        ["crate", named, ..] if *named == room => None,
        ["crate", named, ..] if !doors_of(room).contains(named) => Some(format!("has no door to `{named}`")),
        ["crate", named, ..] if path.is_re_export => Some(format!("re-exports from `{named}`")),
        _ => None,
    }
}

/// `std::fs` and `serde` alike are compared step by step, so that `serde_json` is not taken for `serde`.
fn guest_breach(place: &str, path: &NamedPath, local: &BTreeSet<String>) -> Option<String> {
    if !path.is_absolute && local.contains(&path.steps[0]) {
        return None;
    }
    let written = path.steps.join("::") + "::";
    let (guest, homes) = GUESTS.iter().find(|(guest, _)| written.starts_with(&format!("{guest}::")))?;
    let at_home = homes.iter().any(|home| place.starts_with(home));
    (!at_home).then(|| format!("names `{guest}` outside its place"))
}

fn doors_of(room: &str) -> &'static [&'static str] {
    ROOMS.iter().find(|(name, _)| *name == room).map_or(&[], |(_, doors)| doors)
}

fn is_room(name: &str) -> bool {
    ROOMS.iter().any(|(room, _)| *room == name)
}

/// Names in `src/` that are neither a room nor one of the two root files.
fn unlisted(found: &[String]) -> Vec<String> {
    let expected = |name: &String| is_room(name) || name == "lib.rs" || name == "main.rs";
    found.iter().filter(|name| !expected(name)).cloned().collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn src() -> PathBuf {
    root().join("src")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for name in names_in(folder) {
        let path = folder.join(name);
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The guards themselves: what is planted must be found, what is allowed must pass.
mod planted {
    use super::{breaches_of, unlisted};

    fn caught(place: &str, text: &str, what: &str) {
        let breaches = breaches_of(place, text);
        assert!(breaches.iter().any(|breach| breach.contains(what)), "{what:?} not in {breaches:?}");
    }

    fn passes(place: &str, text: &str) {
        assert_eq!(breaches_of(place, text), Vec::<String>::new());
    }

    #[test]
    fn a_closed_door_is_seen_in_every_spelling() {
        caught(
            "domain/persona.rs",
            "use crate::{\n    quantity::Share,\n    report::{\n        memo::Memo,\n    },\n};",
            "`report`",
        );
        caught("domain/persona.rs", "fn f() { crate::score::rank() }", "`score`");
        caught("finance/npv.rs", "pub(in crate::case) fn f() {}", "`case`");
        caught("case/mod.rs", "use crate::{self, quantity::Money};", "whole crate");
        caught("case/mod.rs", "use crate::*;", "whole crate");
        caught("case/mod.rs", "use crate as all;", "whole crate");
        caught("case/mod.rs", "macro_rules! m { () => { $crate::optimize::choose() } }", "`optimize`");
        caught("case/mod.rs", "use super::score::Ranking;", "through super");
        caught("case/mod.rs", "use crate::util::clamp;", "no room");
        caught("main.rs", "fn main() { cxfolio::app::choose() }", "only cli");
        caught("case/costs.rs", "#[cfg(test)]\nmod tests { use crate::report::Memo; }", "`report`");
    }

    #[test]
    fn climbing_out_and_re_exporting_are_seen() {
        caught("case/costs.rs", "mod tests { use super::super::benefits; }", "super::super");
        caught("case/mod.rs", "pub use crate::finance::npv;", "re-exports");
        caught(
            "case/mod.rs",
            "pub(crate) use crate::{quantity::Money, finance::npv};",
            "re-exports from `quantity`",
        );
    }

    #[test]
    fn a_guest_outside_its_place_is_seen() {
        caught("case/costs.rs", "use serde::Serialize;", "`serde`");
        caught("case/costs.rs", "#[derive(serde::Serialize)] struct A;", "`serde`");
        caught("score/mod.rs", "use {std::fmt, serde_json as json};", "`serde_json`");
        caught("optimize/formulate.rs", "use good_lp::variables;", "`good_lp`");
        caught("optimize/formulate.rs", "fn f() { ::highs::Model::new() }", "`highs`");
        caught("report/memo.rs", "use rquickjs::Context;", "`rquickjs`");
        caught("app/choose.rs", "use std::{collections::BTreeMap, fs::{self, File}};", "`std::fs`");
        caught("report/html.rs", "fn f() { std::fs::read(p) }", "`std::fs`");
        caught("report/html.rs", "async fn f() {}", "asynchronous");
    }

    #[test]
    fn an_unlisted_folder_is_seen() {
        let found = ["case", "lib.rs", "main.rs", "util"].map(str::to_string);
        assert_eq!(unlisted(&found), ["util"]);
    }

    #[test]
    fn what_is_allowed_passes() {
        passes(
            "case/costs.rs",
            "use crate::{domain::{Ramp, Lever}, quantity::Money};\nuse super::benefits::Benefit;",
        );
        passes("case/costs.rs", "use crate::case::benefits::{self, Benefit as B};");
        passes("case/mod.rs", "pub use costs::Costs;\npub(crate) mod costs;");
        passes("ingest/folder.rs", "use std::fs;\nuse serde::Deserialize;");
        passes("optimize/mod.rs", "mod highs;\nfn f() { highs::solve() }");
        passes("optimize/floor.rs", "use super::highs;\nfn f() { highs::solve() }");
        passes("app/report.rs", "use crate::report::{csv, memo};\nfn f() { csv::write() }");
        passes(
            "case/costs.rs",
            "//! use crate::report;\n/* async crate::cli */ const A: &str = \"crate::cli::b\";",
        );
        passes(
            "finance/npv.rs",
            "#[cfg(test)]\nmod tests { fn f() { serde_json::json!({}); std::fs::read(1) } }",
        );
        passes(
            "quantity/money.rs",
            "#[serde(with = \"x\")] fn f(a: rust_decimal::Decimal) -> impl Fn() + use<'_> {}",
        );
        passes("main.rs", "fn main() -> std::process::ExitCode { cxfolio::cli::run() }");
    }
}
