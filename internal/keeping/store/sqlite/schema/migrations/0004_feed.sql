-- The feeds that are watched. Times are RFC 3339, "" for never.
CREATE TABLE feed (
	url      TEXT PRIMARY KEY,
	title    TEXT NOT NULL,
	every    INTEGER NOT NULL, -- nanoseconds
	etag     TEXT NOT NULL,
	modified TEXT NOT NULL,
	seen     TEXT NOT NULL, -- keys of items, a line each
	tried    TEXT NOT NULL,
	read     TEXT NOT NULL,
	next     TEXT NOT NULL,
	failures INTEGER NOT NULL,
	error    TEXT NOT NULL,
	kept     INTEGER NOT NULL
) WITHOUT ROWID;
