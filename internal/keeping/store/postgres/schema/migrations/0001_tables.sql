-- Text is compared by its bytes (collation "C"), so that order is the same on
-- every server. Days count from 1970-01-01, both ends inclusive; they are NULL
-- where no day is known. Words of vocabularies are kept as words, '' where absent.

CREATE TABLE schema_version (
	version integer NOT NULL
);

-- Every version of every document, as it came.
CREATE TABLE record (
	id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	document text COLLATE "C" NOT NULL, -- d and 16 hex digits
	pipeline text COLLATE "C" NOT NULL,
	json     bytea NOT NULL, -- canonical, without a newline
	sha256   bytea NOT NULL, -- of json
	UNIQUE (document, pipeline)
);

-- Ids of all rows below that belong to a document, and of the document.
CREATE SEQUENCE item;

-- What is searched: the rows of the shown version of each document. In "folded"
-- are the words that are looked for, as package query folds them, with a space
-- around each; texts beside each other are parted by a stroke. "words" has the
-- same as lexemes, see package search.
CREATE TABLE document (
	id         bigint PRIMARY KEY,
	name       text COLLATE "C" NOT NULL UNIQUE, -- d and 16 hex digits
	record     bigint NOT NULL REFERENCES record,
	pipeline   text NOT NULL,
	url        text NOT NULL,
	title      text NOT NULL,
	publisher  text NOT NULL,
	published  text NOT NULL,
	first      integer,
	last       integer,
	day        integer,
	language   text NOT NULL,
	genre      text NOT NULL,
	statements integer NOT NULL,
	events     integer NOT NULL,
	folded     text COLLATE "C" NOT NULL,
	words      tsvector NOT NULL
);
CREATE INDEX document_record ON document (record);
CREATE INDEX document_newest ON document (coalesce(-day, 9999999), name);
CREATE INDEX document_words ON document USING gin (words);

CREATE TABLE statement (
	id        bigint PRIMARY KEY,
	document  bigint NOT NULL REFERENCES document ON DELETE CASCADE,
	item      text NOT NULL, -- s21
	at        integer NOT NULL,
	place     text COLLATE "C" NOT NULL UNIQUE, -- sorts by document and place in it
	form      text NOT NULL,
	act       text NOT NULL,
	polarity  text NOT NULL,
	certainty text NOT NULL,
	speaker   text NOT NULL,
	named     text NOT NULL,
	cue       text NOT NULL,
	content   text NOT NULL,
	said      text NOT NULL,
	first     integer,
	last      integer,
	day       integer,
	due       text NOT NULL,
	due_first integer,
	due_last  integer,
	due_order text COLLATE "C", -- NULL when nothing is due
	condition text NOT NULL,
	review    text NOT NULL,
	score     double precision,
	folded    text COLLATE "C" NOT NULL,
	words     tsvector NOT NULL
);
CREATE INDEX statement_document ON statement (document);
CREATE INDEX statement_newest ON statement (coalesce(-day, 9999999), place);
CREATE INDEX statement_due ON statement (due_order, place) WHERE due_order IS NOT NULL;
CREATE INDEX statement_words ON statement USING gin (words);

CREATE TABLE event (
	id         bigint PRIMARY KEY,
	document   bigint NOT NULL REFERENCES document ON DELETE CASCADE,
	item       text NOT NULL, -- v30
	at         integer NOT NULL,
	place      text COLLATE "C" NOT NULL UNIQUE,
	type       text NOT NULL,
	status     text NOT NULL,
	certainty  text NOT NULL,
	trigger    text NOT NULL,
	actors     text NOT NULL,
	recipients text NOT NULL,
	location   text NOT NULL,
	time       text NOT NULL,
	first      integer,
	last       integer,
	day        integer,
	review     text NOT NULL,
	score      double precision,
	folded     text COLLATE "C" NOT NULL, -- of the sentence
	words      tsvector NOT NULL
);
CREATE INDEX event_document ON event (document);
CREATE INDEX event_newest ON event (coalesce(-day, 9999999), place);
CREATE INDEX event_words ON event USING gin (words);

CREATE TABLE citation (
	id       bigint PRIMARY KEY,
	document bigint NOT NULL REFERENCES document ON DELETE CASCADE,
	item     text NOT NULL, -- c4
	at       integer NOT NULL,
	place    text COLLATE "C" NOT NULL UNIQUE,
	exact    text NOT NULL,
	sources  text NOT NULL,
	url      text NOT NULL,
	score    double precision,
	folded   text COLLATE "C" NOT NULL,
	words    tsvector NOT NULL
);
CREATE INDEX citation_document ON citation (document);
CREATE INDEX citation_words ON citation USING gin (words);

-- Who is named, over all documents, and what an entity is called in one of them.
-- A digest is the first half of the SHA-256 of a text that may be too long for an
-- index.
CREATE TABLE entity (
	id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest  bytea NOT NULL UNIQUE, -- of key
	key     text COLLATE "C" NOT NULL, -- person/rishi sunak; person/sunak/d16…/e42
	type    text NOT NULL,
	folded  text COLLATE "C" NOT NULL,
	name    text COLLATE "C" NOT NULL,
	country text COLLATE "C" NOT NULL
);

CREATE TABLE appearance (
	id       bigint PRIMARY KEY,
	entity   bigint NOT NULL REFERENCES entity,
	document bigint NOT NULL REFERENCES document ON DELETE CASCADE,
	item     text NOT NULL, -- e42
	base     text COLLATE "C" NOT NULL, -- the key by its name alone
	score    double precision
);
CREATE INDEX appearance_entity ON appearance (entity, document);
CREATE INDEX appearance_document ON appearance (document);
CREATE INDEX appearance_base ON appearance USING hash (base);

-- Folded names, and the parts that they play in rows: speaker of a statement,
-- outlet of a document.
CREATE TABLE name (
	id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest bytea NOT NULL UNIQUE, -- of folded
	folded text COLLATE "C" NOT NULL,
	words  tsvector NOT NULL
);
CREATE INDEX name_words ON name USING gin (words);

CREATE TABLE naming (
	name       bigint NOT NULL REFERENCES name,
	appearance bigint NOT NULL REFERENCES appearance ON DELETE CASCADE,
	PRIMARY KEY (name, appearance)
);
CREATE INDEX naming_appearance ON naming (appearance);

-- A key whose entity is that of another key.
CREATE TABLE alias (
	key  text COLLATE "C" PRIMARY KEY,
	same text COLLATE "C" NOT NULL,
	type text NOT NULL, -- of that entity
	name text NOT NULL
);

CREATE TABLE role (
	id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind text NOT NULL, -- of the row: statements
	key  text NOT NULL, -- of the filter: speaker
	UNIQUE (kind, key)
);

CREATE TABLE part (
	role     integer NOT NULL REFERENCES role,
	name     bigint NOT NULL REFERENCES name,
	item     bigint NOT NULL, -- id in the table of the kind
	document bigint NOT NULL REFERENCES document ON DELETE CASCADE,
	PRIMARY KEY (name, role, item)
);
CREATE INDEX part_document ON part (document);
CREATE INDEX part_role ON part (role);

-- What people decided, with the value before, so that it can be undone.
CREATE TABLE decision (
	id       bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	document text COLLATE "C" NOT NULL,
	pipeline text NOT NULL,
	item     text NOT NULL, -- '' for the document
	field    text NOT NULL,
	old      text, -- JSON, as it was written; NULL when absent
	new      text,
	by       text NOT NULL,
	at       text NOT NULL,
	note     text NOT NULL,
	undone   boolean NOT NULL,
	origin   bigint NOT NULL -- decision on an older version that this one carries on, or 0
);
CREATE INDEX decision_document ON decision (document);

-- Edges between items: same, contradicts, kept, broken. Ends are named as people
-- see them, so that an edge outlives a new version.
CREATE TABLE edge (
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind          text COLLATE "C" NOT NULL,
	from_document text COLLATE "C" NOT NULL, -- '' when a person alone says so
	from_item     text COLLATE "C" NOT NULL,
	to_document   text COLLATE "C" NOT NULL,
	to_item       text COLLATE "C" NOT NULL,
	score         double precision,
	by            text NOT NULL,
	at            text NOT NULL,
	note          text NOT NULL,
	UNIQUE (to_document, to_item, kind, from_document, from_item)
);
CREATE INDEX edge_from ON edge (from_document, from_item);

CREATE TABLE forgotten (
	document text COLLATE "C" PRIMARY KEY,
	reason   text NOT NULL,
	at       text NOT NULL
);
