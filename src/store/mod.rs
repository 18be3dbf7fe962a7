//! What is kept: dossiers with every revision, jobs with their results, keys and the audit log, in one SQLite file.
