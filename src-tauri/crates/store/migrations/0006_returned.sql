-- Files that came back for a draft and are not done with: the draft as it stood when the first of
-- them came, what each was read as, and what was said of the things in them.
CREATE TABLE came_back (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    base     TEXT NOT NULL
) STRICT;

CREATE TABLE came_back_file (
    document   TEXT NOT NULL REFERENCES came_back (document) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    name       TEXT NOT NULL,
    resolution TEXT NOT NULL,
    PRIMARY KEY (document, key)
) STRICT;

CREATE TABLE came_back_said (
    document TEXT NOT NULL REFERENCES came_back (document) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    taken    INTEGER NOT NULL CHECK (taken IN (0, 1)),
    PRIMARY KEY (document, key)
) STRICT;
