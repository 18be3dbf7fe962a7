-- What a line of the log is about, as it was and as it is: rows of a dossier by the digest of the revision that changed them,
-- anything else as it is told, in JSON. Lines from before these columns have none of them, and keep their hash.
PRAGMA user_version = 2;

ALTER TABLE audit ADD COLUMN digest TEXT;
ALTER TABLE audit ADD COLUMN before TEXT;
ALTER TABLE audit ADD COLUMN after TEXT;
