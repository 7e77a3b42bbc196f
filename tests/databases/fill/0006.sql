-- A file that came back for the draft, and what was said of it.
INSERT INTO came_back SELECT document, resolution FROM revision WHERE document = 'draft2027';
INSERT INTO came_back_file SELECT document, 'one', 'Секция 1.docx', resolution FROM revision
    WHERE document = 'draft2027';
INSERT INTO came_back_said VALUES ('draft2027', 'thing', 1);
