package rows

// A wordIndex is one of the full-text indexes that keep no text themselves: to
// delete a row one has to say what was in it. It is gone from the file then,
// without the index being written anew.
type wordIndex struct{ insert, remove, check string }

var (
	documentWords = wordIndex{
		`INSERT INTO document_words (rowid, title, body) VALUES (?, ?, ?)`,
		`INSERT INTO document_words (document_words, rowid, title, body) VALUES ('delete', ?, ?, ?)`,
		`INSERT INTO document_words (document_words) VALUES ('integrity-check')`,
	}
	statementWords = wordIndex{
		`INSERT INTO statement_words (rowid, content) VALUES (?, ?)`,
		`INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', ?, ?)`,
		`INSERT INTO statement_words (statement_words) VALUES ('integrity-check')`,
	}
	eventWords = wordIndex{
		`INSERT INTO event_words (rowid, sentence) VALUES (?, ?)`,
		`INSERT INTO event_words (event_words, rowid, sentence) VALUES ('delete', ?, ?)`,
		`INSERT INTO event_words (event_words) VALUES ('integrity-check')`,
	}
	citationWords = wordIndex{
		`INSERT INTO citation_words (rowid, exact) VALUES (?, ?)`,
		`INSERT INTO citation_words (citation_words, rowid, exact) VALUES ('delete', ?, ?)`,
		`INSERT INTO citation_words (citation_words) VALUES ('integrity-check')`,
	}
)

// nameWords indexes a name. The table of names keeps the text, and a trigger
// removes what is deleted.
const nameWords = `INSERT INTO name_words (rowid, folded) VALUES (?, ?)`

// Checks compare each full-text index with itself and, where it has one, with the
// table that it indexes.
func Checks() map[string]string {
	return map[string]string{
		"name_words":      `INSERT INTO name_words (name_words, rank) VALUES ('integrity-check', 1)`,
		"document_words":  documentWords.check,
		"statement_words": statementWords.check,
		"event_words":     eventWords.check,
		"citation_words":  citationWords.check,
	}
}
