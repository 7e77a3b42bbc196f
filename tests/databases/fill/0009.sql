-- Control of the first document, with marks, one of them taken back.
INSERT INTO control (document, revision, adopted_on, made_at)
    SELECT id, 1, '2026-08-24', '2026-11-22T10:00:00Z' FROM document WHERE id <> 'draft2027';
INSERT INTO mark (act, document, directive, detail, made_at, undone)
    SELECT act, document, first, '{"status":"done","on":"2026-09-01","evidence":"справка"}', made_at, undone
    FROM (SELECT document, json_extract(resolution, '$.sections[0].groups[0].directives[0].id') AS first
          FROM revision WHERE document <> 'draft2027' AND number = 1),
         (SELECT 1 AS act, '2026-11-22T10:01:00Z' AS made_at, 0 AS undone
          UNION ALL SELECT 2, '2026-11-22T10:02:00Z', 1);
