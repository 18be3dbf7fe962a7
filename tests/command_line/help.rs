//! The help: every command has its page, and every example on it runs as it stands.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::{assert_exit, text};

/// Names of the commands listed under `Commands:` of a help page.
fn commands_of(help: &str) -> Vec<String> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_string)
        .collect()
}

#[test]
fn the_help_of_every_command_shows_examples() {
    let help = text(&assert_exit("--help", 0).stdout);
    assert!(help.contains("Exit codes:"));
    let commands = commands_of(&help);
    assert!(["check", "appraise", "choose", "finance"].iter().all(|name| commands.iter().any(|c| c == name)));
    for command in commands {
        let page = text(&assert_exit(&format!("{command} --help"), 0).stdout);
        assert!(page.contains("Examples:\n  cxfolio "), "{command}: {page}");
    }
}

/// Every page of help: of the program, its commands and theirs.
fn help_pages() -> Vec<String> {
    let top = text(&assert_exit("--help", 0).stdout);
    let mut pages = Vec::new();
    for command in commands_of(&top) {
        let page = text(&assert_exit(&format!("{command} --help"), 0).stdout);
        for below in commands_of(&page) {
            pages.push(text(&assert_exit(&format!("{command} {below} --help"), 0).stdout));
        }
        pages.push(page);
    }
    pages.push(top);
    pages
}

/// Examples are pasted: each stands on one line of a narrow terminal and does what it says.
#[cfg(unix)]
#[test]
fn every_example_of_the_help_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    std::os::unix::fs::symlink(&samples, folder.path().join("samples")).expect("a link");
    std::os::unix::fs::symlink(samples.join("maison-lumen"), folder.path().join("my-dossier"))
        .expect("a link");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_cxfolio"), folder.path().join("cxfolio")).expect("a link");
    let pages = help_pages();
    let examples: BTreeSet<&str> =
        pages.iter().flat_map(|page| page.lines()).filter(|line| line.starts_with("  cxfolio ")).collect();
    assert!(examples.len() > 20, "{examples:?}");
    // What there is to copy.
    let made = Command::new(env!("CARGO_BIN_EXE_cxfolio"))
        .args(["keys", "add", "--name", "first", "--role", "admin"])
        .current_dir(folder.path())
        .status();
    assert!(made.is_ok_and(|ended| ended.success()));
    for example in examples {
        assert!(example.chars().count() <= 80, "wrapped where the terminal is narrow: {example}");
        let command = example.split(" | ").next().expect("a part before the pipe");
        if command.contains("cxfolio serve") {
            assert_serves(folder.path(), command);
            continue;
        }
        let mut shell = Command::new("sh");
        let output = shell
            .args(["-c", &format!("./{}", command.trim())])
            .current_dir(folder.path())
            .output()
            .expect("a shell");
        // `check --strict` tells the warnings of a dossier by a code of its own.
        let allowed: &[i32] = if example.contains("--strict") { &[0, 3] } else { &[0] };
        let code = output.status.code().expect("an end");
        assert!(allowed.contains(&code), "{example}: {code}\n{}", text(&output.stderr));
    }
    assert!(folder.path().join("plan.html").is_file());
}

/// The service never ends by itself: it is well when it says where it listens.
fn assert_serves(folder: &Path, command: &str) {
    let command = command.replace(" --listen 127.0.0.1:0", "");
    let line = format!("exec ./{} --listen 127.0.0.1:0", command.trim());
    let mut child = Command::new("sh")
        .args(["-c", &line])
        .current_dir(folder)
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut told = String::new();
    let out = child.stdout.take().expect("its output");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut told).expect("a line");
    child.kill().expect("it can be ended");
    child.wait().expect("it ended");
    assert!(told.contains("listens on http://127.0.0.1:"), "{command}: {told:?}");
}
