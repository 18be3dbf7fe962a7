//! The business case of one option on a sheet of its own: from what was entered to NPV, IRR, ROI and payback by formulas.

use rust_decimal::Decimal;

use super::flow_block::{Block, Rows, write_block};
use super::lines::{Line, lines_of, write_factors};
use super::measures::Said;
use super::page::{Page, over_figures};
use super::parameters::Parameters;
use super::sheet::{Sheet, cell, fixed, range};
use crate::case::cases::VariantCase;

/// The column of year 0.
const YEAR_0: u16 = 8;
/// Columns of the mean factor and of the share kept.
const MEAN: u16 = 6;
const KEPT: u16 = 7;

/// A sheet with the cell of its NPV, as formulas on other sheets name it.
pub struct CaseSheet<'a> {
    pub sheet: Sheet,
    pub case: &'a VariantCase,
    pub npv: String,
}

/// Writes the sheet of one variant under a name that no other sheet has.
pub fn business_case<'a>(
    page: &Page<'a>,
    parameters: &Parameters,
    case: &'a VariantCase,
    name: &str,
) -> Option<CaseSheet<'a>> {
    let investment = page.dossier().investment(&case.investment)?;
    let variant = page.dossier().variant(&case.investment, &case.variant)?;
    let title = format!("{} – {}", name, page.name(&investment.name, investment.id.as_str()));
    let subtitle = page.say(
        "The case on its own: years count from its own start, shared components in full, nothing else in the plan.",
        "L'option seule : années comptées depuis son propre démarrage, composants partagés en entier, sans le reste du plan.",
    );
    let mut sheet = page.sheet(name, &title, &subtitle);
    page.widths(&mut sheet, &[38.0, 24.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 14.0], page.n_years());
    let (costs, benefits): (Vec<Line>, Vec<Line>) =
        lines_of(page, investment, variant).into_iter().partition(Line::is_cost);
    let mut row = 3;
    let stated_costs = entered(page, parameters, &mut sheet, &mut row, &costs);
    let stated_benefits = entered(page, parameters, &mut sheet, &mut row, &benefits);
    let used_costs = used(page, &mut sheet, &mut row, &costs, stated_costs);
    let used_benefits = used(page, &mut sheet, &mut row, &benefits, stated_benefits);
    let said = Said {
        cost: &case.cost,
        benefit: &case.benefit,
        pv_cost: case.pv_cost,
        pv_benefit: case.pv_benefit,
        npv: case.npv,
        appraisal: &case.appraisal,
    };
    headings(page, &mut sheet, row, [&page.say("Together", "Ensemble"), ""]);
    let block = Block { row: row + 1, year_0: YEAR_0, costs: used_costs, benefits: used_benefits };
    let (_, npv) = write_block(page, parameters, &mut sheet, block, &said);
    sheet.with(|inner| inner.set_freeze_panes(3, 1).map(|_| ()));
    let npv = sheet.name_of(npv);
    Some(CaseSheet { sheet, case, npv })
}

fn headings(page: &Page, sheet: &mut Sheet, row: u32, [title, subject]: [&str; 2]) {
    let figures = page.words(
        [">Low", ">Likely", ">High", ">Mean / likely", ">Kept"],
        [">Bas", ">Probable", ">Haut", ">Moyenne / probable", ">Retenu"],
    );
    let years = page.years();
    let blank = String::new;
    let has_factors = !subject.is_empty();
    let start = [title.to_string(), subject.to_string(), blank()];
    let figures = figures.into_iter().map(|heading| if has_factors { heading } else { blank() });
    let total = [format!(">{}", page.say("Total", "Total"))];
    let all: Vec<String> =
        start.into_iter().chain(figures).chain(over_figures(&years)).chain(total).collect();
    page.headings(sheet, row, &all);
}

/// The lines as they were entered; moves on to the row after them.
fn entered(page: &Page, parameters: &Parameters, sheet: &mut Sheet, row: &mut u32, lines: &[Line]) -> Rows {
    let first = lines.first()?;
    let (title, subject) = match first.is_cost() {
        true => (page.say("Costs, as entered", "Coûts, tels que saisis"), page.say("Nature", "Nature")),
        false => (
            page.say("Benefits, at the likely effect", "Gains, à l'effet probable"),
            page.say("Lever", "Levier"),
        ),
    };
    headings(page, sheet, *row, [&title, &subject]);
    *row += 1;
    let begin = *row;
    for line in lines {
        sheet.long_text((*row, 0), line.id(), &page.looks.text);
        sheet.long_text((*row, 1), &line.subject(page), &page.looks.text);
        let level = line.level().map_or_else(|| line.kind(page), |level| level.name().to_string());
        sheet.text((*row, 2), &level, &page.looks.text);
        write_factors(page, parameters, sheet, line, (*row, 3));
        for (column, amount) in (YEAR_0..).zip(&line.stated) {
            sheet.number((*row, column), amount.unwrap_or_default(), &page.looks.entered_money);
        }
        let stated = line.stated.iter().flatten().sum();
        total(page, sheet, *row, stated);
        *row += 1;
    }
    *row += 1;
    Some((begin, *row - 2))
}

/// The same lines as the case uses them: stated x mean x kept.
fn used(page: &Page, sheet: &mut Sheet, row: &mut u32, lines: &[Line], stated: Rows) -> Rows {
    let (first_stated, _) = stated?;
    let title = match lines.first()?.is_cost() {
        true => page.say("Costs, expected", "Coûts, attendus"),
        false => page.say("Benefits, adjusted for evidence", "Gains, ajustés selon la preuve"),
    };
    headings(page, sheet, *row, [&title, ""]);
    *row += 1;
    let begin = *row;
    for (stated_row, line) in (first_stated..).zip(lines) {
        sheet.long_text((*row, 0), line.id(), &page.looks.text);
        let nothing = vec![Decimal::ZERO; line.stated.len()];
        let amounts = line.used.as_ref().unwrap_or(&nothing);
        let (mean, kept) = (fixed((stated_row, MEAN)), fixed((stated_row, KEPT)));
        for (column, amount) in (YEAR_0..).zip(amounts) {
            let formula = format!("={}*{mean}*{kept}", cell((stated_row, column)));
            sheet.formula((*row, column), &formula, *amount, &page.looks.money);
        }
        total(page, sheet, *row, amounts.iter().sum());
        *row += 1;
    }
    *row += 1;
    Some((begin, *row - 2))
}

fn total(page: &Page, sheet: &mut Sheet, row: u32, sum: Decimal) {
    let last = YEAR_0 + page.n_years();
    let formula = format!("=SUM({})", range((row, YEAR_0), (row, last - 1)));
    sheet.formula((row, last), &formula, sum, &page.looks.money_sum);
}

/// A name for the sheet of an option that a spreadsheet accepts and that none of `taken` has: `B01 core`.
pub fn sheet_name(case: &VariantCase, taken: &[String]) -> String {
    let plain: String = format!("{} {}", case.investment, case.variant)
        .chars()
        .map(|letter| if "[]:*?/\\'".contains(letter) || letter.is_control() { '_' } else { letter })
        .collect();
    let is_free = |name: &str| taken.iter().all(|one| one.to_lowercase() != name.to_lowercase());
    let cut = |longest: usize| -> String { plain.trim().chars().take(longest).collect() };
    let (short, mut number) = (cut(LONGEST_NAME), 2);
    if is_free(&short) && !short.eq_ignore_ascii_case("history") {
        return short;
    }
    loop {
        let name = format!("{} ({number})", cut(LONGEST_NAME - 8));
        if is_free(&name) {
            return name;
        }
        number += 1;
    }
}

/// The longest name a sheet may have.
const LONGEST_NAME: usize = 31;
