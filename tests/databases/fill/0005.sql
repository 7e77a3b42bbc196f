-- A second document, which takes over from the first; what is said of both.
INSERT INTO document SELECT 'draft2027', shelf, NULL, '', 'Проект 2027 года', kind, 1, theme, municipality,
    region, NULL, directives, 0, 1, '2026-11-20T10:00:00Z', NULL FROM document;
INSERT INTO revision SELECT 'draft2027', 1, resolution, NULL, '2026-11-20T10:00:00Z' FROM revision;
INSERT INTO revision_name SELECT document, number, 'Как пришёл' FROM revision WHERE document <> 'draft2027';
INSERT INTO edit (document, revision, edits, made_at) VALUES
    ('draft2027', 1, '[{"edit":"set_preamble","paragraphs":["Обсудив итоги года"]}]', '2026-11-20T10:01:00Z');
INSERT INTO carry_over SELECT 'draft2027', id, 1, 1 FROM document WHERE id <> 'draft2027';
INSERT INTO carried (document, directive, verdict, became, undo, made_at)
    SELECT 'draft2027', first, 'keep', first, '[]', '2026-11-20T10:02:00Z'
    FROM (SELECT json_extract(resolution, '$.sections[0].groups[0].directives[0].id') AS first
          FROM revision WHERE document = 'draft2027');
INSERT INTO template VALUES ('own', '{}', '2026-11-20T10:03:00Z');
INSERT INTO remark VALUES ('r1', 'draft2027', NULL, NULL, 'АБ', 'Сверить сроки', NULL, 'open', '2026-11-20T10:04:00Z');
INSERT INTO remark VALUES ('r2', 'draft2027', NULL, 'r1', 'ВГ', 'Сверено', NULL, 'open', '2026-11-20T10:05:00Z');
INSERT INTO addressee VALUES ('a1', '{"name":"Станция юных техников","dative":"Станции юных техников","class":"education_authority","confirmed":true}', '2026-11-20T10:06:00Z');
INSERT INTO ignored VALUES ('draft2027', 'advice');
