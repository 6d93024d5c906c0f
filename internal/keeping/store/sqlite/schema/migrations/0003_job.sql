-- Work that was promised: jobs, and their tasks in the order in which they came.
CREATE TABLE job (
	id        TEXT PRIMARY KEY,
	created   TEXT NOT NULL, -- RFC 3339
	cancelled INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE task (
	id       INTEGER PRIMARY KEY,
	job      TEXT NOT NULL REFERENCES job,
	n        INTEGER NOT NULL, -- of its job, from 0
	input    BLOB, -- NULL once it is done
	lease    INTEGER NOT NULL DEFAULT 0, -- until when a worker has it, seconds since 1970
	tries    INTEGER NOT NULL DEFAULT 0, -- claims so far
	done     INTEGER NOT NULL DEFAULT 0,
	document TEXT NOT NULL DEFAULT '', -- that it led to
	problem  TEXT NOT NULL DEFAULT '', -- why it failed
	UNIQUE (job, n)
);
CREATE INDEX task_waiting ON task (id) WHERE NOT done;
