//! Bytes to a `Dossier` and its findings; never stops at the first bad cell.
