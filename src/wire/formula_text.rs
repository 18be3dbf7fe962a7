//! Text that a spreadsheet would take for a formula: made harmless on the way out, and recognised on the way back.
//!
//! A program that opens a CSV file computes every cell that begins with `=`, `+`, `-`, `@`, a tab or a line end, even
//! inside quotation marks (OWASP, CSV injection). An apostrophe before such a text makes it a text. Numbers are never
//! touched, and `restored` undoes `neutralised` for every text.

use std::borrow::Cow;

use super::decimal::decimal;

/// What makes a formula of the text that begins with it, the full-width forms included.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The mark that makes a text of whatever follows.
const MARK: char = '\'';

/// The text with an apostrophe before it where a spreadsheet would compute it.
///
/// A text that already begins with apostrophes before such a character gets one more, so that none is lost on the way
/// back. A plain number such as `-5` computes to itself and stays.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    let is_plain_number = decimal(text.trim_end()).is_ok();
    if is_formula_behind_marks(text) && !is_plain_number {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before [`neutralised`]: one apostrophe less where one stands before what would be computed.
pub fn restored(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if is_formula_behind_marks(rest) => rest,
        _ => text,
    }
}

fn is_formula_behind_marks(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(TRIGGERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_computed_becomes_a_text() {
        for text in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "- a list"]
        {
            assert_eq!(neutralised(text), format!("'{text}"));
        }
        for text in ["", "1+1", "a=b", "'where is it' = 29 %", "-5", "+3.5", "-1.5e3", "…", "1-2"] {
            assert_eq!(neutralised(text), text);
        }
    }

    #[test]
    fn every_text_comes_back() {
        for text in ["=1", "'=1", "''=1", "'", "''", "'a", "-5", "'-5", "-5x", "@", "'@", "plain", "", "＋1"]
        {
            assert_eq!(restored(&neutralised(text)), text, "{text:?}");
        }
    }
}
