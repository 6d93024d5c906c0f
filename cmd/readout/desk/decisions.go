package desk

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/cmd/readout/console"
	"readout/cmd/readout/sitting"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// sit reviews at a terminal.
func (v Review) sit(
	ctx context.Context, e console.Env, kept store.Store, q query.Query,
) error {
	rows, err := rowsOf(ctx, e, kept, q)
	if err != nil {
		return err
	}
	restore, err := console.Raw(e.Stdin)
	if err != nil {
		return err
	}
	defer restore()
	s := &sitting.Sitting{
		Store: kept, Rows: rows, Keys: e.Stdin, Screen: e.Stdout,
		Look: v.screen(e, false), Sign: v.sign(e),
	}
	err = s.Run(ctx)
	if errors.Is(err, sitting.ErrNone) {
		fmt.Fprint(e.Stderr, "readout: nothing found\r\n")
		return console.ErrNothing
	}
	return err
}

// same joins two names.
func (v Review) same(ctx context.Context, e console.Env, kept store.Store) error {
	d, err := sitting.Typed(ctx, kept, v.Same, strings.Join(v.Words, " "))
	if err != nil {
		return err
	}
	v.sign(e)(&d)
	if v.DryRun {
		v.tell(e, "would join:", d)
		return nil
	}
	if d, err = kept.Join(ctx, d); err == nil {
		v.tell(e, fmt.Sprintf("decision %d:", d.ID), d)
	}
	return err
}

// undo undoes decisions, the last one when none is named.
func (v Review) undo(ctx context.Context, e console.Env, kept store.Store) error {
	all, err := kept.Decisions(ctx, "")
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(d store.Decision) bool { return d.Undone })
	if len(all) == 0 {
		return v.nothing(e, "nothing is decided that could be undone")
	}
	words := v.Words
	if len(words) == 0 {
		words = []string{strconv.FormatInt(all[len(all)-1].ID, 10)}
	}
	failed := false
	for _, word := range words {
		if err := v.undoOne(ctx, e, kept, word, all); err != nil {
			failed = true
			console.Complain(e.Stderr, err)
		}
	}
	if failed {
		return console.ErrSome
	}
	return nil
}

func (v Review) undoOne(
	ctx context.Context, e console.Env, kept store.Store, word string, all []store.Decision,
) error {
	id, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return fmt.Errorf("--undo %q: want the number of a decision; "+
			"--log lists them", word)
	}
	i := slices.IndexFunc(all, func(d store.Decision) bool { return d.ID == id })
	if i < 0 {
		return fmt.Errorf("decision %d: not there, or undone before; "+
			"--log lists them", id)
	}
	back := all[i]
	back.Old, back.New = back.New, back.Old
	if _, _, ok, _ := all[i].Joins(); ok {
		back = all[i]
	}
	if v.DryRun {
		v.tell(e, "would undo", back)
		return nil
	}
	if err := kept.Undo(ctx, id); err != nil {
		return err
	}
	v.tell(e, fmt.Sprintf("undid %d:", id), back)
	return nil
}

// nothing says that nothing was found.
func (v Review) nothing(e console.Env, what string) error {
	if !v.Quiet {
		fmt.Fprintf(e.Stderr, "readout: %s\n", what)
	}
	return console.ErrNothing
}

// log lists decisions, the oldest first.
func (v Review) log(ctx context.Context, e console.Env, kept store.Store) error {
	if v.CSV || v.TSV || v.Fields != "" {
		return errors.New("--log is written in lines with tabs, or with --json")
	}
	all, err := kept.Decisions(ctx, "")
	if err != nil {
		return err
	}
	states, err := sitting.States(ctx, kept, all)
	if err != nil {
		return err
	}
	out, err := console.Create(v.Output, e.Stdout)
	if err != nil {
		return err
	}
	w, n := bufio.NewWriter(out), 0
	for _, d := range all {
		if !v.isAsked(d) {
			continue
		}
		n++
		if err = sitting.Log(w, d, states[d.ID], v.JSON); err != nil {
			break
		}
	}
	if err = out.Finish(cmp.Or(err, w.Flush())); err == nil && n == 0 {
		return v.nothing(e, "nothing found")
	}
	return err
}

// isAsked reports whether a decision is about one of the documents or items named.
func (v Review) isAsked(d store.Decision) bool {
	return len(v.Words) == 0 || slices.Contains(v.Words, d.Document) && d.Document != "" ||
		slices.Contains(v.Words, search.ID(d.Document, d.Item)) ||
		d.Document == "" && slices.Contains(v.Words, d.Item)
}

// Carried returns how many decisions of people hold for a version that was added
// because they held for an older one, and says which ones do not hold any more.
func Carried(
	ctx context.Context, kept store.Reader, r *record.Record, say func(error),
) int {
	decisions, err := kept.Decisions(ctx, r.Document.ID)
	if err != nil {
		say(err)
		return 0
	}
	n := 0
	for _, d := range decisions {
		if d.Origin != 0 && d.Pipeline == r.Meta.Pipeline {
			n++
		}
	}
	for _, d := range store.Lost(decisions, r.Meta.Pipeline) {
		say(fmt.Errorf("decision %d does not hold for what is read now: %s", d.ID, Told(d)))
	}
	return n
}
