//! The sheet of cash flows: every line by year, as entered and as used, for filters and pivot tables.

use rust_decimal::Decimal;

use super::lines::Line;
use super::page::{Page, over_figures};
use super::sheet::{Sheet, range};
use crate::domain::investment::Investment;

const HEADING_ROW: u32 = 3;

/// Columns that other sheets add up by.
pub const KIND: u16 = 4;
pub const SUBJECT: u16 = 5;
pub const DEPARTMENT: u16 = 6;
pub const BASIS: u16 = 7;
/// The column of year 0.
pub const YEAR_0: u16 = 8;

/// The sheet and where its rows stand.
pub struct Flows {
    pub sheet: Sheet,
    first_row: u32,
    last_row: u32,
}

impl Flows {
    /// A column of all rows, as formulas on other sheets name it.
    pub fn column(&self, column: u16) -> String {
        self.sheet.range_of((self.first_row, column), (self.last_row, column))
    }
}

/// The department as it is written, a dash for none, so that formulas can ask for it.
pub fn department_of(investment: &Investment) -> String {
    match investment.department.is_empty() {
        true => "–".to_string(),
        false => investment.department.clone(),
    }
}

/// The two words of the column that says how amounts are meant: as entered, as used.
pub fn bases(page: &Page) -> [String; 2] {
    page.words(["as entered", "used"], ["saisi", "utilisé"])
}

/// Writes the sheet.
pub fn flows(page: &Page, lines: &[Line]) -> Flows {
    let title = page.say("Cash flows", "Flux");
    let subtitle = page.say(
        "Every line of every option by year, each on its own: “as entered” before any model (a benefit at its likely \
         effect), “used” as the business cases count it. Costs are positive. All options are here, so alternatives add up.",
        "Chaque ligne de chaque option par année, prise isolément : « saisi » avant tout modèle (gain à l'effet \
         probable), « utilisé » tel que compté. Les coûts sont positifs. Toutes les options y sont, variantes comprises.",
    );
    let mut sheet = page.sheet(&title, &title, &subtitle);
    page.widths(&mut sheet, &[9.0, 36.0, 12.0, 24.0, 10.0, 26.0, 14.0, 12.0, 14.0], page.n_years());
    let years = page.years();
    let headings = page.words(
        ["Key", "Investment", "Variant", "Line", "Kind", "Lever or nature", "Department", "Basis"],
        ["Clé", "Investissement", "Variante", "Ligne", "Type", "Levier ou nature", "Direction", "Base"],
    );
    let total = format!(">{}", page.say("Total", "Total"));
    let headings: Vec<String> = headings.into_iter().chain(over_figures(&years)).chain([total]).collect();
    page.headings(&mut sheet, HEADING_ROW, &headings);
    let [entered, used] = bases(page);
    let mut row = HEADING_ROW;
    for line in lines {
        row += 1;
        write_row(page, &mut sheet, row, line, &entered, &line.stated);
        if let Some(amounts) = &line.used {
            row += 1;
            let amounts: Vec<Option<Decimal>> = amounts.iter().copied().map(Some).collect();
            write_row(page, &mut sheet, row, line, &used, &amounts);
        }
    }
    page.long_table(&mut sheet, HEADING_ROW, row, YEAR_0 + page.n_years(), 2);
    Flows { sheet, first_row: HEADING_ROW + 1, last_row: row.max(HEADING_ROW + 1) }
}

fn write_row(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    line: &Line,
    basis: &str,
    amounts: &[Option<Decimal>],
) {
    let looks = &page.looks;
    let investment = line.investment;
    let texts = [
        (0, investment.id.to_string()),
        (1, page.name(&investment.name, "").to_string()),
        (2, line.variant.id.to_string()),
        (3, line.id().to_string()),
        (KIND, line.kind(page)),
        (SUBJECT, line.subject(page)),
        (DEPARTMENT, department_of(investment)),
        (BASIS, basis.to_string()),
    ];
    for (column, text) in texts {
        sheet.long_text((row, column), &text, &looks.text);
    }
    for (column, amount) in (YEAR_0..).zip(amounts) {
        match amount {
            Some(amount) => sheet.number((row, column), *amount, &looks.money),
            None => sheet.text((row, column), &page.say("withheld", "non comm."), &looks.note),
        }
    }
    let last = YEAR_0 + page.n_years();
    let formula = format!("=SUM({})", range((row, YEAR_0), (row, last - 1)));
    sheet.formula((row, last), &formula, amounts.iter().flatten().sum(), &looks.money_sum);
}
