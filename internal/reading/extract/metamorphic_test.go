package extract

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/record"
)

// A fact is a statement or a name of a record in one line, its spans mapped back
// to the text that the changed text was made from.
type fact string

// factsOf returns the facts of a record. The map takes a place in the record's
// text to one in the first text, or reports that there is none.
func factsOf(rec *record.Record, back func(int) (int, bool)) []fact {
	var out []fact
	add := func(kind string, spans ...record.Span) {
		f := kind
		for _, s := range spans {
			start, ok := back(s.Start)
			end, okEnd := back(s.End)
			if !ok || !okEnd {
				return // about what was added
			}
			f += fmt.Sprintf(" %d-%d", start, end)
		}
		out = append(out, fact(f))
	}
	for _, s := range rec.Statements {
		spans := slices.Clone(s.Content.Spans)
		if s.Cue != nil {
			spans = append(spans, s.Cue.Span)
		}
		if s.Speaker != nil {
			spans = append(spans, *s.Speaker.Span)
		}
		add("statement "+s.Form.String(), spans...)
	}
	for _, e := range rec.Entities {
		for _, m := range e.Mentions {
			add("name "+e.Type.String(), m.Span)
		}
	}
	return out
}

func same(at int) (int, bool) { return at, true }

// A relation is a change of a text that should leave its facts as they are.
type relation struct {
	name   string
	change func(text string) string
	back   func(text string) func(int) (int, bool)
	marks  bool    // on texts full of accents
	floor  float64 // least share of facts that stay: 1 where rules decide, else 0.98
}

const opening = "The market in the old town opens at eight and closes at noon."

var relations = []relation{
	{
		name:   "a paragraph put before",
		change: func(s string) string { return opening + "\n\n" + s },
		back: func(string) func(int) (int, bool) {
			pad := utf8.RuneCountInString(opening) + 2
			return func(at int) (int, bool) { return at - pad, at >= pad }
		},
		floor: 0.98,
	},
	{
		name:   "an unrelated sentence appended",
		change: func(s string) string { return strings.TrimRight(s, "\n") + "\n\n" + opening + "\n" },
		back: func(s string) func(int) (int, bool) {
			end := utf8.RuneCountInString(strings.TrimRight(s, "\n"))
			return func(at int) (int, bool) { return at, at <= end }
		},
		floor: 0.98,
	},
	{
		name:   "curly quotation marks",
		change: curly,
		back:   func(string) func(int) (int, bool) { return same },
		floor:  1,
	},
	{
		name:   "spaces of every width",
		change: widened,
		back:   func(string) func(int) (int, bool) { return same },
		floor:  1,
	},
	{
		name:   "a name exchanged",
		change: exchangeNames,
		back:   func(string) func(int) (int, bool) { return same },
		floor:  0.98,
	},
	{
		name:   "accents written apart",
		change: norm.NFD.String,
		back:   composed,
		marks:  true,
		floor:  1,
	},
}

// curly puts curly marks for straight ones: those behind a space open.
func curly(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range s {
		opens := strings.ContainsRune(" \n([—", before)
		before = r
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// widened puts no-break, thin and other spaces for two of three plain ones.
func widened(s string) string {
	spaces, n := []rune("\u00a0\u202f \u2007\u2009 "), 0
	return strings.Map(func(r rune) rune {
		if r == ' ' {
			r = spaces[n%len(spaces)]
			n++
		}
		return r
	}, s)
}

// exchangeNames puts surnames of the same length for those of the articles.
func exchangeNames(s string) string {
	return strings.NewReplacer(
		"Solomon", "Johnson", "Cooper", "Miller", "Mohib", "Adams", "Rathke", "Fowler",
		"Eastman", "Roberts", "Tedeschi", "Anderson", "Burrows", "Francis",
		"Heald", "Moore", "Galantino", "Ferrarini", "Memon", "Malik", "Braverman", "Patterson",
	).Replace(s)
}

// accented is a text with an accent in every word that has an e, composed.
func accented(s string) string { return norm.NFC.String(strings.ReplaceAll(s, "e", "é")) }

// composed maps places in the decomposed form of a text to places in the text.
func composed(s string) func(int) (int, bool) {
	back := map[int]int{}
	at, n := 0, 0
	for _, r := range s {
		back[at] = n
		at += utf8.RuneCountInString(norm.NFD.String(string(r)))
		n++
	}
	back[at] = n
	return func(place int) (int, bool) {
		first, ok := back[place]
		return first, ok
	}
}

// TestChangesThatMeanNothingChangeNothing measures the share of facts that stay
// as they are, both ways: none goes, none comes.
func TestChangesThatMeanNothingChangeNothing(t *testing.T) {
	reader := openFastest(t)
	for _, r := range relations {
		t.Run(r.name, func(t *testing.T) {
			var all, statements share
			for _, a := range articles(t) {
				text := a.text
				if r.marks {
					text = accented(text)
				}
				before := factsOf(read(t, reader, text), same)
				after := factsOf(read(t, reader, r.change(text)), r.back(text))
				all.add(common(before, after))
				statements.add(common(onlyStatements(before), onlyStatements(after)))
			}
			t.Logf("facts that stay: %v; statements among them: %v", all, statements)
			if all.value() < r.floor {
				t.Errorf("%v of the facts stay, want %.0f %%", all, 100*r.floor)
			}
		})
	}
}

// A share is how many of so many are the same.
type share struct{ same, all int }

func (s *share) add(same, all int) {
	s.same += same
	s.all += all
}

func (s share) value() float64 { return float64(s.same) / float64(max(1, s.all)) }

func (s share) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", s.same, s.all, 100*s.value())
}

func onlyStatements(facts []fact) []fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f fact) bool {
		return !strings.HasPrefix(string(f), "statement ")
	})
}

// common counts what two lists share, and the longer one.
func common(a, b []fact) (shared, all int) {
	left := slices.Clone(b)
	for _, f := range a {
		if i := slices.Index(left, f); i >= 0 {
			left = slices.Delete(left, i, i+1)
			shared++
		}
	}
	return shared, max(len(a), len(b))
}

func TestAnExchangedNameIsExchangedInTheRecord(t *testing.T) {
	reader := openFastest(t)
	const said = "Hungarian minister %s said on Monday that taxes would fall. %s denied it later."
	for _, name := range []string{"Johnson", "Okonkwo", "Novák"} {
		rec := read(t, reader, fmt.Sprintf(said, name, name))
		for _, e := range rec.Entities {
			for _, m := range e.Mentions {
				if strings.Contains(m.Exact, "Johnson") && name != "Johnson" {
					t.Errorf("a record about %s names %s", name, m.Exact)
				}
			}
		}
	}
}

func TestARecordIsTheSameAloneAndBesideOthers(t *testing.T) {
	reader := openFastest(t)
	all := articles(t)
	alone := make([]string, len(all))
	for i, a := range all {
		alone[i] = canonical(t, reader, a.text)
	}
	for i := range slices.Backward(all) { // after other texts than the first time
		if got := canonical(t, reader, all[i].text); got != alone[i] {
			t.Errorf("%s: another record after other texts", all[i].name)
		}
	}
	var workers sync.WaitGroup
	for w := range 16 {
		workers.Go(func() {
			i := w % len(all)
			if got := canonical(t, reader, all[i].text); got != alone[i] {
				t.Errorf("%s: another record beside sixteen others", all[i].name)
			}
		})
	}
	workers.Wait()
}

// TestL9ManyGoroutinesReadAsOneDoes has 64 goroutines read paragraphs by one reader,
// each in an order of its own.
func TestL9ManyGoroutinesReadAsOneDoes(t *testing.T) {
	reader := openFastest(t)
	var parts, alone []string
	for _, a := range articles(t) {
		for part := range strings.SplitSeq(a.text, "\n\n") {
			if len(part) > 100 && len(parts) < 8 {
				parts, alone = append(parts, part), append(alone, canonical(t, reader, part))
			}
		}
	}
	const goroutines, each = 64, 1
	var all sync.WaitGroup
	for g := range goroutines {
		all.Go(func() {
			for k := range each {
				i := (g + k*(1+g/len(parts))) % len(parts)
				if got := canonical(t, reader, parts[i]); got != alone[i] {
					t.Errorf("goroutine %d: another record of %.80q", g, parts[i])
				}
			}
		})
	}
	all.Wait()
}
