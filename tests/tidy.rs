//! Small rules that keep the repository readable: purpose lines, lengths, names, reminders, titles.

mod source;

use source::{braces_length, code_of, inline_tests};
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 70;

/// Words that say nothing about a subject, wherever they stand in a file's name.
const EMPTY_WORDS: &[&str] =
    &["util", "utils", "helper", "helpers", "manager", "handler", "processor", "engine", "info", "misc"];

/// Words that say nothing when they are the whole name of a file or folder.
const EMPTY_NAMES: &[&str] = &["common", "core", "data", "lib", "prelude", "service", "shared", "types"];

/// Files made by Cargo or npm, or of no interest to a reader.
const SKIPPED_FOLDERS: &[&str] = &["target", "node_modules", "dist"];

#[test]
fn every_rust_file_says_what_it_is_for() {
    hold(&rust_files(), |_, text| purpose_missing(text));
}

#[test]
fn no_rust_file_is_too_long() {
    hold(&rust_files(), |_, text| too_long(text));
}

#[test]
fn no_function_is_too_long() {
    let functions: usize = rust_files().iter().map(|file| functions_of(&code_of(&read(file))).len()).sum();
    assert!(0 < functions, "no function was seen at all");
    hold(&rust_files(), |_, text| long_functions(text));
}

#[test]
fn nothing_is_left_for_later() {
    hold(&with_ending(&["rs", "md", "toml", "sh", "yml", "Makefile", "run"]), |_, text| reminders(text));
    hold(&rust_files(), |_, text| unfinished_code(text));
}

#[test]
fn no_test_depends_on_the_speed_of_the_machine() {
    hold(&rust_files(), |file, text| {
        let is_test = relative(file).starts_with("tests");
        clocks_in_tests(text, is_test)
    });
}

#[test]
fn file_names_name_a_subject() {
    let sources: Vec<PathBuf> =
        rust_files().into_iter().filter(|file| relative(file).starts_with("src")).collect();
    hold(&sources, |file, _| {
        let inside =
            relative(file).components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
        let steps: Vec<String> = inside.collect();
        let is_map = steps == ["lib.rs"];
        steps.iter().filter(|_| !is_map).filter_map(|step| empty_name(step)).collect()
    });
}

#[test]
fn every_page_has_one_title() {
    hold(&with_ending(&["md"]), |_, text| match titles_of(text) {
        1 => Vec::new(),
        other => vec![format!("has {other} titles (lines starting with one #), not one")],
    });
}

#[test]
fn the_front_page_shows_the_two_commands() {
    let page = read(&root().join("README.md"));
    for command in ["make demo", "make test"] {
        assert!(page.contains(command), "README.md does not show `{command}`");
    }
}

#[test]
fn every_sample_tells_its_story_and_names_its_files() {
    let samples: Vec<PathBuf> =
        entries_of(&root().join("samples")).into_iter().filter(|path| path.is_dir()).collect();
    assert!(!samples.is_empty(), "no sample was seen at all");
    for sample in samples {
        let story = read(&sample.join("README.md"));
        for path in entries_of(&sample) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(
                name == "README.md" || story.contains(&name),
                "{}: README.md does not name {name}",
                sample.display()
            );
        }
    }
}

/// Fails with every complaint of `rule` about `files`, and also when there is no file to look at.
fn hold(files: &[PathBuf], rule: impl Fn(&Path, &str) -> Vec<String>) {
    assert!(!files.is_empty(), "no file was seen at all, so nothing was checked");
    let complaints: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let found = rule(file, &read(file));
            found
                .into_iter()
                .map(|complaint| format!("{}: {complaint}", relative(file).display()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

fn purpose_missing(text: &str) -> Vec<String> {
    let first = text.lines().next().unwrap_or("");
    let says = first.strip_prefix("//! ").is_some_and(|purpose| purpose.trim().len() > 10);
    if says {
        Vec::new()
    } else {
        vec!["line 1 does not say what the file is for (//! and a sentence)".to_string()]
    }
}

fn too_long(text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines <= LONGEST_FILE {
        Vec::new()
    } else {
        vec![format!("has {lines} lines, more than {LONGEST_FILE}")]
    }
}

fn long_functions(text: &str) -> Vec<String> {
    let all = functions_of(&code_of(text)).into_iter();
    all.filter(|(_, lines)| LONGEST_FUNCTION < *lines)
        .map(|(name, lines)| format!("function {name} has {lines} lines, more than {LONGEST_FUNCTION}"))
        .collect()
}

/// Name and lines, from the `fn` to its closing brace, of every function that has a body.
fn functions_of(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let in_word = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let name: String = code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if in_word || name.is_empty() {
            continue;
        }
        if let Some(open) = body_start(&code[at..]) {
            let end = at + open + braces_length(&code[at + open..]);
            found.push((name, code[at..end].lines().count()));
        }
    }
    found
}

/// The first `{` outside brackets, unless a `;` ends the declaration before.
fn body_start(declaration: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in declaration.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Notes to oneself. The words are put together here so that this file does not complain about itself.
fn reminders(text: &str) -> Vec<String> {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        found.extend(
            words.find(|word| marks.contains(word)).map(|mark| format!("line {}: {mark}", index + 1)),
        );
    }
    found
}

fn unfinished_code(text: &str) -> Vec<String> {
    let code = code_of(text);
    let marks = ["todo!", "unimplemented!", "dbg!", "#[ignore"];
    marks.iter().filter(|mark| code.contains(**mark)).map(|mark| format!("contains {mark}")).collect()
}

/// Test code measures no time, and no assertion speaks of a duration.
fn clocks_in_tests(text: &str, is_test: bool) -> Vec<String> {
    let code = code_of(text);
    let whole = 0..code.len();
    let spans = if is_test { vec![whole] } else { inline_tests(&code) };
    let mut found = Vec::new();
    for span in spans {
        let tests = &code[span];
        if words_of(tests).any(|word| word == "elapsed") {
            found.push("a test measures elapsed time".to_string());
        }
        let asserted = tests.match_indices("assert").map(|(at, _)| statement_at(&tests[at..]));
        if asserted.flat_map(words_of).any(|word| word == "Duration") {
            found.push("a test asserts a Duration".to_string());
        }
    }
    found
}

/// The text up to the `;` that ends a statement.
fn statement_at(code: &str) -> &str {
    code.split(';').next().unwrap_or(code)
}

fn words_of(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

fn empty_name(step: &str) -> Option<String> {
    let name = step.trim_end_matches(".rs");
    let is_empty = EMPTY_NAMES.contains(&name) || name.split('_').any(|word| EMPTY_WORDS.contains(&word));
    is_empty.then(|| format!("the name `{name}` says nothing about its subject"))
}

/// Lines that open with a single `#`, outside fenced blocks.
fn titles_of(page: &str) -> usize {
    let mut is_fenced = false;
    let mut titles = 0;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced && line.starts_with("# ") {
            titles += 1;
        }
    }
    titles
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn relative(file: &Path) -> &Path {
    file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn rust_files() -> Vec<PathBuf> {
    with_ending(&["rs"])
}

/// Every file of the repository whose name is, or ends in a dot and, one of `endings`.
fn with_ending(endings: &[&str]) -> Vec<PathBuf> {
    let ends = |file: &PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy();
        endings.contains(&name.rsplit('.').next().unwrap_or(""))
    };
    files_below(&root()).into_iter().filter(ends).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries_of(folder) {
        if !path.is_dir() {
            files.push(path);
        } else if !is_skipped(&path) {
            files.extend(files_below(&path));
        }
    }
    files
}

/// Build folders, also those Cargo was told to put elsewhere, and hidden folders but `.ci`.
fn is_skipped(folder: &Path) -> bool {
    let name = folder.file_name().unwrap().to_string_lossy();
    let is_hidden = name.starts_with('.') && name != ".ci";
    is_hidden || SKIPPED_FOLDERS.contains(&name.as_ref()) || folder.join("CACHEDIR.TAG").exists()
}

fn entries_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The rules themselves: what is planted must be found, what is allowed must pass.
mod planted {
    use super::*;

    #[test]
    fn a_missing_purpose_is_seen() {
        assert_eq!(purpose_missing("use std::fs;\n").len(), 1);
        assert_eq!(purpose_missing("//! \nfn f() {}").len(), 1);
        assert_eq!(purpose_missing("\n//! Too late.").len(), 1);
        assert!(purpose_missing("//! Net present value of a flow.\n").is_empty());
    }

    #[test]
    fn lengths_are_counted_to_the_line() {
        assert!(too_long(&"x\n".repeat(LONGEST_FILE)).is_empty());
        assert_eq!(too_long(&"x\n".repeat(LONGEST_FILE + 1)).len(), 1);
        let function = |lines: usize| format!("pub fn long() {{\n{}}}\n", "    a();\n".repeat(lines - 2));
        assert!(long_functions(&function(LONGEST_FUNCTION)).is_empty());
        assert_eq!(long_functions(&function(LONGEST_FUNCTION + 1)).len(), 1);
    }

    #[test]
    fn a_function_ends_at_its_own_brace() {
        let text = "fn a(x: [u8; 3]) -> char {\n    // }\n    let s = \"}\\\"\";\n    let c = '{';\n    c\n}\nfn b();\n";
        let text =
            format!("{text}trait T {{ fn c(&self) {{ fn d<'a>(s: &'a str) {{}} }} }}\ntype F = fn(u8);");
        let found = functions_of(&code_of(&text));
        let expected = [("a", 6), ("c", 1), ("d", 1)].map(|(name, lines)| (name.to_string(), lines));
        assert_eq!(found, expected);
    }

    #[test]
    fn reminders_and_unfinished_code_are_seen() {
        assert_eq!(reminders(concat!("a\n// TO", "DO: later\n")), [concat!("line 2: TO", "DO")]);
        assert_eq!(reminders(concat!("FIX", "ME")).len(), 1);
        assert!(reminders("a TODOS list, XXXL").is_empty());
        assert_eq!(unfinished_code("fn f() { dbg!(1); todo!() }").len(), 2);
        assert_eq!(unfinished_code("#[test]\n#[ignore = \"slow\"]\nfn f() {}").len(), 1);
        assert!(unfinished_code("// dbg!(x)\nconst A: &str = \"todo!\";").is_empty());
    }

    #[test]
    fn a_clock_in_a_test_is_seen() {
        let measured = "fn f() { let t = start.elapsed(); }";
        assert_eq!(clocks_in_tests(measured, true).len(), 1);
        assert!(clocks_in_tests(measured, false).is_empty());
        assert_eq!(clocks_in_tests(&format!("#[cfg(test)]\nmod tests {{ {measured} }}"), false).len(), 1);
        assert_eq!(clocks_in_tests("fn f() { assert!(took < Duration::from_secs(1)); }", true).len(), 1);
        assert!(clocks_in_tests("fn f() { limit(Duration::from_secs(1)); assert!(done); }", true).is_empty());
    }

    #[test]
    fn empty_names_are_seen() {
        for name in ["util.rs", "csv_helper.rs", "core", "data.rs", "persona_info.rs"] {
            assert!(empty_name(name).is_some(), "{name}");
        }
        for name in ["core_index.rs", "mod.rs", "business_case.rs", "main.rs"] {
            assert!(empty_name(name).is_none(), "{name}");
        }
    }

    #[test]
    fn titles_are_counted_outside_fences() {
        assert_eq!(titles_of("# One\n## Two\n```sh\n# a comment\n```\ntext # no\n"), 1);
        assert_eq!(titles_of("# One\n# Two\n"), 2);
        assert_eq!(titles_of("## Two\n"), 0);
    }
}
