-- How the document stood before it was adopted, and a mark with the name of who made it.
UPDATE control SET stood = '{"draft":true,"adopted_on":null,"status":"draft"}';
INSERT INTO mark (act, document, directive, detail, made_at, undone, made_by)
    SELECT 3, document, directive, '{"status":"done","on":"2026-09-02","evidence":"приказ"}',
           '2026-11-25T10:00:00Z', 0, 'Н. П. Орлова'
    FROM mark WHERE undone = 0 LIMIT 1;
