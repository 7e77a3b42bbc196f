-- What a person said of a file's lines. Kept by the file and not by the document: the same file,
-- read again or imported again, is read as the person said.
CREATE TABLE correction (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    original TEXT NOT NULL REFERENCES original (sha256),
    detail   TEXT NOT NULL,
    made_at  TEXT NOT NULL,
    undone   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX correction_by_original ON correction (original);
