-- Statements and events get a number by which the newest come first: (late << 24) + n,
-- where late is 4000000 minus the day, or 13999999 where none is known, and n parts
-- those of one day. Names and words list rows by it, so that the first rows of the
-- most common name are found without the others.
--
-- All that is searched is made anew from the records, see table unindexed, since the
-- full-text indexes keep no text.
CREATE TABLE unindexed (
	record INTEGER PRIMARY KEY -- which is shown, and whose rows are to be made
);
INSERT INTO unindexed (record) SELECT record FROM document;

DELETE FROM document;
DELETE FROM entity;
DELETE FROM name;
INSERT INTO document_words (document_words) VALUES ('delete-all');
INSERT INTO statement_words (statement_words) VALUES ('delete-all');
INSERT INTO event_words (event_words) VALUES ('delete-all');
INSERT INTO citation_words (citation_words) VALUES ('delete-all');

DROP INDEX statement_newest;
DROP INDEX event_newest;
ALTER TABLE statement ADD COLUMN ord INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN ord INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX statement_newest ON statement (ord);
CREATE UNIQUE INDEX event_newest ON event (ord);

-- What lasts more than a year: "since" names its end, and it stands where it began.
CREATE INDEX statement_long ON statement (last) WHERE last - first > 366;
CREATE INDEX event_long ON event (last) WHERE last - first > 366;
