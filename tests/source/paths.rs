//! The paths a Rust text names, every branch of a `use` tree written out in full.

/// A path as written in code, or one branch of a `use` tree.
#[derive(Debug, PartialEq)]
pub struct NamedPath {
    pub steps: Vec<String>,
    /// Written with a leading `::`.
    pub is_absolute: bool,
    /// Brought in by a `use` that passes it on (`pub`, also `pub(crate)`).
    pub is_re_export: bool,
    /// The name it has in this file, when a `use` brings it in.
    pub brings: Option<String>,
}

impl NamedPath {
    /// Whether it leads into one of our own rooms.
    pub fn goes_to_a_room(&self) -> bool {
        self.steps.len() > 1 && self.steps[0] == "crate"
    }
}

/// The words and signs of code without comments and literals; `::` is one sign.
pub fn words(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = match word {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            length => length,
        };
        found.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    found
}

/// Names that `mod name;` and `mod name { }` declare.
pub fn declared_modules(words: &[&str]) -> Vec<String> {
    let pairs = words.windows(2).filter(|pair| pair[0] == "mod" && is_name(pair[1]));
    pairs.map(|pair| pair[1].to_string()).collect()
}

/// Every path of two steps or more, and every path a `use` brings in.
pub fn paths_in(words: &[&str]) -> Vec<NamedPath> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if words[at] == "use" && words.get(at + 1) != Some(&"<") {
            let is_re_export = matches!(at.checked_sub(1).map(|before| words[before]), Some("pub" | ")"));
            let mut branches = Vec::new();
            at = use_tree(words, at + 1, &[], &mut branches);
            found.extend(branches.into_iter().map(|path| NamedPath { is_re_export, ..path }));
        } else {
            at = plain_path(words, at, &mut found);
        }
    }
    found
}

/// Adds the path that starts at `at`, if one does, and returns where to read on.
fn plain_path(words: &[&str], at: usize, found: &mut Vec<NamedPath>) -> usize {
    let is_absolute = words[at] == "::" && !(0 < at && (is_name(words[at - 1]) || words[at - 1] == ">"));
    let mut end = if is_absolute { at + 1 } else { at };
    let mut steps = Vec::new();
    while let Some(name) = words.get(end).filter(|word| is_name(word)) {
        steps.push(name.to_string());
        if words.get(end + 1) != Some(&"::") {
            end += 1;
            break;
        }
        end += 2;
    }
    if 1 < steps.len() || (is_absolute && !steps.is_empty()) {
        found.push(NamedPath { steps, is_absolute, is_re_export: false, brings: None });
    }
    end.max(at + 1)
}

/// Adds every branch of the tree that starts at `at` and returns where it ends.
fn use_tree(words: &[&str], mut at: usize, prefix: &[String], found: &mut Vec<NamedPath>) -> usize {
    let is_absolute = words.get(at) == Some(&"::");
    at += usize::from(is_absolute);
    let mut steps = prefix.to_vec();
    loop {
        match words.get(at) {
            Some(&"{") => {
                at += 1;
                while words.get(at).is_some_and(|word| *word != "}") {
                    at = use_tree(words, at, &steps, found);
                    at += usize::from(words.get(at) == Some(&","));
                }
                return at + 1;
            }
            Some(word) if *word == "*" || is_name(word) => steps.push(word.to_string()),
            _ => return at + 1,
        }
        at += 1;
        match words.get(at) {
            Some(&"::") => at += 1,
            Some(&"as") => {
                let brings = words.get(at + 1).map(|name| name.to_string());
                found.push(NamedPath { steps, is_absolute, is_re_export: false, brings });
                return at + 2;
            }
            _ => {
                let named = if steps.last().is_some_and(|last| last == "self") {
                    steps.iter().nth_back(1)
                } else {
                    steps.last()
                };
                let brings = named.cloned();
                found.push(NamedPath { steps, is_absolute, is_re_export: false, brings });
                return at;
            }
        }
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
