//! Open a dossier: read it, apply the scenario, take the decision model, and collect every finding.

use std::path::PathBuf;

use super::error::AppError;
use crate::check::{check, scenarios};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::overrides;
use crate::domain::readiness::{Readiness, readiness};
use crate::domain::text::Bilingual;
use crate::ingest::{folder, shelf};

/// Which dossier, under which scenario and decision model.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// A folder of tables, or one JSON file.
    pub path: PathBuf,
    pub scenario: Option<String>,
    /// Name or path of a decision model; the dossier's own, or the built-in one, when none.
    pub decision_model: Option<String>,
}

/// A dossier with what is doubtful in it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub dossier: Dossier,
    pub model: DecisionModel,
    /// In order of file, row and column.
    pub findings: Vec<Finding>,
    pub readiness: Readiness,
    pub scenario: Option<String>,
    /// Hash of what was read, whatever the order of rows.
    pub fingerprint: String,
}

impl Opened {
    /// The dossier if it has no error finding; a computation on it can then be trusted and cannot overflow.
    pub fn sound(self) -> Result<Opened, AppError> {
        if self.findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(AppError::Unsound(self.findings));
        }
        Ok(self)
    }
}

/// Rules that a scenario may break: moving the mode of an estimate alone is a way to speak of it.
const MAY_BE_LEFT: [&str; 1] = ["tri_not_ordered"];

/// Reads a dossier with all its findings, those of the reading and those of the rules.
pub fn open(source: &Source) -> Result<Opened, AppError> {
    let reading = folder::read(&source.path).map_err(|error| AppError::unreadable(&error.to_string()))?;
    let mut findings = reading.findings;
    let model_of = |dossier: &Dossier| {
        let name = source.decision_model.as_deref().or(dossier.settings.decision_model.as_deref());
        shelf::decision_model(name)
            .map(|model| model.for_dossier(&dossier.settings))
            .map_err(|error| AppError::unreadable(&error.to_string()))
    };
    let mut dossier = reading.dossier;
    let mut model = model_of(&dossier)?;
    findings.extend(check(&dossier, &model));
    if let Some(id) = &source.scenario {
        let scenario = overrides::find(&dossier, id).ok_or_else(|| unknown_scenario(&dossier, id))?.clone();
        let (changed, faults) = overrides::apply(&dossier, &scenario);
        dossier = changed;
        model = model_of(&dossier)?;
        findings.extend(scenarios::refused(faults));
        findings.extend(
            check(&dossier, &model).into_iter().filter(|finding| !MAY_BE_LEFT.contains(&finding.code)),
        );
    }
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings.dedup();
    Ok(Opened {
        readiness: readiness(&dossier, &model),
        scenario: source.scenario.clone(),
        fingerprint: reading.fingerprint,
        dossier,
        model,
        findings,
    })
}

fn unknown_scenario(dossier: &Dossier, id: &str) -> AppError {
    let known: Vec<&str> = dossier.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let known = known.join(", ");
    AppError::Unknown(Bilingual {
        en: format!("There is no scenario `{id}` in this dossier; it has: {known}."),
        fr: format!("Ce dossier n’a pas de scénario «\u{a0}{id}\u{a0}»\u{a0}; il contient\u{a0}: {known}."),
    })
}
