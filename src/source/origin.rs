//! `Origin`: where the bytes of a file come from, so that they can be read more than once.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// A file on disk as it was when it was opened, or bytes in memory.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    File { path: PathBuf, size: u64, changed: Option<SystemTime> },
    Bytes(Arc<[u8]>),
}

/// What both kinds of origin give.
pub(super) trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

impl Origin {
    /// The file at this path as it is now.
    pub(super) fn of_path(path: &Path) -> io::Result<Origin> {
        let found = std::fs::metadata(path)?;
        if !found.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        Ok(Origin::File { path: path.to_path_buf(), size: found.len(), changed: found.modified().ok() })
    }

    /// Bytes in the origin.
    pub(super) fn size(&self) -> u64 {
        match self {
            Origin::File { size, .. } => *size,
            Origin::Bytes(bytes) => bytes.len() as u64,
        }
    }

    /// The bytes from the beginning; an error when the file is no longer the one that was opened first.
    pub(super) fn reader(&self) -> io::Result<Box<dyn ReadSeek>> {
        match self {
            Origin::Bytes(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
            Origin::File { path, size, changed } => {
                let file = File::open(path)?;
                let found = file.metadata()?;
                if found.len() != *size || found.modified().ok() != *changed {
                    return Err(io::Error::other("the file has changed since it was opened"));
                }
                Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
            }
        }
    }
}
