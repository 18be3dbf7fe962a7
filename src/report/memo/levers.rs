//! Where the benefits come from: by lever and year.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::Html;
use super::page::Page;
use crate::case::amounts::present_value;
use crate::domain::lever::LeverId;
use crate::optimize::outcome::Plan;
use crate::quantity::real::real;

/// One row per lever, the one that brings most first; years without any benefit are left out.
pub fn table(page: &Page, plan: &Plan) -> Html {
    let case = &plan.case;
    let value = |amounts: &[Decimal]| present_value(amounts, &page.result.cases.factors);
    let mut levers: Vec<(&LeverId, &Vec<Decimal>)> = case.benefit_by_lever.iter().collect();
    levers.sort_by_key(|(_, amounts)| std::cmp::Reverse(value(amounts)));
    let years: Vec<usize> = (0..case.benefit.len())
        .filter(|year| levers.iter().any(|(_, amounts)| !amounts[*year].is_zero()))
        .collect();
    let mut headings = vec![page.say("Lever", "Levier").to_string()];
    headings.extend(years.iter().map(|year| format!(">{}", page.year(*year))));
    headings.push(format!(">{}", page.say("PV", "VA")));
    headings.push(format!(">{}", page.say("Share", "Part")));
    let mut grid = Grid::new(page.in_kilo(page.say("Benefits by lever", "Gains par levier")), &headings);
    let row = |amounts: &[Decimal]| -> Vec<Html> {
        let share =
            if case.pv_benefit.is_zero() { 0.0 } else { real(value(amounts)) / real(case.pv_benefit) };
        let by_year = years.iter().map(|year| page.kilo(amounts[*year]).into());
        by_year.chain([page.kilo(value(amounts)).into(), page.share(share).into()]).collect()
    };
    for (id, amounts) in levers {
        let name = page.dossier().lever(id).map_or(id.as_str(), |lever| lever.name.get(page.language));
        grid.row(std::iter::once(name.into()).chain(row(amounts)).collect());
    }
    grid.total(std::iter::once(page.say("Total", "Total").into()).chain(row(&case.benefit)).collect());
    grid.html()
}
