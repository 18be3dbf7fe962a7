//! An import as text for the terminal: how the file was read, control totals, what changes, findings, and how to go on.

use super::imported::{ImportEnding, ImportResult, SheetRead, TableChanged};
use super::number::{counted, grouped};
use super::table::Table;
use super::text_finding::findings_in_short;
use crate::domain::text::Language;

/// Changes of one kind that are shown one by one.
const SHOWN_MAX: usize = 20;

/// The text of `import`.
pub fn import_text(result: &ImportResult, language: Language) -> String {
    let mut text = String::new();
    for sheet in result.sheets {
        text.push_str(&sheet_text(sheet, language));
        text.push('\n');
    }
    text.push_str(&totals_text(result, language));
    text.push_str(&changes_text(result.changes, language));
    if !result.findings.is_empty() {
        text.push_str(&findings_in_short(result.findings, language));
        text.push('\n');
    }
    if !result.consequences.is_empty() {
        text.push_str(word(language, "Elsewhere in the dossier:\n", "Ailleurs dans le dossier\u{a0}:\n"));
        text.push_str(&findings_in_short(result.consequences, language));
        text.push('\n');
    }
    text.push_str(&ending_text(result, language));
    text
}

fn word<'w>(language: Language, en: &'w str, fr: &'w str) -> &'w str {
    match language {
        Language::English => en,
        Language::French => fr,
    }
}

fn sheet_text(sheet: &SheetRead, language: Language) -> String {
    let origin = match (sheet.mapping.name(), language) {
        ("stated", Language::English) => "mapping as stated",
        ("stated", Language::French) => "correspondance donnée",
        ("remembered", Language::English) => "mapping remembered",
        ("remembered", Language::French) => "correspondance mémorisée",
        (_, Language::English) => "mapping proposed",
        (_, Language::French) => "correspondance proposée",
    };
    let heading = word(language, "heading row", "ligne d'en-tête");
    let mut text = format!(
        "{}\n  {} · {} {} · {} · {origin}\n  {}\n",
        sheet.name,
        sheet.form.get(language),
        heading,
        sheet.heading_rows,
        sheet.shape,
        rows_text(sheet, language)
    );
    let mut table = Table::new(&match language {
        Language::English => ["", "Heading", "Field", ">Sure", "Read as"],
        Language::French => ["", "En-tête", "Champ", ">Sûr à", "Lu comme"],
    });
    for column in &sheet.columns {
        let field = column.field.clone().unwrap_or_else(|| word(language, "not read", "non lu").to_string());
        let sure = column.field.as_ref().map(|_| format!("{:.0} %", 100.0 * column.confidence));
        table.row(vec![
            column.letter.clone(),
            column.heading.clone(),
            field,
            language.typeset(&sure.unwrap_or_default()),
            column.convention.clone(),
        ]);
    }
    text.push_str(&indented(&table.text()));
    text
}

fn rows_text(sheet: &SheetRead, language: Language) -> String {
    let totals = match (sheet.totals_rows, language) {
        (0, _) => String::new(),
        (count, Language::English) => {
            format!(", {} left out", rows(count, "total", "totals", language))
        }
        (count, Language::French) => {
            format!(", {}", rows(count, "total laissé de côté", "totaux laissés de côté", language))
        }
    };
    let (read, accepted, refused) = (sheet.rows_read, sheet.rows_accepted, sheet.rows_refused);
    match language {
        Language::English => {
            let read = rows(read, "row read", "rows read", language);
            format!("{read}, {accepted} accepted, {refused} refused{totals}")
        }
        Language::French => {
            let read = rows(read, "ligne lue", "lignes lues", language);
            let accepted = rows(accepted, "acceptée", "acceptées", language);
            let refused = rows(refused, "refusée", "refusées", language);
            format!("{read}, {accepted}, {refused}{totals}")
        }
    }
}

/// A count of a file with its noun.
fn rows(count: u64, one: &str, several: &str, language: Language) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), one, several, language)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_string() + "\n").collect()
}

/// Sums by year, kind and department, with a line for all departments of a kind and year where there are several.
fn totals_text(result: &ImportResult, language: Language) -> String {
    if result.totals.is_empty() {
        return String::new();
    }
    let title = match language {
        Language::English => format!("Totals of accepted rows, {} (before any model):\n", result.currency),
        Language::French => {
            format!("Totaux des lignes acceptées, {} (avant tout modèle)\u{a0}:\n", result.currency)
        }
    };
    let mut table = Table::new(&match language {
        Language::English => ["Year", "Kind", "Department", ">Amount", ">Lacking"],
        Language::French => ["Année", "Nature", "Direction", ">Montant", ">Manquants"],
    });
    let line = |year: usize, kind: &str, department: &str, (amount, missing): (_, usize)| {
        let calendar = result.base_year.and_then(|base| base.checked_add(i32::try_from(year).ok()?));
        vec![
            calendar.map_or_else(|| format!("y{year}"), |calendar| calendar.to_string()),
            kind.to_string(),
            department.to_string(),
            grouped(amount, 2, language),
            if missing == 0 { String::new() } else { missing.to_string() },
        ]
    };
    let all = word(language, "all", "toutes");
    for part in result.totals.chunk_by(|a, b| (a.year, &a.kind) == (b.year, &b.kind)) {
        for total in part {
            table.row(line(total.year, &total.kind, &total.department, (total.amount, total.missing)));
        }
        if part.len() > 1 {
            let amount = part.iter().map(|total| total.amount).sum();
            let missing = part.iter().map(|total| total.missing).sum();
            table.row(line(part[0].year, &part[0].kind, all, (amount, missing)));
        }
    }
    format!("{title}{}\n", indented(&table.text()))
}

fn changes_text(changes: &[TableChanged], language: Language) -> String {
    let mut text = String::new();
    for change in changes {
        let (added, changed, gone) = (change.added.len(), change.changed.len(), change.gone.len());
        text.push_str(&match language {
            Language::English => format!(
                "{}: {}, {}, {} gone, {} as they were\n",
                change.table,
                counted(added, "row added", "rows added", language),
                counted(changed, "cell changed", "cells changed", language),
                gone,
                change.same
            ),
            Language::French => format!(
                "{}\u{a0}: {}, {}, {}, {}\n",
                change.table,
                counted(added, "ligne ajoutée", "lignes ajoutées", language),
                counted(changed, "cellule modifiée", "cellules modifiées", language),
                counted(gone, "absente", "absentes", language),
                counted(change.same, "inchangée", "inchangées", language)
            ),
        });
        let lines = change
            .added
            .iter()
            .map(|key| format!("  + {key}"))
            .take(SHOWN_MAX)
            .chain(
                change
                    .changed
                    .iter()
                    .map(|[key, field, old, new]| format!("  ~ {key} · {field}: {old} → {new}"))
                    .take(SHOWN_MAX),
            )
            .chain(
                change.gone.iter().map(|key| format!("  − {key}{}", kept(change, language))).take(SHOWN_MAX),
            );
        lines.for_each(|line| text.push_str(&(line + "\n")));
        let hidden =
            [added, changed, gone].iter().map(|count| count.saturating_sub(SHOWN_MAX)).sum::<usize>();
        if hidden > 0 {
            text.push_str(&match language {
                Language::English => format!("  … and {hidden} more (all with --json)\n"),
                Language::French => format!("  … et {hidden} de plus (tout avec --json)\n"),
            });
        }
    }
    if !changes.is_empty() {
        text.push('\n');
    }
    text
}

fn kept(change: &TableChanged, language: Language) -> &'static str {
    match (change.drops_gone, language) {
        (true, _) => "",
        (false, Language::English) => " (kept; --replace drops it)",
        (false, Language::French) => " (conservée ; --replace la retire)",
    }
}

fn ending_text(result: &ImportResult, language: Language) -> String {
    let (dossier, written) = (result.dossier, result.written);
    let mut text = match (result.ending, language) {
        (ImportEnding::Preview, Language::English) => format!(
            "Nothing is written yet. `--accept` writes the accepted rows into {dossier}, \
             `--accept --all-or-nothing` only if none is refused.\n"
        ),
        (ImportEnding::Preview, Language::French) => format!(
            "Rien n'est encore écrit. `--accept` écrit les lignes acceptées dans {dossier}, \
             `--accept --all-or-nothing` seulement si aucune n'est refusée.\n"
        ),
        (ImportEnding::Accepted, Language::English) => format!("Written into {dossier}:\n"),
        (ImportEnding::Accepted, Language::French) => format!("Écrit dans {dossier}\u{a0}:\n"),
        (ImportEnding::Refused, Language::English) => {
            "Nothing is written: rows are refused, and all or nothing was asked for.\n".to_string()
        }
        (ImportEnding::Refused, Language::French) => {
            "Rien n'est écrit : des lignes sont refusées, et vous avez demandé tout ou rien.\n".to_string()
        }
        (ImportEnding::Empty, Language::English) => {
            "Nothing is written: no row can be accepted.\n".to_string()
        }
        (ImportEnding::Empty, Language::French) => {
            "Rien n'est écrit : aucune ligne ne peut être acceptée.\n".to_string()
        }
    };
    written.iter().for_each(|file| text.push_str(&format!("  {file}\n")));
    language.typeset(&text)
}
