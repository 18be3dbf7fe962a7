//! The recommendation in a few sentences, and how sure it is: the top of the plan and of the memo.

use super::aim_words::{AimWords, aim_words};
use super::missing_words::unjudged_sentence;
use super::number::{millions, percent_of_real};
use super::plan::PlanResult;
use crate::domain::text::Language;
use crate::optimize::outcome::{Plan, Status};

/// The recommendation: what to fund and what that is worth in present values, then the money to approve.
///
/// A plan without any investment says that nothing is worth funding, and no more. Candidates that could not be judged are
/// counted: nothing says of them that they are not worth their cost.
pub fn recommendation(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let name = result.dossier.settings.name.get(language);
    let n = plan.portfolio.choices().len();
    let unjudged = unjudged_sentence(result, language);
    if n == 0 {
        return nothing_text(result, name, language) + &unjudged;
    }
    let of = result.dossier.investments.len();
    let candidats = if n == 1 { "candidat" } else { "candidats" };
    let npv = millions(plan.case.npv, currency, language);
    let cost = millions(plan.case.pv_cost, currency, language);
    let benefit = millions(plan.case.pv_benefit, currency, language);
    let covered = result.coverage.map(|coverage| percent_of_real(coverage.total, 0, language));
    let approval = approval(result, plan, language);
    match (language, covered) {
        (Language::English, Some(covered)) => format!(
            "{name}: fund {n} of {of} candidates; in present value, {cost} of cost brings {benefit} of benefit, a net \
             present value of {npv}, and closes {covered} of the gap at the moments that matter to customers.{approval}{unjudged}"
        ),
        (Language::English, None) => format!(
            "{name}: fund {n} of {of} candidates; in present value, {cost} of cost brings {benefit} of benefit, a net \
             present value of {npv}.{approval} What it does for customers cannot be said: the dossier weighs no moment of \
             truth.{unjudged}"
        ),
        (Language::French, Some(covered)) => format!(
            "{name}\u{a0}: financer {n} {candidats} sur {of}\u{a0}; en valeur actuelle, {cost} de coûts apportent {benefit} \
             de gains, soit une valeur actuelle nette de {npv}, et comblent {covered} de l’écart aux moments qui comptent \
             pour les clients.{approval}{unjudged}"
        ),
        (Language::French, None) => format!(
            "{name}\u{a0}: financer {n} {candidats} sur {of}\u{a0}; en valeur actuelle, {cost} de coûts apportent {benefit} \
             de gains, soit une valeur actuelle nette de {npv}.{approval} L’effet sur les clients reste inconnu\u{a0}: le \
             dossier ne pondère aucun moment de vérité.{unjudged}"
        ),
    }
}

/// That nothing is funded: because nothing is worth it, or because nothing could be judged.
fn nothing_text(result: &PlanResult, name: &str, language: Language) -> String {
    let n_judged = result.dossier.investments.len() - result.cases.unjudged(result.dossier).len();
    let is_whole = result.cases.missing.is_empty();
    match (n_judged, is_whole, language) {
        (0, false, Language::English) => format!("{name}: nothing can be recommended."),
        (0, false, Language::French) => format!("{name}\u{a0}: rien ne peut être recommandé."),
        (_, true, Language::English) => {
            format!("{name}: fund nothing: no candidate is worth its cost under these rules.")
        }
        (_, true, Language::French) => {
            format!("{name}\u{a0}: ne rien financer\u{a0}: aucun candidat ne vaut son coût sous ces règles.")
        }
        (_, false, Language::English) => format!(
            "{name}: fund nothing: no candidate that could be judged is worth its cost under these rules."
        ),
        (_, false, Language::French) => format!(
            "{name}\u{a0}: ne rien financer\u{a0}: aucun candidat qui a pu être jugé ne vaut son coût sous ces règles."
        ),
    }
}

/// The expected costs of the years that have a budget, as they fall and not discounted; nothing where no year has one.
fn approval(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let settings = &result.dossier.settings;
    let amounts: Vec<String> = settings
        .budgets
        .keys()
        .filter_map(|year| {
            let cost = millions(*plan.case.cost.get(*year)?, &settings.currency, language);
            let year = settings.base_year + *year as i32;
            Some(match language {
                Language::English => format!("{cost} in {year}"),
                Language::French => format!("{cost} en {year}"),
            })
        })
        .collect();
    match (amounts.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::English) => format!(" To approve: {}.", amounts.join(", ")),
        (false, Language::French) => format!(" À engager\u{a0}: {}.", amounts.join(", ")),
    }
}

/// How sure the answer is, in words.
pub fn status_text(result: &PlanResult, language: Language) -> String {
    let bound = result.outcome.bound.unwrap_or_default();
    let gap = result.outcome.gap.unwrap_or_default();
    let gap = percent_of_real(gap, 3, language);
    let is_told = result.outcome.status != Status::LimitReached || result.outcome.bound.is_some();
    if let Some(words) = aim_words(result, language).filter(|_| is_told) {
        let bound = words.amount(result, bound, language);
        return aimed_status_text(result.outcome.status, &words, &bound, &gap, language);
    }
    let bound = millions(bound, &result.dossier.settings.currency, language);
    match (result.outcome.status, language) {
        (Status::LimitReached, Language::English) if result.outcome.bound.is_none() => {
            "Not proven: the solver's numbers contradict this plan's exact value; take it as a proposal.".into()
        }
        (Status::LimitReached, Language::French) if result.outcome.bound.is_none() => {
            "Non prouvé\u{a0}: les nombres du solveur contredisent la valeur exacte de ce plan\u{a0}; à prendre comme une \
             proposition."
                .into()
        }
        (Status::Optimal, Language::English) => "Proven: no plan that keeps all rules is worth more.".into(),
        (Status::Optimal, Language::French) => {
            "Prouvé\u{a0}: aucun plan respectant toutes les règles ne vaut davantage.".into()
        }
        (Status::WithinGap, Language::English) => {
            format!("No plan is worth more than {bound}: at most {gap} above this one.")
        }
        (Status::WithinGap, Language::French) => {
            format!("Aucun plan ne vaut plus de {bound}\u{a0}: au plus {gap} au-dessus de celui-ci.")
        }
        (Status::LimitReached, Language::English) => {
            format!("Stopped at a limit: the best plan may be worth up to {bound}, {gap} more than this one.")
        }
        (Status::LimitReached, Language::French) => {
            format!(
                "Arrêté à une limite\u{a0}: le meilleur plan vaut au plus {bound}, soit {gap} de plus que celui-ci."
            )
        }
        (Status::Infeasible, _) => no_plan_text(language),
    }
}

fn no_plan_text(language: Language) -> String {
    match language {
        Language::English => "No plan keeps all rules.".into(),
        Language::French => "Aucun plan ne respecte toutes les règles.".into(),
    }
}

/// The same for an aim that is not NPV alone: what no other plan has more, or less, of.
fn aimed_status_text(status: Status, words: &AimWords, bound: &str, gap: &str, language: Language) -> String {
    let (noun, better) = (&words.noun, &words.better);
    let among = match (words.is_after_others, language) {
        (false, _) => "",
        (true, Language::English) => " and reaches what comes first",
        (true, Language::French) => " et ce qui passe avant",
    };
    match (status, language) {
        (Status::Optimal, Language::English) => {
            format!("Proven: no plan that keeps all rules{among} has {better}.")
        }
        (Status::Optimal, Language::French) => {
            format!("Prouvé\u{a0}: aucun plan respectant toutes les règles{among} n’a {better}.")
        }
        (Status::WithinGap, Language::English) => {
            format!("No plan has {better} than {bound}: at most {gap} better than this one.")
        }
        (Status::WithinGap, Language::French) => {
            format!("Aucun plan n’a {better} que {bound}\u{a0}: au plus {gap} de mieux que celui-ci.")
        }
        (Status::LimitReached, Language::English) => {
            format!(
                "Stopped at a limit: the best plan may reach {bound} ({noun}), {gap} better than this one."
            )
        }
        (Status::LimitReached, Language::French) => format!(
            "Arrêté à une limite\u{a0}: le meilleur plan atteint au mieux {bound} ({noun}), soit {gap} de mieux que celui-ci."
        ),
        (Status::Infeasible, _) => no_plan_text(language),
    }
}
