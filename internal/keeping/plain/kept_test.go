package plain

import (
	"io"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

func TestKeptItemsStandByTheirIdsAndDocuments(t *testing.T) {
	r := sample.Treaty(t)
	d := r.Document
	behind := "\t" + d.Published + "\t" + d.Publisher + "\t" + d.Title
	for name, open := range map[string]sample.Format{
		r.Statements[0].ID: list(ListOptions{Kept: true}),
		r.Events[0].ID:     list(ListOptions{Kept: true, Events: true}),
	} {
		line, _, _ := strings.Cut(sample.Made(t, open, r), "\n")
		if !strings.HasPrefix(line, d.ID+"/"+name+"\t") || !strings.HasSuffix(line, behind) {
			t.Errorf("%s: %q", name, line)
		}
	}
	for _, open := range []sample.Format{
		list(ListOptions{Kept: true, Width: 80}), dueList(ListOptions{Kept: true, Width: 80}),
	} {
		if got := sample.Made(t, open, r); !strings.Contains(got, d.ID+"/s") || strings.Contains(got, "line ") {
			t.Errorf("no id, or a line:\n%s", got)
		}
	}
}

func TestKeptDuesAreWrittenAsTheyCome(t *testing.T) {
	r := sample.Treaty(t)
	var b strings.Builder
	l := NewDueList(&b, ListOptions{Kept: true})
	for range 2 {
		if err := l.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	before := b.String()
	half := before[:len(before)/2]
	if err := l.Close(); err != nil || before != half+half || b.String() != before || half == "" {
		t.Errorf("%v, %q, then %q", err, before, b.String())
	}
	line, _, _ := strings.Cut(half, "\n")
	cells := strings.Split(line, "\t")
	if len(cells) != 13 || !strings.HasPrefix(cells[9], r.Document.ID+"/s") {
		t.Errorf("cells %q", cells)
	}
}

// alone returns a record with one statement and no event.
func alone(r *record.Record, i int) *record.Record {
	part := *r
	part.Statements, part.Events = r.Statements[i:i+1], nil
	return &part
}

// cut gives a record the sentences that its full stops make.
func cut(t *testing.T, r *record.Record) *record.Record {
	t.Helper()
	in, err := r.In(record.OffsetsByte)
	if err != nil {
		t.Fatal(err)
	}
	from := 0
	for piece := range strings.SplitAfterSeq(*in.Document.Text, ". ") {
		end := from + len(strings.TrimRight(piece, " \n"))
		in.Document.Sentences = append(in.Document.Sentences, record.Span{Start: from, End: end})
		from += len(piece)
	}
	out, err := in.In(r.Offsets)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAPassageIsTheSentencesOfAnItem(t *testing.T) {
	r := cut(t, sample.Treaty(t))
	in, err := r.In(record.OffsetsByte)
	if err != nil {
		t.Fatal(err)
	}
	whole := strings.Join(strings.Fields(*r.Document.Text), " ")
	for i := range r.Statements {
		open := func(around int) sample.Format {
			return func(w io.Writer) sample.Writer { return NewPassages(w, ListOptions{}, around) }
		}
		got := func(around int) string {
			_, text, _ := strings.Cut(sample.Made(t, open(around), alone(r, i)), "\n")
			return strings.TrimSuffix(text, "\n")
		}
		span := in.Statements[i].Content.Spans[0]
		words := strings.Join(strings.Fields((*r.Document.Text)[span.Start:span.End]), " ")
		if one := got(0); !strings.Contains(one, words) || !strings.Contains(whole, one) {
			t.Errorf("%s: the sentence %q lacks %q", r.Statements[i].ID, one, words)
		}
		if !strings.Contains(got(1), got(0)) || len(got(1)) <= len(got(0)) && got(0) != whole {
			t.Errorf("%s: %q is not around %q", r.Statements[i].ID, got(1), got(0))
		}
		if all := got(1000); !strings.Contains(whole, all) || !strings.Contains(all, got(1)) {
			t.Errorf("%s: 1000 sentences around are %q", r.Statements[i].ID, all)
		}
	}
}

func TestACitationIsShownWithItsSourcesAndSentence(t *testing.T) {
	r := cut(t, sample.Boats(t))
	c := r.Citations[0]
	r.Statements, r.Events, r.Citations = nil, nil, r.Citations[:1]
	for _, width := range []int{0, 80} {
		open := func(w io.Writer) sample.Writer { return NewPassages(w, ListOptions{Width: width}, 0) }
		got := sample.Made(t, open, r)
		for _, want := range []string{r.Document.ID + "/" + c.ID, c.Exact, c.Sources[0].Exact, r.Document.Title} {
			if !strings.Contains(got, want) {
				t.Errorf("width %d: no %q in\n%s", width, want, got)
			}
		}
		if strings.Count(got, c.Exact) < 2 {
			t.Errorf("width %d: no sentence\n%s", width, got)
		}
	}
}

func TestAPassageWithoutItsTextSaysSo(t *testing.T) {
	r := alone(sample.Treaty(t), 0)
	r.Document.Text = nil
	open := func(w io.Writer) sample.Writer { return NewPassages(w, ListOptions{Width: 80}, 0) }
	if got := sample.Made(t, open, r); !strings.Contains(got, "left out") {
		t.Error(got)
	}
}

func TestAShelfHasNoHolesAndNoCommands(t *testing.T) {
	for _, c := range []struct {
		row  store.Row
		want string
	}{
		{
			store.Row{Document: store.Document{ID: "d1", Title: "A\x1b[2JB", Statements: 1}},
			"A\uFFFD[2JB\n  undated · 1 statement · 0 events · d1\n",
		},
		{
			store.Row{Document: store.Document{ID: "d1", Publisher: "Le Monde", Published: store.When{Text: "2024"}}},
			"d1\n  Le Monde · 2024 · 0 statements · 0 events · d1\n",
		},
		{
			store.Row{Entity: &store.Entity{Key: "person/ann lee", Type: record.EntityPerson, Name: "Ann Lee", Documents: 2}},
			"Ann Lee\n  person · in 2 documents · person/ann lee\n",
		},
		{
			store.Row{Document: store.Document{ID: "d1"}, Citation: &store.Citation{Place: store.Place{ID: "c4"}, Exact: "(AFP)", Sources: "AFP"}},
			"(AFP)\n  AFP · d1 · undated · d1/c4\n",
		},
	} {
		var b strings.Builder
		l := NewShelf(&b, ListOptions{Width: 80})
		if err := l.Write(c.row); err != nil || l.Close() != nil || b.String() != c.want {
			t.Errorf("%v, %q, want %q", err, b.String(), c.want)
		}
	}
}
