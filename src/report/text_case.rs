//! Business cases as text for the terminal.

use rust_decimal::Decimal;

use super::missing_words::missing_words;
use super::number::{grouped, percent, percent_of_real, thousands};
use super::table::Table;
use crate::case::appraisal::Appraisal;
use crate::case::cases::{Cases, VariantCase};
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::quantity::real::exact;

/// One line per variant: PV of cost and benefit, NPV, ROI, rate of return, payback.
pub fn cases_text(dossier: &Dossier, cases: &Cases, language: Language) -> String {
    let currency = &dossier.settings.currency;
    let mut table = match language {
        Language::English => Table::new(&[
            "variant",
            "investment",
            ">PV cost",
            ">PV benefit",
            ">NPV",
            ">as claimed",
            ">ROI",
            ">IRR",
            ">payback, years",
        ]),
        Language::French => Table::new(&[
            "variante",
            "investissement",
            ">VA coûts",
            ">VA gains",
            ">VAN",
            ">VAN affichée",
            ">ROI",
            ">TRI",
            ">récupération, ans",
        ]),
    };
    for case in &cases.variants {
        let name = dossier.investment(&case.investment).map_or("", |item| item.name.get(language));
        table.row(vec![
            format!("{}:{}", case.investment, case.variant),
            short(name, 42),
            thousands(case.pv_cost, currency, language),
            thousands(case.pv_benefit, currency, language),
            thousands(case.npv, currency, language),
            thousands(case.npv_unadjusted, currency, language),
            roi_text(&case.appraisal, language),
            rates_text(&case.appraisal, language),
            years_text(case.appraisal.payback.sustained, language),
        ]);
    }
    let mut text = table.text();
    text.push_str(&missing_text(cases, language));
    text
}

/// The variants of one investment line by line and year by year.
pub fn case_text(dossier: &Dossier, cases: &Cases, language: Language) -> String {
    let mut text = String::new();
    for case in &cases.variants {
        let name = dossier.investment(&case.investment).map_or("", |item| item.name.get(language));
        text.push_str(&format!("{}:{}  {name}\n\n", case.investment, case.variant));
        text.push_str(&lines_text(dossier, case, language));
        text.push('\n');
        text.push_str(&measures_text(dossier, case, language));
        for caution in cautions(&case.appraisal, language) {
            text.push_str(&format!("  ! {caution}\n"));
        }
        text.push('\n');
    }
    text.push_str(&missing_text(cases, language));
    text
}

fn lines_text(dossier: &Dossier, case: &VariantCase, language: Language) -> String {
    let [line_word, from_word] = match language {
        Language::English => ["line", ">stated → used"],
        Language::French => ["ligne", ">affiché → retenu"],
    };
    let mut headings = vec![line_word.to_string(), from_word.to_string()];
    headings
        .extend((0..case.cost.len()).map(|year| format!(">{}", dossier.settings.base_year + year as i32)));
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    let amounts =
        |amounts: &[Decimal]| amounts.iter().map(|one| grouped(*one, 0, language)).collect::<Vec<_>>();
    for line in &case.cost_lines {
        let used = format!("× {}", grouped(line.multiplier, 3, language));
        let mut row = vec![format!("{} ({})", line.line, line.nature.name()), used];
        row.extend(amounts(&line.expected));
        table.row(row);
    }
    for line in &case.benefit_lines {
        let used = format!(
            "{} → {} ({})",
            grouped(line.claimed, 3, language),
            grouped(line.effect, 3, language),
            line.evidence.name()
        );
        let mut row = vec![format!("{} ({})", line.line, line.lever), used];
        row.extend(amounts(&line.adjusted));
        table.row(row);
    }
    let words = match language {
        Language::English => ["cost", "benefit", "net"],
        Language::French => ["coûts", "gains", "net"],
    };
    for (word, total) in words.iter().zip([&case.cost, &case.benefit, &case.net()]) {
        let mut row = vec![format!("= {word}"), String::new()];
        row.extend(amounts(total));
        table.row(row);
    }
    table.text()
}

fn measures_text(dossier: &Dossier, case: &VariantCase, language: Language) -> String {
    let currency = &dossier.settings.currency;
    let money = |amount: Decimal| super::number::money(amount, currency, language);
    let appraisal = &case.appraisal;
    let words = match language {
        Language::English => [
            "PV of cost",
            "PV of benefit",
            "NPV",
            "NPV as claimed",
            "ROI",
            "IRR",
            "MIRR",
            "Payback: first, sustained, discounted (years)",
            "Profitability index",
            "Equivalent annual amount",
            "Total cost of ownership",
            "TEI view (claims and risks instead of evidence): NPV, ROI",
        ],
        Language::French => [
            "VA des coûts",
            "VA des gains",
            "VAN",
            "VAN affichée",
            "ROI",
            "TRI",
            "TRI modifié",
            "Récupération\u{a0}: première, durable, actualisée (ans)",
            "Indice de profitabilité",
            "Annuité équivalente",
            "Coût total de possession",
            "Vue TEI (affirmations et risques au lieu des preuves)\u{a0}: VAN, ROI",
        ],
    };
    let years = |years| years_text(years, language);
    let payback = &appraisal.payback;
    let figures = [
        money(case.pv_cost),
        money(case.pv_benefit),
        money(case.npv),
        money(case.npv_unadjusted),
        roi_text(appraisal, language),
        rates_text(appraisal, language),
        appraisal.mirr.rate.map_or_else(dash, |rate| percent_of_real(rate, 1, language)),
        [years(payback.first), years(payback.sustained), years(payback.discounted)].join(" · "),
        appraisal.profitability_index.map_or_else(dash, |index| grouped(index, 2, language)),
        money(appraisal.equivalent_annual_amount),
        money(appraisal.total_cost_of_ownership),
        format!(
            "{}, {}",
            money(case.tei.npv),
            case.tei.roi.map_or_else(dash, |roi| percent(roi, 0, language))
        ),
    ];
    let mut table = Table::new(&["", ">"]);
    words.iter().zip(figures).for_each(|(word, figure)| table.row(vec![word.to_string(), figure]));
    table.text().lines().skip(2).map(|line| format!("  {line}\n")).collect()
}

/// What a reader could take wrongly from the measures of one case, each in a sentence.
pub fn cautions(appraisal: &Appraisal, language: Language) -> Vec<&'static str> {
    let mut cautions = Vec::new();
    if appraisal.irr.roots.len() > 1 {
        cautions.push(match language {
            Language::English => "Several rates of return: none of them is the rate; decide by NPV or MIRR.",
            Language::French => {
                "Plusieurs taux de rendement\u{a0}: aucun n’est le bon\u{a0}; décidez par la VAN ou le TRI modifié."
            }
        });
    }
    if appraisal.payback.first.is_some() && appraisal.payback.sustained.is_none() {
        cautions.push(match language {
            Language::English => {
                "Cash turns positive early and negative again, because it must be handed back: it never pays back for good."
            }
            Language::French => {
                "La trésorerie devient positive tôt puis redevient négative, car elle doit être restituée\u{a0}: pas de récupération durable."
            }
        });
    }
    cautions
}

fn missing_text(cases: &Cases, language: Language) -> String {
    let mut text = String::new();
    for case in &cases.missing {
        let (who, why) = (format!("{}:{}", case.investment, case.variant), missing_words(case, language));
        text.push_str(&match language {
            Language::English => format!("{who}: no case, {why}\n"),
            Language::French => format!("{who}\u{a0}: pas d’analyse, {why}\n"),
        });
    }
    text
}

/// ROI as per cent, a dash when nothing is spent.
pub fn roi_text(appraisal: &Appraisal, language: Language) -> String {
    appraisal.roi.map_or_else(dash, |roi| percent(roi, 0, language))
}

/// Every rate of return, or a dash when there is none.
pub fn rates_text(appraisal: &Appraisal, language: Language) -> String {
    let rates: Vec<String> = appraisal
        .irr
        .roots
        .iter()
        .filter_map(|rate| exact(*rate))
        .map(|rate| percent(rate, 1, language))
        .collect();
    if rates.is_empty() { dash() } else { rates.join(" | ") }
}

/// Years with one decimal, a dash when never.
pub fn years_text(years: Option<Decimal>, language: Language) -> String {
    years.map_or_else(dash, |years| grouped(years, 1, language))
}

/// A name cut to a width, with an ellipsis.
pub fn short(name: &str, width: usize) -> String {
    if name.chars().count() <= width {
        return name.to_string();
    }
    name.chars().take(width - 1).chain(['…']).collect()
}

fn dash() -> String {
    "–".to_string()
}
