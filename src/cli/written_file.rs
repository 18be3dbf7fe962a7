//! A file written beside its place and then renamed, so that nobody ever reads half of it.

use std::fs;
use std::io;
use std::path::Path;

use crate::app::error::AppError;
use crate::domain::text::Bilingual;

/// Writes the file whole or not at all; one that is there already is replaced only by `force`.
pub fn write(file: &Path, bytes: &[u8], force: bool) -> Result<(), AppError> {
    if file.exists() && !force {
        let file = file.display();
        return Err(AppError::Unreadable(Bilingual {
            en: format!("`{file}` is there already; `--force` replaces it."),
            fr: format!("«\u{a0}{file}\u{a0}» existe déjà\u{a0}; `--force` le remplace."),
        }));
    }
    replace(file, bytes).map_err(|cause| unwritable(file, &cause))
}

/// Makes the folder with those above it.
pub fn make_folder(folder: &Path) -> Result<(), AppError> {
    fs::create_dir_all(folder).map_err(|cause| unwritable(folder, &cause))
}

/// The names of the files in a folder, sorted; none when there is no such folder.
pub fn names_in(folder: &Path) -> Result<Vec<String>, AppError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|cause| unwritable(folder, &cause))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}

/// Writes beside the file and renames; a device is written to as it is.
pub fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    if file.exists() && !file.is_file() {
        return fs::write(&file, bytes);
    }
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let part = file.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, &file));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

fn unwritable(file: &Path, cause: &io::Error) -> AppError {
    let file = file.display();
    AppError::Unreadable(Bilingual {
        en: format!("`{file}` could not be written: {cause}."),
        fr: format!("«\u{a0}{file}\u{a0}» n’a pas pu être écrit\u{a0}: {cause}."),
    })
}
