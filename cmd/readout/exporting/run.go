package exporting

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"strconv"
	"strings"

	"readout/cmd/readout/console"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/record"
)

// An exporting is one run of the verb.
type exporting struct {
	env       console.Env
	form      Form
	kind      query.Kind
	writer    Writer
	documents map[string]bool // by id, since a search gives one in parts
	counts    map[string]int  // by the names of things; records by ""
	coded     int             // events as event data
	doubted   int             // events that did not take place or are denied
	joined    int             // names joined by hand, which stand beside records
	decided   int             // decisions in the log about documents
	whole     *record.Record  // the document that the next part is of, if it is kept
	failed    bool
}

// all exports every line of the files. What cannot be read is said at once.
func (x *exporting) all(ctx context.Context, files []string) error {
	for _, name := range files {
		err := console.EachLine(ctx, name, x.env.Stdin, func(n int, line []byte) error {
			return x.line(fmt.Sprintf("%s:%d", name, n), line)
		})
		switch {
		case err == nil:
		case errors.Is(err, context.Canceled), errors.As(err, new(writeError)):
			return err
		default:
			console.Complain(x.env.Stderr, fmt.Errorf("export %s: %w%s", name, err, asFlag(name, err)))
			x.failed = true
		}
	}
	if x.failed {
		return console.ErrSome
	}
	return nil
}

// asFlag says how what was named is asked for where it is no file but a filter as a
// search box has it: the words behind export are files.
func asFlag(name string, err error) string {
	q, bad := query.Parse(name)
	if !errors.Is(err, fs.ErrNotExist) || bad != nil || len(q.Filters) == 0 {
		return ""
	}
	key, value, _ := strings.Cut(name, ":")
	if strings.Contains(value, " ") {
		value = strconv.Quote(strings.Trim(value, `"`))
	}
	return fmt.Sprintf("; to filter, say --%s %s", strings.ReplaceAll(key, "_", "-"), value)
}

// line exports one record. A line that is none, and one that contradicts its
// text, is said and passed over.
func (x *exporting) line(place string, line []byte) error {
	if !console.IsRecord(line) {
		return nil // a link or a judgement, which stand beside records
	}
	r, err := record.Parse(line)
	if err == nil && r.Document.ID == "" {
		err = errors.New("is no record, as it has no document")
	}
	if err == nil {
		err = x.record(r)
	}
	switch {
	case err == nil:
	case errors.As(err, new(writeError)):
		return err
	default:
		console.Complain(x.env.Stderr, fmt.Errorf("export %s: %w", place, err))
		x.failed = true
	}
	return nil
}

// record exports one record.
func (x *exporting) record(r *record.Record) error {
	if err := x.writer.Write(search.Of(r, x.kind)); err != nil {
		return err
	}
	x.counts[""]++
	if x.form.Coded != nil {
		x.coded += x.form.Coded(r)
		x.doubted += doubted(r)
	}
	for _, t := range things {
		once := t.kind == 0 || t.kind == query.Citations && x.kind != query.Citations
		of := r
		if x.whole != nil && x.kind != query.Documents && t.kind != x.kind {
			once, of = true, x.whole
		}
		if once && x.documents[r.Document.ID] {
			continue // what a document has once stands in each of its parts
		}
		x.counts[t.name] += t.count(of)
	}
	x.documents[r.Document.ID] = true
	return nil
}

// see takes note of a document of which parts will be exported.
func (x *exporting) see(r *record.Record) { x.whole = r }

// doubted counts the events of a record that did not take place, and those told in
// a statement that denies them or declines to say.
func doubted(r *record.Record) int {
	denied := map[string]bool{}
	for _, s := range r.Statements {
		denied[s.ID] = s.Polarity == record.PolarityDenied || s.Polarity == record.PolarityDeclined
	}
	n := 0
	for _, e := range r.Events {
		if e.Status == record.StatusNegated || e.As == record.AsDescribed && denied[e.Statement] {
			n++
		}
	}
	return n
}

// said says what was written, and what the form has no place for.
func (x *exporting) said(to string) string {
	line := x.written() + " written"
	if w, ok := x.writer.(interface{ OlderVersions() int }); ok && w.OlderVersions() > 0 {
		line += ", without " + count(w.OlderVersions(), "older version")
	}
	if lost := x.form.lost(x.kind, x.counts); lost != "" {
		line += "; " + to + " has no place for " + lost
	}
	if x.joined+x.decided > 0 {
		beside := "the log of " + count(x.decided, "decision")
		if x.joined > 0 {
			beside = count(x.joined, "name") + " joined by hand and " + beside
		}
		line += "; " + to + " has no place for " + beside + "; backup keeps them"
	}
	if x.doubted > 0 {
		line += ", nor for " + count(x.doubted, "event") +
			" that did not take place or that a source denies: status and polarity"
	}
	return line
}

// written says how much of what was written.
func (x *exporting) written() string {
	if x.form.Coded != nil {
		return fmt.Sprintf("%d of %s", x.coded, count(x.counts["event"], "event"))
	}
	if w, ok := x.writer.(interface{ Written() int }); ok {
		return count(w.Written(), x.form.Unit)
	}
	if x.form.Unit != "" {
		return count(x.counts[""], x.form.Unit)
	}
	documents := count(len(x.documents), "document")
	for _, t := range things {
		if t.kind == x.kind && t.kind != 0 {
			return count(x.counts[t.name], t.name) + " of " + documents
		}
	}
	return documents
}

// found exports the records of a search.
func (x *exporting) found(all iter.Seq2[*record.Record, error]) error {
	for r, err := range all {
		if err == nil {
			err = x.record(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
