//! The known name nearest to one that is not known, to suggest it.

/// The name at the smallest edit distance, when it is near enough to be meant; the first one among equals.
///
/// Near enough is one edit for names of up to five letters and a third of the letters for longer ones.
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.chars().flat_map(char::to_lowercase).take(LENGTH_MAX).collect();
    let allowed = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LENGTH_MAX).collect();
        if allowed < wanted.len().abs_diff(letters.len()) {
            continue;
        }
        let distance = edits(&wanted, &letters);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Names are compared over their first letters only, so that a pasted page costs nothing.
const LENGTH_MAX: usize = 64;

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
    }
}
