//! The sheet of parameters: rate, timing, evidence scale, discount factors and levers, which other sheets compute from.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::page::{Page, over_figures};
use super::sheet::{Sheet, cell};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::lever::{Lever, LeverFormula};
use crate::finance::discount::Timing;

/// Where other sheets find the parameters, as formulas name them.
pub struct Parameters {
    pub rate: String,
    kept: BTreeMap<EvidenceLevel, String>,
    /// Years after the decision by column.
    pub exponents: Vec<String>,
    /// Discount factors as one range.
    pub factors: String,
}

impl Parameters {
    /// The cell of the share that is kept of a gain of this level.
    pub fn kept(&self, level: EvidenceLevel) -> &str {
        &self.kept[&level]
    }
}

const RATE_ROW: u32 = 4;
const REALISATION_ROW: u32 = 5;

/// Years after the decision at which the amount of a column falls.
pub fn exponent(timing: Timing, index: u16) -> Decimal {
    let index = Decimal::from(index);
    match timing {
        Timing::EndOfYear => index,
        Timing::MidYear => (index - dec!(0.5)).max(Decimal::ZERO),
        Timing::AllEnd => index + Decimal::ONE,
    }
}

/// Writes the sheet.
pub fn parameters(page: &Page) -> (Sheet, Parameters) {
    let name = page.say("Parameters", "Paramètres");
    let subtitle = page.say(
        "Figures in blue were entered; every formula of this workbook starts from here.",
        "Les chiffres en bleu ont été saisis ; toutes les formules du classeur partent d'ici.",
    );
    let mut sheet = page.sheet(&name, &page.say("Parameters", "Paramètres"), &subtitle);
    page.widths(&mut sheet, &[46.0, 28.0, 18.0, 14.0, 14.0], 8);
    facts(page, &mut sheet);
    let (kept, row) = evidence(page, &mut sheet);
    let (exponents, factors, row) = years(page, &mut sheet, row + 1);
    levers(page, &mut sheet, row + 1);
    let rate = sheet.name_of((RATE_ROW, 1));
    (sheet, Parameters { rate, kept, exponents, factors })
}

fn facts(page: &Page, sheet: &mut Sheet) {
    let (settings, result) = (&page.dossier().settings, page.result);
    let looks = &page.looks;
    let texts = [
        (3, page.say("Currency", "Devise"), settings.currency.clone()),
        (6, page.say("Timing", "Convention de calendrier"), timing_words(page)),
        (7, page.say("Value model", "Modèle de valeur"), result.outcome.value_model.name().to_string()),
        (
            8,
            page.say("Scenario", "Scénario"),
            result.scenario.map_or_else(|| page.say("as entered", "tel que saisi"), str::to_string),
        ),
        (
            9,
            page.say("Decision model", "Modèle de décision"),
            format!("{} {}", result.model.name, result.model.version),
        ),
        (10, page.say("Maximised", "Maximisé"), result.outcome.aim.clone()),
    ];
    for (row, label, text) in texts {
        sheet.text((row, 0), &label, &looks.text);
        sheet.text((row, 1), &text, &looks.text);
    }
    sheet.text((RATE_ROW, 0), &page.say("Discount rate", "Taux d'actualisation"), &looks.text);
    sheet.number((RATE_ROW, 1), settings.discount_rate, &looks.entered_percent);
    let label =
        page.say("Realised over promised, reference class", "Réalisé sur promis, classe de référence");
    sheet.text((REALISATION_ROW, 0), &label, &looks.text);
    sheet.number((REALISATION_ROW, 1), result.model.reference_class_realisation, &looks.entered_percent);
}

fn timing_words(page: &Page) -> String {
    match page.result.cases.discounting.timing {
        Timing::EndOfYear => page
            .say("year 0 undiscounted, others at year-end", "année 0 non actualisée, autres en fin d'année"),
        Timing::MidYear => page.say(
            "year 0 undiscounted, others at mid-year",
            "année 0 non actualisée, autres en milieu d'année",
        ),
        Timing::AllEnd => page.say("every amount one year out", "chaque montant un an plus tard"),
    }
}

/// The evidence scale; gives the cells of the shares kept and the row after it.
fn evidence(page: &Page, sheet: &mut Sheet) -> (BTreeMap<EvidenceLevel, String>, u32) {
    let looks = &page.looks;
    let mut row = 12;
    sheet.text((row, 0), &page.say("Evidence scale", "Échelle de preuve"), &looks.section);
    let headings = page.words(
        ["Level", ">Reliability", ">Share of a gain kept"],
        ["Niveau", ">Fiabilité", ">Part du gain retenue"],
    );
    page.headings(sheet, row + 1, &headings);
    row += 2;
    let mut kept = BTreeMap::new();
    for level in EvidenceLevel::ALL {
        let reliability =
            page.result.model.evidence.get(&level).map_or(Decimal::ZERO, |rung| rung.reliability);
        sheet.text((row, 0), &format!("{} – {}", level.name(), level_words(page, level)), &looks.text);
        sheet.number((row, 1), reliability, &looks.entered_percent);
        let own = cell((row, 1));
        let formula = format!("={own}+(1-{own})*$B${}", REALISATION_ROW + 1);
        sheet.formula((row, 2), &formula, page.result.model.kept_share(level), &looks.percent);
        kept.insert(level, sheet.name_of((row, 2)));
        row += 1;
    }
    (kept, row)
}

fn level_words(page: &Page, level: EvidenceLevel) -> String {
    let (en, fr) = match level {
        EvidenceLevel::E0 => ("opinion or trend", "opinion ou tendance"),
        EvidenceLevel::E1 => ("vendor or analyst claim", "affirmation d'éditeur ou d'analyste"),
        EvidenceLevel::E2 => ("own operational data", "données internes"),
        EvidenceLevel::E3 => ("direct customer evidence", "preuve directe client"),
        EvidenceLevel::E4 => ("own pilot or experiment", "pilote ou expérience interne"),
        EvidenceLevel::E5 => ("measured in production", "mesuré en production"),
    };
    page.say(en, fr)
}

/// Discount factors by year; gives the cells of the exponents, the range of the factors and the row after them.
fn years(page: &Page, sheet: &mut Sheet, row: u32) -> (Vec<String>, String, u32) {
    let looks = &page.looks;
    sheet.text((row, 0), &page.say("Discount factors", "Facteurs d'actualisation"), &looks.section);
    let years = page.years();
    let headings: Vec<String> =
        std::iter::once(page.say("Year", "Année")).chain(over_figures(&years)).collect();
    page.headings(sheet, row + 1, &headings);
    let labels = page.words(
        ["Years after the decision", "Discount factor"],
        ["Années après la décision", "Facteur d'actualisation"],
    );
    sheet.text((row + 2, 0), &labels[0], &looks.text);
    sheet.text((row + 3, 0), &labels[1], &looks.text);
    let mut exponents = Vec::new();
    for (index, factor) in (0..).zip(&page.result.cases.factors) {
        let column = index + 1;
        let years = exponent(page.result.cases.discounting.timing, index);
        sheet.number((row + 2, column), years, looks.entered_number(years));
        let formula = format!("=1/(1+$B${})^{}", RATE_ROW + 1, cell((row + 2, column)));
        sheet.formula((row + 3, column), &formula, *factor, &looks.factor);
        exponents.push(sheet.name_of((row + 2, column)));
    }
    let factors = sheet.range_of((row + 3, 1), (row + 3, page.n_years()));
    (exponents, factors, row + 4)
}

fn levers(page: &Page, sheet: &mut Sheet, row: u32) {
    if page.dossier().levers.is_empty() {
        return;
    }
    sheet.text((row, 0), &page.say("Levers", "Leviers"), &page.looks.section);
    let headings = page.words(
        ["Lever", "Unit", "Type", ">Value of one unit", ">Decay", ">Cap, in units", "How it was worked out"],
        [
            "Levier",
            "Unité",
            "Type",
            ">Valeur d'une unité",
            ">Attrition",
            ">Plafond, en unités",
            "Mode de calcul",
        ],
    );
    page.headings(sheet, row + 1, &headings);
    for (row, lever) in (row + 2..).zip(&page.dossier().levers) {
        lever_row(page, sheet, row, lever);
    }
}

fn lever_row(page: &Page, sheet: &mut Sheet, row: u32, lever: &Lever) {
    let looks = &page.looks;
    let name = format!("{} ({})", page.name(&lever.name, lever.id.as_str()), lever.id);
    sheet.long_text((row, 0), &name, &looks.text);
    sheet.long_text((row, 1), &lever.unit, &looks.text);
    if let Some(cap) = lever.cap {
        sheet.number((row, 5), cap, looks.entered_number(cap));
    }
    sheet.long_text((row, 6), &lever.formula_text, &looks.text);
    let Some(formula) = &lever.formula else { return };
    let (kind, value, decay) = match formula {
        LeverFormula::Flow { value_per_unit } => (page.say("flow", "flux"), *value_per_unit, None),
        LeverFormula::Stock { customers_per_unit, contribution, decay } => {
            (page.say("stock", "stock"), customers_per_unit * contribution, Some(*decay))
        }
        LeverFormula::WorkingCapital { value_per_unit } => {
            (page.say("working capital", "besoin en fonds de roulement"), *value_per_unit, None)
        }
        LeverFormula::OneOff { value_per_unit } => (page.say("one-off", "ponctuel"), *value_per_unit, None),
        LeverFormula::Risk { loss_per_unit } => (page.say("risk", "risque"), *loss_per_unit, None),
    };
    sheet.text((row, 2), &kind, &looks.text);
    sheet.number((row, 3), value, looks.entered_number(value));
    if let Some(decay) = decay {
        sheet.number((row, 4), decay, &looks.entered_percent);
    }
}
