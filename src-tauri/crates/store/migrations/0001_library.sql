-- The library: shelves, documents, the bytes they came from, and their revisions.
CREATE TABLE shelf (
    id       TEXT PRIMARY KEY,
    kind     TEXT NOT NULL CHECK (kind IN ('own', 'examples')),
    name     TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

-- Original files, kept byte for byte; the same bytes are kept once.
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- What a list shows is copied here from the newest revision, so that a list reads no JSON.
CREATE TABLE document (
    id           TEXT PRIMARY KEY,
    shelf        TEXT NOT NULL REFERENCES shelf (id),
    original     TEXT REFERENCES original (sha256),
    source_name  TEXT NOT NULL,
    title        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    draft        INTEGER NOT NULL,
    theme        TEXT,
    municipality TEXT,
    region       TEXT,
    adopted_on   TEXT,
    directives   INTEGER NOT NULL,
    doubts       INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    changed_at   TEXT NOT NULL,
    removed_at   TEXT
) STRICT;
CREATE INDEX document_by_original ON document (original);

CREATE TABLE revision (
    document   TEXT NOT NULL REFERENCES document (id),
    number     INTEGER NOT NULL,
    resolution TEXT NOT NULL,
    reading    TEXT,
    made_at    TEXT NOT NULL,
    PRIMARY KEY (document, number)
) STRICT;
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;

-- Everything a person did, in order.
CREATE TABLE journal (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    action   TEXT NOT NULL,
    document TEXT,
    detail   TEXT
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
