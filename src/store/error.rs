//! Why the store could not do what was asked.

use std::error::Error;
use std::fmt;
use std::io;

use sqlx::migrate::MigrateError;

/// Why the store could not do what was asked. After any of these the change at hand is rolled back and the store goes on.
#[derive(Debug)]
pub enum StoreError {
    /// Somebody else is writing, or all connections are taken, and waiting did not help. Trying again may.
    Busy,
    /// The disk, or the largest size allowed, is full.
    Full,
    /// The file or its folder may not be written.
    ReadOnly,
    /// Anything else: a damaged file, a file of another program, a broken rule of the tables.
    Broken(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Whether the same may succeed later without anybody mending the file.
    pub fn is_passing(&self) -> bool {
        matches!(self, StoreError::Busy | StoreError::Full)
    }

    /// A fault of our own words.
    pub(crate) fn broken(sentence: impl Into<String>) -> StoreError {
        StoreError::Broken(sentence.into().into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Busy => write!(out, "The database is busy with another change; try again."),
            StoreError::Full => write!(out, "The disk of the database is full; nothing was changed."),
            StoreError::ReadOnly => write!(out, "The database may not be written; nothing was changed."),
            StoreError::Broken(cause) => write!(out, "The database failed: {cause}"),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            StoreError::Broken(cause) => Some(cause.as_ref()),
            StoreError::Busy | StoreError::Full | StoreError::ReadOnly => None,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> StoreError {
        match error {
            sqlx::Error::PoolTimedOut => StoreError::Busy,
            sqlx::Error::Io(error) => StoreError::from(error),
            sqlx::Error::Database(error) => {
                match error.code().and_then(|code| code.parse().ok()).and_then(kind) {
                    Some(known) => known,
                    None => StoreError::Broken(Box::new(sqlx::Error::Database(error))),
                }
            }
            other => StoreError::Broken(Box::new(other)),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> StoreError {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                StoreError::from(error)
            }
            MigrateError::VersionMissing(number) => StoreError::broken(format!(
                "the file is of a newer version of this program (schema {number})"
            )),
            other => StoreError::Broken(Box::new(other)),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> StoreError {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            _ => StoreError::Broken(Box::new(error)),
        }
    }
}

/// What an extended result code of SQLite (<https://www.sqlite.org/rescode.html>) means here, unless it is one of many.
fn kind(code: i32) -> Option<StoreError> {
    const BUSY: i32 = 5;
    const LOCKED: i32 = 6;
    const READ_ONLY: i32 = 8;
    const FULL: i32 = 13;
    /// The shared memory file could not grow: what a full disk looks like to a reader.
    const SHARED_MEMORY_SIZE: i32 = 10 | 19 << 8;
    match code {
        SHARED_MEMORY_SIZE => Some(StoreError::Full),
        _ => match code & 0xff {
            BUSY | LOCKED => Some(StoreError::Busy),
            READ_ONLY => Some(StoreError::ReadOnly),
            FULL => Some(StoreError::Full),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extended_codes_keep_their_kind() {
        assert!(matches!(kind(5), Some(StoreError::Busy)));
        assert!(matches!(kind(5 | 2 << 8), Some(StoreError::Busy)), "SQLITE_BUSY_SNAPSHOT");
        assert!(matches!(kind(262), Some(StoreError::Busy)), "SQLITE_LOCKED_SHAREDCACHE");
        assert!(matches!(kind(13), Some(StoreError::Full)));
        assert!(matches!(kind(4874), Some(StoreError::Full)), "SQLITE_IOERR_SHMSIZE");
        assert!(matches!(kind(1032), Some(StoreError::ReadOnly)), "SQLITE_READONLY_DBMOVED");
        assert!(kind(11).is_none(), "SQLITE_CORRUPT");
        assert!(kind(778).is_none(), "SQLITE_IOERR_WRITE");
    }

    #[test]
    fn a_pool_that_gives_no_connection_is_busy() {
        assert!(matches!(StoreError::from(sqlx::Error::PoolTimedOut), StoreError::Busy));
    }

    #[test]
    fn a_file_that_may_not_be_written_or_grow_is_told_apart() {
        assert!(matches!(StoreError::from(io::Error::from(io::ErrorKind::StorageFull)), StoreError::Full));
        assert!(matches!(
            StoreError::from(io::Error::from(io::ErrorKind::ReadOnlyFilesystem)),
            StoreError::ReadOnly
        ));
        assert!(matches!(StoreError::from(io::Error::from(io::ErrorKind::NotFound)), StoreError::Broken(_)));
    }

    #[test]
    fn a_fault_names_its_cause() {
        let fault = StoreError::broken("two pages are gone");
        assert_eq!(fault.to_string(), "The database failed: two pages are gone");
        assert_eq!(fault.source().map(ToString::to_string).as_deref(), Some("two pages are gone"));
    }
}
