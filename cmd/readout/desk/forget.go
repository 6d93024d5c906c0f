package desk

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// Forget deletes a document for good.
type Forget struct {
	ID string `arg:"" name:"id" placeholder:"DOCUMENT" help:"Id of the document; find --documents writes it."`

	Reason string `required:"" placeholder:"WORDS" help:"Why; this is kept."`
	Yes    bool   `short:"y" help:"Do not ask."`
	DryRun bool   `help:"Say what would be deleted, and leave it."`
	Database
}

// Help says what is deleted and what stays.
func (Forget) Help() string {
	return "Deletes a document with all its versions, what was read in it and what was " +
		"decided about it, and overwrites the bytes. The id, the reason and the time stay, " +
		"so that the document is not added again. It asks on a terminal and elsewhere " +
		"needs --yes. Backups made before still hold the document. " +
		"When the database does not have it the exit code is 1."
}

// Run deletes the document.
func (v Forget) Run(ctx context.Context, e console.Env) error {
	if strings.TrimSpace(v.Reason) == "" {
		return errors.New("--reason is empty: say why, as it is all that stays")
	}
	if _, item := search.Parts(v.ID); item != "" {
		return fmt.Errorf("forget %s: %s is a part of its document; forget the document", v.ID, item)
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	err = v.forget(ctx, e, kept)
	if errors.Is(err, store.ErrNotFound) {
		console.Complain(e.Stderr, err)
		err = console.ErrNothing
	}
	return cmp.Or(err, kept.Close())
}

func (v Forget) forget(ctx context.Context, e console.Env, kept store.Store) error {
	r, err := kept.Record(ctx, v.ID)
	if err != nil {
		return err
	}
	what := described(r)
	if v.DryRun {
		fmt.Fprintf(e.Stderr, "readout: would forget %s\n", what)
		return nil
	}
	if !v.Yes {
		if err := confirm(e, "forget "+what+" for good"); err != nil {
			return err
		}
	}
	err = kept.Forget(ctx, store.Forgotten{Document: v.ID, Reason: v.Reason, At: stamp(e)})
	if err == nil {
		fmt.Fprintf(e.Stderr, "readout: forgot %s\n", what)
	}
	return err
}

// described says which document is meant.
func described(r *record.Record) string {
	name := wording.Heading(r)
	if name != r.Document.ID {
		name = fmt.Sprintf("%q (%s)", name, r.Document.ID)
	}
	return fmt.Sprintf("%s with %s and %s", name,
		wording.Count(len(r.Statements), "statement"), wording.Count(len(r.Events), "event"))
}

// confirm asks a person at a terminal, and is an error for any answer but yes.
func confirm(e console.Env, what string) error {
	if !console.IsTerminal(e.Stdin) {
		return fmt.Errorf("would %s, and nobody is there to ask: add --yes", what)
	}
	fmt.Fprintf(e.Stderr, "readout: %s? [y/N] ", what)
	answer, _ := bufio.NewReader(e.Stdin).ReadString('\n') // what cannot be read is no yes
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing was changed")
}

// stamp is the time as it is kept.
func stamp(e console.Env) string { return e.Now().UTC().Format(time.RFC3339) }
