-- Full-text search. `terms` holds stems made by the caller: SQLite cannot stem Russian, and its
-- own tokenizer does not fold ё.
CREATE VIRTUAL TABLE search USING fts5 (
    document UNINDEXED,
    directive UNINDEXED,
    shown UNINDEXED,
    terms,
    tokenize = 'unicode61'
);
