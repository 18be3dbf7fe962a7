//! `FolderLock`: one service at a time works on a folder; commands beside it may read and write.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::database::own_file;
use super::error::StoreError;

/// The file that is locked; it stays empty.
const FILE: &str = "service.lock";

/// Holds a folder until it is dropped, or the process ends in any way.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder, or says that another service has it: it would begin the jobs again that the other one is doing.
    pub fn take(folder: &Path) -> Result<FolderLock, StoreError> {
        let file = own_file().create(true).truncate(false).open(folder.join(FILE))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(StoreError::broken(format!("another service works on {}", folder.display())))
            }
            Err(TryLockError::Error(fault)) => Err(fault.into()),
        }
    }
}
