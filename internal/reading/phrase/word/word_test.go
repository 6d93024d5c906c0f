package word

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// read cuts a text and of what was read of it before.
func read(t testing.TB, s string, in Input) *Words {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return New(doc, segment.AppendSentences(nil, doc), in)
}

// span finds the words in the text.
func span(t testing.TB, s, words string) text.Span {
	t.Helper()
	at := strings.Index(s, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, s)
	}
	return text.Span{Start: at, End: at + len(words)}
}

// tokenAt returns the index of the first token of the words.
func tokenAt(t testing.TB, r *Words, words string) int {
	t.Helper()
	at := span(t, r.s, words).Start
	i := slices.IndexFunc(r.Tokens, func(tok Token) bool { return tok.Start == at })
	if i < 0 {
		t.Fatalf("no token begins at %q in %q", words, r.s)
	}
	return i
}

func words(r *Words) []string {
	var all []string
	for i := range r.Tokens {
		all = append(all, r.At(i))
	}
	return all
}

func TestWordsAndMarksAreCutApart(t *testing.T) {
	tests := []struct{ in, want string }{
		{"It rained, then stopped.", "It rained , then stopped ."},
		{"the mayor's aide", "the mayor 's aide"},
		{"the mayor’s aide", "the mayor ’s aide"},
		{"THE MAYOR'S AIDE", "THE MAYOR 'S AIDE"},
		{"the mayors' aide", "the mayors ' aide"},
		{"rock-and-roll", "rock-and-roll"},
		{"AT&T rose", "AT&T rose"},
		{"it didn't", "it didn't"},
		{"see weather.example.com.", "see weather.example.com ."},
		{"via @harbour and #storm", "via @harbour and #storm"},
		{"a - b", "a - b"},
		{"“yes”", "“ yes ”"},
		{"3.5 of 1,000", "3.5 of 1 , 000"},
		{"Zoë and Łukasz", "Zoë and Łukasz"},
		{"  ", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(words(read(t, tt.in, Input{})), " "); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestAStopBelongsToAnAbbreviation(t *testing.T) {
	tests := []struct {
		in, word string
	}{
		{"Dr. Example left.", "Dr."},
		{"Sen. Example left.", "Sen."},
		{"J. Example left.", "J."},
		{"The U.S. vote", "U.S."},
		{"They met at noon.", "noon"},
		{"They met the dr. there.", "dr"},
		{"Write to a@b.c. now", "a@b.c"},
	}
	for _, tt := range tests {
		if all := words(read(t, tt.in, Input{})); !slices.Contains(all, tt.word) {
			t.Errorf("%q: %q, want the token %q", tt.in, all, tt.word)
		}
	}
}

func TestKindsOfTokens(t *testing.T) {
	r := read(t, "“Ann's, 2”", Input{})
	want := []Kind{Mark, Word, Possessive, Mark, Word, Mark}
	for i, tok := range r.Tokens {
		if tok.Kind != want[i] {
			t.Errorf("token %q is of kind %d, want %d", r.At(i), tok.Kind, want[i])
		}
	}
}

func TestTokensKnowTheirSentenceNameTimeAndCue(t *testing.T) {
	in := "Ann Example spoke on Monday. She wept."
	r := read(t, in, Input{
		Names: []proper.Name{{Span: span(t, in, "Ann Example"), Kind: proper.Person}},
		Times: []text.Span{span(t, in, "Monday")},
		Cues:  []text.Span{span(t, in, "spoke")},
	})
	tests := []struct {
		word                 string
		sentence, name, time int
		cue                  bool
	}{
		{"Ann", 0, 0, -1, false},
		{"Example", 0, 0, -1, false},
		{"spoke", 0, -1, -1, true},
		{"on", 0, -1, -1, false},
		{"Monday", 0, -1, 0, false},
		{"She", 1, -1, -1, false},
	}
	for _, tt := range tests {
		tok := r.Tokens[tokenAt(t, r, tt.word)]
		if tok.Sentence != tt.sentence || tok.Name != tt.name ||
			tok.Time != tt.time || tok.Cue != tt.cue {
			t.Errorf("%s: %+v, want %+v", tt.word, tok, tt)
		}
	}
}

func TestNothingStandsOutsideTheText(t *testing.T) {
	r := read(t, "One. Two.", Input{})
	last := len(r.Tokens)
	for _, i := range []int{-1, last, last + 5} {
		if r.At(i) != "" || r.Low(i) != "" || r.Capital(i) || r.QuoteMark(i) {
			t.Errorf("token %d of %d has words", i, last)
		}
		if r.Together(i, 0) || r.Together(0, i) {
			t.Errorf("token %d stands in a sentence", i)
		}
		if r.Is(i, "one") || r.In(i, lexicon.Determiner) {
			t.Errorf("token %d is a word of a list", i)
		}
	}
}

func TestASentenceOrAMarkOpensAClause(t *testing.T) {
	r := read(t, "One came, two left. Three stayed.", Input{})
	tests := []struct {
		word string
		want bool
	}{
		{"One", true}, {"came", false}, {"two", true}, {"left", false}, {"Three", true},
	}
	for _, tt := range tests {
		if got := r.Opens(tokenAt(t, r, tt.word)); got != tt.want {
			t.Errorf("Opens(%s) = %t, want %t", tt.word, got, tt.want)
		}
	}
}

func TestTimesAndNamesAreSteppedOverWhole(t *testing.T) {
	in := "Ann B. Example left on May 2 at noon."
	r := read(t, in, Input{
		Names: []proper.Name{{Span: span(t, in, "Ann B. Example"), Kind: proper.Person}},
		Times: []text.Span{span(t, in, "May 2")},
	})
	if got := r.At(r.NameEnd(tokenAt(t, r, "Ann"))); got != "left" {
		t.Errorf("the name ends before %q, want left", got)
	}
	if got := r.At(r.AfterTime(tokenAt(t, r, "May"))); got != "at" {
		t.Errorf("the time ends before %q, want at", got)
	}
	if i := tokenAt(t, r, "noon"); r.AfterTime(i) != i {
		t.Error("noon is no time here, yet stepped over")
	}
}

func TestAroundFindsTheFirstSpanThatEndsLater(t *testing.T) {
	spans := []text.Span{{Start: 0, End: 4}, {Start: 6, End: 9}, {Start: 9, End: 12}}
	tests := []struct{ from, at, want int }{
		{0, 0, 0}, {0, 3, 0}, {0, 4, 1}, {0, 9, 2}, {1, 2, 1}, {0, 12, 3}, {0, 99, 3},
	}
	for _, tt := range tests {
		if got := Around(spans, tt.from, tt.at); got != tt.want {
			t.Errorf("Around(%d, %d) = %d, want %d", tt.from, tt.at, got, tt.want)
		}
	}
}

func FuzzTokensHoldEveryByteThatIsNoSpace(f *testing.F) {
	for _, s := range []string{
		"", "It rained.", "Dr. J. Example's “AT&T” (AP)", "a@b.example -- 3.5 %",
		"…the\u00a0BBC’s\n\n@x", "U.S.'s", "é\u0301'S",
	} {
		f.Add(s, uint16(0), uint16(4))
	}
	f.Fuzz(func(t *testing.T, s string, start, size uint16) {
		if !utf8.ValidString(s) {
			t.Skip("not UTF-8")
		}
		in := Input{}
		at := text.Span{Start: int(start), End: int(start) + int(size)}
		if at.End <= len(s) && !at.Empty() {
			in.Names = []proper.Name{{Span: at, Kind: proper.Organization}}
			in.Times, in.Cues = []text.Span{at}, []text.Span{at}
		}
		checkTokens(t, read(t, s, in))
	})
}

func checkTokens(t *testing.T, r *Words) {
	t.Helper()
	end := 0
	for i, tok := range r.Tokens {
		if tok.Start < end || tok.Empty() {
			t.Fatalf("token %d, %v, after byte %d", i, tok.Span, end)
		}
		if gap := r.s[end:tok.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Fatalf("no token holds %q", gap)
		}
		end = tok.End
	}
}
