//! The people the plan needs, by role and year, against those there are.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use crate::domain::role::Role;
use crate::optimize::outcome::{Plan, RuleUse};
use crate::optimize::statement::Statement;
use crate::quantity::real::real;
use crate::report::chart::Chart;
use crate::report::chart::kind::{CapacityByYear, RoleLoad};

fn use_of<'p>(plan: &'p Plan, role: &Role, year: usize) -> Option<&'p RuleUse> {
    let is_this = |one: &&RuleUse| matches!(&one.statement, Statement::RoleDays { role: id, year: at } if *id == role.id && *at == year);
    plan.uses.iter().find(is_this)
}

/// Year indices in which some role has a limit.
fn years(plan: &Plan) -> Vec<usize> {
    let mut years: Vec<usize> = plan
        .uses
        .iter()
        .filter_map(|one| match &one.statement {
            Statement::RoleDays { year, .. } => Some(*year),
            _ => None,
        })
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Roles that some candidate needs under a limit.
fn roles<'a>(page: &Page<'a>, plan: &Plan) -> Vec<&'a Role> {
    let years = years(plan);
    let is_limited = |role: &&Role| years.iter().any(|year| use_of(plan, role, *year).is_some());
    page.dossier().roles.iter().filter(is_limited).collect()
}

/// Use of every role by year; none without limits on people.
pub fn chart(page: &Page, plan: &Plan) -> Option<Chart> {
    let roles = roles(page, plan);
    let share = |role: &Role, year: usize| {
        let rule = use_of(plan, role, year)?;
        (rule.limit > Decimal::ZERO).then(|| 100.0 * real(rule.used) / real(rule.limit))
    };
    let years: Vec<RoleLoad> = years(plan)
        .into_iter()
        .map(|year| RoleLoad {
            name: page.year(year),
            shares: roles.iter().map(|role| share(role, year)).collect(),
        })
        .collect();
    let title = page.say("People by role and year", "Équipes par rôle et par année");
    let description = page.say(
        "Days the plan needs, in per cent of the days there are.",
        "Jours que le plan demande, en pour cent des jours disponibles.",
    );
    (!roles.is_empty()).then(|| {
        Chart::CapacityByYear(CapacityByYear {
            frame: page.frame_of(title, description, "%", 0),
            roles: roles.iter().map(|role| page.text(&role.name, role.id.as_str()).to_string()).collect(),
            years,
        })
    })
}

/// The picture.
pub fn figure(page: &Page, plan: &Plan) -> Html {
    if roles(page, plan).is_empty() {
        return Html::default();
    }
    let strong = element("strong", page.say("People by role and year.", "Équipes par rôle et par année."));
    let text = page.say(
        " Days needed in per cent of the days available.",
        " Jours nécessaires en pour cent des jours disponibles.",
    );
    page.figure("chart-people", strong.and(text))
}

/// The same in days.
pub fn table(page: &Page, plan: &Plan) -> Html {
    let years = years(plan);
    let mut headings = vec![page.say("Role", "Rôle").to_string()];
    for year in &years {
        headings.push(format!(">{}", page.year(*year)));
        headings.push(format!(">{}", page.say("available", "disponibles")));
    }
    let mut grid =
        Grid::new(page.say("Days needed and available", "Jours nécessaires et disponibles"), &headings);
    for role in roles(page, plan) {
        let mut cells: Vec<Html> = vec![page.text(&role.name, role.id.as_str()).into()];
        for year in &years {
            let rule = use_of(plan, role, *year);
            let mark = if rule.is_some_and(|rule| rule.is_binding) { " ◄" } else { "" };
            cells.push(rule.map_or("–".into(), |rule| format!("{}{mark}", page.count(rule.used))).into());
            cells.push(rule.map_or("–".into(), |rule| page.count(rule.limit)).into());
        }
        grid.row(cells);
    }
    let is_bound =
        plan.uses.iter().any(|one| one.is_binding && matches!(one.statement, Statement::RoleDays { .. }));
    let note = match is_bound {
        true => page.paragraph("◄ binds the plan.", "◄ contraint le plan."),
        false => Html::default(),
    };
    grid.html().and(note)
}
