//! `Stored`: the settings and tables of a dossier as they are written down, nothing interpreted.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::bundle;
use super::columns;
use super::faults;
use super::json;
use super::nearest::nearest;
use super::pending;
use super::table::Table;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::wire::tables;

/// A dossier before anything is interpreted: what can be merged, compared and written out again.
#[derive(Clone, Debug)]
pub struct Stored {
    pub settings: Settings,
    /// By the name of the schema.
    pub tables: BTreeMap<String, Table>,
}

/// Settings as one JSON object.
pub type SettingsObject = Value;

/// The settings as they are written down.
#[derive(Clone, Debug)]
pub struct Settings {
    pub place: Place,
    /// Nothing where the dossier has none; one clause where they are no JSON.
    pub value: Result<Option<Value>, String>,
}

impl Stored {
    /// A dossier in which nothing is written yet.
    pub fn nothing() -> Stored {
        Stored { settings: Settings::absent("workspace.json"), tables: BTreeMap::new() }
    }

    /// One of the settings as text; nothing when it is absent or no text or number.
    pub fn setting(&self, name: &str) -> Option<String> {
        match self.settings.value.as_ref().ok()?.as_ref()?.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

impl Settings {
    fn absent(file: &str) -> Settings {
        Settings { place: Place::file(file), value: Ok(None) }
    }
}

/// Why there is nothing to read, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    pub sentence: String,
}

impl ReadError {
    /// The error with this sentence.
    pub fn new(sentence: String) -> ReadError {
        ReadError { sentence }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

impl std::error::Error for ReadError {}

/// The accepted names of the settings, in a folder with `.json` and in a bundle; the first one found is read.
const SETTINGS: [&str; 2] = ["workspace", "settings"];

/// The bundle that is read in a folder without any table.
const BUNDLE: &str = "bundle.json";

/// Opens a folder of CSV tables with its settings, or one JSON file.
///
/// In a folder with CSV tables, `bundle.json`, `README.md`, other files and sub-folders are not read.
///
/// # Errors
/// When the path does not exist or cannot be opened, or when it holds neither a table nor settings. Everything
/// else is a finding.
pub fn open(path: &Path, findings: &mut Vec<Finding>) -> Result<Stored, ReadError> {
    if path.is_dir() {
        return open_folder(path, findings);
    }
    if !path.exists() {
        return Err(ReadError::new(format!("There is no dossier at {}.", path.display())));
    }
    open_bundle(path, findings)
}

fn open_folder(path: &Path, findings: &mut Vec<Finding>) -> Result<Stored, ReadError> {
    let files = pending::files_of(path)
        .map_err(|fault| ReadError::new(format!("{} cannot be opened: {fault}.", path.display())))?;
    let mut tables = BTreeMap::new();
    for (file, whole) in &files {
        if let Some(name) = file.to_ascii_lowercase().strip_suffix(".csv") {
            read_table(name, file, whole, &mut tables, findings);
        }
    }
    let mut stated = SETTINGS.iter().filter_map(|name| {
        let wanted = format!("{name}.json");
        files.iter().find(|(file, _)| file.eq_ignore_ascii_case(&wanted))
    });
    let settings = stated.next();
    if let Some((file, _)) = stated.next() {
        findings.push(settings_duplicate(&Place::file(file)));
    }
    if tables.is_empty() && settings.is_none() {
        let bundle = files.iter().find(|(file, _)| file.eq_ignore_ascii_case(BUNDLE));
        return match bundle {
            Some((_, whole)) => open_bundle(whole, findings),
            None => Err(ReadError::new(format!(
                "The folder {} holds no table (.csv), no workspace.json and no bundle.json.",
                path.display()
            ))),
        };
    }
    let settings = match settings {
        Some((file, whole)) => settings_of_file(file, whole, findings),
        None => Settings::absent("workspace.json"),
    };
    Ok(Stored { settings, tables })
}

fn read_table(
    name: &str,
    file: &str,
    whole: &Path,
    tables: &mut BTreeMap<String, Table>,
    findings: &mut Vec<Finding>,
) {
    if name == tables::DERIVED {
        return;
    }
    if tables::named(name).is_none() {
        findings.push(table_unknown(&Place::file(file), name));
    } else if tables.contains_key(name) {
        let en = format!("The table {name} is there twice; this file is not read.");
        let fr = format!("La table {name} est présente deux fois ; ce fichier n'est pas lu.");
        findings.push(Finding::new("table_duplicate", Severity::Error, &Place::file(file), en, fr));
    } else {
        let table = match fs::read(whole) {
            Ok(bytes) => Table::from_csv(file, &bytes, findings),
            Err(fault) => {
                findings.push(file_unreadable(file, &fault.to_string()));
                Table::empty(file)
            }
        };
        tables.insert(name.to_string(), table);
    }
}

fn settings_of_file(file: &str, whole: &Path, findings: &mut Vec<Finding>) -> Settings {
    let place = Place::file(file);
    let bytes = fs::read(whole).map_err(|fault| fault.to_string());
    let value = bytes.and_then(|bytes| json::value(&bytes, &place, findings)).map(Some);
    Settings { place, value }
}

fn open_bundle(path: &Path, findings: &mut Vec<Finding>) -> Result<Stored, ReadError> {
    let bytes = fs::read(path)
        .map_err(|fault| ReadError::new(format!("{} cannot be opened: {fault}.", path.display())))?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fields = bundle::Fields {
        settings: &SETTINGS,
        is_table: |name| tables::named(name).is_some(),
        holds_numbers: columns::holds_numbers,
    };
    let bundle = bundle::bundle(&file, fields, &bytes, findings)
        .map_err(|fault| ReadError::new(format!("{} is not a dossier in JSON: {fault}.", path.display())))?;
    let bundle::Bundle { mut settings, tables, unknown } = bundle;
    for name in unknown.iter().filter(|name| *name != tables::DERIVED) {
        findings.push(table_unknown(&Place::file(&format!("{file}#{name}")), name));
    }
    if tables.is_empty() && settings.is_empty() {
        return Err(ReadError::new(format!("{} holds no table and no settings.", path.display())));
    }
    let value = SETTINGS.iter().find_map(|name| settings.remove(*name));
    for name in settings.keys() {
        findings.push(settings_duplicate(&Place::file(&format!("{file}#{name}"))));
    }
    let place = Place::file(&format!("{file}#workspace"));
    Ok(Stored { settings: Settings { place, value: Ok(value) }, tables })
}

fn table_unknown(place: &Place, name: &str) -> Finding {
    let en = format!("The table {name} is not known and is not read.");
    let fr = format!("La table {name} n'est pas connue et n'est pas lue.");
    let known = tables::ALL.iter().map(|schema| schema.name);
    let finding = Finding::new("table_unknown", Severity::Warning, place, en, fr);
    faults::suggest_name(finding, nearest(name, known))
}

fn file_unreadable(file: &str, fault: &str) -> Finding {
    let en = format!("The file cannot be opened: {fault}.");
    let fr = format!("Le fichier ne peut pas être ouvert : {fault}.");
    Finding::new("file_unreadable", Severity::Error, &Place::file(file), en, fr)
}

fn settings_duplicate(place: &Place) -> Finding {
    let en = "The settings are there twice; these are not read.".to_string();
    let fr = "Les réglages sont présents deux fois ; ceux-ci ne sont pas lus.".to_string();
    Finding::new("settings_duplicate", Severity::Error, place, en, fr)
}
