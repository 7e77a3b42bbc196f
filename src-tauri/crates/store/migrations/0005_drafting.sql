-- A name a person gave to a revision.
CREATE TABLE revision_name (
    document TEXT NOT NULL,
    number   INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, number) REFERENCES revision (document, number)
) STRICT;

-- Every edit of a draft, in the order it was made. A draft is its newest revision with the edits
-- made to it applied; edits of older revisions are history.
CREATE TABLE edit (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL REFERENCES document (id),
    revision INTEGER NOT NULL,
    edits    TEXT NOT NULL,
    made_at  TEXT NOT NULL
) STRICT;
CREATE INDEX edit_by_document ON edit (document, revision, number);
CREATE TRIGGER edit_is_never_changed BEFORE UPDATE ON edit
BEGIN SELECT RAISE(ABORT, 'edits are append-only'); END;
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN SELECT RAISE(ABORT, 'edits are append-only'); END;

-- What a draft takes over from: a revision of last year's document, and by how many years its
-- dates are moved.
CREATE TABLE carry_over (
    document TEXT PRIMARY KEY REFERENCES document (id),
    source   TEXT NOT NULL REFERENCES document (id),
    revision INTEGER NOT NULL,
    years    INTEGER NOT NULL
) STRICT;

-- What was said of each directive of last year's document, what it became, and the edits that take
-- back what that did to the draft. `undone` is 1 for what was taken back, 2 for what a later word on
-- the same directive has replaced: taking that back makes it hold again.
CREATE TABLE carried (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    document  TEXT NOT NULL REFERENCES carry_over (document),
    directive TEXT NOT NULL,
    verdict   TEXT NOT NULL CHECK (verdict IN ('keep', 'change', 'close', 'drop')),
    reason    TEXT,
    became    TEXT,
    undo      TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX carried_by_document ON carried (document, number);

-- The person's own templates; those that come with the program are not kept here.
CREATE TABLE template (
    id         TEXT PRIMARY KEY,
    text       TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- Remarks on a directive (or, without one, on the whole text), answers to them, and proposed
-- wordings, which are remarks with a text of their own.
CREATE TABLE remark (
    id        TEXT PRIMARY KEY,
    document  TEXT NOT NULL REFERENCES document (id),
    directive TEXT,
    answers   TEXT REFERENCES remark (id),
    author    TEXT NOT NULL,
    text      TEXT NOT NULL,
    proposal  TEXT,
    state     TEXT NOT NULL CHECK (state IN ('open', 'resolved', 'accepted', 'rejected')),
    made_at   TEXT NOT NULL
) STRICT;
CREATE INDEX remark_by_document ON remark (document, made_at);

-- The register of bodies directives are given to, as JSON the store does not look into.
CREATE TABLE addressee (
    id         TEXT PRIMARY KEY,
    detail     TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- Advice a person does not want to see again in a document.
CREATE TABLE ignored (
    document TEXT NOT NULL REFERENCES document (id),
    advice   TEXT NOT NULL,
    PRIMARY KEY (document, advice)
) STRICT;
