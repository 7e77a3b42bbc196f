-- The library as a shelf of many thousand documents.

-- Where a document stands: being worked on, adopted, or put away. What lists filter by is copied
-- from the newest revision, like the rest of a card.
ALTER TABLE document ADD COLUMN status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'adopted', 'archived'));
UPDATE document SET status = 'adopted' WHERE draft = 0;
ALTER TABLE document ADD COLUMN event TEXT;
UPDATE document SET event = (
    SELECT json_extract(r.resolution, '$.event.name') FROM revision r
    WHERE r.document = document.id AND r.number = document.revision
);

-- Resolutions repeat their own words: packed (zlib), 25,000 of them fit where plain ones take eight
-- times the room. A packed revision leaves the plain columns empty; older ones stay as they are.
ALTER TABLE revision ADD COLUMN packed BLOB;
ALTER TABLE revision ADD COLUMN packed_reading BLOB;

-- What is in the bin may be thrown away for good, with its history; anything else never.
DROP TRIGGER revision_is_never_deleted;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
WHEN (SELECT removed_at FROM document WHERE id = old.document) IS NULL
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
DROP TRIGGER edit_is_never_deleted;
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
WHEN (SELECT removed_at FROM document WHERE id = old.document) IS NULL
BEGIN SELECT RAISE(ABORT, 'edits are append-only'); END;

-- The index of words. A document's directives have numbers in a row, from `first` on; what a search
-- shows of them is packed in one piece. The words themselves are stems made by the caller, separated
-- by spaces, so the simplest tokenizer is the right one. The index keeps neither texts nor places:
-- hits come in the order of their numbers, the newest first, and no common word has to be weighed a
-- million times. The index is made anew by the caller for documents that have no entry.
DROP TABLE search;
CREATE TABLE entry (
    first       INTEGER PRIMARY KEY,
    count       INTEGER NOT NULL,
    document    TEXT NOT NULL UNIQUE REFERENCES document (id),
    shown       BLOB NOT NULL,
    fingerprint TEXT NOT NULL,
    sketch      BLOB NOT NULL
) STRICT;
CREATE INDEX entry_by_fingerprint ON entry (fingerprint);
CREATE VIRTUAL TABLE found USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '3 4'
);
-- The same for the title blocks, so that documents are found before their directives.
CREATE VIRTUAL TABLE found_head USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '3 4'
);

-- Which documents share a band of their sketches: near copies share some of them.
CREATE TABLE sketch (
    band  INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (band, entry)
) WITHOUT ROWID, STRICT;
