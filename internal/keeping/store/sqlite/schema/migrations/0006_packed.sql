-- From here on json of a record may be packed, see package packed; sha256 is of what
-- stands in the column. What was kept before stays as it is.

-- What is open towards the past and lies by its last day, which "until" may be before.
CREATE INDEX statement_open ON statement (day) WHERE first = -1000000;
CREATE INDEX event_open ON event (day) WHERE first = -1000000;

-- By document, as before, and now by row too: who plays which part in one.
DROP INDEX part_document;
CREATE INDEX part_document ON part (document, role, item);
