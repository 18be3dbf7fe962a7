//! The block below the lines of a case: totals by year and what follows from them, down to the measures, all as formulas.

use rust_decimal::Decimal;

use super::measures::{Said, write_measures};
use super::page::Page;
use super::parameters::{Parameters, exponent};
use super::sheet::{At, Sheet, cell, range};

/// Where the lines that a block adds up stand, as first and last row; nothing when there are none.
pub type Rows = Option<(u32, u32)>;

/// Where a block stands and which lines it adds up.
#[derive(Clone, Copy)]
pub struct Block {
    /// The row of the first total.
    pub row: u32,
    /// The column of year 0.
    pub year_0: u16,
    pub costs: Rows,
    pub benefits: Rows,
}

/// Rows of a block after its first.
const COST: u32 = 0;
const BENEFIT: u32 = 1;
const NET: u32 = 2;
const SUM: u32 = 3;
const INDEX: u32 = 4;
const EXPONENT: u32 = 5;
const FACTOR: u32 = 6;
const PRESENT: u32 = 7;
const PRESENT_SUM: u32 = 8;
const CROSSING: u32 = 9;
const PRESENT_CROSSING: u32 = 10;
const N_ROWS: u32 = 11;

/// The rows of a block by what they hold, each as a range from year 0 to the last.
pub struct Ranges {
    pub cost: String,
    pub benefit: String,
    pub net: String,
    pub sum: String,
    pub index: String,
    pub factor: String,
    pub crossing: String,
    pub present_crossing: String,
    /// Last cells of the cumulative rows.
    pub end: String,
    pub present_end: String,
    /// Net amounts after year 0 and that of year 0, for the spreadsheet's own NPV.
    pub net_0: String,
    pub later_net: String,
}

impl Block {
    fn at(&self, row: u32, index: u16) -> At {
        (self.row + row, self.year_0 + index)
    }

    /// The cell of the total cost of a year.
    pub fn cost(&self, index: u16) -> At {
        self.at(COST, index)
    }

    /// The cell of the net amount of a year.
    pub fn net(&self, index: u16) -> At {
        self.at(NET, index)
    }

    /// The cell of the cumulative net amount of a year.
    pub fn cumulative(&self, index: u16) -> At {
        self.at(SUM, index)
    }

    fn ranges(&self, last: u16) -> Ranges {
        let row = |row| range(self.at(row, 0), self.at(row, last));
        Ranges {
            cost: row(COST),
            benefit: row(BENEFIT),
            net: row(NET),
            sum: row(SUM),
            index: row(INDEX),
            factor: row(FACTOR),
            crossing: row(CROSSING),
            present_crossing: row(PRESENT_CROSSING),
            end: cell(self.at(SUM, last)),
            present_end: cell(self.at(PRESENT_SUM, last)),
            net_0: cell(self.at(NET, 0)),
            later_net: range(self.at(NET, 1.min(last)), self.at(NET, last)),
        }
    }
}

/// Writes totals, cumulative and discounted amounts by year and the measures; gives the row after them and the cell of
/// the NPV.
pub fn write_block(
    page: &Page,
    parameters: &Parameters,
    sheet: &mut Sheet,
    block: Block,
    said: &Said,
) -> (u32, At) {
    labels(page, sheet, block);
    let factors = &page.result.cases.factors;
    let (mut sum, mut present_sum) = (Decimal::ZERO, Decimal::ZERO);
    for (index, ((cost, benefit), factor)) in (0..).zip(said.cost.iter().zip(said.benefit).zip(factors)) {
        let net = benefit - cost;
        let before = (sum, present_sum);
        sum += net;
        present_sum += net * factor;
        let year = Year {
            index,
            cost: *cost,
            benefit: *benefit,
            factor: *factor,
            before,
            after: (sum, present_sum),
        };
        write_year(page, parameters, sheet, block, &year);
    }
    totals(page, sheet, block, said);
    let last = page.n_years().saturating_sub(1);
    write_measures(page, parameters, sheet, (block.row + N_ROWS + 1, block.year_0), &block.ranges(last), said)
}

/// The figures of one year; `before` and `after` are the two cumulative sums around it.
struct Year {
    index: u16,
    cost: Decimal,
    benefit: Decimal,
    factor: Decimal,
    before: (Decimal, Decimal),
    after: (Decimal, Decimal),
}

fn labels(page: &Page, sheet: &mut Sheet, block: Block) {
    let labels = page.words(
        [
            "Total cost",
            "Total benefit",
            "Net",
            "Cumulative net",
            "Year, counted",
            "Years after the decision",
            "Discount factor",
            "Discounted net",
            "Cumulative discounted net",
            "Payback within the year",
            "Discounted payback within the year",
        ],
        [
            "Total des coûts",
            "Total des gains",
            "Net",
            "Net cumulé",
            "Rang de l'année",
            "Années après la décision",
            "Facteur d'actualisation",
            "Net actualisé",
            "Net actualisé cumulé",
            "Récupération dans l'année",
            "Récupération actualisée dans l'année",
        ],
    );
    for (row, label) in (block.row..).zip(&labels) {
        let is_total = label == &labels[2] || label == &labels[7];
        sheet.text((row, 0), label, if is_total { &page.looks.label_total } else { &page.looks.text });
        for blank in (1..block.year_0).filter(|_| is_total) {
            sheet.text((row, blank), "", &page.looks.label_total);
        }
    }
}

fn write_year(page: &Page, parameters: &Parameters, sheet: &mut Sheet, block: Block, year: &Year) {
    let looks = &page.looks;
    let index = year.index;
    let own = |row| cell(block.at(row, index));
    let earlier = |row| cell(block.at(row, index - 1));
    let added = |rows: Rows| match rows {
        Some((first, last)) => {
            let column = block.year_0 + index;
            format!("=SUM({})", range((first, column), (last, column)))
        }
        None => "=0".to_string(),
    };
    let net = year.benefit - year.cost;
    let mut formula =
        |row, formula: &str, result, look| sheet.formula(block.at(row, index), formula, result, look);
    formula(COST, &added(block.costs), year.cost, &looks.money);
    formula(BENEFIT, &added(block.benefits), year.benefit, &looks.money);
    formula(NET, &format!("={}-{}", own(BENEFIT), own(COST)), net, &looks.money_total);
    let cumulative = |row, sum| match index {
        0 => format!("={}", own(row)),
        _ => format!("={}+{}", earlier(sum), own(row)),
    };
    formula(SUM, &cumulative(NET, SUM), year.after.0, &looks.money);
    let exponents = exponent(page.result.cases.discounting.timing, index);
    formula(
        EXPONENT,
        &format!("={}", parameters.exponents[usize::from(index)]),
        exponents,
        looks.number(exponents),
    );
    let factor = format!("=1/(1+{})^{}", parameters.rate, own(EXPONENT));
    formula(FACTOR, &factor, year.factor, &looks.factor);
    let present = format!("={}*{}", own(NET), own(FACTOR));
    formula(PRESENT, &present, net * year.factor, &looks.money_total);
    formula(PRESENT_SUM, &cumulative(PRESENT, PRESENT_SUM), year.after.1, &looks.money);
    sheet.number(block.at(INDEX, index), Decimal::from(index), &looks.count);
    if index == 0 {
        return;
    }
    for (row, sum, amount, before, after, net) in [
        (CROSSING, SUM, NET, year.before.0, year.after.0, net),
        (PRESENT_CROSSING, PRESENT_SUM, PRESENT, year.before.1, year.after.1, net * year.factor),
    ] {
        let (from, to, came) = (earlier(sum), own(sum), own(amount));
        let crossing =
            format!("=IF(AND(ROUND({from},6)<0,ROUND({to},6)>=0),{}-{from}/{came},\"–\")", earlier(INDEX));
        let at = block.at(row, index);
        match before < Decimal::ZERO && after >= Decimal::ZERO {
            true => sheet.formula(at, &crossing, Decimal::from(index - 1) - before / net, &looks.years),
            false => sheet.formula_text(at, &crossing, "–", &looks.right),
        }
    }
}

/// Sums over all years beside the rows of amounts.
fn totals(page: &Page, sheet: &mut Sheet, block: Block, said: &Said) {
    let (cost, benefit): (Decimal, Decimal) = (said.cost.iter().sum(), said.benefit.iter().sum());
    let last = page.n_years();
    let sums = [(COST, cost), (BENEFIT, benefit), (NET, benefit - cost), (PRESENT, said.npv)];
    for (row, sum) in sums {
        let formula = format!("=SUM({})", range(block.at(row, 0), block.at(row, last - 1)));
        let look = if row == NET || row == PRESENT { &page.looks.money_total } else { &page.looks.money_sum };
        sheet.formula(block.at(row, last), &formula, sum, look);
    }
}
