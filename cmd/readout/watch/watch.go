// Package watch has the verb that reads feeds on a schedule into the database.
//
// Feeds are asked at once, those of one host one after another, so that a slow one
// delays no other; what a feed has is read when it comes. A feed is set down as
// read only after its items are kept: a run that is killed reads them again, and
// the database knows those that it has.
package watch

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"time"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/cmd/readout/naming"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
)

// Watch tends the feeds that are watched, and reads them.
type Watch struct {
	Action string   `arg:"" enum:"add,list,remove,run" placeholder:"add|list|remove|run" help:"Begin to watch feeds, list them, end it, or read those that are due."`
	URLs   []string `arg:"" optional:"" name:"url" placeholder:"URL" help:"Addresses of feeds. run reads these alone, due or not; with --forever they are read at once, and then when they are due."`

	Every        time.Duration `default:"1h" placeholder:"TIME" help:"How often to read the feeds that add adds, from 1m on (30m, 6h)."`
	Forever      bool          `help:"Let run go on until it is interrupted."`
	AllowPrivate bool          `help:"Allow web addresses in private networks and on this machine."`
	JSON         bool          `name:"json" help:"Let list write JSON, one feed a line."`
	Quiet        bool          `short:"q" help:"Say nothing but errors on stderr."`
	naming.Flag
	desk.Database
}

// Help says when feeds are read.
func (Watch) Help() string {
	return "Keeps a list of feeds (RSS, Atom, JSON) in the database and reads them into it. " +
		"run reads the feeds that are due and ends, for a timer of the system; with --forever it " +
		"waits for the next until SIGINT or SIGTERM. " +
		"What a feed said before is not read again, nor is a feed that did not change. " +
		"A feed that fails is tried again after its interval, then after twice that, up to a day; " +
		"the others are read, and the exit code is 2. " +
		"remove keeps the documents. list says when each was read last, how many documents " +
		"came of it, and its last error; where nothing is watched the exit code is 1."
}

// An Intake reads the documents of one feed into a store. Its error is that of the
// store or of ctx; what is wrong with a document it says itself.
type Intake func(ctx context.Context, quiet bool, parts iter.Seq2[ingest.Part,
	error], into store.Store) (Tally, error)

// A Tally is what became of the documents of a feed.
type Tally struct {
	Added  int
	Failed int
	Unread []string // keys of items that could not be read
}

// Run does what the action says.
func (v Watch) Run(ctx context.Context, e console.Env, read Intake) error {
	if v.Every < time.Minute {
		return fmt.Errorf("--every %v: want a minute or more", v.Every)
	}
	open := v.OpenStore
	if v.Action == "add" {
		open = v.CreateStore
	}
	kept, err := open(ctx, e)
	if err != nil {
		return err
	}
	switch v.Action {
	case "add":
		err = v.each(e, "watched",
			func(f store.Feed) error { return kept.Watch(ctx, f) })
	case "remove":
		err = v.each(e, "not watched any more",
			func(f store.Feed) error { return kept.Unwatch(ctx, f.URL) })
	case "list":
		err = v.list(ctx, e, kept)
	default:
		r := &round{
			Watch: v, env: e, store: kept, intake: read,
			client: ingest.NewClient(v.AllowPrivate), wait: wait,
		}
		if err = v.TakeUp(ctx, e, kept, v.Quiet); err == nil {
			err = r.run(ctx)
		}
	}
	return cmp.Or(err, kept.Close())
}

// each does something to the feeds that are named; a mistake in one leaves the
// others.
func (v Watch) each(e console.Env, done string, do func(store.Feed) error) error {
	if len(v.URLs) == 0 {
		return fmt.Errorf("watch %s: which feed? give its address", v.Action)
	}
	var some error
	for _, address := range v.URLs {
		u, err := url.Parse(address)
		if err == nil && (u.Scheme != "http" && u.Scheme != "https" ||
			u.Host == "") {
			err = errors.New("no http or https address; write it as https://example.org/feed")
		}
		if err == nil {
			err = do(store.Feed{URL: address, Every: v.Every})
		}
		switch {
		case err != nil:
			console.Complain(e.Stderr, fmt.Errorf("%s: %w", address, err))
			some = console.ErrSome
		case !v.Quiet:
			fmt.Fprintf(e.Stderr, "readout: %s is %s\n", address, done)
		}
	}
	return some
}

// row is a feed as list writes it.
type row struct {
	URL      string `json:"url"`
	Title    string `json:"title,omitempty"`
	Every    string `json:"every"`
	Read     string `json:"read,omitempty"`
	Next     string `json:"next,omitempty"`
	Kept     int    `json:"kept"`
	Failures int    `json:"failures,omitempty"`
	Error    string `json:"error,omitempty"`
}

func (v Watch) list(ctx context.Context, e console.Env, kept store.Store) error {
	feeds, err := kept.Feeds(ctx)
	if err == nil && len(feeds) == 0 {
		if !v.Quiet {
			fmt.Fprintln(e.Stderr,
				"readout: no feed is watched: readout watch add URL begins it")
		}
		return console.ErrNothing
	}
	lines := json.NewEncoder(e.Stdout)
	lines.SetEscapeHTML(false)
	for _, f := range feeds {
		r := row{
			f.URL, f.Title, f.Every.String(), f.Read, f.Next, f.Kept,
			f.Failures, f.Error,
		}
		if v.JSON {
			err = cmp.Or(err, lines.Encode(r))
			continue
		}
		_, wrong := fmt.Fprintf(e.Stdout,
			"%s\tread %s\t%d kept\tevery %s\t%s\t%s\n", console.Visible(r.URL),
			cmp.Or(r.Read, "never"), r.Kept, r.Every, console.Visible(r.Title),
			console.Visible(r.Error))
		err = cmp.Or(err, wrong)
	}
	return err
}

// wait waits so long, or until ctx ends.
func wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
