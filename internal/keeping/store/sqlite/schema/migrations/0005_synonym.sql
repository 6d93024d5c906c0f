-- The tables of names that were taken up: the built-in one, and the user's own.
CREATE TABLE synonym (
	id   INTEGER PRIMARY KEY, -- in the order of the table
	own  INTEGER NOT NULL, -- 1: of the user's table
	type TEXT NOT NULL,
	name TEXT NOT NULL,
	also TEXT NOT NULL -- JSON: other names
);

-- The version of the built-in one; 0 before there was any.
CREATE TABLE taken_up (
	version INTEGER NOT NULL
);
INSERT INTO taken_up (version) VALUES (0);
