//! Several plans side by side as text for the terminal.

use rust_decimal::Decimal;

use super::choice_words::{dated_choices, dated_moves};
use super::number::{counted, millions, percent};
use super::plan_list::{ListKind, ListedPlan, PlanList};
use super::table::Table;
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::text::Language;

/// One sentence, then a table with a row per plan: what it is worth and what changes.
pub fn plan_list_text(list: &PlanList, language: Language) -> String {
    let headings: [&str; 6] = match language {
        Language::English => ["plan", ">NPV", ">less than best", "enters", "leaves", "moves"],
        Language::French => ["plan", ">VAN", ">sous le meilleur", "entre", "sort", "change"],
    };
    let settings = &list.dossier.settings;
    let currency = &settings.currency;
    let best = list.plans.iter().map(worth).max().unwrap_or_default();
    let mut table = Table::new(&headings);
    for (at, plan) in list.plans.iter().enumerate() {
        let change = PortfolioChange::between(list.reference(), &plan.portfolio);
        let lost = best - worth(plan);
        let share = if best > Decimal::ZERO { percent(lost / best, 2, language) } else { "–".into() };
        table.row(vec![
            format!("{}{}", name(list, at, language), if plan.status.is_proven() { "" } else { " ?" }),
            millions(worth(plan), currency, language),
            if lost.is_zero() {
                "–".into()
            } else {
                format!("{} ({share})", millions(lost, currency, language))
            },
            dated_choices(&change.entered, settings, language).join(", "),
            dated_choices(&change.left, settings, language).join(", "),
            dated_moves(&change.moved, settings, language).join(", "),
        ]);
    }
    let doubt = match (list.plans.iter().all(|plan| plan.status.is_proven()), language) {
        (true, _) => String::new(),
        (false, Language::English) => "? not proven within the limits asked for\n".into(),
        (false, Language::French) => "? non prouvé dans les limites demandées\n".into(),
    };
    format!("{}\n\n{}{doubt}", sentence(list, language), table.text())
}

fn sentence(list: &PlanList, language: Language) -> String {
    let (first, currency) = (&list.plans[0], &list.dossier.settings.currency);
    match (list.kind, language) {
        (ListKind::Alternatives { differ_by }, Language::English) => format!(
            "{}; any two differ by at least {}, and each is the best that differs from those above.",
            counted(list.plans.len(), "plan", "plans", language),
            counted(*differ_by, "investment", "investments", language)
        ),
        (ListKind::Alternatives { differ_by }, Language::French) => format!(
            "{}\u{a0}; deux à deux ils diffèrent d’au moins {}, et chacun est le meilleur qui diffère des précédents.",
            counted(list.plans.len(), "plan", "plans", language),
            counted(*differ_by, "investissement", "investissements", language)
        ),
        (ListKind::Replan { approved, .. }, _) => {
            let changes = PortfolioChange::between(approved, &first.portfolio).size();
            let kept = list.plans.get(1).map(worth).filter(|best| *best > Decimal::ZERO);
            let kept = kept.map_or("–".into(), |best| percent(worth(first) / best, 1, language));
            let npv = millions(worth(first), currency, language);
            match language {
                Language::English => {
                    let changes = counted(changes, "change", "changes", language);
                    format!(
                        "With {changes} of the approved plan, {kept} of what can still be had is kept: {npv}."
                    )
                }
                Language::French => {
                    let changes = counted(changes, "changement", "changements", language);
                    format!(
                        "Avec {changes} du plan approuvé, il reste {kept} de ce qui est encore possible\u{a0}: {npv}."
                    )
                }
            }
        }
    }
}

fn name(list: &PlanList, at: usize, language: Language) -> String {
    match (list.kind, at, language) {
        (ListKind::Replan { .. }, 0, Language::English) => "fewest changes".into(),
        (ListKind::Replan { .. }, 0, Language::French) => "moins de changements".into(),
        (ListKind::Replan { .. }, _, Language::English) => "best possible".into(),
        (ListKind::Replan { .. }, _, Language::French) => "meilleur possible".into(),
        (ListKind::Alternatives { .. }, at, _) => (at + 1).to_string(),
    }
}

fn worth(plan: &ListedPlan) -> Decimal {
    plan.npv - plan.penalty
}
