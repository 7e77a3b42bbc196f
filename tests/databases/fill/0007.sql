-- Where documents stand, and an index of words.
UPDATE document SET status = 'archived' WHERE id <> 'draft2027';
INSERT INTO entry SELECT 1, directives, id, x'', 'fingerprint', x'' FROM document WHERE id = 'draft2027';
INSERT INTO sketch VALUES (1, 1);
