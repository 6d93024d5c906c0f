-- The tables of names that were taken up: the built-in one, and the user's own.
CREATE TABLE synonym (
	id   integer PRIMARY KEY, -- in the order of the table
	own  boolean NOT NULL,
	type text NOT NULL,
	name text NOT NULL,
	also text NOT NULL -- JSON: other names
);

-- The version of the built-in one; 0 before there was any.
CREATE TABLE taken_up (
	version integer NOT NULL
);
INSERT INTO taken_up (version) VALUES (0);
