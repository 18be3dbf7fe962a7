//! Open a dossier: read it, apply the scenario and what is tried out, take the decision model, and collect every finding.

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::error::AppError;
use super::origin::{Origin, ReadDossier};
use crate::check::{check, scenarios};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::overrides;
use crate::domain::readiness::{Readiness, readiness};
use crate::domain::scenario::{Operation, Override, Scenario};
use crate::domain::text::Bilingual;
use crate::ingest::folder::{self, Reading};
use crate::ingest::shelf;

/// Which dossier, under which scenario and decision model.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub origin: Origin,
    pub scenario: Option<String>,
    /// Name of a decision model, or its path where the dossier is read from one; the dossier's own, or the built-in one,
    /// when none.
    pub decision_model: Option<String>,
    /// Changes put on after the scenario, one after another; one that cannot be made is an error, never left out.
    pub what_if: Vec<Override>,
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
    /// Hash of what was read, whatever the order of rows, and of what is tried out on it.
    pub fingerprint: String,
}

impl Source {
    /// The dossier at a path, as it is.
    pub fn path(path: impl Into<PathBuf>) -> Source {
        Source { origin: Origin::Path(path.into()), ..Source::default() }
    }

    /// A dossier that was read before, as it is.
    pub fn read(dossier: Arc<ReadDossier>) -> Source {
        Source { origin: Origin::Read(dossier), ..Source::default() }
    }

    /// The same dossier in a scenario.
    pub fn in_scenario(&self, id: &str) -> Source {
        Source { scenario: Some(id.to_string()), ..self.clone() }
    }

    /// The fingerprint of a dossier with the changes that are tried out on it, 64 hexadecimal digits.
    pub(super) fn fingerprint_of(&self, dossier: &str) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: &str| {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        };
        add(dossier);
        for Override { target, filter, field, operation, operand, place: _ } in &self.what_if {
            let operation = match operation {
                Operation::Set => "set",
                Operation::Multiply => "mul",
                Operation::Add => "add",
            };
            [target, filter, field, operation, operand].into_iter().for_each(&mut add);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
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
///
/// # Errors
/// When nothing can be read, when the scenario or the decision model is not known, or when a change that is tried out
/// cannot be made: all of those are told together.
pub fn open(source: &Source) -> Result<Opened, AppError> {
    let Reading { mut dossier, mut findings, mut fingerprint } = reading(&source.origin)?;
    let mut model = model_of(source, &dossier)?;
    findings.extend(check(&dossier, &model));
    if let Some(id) = &source.scenario {
        let scenario = overrides::find(&dossier, id).ok_or_else(|| unknown_scenario(&dossier, id))?.clone();
        let (changed, faults) = overrides::apply(&dossier, &scenario);
        dossier = changed;
        model = model_of(source, &dossier)?;
        findings.extend(scenarios::refused(faults));
        findings.extend(after_changes(&dossier, &model));
    }
    if !source.what_if.is_empty() {
        dossier = tried_out(source, dossier)?;
        model = model_of(source, &dossier)?;
        fingerprint = source.fingerprint_of(&fingerprint);
        findings.extend(after_changes(&dossier, &model));
    }
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings.dedup();
    Ok(Opened {
        readiness: readiness(&dossier, &model),
        scenario: source.scenario.clone(),
        fingerprint,
        dossier,
        model,
        findings,
    })
}

fn reading(origin: &Origin) -> Result<Reading, AppError> {
    match origin {
        Origin::Path(path) => folder::read(path).map_err(|error| AppError::unreadable(&error.to_string())),
        Origin::Read(read) => Ok(read.reading.clone()),
    }
}

/// The findings of a dossier that was changed on purpose.
fn after_changes(dossier: &Dossier, model: &DecisionModel) -> impl Iterator<Item = Finding> {
    check(dossier, model).into_iter().filter(|finding| !MAY_BE_LEFT.contains(&finding.code))
}

/// The dossier with the changes that are tried out; its scenarios stay as they are.
fn tried_out(source: &Source, dossier: Dossier) -> Result<Dossier, AppError> {
    let trial = Scenario { overrides: source.what_if.clone(), ..Scenario::default() };
    let (mut changed, faults) = overrides::apply(&dossier, &trial);
    if !faults.is_empty() {
        return Err(AppError::Refused(scenarios::refused(faults)));
    }
    changed.scenarios = dossier.scenarios;
    Ok(changed)
}

/// The decision model asked for, else the dossier's own, else the built-in one, as the dossier's settings adjust it.
fn model_of(source: &Source, dossier: &Dossier) -> Result<DecisionModel, AppError> {
    let name = source.decision_model.as_deref().or(dossier.settings.decision_model.as_deref());
    let model = match &source.origin {
        Origin::Path(_) => {
            shelf::decision_model(name).map_err(|error| AppError::unreadable(&error.to_string()))?
        }
        Origin::Read(read) => match shelf::shipped(name) {
            Some(model) => model,
            None => {
                let name = name.unwrap_or_default();
                read.decision_models.get(name).cloned().ok_or_else(|| read.unknown_model(name))?
            }
        },
    };
    Ok(model.for_dossier(&dossier.settings))
}

fn unknown_scenario(dossier: &Dossier, id: &str) -> AppError {
    let known: Vec<&str> = dossier.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let known = known.join(", ");
    AppError::Unknown(Bilingual {
        en: format!("There is no scenario `{id}` in this dossier; it has: {known}."),
        fr: format!("Ce dossier n’a pas de scénario «\u{a0}{id}\u{a0}»\u{a0}; il contient\u{a0}: {known}."),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rust_decimal::dec;

    use super::*;
    use crate::domain::place::Place;
    use crate::optimize::optima::KnownOptima;

    fn sample() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon")
    }

    fn read(named: Option<&str>, given: &[&str]) -> Source {
        let mut reading = folder::read(&sample()).expect("a sample");
        reading.dossier.settings.decision_model = named.map(str::to_string);
        let model = shelf::decision_model(None).expect("the shipped model");
        let decision_models = given.iter().map(|name| (name.to_string(), model.clone())).collect();
        Source::read(Arc::new(ReadDossier { reading, decision_models, optima: KnownOptima::default() }))
    }

    fn change(row: u32, target: &str, filter: &str, field: &str, operand: &str) -> Override {
        Override {
            target: target.to_string(),
            filter: filter.to_string(),
            field: field.to_string(),
            operation: Operation::Set,
            operand: operand.to_string(),
            place: Place { file: Arc::from("what_if.overrides"), row },
        }
    }

    #[test]
    fn a_dossier_that_was_read_is_the_same_as_at_its_path() {
        let (here, there) =
            (open(&read(None, &[])).expect("read"), open(&Source::path(sample())).expect("read"));
        assert_eq!(format!("{here:?}"), format!("{there:?}"));
    }

    #[test]
    fn a_dossier_that_was_read_opens_no_path() {
        let path = sample().join("../../models/reference/model.json").display().to_string();
        let by_path = Source { decision_model: Some(path.clone()), ..Source::path(sample()) };
        assert!(open(&by_path).is_ok(), "a path leads to a model where paths may be opened");
        let asked = Source { decision_model: Some(path.clone()), ..read(None, &[]) };
        for source in [asked, read(Some(&path), &[]), read(Some("ours"), &[])] {
            assert!(matches!(open(&source), Err(AppError::Unknown(_))), "{:?}", source.decision_model);
        }
        assert!(open(&read(Some("ours"), &["ours"])).is_ok());
        assert!(
            open(&Source { decision_model: Some("reference".into()), ..read(Some("ours"), &[]) }).is_ok()
        );
    }

    #[test]
    fn what_is_tried_out_comes_after_the_scenario_and_shows_in_the_fingerprint() {
        let source = read(None, &[]).in_scenario("S-CUT20");
        let what_if = vec![change(1, "budget", "y0", "amount", "5000000")];
        let plain = open(&source).expect("read");
        let tried = open(&Source { what_if: what_if.clone(), ..source }).expect("read");
        assert_eq!(tried.dossier.settings.budgets[&0], dec!(5000000));
        assert_eq!(tried.dossier.settings.budgets[&1], plain.dossier.settings.budgets[&1]);
        assert_ne!(tried.fingerprint, plain.fingerprint);
        let alone = open(&Source { what_if, ..read(None, &[]) }).expect("read");
        assert_eq!(
            alone.dossier.scenarios.len(),
            open(&read(None, &[])).expect("read").dossier.scenarios.len()
        );
    }

    #[test]
    fn changes_that_cannot_be_made_are_all_told() {
        let what_if = vec![
            change(1, "budget", "y0", "amount", "5000000"),
            change(2, "budgets", "y0", "amount", "1"),
            change(3, "roles", "nobody", "day_rate_eur", "1"),
        ];
        let Err(error) = open(&Source { what_if, ..read(None, &[]) }) else { panic!("two cannot be made") };
        let AppError::Refused(findings) = &error else { panic!("{error:?}") };
        let rows: Vec<u32> = findings.iter().map(|finding| finding.place.row).collect();
        assert_eq!(rows, [2, 3]);
        let message = error.message();
        for text in [&message.en, &message.fr] {
            assert!(text.contains("what_if.overrides[2]") && text.contains("nobody"), "{text}");
        }
    }
}
