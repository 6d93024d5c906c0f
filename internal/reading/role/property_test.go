package role

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/chunk"
	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// capitals takes each run of words with capitals for the name of a person or, every
// third time, of an organisation.
func capitals(doc *text.Text) []mention.Entity {
	var entities []mention.Entity
	s := doc.String()
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsUpper(r) {
			at += size
			continue
		}
		end := at
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) {
				break
			}
			end += size
		}
		e := mention.Entity{Kind: mention.Person, Mentions: []text.Span{{Start: at, End: end}}}
		if len(entities)%3 == 2 {
			e.Kind = mention.Organization
		}
		entities = append(entities, e)
		at = end
	}
	return entities
}

// check reports what roles of a text are not as the package promises.
func check(t *testing.T, s string) {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Skip("not UTF-8")
	}
	sentences := segment.AppendSentences(nil, doc)
	entities := capitals(doc)
	all := Find(doc, sentences, entities, nil)
	if again := Find(doc, sentences, entities, nil); !slices.Equal(all, again) {
		t.Fatalf("%q: %v, then %v", s, all, again)
	}
	for i, r := range all {
		if i > 0 && r.Start < all[i-1].Start {
			t.Errorf("%q: role %d is not sorted", s, i)
		}
		checkRole(t, doc, sentences, entities, r)
	}
}

func checkRole(t *testing.T, doc *text.Text, sentences []text.Span, entities []mention.Entity, r Role) {
	t.Helper()
	words := doc.At(r.Span)
	if strings.TrimSpace(words) != words || words == "" || !utf8.ValidString(words) {
		t.Errorf("%q: a torn role %q", doc, words)
	}
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	if chunk.Determiners[first] {
		t.Errorf("%q: role %q begins with an article or pronoun", doc, words)
	}
	holder := entities[r.Entity]
	if holder.Kind != mention.Person {
		t.Errorf("%q: %q is held by no person", doc, words)
	}
	in := slices.ContainsFunc(sentences, func(s text.Span) bool {
		return s.Contains(r.Span) && slices.ContainsFunc(holder.Mentions, s.Contains)
	})
	if !in {
		t.Errorf("%q: %q and its holder stand in no one sentence", doc, words)
	}
}

func TestRolesAreWhatThePackagePromises(t *testing.T) {
	for _, f := range forms {
		check(t, strings.NewReplacer("<", "", ">", "", "{", "", "}", "").Replace(f.sentence))
	}
}

func FuzzFind(f *testing.F) {
	for _, row := range forms {
		f.Add(row.sentence)
	}
	f.Add("As senator as Moe, a the of and Sen. Sens. and, (the judge")
	f.Add("Moe, R-, 45, of, the president of of of’s ’s")
	f.Add("President\u00a0É́tienne’s chief of staff\u2028Bo — the")
	f.Fuzz(check)
}

func TestNothingIsFoundWhereNobodyIsNamed(t *testing.T) {
	doc, err := text.New("The president met a lawyer. As governor, he signed it.")
	if err != nil {
		t.Fatal(err)
	}
	if got := Find(doc, []text.Span{{Start: 0, End: doc.Len()}}, nil, nil); got != nil {
		t.Errorf("found %v", got)
	}
	if got := Find(doc, nil, capitals(doc), nil); got != nil {
		t.Errorf("without sentences: found %v", got)
	}
}

func TestAPersonMayHoldOneRoleTwice(t *testing.T) {
	const sentence = "President <Lund> met the president, <Lund>, and President <Lund>."
	if got := roles(t, sentence); strings.Count(got, "Lund") != 3 {
		t.Errorf("%s: %s", sentence, got)
	}
}

func TestReadingIsLinear(t *testing.T) {
	const times, slack = 16, 3
	for _, part := range []string{
		"Moe and Lund and the former chief executive of Acme, ",
		"as he was president as senator ", "Sens. Moe, Lund, ", "lawyer, writer and ",
		"Moe's aide ", "of the president of Moe, ", "(Moe (the ",
	} {
		var short, long time.Duration
		for range 5 { // other programs on the machine make one measurement worth little
			short, long = timeOf(t, part, 30), timeOf(t, part, 30*times)
			if long <= slack*times*short+time.Millisecond {
				break
			}
		}
		if long > slack*times*short+time.Millisecond {
			t.Errorf("%q: %d times the text took %v after %v", part, times, long, short)
		}
	}
}

// timeOf returns the shortest time to read a sentence of n equal parts.
func timeOf(t *testing.T, part string, n int) time.Duration {
	t.Helper()
	doc, err := text.New(strings.Repeat(part, n) + "left.")
	if err != nil {
		t.Fatal(err)
	}
	entities := capitals(doc)
	best := time.Hour
	for range 12 {
		start := time.Now()
		Find(doc, []text.Span{{Start: 0, End: doc.Len()}}, entities, nil)
		best = min(best, time.Since(start))
	}
	return best
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for range 8 {
		for _, f := range forms {
			s.WriteString(strings.NewReplacer("<", "", ">", "", "{", "", "}", "").Replace(f.sentence) + " ")
		}
	}
	doc, err := text.New(s.String())
	if err != nil {
		b.Fatal(err)
	}
	sentences, entities := segment.AppendSentences(nil, doc), capitals(doc)
	b.SetBytes(int64(doc.Len()))
	for b.Loop() {
		Find(doc, sentences, entities, nil)
	}
}
