package store

import "errors"

// Errors that a caller may meet, wrapped with what was being done.
var (
	ErrNotFound = errors.New("not kept here")
	ErrChanged  = errors.New("changed since; undo the later decision first")
	ErrCursor   = errors.New("no cursor of this search; begin at the first page")

	// ErrNewerSchema means that the program is too old for the database.
	ErrNewerSchema = errors.New("written by a newer readout; upgrade this program, the database is unharmed")
	ErrForeign     = errors.New("a database, but not one of readout")

	// ErrNoDatabase is something else, or one of ours whose first page is damaged.
	ErrNoDatabase = errors.New("is no database; name one with --db, or restore a backup if it was one")

	ErrBusy    = errors.New("another program is writing; try again")
	ErrFull    = errors.New("no space left on the disk")
	ErrDamaged = errors.New("damaged; restore a backup")
	ErrUnsound = errors.New("the record is not sound; nothing was added")
	ErrExists  = errors.New("exists already; nothing was overwritten")

	// ErrReadOnly means that a file or its folder is not to be written or opened.
	ErrReadOnly = errors.New("cannot be written here, which reading takes too; get the right to " +
		"write the file and its folder, or make one elsewhere: readout restore FILE --db PLACE")
)

// Forgotten is what is left of a document that was deleted for good. As an error
// it answers the question for that document, and is an ErrNotFound.
type Forgotten struct {
	Document string
	Reason   string
	At       string // RFC 3339
}

// Error says when and why.
func (f *Forgotten) Error() string {
	return "document " + f.Document + ": forgotten on " + f.At + ": " + f.Reason
}

// Is makes it an [ErrNotFound].
func (f *Forgotten) Is(target error) bool { return target == ErrNotFound }
