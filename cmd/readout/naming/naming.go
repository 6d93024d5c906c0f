// Package naming has the flag by which a table of names is taken up.
package naming

import (
	"context"
	"errors"
	"fmt"
	"os"

	"readout/cmd/readout/console"
	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
)

// A Flag is that of verbs that keep what names mean up to date.
type Flag struct {
	Aliases string `setting:"" placeholder:"FILE" help:"A table of names that mean one thing, beside the built-in one: CSV with the columns type,name,also. Documents that name one whose row is new or changed are indexed anew."`
}

// TakeUp has names mean what the built-in table says, and the one of the flag. Where
// none is named, that of the last time holds.
func (v Flag) TakeUp(
	ctx context.Context, e console.Env, kept store.Store, quiet bool,
) error {
	var own []alias.Row
	if v.Aliases != "" {
		var err error
		if own, err = tableIn(v.Aliases); err != nil {
			return fmt.Errorf("aliases %s: %w", v.Aliases, err)
		}
	}
	n, err := kept.TakeUp(ctx, own)
	if err == nil && n > 0 && !quiet {
		fmt.Fprintf(e.Stderr, "readout: what names mean has changed: indexed %d anew\n", n)
	}
	return err
}

func tableIn(file string) ([]alias.Row, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, console.Cause(err)
	}
	rows, err := alias.Read(f)
	return rows, errors.Join(err, f.Close())
}
