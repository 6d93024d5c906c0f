package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"readout/record"
)

// An item is a statement of a marked document, wanted or found. Spans are
// trimmed as the project's scorer does: marks, spaces and stops at the edges do
// not count, nor does a cut of the content that only such signs fill.
type item struct {
	form    string
	speaker []record.Span
	cue     []record.Span
	content []record.Span
	entity  string // the name of the speaker, "none", or empty: not stated
	inside  string // the words of the enclosing cue
}

// A marked document is a text with the statements that a person marked in it.
type marked struct {
	path    string
	archive *txtar.Archive
	text    string
	runes   []rune
	want    []item
}

// markedDocuments reads the documents of testdata. Each has one claim in its
// comment, a text, and what is wanted: per statement the line "statement FORM"
// and below it its speaker, the name of the entity that the speaker is (or
// none), cue, content pieces, and the cue of the statement it stands inside.
// Words are those of the text; "#2" behind them means their second occurrence.
func markedDocuments(t *testing.T) []marked {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no marked documents: %v", err)
	}
	var all []marked
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m := marked{path: path, archive: archive}
		m.text = strings.TrimSuffix(string(archive.Files[0].Data), "\n")
		m.runes = []rune(m.text)
		for line := range strings.Lines(string(archive.Files[1].Data)) {
			m.add(t, strings.TrimSuffix(line, "\n"))
		}
		all = append(all, m)
	}
	return all
}

// add reads one line of what is wanted.
func (m *marked) add(t *testing.T, line string) {
	t.Helper()
	if form, ok := strings.CutPrefix(line, "statement "); ok {
		m.want = append(m.want, item{form: form})
		return
	}
	field, words, _ := strings.Cut(strings.TrimSpace(line), " ")
	words = strings.TrimSpace(words)
	now := &m.want[len(m.want)-1]
	switch field {
	case "speaker":
		now.speaker = m.trim(m.find(t, words))
	case "cue":
		now.cue = m.trim(m.find(t, words))
	case "content":
		now.content = m.trim(append(now.content, m.find(t, words))...)
	case "entity":
		now.entity = words
	case "inside":
		now.inside = words
	default:
		t.Fatalf("%s: no field is called %q", m.path, field)
	}
}

// find returns where the words stand in the text.
func (m *marked) find(t *testing.T, words string) record.Span {
	t.Helper()
	nth := 1
	if before, number, ok := strings.Cut(words, " #"); ok {
		words = before
		nth = int(number[0] - '0')
	}
	at := 0
	for range nth {
		next := strings.Index(m.text[at:], words)
		if next < 0 {
			t.Fatalf("%s: %q is not in the text", m.path, words)
		}
		at += next + 1
	}
	start := utf8.RuneCountInString(m.text[:at-1])
	return record.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

// edges are the signs that do not count at the edges of a span.
const edges = " \t\n\u00a0“”\"‘’'`,.;:-–—―"

// trim takes edges off spans and joins those with only edges between them.
func (m *marked) trim(spans ...record.Span) []record.Span {
	var out []record.Span
	edge := func(at int) bool { return strings.ContainsRune(edges, m.runes[at]) }
	for _, s := range spans {
		for s.Start < s.End && edge(s.Start) {
			s.Start++
		}
		for s.End > s.Start && edge(s.End-1) {
			s.End--
		}
		if s.Start == s.End {
			continue
		}
		if n := len(out); n > 0 && m.blank(out[n-1].End, s.Start) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// blank reports whether there are only edges from start to end.
func (m *marked) blank(start, end int) bool {
	return strings.Trim(m.words(record.Span{Start: start, End: end}), edges) == ""
}

func (m *marked) words(spans ...record.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, string(m.runes[s.Start:s.End]))
	}
	return strings.Join(parts, " … ")
}

// found returns the statements of a record as items.
func (m *marked) found(rec *record.Record) []item {
	names := map[string]string{}
	for _, e := range rec.Entities {
		names[e.ID] = e.Name
	}
	cues := map[string]string{}
	for _, s := range rec.Statements {
		cues[s.ID] = s.Cue.Exact
	}
	var out []item
	for _, s := range rec.Statements {
		i := item{
			form: s.Form.String(), entity: "none", inside: cues[s.Inside],
			content: m.trim(s.Content.Spans...),
		}
		if s.Cue != nil {
			i.cue = m.trim(s.Cue.Span)
		}
		if s.Speaker != nil {
			i.speaker = m.trim(*s.Speaker.Span)
			if s.Speaker.Entity != nil {
				i.entity = names[*s.Speaker.Entity]
			}
		}
		out = append(out, i)
	}
	return out
}

// faults names the fields in which a found item is not as wanted.
func (want item) faults(got item) []string {
	var out []string
	for _, f := range []struct {
		name string
		same bool
	}{
		{"form", want.form == got.form},
		{"speaker", slices.Equal(want.speaker, got.speaker)},
		{"cue", slices.Equal(want.cue, got.cue)},
		{"content", slices.Equal(want.content, got.content)},
		{"entity", want.entity == "" || want.entity == got.entity},
		{"inside", want.inside == got.inside},
	} {
		if !f.same {
			out = append(out, f.name)
		}
	}
	return out
}

// judge compares the statements of a document with what is wanted. It returns
// how many are right, and the errors in one line, empty if there are none.
func (m *marked) judge(got []item) (right int, errors string) {
	var parts []string
	left := slices.Clone(got)
	for _, w := range m.want {
		at := nearest(w, left)
		if at < 0 {
			parts = append(parts, fmt.Sprintf("%q not found", m.label(w)))
			continue
		}
		if faults := w.faults(left[at]); len(faults) > 0 {
			wrong := strings.Join(faults, ", ")
			parts = append(parts, fmt.Sprintf("%q with another %s", m.label(w), wrong))
		} else {
			right++
		}
		left = slices.Delete(left, at, at+1)
	}
	for _, g := range left {
		parts = append(parts, fmt.Sprintf("%q not wanted", m.label(g)))
	}
	if len(parts) == 0 {
		return right, ""
	}
	all := strings.Join(parts, "; ")
	return right, fmt.Sprintf("known: %d of %d right; %s", right, len(m.want), all)
}

// nearest returns the index of the item that shares the cue with the wanted one,
// or the content if that has no cue; -1 if none does.
func nearest(want item, found []item) int {
	return slices.IndexFunc(found, func(g item) bool {
		if len(want.cue) == 0 {
			return slices.Equal(want.content, g.content)
		}
		return overlap(want.cue, g.cue)
	})
}

func overlap(a, b []record.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Start < y.End && y.Start < x.End {
				return true
			}
		}
	}
	return false
}

// label names a statement by its cue, or by the first words of its content.
func (m *marked) label(i item) string {
	if len(i.cue) > 0 {
		return m.words(i.cue...)
	}
	words := strings.Fields(m.words(i.content...))
	return strings.Join(words[:min(4, len(words))], " ")
}

// show prints an item as a marked document has it.
func (m *marked) show(i item) string {
	s := fmt.Sprintf("statement %s\n  speaker  %s (%s)\n  cue      %s\n",
		i.form, m.words(i.speaker...), i.entity, m.words(i.cue...))
	for _, c := range i.content {
		s += "  content  " + m.words(c) + "\n"
	}
	if i.inside != "" {
		s += "  inside   " + i.inside + "\n"
	}
	return s
}

// cutKnown takes the line of known errors off a comment.
func cutKnown(comment string) (claim, known string) {
	at := strings.Index(comment, "known: ")
	if at < 0 {
		return comment, ""
	}
	return comment[:at], strings.TrimSpace(comment[at:])
}

// TestMarkedDocuments compares the reader with what people marked. What it is
// known to get wrong stands in the comment, in a line that begins with "known:"
// and that -update rewrites; what is wanted is never changed by -update.
func TestMarkedDocuments(t *testing.T) {
	reader := openFastest(t)
	right, wanted, erring := 0, 0, 0
	for _, m := range markedDocuments(t) {
		got := m.found(read(t, reader, m.text))
		n, errors := m.judge(got)
		right += n
		wanted += len(m.want)
		claim, known := cutKnown(string(m.archive.Comment))
		if errors != "" {
			erring++
			t.Logf("%s: %s", m.path, errors)
		}
		if errors == known {
			continue
		}
		if *update {
			m.write(t, claim, errors)
			continue
		}
		t.Errorf("%s: %s\nfile says: %s\ngot %s\n%s\nreproduce: go test -run Marked %s",
			m.path, errors, known, m.showAll(got), m.archive.Comment, thisPackage)
	}
	t.Logf("%d of %d statements as wanted; %d documents hold known errors", right, wanted, erring)
}

func (m *marked) write(t *testing.T, claim, errors string) {
	t.Helper()
	if errors != "" {
		claim += errors + "\n"
	}
	m.archive.Comment = []byte(claim)
	if err := os.WriteFile(m.path, txtar.Format(m.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (m *marked) showAll(all []item) string {
	var b strings.Builder
	for _, i := range all {
		b.WriteString(m.show(i))
	}
	return b.String()
}
