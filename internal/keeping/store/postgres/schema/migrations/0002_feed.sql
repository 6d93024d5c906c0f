-- The feeds that are watched. Times are RFC 3339, '' for never.
CREATE TABLE feed (
	url      text COLLATE "C" PRIMARY KEY,
	title    text NOT NULL,
	every    bigint NOT NULL, -- nanoseconds
	etag     text NOT NULL,
	modified text NOT NULL,
	seen     text NOT NULL, -- keys of items, a line each
	tried    text NOT NULL,
	read     text NOT NULL,
	next     text NOT NULL,
	failures bigint NOT NULL,
	error    text NOT NULL,
	kept     bigint NOT NULL
);
