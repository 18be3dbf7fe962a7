//! Import: finance files of any shape into a dossier; read, mapped, judged and told before anything is written.

use std::path::{Path, PathBuf};

use super::error::AppError;
use super::export::table_as_written;
use super::import_options::{Reading, hints, options};
use super::import_told::{proposal_of, sheet_read, table_changed, total_lines};
use crate::check::check;
use crate::domain::finding::{Finding, Severity};
use crate::domain::text::{Bilingual, Language};
use crate::ingest::bundle_text::bundle_text;
use crate::ingest::folder::interpret;
use crate::ingest::pending::{NewFile, write_together, write_whole};
use crate::ingest::shelf;
use crate::ingest::stored::{SettingsObject, Stored, open};
use crate::intake::codes::told_in_file;
use crate::intake::judge::{Judged, Terms, judged};
use crate::intake::mapping::{Mapping, Shape};
use crate::intake::mappings::{Mappings, remembered_file};
use crate::intake::new_settings::{Stated, new_settings};
use crate::intake::propose::{Hints, Proposal, propose};
use crate::intake::refused::refused_rows;
use crate::intake::row_years::{first_year_assumed, row_years};
use crate::intake::stage::{Staged, stage};
use crate::intake::staged::StagedTable;
use crate::intake::totals::totals;
use crate::report::delimited::{Dialect, table_csv};
use crate::report::imported::{
    ImportEnding, ImportResult, MappingOrigin, SheetRead, TableChanged, TotalLine,
};
use crate::report::written::settings_json;
use crate::source;
use crate::source::options::Options;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;

/// What is asked of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportWish {
    pub files: Vec<PathBuf>,
    /// A folder of tables or one JSON file; made when it is not there.
    pub into: PathBuf,
    /// A mapping in TOML; else one remembered in the dossier that fits, else one is proposed.
    pub mapping: Option<PathBuf>,
    pub acceptance: Acceptance,
    /// Whether rows of the dossier that a whole table in a file lacks are taken out.
    pub drops_gone: bool,
    pub table: Option<String>,
    pub shape: Option<String>,
    pub reading: Reading,
    /// For a dossier that is not there yet.
    pub currency: Option<String>,
    pub base_year: Option<i32>,
    pub language: Option<Language>,
}

/// What is to happen with the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Acceptance {
    /// Nothing is written.
    #[default]
    Preview,
    /// Those that are not refused are written.
    ValidRows,
    /// All are written, or none when one is refused.
    AllOrNothing,
}

/// An import with everything it told.
#[derive(Debug)]
pub struct Imported {
    pub dossier: String,
    pub is_new: bool,
    pub language: Language,
    pub currency: String,
    pub base_year: Option<i32>,
    pub sheets: Vec<SheetRead>,
    pub totals: Vec<TotalLine>,
    pub changes: Vec<TableChanged>,
    pub findings: Vec<Finding>,
    pub consequences: Vec<Finding>,
    pub ending: ImportEnding,
    pub written: Vec<String>,
    /// The refused rows as CSV; nothing when none is refused.
    pub refused_rows: Option<Vec<u8>>,
    /// The mapping of the first sheet, as TOML.
    pub mapping: Option<Vec<u8>>,
}

impl Imported {
    /// The import as pages are written from it.
    pub fn result(&self) -> ImportResult<'_> {
        ImportResult {
            dossier: &self.dossier,
            is_new: self.is_new,
            sheets: &self.sheets,
            totals: &self.totals,
            currency: &self.currency,
            base_year: self.base_year,
            changes: &self.changes,
            findings: &self.findings,
            consequences: &self.consequences,
            ending: self.ending,
            written: &self.written,
        }
    }
}

/// A sheet that was read, with the mapping it was read by.
#[derive(Debug)]
pub struct ReadSheet {
    /// Place of its file in the wish.
    pub source: usize,
    pub form: source::form::Form,
    pub sheet: Sheet,
    pub proposal: Proposal,
    pub origin: MappingOrigin,
    /// Neither blank nor totals.
    pub rows_read: u64,
}

/// Everything the files say.
#[derive(Default)]
struct Intake {
    sources: Vec<source::open::Source>,
    sheets: Vec<ReadSheet>,
    staged: Vec<StagedTable>,
    settings: Option<SettingsObject>,
    findings: Vec<Finding>,
}

/// Reads the files, judges their rows in the dossier, and writes them when that is asked for.
///
/// # Errors
/// When the dossier, the mapping or an option cannot be read, or files cannot be written. Faults of the files are
/// findings.
pub fn import(wish: &ImportWish) -> Result<Imported, AppError> {
    let is_new = !wish.into.exists();
    let mut stored = if is_new { Stored::nothing() } else { dossier(wish)? };
    let mut intake = Intake::default();
    let mappings = Mappings::read(wish.mapping.as_deref(), &wish.into, &mut intake.findings)
        .map_err(|finding| AppError::Unsound(vec![*finding]))?;
    let options = options(&wish.reading)?;
    let hints = hints(wish, &stored)?;
    for file in &wish.files {
        read_file(&mut intake, file, &options, &mappings, (&hints, wish.drops_gone));
    }
    let has_new_settings = settle_settings(&mut stored, &mut intake, wish);
    let Intake { sources, sheets, staged, findings, .. } = intake;
    let terms = Terms { drops_gone: wish.drops_gone, is_new };
    let judged = judged(&stored, &staged, told_in_file(findings), &findings_of, terms);
    let language = stored.setting("locale").and_then(|locale| Language::of_tag(&locale));
    let language = wish.language.or(language).unwrap_or_default();
    let mut imported = told(wish, &stored, &sheets, (&staged, &judged), language);
    imported.is_new = is_new;
    imported.refused_rows = refused(&sources, &sheets, &judged, language);
    imported.mapping = sheets.first().map(|sheet| sheet.proposal.mapping.to_toml().into_bytes());
    imported.ending = ending(wish, &judged, has_new_settings);
    if imported.ending == ImportEnding::Accepted {
        let remembered = sheets.iter().map(|read| remembered_file(&read.proposal.mapping, &read.sheet));
        imported.written = written(wish, &judged, has_new_settings, remembered.collect())?;
    }
    Ok(imported)
}

/// The dossier as it stands.
fn dossier(wish: &ImportWish) -> Result<Stored, AppError> {
    let mut findings = Vec::new();
    let stored = open(&wish.into, &mut findings).map_err(|error| AppError::unreadable(&error.to_string()))?;
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(AppError::Unsound(findings));
    }
    match &stored.settings.value {
        Err(fault) => Err(AppError::unreadable(fault)),
        Ok(_) => Ok(stored),
    }
}

/// Gives the dossier the settings of the files, or new ones where nobody has any; whether they are other ones than before.
fn settle_settings(stored: &mut Stored, intake: &mut Intake, wish: &ImportWish) -> bool {
    let before = stored.settings.value.as_ref().ok().cloned().flatten();
    let after = intake.settings.take().or_else(|| before.clone()).unwrap_or_else(|| {
        let name = wish.into.file_stem().map(|name| name.to_string_lossy().into_owned());
        let language = wish.language.map(|language| match language {
            Language::English => "en",
            Language::French => "fr",
        });
        let (currency, base_year) = (wish.currency.clone(), wish.base_year);
        let stated = Stated { id: name.unwrap_or_default(), currency, base_year, language };
        let year_0 = intake.sheets.iter().find_map(|read| read.proposal.mapping.amounts.year_0);
        let (settings, notes) = new_settings(&stated, year_0, &intake.staged);
        intake.findings.extend(notes);
        settings
    });
    let is_new = before.as_ref() != Some(&after);
    stored.settings.value = Ok(Some(after));
    is_new
}

/// Reads one file, sheet by sheet; what stops it is a finding.
fn read_file(
    intake: &mut Intake,
    file: &Path,
    options: &Options,
    mappings: &Mappings,
    (hints, drops_gone): (&Hints, bool),
) {
    let number = intake.sources.len();
    let options =
        mappings.stated.as_ref().map_or_else(|| options.clone(), |mapping| mapping.options(options));
    let source = match source::open::open(file, &options, &mut intake.findings) {
        Ok(source) => source,
        Err(refusal) => return intake.findings.push(*refusal.finding),
    };
    for sheet in source.sheets.iter().filter(|sheet| !sheet.headings.is_empty()) {
        let told = mapping_of(&source, sheet, mappings, hints, &mut intake.findings);
        let read = told.and_then(|(proposal, origin)| {
            let staged = stage(&source, sheet, &proposal.mapping, &mut intake.findings)?;
            Ok((proposal, origin, staged))
        });
        match read {
            Ok((proposal, origin, Staged { mut tables, settings, rows_read })) => {
                for table in &mut tables {
                    table.is_whole &= drops_gone || is_named(&source.file, sheet, table.schema.name);
                }
                intake.staged.extend(tables);
                intake.settings = settings.or(intake.settings.take());
                let form = source.form.clone();
                intake.sheets.push(ReadSheet {
                    source: number,
                    form,
                    sheet: sheet.clone(),
                    proposal,
                    origin,
                    rows_read,
                });
            }
            Err(refusal) => intake.findings.push(*refusal.finding),
        }
    }
    intake.sources.push(source);
}

/// Whether a file or sheet bears the name of a table, and so is taken for all of it.
fn is_named(file: &str, sheet: &Sheet, table: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem == table || sheet.name.as_deref() == Some(table)
}

/// The stated mapping, else a remembered one that fits, else a proposed one.
fn mapping_of(
    source: &source::open::Source,
    sheet: &Sheet,
    mappings: &Mappings,
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Result<(Proposal, MappingOrigin), Refusal> {
    let stated = mappings.stated.as_ref().map(|mapping| (mapping, MappingOrigin::Stated));
    let remembered = || Some((mappings.remembered(sheet)?, MappingOrigin::Remembered));
    match stated.or_else(remembered) {
        Some((mapping, origin)) => Ok((proposal_of(mapping, sheet), origin)),
        None => {
            let mut proposal = propose(source, sheet, hints, findings)?;
            settle_years(source, sheet, &mut proposal, findings)?;
            Ok((proposal, MappingOrigin::Proposed))
        }
    }
}

/// The years of a long sheet, where neither the dossier nor the user states them.
fn settle_years(
    source: &source::open::Source,
    sheet: &Sheet,
    proposal: &mut Proposal,
    findings: &mut Vec<Finding>,
) -> Result<(), Refusal> {
    let Mapping { shape, amounts, .. } = &proposal.mapping;
    if *shape != Shape::Long || amounts.year_0.is_some() {
        return Ok(());
    }
    if let Some((first, last)) = row_years(source, sheet, &proposal.mapping)? {
        let amounts = &mut proposal.mapping.amounts;
        (amounts.year_0, amounts.last_year) = (Some(first), last.abs_diff(first) as usize);
        findings.push(first_year_assumed(sheet, first));
    }
    Ok(())
}

/// Reads and checks a dossier as any other command does.
fn findings_of(stored: &Stored) -> Vec<Finding> {
    let reading = interpret(stored.clone(), Vec::new());
    let name = reading.dossier.settings.decision_model.clone();
    let mut findings = reading.findings;
    if let Ok(model) = shelf::decision_model(name.as_deref()) {
        findings.extend(check(&reading.dossier, &model.for_dossier(&reading.dossier.settings)));
    }
    findings
}

/// Writes the changed tables, the settings where they are new, and the mappings; the names of the files.
fn written(
    wish: &ImportWish,
    judged: &Judged,
    has_new_settings: bool,
    remembered: Vec<NewFile>,
) -> Result<Vec<String>, AppError> {
    let stored = &judged.merged.stored;
    let fault = |cause: std::io::Error| {
        let path = wish.into.display();
        AppError::Unreadable(Bilingual {
            en: format!("`{path}` could not be written: {cause}."),
            fr: format!("«\u{a0}{path}\u{a0}» n’a pas pu être écrit\u{a0}: {cause}."),
        })
    };
    let is_bundle = wish.into.is_file() || wish.into.extension().is_some_and(|ending| ending == "json");
    if is_bundle {
        write_whole(&wish.into, bundle_text(stored).as_bytes()).map_err(fault)?;
        return Ok(vec![wish.into.display().to_string()]);
    }
    let dialect = Dialect::of(Language::English);
    let mut files: Vec<NewFile> = Vec::new();
    for change in judged.merged.changed_tables() {
        let table = &stored.tables[change.table];
        files.push((table.file.to_string(), table_csv(&table_as_written(change.table, table), dialect)));
    }
    if let (true, Ok(Some(settings))) = (has_new_settings, &stored.settings.value) {
        files.push((stored.settings.place.file.to_string(), settings_json(settings).into_bytes()));
    }
    files.extend(remembered);
    files.sort();
    files.dedup_by(|a, b| a.0 == b.0);
    write_together(&wish.into, &files).map_err(fault)?;
    Ok(files.iter().map(|(name, _)| wish.into.join(name).display().to_string()).collect())
}

fn told(
    wish: &ImportWish,
    stored: &Stored,
    sheets: &[ReadSheet],
    (staged, judged): (&[StagedTable], &Judged),
    language: Language,
) -> Imported {
    let sums = totals(staged, &judged.refused, &judged.merged.stored);
    let base_year = stored.setting("base_year").and_then(|year| year.parse().ok());
    Imported {
        dossier: wish.into.display().to_string(),
        is_new: false,
        language,
        currency: stored.setting("currency").unwrap_or_default(),
        base_year,
        sheets: sheets.iter().map(|sheet| sheet_read(sheet, staged, &judged.refused)).collect(),
        totals: total_lines(sums),
        changes: judged
            .merged
            .changed_tables()
            .map(|change| table_changed(change, wish.drops_gone))
            .collect(),
        findings: judged.findings.clone(),
        consequences: judged.consequences.clone(),
        ending: ImportEnding::Preview,
        written: Vec::new(),
        refused_rows: None,
        mapping: None,
    }
}

fn refused(
    sources: &[source::open::Source],
    sheets: &[ReadSheet],
    judged: &Judged,
    language: Language,
) -> Option<Vec<u8>> {
    let parts = sheets.iter().filter_map(|read| {
        let source = &sources[read.source];
        refused_rows(source, &read.sheet, &judged.refused, &judged.findings, language).ok().flatten()
    });
    let parts: Vec<Vec<u8>> = parts.collect();
    (!parts.is_empty()).then(|| parts.concat())
}

fn ending(wish: &ImportWish, judged: &Judged, is_settings_new: bool) -> ImportEnding {
    let is_change = is_settings_new || judged.merged.changed_tables().next().is_some();
    let is_same = judged.merged.changes.iter().any(|change| change.same > 0);
    match wish.acceptance {
        Acceptance::Preview => ImportEnding::Preview,
        Acceptance::AllOrNothing if has_errors(judged) => ImportEnding::Refused,
        _ if is_change || is_same => ImportEnding::Accepted,
        _ => ImportEnding::Empty,
    }
}

fn has_errors(judged: &Judged) -> bool {
    judged.findings.iter().any(|finding| finding.severity == Severity::Error)
}
