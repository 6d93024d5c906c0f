package store

import (
	"context"
	"fmt"

	"readout/internal/keeping/alias"
	"readout/record"
)

// An Entry is one thing of all that a store keeps and that cannot be made from the
// rest of it. One field is set. Names that were joined are decisions, see [Joined].
type Entry struct {
	Record    *record.Record
	Decision  *Decision
	Edge      *Edge
	Forgotten *Forgotten
	Feed      *Feed
	Own       []alias.Row // the user's table of names, where there is one
}

// An Edge is what somebody drew between two items, or from himself to one.
type Edge struct {
	Kind                   string
	FromDocument, FromItem string
	ToDocument, ToItem     string
	Score                  *float64
	By, At, Note           string
}

// Copy fills an empty store with all that another one keeps, of whatever engine,
// and proves it to its last span. The errors are those of Load, and [ErrDamaged]
// when what came is not sound; it is kept then too, and not to be used.
func Copy(ctx context.Context, from Reader, to Store) error {
	if err := to.Load(ctx, from.Dump(ctx)); err != nil {
		return err
	}
	faults, err := to.Check(ctx, true)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("the copy has %d faults, the first is %s: %w",
			len(faults), faults[0], ErrDamaged)
	}
	return err
}
