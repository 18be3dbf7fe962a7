//! The sheet of assumptions: every line with its estimate, its evidence and who answers for it.

use rust_decimal::Decimal;

use super::lines::{Entered, Line, write_factors};
use super::page::Page;
use super::parameters::Parameters;
use super::sheet::{Sheet, cell};
use crate::report::number::grouped;

const HEADING_ROW: u32 = 3;

/// Writes the sheet.
pub fn assumptions(page: &Page, parameters: &Parameters, lines: &[Line]) -> Sheet {
    let title = page.say("Assumptions", "Hypothèses");
    let subtitle = page.say(
        "Costs: factors on the amounts entered. Benefits: effects in the lever's unit at full size; a harm is kept in full.",
        "Coûts : facteurs sur les montants saisis. Gains : effets dans l'unité du levier à plein régime ; un effet \
         négatif est compté en entier.",
    );
    let mut sheet = page.sheet(&title, &title, &subtitle);
    let widths =
        [12.0, 36.0, 12.0, 24.0, 10.0, 28.0, 24.0, 11.0, 11.0, 11.0, 10.0, 9.0, 12.0, 12.0, 24.0, 24.0, 16.0];
    page.widths(&mut sheet, &widths, 0);
    let headings = page.words(
        [
            "Key",
            "Investment",
            "Variant",
            "Line",
            "Kind",
            "Lever or nature",
            "Unit",
            ">Low",
            ">Likely",
            ">High",
            ">Mean / likely",
            ">Kept",
            ">Expected",
            ">Used",
            "Evidence",
            "Owner",
            "Department",
        ],
        [
            "Clé",
            "Investissement",
            "Variante",
            "Ligne",
            "Type",
            "Levier ou nature",
            "Unité",
            ">Bas",
            ">Probable",
            ">Haut",
            ">Moyenne / probable",
            ">Retenu",
            ">Attendu",
            ">Utilisé",
            "Preuve",
            "Responsable",
            "Direction",
        ],
    );
    page.headings(&mut sheet, HEADING_ROW, &headings);
    let mut row = HEADING_ROW;
    for line in lines {
        row += 1;
        write_line(page, parameters, &mut sheet, row, line);
    }
    page.long_table(&mut sheet, HEADING_ROW, row, 16, 2);
    sheet
}

fn write_line(page: &Page, parameters: &Parameters, sheet: &mut Sheet, row: u32, line: &Line) {
    let looks = &page.looks;
    let investment = line.investment;
    let texts = [
        (0, investment.id.to_string()),
        (1, page.name(&investment.name, "").to_string()),
        (2, line.variant.id.to_string()),
        (3, line.id().to_string()),
        (4, line.kind(page)),
        (5, line.subject(page)),
        (6, unit(page, line)),
        (14, evidence(page, line)),
        (15, owner(line)),
        (16, investment.department.clone()),
    ];
    for (column, text) in texts {
        sheet.long_text((row, column), &text, &looks.text);
    }
    let Some([_, likely, _]) = line.estimate else {
        sheet.text((row, 7), &page.say("withheld", "non communiqué"), &looks.note);
        return;
    };
    write_factors(page, parameters, sheet, line, (row, 7));
    let [low, mode, high, kept] = [7, 8, 9, 11].map(|column| cell((row, column)));
    let expected = if likely.is_zero() { mean_of(line) } else { likely * line.mean };
    sheet.formula((row, 12), &format!("=({low}+4*{mode}+{high})/6"), expected, looks.number(expected));
    let used = expected * line.kept;
    sheet.formula((row, 13), &format!("={}*{kept}", cell((row, 12))), used, looks.number(used));
}

/// The mean of an estimate whose likely figure is zero.
fn mean_of(line: &Line) -> Decimal {
    line.estimate.map_or(Decimal::ZERO, |[low, _, high]| (low + high) / Decimal::from(6))
}

fn unit(page: &Page, line: &Line) -> String {
    match line.entered {
        Entered::Cost(_) => page.say("factor", "facteur"),
        Entered::Benefit(benefit) => {
            page.dossier().lever(&benefit.lever).map_or_else(String::new, |lever| lever.unit.clone())
        }
    }
}

/// The level of a benefit, with the pieces of evidence that name the line, its lever or its investment.
fn evidence(page: &Page, line: &Line) -> String {
    let Entered::Benefit(benefit) = line.entered else { return "–".to_string() };
    let targets = [line.id(), benefit.lever.as_str(), line.investment.id.as_str()];
    let found = page.dossier().evidence.iter().filter(|one| targets.contains(&one.target_id.as_str()));
    let sources: Vec<String> = found
        .map(|one| {
            let size = one.sample_size.map(|size| format!(" n={}", grouped(size, 0, page.language)));
            let date = one.date.map(|date| format!(" {date}"));
            format!("{} {}{}{}", one.id, one.method, size.unwrap_or_default(), date.unwrap_or_default())
        })
        .collect();
    let level = benefit.evidence.name();
    if sources.is_empty() { level.to_string() } else { format!("{level}: {}", sources.join("; ")) }
}

/// Who answers for a line: the owner of a benefit, the sponsor for a cost.
fn owner(line: &Line) -> String {
    match line.entered {
        Entered::Benefit(benefit) if !benefit.owner.is_empty() => benefit.owner.clone(),
        Entered::Benefit(_) | Entered::Cost(_) => line.investment.sponsor.clone(),
    }
}
