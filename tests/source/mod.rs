//! Rust text without its comments and literals, so that a test looks at code only.

use std::ops::Range;

/// The text with comments, strings and characters blanked, every line kept in its place and at its length.
///
/// Lifetimes stay, as do macro bodies. A literal that never ends is blank to the end of the text.
pub fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = blank_until(&chars, at);
        if end == at {
            code.push(chars[at]);
            at += 1;
        } else {
            code.extend(chars[at..end].iter().map(|&c| if c == '\n' { c } else { ' ' }));
            at = end;
        }
    }
    code
}

/// Where the bodies of `#[cfg(test)] mod … { }` lie in text that `code_of` has blanked, in bytes.
pub fn inline_tests(code: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        let item = &code[start..];
        from = start + "#[cfg(test)]".len();
        let Some(open) = item.find('{') else { break };
        let head = &item[..open];
        if head.split_whitespace().any(|word| word == "mod") && !head.contains(';') {
            let end = start + open + braces_length(&item[open..]);
            spans.push(start..end);
            from = end;
        }
    }
    spans
}

/// Length in bytes of the balanced braces that `code` begins with; all of it when they never close.
pub fn braces_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + c.len_utf8();
        }
    }
    code.len()
}

/// Where the comment or literal that starts at `at` ends; `at` itself when none starts there.
fn blank_until(chars: &[char], at: usize) -> usize {
    let starts = |mark: &str| mark.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let in_word = at > 0 && is_word(chars[at - 1]);
    if starts("//") {
        chars[at..].iter().position(|&c| c == '\n').map_or(chars.len(), |length| at + length)
    } else if starts("/*") {
        block_comment_end(chars, at)
    } else if starts("\"") {
        quoted_end(chars, at, '"')
    } else if starts("'") {
        character_end(chars, at)
    } else if !in_word && is_word(chars[at]) {
        prefixed_literal_end(chars, at)
    } else {
        at
    }
}

/// Block comments nest in Rust.
fn block_comment_end(chars: &[char], start: usize) -> usize {
    let mut depth = 0;
    let mut at = start;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

/// The end of a literal with escapes that opens at `start`.
fn quoted_end(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            c if c == quote => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

/// A quote opens a character when an escape follows or the next but one is a quote; otherwise a lifetime.
fn character_end(chars: &[char], start: usize) -> usize {
    let is_character = chars.get(start + 1) == Some(&'\\') || chars.get(start + 2) == Some(&'\'');
    if is_character { quoted_end(chars, start, '\'') } else { start }
}

/// The end of `r"…"`, `r#"…"#`, `b"…"`, `b'…'`, `br"…"`, `c"…"` or `cr"…"`; `start` for any other word.
fn prefixed_literal_end(chars: &[char], start: usize) -> usize {
    let prefix: String = chars[start..].iter().take_while(|&&c| is_word(c)).collect();
    let mut at = start + prefix.len();
    match (prefix.as_str(), chars.get(at)) {
        ("b" | "c", Some('"')) => return quoted_end(chars, at, '"'),
        ("b", Some('\'')) => return quoted_end(chars, at, '\''),
        ("r" | "br" | "cr", Some('"' | '#')) => {}
        _ => return start,
    }
    let hashes = chars[at..].iter().take_while(|&&c| c == '#').count();
    at += hashes;
    if chars.get(at) != Some(&'"') {
        return start;
    }
    let closes = |i: usize| chars[i] == '"' && (1..=hashes).all(|k| chars.get(i + k) == Some(&'#'));
    (at + 1..chars.len()).find(|&i| closes(i)).map_or(chars.len(), |i| i + 1 + hashes)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
