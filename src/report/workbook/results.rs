//! The results as a workbook: each sheet written once, then put in the order of reading.

use super::adjustment::adjustment;
use super::assumptions::assumptions;
use super::business_case::{CaseSheet, business_case, sheet_name};
use super::charts::charts;
use super::flows::flows;
use super::lines::lines;
use super::page::Page;
use super::parameters::parameters;
use super::plan_sheet::plan_sheet;
use super::reconciliation::{Grounds, reconciliation};
use super::sheet::Sheet;
use super::summary::summary;
use super::{Shown, WorkbookFault, bytes_of};
use crate::case::cases::VariantCase;
use crate::domain::text::Language;
use crate::report::memo::MemoGrounds;
use crate::report::plan::PlanResult;

/// The results of a choice as a workbook whose figures recompute.
///
/// Sheets: summary, assumptions, cash flows, risk adjustment, plan, charts, reconciliation, parameters, and one business
/// case for every option that is shown. Without a plan those of the plan are left out.
///
/// # Errors
/// When the dossier has more than a workbook can hold.
pub fn results_workbook(
    result: &PlanResult,
    grounds: &MemoGrounds,
    shown: Shown,
    language: Language,
) -> Result<Vec<u8>, WorkbookFault> {
    let page = Page::new(result, grounds, language);
    let (parameter_sheet, parameters) = parameters(&page);
    let lines = lines(&page);
    let assumptions = assumptions(&page, &parameters, &lines);
    let flows = flows(&page, &lines);
    let adjustment = adjustment(&page, &parameters, &lines);
    let plan_sheet = page.plan().map(|plan| plan_sheet(&page, &parameters, plan));
    let plan = page.plan().zip(plan_sheet.as_ref());
    let mut taken: Vec<String> = [&assumptions, &flows.sheet, &adjustment.sheet, &parameter_sheet]
        .into_iter()
        .chain(plan_sheet.as_ref().map(|one| &one.sheet))
        .map(Sheet::name)
        .collect();
    taken.extend(
        page.words(["Summary", "Charts", "Reconciliation"], ["Synthèse", "Graphiques", "Rapprochement"]),
    );
    let mut cases: Vec<CaseSheet> = Vec::new();
    for case in shown_cases(&page, shown) {
        let name = sheet_name(case, &taken);
        taken.push(name.clone());
        cases.extend(business_case(&page, &parameters, case, &name));
    }
    let charts = charts(&page, plan, &cases);
    let of = |sheet: &Sheet| (sheet.name(), sheet.checks());
    let checks =
        plan_sheet.iter().map(|one| of(&one.sheet)).chain(cases.iter().map(|one| of(&one.sheet))).collect();
    let reconciled = reconciliation(
        &page,
        &Grounds { lines: &lines, flows: &flows, adjustment: &adjustment, plan, checks },
    );
    let summary = summary(&page, plan, &cases, &reconciled.verdict);
    let sheets = [summary, assumptions, flows.sheet, adjustment.sheet]
        .into_iter()
        .chain(plan_sheet.map(|one| one.sheet))
        .chain([charts, reconciled.sheet, parameter_sheet])
        .chain(cases.into_iter().map(|one| one.sheet));
    bytes_of(page.dossier_name(), sheets.collect())
}

fn shown_cases<'a>(page: &Page<'a>, shown: Shown) -> Vec<&'a VariantCase> {
    let cases = page.result.cases;
    match shown {
        Shown::AllOptions => cases.variants.iter().collect(),
        Shown::Chosen => page
            .plan()
            .iter()
            .flat_map(|plan| plan.portfolio.choices())
            .filter_map(|choice| cases.get(&choice.investment, &choice.variant))
            .collect(),
    }
}
