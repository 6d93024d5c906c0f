// Package plain writes records as plain text for people: a list for the
// terminal or a pipe, a brief in Markdown, and both of what is due by day.
//
// Records go in one at a time, in the order in which they are to stand.
// Nothing is held back but what one record needs; only what is due is held
// until the end, since it is sorted over all documents. A writer is for one
// goroutine. It writes to the io.Writer it was made with and never closes it.
//
// Guarantees: the same records give the same bytes. The words of a text are
// hostile input: control characters cannot reach a terminal, markup cannot
// become markup. A polarity other than affirmed and an event that did not take
// place are told by a sign and a word, with or without colour.
//
// Limits: what is written cannot be read back. Entities are shown only as they
// fill a role.
package plain
