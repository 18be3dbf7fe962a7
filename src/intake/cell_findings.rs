//! The findings about cells, rows and columns of a sheet that is being staged.

use super::canonical::CellFault;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// How many findings of a code about one sheet are told one by one where rows are not kept.
const LISTED: u64 = 100;

/// The finding about one cell: its place, its heading and its text.
pub fn of_cell(fault: CellFault, place: &Place, heading: &str, raw: &str) -> Finding {
    let (code, severity, en, fr) = match fault {
        CellFault::NotANumber => {
            ("not_a_number", Severity::Error, "This is not a number.", "Ceci n'est pas un nombre.")
        }
        CellFault::AmbiguousNumber => (
            "ambiguous_number",
            Severity::Error,
            "This number can be read in two ways, or its marks contradict those of its column.",
            "Ce nombre peut se lire de deux façons, ou ses marques contredisent celles de sa colonne.",
        ),
        CellFault::NumberTooLarge => (
            "number_too_large",
            Severity::Error,
            "This number has more digits than any amount.",
            "Ce nombre a plus de chiffres que tout montant.",
        ),
        CellFault::NotADate => {
            ("not_a_date", Severity::Error, "This is not a date.", "Ceci n'est pas une date.")
        }
        CellFault::AmbiguousDate => (
            "ambiguous_date",
            Severity::Error,
            "Day and month of this date can be exchanged.",
            "Le jour et le mois de cette date peuvent s'échanger.",
        ),
        CellFault::FormulaLike => (
            "formula_like_text",
            Severity::Warning,
            "A spreadsheet would compute this text; it is kept as a text.",
            "Un tableur calculerait ce texte ; il est gardé comme texte.",
        ),
    };
    let value = if fault == CellFault::FormulaLike { shortened(raw) } else { raw.to_string() };
    Finding::new(code, severity, place, en.to_string(), fr.to_string()).at(heading, &value)
}

/// The finding about a row with fewer cells than there are headings.
pub fn missing_columns(place: &Place, found: usize, expected: usize) -> Finding {
    let en = format!("The row has {found} cells, the headings {expected}.");
    let fr = format!("La ligne a {found} cellules, les en-têtes {expected}.");
    let finding = Finding::new("missing_columns", Severity::Error, place, en, fr);
    finding.at("*", &format!("{found} of {expected}")).suggest(
        "Fill the missing cells, blank ones too, or check the quotation marks of the row.",
        "Complétez les cellules manquantes, même vides, ou vérifiez les guillemets de la ligne.",
    )
}

/// What a formula begins with: `=HYPERLINK(...)`.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 24;
    match text.split_once('(') {
        Some((name, _)) if name.chars().count() < LONGEST => format!("{name}(...)"),
        _ if text.chars().count() <= LONGEST => text.to_string(),
        _ => format!("{}...", text.chars().take(LONGEST).collect::<String>()),
    }
}

/// Findings of one code, the first hundred one by one and the rest counted.
#[derive(Debug, Default)]
pub struct Counted {
    findings: Vec<Finding>,
    count: u64,
}

impl Counted {
    /// Counts a finding, and keeps it while there are few.
    pub fn push(&mut self, finding: impl FnOnce() -> Finding) {
        self.count += 1;
        if self.count <= LISTED {
            self.findings.push(finding());
        }
    }

    /// The findings kept, and one that tells how many follow.
    pub fn into_findings(self, sheet: &Place) -> Vec<Finding> {
        let mut findings = self.findings;
        let more = self.count.saturating_sub(LISTED);
        if let (1.., Some(first)) = (more, findings.first()) {
            let en = format!("{more} more of this kind, not listed one by one.");
            let fr = format!("{more} autre(s) du même genre, non énumérés.");
            findings.push(Finding::new(first.code, first.severity, sheet, en, fr));
        }
        findings
    }
}

/// Adds what is new to the findings that opening the file has begun, which tell numbers and dates in doubt as well.
pub fn add_new(findings: &mut Vec<Finding>, told: Vec<Finding>) {
    let is_doubt = |finding: &Finding| matches!(finding.code, "ambiguous_number" | "ambiguous_date");
    let new: Vec<Finding> =
        told.into_iter().filter(|finding| !(is_doubt(finding) && is_told(findings, finding))).collect();
    findings.extend(new);
}

/// Drops what opening the file asked about the numbers and dates of some columns.
pub fn take_back_questions(file: &str, columns: &[String], findings: &mut Vec<Finding>) {
    let codes = ["ambiguous_number", "ambiguous_date", "date_impossible", "date_serial"];
    findings.retain(|finding| {
        let is_question = codes.contains(&finding.code) && &*finding.place.file == file;
        !(is_question && columns.contains(&finding.column))
    });
}

/// Whether the finding is told already, at the same cell.
pub fn is_told(findings: &[Finding], new: &Finding) -> bool {
    findings.iter().any(|old| old.code == new.code && old.place == new.place && old.column == new.column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_quoted_by_its_name() {
        let place = Place::file("f.csv");
        let raw = "=HYPERLINK(\"http://exemple.invalid\";\"cliquer\")";
        let finding = of_cell(CellFault::FormulaLike, &place, "note", raw);
        assert_eq!((finding.value.as_str(), finding.severity), ("=HYPERLINK(...)", Severity::Warning));
        assert_eq!(shortened("+33 1 23"), "+33 1 23");
    }

    #[test]
    fn the_rest_is_counted() {
        let place = Place::file("f.csv");
        let mut counted = Counted::default();
        for _ in 0..103 {
            counted.push(|| of_cell(CellFault::NotANumber, &place, "a", "b"));
        }
        let findings = counted.into_findings(&place);
        assert_eq!(findings.len(), 101);
        assert!(findings[100].message.en.starts_with("3 more"));
    }
}
