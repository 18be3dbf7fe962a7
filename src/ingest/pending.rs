//! Files of a dossier that are written all together or not at all, whenever the program is stopped.
//!
//! They are written into a folder of their own inside the dossier, which is then given the name [`PENDING`]: from that
//! one step on they count in place of those of the same name, and are moved over them. Whoever opens a dossier in which
//! the moving was interrupted reads the new files; the next one to write finishes the moving first.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of files that count already and are not in their place yet.
pub const PENDING: &str = ".pending";

/// A file by its path below the dossier, with its content.
pub type NewFile = (String, Vec<u8>);

/// The files that count: those of the folder by name, sorted, each from [`PENDING`] where it still stands there.
///
/// # Errors
/// As reading a folder.
pub fn files_of(dossier: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let pending = dossier.join(PENDING);
    let newer = if pending.is_dir() { names_in(&pending)? } else { Vec::new() };
    let mut files: Vec<(String, PathBuf)> =
        names_in(dossier)?.into_iter().map(|name| (name.clone(), dossier.join(name))).collect();
    for name in newer {
        // Moved since the names were listed: then the one in its place is the new one.
        let whole = Some(pending.join(&name)).filter(|file| file.is_file()).unwrap_or(dossier.join(&name));
        files.retain(|(other, _)| *other != name);
        files.push((name, whole));
    }
    files.sort();
    Ok(files)
}

/// Writes the files into the dossier together; a dossier that is not there yet is made.
///
/// # Errors
/// What the file system says; the dossier is then as it was.
pub fn write_together(dossier: &Path, files: &[NewFile]) -> io::Result<()> {
    if !dossier.exists() {
        let part = beside(dossier, "part");
        let written = write_into(&part, files).and_then(|()| fs::rename(&part, dossier));
        return cleared(&part, written).and_then(|()| kept(dossier.parent()));
    }
    settle(dossier)?;
    let part = dossier.join(format!("{PENDING}.{}", std::process::id()));
    let pending = dossier.join(PENDING);
    let written = write_into(&part, files).and_then(|()| fs::rename(&part, &pending));
    cleared(&part, written)?;
    kept(Some(dossier))?;
    settle(dossier)
}

/// Writes one file in place of another, or not at all.
///
/// # Errors
/// What the file system says; the file is then as it was.
pub fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = beside(file, "part");
    let written = write_kept(&part, bytes).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.and_then(|()| kept(file.parent()))
}

/// Moves what is pending into its place.
fn settle(dossier: &Path) -> io::Result<()> {
    let pending = dossier.join(PENDING);
    if !pending.is_dir() {
        return Ok(());
    }
    move_all(&pending, dossier)?;
    fs::remove_dir_all(&pending)?;
    kept(Some(dossier))
}

fn move_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let from = entry?.path();
        let to = to.join(from.file_name().unwrap_or_default());
        if from.is_dir() { move_all(&from, &to)? } else { fs::rename(&from, &to)? }
    }
    kept(Some(to))
}

fn write_into(folder: &Path, files: &[NewFile]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        write_kept(&file, bytes)?;
    }
    kept(Some(folder))
}

/// Writes a file and waits until the disk has it.
fn write_kept(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut open = File::create(file)?;
    open.write_all(bytes)?;
    open.sync_all()
}

/// Waits until the disk has the names of a folder; where a folder cannot be opened as a file, the system sees to it.
fn kept(folder: Option<&Path>) -> io::Result<()> {
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn cleared(part: &Path, written: io::Result<()>) -> io::Result<()> {
    if written.is_err() {
        let _ = fs::remove_dir_all(part);
    }
    written
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    path.with_file_name(format!(".{name}.{}.{ending}", std::process::id()))
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(files: &[(String, PathBuf)], name: &str) -> String {
        let file = files.iter().find(|(own, _)| own == name).expect("the file is listed");
        fs::read_to_string(&file.1).expect("the file is there")
    }

    #[test]
    fn an_interrupted_move_counts_and_is_finished_by_the_next_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let dossier = folder.path().join("d");
        let file = |name: &str, text: &str| (name.to_string(), text.as_bytes().to_vec());
        write_together(&dossier, &[file("a.csv", "1"), file("b.csv", "1"), file("m/x.toml", "1")]).unwrap();
        write_into(&dossier.join(PENDING), &[file("a.csv", "2"), file("c.csv", "2")]).unwrap();
        let files = files_of(&dossier).unwrap();
        assert_eq!(
            files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["a.csv", "b.csv", "c.csv"]
        );
        assert_eq!((text(&files, "a.csv"), text(&files, "b.csv")), ("2".to_string(), "1".to_string()));
        write_together(&dossier, &[file("b.csv", "3")]).unwrap();
        let files = files_of(&dossier).unwrap();
        assert_eq!((text(&files, "a.csv"), text(&files, "b.csv")), ("2".to_string(), "3".to_string()));
        assert!(!dossier.join(PENDING).exists() && dossier.join("m/x.toml").exists());
    }

    #[test]
    fn what_was_not_given_its_name_does_not_count() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.csv"), "1").unwrap();
        write_into(&folder.path().join(format!("{PENDING}.7")), &[("a.csv".to_string(), b"2".to_vec())])
            .unwrap();
        assert_eq!(text(&files_of(folder.path()).unwrap(), "a.csv"), "1");
    }
}
