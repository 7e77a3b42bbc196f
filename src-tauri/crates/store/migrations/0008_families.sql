-- What is kept of each document's newest text, so that a matrix of many documents reads none of them:
-- marks of its directives and the numbers and acts they name. Both are bytes the store does not look
-- into; `version` is of the program that made them, `revision` of the text. They can be made anew.
CREATE TABLE feature (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    marks    BLOB NOT NULL,
    facts    BLOB NOT NULL
) STRICT;

-- Families of one task. A family is known by the task that founded it; one a person joined to another
-- points at it. Numbers are never used again.
CREATE TABLE family (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    joined INTEGER REFERENCES family (number),
    task   TEXT NOT NULL
) STRICT;
CREATE INDEX family_joined ON family (joined) WHERE joined IS NOT NULL;
CREATE TABLE family_term (
    term   INTEGER NOT NULL,
    family INTEGER NOT NULL,
    PRIMARY KEY (term, family)
) WITHOUT ROWID, STRICT;

-- The family of every text that was met: where a person put a text, it belongs for ever after.
CREATE TABLE wording (
    name   INTEGER PRIMARY KEY,
    family INTEGER NOT NULL
) STRICT;

-- Where the directives of a family stand. Documents are named by the number of their features; a
-- number that is gone names nothing.
CREATE TABLE member (
    family   INTEGER NOT NULL,
    document INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    wording  INTEGER NOT NULL,
    PRIMARY KEY (family, document, place)
) WITHOUT ROWID, STRICT;

-- What a person said of families and of series of indicators: `one` and `other` name what it is said
-- of, `before` what it takes to take it back.
CREATE TABLE family_word (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    verdict TEXT NOT NULL CHECK (verdict IN ('join', 'part', 'series_join', 'series_apart')),
    one     TEXT NOT NULL,
    other   TEXT NOT NULL,
    before  TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TRIGGER family_word_is_only_undone BEFORE UPDATE ON family_word
WHEN NOT (new.number IS old.number AND new.verdict IS old.verdict AND new.one IS old.one
    AND new.other IS old.other AND new.before IS old.before AND new.made_at IS old.made_at)
BEGIN SELECT RAISE(ABORT, 'what a person said is append-only'); END;
CREATE TRIGGER family_word_is_never_deleted BEFORE DELETE ON family_word
BEGIN SELECT RAISE(ABORT, 'what a person said is append-only'); END;

-- Everything of a district is asked for by its name.
CREATE INDEX document_by_municipality ON document (municipality);
