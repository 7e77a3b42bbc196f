-- What a person said of two directives of two compared states. A state is named by a key: the
-- document it is a revision of, or the sha256 of a file outside the library. The texts are kept
-- with the ids, so that a decision is found again when a file was read anew. What was said in one
-- go has one act, and is taken back in one go.
CREATE TABLE decision (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    act         INTEGER NOT NULL,
    one_key     TEXT NOT NULL,
    other_key   TEXT NOT NULL,
    one_id      TEXT NOT NULL,
    one_text    TEXT NOT NULL,
    other_id    TEXT NOT NULL,
    other_text  TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    undone      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX decision_by_keys ON decision (one_key, other_key);
CREATE TRIGGER decision_is_only_undone BEFORE UPDATE ON decision
WHEN NOT (new.number IS old.number AND new.act IS old.act
    AND new.one_key IS old.one_key AND new.other_key IS old.other_key
    AND new.one_id IS old.one_id AND new.one_text IS old.one_text
    AND new.other_id IS old.other_id AND new.other_text IS old.other_text
    AND new.verdict IS old.verdict AND new.made_at IS old.made_at)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
