-- A library of a country is asked of all its documents again and again. What is counted stands close
-- together: marks alone beside the documents' places, days and shelves; the larger facts by themselves.
CREATE TABLE fact (
    number INTEGER PRIMARY KEY REFERENCES feature (number) ON DELETE CASCADE,
    facts  BLOB NOT NULL
) STRICT;
INSERT INTO fact (number, facts) SELECT number, facts FROM feature;
ALTER TABLE feature DROP COLUMN facts;
CREATE INDEX feature_state ON feature (document, revision, version);

DROP INDEX document_by_municipality;
CREATE INDEX document_standing ON document (id, removed_at, revision, shelf, adopted_on, region, municipality);
CREATE INDEX document_by_region ON document (region, adopted_on, removed_at, shelf);
CREATE INDEX document_by_day ON document (adopted_on, removed_at, shelf);
CREATE INDEX document_by_municipality ON document (municipality, adopted_on, removed_at, shelf);
CREATE INDEX document_by_shelf ON document (shelf, removed_at);
