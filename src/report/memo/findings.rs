//! The doubts about the dossier, each with its file and row; folded on screen, open in print.

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::domain::finding::{Finding, Severity};
use crate::domain::text::Language;

/// The section.
pub fn section(page: &Page) -> Html {
    if page.result.findings.is_empty() {
        return page.paragraph("The dossier raises no doubt.", "Le dossier ne soulève aucune réserve.");
    }
    let summary = counts(page);
    let lead = page.paragraph(
        "None of these stopped the choice; each says where it was found and what to do about it.",
        "Aucune n’a empêché le choix ; chacune dit où elle se trouve et que faire.",
    );
    let headings =
        page.headings(["Where", "What is doubtful", "What to do"], ["Où", "Ce qui est douteux", "Que faire"]);
    let mut grid =
        Grid::new(page.say("Findings, worst first", "Constats, les plus graves d’abord"), &headings);
    let mut findings: Vec<&Finding> = page.result.findings.iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    for finding in findings {
        let message = element("div", finding.message.get(page.language));
        let code = super::html::classed(
            "div",
            "code",
            format!("{} · {}", severity(page, finding.severity), finding.code),
        );
        grid.row(vec![
            place(page, finding).into(),
            message.and(code),
            finding.suggestion.get(page.language).into(),
        ]);
    }
    lead.and(element("details", element("summary", summary).and(grid.html()))).and(Html::literal("\n"))
}

/// How many findings of each severity there are.
fn counts(page: &Page) -> String {
    let words = page.headings(
        ["error", "errors", "warning", "warnings", "note", "notes"],
        ["erreur", "erreurs", "avertissement", "avertissements", "remarque", "remarques"],
    );
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let counted = severities.iter().enumerate().filter_map(|(place, severity)| {
        let count = page.result.findings.iter().filter(|one| one.severity == *severity).count();
        let word = words[2 * place + usize::from(count > 1)];
        (count > 0).then(|| format!("{count} {word}"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

fn place(page: &Page, finding: &Finding) -> String {
    let file = finding.place.file.as_ref();
    let row = match (finding.place.row, page.language) {
        (0, _) => String::new(),
        (row, Language::English) => format!(", row {row}"),
        (row, Language::French) => format!(", ligne {row}"),
    };
    let column = if finding.column.is_empty() { String::new() } else { format!(", {}", finding.column) };
    format!("{file}{row}{column}")
}

fn severity(page: &Page, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => page.say("error", "erreur"),
        Severity::Warning => page.say("warning", "avertissement"),
        Severity::Note => page.say("note", "remarque"),
    }
}
