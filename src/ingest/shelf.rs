//! The shelf of decision models: those shipped inside the program, and those read from disk.

use std::fs;
use std::path::Path;

use super::stored::ReadError;
use crate::domain::decision_model::DecisionModel;
use crate::wire::decision_model;

/// The shipped decision models: name and text.
const SHIPPED: [(&str, &str); 1] = [("reference", include_str!("../../models/reference/model.json"))];

/// The names of the shipped decision models; the first one holds when none is asked for.
pub fn names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// The decision model of this name or path; the first shipped one when none is asked for.
///
/// A path leads to a JSON file, or to a folder that holds a `model.json`; a shipped name wins over a path.
///
/// # Errors
/// When neither a shipped model nor a file answers to it, or when the file is no decision model.
pub fn decision_model(name_or_path: Option<&str>) -> Result<DecisionModel, ReadError> {
    if let Some(model) = shipped(name_or_path) {
        return Ok(model);
    }
    let wanted = name_or_path.unwrap_or_default();
    let path = Path::new(wanted);
    let file = if path.is_dir() { path.join("model.json") } else { path.to_path_buf() };
    let text = fs::read_to_string(&file).map_err(|_| {
        let shipped: Vec<&str> = names().collect();
        let shipped = shipped.join(", ");
        ReadError::new(format!(
            "There is no decision model {wanted}: give a path to a model.json, or one of {shipped}."
        ))
    })?;
    decision_model::read(&text).map_err(|fault| broken(wanted, &fault))
}

/// The shipped decision model of this name, the first one when none is asked for; none when no shipped one has it.
pub fn shipped(name: Option<&str>) -> Option<DecisionModel> {
    let wanted = name.unwrap_or(SHIPPED[0].0);
    let (_, text) = SHIPPED.iter().find(|(name, _)| *name == wanted)?;
    Some(decision_model::read(text).expect("a shipped decision model can be read: tests read them all"))
}

/// The text of a shipped decision model.
pub fn text_of(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
}

/// The decision model in a text, which must bear this name.
///
/// # Errors
/// When the text is no decision model.
pub fn model_of_text(name: &str, text: &str) -> Result<DecisionModel, ReadError> {
    decision_model::read(text).map_err(|fault| broken(name, &fault))
}

fn broken(name: &str, fault: &str) -> ReadError {
    ReadError::new(format!("The decision model {name} cannot be used: {fault}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_the_reference() {
        let model = decision_model(None).unwrap();
        assert_eq!((model.name.as_str(), model.version.as_str()), ("reference", "1.0.0"));
        assert!(names().all(|name| decision_model(Some(name)).is_ok_and(|model| model.name == name)));
    }

    #[test]
    fn a_name_that_is_nothing_says_what_there_is() {
        let fault = decision_model(Some("no-such-model")).unwrap_err();
        assert!(fault.sentence.contains("reference"), "{fault}");
    }
}
