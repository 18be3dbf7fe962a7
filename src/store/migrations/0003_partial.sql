-- Whether a job was stopped before its end and kept what it had: such a result is nobody else's answer.
PRAGMA user_version = 3;

ALTER TABLE jobs ADD COLUMN is_partial INTEGER NOT NULL DEFAULT 0;
