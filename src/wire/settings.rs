//! The written form of a dossier's settings (`workspace.json` or `settings.json`), read field by field.
//!
//! A field that cannot be read is a finding and leaves its default; no field spoils another one.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, dec};
use serde::Deserialize;
use serde_json::Value;

use super::fault::RequestFault;
use super::pointer::{is_too_deep, step, too_deep};
use super::settings_fields::Fields;
use crate::domain::finding::{Finding, Severity};
use crate::domain::period::PeriodLength;
use crate::domain::place::Place;
use crate::domain::settings::{Settings, TimingConvention};
use crate::domain::text::Bilingual;

/// The fields of the file; amounts and rates may be JSON numbers or decimal texts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// Version of the format; information.
    pub schema: Value,
    pub id: Value,
    pub name_en: Value,
    pub name_fr: Value,
    pub mission_en: Value,
    pub mission_fr: Value,
    pub facts: Value,
    /// ISO 4217, such as `EUR`.
    pub currency: Value,
    /// Calendar year of year 0, such as 2027.
    pub base_year: Value,
    /// Years after year 0, 1 to 50.
    pub horizon_years: Value,
    /// Per year, such as 0.09.
    pub discount_rate: Value,
    /// Share, or null when tax is left out.
    pub tax_rate: Value,
    /// `y0_undiscounted_end_of_year`, `mid_year`, `all_end`, or the sentence of the sample dossiers.
    pub timing: Value,
    /// `year`, `quarter` or `month`.
    pub period: Value,
    /// Currency by year, such as `{"y0": 9200000}`; a year that is not named is not limited.
    pub budget_eur: Value,
    /// Currency by year.
    pub run_rate_cap_eur: Value,
    /// `{"E0": {"rho": 0.3, "spread": 1.3}, ...}`; labels and multipliers beside them are derived and not read.
    pub evidence_scale: Value,
    /// Realised over promised benefit, 0 to 1.
    pub reference_class_realisation: Value,
    /// `[{"id": "EASE", "en": "Ease of use", "fr": "Facilité d'utilisation"}, ...]`.
    pub persona_criteria: Value,
    /// `fr` or `en`, also `fr-FR`.
    pub locale: Value,
    /// Smallest coverage of must-be moments, 0 to 1.
    pub must_be_floor: Value,
    /// Name or path of a decision model.
    pub decision_model: Value,
    /// Day, such as `2027-03-31`.
    pub as_of: Value,
    #[serde(flatten)]
    pub unknown: BTreeMap<String, Value>,
}

/// The fields that other tools read as texts, so that they are never anything else.
const TEXTS: [&str; 4] = ["id", "name_en", "name_fr", "currency"];

/// What settings that are sent cannot be, in a bundle neither.
pub fn faults_of(sent: &Value, pointer: &str) -> Vec<RequestFault> {
    let Value::Object(fields) = sent else {
        let (en, fr) = ("Expected: an object.", "Attendu : un objet.");
        return vec![RequestFault::at(pointer, "type_invalid", en, fr)];
    };
    let is_text = |field: &Value| field.is_string() || field.is_null();
    let wrong = TEXTS.iter().filter(|name| fields.get(**name).is_some_and(|field| !is_text(field)));
    let told = |name: &&str| {
        RequestFault::at(&step(pointer, name), "type_invalid", "Expected: a text.", "Attendu : un texte.")
    };
    let deep = fields.iter().filter(|(_, field)| is_too_deep(field));
    let deep = deep.map(|(name, _)| too_deep(&step(pointer, name)));
    wrong.map(told).chain(deep).collect()
}

/// What cannot be read of settings that are written alone or merged into a dossier; in files, and in a bundle that stands for
/// them, it is a finding and leaves the default.
pub fn misread(sent: &Value, pointer: &str) -> Vec<RequestFault> {
    let Ok(form) = serde_json::from_value::<SettingsForm>(sent.clone()) else { return Vec::new() };
    let mut findings = Vec::new();
    form.take_apart(&Place::file("workspace.json"), &mut findings);
    let is_sent = |finding: &Finding| {
        let field = finding.column.split('.').next().unwrap_or_default();
        sent.get(field).is_some_and(|value| !value.is_null())
    };
    let wrong = findings.iter().filter(|finding| finding.severity == Severity::Error && is_sent(finding));
    let told = wrong.map(|finding| {
        let at = finding.column.split('.').fold(pointer.to_string(), |at, name| step(&at, name));
        // That the default is used instead is true of files only.
        let kept = |text: &str| {
            format!("{}.", text.split(';').next().unwrap_or_default().trim_end().trim_end_matches('.'))
        };
        RequestFault::at(&at, finding.code, kept(&finding.message.en), kept(&finding.message.fr))
    });
    told.collect()
}

impl SettingsForm {
    /// The names of all fields.
    pub const FIELDS: [&'static str; 23] = [
        "schema",
        "id",
        "name_en",
        "name_fr",
        "mission_en",
        "mission_fr",
        "facts",
        "currency",
        "base_year",
        "horizon_years",
        "discount_rate",
        "tax_rate",
        "timing",
        "period",
        "budget_eur",
        "run_rate_cap_eur",
        "evidence_scale",
        "reference_class_realisation",
        "persona_criteria",
        "locale",
        "must_be_floor",
        "decision_model",
        "as_of",
    ];

    /// The settings, with what could not be read pushed onto the findings.
    pub fn take_apart(self, place: &Place, findings: &mut Vec<Finding>) -> Settings {
        let SettingsForm {
            schema: _,
            id,
            name_en,
            name_fr,
            mission_en,
            mission_fr,
            facts,
            currency,
            base_year,
            horizon_years,
            discount_rate,
            tax_rate,
            timing,
            period,
            budget_eur,
            run_rate_cap_eur,
            evidence_scale,
            reference_class_realisation,
            persona_criteria,
            locale,
            must_be_floor,
            decision_model,
            as_of,
            unknown: _,
        } = self;
        let mut fields = Fields { place, findings };
        let fallback = unstated(place);
        let horizon = fields
            .whole("horizon_years", &horizon_years, 1, 50)
            .map_or(fallback.horizon, |years| years as usize);
        if budget_eur.as_object().is_none_or(|years| years.is_empty()) {
            fields.limit_missing("budget_eur", "spending", "les dépenses");
        }
        Settings {
            id: fields.text("id", &id).unwrap_or_default(),
            name: fields.bilingual("name_en", &name_en, "name_fr", &name_fr),
            mission: fields.bilingual("mission_en", &mission_en, "mission_fr", &mission_fr),
            facts: fields.text("facts", &facts).unwrap_or_default(),
            currency: fields.currency(&currency).unwrap_or(fallback.currency),
            base_year: fields
                .whole("base_year", &base_year, 1900, 2200)
                .map_or(fallback.base_year, |year| year as i32),
            horizon,
            discount_rate: fields
                .required_number("discount_rate", &discount_rate, dec!(-0.99), dec!(1))
                .unwrap_or(fallback.discount_rate),
            tax_rate: fields.share("tax_rate", &tax_rate),
            timing: fields.timing(&timing),
            language: fields.language(&locale),
            budgets: fields.by_year("budget_eur", &budget_eur, horizon),
            run_rate_caps: fields.by_year("run_rate_cap_eur", &run_rate_cap_eur, horizon),
            period: fields.period(&period),
            switched_off: BTreeSet::new(),
            evidence: fields.evidence(&evidence_scale),
            reference_class_realisation: fields
                .share("reference_class_realisation", &reference_class_realisation),
            criteria: fields.criteria(&persona_criteria),
            must_be_floor: fields
                .number("must_be_floor", &must_be_floor, dec!(0), dec!(0.999))
                .unwrap_or(fallback.must_be_floor),
            decision_model: fields.text("decision_model", &decision_model),
            as_of: fields.day("as_of", &as_of),
            place: place.clone(),
        }
    }
}

/// The settings of a dossier that states none: EUR, five years from 2027 at 10 % (the TEI default of method 2.2).
pub fn unstated(place: &Place) -> Settings {
    Settings {
        id: String::new(),
        name: Bilingual::default(),
        mission: Bilingual::default(),
        facts: String::new(),
        currency: "EUR".to_string(),
        base_year: 2027,
        horizon: 5,
        discount_rate: dec!(0.10),
        tax_rate: None,
        timing: TimingConvention::EndOfYear,
        budgets: BTreeMap::new(),
        language: None,
        run_rate_caps: BTreeMap::new(),
        period: PeriodLength::Year,
        switched_off: BTreeSet::new(),
        evidence: BTreeMap::new(),
        reference_class_realisation: None,
        criteria: BTreeMap::new(),
        must_be_floor: Decimal::ZERO,
        decision_model: None,
        as_of: None,
        place: place.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_cannot_be_read_is_told_where_it_stands() {
        let sent = json!({"base_year": "x", "discount_rate": 7, "currency": null, "horizon_years": 5,
            "budget_eur": {"y0": "1000", "y1": "much"}});
        let faults = misread(&sent, "");
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/base_year", "/discount_rate", "/budget_eur/y1"]);
        assert!(faults.iter().all(|fault| !fault.message.en.contains("default")), "{faults:?}");
        assert!(misread(&json!({"name_en": "Bank", "more": [1]}), "").is_empty());
    }
}
