//! What the plan uses of its limits: budgets by kind of spending, rules with an amount, and people by role and year.

use rust_decimal::Decimal;

use super::flow_block::Block;
use super::page::Page;
use super::plan_sheet::{YEAR_0, amounts_row, heading};
use super::sheet::{Sheet, cell, range};
use crate::case::amounts::Amounts;
use crate::case::costs::CostCase;
use crate::case::portfolio_case::portfolio_cost;
use crate::domain::business_case::{Accounting, CostNature};
use crate::optimize::outcome::{Plan, RuleUse};
use crate::optimize::rule::Side;
use crate::optimize::statement::Statement;
use crate::quantity::identity::Id;

/// Where spending by kind and the budget stand.
#[derive(Clone, Copy)]
pub struct BudgetRows {
    pub capex: u32,
    /// Opex other than running cost, then running cost.
    pub opex: u32,
    pub run: u32,
    /// The budget by year; nothing when no year has one.
    pub budget: Option<u32>,
}

/// What a plan spends by year on lines that a filter lets through.
pub fn spent(page: &Page, plan: &Plan, is_meant: impl Fn(&CostCase) -> bool) -> Amounts {
    portfolio_cost(
        page.result.cases,
        &plan.portfolio,
        |line| {
            if is_meant(line) { &line.expected } else { &[] }
        },
    )
}

/// Whether a line is capitalised, expensed once, or expensed year after year: the three kinds that add up to all.
pub fn kinds() -> [fn(&CostCase) -> bool; 3] {
    [
        |line| line.accounting == Accounting::Capex,
        |line| line.accounting == Accounting::Opex && line.nature != CostNature::Run,
        |line| line.accounting == Accounting::Opex && line.nature == CostNature::Run,
    ]
}

/// Writes spending by kind against budgets and caps; gives where they stand and the row after them.
pub fn budget_rows(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan, block: Block) -> (BudgetRows, u32) {
    heading(page, sheet, row, &page.say("Spending and budgets", "Dépenses et budgets"));
    let labels = page.words(
        ["Capex", "Opex without running cost", "Running cost (opex)"],
        ["Capex", "Opex hors exploitation", "Exploitation (opex)"],
    );
    let first = row + 1;
    for ((row, label), is_meant) in (first..).zip(&labels).zip(kinds()) {
        sheet.text((row, 0), label, &page.looks.text);
        amounts_row(page, sheet, row, &spent(page, plan, is_meant));
    }
    let total = first + 3;
    sheet.text((total, 0), &page.say("Spending", "Dépenses"), &page.looks.label_total);
    for blank in 1..YEAR_0 {
        sheet.text((total, blank), "", &page.looks.label_total);
    }
    for (index, cost) in (0..).zip(&plan.case.cost) {
        let column = YEAR_0 + index;
        let formula = format!("=SUM({})", range((first, column), (total - 1, column)));
        sheet.formula((total, column), &formula, *cost, &page.looks.money_total);
        let check = format!("=ABS({}-{})<0.01", cell((total, column)), cell(block.cost(index)));
        sheet.check((total + 1, column), &check, true, &page.looks.check);
    }
    let agrees = page.say("Agrees with the total cost above", "Concorde avec le total des coûts ci-dessus");
    sheet.text((total + 1, 0), &agrees, &page.looks.note);
    let mut row = total + 2;
    let settings = &page.dossier().settings;
    let mut budget = None;
    let [budgets, caps] = page.words(["Budget", "Cap on yearly cost"], ["Budget", "Plafond de coût annuel"]);
    for (label, limits, is_budget) in
        [(budgets, &settings.budgets, true), (caps, &settings.run_rate_caps, false)]
    {
        if limits.is_empty() {
            continue;
        }
        if is_budget {
            budget = Some(row);
        }
        let left = page.say("left", "restant");
        let [used, left] = [page.say("used", "utilisé"), left].map(|word| format!("{label}, {word}"));
        for (row, label) in (row..).zip([&label, &used, &left]) {
            sheet.text((row, 0), label, &page.looks.text);
        }
        for (year, limit) in limits {
            let Some(cost) = plan.case.cost.get(*year) else { continue };
            limit_cells(page, sheet, (row, YEAR_0 + *year as u16), total, *limit, *cost);
        }
        row += 3;
    }
    (BudgetRows { capex: first, opex: first + 1, run: first + 2, budget }, row)
}

/// A limit, the share of it that is used, and what is left.
fn limit_cells(
    page: &Page,
    sheet: &mut Sheet,
    (row, column): (u32, u16),
    total: u32,
    limit: Decimal,
    cost: Decimal,
) {
    let (own, spent) = (cell((row, column)), cell((total, column)));
    sheet.number((row, column), limit, &page.looks.entered_money);
    let share = cost.checked_div(limit).unwrap_or_default();
    sheet.formula((row + 1, column), &format!("=IF({own}=0,0,{spent}/{own})"), share, &page.looks.percent);
    sheet.formula((row + 2, column), &format!("={own}-{spent}"), limit - cost, &page.looks.money);
}

/// Writes every rule with an amount but budgets, caps and days of whole years, which stand in tables of their own.
pub fn rule_rows(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan) -> u32 {
    let is_meant = |one: &&RuleUse| {
        matches!(
            one.statement,
            Statement::Envelope { .. } | Statement::RolePeriod { .. } | Statement::Portfolio { .. }
        )
    };
    let rules: Vec<&RuleUse> = plan.uses.iter().filter(is_meant).collect();
    if rules.is_empty() {
        return row;
    }
    let title = page.say("Envelopes and other rules", "Enveloppes et autres règles");
    let headings =
        page.words([">Used", ">Limit", ">Left", "Binds"], [">Utilisé", ">Limite", ">Restant", "Contraint"]);
    let blanks = (1..YEAR_0).map(|_| String::new());
    let all: Vec<String> = std::iter::once(title).chain(blanks).chain(headings).collect();
    page.headings(sheet, row, &all);
    let mut row = row + 1;
    for rule in rules {
        let clause = rule.statement.clause(page.dossier());
        let text = page.language.typeset(clause.get(page.language));
        sheet.long_text((row, 0), &text, &page.looks.text);
        let is_money = matches!(rule.statement, Statement::Envelope { .. });
        let look = |figure| if is_money { &page.looks.money } else { page.looks.number(figure) };
        sheet.number((row, YEAR_0), rule.used, look(rule.used));
        sheet.number((row, YEAR_0 + 1), rule.limit, look(rule.limit));
        let (used, limit) = (cell((row, YEAR_0)), cell((row, YEAR_0 + 1)));
        let (formula, left) = match rule.side {
            Side::AtMost => (format!("={limit}-{used}"), rule.limit - rule.used),
            Side::AtLeast => (format!("={used}-{limit}"), rule.used - rule.limit),
        };
        sheet.formula((row, YEAR_0 + 2), &formula, left, look(left));
        let binds = if rule.is_binding { page.say("yes", "oui") } else { String::new() };
        sheet.text((row, YEAR_0 + 3), &binds, &page.looks.text);
        row += 1;
    }
    row
}

/// Writes days needed, available and left by role and year.
pub fn people_rows(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan) -> u32 {
    let of_role = |one: &RuleUse, id: &Id<_>| match &one.statement {
        Statement::RoleDays { role, year } if role == id => Some((*year, one.used, one.limit)),
        _ => None,
    };
    let roles = page.dossier().roles.iter().map(|role| {
        let uses: Vec<(usize, Decimal, Decimal)> =
            plan.uses.iter().filter_map(|one| of_role(one, &role.id)).collect();
        (role, uses)
    });
    let roles: Vec<_> = roles.filter(|(_, uses)| !uses.is_empty()).collect();
    if roles.is_empty() {
        return row;
    }
    heading(page, sheet, row, &page.say("People, days by role", "Équipes, jours par rôle"));
    let words = page.words(["needed", "available", "left"], ["nécessaires", "disponibles", "restants"]);
    let mut row = row + 1;
    for (role, uses) in roles {
        for (more, word) in (0..).zip(&words) {
            let name = if more == 0 { page.name(&role.name, role.id.as_str()) } else { "" };
            sheet.long_text((row + more, 0), name, &page.looks.text);
            sheet.text((row + more, 1), word, &page.looks.text);
        }
        for (year, used, limit) in &uses {
            let column = YEAR_0 + *year as u16;
            sheet.number((row, column), *used, &page.looks.count);
            sheet.number((row + 1, column), *limit, &page.looks.count);
            let formula = format!("={}-{}", cell((row + 1, column)), cell((row, column)));
            sheet.formula((row + 2, column), &formula, limit - used, &page.looks.count);
        }
        let last = YEAR_0 + page.n_years();
        let sums = [uses.iter().map(|one| one.1).sum(), uses.iter().map(|one| one.2).sum()];
        let sums: [Decimal; 2] = sums;
        for (row, sum) in (row..).zip([sums[0], sums[1], sums[1] - sums[0]]) {
            let formula = format!("=SUM({})", range((row, YEAR_0), (row, last - 1)));
            sheet.formula((row, last), &formula, sum, &page.looks.count);
        }
        row += 3;
    }
    row
}
