-- The decision on an older version of a document that this one carries on to the
-- shown version; 0 for one that a person made on it.
ALTER TABLE decision ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
