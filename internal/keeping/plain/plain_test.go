package plain

import (
	"flag"
	"io"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite testdata/want")

// list returns a format of lists.
func list(opts ListOptions) sample.Format {
	return func(w io.Writer) sample.Writer { return NewList(w, opts) }
}

// dueList returns a format of lists of what is due.
func dueList(opts ListOptions) sample.Format {
	return func(w io.Writer) sample.Writer { return NewDueList(w, opts) }
}

// formats are one of each kind.
var formats = map[string]sample.Format{
	"rows":         list(ListOptions{}),
	"layout":       list(ListOptions{Width: 60, Color: true}),
	"80":           list(ListOptions{Width: 80}),
	"events":       list(ListOptions{Events: true}),
	"events-80":    list(ListOptions{Width: 80, Events: true}),
	"due":          dueList(ListOptions{}),
	"due-80":       dueList(ListOptions{Width: 80}),
	"brief":        func(w io.Writer) sample.Writer { return NewBrief(w, BriefOptions{}) },
	"brief-events": func(w io.Writer) sample.Writer { return NewBrief(w, BriefOptions{Events: true}) },
	"brief-due":    func(w io.Writer) sample.Writer { return NewDueBrief(w) },
}

func TestFormatsAreAsAgreed(t *testing.T) {
	boats, treaty := sample.Boats(t), sample.Treaty(t)
	for _, c := range []struct {
		name string
		open sample.Format
		r    *record.Record
	}{
		{"boats.md", formats["brief"], boats},
		{"boats-pipe.txt", formats["rows"], boats},
		{"boats-80.txt", formats["80"], boats},
		{"boats-40.ansi", list(ListOptions{Width: 40, Color: true}), boats},
		{"treaty.md", formats["brief"], treaty},
		{"treaty-events.md", formats["brief-events"], treaty},
		{"treaty-due.md", formats["brief-due"], treaty},
		{"treaty-pipe.txt", formats["rows"], treaty},
		{"treaty-80.txt", formats["80"], treaty},
		{"treaty-60.ansi", formats["layout"], treaty},
		{"treaty-events-pipe.txt", formats["events"], treaty},
		{"treaty-events-80.txt", formats["events-80"], treaty},
		{"treaty-due-pipe.txt", formats["due"], treaty},
		{"treaty-due-80.txt", formats["due-80"], treaty},
	} {
		sample.Agrees(t, c.name, *update, c.open, c.r)
	}
}

func TestFormatsKeepTheirPromises(t *testing.T) {
	sample.Conforms(t, formats)
	sample.Streams(t, map[string]sample.Format{
		"rows": formats["rows"], "layout": formats["layout"], "brief": formats["brief"],
	})
}
