-- Documents under control of execution.
CREATE TABLE control (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    since    TEXT NOT NULL
) STRICT;

-- Everything said of their directives, as JSON the store does not look into. What was said at once
-- has one turn and is taken back at once.
CREATE TABLE control_entry (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    document  TEXT NOT NULL REFERENCES control (document) ON DELETE CASCADE,
    directive TEXT NOT NULL,
    turn      INTEGER NOT NULL,
    entry     TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX control_entry_by_document ON control_entry (document, number);
