//! The known name nearest to one that is not known, to suggest it.

/// The name at the smallest edit distance, when it is near enough to be meant; the first one among equals.
///
/// Near enough is one edit for names of up to five letters and a third of the letters for longer ones. A short name with
/// another digit names another thing (`E9` is no slip for `E0`), and among several that are equally near to a short name
/// none is meant more than the others: nothing is suggested then.
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.chars().flat_map(char::to_lowercase).take(LENGTH_MAX).collect();
    let allowed = (wanted.len() / 3).max(1);
    let is_short = wanted.len() <= SHORT_MAX;
    let mut best: Option<(usize, &str)> = None;
    let mut is_alone = true;
    for name in known {
        let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LENGTH_MAX).collect();
        if allowed < wanted.len().abs_diff(letters.len()) {
            continue;
        }
        let distance = edits(&wanted, &letters);
        if allowed < distance || is_short && has_other_digit(&wanted, &letters) {
            continue;
        }
        match best {
            Some((least, _)) if least < distance => {}
            Some((least, _)) if least == distance => is_alone = false,
            _ => (best, is_alone) = (Some((distance, name)), true),
        }
    }
    best.filter(|_| is_alone || !is_short).map(|(_, name)| name)
}

/// Names are compared over their first letters only, so that a pasted page costs nothing.
const LENGTH_MAX: usize = 64;

/// The longest name of which one edit is all that is allowed.
const SHORT_MAX: usize = 5;

/// Whether two names of one length differ in digits only.
fn has_other_digit(a: &[char], b: &[char]) -> bool {
    let mut differing = a.iter().zip(b).filter(|(a, b)| a != b).peekable();
    a.len() == b.len()
        && differing.peek().is_some()
        && differing.all(|(a, b)| a.is_ascii_digit() && b.is_ascii_digit())
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if 1 < i && 1 < j && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name() {
        let known = ["persona_id", "moment_id", "importance_points"];
        assert_eq!(nearest("presona_id", known), Some("persona_id"));
        assert_eq!(nearest("importance_point", known), Some("importance_points"));
        assert_eq!(nearest("B1", ["B01", "B02"]), Some("B01"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("CPOS", ["CFO", "COO", "COPS"]), Some("COPS"));
    }

    #[test]
    fn a_short_name_of_something_else_finds_nothing() {
        assert_eq!(nearest("E9", ["E0", "E1", "E2"]), None);
        assert_eq!(nearest("B99", ["B09", "B28"]), None);
        assert_eq!(nearest("CXO", ["CFO", "COO", "CMO"]), None);
        assert_eq!(nearest("days_y7", ["days_y6"]), Some("days_y6"));
    }
}
