// Package store is what keeps records over time: the interface of a database of
// records, its errors, the rows that are found in it, and how a record is taken
// apart into them. Engines lie in packages of their own and all pass the tests of
// storetest.
//
// A record goes in whole and comes out whole: [Store.Records] yields the same
// canonical JSON that was added, byte for byte, unless a person has corrected it
// by [Store.Decide]. For searching, an engine keeps beside it the rows that [Of]
// makes, of one version of each document: that of the newest pipeline. The other
// versions stay beside it, unsearched.
//
// # What is found
//
// The meaning of a query is that of package query. What that leaves to a store:
// entities are found over all documents, one row for names that are equal when
// folded and of one type, see [EntityKey], or one by a table of names or a person's
// word, see [alias.Aliases], and each is found by all of its names; a row of an entity is found when one
// of its documents meets all conditions on documents together. What is kept or
// broken is an edge that somebody drew; nothing here draws one yet.
//
// # Guarantees
//
// What Add, Decide, Undo, Join, TakeUp or Forget returned without an error for survives a crash
// of the program and of the machine. Each of them happens whole or not at all.
// A Store is for many goroutines; readers see the state before or after a write,
// never one between, and never wait for it. Equal content gives rows in equal
// order, whatever the order in which records came.
//
// Limits: a record is kept in its canonical form, so that keys unknown to this
// version of the shape are lost. Order by relevance depends on all that is kept,
// so that pages of it may overlap when records were added between them.
package store

import (
	"context"
	"iter"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/language/edtf"
	"readout/record"
)

// A Reader is asked. Iterators yield an error last, if any.
type Reader interface {
	// Record returns the shown version of a document. The error is
	// [ErrNotFound], or a [*Forgotten] that says why.
	Record(ctx context.Context, document string) (*record.Record, error)

	// Versions returns all versions of a document, the newest pipeline first.
	// Errors are those of Record.
	Versions(ctx context.Context, document string) ([]*record.Record, error)

	// Records yields every version of every document in the order of ids,
	// oldest pipeline first.
	Records(ctx context.Context) iter.Seq2[*record.Record, error]

	// Find yields the rows of a query, of statements where it names no kind.
	Find(ctx context.Context, q query.Query, w Window) iter.Seq2[Row, error]

	// Entity returns the entity that a key means, see [EntityKey] and [alias.Aliases]. The
	// error is [ErrNotFound]; a lone name is somebody only with what a row has behind
	// it in its key.
	Entity(ctx context.Context, key string) (Entity, error)

	// Due yields those statements of a query that say when or on which condition
	// something is to happen, by that day; q.Sort is not heeded.
	Due(ctx context.Context, q query.Query, w Window) iter.Seq2[Row, error]

	// Decisions returns what was decided about a document, the oldest first; about
	// "" is all that was decided, joined names too.
	Decisions(ctx context.Context, document string) ([]Decision, error)

	// Would returns what Add would answer for this document by this pipeline.
	Would(ctx context.Context, document, pipeline string) (Outcome, error)

	Stats(ctx context.Context) (Stats, error)
	// State names the state of what is kept: asked again, it is equal only when
	// nothing was written in between, by this program or another. It costs next to
	// nothing, and tells nothing to another Store.
	State(ctx context.Context) (string, error)
	// Dump yields all that is kept, of one state: the user's table of names, then
	// records, then the rest.
	Dump(ctx context.Context) iter.Seq2[Entry, error]
}

// A Store is a Reader that can be written to.
type Store interface {
	Reader
	Feeds

	// Add keeps records, all or, with an error, none. It answers for each
	// what became of it; what is kept already stays as it is. Where a record
	// becomes the shown version, what was decided about the one before holds for
	// it as [Carry] says. The error is [ErrUnsound] as [Dated] says.
	Add(ctx context.Context, records ...*record.Record) ([]Outcome, error)

	// Decide carries out a decision on the shown version and returns it with its
	// id, pipeline and old value.
	Decide(ctx context.Context, d Decision) (Decision, error)

	// Undo puts the old value of a decision back, or parts names that were joined
	// by it. The error is [ErrChanged] when the field has another value by now, so
	// that the later decision is to be undone first.
	Undo(ctx context.Context, decision int64) error

	// Join makes two names of entities one, for what is kept and what comes. It
	// returns the decision, see [Joined].
	Join(ctx context.Context, d Decision) (Decision, error)

	// TakeUp has names mean what the table of this program and the user's own say,
	// see [alias.Settle], and returns how many documents that concerns, which are indexed
	// anew. Where own is nil, the one taken up before stays. A new store has taken up
	// the table of its program; of one that holds documents nothing changes until
	// this is called.
	TakeUp(ctx context.Context, own []alias.Row) (documents int, err error)

	// Forget deletes a document with all its versions and all that rests on
	// them, but for what f says.
	Forget(ctx context.Context, f Forgotten) error

	// Check looks for damage; deep, it also proves every record, cuts every span
	// out of its text again and compares the rows with the records.
	Check(ctx context.Context, deep bool) ([]Fault, error)

	// Load keeps what another store dumped, all or, with an error, nothing. The
	// error is [ErrExists] when something is kept already.
	Load(ctx context.Context, entries iter.Seq2[Entry, error]) error
	// Backup writes a copy to a place that does not exist yet, and returns nil
	// only when the copy was opened and checked.
	Backup(ctx context.Context, to string) error

	Close() error
}

// A Window is what a search needs besides its query.
type Window struct {
	After string // cursor of the row after which to begin; "" for the first
	Today Day    // for what is overdue
}

// An Outcome is what became of a record that was to be added.
type Outcome uint8

// The outcomes; the zero value is none.
const (
	Added  Outcome = iota + 1
	Known          // this document by this pipeline is kept already
	Barred         // the document was forgotten, and stays so
)

var outcomes = [...]string{"", "added", "known", "barred"}

// String returns the outcome in a word.
func (o Outcome) String() string { return outcomes[o] }

// A Name is what an entity is called.
type Name = alias.Name

// A Day is one of a [Window].
type Day = edtf.Day

// Stats are the numbers of what is kept.
type Stats struct {
	Documents, Versions                     int // Versions: records in all
	Statements, Events, Citations, Entities int // of the shown versions
	Decisions, Forgotten                    int
	Bytes                                   int64 // on disk
	Schema                                  int   // version of the tables
}

// A Fault is one damage that Check found.
type Fault struct {
	Where   string // a document or a table
	Problem string
}

// String returns the fault as one line.
func (f Fault) String() string { return f.Where + ": " + f.Problem }
