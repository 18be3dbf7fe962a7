-- What is kept. Times are RFC 3339 UTC texts with milliseconds, so that they sort as they read.
-- `changes`, `revisions`, `audit` and `models` only grow: triggers refuse every change of a row that is there.
PRAGMA application_id = 1668834927;
PRAGMA user_version = 1;

-- One row for every dossier that ever was; `revision` and `digest` are those of its newest revision.
CREATE TABLE dossiers (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1))
) STRICT;

-- The state now: what the newest change of every item says.
CREATE TABLE items (
    dossier TEXT NOT NULL REFERENCES dossiers (id),
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (dossier, collection, key)
) STRICT;
CREATE INDEX items_by_position ON items (dossier, collection, position);

CREATE TABLE revisions (
    dossier TEXT NOT NULL REFERENCES dossiers (id),
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    note TEXT NOT NULL,
    request TEXT NOT NULL,
    n_changes INTEGER NOT NULL,
    PRIMARY KEY (dossier, number)
) STRICT;

-- Every version of every item; a row without body says that the item was removed.
CREATE TABLE changes (
    dossier TEXT NOT NULL,
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER,
    body TEXT,
    PRIMARY KEY (dossier, collection, key, revision),
    FOREIGN KEY (dossier, revision) REFERENCES revisions (dossier, number),
    CHECK ((position IS NULL) = (body IS NULL))
) STRICT;
CREATE INDEX changes_by_revision ON changes (dossier, revision);

-- `hash` is the SHA-256 of the hash before and of this row's own fields.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    dossier TEXT,
    revision INTEGER,
    subject TEXT NOT NULL,
    note TEXT NOT NULL,
    request TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_dossier ON audit (dossier, seq);

-- Answers that were given, so that a request sent twice is done once.
CREATE TABLE receipts (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body BLOB NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX receipts_by_time ON receipts (at);

-- The result stands last, so that heads are read without it.
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    created_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    result_type TEXT,
    fingerprint TEXT,
    fault TEXT,
    cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
    webhook TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    request TEXT NOT NULL,
    result BLOB
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, id);
CREATE INDEX jobs_by_dossier ON jobs (dossier, id);
CREATE INDEX jobs_by_request ON jobs (dossier, revision, kind, request, id) WHERE state = 'done';

CREATE TABLE job_files (
    job TEXT NOT NULL REFERENCES jobs (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (job, position)
) STRICT;

CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash BLOB NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT,
    last_used_at TEXT
) STRICT;

-- The dossier `*` stands for all.
CREATE TABLE grants (
    principal TEXT NOT NULL,
    dossier TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (principal, dossier)
) STRICT;
CREATE INDEX grants_by_dossier ON grants (dossier, principal);

CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    job TEXT NOT NULL REFERENCES jobs (id),
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,
    last_fault TEXT
) STRICT;
CREATE INDEX deliveries_by_time ON deliveries (state, next_at);
CREATE INDEX deliveries_by_job ON deliveries (job);

CREATE TABLE models (
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (name, number)
) STRICT;

-- Beside UPDATE and DELETE, an INSERT OR REPLACE would overwrite a row without firing a delete trigger.
CREATE TRIGGER revisions_keep_rows BEFORE UPDATE ON revisions
BEGIN SELECT raise(ABORT, 'revisions is append-only'); END;
CREATE TRIGGER revisions_keep_all BEFORE DELETE ON revisions
BEGIN SELECT raise(ABORT, 'revisions is append-only'); END;
CREATE TRIGGER revisions_add_new BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE dossier = NEW.dossier AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'revisions is append-only'); END;

CREATE TRIGGER changes_keep_rows BEFORE UPDATE ON changes
BEGIN SELECT raise(ABORT, 'changes is append-only'); END;
CREATE TRIGGER changes_keep_all BEFORE DELETE ON changes
BEGIN SELECT raise(ABORT, 'changes is append-only'); END;
CREATE TRIGGER changes_add_new BEFORE INSERT ON changes
WHEN EXISTS (
    SELECT 1 FROM changes
    WHERE dossier = NEW.dossier AND collection = NEW.collection AND key = NEW.key AND revision = NEW.revision
)
BEGIN SELECT raise(ABORT, 'changes is append-only'); END;

CREATE TRIGGER audit_keep_rows BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keep_all BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_add_new BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'audit is append-only'); END;

CREATE TRIGGER models_keep_rows BEFORE UPDATE ON models
BEGIN SELECT raise(ABORT, 'models is append-only'); END;
CREATE TRIGGER models_keep_all BEFORE DELETE ON models
BEGIN SELECT raise(ABORT, 'models is append-only'); END;
CREATE TRIGGER models_add_new BEFORE INSERT ON models
WHEN EXISTS (SELECT 1 FROM models WHERE name = NEW.name AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'models is append-only'); END;
