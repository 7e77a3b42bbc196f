-- Who made a mark, by the name in the settings then; nothing for marks made before.
ALTER TABLE mark ADD COLUMN made_by TEXT NOT NULL DEFAULT '';
DROP TRIGGER mark_is_only_undone;
CREATE TRIGGER mark_is_only_undone BEFORE UPDATE ON mark
WHEN NOT (new.number IS old.number AND new.act IS old.act AND new.document IS old.document
    AND new.directive IS old.directive AND new.detail IS old.detail AND new.made_at IS old.made_at
    AND new.made_by IS old.made_by)
BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END;

-- An adoption taken back: the document is followed no longer, its marks wait for the next adoption.
ALTER TABLE control ADD COLUMN released INTEGER NOT NULL DEFAULT 0;
-- How the document stood before it was adopted, as JSON the store does not look into.
ALTER TABLE control ADD COLUMN stood TEXT;
