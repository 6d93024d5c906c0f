package dataset

// tables are the tables in an order in which each refers to earlier ones only.
// The comment behind a column is its documentation: SQLite keeps it, and .schema
// shows it.
const tables = `
CREATE TABLE documents ( -- what was read
  document TEXT PRIMARY KEY, -- id, as readout shows it
  title TEXT, -- its title
  url TEXT, -- its address
  publisher TEXT, -- who published it
  published TEXT, -- when, EDTF; NULL: undated
  published_first TEXT, -- first day of that, YYYY-MM-DD
  published_last TEXT, -- last day of that
  modified TEXT, -- when it was last changed, EDTF
  fetched TEXT, -- when it was fetched, RFC 3339
  language TEXT, -- BCP 47
  genre TEXT, -- the kind of document
  text TEXT, -- the frozen text; NULL: left out
  length INTEGER NOT NULL, -- of the text, in the unit of offsets
  text_sha256 TEXT NOT NULL, -- digest of the text in UTF-8
  offsets TEXT NOT NULL, -- what start_at and end_at count: codepoint, as substr() does; another unit only without text
  input TEXT, -- what was read, as named on the command line
  pipeline TEXT, -- the version of readout that read it
  models TEXT, -- its models, each with its digest, joined by '; '
  created TEXT -- when it was read, RFC 3339
);
CREATE TABLE authors ( -- who wrote a document
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  n INTEGER NOT NULL, -- place in the list, from 1
  author TEXT NOT NULL, -- the name
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE TABLE warnings ( -- what a reader should know of how a document was read
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  n INTEGER NOT NULL, -- place in the list, from 1
  warning TEXT NOT NULL, -- one sentence
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE TABLE sentences ( -- where the sentences of a text stand
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  n INTEGER NOT NULL, -- its number, from 1
  start_at INTEGER NOT NULL, -- where it begins: substr(text, start_at + 1, end_at - start_at)
  end_at INTEGER NOT NULL, -- where it ends
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE TABLE entities ( -- who or what a document names
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  entity TEXT NOT NULL, -- id within the document
  type TEXT, -- person, organization, place ...
  name TEXT NOT NULL, -- what it is called
  country TEXT, -- ISO 3166-1 alpha-3
  sector TEXT, -- PLOVER's code of the sector
  same_as TEXT, -- its id outside, as Wikidata's
  score REAL, -- probability that it is right
  PRIMARY KEY (document, entity)
) WITHOUT ROWID;
CREATE TABLE mentions ( -- each place where an entity is named or meant
  document TEXT NOT NULL, -- its document
  entity TEXT NOT NULL, -- its entity
  start_at INTEGER NOT NULL, -- where it begins
  end_at INTEGER NOT NULL, -- where it ends
  words TEXT NOT NULL, -- the words of the text
  kind TEXT, -- name, nominal or pronoun
  PRIMARY KEY (document, entity, start_at, end_at),
  FOREIGN KEY (document, entity) REFERENCES entities ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE roles ( -- offices and titles that a text gives an entity
  document TEXT NOT NULL, -- its document
  entity TEXT NOT NULL, -- its entity
  start_at INTEGER NOT NULL, -- where it begins
  end_at INTEGER NOT NULL, -- where it ends
  words TEXT NOT NULL, -- the words of the text
  PRIMARY KEY (document, entity, start_at, end_at),
  FOREIGN KEY (document, entity) REFERENCES entities ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE times ( -- time expressions
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  time TEXT NOT NULL, -- id within the document
  words TEXT NOT NULL, -- the words of the text
  start_at INTEGER NOT NULL, -- where they begin
  end_at INTEGER NOT NULL, -- where they end
  type TEXT, -- TIMEX3 type
  timex TEXT, -- TIMEX3 value
  mod TEXT, -- TIMEX3 modifier
  edtf TEXT, -- EDTF value; NULL: none on the calendar
  first_day TEXT, -- first day of that, YYYY-MM-DD; NULL: open
  last_day TEXT, -- last day of that
  anchor TEXT, -- id of the time it is counted from, or published
  score REAL, -- probability that it is right
  PRIMARY KEY (document, time)
) WITHOUT ROWID;
CREATE TABLE amounts ( -- money, percentages, counts and measures
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  amount TEXT NOT NULL, -- id within the document
  words TEXT NOT NULL, -- the words of the text
  start_at INTEGER NOT NULL, -- where they begin
  end_at INTEGER NOT NULL, -- where they end
  kind TEXT, -- money, percent, count or measure
  value NUMERIC, -- the number; NULL: a range
  low NUMERIC, -- low end of a range
  high NUMERIC, -- high end of it
  unit TEXT, -- ISO 4217, UCUM or what is counted
  approx INTEGER NOT NULL, -- 1: "about"
  of_what TEXT, -- what it is a part of
  score REAL, -- probability that it is right
  PRIMARY KEY (document, amount)
) WITHOUT ROWID;
CREATE TABLE citations ( -- sources that a text names
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  citation TEXT NOT NULL, -- id within the document
  words TEXT NOT NULL, -- the words of the text
  start_at INTEGER NOT NULL, -- where they begin
  end_at INTEGER NOT NULL, -- where they end
  url TEXT, -- the address that it leads to
  score REAL, -- probability that it is a citation
  PRIMARY KEY (document, citation)
) WITHOUT ROWID;
CREATE TABLE citation_sources ( -- the sources of a citation, in the order of the text
  document TEXT NOT NULL, -- its document
  citation TEXT NOT NULL, -- its citation
  n INTEGER NOT NULL, -- place in the list, from 1
  entity TEXT, -- who that is; NULL: no entity
  name TEXT, -- name of the entity, else the words
  words TEXT, -- the words of the text
  start_at INTEGER, -- where they begin
  end_at INTEGER, -- where they end
  PRIMARY KEY (document, citation, n),
  FOREIGN KEY (document, citation) REFERENCES citations ON DELETE CASCADE,
  FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE citation_times ( -- the days of a citation
  document TEXT NOT NULL, -- its document
  citation TEXT NOT NULL, -- its citation
  time TEXT NOT NULL, -- its time
  PRIMARY KEY (document, citation, time),
  FOREIGN KEY (document, citation) REFERENCES citations ON DELETE CASCADE,
  FOREIGN KEY (document, time) REFERENCES times
) WITHOUT ROWID;
CREATE TABLE statements ( -- who said what
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  statement TEXT NOT NULL, -- id within the document
  form TEXT, -- direct, indirect, mixed or narrative
  act TEXT, -- state, assess, forecast, commit, request or ask
  polarity TEXT, -- affirmed, denied, omitted or declined
  certainty TEXT, -- certain, probable, possible or unknown
  likelihood_low REAL, -- low end of the ICD 203 word used
  likelihood_high REAL, -- high end of it
  speaker TEXT, -- name of the speaker's entity, else the words; NULL: none is named
  speaker_entity TEXT, -- that entity; NULL: none, or the author of the document
  speaker_words TEXT, -- the words that name the speaker
  speaker_start_at INTEGER, -- where they begin
  speaker_end_at INTEGER, -- where they end
  cue TEXT, -- the words that tie speaker and content
  cue_start_at INTEGER, -- where they begin
  cue_end_at INTEGER, -- where they end
  content TEXT NOT NULL, -- the words put forward, pieces joined by ' … '
  start_at INTEGER, -- where the content begins
  end_at INTEGER, -- where it ends
  said TEXT, -- when it was said, EDTF; the TIMEX3 value where the calendar has none
  said_first TEXT, -- first day of that, YYYY-MM-DD
  said_last TEXT, -- last day of that
  said_basis TEXT, -- what tells when: text, citation or published
  place TEXT, -- where it was said: name of the entity, else the words
  due TEXT, -- when it is to happen, as said
  due_first TEXT, -- first day of that; NULL: open
  due_last TEXT, -- last day of that; NULL: open
  due_words TEXT, -- the words that say when
  condition TEXT, -- the words of the condition on which it is to happen
  inside TEXT, -- id of the statement that encloses it, which may not be in this file
  score REAL, -- probability that it is right
  review TEXT, -- what a person decided about it
  PRIMARY KEY (document, statement),
  FOREIGN KEY (document, speaker_entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE pieces ( -- where the content of a statement stands
  document TEXT NOT NULL, -- its document
  statement TEXT NOT NULL, -- its statement
  quoted INTEGER NOT NULL, -- 0: a piece of the content, 1: a part inside quotation marks
  n INTEGER NOT NULL, -- place in the list, from 1
  start_at INTEGER NOT NULL, -- where it begins
  end_at INTEGER NOT NULL, -- where it ends
  PRIMARY KEY (document, statement, quoted, n),
  FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE addressees ( -- to whom a statement was made
  document TEXT NOT NULL, -- its document
  statement TEXT NOT NULL, -- its statement
  n INTEGER NOT NULL, -- place in the list, from 1
  entity TEXT, -- who that is; NULL: no entity
  name TEXT, -- name of the entity, else the words
  words TEXT, -- the words of the text
  start_at INTEGER, -- where they begin
  end_at INTEGER, -- where they end
  PRIMARY KEY (document, statement, n),
  FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE,
  FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE hedges ( -- the words that lowered the certainty of a statement
  document TEXT NOT NULL, -- its document
  statement TEXT NOT NULL, -- its statement
  n INTEGER NOT NULL, -- place in the list, from 1
  words TEXT NOT NULL, -- the words of the text
  start_at INTEGER NOT NULL, -- where they begin
  end_at INTEGER NOT NULL, -- where they end
  PRIMARY KEY (document, statement, n),
  FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE about ( -- entities in the content of a statement
  document TEXT NOT NULL, -- its document
  statement TEXT NOT NULL, -- its statement
  entity TEXT NOT NULL, -- the entity
  PRIMARY KEY (document, statement, entity),
  FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE,
  FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE statement_citations ( -- citations that a statement rests on
  document TEXT NOT NULL, -- its document
  statement TEXT NOT NULL, -- its statement
  citation TEXT NOT NULL, -- the citation
  PRIMARY KEY (document, statement, citation),
  FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE,
  FOREIGN KEY (document, citation) REFERENCES citations
) WITHOUT ROWID;
CREATE TABLE events ( -- who did what to whom, by PLOVER's types
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, -- its document
  event TEXT NOT NULL, -- id within the document
  type TEXT, -- AGREE, CONSULT ...
  status TEXT, -- occurred, ongoing, planned, hypothetical or negated
  certainty TEXT, -- certain, probable, possible or unknown
  trigger_words TEXT NOT NULL, -- the word or words that name the event
  start_at INTEGER NOT NULL, -- where they begin
  end_at INTEGER NOT NULL, -- where they end
  time TEXT, -- id of its time
  day TEXT, -- when, EDTF; the TIMEX3 value where the calendar has none
  first_day TEXT, -- first day of that, YYYY-MM-DD
  last_day TEXT, -- last day of that
  place TEXT, -- where: name of the entity, else the words
  statement TEXT, -- id of the statement that tells it, which may not be in this file; NULL: the document itself does
  told_as TEXT, -- performed or described by it
  cameo TEXT, -- CAMEO code
  score REAL, -- probability that it is right
  review TEXT, -- what a person decided about it
  PRIMARY KEY (document, event),
  FOREIGN KEY (document, time) REFERENCES times
) WITHOUT ROWID;
CREATE TABLE participants ( -- who did it, and to whom it was done
  document TEXT NOT NULL, -- its document
  event TEXT NOT NULL, -- its event
  role TEXT NOT NULL, -- actor or recipient
  n INTEGER NOT NULL, -- place in the list, from 1
  entity TEXT, -- who that is; NULL: no entity
  name TEXT, -- name of the entity, else the words
  words TEXT, -- the words of the text
  start_at INTEGER, -- where they begin
  end_at INTEGER, -- where they end
  PRIMARY KEY (document, event, role, n),
  FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (document, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE event_tags ( -- how an event was done, and in which field
  document TEXT NOT NULL, -- its document
  event TEXT NOT NULL, -- its event
  kind TEXT NOT NULL, -- mode or context
  n INTEGER NOT NULL, -- place in the list, from 1
  tag TEXT NOT NULL, -- PLOVER's word
  PRIMARY KEY (document, event, kind, n),
  FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE event_citations ( -- citations that an event rests on
  document TEXT NOT NULL, -- its document
  event TEXT NOT NULL, -- its event
  citation TEXT NOT NULL, -- the citation
  PRIMARY KEY (document, event, citation),
  FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (document, citation) REFERENCES citations
) WITHOUT ROWID;
CREATE TABLE event_amounts ( -- sums and counts of an event
  document TEXT NOT NULL, -- its document
  event TEXT NOT NULL, -- its event
  amount TEXT NOT NULL, -- the amount
  PRIMARY KEY (document, event, amount),
  FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (document, amount) REFERENCES amounts
) WITHOUT ROWID;
`

// views answer what is usually asked, each in one line.
const views = `
CREATE VIEW said AS -- every statement with its source, to read
  SELECT s.said_first AS day, s.speaker, s.polarity, s.act, s.certainty, s.content,
    (SELECT group_concat(name, '; ') FROM addressees a WHERE a.document = s.document AND a.statement = s.statement) AS addressees,
    d.publisher, d.published, d.title, d.url, s.score, s.document, s.statement
  FROM statements s JOIN documents d USING (document);
CREATE VIEW denials AS -- what was denied, left unsaid or not commented on
  SELECT * FROM said WHERE polarity <> 'affirmed';
CREATE VIEW promises AS -- commitments, forecasts and requests by the day they are due
  SELECT s.due_first, s.due_last, s.condition, s.act, s.speaker, s.polarity, s.certainty, s.content,
    d.publisher, d.published, d.title, d.url, s.score, s.document, s.statement
  FROM statements s JOIN documents d USING (document)
  WHERE s.due IS NOT NULL OR s.condition IS NOT NULL
  ORDER BY coalesce(s.due_last, s.due_first, '9999'), s.document, s.statement;
CREATE VIEW speakers AS -- who spoke how often, in how many documents, from when to when
  SELECT speaker, count(*) AS statements, count(DISTINCT document) AS documents,
    min(said_first) AS first_day, max(said_last) AS last_day
  FROM statements WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY statements DESC, speaker;
CREATE VIEW deeds AS -- every event with its participants and its source, to read
  SELECT coalesce(e.first_day, d.published_first) AS day, e.type, e.status,
    (SELECT group_concat(name, '; ') FROM participants p WHERE p.document = e.document AND p.event = e.event AND role = 'actor') AS actors,
    (SELECT group_concat(name, '; ') FROM participants p WHERE p.document = e.document AND p.event = e.event AND role = 'recipient') AS recipients,
    e.trigger_words, e.place, d.publisher, d.published, d.title, d.url, e.score, e.document, e.event
  FROM events e JOIN documents d USING (document);
CREATE VIEW dyads AS -- who did what to whom how often
  SELECT a.name AS actor, r.name AS recipient, e.type, count(*) AS events, count(DISTINCT e.document) AS documents
  FROM events e
    JOIN participants a ON a.document = e.document AND a.event = e.event AND a.role = 'actor'
    JOIN participants r ON r.document = e.document AND r.event = e.event AND r.role = 'recipient'
  WHERE e.status IN ('occurred', 'ongoing')
  GROUP BY a.name, r.name, e.type ORDER BY events DESC, actor, recipient, e.type;
CREATE VIEW months AS -- how much each publisher reported in a month
  SELECT substr(published_first, 1, 7) AS month, publisher, count(*) AS documents,
    sum((SELECT count(*) FROM statements s WHERE s.document = d.document)) AS statements,
    sum((SELECT count(*) FROM events e WHERE e.document = d.document)) AS events
  FROM documents d GROUP BY month, publisher ORDER BY month, publisher;
CREATE VIEW sources AS -- whom the texts cite how often
  SELECT name AS source, count(*) AS citations, count(DISTINCT document) AS documents
  FROM citation_sources GROUP BY name ORDER BY citations DESC, source;
CREATE VIEW evidence AS -- the words of each item, and those that stand at its place in the text
  SELECT document, kind, item, words, substr(text, start_at + 1, end_at - start_at) AS at_place FROM (
    SELECT document, 'mention' AS kind, entity AS item, words, start_at, end_at FROM mentions
    UNION ALL SELECT document, 'time', time, words, start_at, end_at FROM times
    UNION ALL SELECT document, 'amount', amount, words, start_at, end_at FROM amounts
    UNION ALL SELECT document, 'citation', citation, words, start_at, end_at FROM citations
    UNION ALL SELECT document, 'speaker', statement, speaker_words, speaker_start_at, speaker_end_at FROM statements
    UNION ALL SELECT document, 'cue', statement, cue, cue_start_at, cue_end_at FROM statements
    UNION ALL SELECT document, 'event', event, trigger_words, start_at, end_at FROM events
    UNION ALL SELECT document, role, event, words, start_at, end_at FROM participants
  ) JOIN documents USING (document) WHERE start_at IS NOT NULL AND text IS NOT NULL;
`
