//! Reads the fields of the settings one by one; what cannot be read is a finding and leaves nothing behind.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::{Decimal, dec};
use serde_json::Value;

use super::decimal;
use super::words;
use crate::domain::estimate::is_too_small;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::evidence::EvidenceRung;
use crate::domain::finding::{Finding, Severity};
use crate::domain::period::PeriodLength;
use crate::domain::place::Place;
use crate::domain::settings::TimingConvention;
use crate::domain::text::{Bilingual, Language};

/// The amount limit of budgets and caps, as for the cells of tables.
const AMOUNT_MAX: Decimal = dec!(1000000000000);

/// Reads one field after the other, collecting findings.
pub struct Fields<'a> {
    pub place: &'a Place,
    pub findings: &'a mut Vec<Finding>,
}

impl Fields<'_> {
    fn refuse(&mut self, code: &'static str, field: &str, value: &Value, (en, fr): (String, String)) {
        let finding = Finding::new(code, Severity::Error, self.place, en, fr);
        self.findings.push(finding.at(field, &shown(value)));
    }

    fn invalid(&mut self, field: &str, value: &Value, wanted_en: &str, wanted_fr: &str) {
        let sentences = (
            format!("The setting {field} cannot be read: {wanted_en} is expected; its default is used."),
            format!(
                "Le réglage {field} est illisible : {wanted_fr} attendu(e) ; la valeur par défaut est prise."
            ),
        );
        self.refuse("setting_invalid", field, value, sentences);
    }

    fn missing(&mut self, field: &str, default: &str) {
        let sentences = (
            format!("The setting {field} is missing; {default} is used."),
            format!("Le réglage {field} manque ; {default} est pris."),
        );
        self.refuse("setting_missing", field, &Value::Null, sentences);
    }

    fn warn(&mut self, code: &'static str, field: &str, sentences: (String, String), advice: (&str, &str)) {
        let finding = Finding::new(code, Severity::Warning, self.place, sentences.0, sentences.1);
        self.findings.push(finding.at(field, "").suggest(advice.0, advice.1));
    }

    /// Tells that a limit is not stated; `what` is what is then not limited, in English and French.
    pub fn limit_missing(&mut self, field: &str, what_en: &str, what_fr: &str) {
        let sentences = (
            format!("{field} is not stated: {what_en} is not limited."),
            format!("{field} n'est pas indiqué : {what_fr} n'y ont pas de limite."),
        );
        self.warn(
            "budget_missing",
            field,
            sentences,
            (
                "State an amount by year, such as {\"y0\": 1000000}.",
                "Indiquez un montant par an, comme {\"y0\": 1000000}.",
            ),
        );
    }

    fn year_beyond_horizon(&mut self, field: &str, horizon: usize) {
        let sentences = (
            format!("{field} lies beyond the horizon of {horizon} years and is not read."),
            format!("{field} dépasse l'horizon de {horizon} ans et n'est pas lu."),
        );
        self.warn(
            "year_beyond_horizon",
            field,
            sentences,
            ("Lengthen horizon_years, or remove the year.", "Allongez horizon_years, ou supprimez l'année."),
        );
    }

    /// A text; nothing when null or blank.
    pub fn text(&mut self, field: &str, value: &Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => {
                if text.contains(is_stray) {
                    let sentences = (
                        format!("The setting {field} holds control characters; they are taken out."),
                        format!("Le réglage {field} contient des caractères de contrôle ; ils sont retirés."),
                    );
                    let advice = ("Type the text again.", "Ressaisissez le texte.");
                    self.warn("character_invalid", field, sentences, advice);
                }
                let text: String = text.chars().filter(|letter| !is_stray(*letter)).collect();
                Some(text.trim().to_string()).filter(|text| !text.is_empty())
            }
            Value::Number(number) => Some(number.to_string()),
            _ => {
                self.invalid(field, value, "a text", "un texte");
                None
            }
        }
    }

    /// A text in both languages.
    pub fn bilingual(&mut self, field_en: &str, en: &Value, field_fr: &str, fr: &Value) -> Bilingual {
        Bilingual {
            en: self.text(field_en, en).unwrap_or_default(),
            fr: self.text(field_fr, fr).unwrap_or_default(),
        }
    }

    /// A number within a range, as a JSON number or a decimal text; nothing when null.
    pub fn number(&mut self, field: &str, value: &Value, least: Decimal, most: Decimal) -> Option<Decimal> {
        let read = match value {
            Value::Null => return None,
            Value::Number(number) => decimal::of_json(number),
            Value::String(text) => decimal::decimal(text.trim()).ok(),
            _ => None,
        };
        if read.is_some_and(is_too_small) {
            let sentences = (
                format!("The setting {field} is too small to be told from 0; its default is used."),
                format!(
                    "Le réglage {field} est trop petit pour être distingué de 0 ; sa valeur par défaut est prise."
                ),
            );
            let finding =
                Finding::new("number_too_small", Severity::Error, self.place, sentences.0, sentences.1);
            self.findings.push(finding.at(field, &shown(value)).suggest(
                "Write 0, or state the number in another unit.",
                "Écrivez 0, ou donnez le nombre dans une autre unité.",
            ));
            return None;
        }
        let within = read.filter(|number| least <= *number && *number <= most);
        if within.is_none() {
            let en = format!("a number from {least} to {most}");
            let fr = format!("un nombre de {least} à {most}");
            self.invalid(field, value, &en, &fr);
        }
        within
    }

    /// A share, 0 to 1; nothing when null.
    pub fn share(&mut self, field: &str, value: &Value) -> Option<Decimal> {
        self.number(field, value, dec!(0), dec!(1))
    }

    /// A number within a range, with a finding when null.
    pub fn required_number(
        &mut self,
        field: &str,
        value: &Value,
        least: Decimal,
        most: Decimal,
    ) -> Option<Decimal> {
        if value.is_null() {
            self.missing(field, "0.10");
        }
        self.number(field, value, least, most)
    }

    /// A whole number within a range, with a finding when null.
    pub fn whole(&mut self, field: &str, value: &Value, least: i64, most: i64) -> Option<i64> {
        if value.is_null() {
            self.missing(field, if field == "base_year" { "2027" } else { "5" });
            return None;
        }
        let read = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
        let within = read.filter(|number| (least..=most).contains(number));
        if within.is_none() {
            let en = format!("a whole number from {least} to {most}");
            let fr = format!("un nombre entier de {least} à {most}");
            self.invalid(field, value, &en, &fr);
        }
        within
    }

    /// A currency code of ISO 4217.
    pub fn currency(&mut self, value: &Value) -> Option<String> {
        if value.is_null() {
            self.missing("currency", "EUR");
            return None;
        }
        let code = value.as_str().map(|text| text.trim().to_ascii_uppercase());
        let code = code.filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
        if code.is_none() {
            self.invalid(
                "currency",
                value,
                "a three-letter code such as EUR",
                "un code de trois lettres tel que EUR",
            );
        }
        code
    }

    /// A timing convention; the default one when null.
    pub fn timing(&mut self, value: &Value) -> TimingConvention {
        let Some(text) = self.text("timing", value) else { return TimingConvention::default() };
        let is_sentence = text.starts_with("y0 undiscounted") && text.ends_with("year-end");
        if is_sentence || words::is_same_word(&text, "y0_undiscounted_end_of_year") {
            TimingConvention::EndOfYear
        } else if words::is_same_word(&text, "mid_year") {
            TimingConvention::MidYear
        } else if words::is_same_word(&text, "all_end") {
            TimingConvention::AllEnd
        } else {
            let accepted = "y0_undiscounted_end_of_year, mid_year, all_end";
            self.invalid("timing", value, accepted, accepted);
            TimingConvention::default()
        }
    }

    /// How finely starts are chosen; by year when null.
    pub fn period(&mut self, value: &Value) -> PeriodLength {
        let Some(text) = self.text("period", value) else { return PeriodLength::default() };
        words::PERIOD.noun(&text).unwrap_or_else(|| {
            let accepted = words::PERIOD.words.join(", ");
            self.invalid("period", value, &accepted, &accepted);
            PeriodLength::default()
        })
    }

    /// A language tag.
    pub fn language(&mut self, value: &Value) -> Option<Language> {
        let tag = self.text("locale", value)?;
        let language = Language::of_tag(&tag);
        if language.is_none() {
            self.invalid("locale", value, "fr or en", "fr ou en");
        }
        language
    }

    /// A day written `2027-03-31`.
    pub fn day<Day: FromStr>(&mut self, field: &str, value: &Value) -> Option<Day> {
        let text = self.text(field, value)?;
        let day = day(&text);
        if day.is_none() {
            self.invalid(field, value, "a day such as 2027-03-31", "un jour tel que 2027-03-31");
        }
        day
    }

    /// Limits by year index, each at least zero; a year that is null or beyond the horizon is told and not limited.
    pub fn by_year(&mut self, field: &str, value: &Value, horizon: usize) -> BTreeMap<usize, Decimal> {
        let mut amounts = BTreeMap::new();
        let Value::Object(years) = value else {
            if !value.is_null() {
                self.invalid(
                    field,
                    value,
                    "amounts by year, {\"y0\": ..}",
                    "des montants par an, {\"y0\": ..}",
                );
            }
            return amounts;
        };
        for (name, amount) in years {
            let path = format!("{field}.{name}");
            let year = name.strip_prefix('y').and_then(|digits| digits.parse::<usize>().ok());
            match year.filter(|year| *year <= 50) {
                None => self.invalid(&path, amount, "a year such as y0", "une année telle que y0"),
                Some(year) if horizon < year => self.year_beyond_horizon(&path, horizon),
                Some(_) if amount.is_null() => self.limit_missing(&path, "spending", "les dépenses"),
                Some(year) => {
                    if let Some(amount) = self.number(&path, amount, dec!(0), AMOUNT_MAX) {
                        amounts.insert(year, amount);
                    }
                }
            }
        }
        amounts
    }

    /// The rungs of an evidence scale; a spread that is not stated is 1.
    pub fn evidence(&mut self, value: &Value) -> BTreeMap<EvidenceLevel, EvidenceRung> {
        let mut rungs = BTreeMap::new();
        let Value::Object(levels) = value else {
            if !value.is_null() {
                self.invalid("evidence_scale", value, "rungs by level E0 to E5", "des échelons E0 à E5");
            }
            return rungs;
        };
        for (name, rung) in levels {
            let path = format!("evidence_scale.{name}");
            let Some(level) = EvidenceLevel::of_name(name) else {
                self.invalid(&path, rung, "a level E0 to E5", "un niveau E0 à E5");
                continue;
            };
            let part = |part: &str| rung.get(part).cloned().unwrap_or(Value::Null);
            let reliability = self.number(&format!("{path}.rho"), &part("rho"), dec!(0), dec!(1));
            let spread = self.number(&format!("{path}.spread"), &part("spread"), dec!(0), dec!(10));
            match (reliability, spread) {
                (Some(reliability), spread) => {
                    let spread = spread.unwrap_or(Decimal::ONE);
                    rungs.insert(level, EvidenceRung { reliability, spread });
                }
                (None, _) if part("rho").is_null() => self.invalid(&path, rung, "a rho", "un rho"),
                (None, _) => {}
            }
        }
        rungs
    }

    /// Names of criteria by identifier.
    pub fn criteria(&mut self, value: &Value) -> BTreeMap<String, Bilingual> {
        let mut criteria = BTreeMap::new();
        let Value::Array(items) = value else {
            if !value.is_null() {
                self.invalid("persona_criteria", value, "a list of criteria", "une liste de critères");
            }
            return criteria;
        };
        for (at, item) in items.iter().enumerate() {
            let path = format!("persona_criteria.{at}");
            let part = |part: &str| item.get(part).cloned().unwrap_or(Value::Null);
            let name = self.bilingual(&format!("{path}.en"), &part("en"), &format!("{path}.fr"), &part("fr"));
            match self.text(&format!("{path}.id"), &part("id")) {
                Some(id) => {
                    criteria.insert(id, name);
                }
                None => self.invalid(&path, item, "a criterion with an id", "un critère avec un id"),
            }
        }
        criteria
    }
}

/// The day written `2027-03-31`; no other order is accepted.
pub fn day<Day: FromStr>(text: &str) -> Option<Day> {
    if text.len() != "2027-03-31".len() || text.contains(char::is_whitespace) {
        return None;
    }
    text.parse().ok()
}

/// Whether the letter is a control character that no text means; line ends and tabs are no such ones.
pub fn is_stray(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}

/// A value as shown in a finding: texts bare, long values cut.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        _ => value.to_string(),
    };
    text.chars().take(80).collect()
}
