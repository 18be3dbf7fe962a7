//! Reads the settings of a dossier from JSON; missing or broken ones leave the defaults and say so.

use serde_json::Value;

use super::faults;
use super::nearest::nearest;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::domain::settings::Settings;
use crate::wire::settings::{SettingsForm, unstated};

/// The settings in this JSON value; defaults and an error finding when it is no object.
pub fn settings(value: &Value, place: &Place, findings: &mut Vec<Finding>) -> Settings {
    match serde_json::from_value::<SettingsForm>(value.clone()) {
        Ok(form) => {
            for name in form.unknown.keys() {
                let en = format!("The setting {name} is not known and is not read.");
                let fr = format!("Le réglage {name} n'est pas connu et n'est pas lu.");
                let finding = faults::cell("setting_unknown", Severity::Warning, place, (name, ""), (en, fr));
                findings.push(faults::suggest_name(finding, nearest(name, SettingsForm::FIELDS)));
            }
            form.take_apart(place, findings)
        }
        Err(fault) => broken(place, &fault.to_string(), findings),
    }
}

/// The defaults, because the settings cannot be read at all.
pub fn broken(place: &Place, fault: &str, findings: &mut Vec<Finding>) -> Settings {
    let en = format!("The settings cannot be read ({fault}); {DEFAULTS_EN}");
    let fr = format!("Les réglages sont illisibles ({fault}) ; {DEFAULTS_FR}");
    findings.push(Finding::new("settings_invalid", Severity::Error, place, en, fr));
    unstated(place)
}

/// The defaults, because there are no settings.
pub fn missing(place: &Place, findings: &mut Vec<Finding>) -> Settings {
    let en = format!("The settings are missing; {DEFAULTS_EN}");
    let fr = format!("Les réglages manquent ; {DEFAULTS_FR}");
    let finding = Finding::new("settings_missing", Severity::Error, place, en, fr);
    findings.push(finding.suggest(
        "Add a workspace.json with currency, base_year, horizon_years and discount_rate.",
        "Ajoutez un workspace.json avec currency, base_year, horizon_years et discount_rate.",
    ));
    unstated(place)
}

const DEFAULTS_EN: &str =
    "EUR, base year 2027, five years, a discount rate of 10 % and no budget limit are taken.";
const DEFAULTS_FR: &str =
    "EUR, année de base 2027, cinq ans, un taux de 10 % et aucun plafond de budget sont pris.";
