//! The database: one file in the data folder, read over several connections and written over one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};

use super::change::{self, Change};
use super::error::StoreError;

/// The file in the data folder.
pub const FILE_NAME: &str = "cxfolio.db";

/// What SQLite keeps in the file's header to say whose it is: `cxfo` as four bytes.
pub(super) const APPLICATION_ID: i64 = 0x6378_666f;

/// How many can read at once; each is a thread and, at most, 16 MiB of pages.
const READERS: u32 = 8;

/// How many rows a connection may read ahead of whoever takes them; with few, both threads wait at every row.
const ROWS_ON_THE_WAY: usize = 1024;

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/migrations");

/// The kept dossiers, jobs, keys and logs. Clones share the same connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) readers: SqlitePool,
    writer: SqlitePool,
}

/// How a store is opened.
#[derive(Clone, Copy, Debug)]
pub struct OpenOptions {
    /// How long a change waits for its turn, and then for another process, before it is [`StoreError::Busy`].
    pub wait: Duration,
    /// The largest size of the file in pages of 4096 bytes; a change beyond it is [`StoreError::Full`].
    pub largest_pages: Option<u32>,
}

impl Default for OpenOptions {
    fn default() -> OpenOptions {
        OpenOptions { wait: Duration::from_secs(5), largest_pages: None }
    }
}

impl Store {
    /// Opens the database in `folder`. A folder that is not there is made, for its owner only; tables that are not there
    /// are made; a file of an older version is brought up to date, one of a newer version or of another program is
    /// refused unchanged.
    pub async fn open(folder: &Path) -> Result<Store, StoreError> {
        Store::open_with(folder, OpenOptions::default()).await
    }

    /// The same with other waits and limits.
    pub async fn open_with(folder: &Path, options: OpenOptions) -> Result<Store, StoreError> {
        make_folder(folder)?;
        match open_in(folder, options).await {
            Err(StoreError::Broken(cause)) => Err(unwritable(folder).unwrap_or(StoreError::Broken(cause))),
            opened => opened,
        }
    }

    /// Begins a change. There is one at a time: others wait for their turn, in the order they came.
    pub async fn change(&self) -> Result<Change, StoreError> {
        Change::begin(&self.writer).await
    }

    /// Whether the database answers.
    pub async fn is_alive(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1 FROM dossiers LIMIT 1").fetch_optional(&self.readers).await?;
        Ok(())
    }

    /// Waits for what is under way and closes the file. Every later call fails.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn open_in(folder: &Path, options: OpenOptions) -> Result<Store, StoreError> {
    let file = file_in(folder);
    prepare(&file, options).await?;
    let pool = SqlitePoolOptions::new()
        .acquire_timeout(options.wait)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false);
    let writer = pool
        .clone()
        .max_connections(1)
        .after_release(|connection, _| Box::pin(change::roll_back(connection)))
        .connect_with(writing(&file, options))
        .await?;
    migrate(&mut *writer.acquire().await?).await?;
    let readers = pool.max_connections(READERS).connect_with(reading(&file, options)).await?;
    Ok(Store { readers, writer })
}

/// Makes the file when it is not there, refuses one of another program, untouched, and has ours written ahead, so that
/// readers and the writer do not wait for each other. Two programs that begin that at once stand in each other's way, and
/// SQLite does not wait here.
async fn prepare(file: &Path, options: OpenOptions) -> Result<(), StoreError> {
    const PAUSE: Duration = Duration::from_millis(10);
    let is_new = !file.exists();
    let mut connection = common(file, options).create_if_missing(true).connect().await?;
    if is_new {
        keep_to_owner(file)?;
    }
    let (application, objects): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)",
    )
    .fetch_one(&mut connection)
    .await?;
    if 0 < objects && application != APPLICATION_ID {
        return Err(StoreError::broken("the file is a database of another program"));
    }
    let write_ahead = async {
        loop {
            let mode = sqlx::query_scalar("PRAGMA journal_mode = WAL").fetch_one(&mut connection).await;
            match mode.map_err(StoreError::from) {
                Err(StoreError::Busy) => tokio::time::sleep(PAUSE).await,
                mode => return mode,
            }
        }
    };
    let mode: String =
        tokio::time::timeout(options.wait, write_ahead).await.map_err(|_| StoreError::Busy)??;
    if mode != "wal" {
        return Err(StoreError::broken("the folder does not allow a file that is written ahead"));
    }
    Ok(connection.close().await?)
}

/// One connection beside the pools, for work on the whole file.
pub(super) async fn connect(file: &Path) -> Result<SqliteConnection, StoreError> {
    Ok(writing(file, OpenOptions::default()).connect().await?)
}

/// The file of the database in `folder`.
pub fn file_in(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

fn writing(file: &Path, options: OpenOptions) -> SqliteConnectOptions {
    let settings = common(file, options).synchronous(SqliteSynchronous::Full);
    match options.largest_pages {
        Some(pages) => settings.pragma("max_page_count", pages.to_string()),
        None => settings,
    }
}

fn reading(file: &Path, options: OpenOptions) -> SqliteConnectOptions {
    common(file, options).read_only(true)
}

/// The names in a file that was tampered with may not call functions: `trusted_schema` is off.
fn common(file: &Path, options: OpenOptions) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(options.wait)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cache_size", "-16384")
        .row_buffer_size(ROWS_ON_THE_WAY)
        .disable_statement_logging()
}

/// Brings the tables up to date, all or nothing, even when two processes open a new file at once.
pub(super) async fn migrate(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    MIGRATIONS.run_direct(None, &mut *transaction, false).await?;
    Ok(transaction.commit().await?)
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::DirBuilderExt;
    Ok(fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?)
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> Result<(), StoreError> {
    Ok(fs::create_dir_all(folder)?)
}

/// Takes everybody else's rights to the file away; SQLite gives the files beside it the same ones. The file is named, not
/// opened: closing it past SQLite would take away the locks that this process holds on it.
#[cfg(unix)]
fn keep_to_owner(file: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(file, fs::Permissions::from_mode(0o600))?)
}

#[cfg(not(unix))]
fn keep_to_owner(_file: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// Why nothing can be written in the folder, if so: SQLite says of such a folder only that it cannot open the file.
fn unwritable(folder: &Path) -> Option<StoreError> {
    let probe = folder.join("cxfolio.probe");
    let fault = match own_file().create(true).truncate(true).open(&probe) {
        Ok(_) => None,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Some(StoreError::ReadOnly),
        Err(error) => Some(StoreError::from(error)),
    };
    // A probe that stays is empty and does no harm.
    let _ = fs::remove_file(probe);
    fault
}

/// To make a file that only its owner reads.
#[cfg(unix)]
pub(super) fn own_file() -> fs::OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

/// To make a file that only its owner reads.
#[cfg(not(unix))]
pub(super) fn own_file() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true);
    options
}
