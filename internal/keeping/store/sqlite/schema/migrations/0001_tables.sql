-- Every version of every document, as it came.
CREATE TABLE record (
	id       INTEGER PRIMARY KEY,
	document TEXT NOT NULL, -- d and 16 hex digits
	pipeline TEXT NOT NULL,
	json     BLOB NOT NULL, -- canonical, without a newline
	sha256   BLOB NOT NULL, -- of json
	UNIQUE (document, pipeline)
);

-- What is searched: the rows of the shown version of each document. Days count
-- from 1970-01-01, both ends inclusive; they are NULL where no day is known.
-- Words of vocabularies are kept as words, "" where absent.
CREATE TABLE document (
	id         INTEGER PRIMARY KEY,
	name       TEXT NOT NULL UNIQUE, -- d and 16 hex digits
	record     INTEGER NOT NULL REFERENCES record,
	pipeline   TEXT NOT NULL,
	url        TEXT NOT NULL,
	title      TEXT NOT NULL,
	publisher  TEXT NOT NULL,
	published  TEXT NOT NULL,
	first      INTEGER,
	last       INTEGER,
	day        INTEGER,
	language   TEXT NOT NULL,
	genre      TEXT NOT NULL,
	statements INTEGER NOT NULL,
	events     INTEGER NOT NULL
);
CREATE INDEX document_record ON document (record);
CREATE INDEX document_newest ON document (ifnull(-day, 9999999), name);

CREATE TABLE statement (
	id        INTEGER PRIMARY KEY,
	document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	item      TEXT NOT NULL, -- s21
	at        INTEGER NOT NULL,
	place     TEXT NOT NULL, -- sorts by document and place in it
	form      TEXT NOT NULL,
	act       TEXT NOT NULL,
	polarity  TEXT NOT NULL,
	certainty TEXT NOT NULL,
	speaker   TEXT NOT NULL,
	named     TEXT NOT NULL,
	cue       TEXT NOT NULL,
	content   TEXT NOT NULL,
	said      TEXT NOT NULL,
	first     INTEGER,
	last      INTEGER,
	day       INTEGER,
	due       TEXT NOT NULL,
	due_first INTEGER,
	due_last  INTEGER,
	due_order TEXT, -- NULL when nothing is due
	condition TEXT NOT NULL,
	review    TEXT NOT NULL,
	score     REAL
);
CREATE INDEX statement_document ON statement (document);
CREATE INDEX statement_newest ON statement (ifnull(-day, 9999999), place);
CREATE INDEX statement_due ON statement (due_order, place) WHERE due_order IS NOT NULL;

CREATE TABLE event (
	id         INTEGER PRIMARY KEY,
	document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	item       TEXT NOT NULL, -- v30
	at         INTEGER NOT NULL,
	place      TEXT NOT NULL,
	type       TEXT NOT NULL,
	status     TEXT NOT NULL,
	certainty  TEXT NOT NULL,
	trigger    TEXT NOT NULL,
	actors     TEXT NOT NULL,
	recipients TEXT NOT NULL,
	location   TEXT NOT NULL,
	time       TEXT NOT NULL,
	first      INTEGER,
	last       INTEGER,
	day        INTEGER,
	review     TEXT NOT NULL,
	score      REAL
);
CREATE INDEX event_document ON event (document);
CREATE INDEX event_newest ON event (ifnull(-day, 9999999), place);

CREATE TABLE citation (
	id       INTEGER PRIMARY KEY,
	document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	item     TEXT NOT NULL, -- c4
	at       INTEGER NOT NULL,
	place    TEXT NOT NULL,
	exact    TEXT NOT NULL,
	sources  TEXT NOT NULL,
	url      TEXT NOT NULL,
	score    REAL
);
CREATE INDEX citation_document ON citation (document);

-- Who is named, over all documents, and what an entity is called in one of them.
CREATE TABLE entity (
	id      INTEGER PRIMARY KEY,
	key     TEXT NOT NULL UNIQUE, -- person/rishi sunak; person/sunak/d16…/e42
	type    TEXT NOT NULL,
	folded  TEXT NOT NULL,
	name    TEXT NOT NULL,
	country TEXT NOT NULL
);
CREATE INDEX entity_folded ON entity (folded, key);

CREATE TABLE appearance (
	id       INTEGER PRIMARY KEY,
	entity   INTEGER NOT NULL REFERENCES entity,
	document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	item     TEXT NOT NULL, -- e42
	score    REAL
);
CREATE INDEX appearance_entity ON appearance (entity, document);
CREATE INDEX appearance_document ON appearance (document);

CREATE TABLE naming (
	name       INTEGER NOT NULL REFERENCES name,
	appearance INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
	PRIMARY KEY (name, appearance)
) WITHOUT ROWID;
CREATE INDEX naming_appearance ON naming (appearance);

-- A key whose entity is that of another key.
CREATE TABLE alias (
	key  TEXT PRIMARY KEY,
	same TEXT NOT NULL,
	type TEXT NOT NULL, -- of that entity
	name TEXT NOT NULL
) WITHOUT ROWID;

-- Folded names, and the parts that they play in rows: speaker of a statement,
-- outlet of a document.
CREATE TABLE name (
	id     INTEGER PRIMARY KEY,
	folded TEXT NOT NULL UNIQUE
);

CREATE TABLE role (
	id   INTEGER PRIMARY KEY,
	kind TEXT NOT NULL, -- of the row: statements
	key  TEXT NOT NULL, -- of the filter: speaker
	UNIQUE (kind, key)
);

CREATE TABLE part (
	role     INTEGER NOT NULL, -- of role, of which none is ever deleted
	name     INTEGER NOT NULL REFERENCES name,
	item     INTEGER NOT NULL, -- id in the table of the kind
	document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	PRIMARY KEY (name, role, item)
) WITHOUT ROWID;
CREATE INDEX part_document ON part (document);

-- Words, folded by package query before they come here.
CREATE VIRTUAL TABLE name_words USING fts5 (
	folded, content = 'name', content_rowid = 'id', columnsize = 0,
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mc Co'"
);
CREATE TRIGGER name_deleted AFTER DELETE ON name BEGIN
	INSERT INTO name_words (name_words, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE VIRTUAL TABLE document_words USING fts5 (
	title, body, content = '',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mc Co'"
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
	content, content = '',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mc Co'"
);
CREATE VIRTUAL TABLE event_words USING fts5 (
	sentence, content = '',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mc Co'"
);
CREATE VIRTUAL TABLE citation_words USING fts5 (
	exact, content = '',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mc Co'"
);
-- What is deleted is gone from an index at once, not at its next merge. Those
-- without content are told what to delete.
INSERT INTO name_words (name_words, rank) VALUES ('secure-delete', 1);
INSERT INTO document_words (document_words, rank) VALUES ('secure-delete', 1);
INSERT INTO statement_words (statement_words, rank) VALUES ('secure-delete', 1);
INSERT INTO event_words (event_words, rank) VALUES ('secure-delete', 1);
INSERT INTO citation_words (citation_words, rank) VALUES ('secure-delete', 1);

-- What people decided, with the value before, so that it can be undone.
CREATE TABLE decision (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	document TEXT NOT NULL,
	pipeline TEXT NOT NULL,
	item     TEXT NOT NULL, -- "" for the document
	field    TEXT NOT NULL,
	old      TEXT, -- JSON; NULL when absent
	new      TEXT,
	by       TEXT NOT NULL,
	at       TEXT NOT NULL,
	note     TEXT NOT NULL,
	undone   INTEGER NOT NULL
);
CREATE INDEX decision_document ON decision (document);

-- Edges between items: same, contradicts, kept, broken. Ends are named as people
-- see them, so that an edge outlives a new version.
CREATE TABLE edge (
	id            INTEGER PRIMARY KEY,
	kind          TEXT NOT NULL,
	from_document TEXT NOT NULL, -- "" when a person alone says so
	from_item     TEXT NOT NULL,
	to_document   TEXT NOT NULL,
	to_item       TEXT NOT NULL,
	score         REAL,
	by            TEXT NOT NULL,
	at            TEXT NOT NULL,
	note          TEXT NOT NULL,
	UNIQUE (to_document, to_item, kind, from_document, from_item)
);
CREATE INDEX edge_from ON edge (from_document, from_item);

CREATE TABLE forgotten (
	document TEXT PRIMARY KEY,
	reason   TEXT NOT NULL,
	at       TEXT NOT NULL
) WITHOUT ROWID;
