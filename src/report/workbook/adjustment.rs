//! The sheet of risk adjustment: line by line from what is stated to what is expected, to what the evidence lets count,
//! to what that is worth today, each step a formula.

use rust_decimal::Decimal;

use super::lines::{Line, write_factors};
use super::page::{Page, over_figures};
use super::parameters::Parameters;
use super::sheet::{Sheet, cell, fixed, range};
use crate::case::amounts::present_value;

/// Rows of the totals: all costs, all benefits, costs of the plan, benefits of the plan.
const TOTALS: u32 = 4;
const HEADING_ROW: u32 = 9;
const IS_COST: u16 = 3;
const FACTORS: u16 = 6;
const STATED: u16 = 11;
const EXPECTED: u16 = 12;
const ADJUSTED: u16 = 13;
const PRESENT: u16 = 14;
const IN_PLAN: u16 = 15;
const YEAR_0: u16 = 16;

/// The sheet with the cells of its totals, as formulas on other sheets name them, and the figures in them.
pub struct Adjustment {
    pub sheet: Sheet,
    /// Costs and benefits of what the plan chose: stated, expected, adjusted, present value.
    pub chosen: [[(String, Decimal); 4]; 2],
}

/// Writes the sheet.
pub fn adjustment(page: &Page, parameters: &Parameters, lines: &[Line]) -> Adjustment {
    let title = page.say("Risk adjustment", "Ajustement du risque");
    let subtitle = page.say(
        "Stated × mean of the estimate = expected; × share kept for evidence = adjusted; discounted = present value. Each \
         option on its own, years from its own start. Options whose amounts are withheld or not \
         stated have no case and are not here.",
        "Déclaré × moyenne de l'estimation = attendu ; × part retenue selon la preuve = ajusté ; actualisé = valeur \
         actuelle. Chaque option seule, depuis son démarrage. Les options à montants non communiqués ou non \
         indiqués n'y sont pas.",
    );
    let mut sheet = page.sheet(&title, &title, &subtitle);
    let widths =
        [9.0, 12.0, 24.0, 9.0, 26.0, 9.0, 9.0, 9.0, 9.0, 10.0, 9.0, 14.0, 14.0, 14.0, 14.0, 8.0, 13.0];
    page.widths(&mut sheet, &widths, page.n_years() - 1);
    let words = page.words(["cost", "benefit"], ["coût", "gain"]);
    let complete: Vec<&Line> = lines.iter().filter(|line| is_complete(page, line)).collect();
    headings(page, &mut sheet);
    let mut row = HEADING_ROW;
    for line in &complete {
        row += 1;
        write_line(page, parameters, &mut sheet, row, line, &words);
    }
    let chosen = totals(page, &mut sheet, row.max(HEADING_ROW + 1), &complete, &words);
    page.long_table(&mut sheet, HEADING_ROW, row, YEAR_0 + page.n_years() - 1, 3);
    Adjustment { sheet, chosen }
}

fn is_complete(page: &Page, line: &Line) -> bool {
    page.result.cases.get(&line.investment.id, &line.variant.id).is_some()
}

fn is_chosen(page: &Page, line: &Line) -> bool {
    page.plan().is_some_and(|plan| plan.portfolio.variant_of(&line.investment.id) == Some(&line.variant.id))
}

fn headings(page: &Page, sheet: &mut Sheet) {
    let headings = page.words(
        [
            "Key",
            "Variant",
            "Line",
            "Kind",
            "Lever or nature",
            "Evidence",
            ">Low",
            ">Likely",
            ">High",
            ">Mean / likely",
            ">Kept",
            ">Stated",
            ">Expected",
            ">Adjusted",
            ">Present value",
            "In plan",
        ],
        [
            "Clé",
            "Variante",
            "Ligne",
            "Type",
            "Levier ou nature",
            "Preuve",
            ">Bas",
            ">Probable",
            ">Haut",
            ">Moyenne / probable",
            ">Retenu",
            ">Déclaré",
            ">Attendu",
            ">Ajusté",
            ">Valeur actuelle",
            "Retenu au plan",
        ],
    );
    let years = page.years();
    let stated = page.say("stated", "déclaré");
    let years = over_figures(&years).map(|year| format!("{year} {stated}"));
    let all: Vec<String> = headings.into_iter().chain(years).collect();
    page.headings(sheet, HEADING_ROW, &all);
}

/// Stated, expected and adjusted over all years, and the present value.
fn figures(page: &Page, line: &Line) -> [Decimal; 4] {
    let stated: Decimal = line.stated.iter().flatten().sum();
    let used = line.used.as_deref().unwrap_or_default();
    let present = present_value(used, &page.result.cases.factors);
    [stated, stated * line.mean, stated * line.mean * line.kept, present]
}

fn write_line(
    page: &Page,
    parameters: &Parameters,
    sheet: &mut Sheet,
    row: u32,
    line: &Line,
    words: &[String; 2],
) {
    let looks = &page.looks;
    let kind = if line.is_cost() { &words[0] } else { &words[1] };
    let texts = [
        (0, line.investment.id.to_string()),
        (1, line.variant.id.to_string()),
        (2, line.id().to_string()),
        (IS_COST, kind.clone()),
        (4, line.subject(page)),
        (5, line.level().map_or("–", |level| level.name()).to_string()),
    ];
    for (column, text) in texts {
        sheet.long_text((row, column), &text, &looks.text);
    }
    write_factors(page, parameters, sheet, line, (row, FACTORS));
    let [mean, kept] = [FACTORS + 3, FACTORS + 4].map(|column| cell((row, column)));
    let years = range((row, YEAR_0), (row, YEAR_0 + page.n_years() - 1));
    let [stated, expected, adjusted, present] = figures(page, line);
    let before = |column: u16| cell((row, column - 1));
    sheet.formula((row, STATED), &format!("=SUM({years})"), stated, &looks.money);
    sheet.formula((row, EXPECTED), &format!("={}*{mean}", before(EXPECTED)), expected, &looks.money);
    sheet.formula((row, ADJUSTED), &format!("={}*{kept}", before(ADJUSTED)), adjusted, &looks.money);
    let formula = format!("=SUMPRODUCT({years},{})*{mean}*{kept}", parameters.factors);
    sheet.formula((row, PRESENT), &formula, present, &looks.money);
    sheet.number((row, IN_PLAN), Decimal::from(u8::from(is_chosen(page, line))), &looks.mark);
    for (column, amount) in (YEAR_0..).zip(&line.stated) {
        sheet.number((row, column), amount.unwrap_or_default(), &looks.entered_money);
    }
}

/// Totals above the table, so that filters leave them alone; gives those of the plan.
fn totals(
    page: &Page,
    sheet: &mut Sheet,
    last_row: u32,
    lines: &[&Line],
    words: &[String; 2],
) -> [[(String, Decimal); 4]; 2] {
    let labels = page.words(
        ["All options, costs", "All options, benefits", "Chosen options, costs", "Chosen options, benefits"],
        [
            "Toutes options, coûts",
            "Toutes options, gains",
            "Options retenues, coûts",
            "Options retenues, gains",
        ],
    );
    let column = |column: u16| format!("{}:{}", fixed((HEADING_ROW + 1, column)), fixed((last_row, column)));
    let mut found = [0, 1, 2, 3].map(|_| Vec::new());
    for (place, label) in labels.iter().enumerate() {
        let row = TOTALS + place as u32;
        let (is_cost, is_of_plan) = (place % 2 == 0, place >= 2);
        sheet.text((row, 2), label, &page.looks.label_total);
        sheet.text((row, IS_COST), if is_cost { &words[0] } else { &words[1] }, &page.looks.label_total);
        let counted = lines.iter().filter(|line| line.is_cost() == is_cost);
        let counted = counted.filter(|line| !is_of_plan || is_chosen(page, line));
        let sums = counted.fold([Decimal::ZERO; 4], |mut sums, line| {
            sums.iter_mut().zip(figures(page, line)).for_each(|(sum, figure)| *sum += figure);
            sums
        });
        for (at, sum) in (STATED..=PRESENT).zip(sums) {
            let kind = format!("{},{}", column(IS_COST), fixed((row, IS_COST)));
            let of_plan = if is_of_plan { format!(",{},1", column(IN_PLAN)) } else { String::new() };
            let formula = format!("=SUMIFS({},{kind}{of_plan})", column(at));
            sheet.formula((row, at), &formula, sum, &page.looks.money_total);
            found[place].push((sheet.name_of((row, at)), sum));
        }
    }
    let four = |sums: &Vec<(String, Decimal)>| std::array::from_fn(|at| sums[at].clone());
    [four(&found[2]), four(&found[3])]
}
