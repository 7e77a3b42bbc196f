-- An adopted document under control: the revision that was adopted, and since when.
CREATE TABLE control (
    document   TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    revision   INTEGER NOT NULL,
    adopted_on TEXT NOT NULL,
    archived   INTEGER NOT NULL DEFAULT 0,
    made_at    TEXT NOT NULL,
    FOREIGN KEY (document, revision) REFERENCES revision (document, number) ON DELETE CASCADE
) STRICT;

-- What was said of the execution of directives, as JSON the store does not look into. What was said
-- in one go has one act, and is taken back in one go.
CREATE TABLE mark (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    act       INTEGER NOT NULL,
    document  TEXT NOT NULL REFERENCES control (document) ON DELETE CASCADE,
    directive TEXT NOT NULL,
    detail    TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX mark_by_document ON mark (document, number);
CREATE INDEX mark_by_act ON mark (act);
CREATE TRIGGER mark_is_only_undone BEFORE UPDATE ON mark
WHEN NOT (new.number IS old.number AND new.act IS old.act AND new.document IS old.document
    AND new.directive IS old.directive AND new.detail IS old.detail AND new.made_at IS old.made_at)
BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END;
-- What is thrown away from the bin takes its marks along; nothing else does.
CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON mark
WHEN (SELECT removed_at FROM document WHERE id = old.document) IS NULL
    AND EXISTS (SELECT 1 FROM document WHERE id = old.document)
BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END;
