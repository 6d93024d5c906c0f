package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"syscall"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/config"
	"readout/record"
)

// checkVerb proves records.
type checkVerb struct {
	Files []string `arg:"" optional:"" name:"file" placeholder:"FILE" help:"JSON Lines of records; - is stdin, which is also read when no file is named. With --db, databases."`

	DB   bool `name:"db" help:"Check databases, the usual one when no file is named."`
	Deep bool `help:"With --db, prove every record, cut every span out of its text again, and compare what is searched with the records."`
}

// Help says what is proved.
func (checkVerb) Help() string {
	return "Proves for each record its shape by the schema, its ids and references, " +
		"and that the text says at every span what the record says it does. " +
		"Each finding is a line on stdout: file, line, document, place in the record, " +
		"what is wrong. " +
		"How many records were good is said on stderr. With --db it looks for damage to a " +
		"database. With findings the exit code is 1."
}

// Run checks the files in turn. Files are read a line at a time.
func (v checkVerb) Run(ctx context.Context, e env, shorts shorts, given *config.Config) error {
	if v.DB {
		return v.databases(ctx, e, given)
	}
	if v.Deep {
		return errors.New("--deep is for databases: add --db")
	}
	files := v.Files
	if len(files) == 0 {
		if console.IsTerminal(e.Stdin) {
			return shorts.show("check")
		}
		files = []string{"-"}
	}
	c := checker{out: bufio.NewWriter(e.Stdout)}
	unreadable := false
	for _, name := range files {
		err := c.file(ctx, name, e.Stdin)
		if flushed := c.out.Flush(); flushed != nil {
			return found(flushed, c.faults > 0)
		}
		if errors.Is(err, context.Canceled) {
			return err
		}
		if err != nil {
			console.Complain(e.Stderr, fmt.Errorf("check %s: %w", name, err))
			unreadable = true
		}
	}
	fmt.Fprintf(e.Stderr, "readout: %d of %d records are good\n", c.good, c.records)
	switch {
	case unreadable:
		return console.ErrSome
	case c.faults > 0:
		return errFindings
	}
	return nil
}

// found returns the error of writing findings: who reads no more of them than the
// first is told by the exit code that there are some.
func found(err error, some bool) error {
	if some && errors.Is(err, syscall.EPIPE) {
		return errFindings
	}
	return err
}

// databases looks for damage to databases.
func (v checkVerb) databases(ctx context.Context, e env, given *config.Config) error {
	places := v.Files
	if len(places) == 0 {
		named, _ := given.Lookup("db")
		place, err := desk.Place(named.Text, e.Getenv)
		if err != nil {
			return err
		}
		places = []string{place}
	}
	worst := error(nil)
	for _, place := range places {
		err := v.database(ctx, e, place)
		if err != nil && !errors.Is(err, errFindings) {
			return err
		}
		worst = cmp.Or(worst, err)
	}
	return worst
}

// database looks for damage to one database, and says what it holds.
func (v checkVerb) database(ctx context.Context, e env, place string) error {
	kept, err := desk.OpenAt(ctx, place, e.Env)
	if err != nil {
		return err
	}
	faults, err := kept.Check(ctx, v.Deep)
	if err != nil {
		return cmp.Or(err, kept.Close())
	}
	for _, f := range faults {
		if _, err := fmt.Fprintf(e.Stdout, "%s: %s\n", desk.Shown(place), console.Visible(f.String())); err != nil {
			return cmp.Or(found(err, true), kept.Close())
		}
	}
	if len(faults) > 0 {
		return cmp.Or(errFindings, kept.Close())
	}
	n, err := kept.Stats(ctx)
	if err == nil {
		fmt.Fprintf(e.Stderr, "readout: %s is sound: %d documents, %d statements, %d events\n",
			desk.Shown(place), n.Documents, n.Statements, n.Events)
	}
	return cmp.Or(err, kept.Close())
}

// A checker counts records and writes what it finds on them.
type checker struct {
	out                   *bufio.Writer
	records, good, faults int
}

// errNoJSON is why a file is given up at its first line.
var errNoJSON = errors.New("is not JSON; check reads one record a line, as readout read --json " +
	"writes them (jq -c . makes lines of JSON that is laid out)")

// file checks every line of a file. A first line that is no JSON is an error;
// a later one is a finding, as the file then is one of records.
func (c *checker) file(ctx context.Context, name string, stdin io.Reader) error {
	first := true
	return console.EachLine(ctx, name, stdin, func(n int, line []byte) error {
		if first && !json.Valid(line) {
			return fmt.Errorf("line %d: %w", n, errNoJSON)
		}
		first = false
		return c.line(fmt.Sprintf("%s:%d", name, n), line)
	})
}

// line checks one record and writes its findings. Notes that something could
// not be checked are written too, but are no faults.
func (c *checker) line(place string, line []byte) error {
	c.records++
	r, findings := record.Check(line)
	document := "-"
	if r != nil && r.Document.ID != "" {
		document = r.Document.ID
	}
	good := true
	for _, f := range findings {
		if f.Fault() {
			good = false
			c.faults++
		}
		_, err := fmt.Fprintf(c.out, "%s: %s: %s\n",
			place, console.Visible(document), console.Visible(f.String()))
		if err != nil {
			return err
		}
	}
	if good {
		c.good++
	}
	return nil
}
