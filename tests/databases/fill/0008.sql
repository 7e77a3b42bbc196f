-- Families of tasks, by a program whose features are made anew.
INSERT INTO feature (document, revision, version, marks, facts) SELECT id, 1, 0, x'', x'' FROM document;
INSERT INTO family (task) VALUES ('провести смотр'), ('открыть клубы');
INSERT INTO family_term VALUES (1, 1), (2, 2);
INSERT INTO wording VALUES (1, 1), (2, 2);
INSERT INTO member VALUES (1, 1, 0, 1);
INSERT INTO family_word (verdict, one, other, before, made_at, undone) VALUES
    ('series_join', 'а', 'б', 'null', '2026-11-21T10:00:00Z', 1);
