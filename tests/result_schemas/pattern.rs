//! Patterns of schemas: the part of regular expressions that they use, matched by trying every way.

/// Whether the whole text is of the pattern `^...$`: literals, `\d`, `\.`, `.`, `[a-b]`, groups with `|`, and the counts
/// `?`, `+`, `*` and `{m,n}`.
pub fn is_match(pattern: &str, text: &str) -> bool {
    let body = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$'));
    let body: Vec<char> = body.unwrap_or_else(|| panic!("not a whole pattern: {pattern}")).chars().collect();
    let text: Vec<char> = text.chars().collect();
    ends(&body, &text, 0).contains(&text.len())
}

/// Places where a match of the pattern that begins at `from` may end.
fn ends(pattern: &[char], text: &[char], from: usize) -> Vec<usize> {
    alternatives(pattern).into_iter().flat_map(|one| sequence(one, text, from)).collect()
}

fn alternatives(pattern: &[char]) -> Vec<&[char]> {
    let (mut depth, mut begin, mut found) = (0, 0, Vec::new());
    for (at, sign) in pattern.iter().enumerate() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            '|' if depth == 0 => {
                found.push(&pattern[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    found.push(&pattern[begin..]);
    found
}

fn sequence(pattern: &[char], text: &[char], from: usize) -> Vec<usize> {
    if pattern.is_empty() {
        return vec![from];
    }
    let atom = &pattern[..atom_length(pattern)];
    let (least, most, rest) = count(&pattern[atom.len()..]);
    let mut reached = vec![from];
    let mut found = Vec::new();
    for times in 0..=most {
        if times >= least {
            found.extend(reached.iter().flat_map(|at| sequence(rest, text, *at)));
        }
        reached = reached.iter().flat_map(|at| one(atom, text, *at)).collect();
        reached.dedup();
        if reached.is_empty() {
            break;
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn atom_length(pattern: &[char]) -> usize {
    let closing = |open: char, close: char| {
        let mut depth = 0;
        let end = pattern.iter().position(|sign| {
            depth += i32::from(*sign == open) - i32::from(*sign == close);
            depth == 0
        });
        end.expect("a closed group") + 1
    };
    match pattern[0] {
        '(' => closing('(', ')'),
        '[' => closing('[', ']'),
        '\\' => 2,
        _ => 1,
    }
}

/// How often the atom before may stand, and what follows.
fn count(pattern: &[char]) -> (usize, usize, &[char]) {
    const MANY: usize = 1_000;
    match pattern.first() {
        Some('?') => (0, 1, &pattern[1..]),
        Some('*') => (0, MANY, &pattern[1..]),
        Some('+') => (1, MANY, &pattern[1..]),
        Some('{') => {
            let end = pattern.iter().position(|sign| *sign == '}').expect("a closed count");
            let inside: String = pattern[1..end].iter().collect();
            let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
            (least.parse().expect("a count"), most.parse().expect("a count"), &pattern[end + 1..])
        }
        _ => (1, 1, pattern),
    }
}

fn one(atom: &[char], text: &[char], at: usize) -> Vec<usize> {
    if atom[0] == '(' {
        return ends(&atom[1..atom.len() - 1], text, at);
    }
    let Some(sign) = text.get(at) else { return Vec::new() };
    let fits = match atom {
        ['\\', 'd'] => sign.is_ascii_digit(),
        ['\\', plain] => sign == plain,
        ['.'] => true,
        ['[', low, '-', high, ']'] => (low..=high).contains(&sign),
        [plain] => sign == plain,
        other => panic!("a pattern with {other:?}"),
    };
    if fits { vec![at + 1] } else { Vec::new() }
}

#[test]
fn patterns_match_what_they_say() {
    let amount = r"^-?\d+(\.\d{1,6})?$";
    for good in ["0", "-12", "12.5", "2553916.666667"] {
        assert!(is_match(amount, good), "{good}");
    }
    for bad in ["", "-", "1.", ".5", "1.1234567", "1,5", "1e5", " 1", "+1"] {
        assert!(!is_match(amount, bad), "{bad}");
    }
    let start = r"^y\d+(q[1-4]|m\d{2})?$";
    assert!(["y0", "y12q4", "y1m05"].iter().all(|good| is_match(start, good)));
    assert!(["y", "y1q5", "y1m5", "1"].iter().all(|bad| !is_match(start, bad)));
}
