package wordpiece

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/internal/neural/weights"
)

func newVocabulary(t testing.TB) *Vocabulary {
	t.Helper()
	v, err := New(weights.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// words lists the pieces of s as "piece" or "piece=its words in the text".
func words(v *Vocabulary, s string) string {
	var out []string
	for _, p := range v.Append(nil, s) {
		piece, from := v.tokens[p.ID], s[p.Span.Start:p.Span.End]
		if strings.TrimPrefix(piece, continuation) != from {
			piece += "=" + from
		}
		out = append(out, piece)
	}
	return strings.Join(out, " ")
}

func TestPieces(t *testing.T) {
	v := newVocabulary(t)
	for _, c := range []struct{ claim, text, want string }{
		{"case is lost, the place is kept", "The Minister", "the=The minister=Minister"},
		{"a rare word falls into pieces", "deniability", "den ##ia ##bility"},
		{"punctuation stands alone", "U.S.-led", "u=U . s=S . - led"},
		{"an accent is left out", "café", "cafe=café"},
		{"a combining accent is left out", "cafe\u0301s", "cafes=cafe\u0301s"},
		{"a dotted capital I is an i", "İstanbul", "istanbul=İstanbul"},
		{"a Chinese character stands alone", "x東京y", "x 東 京 y"},
		{"a curly mark is read as a straight one", "“It’s «so»”", "\"=“ it=It '=’ s \"=« so \"=» \"=”"},
		{"so are primes and low marks", "„a‟ ‚b‛ 5′6″", "\"=„ a \"=‟ '=‚ b '=‛ 5 '=′ 6 \"=″"},
		{"a currency sign starts a word", "€100", "€ ##100"},
		{"a control splits nothing", "mini\u200bster", "minister=mini\u200bster"},
		{"no-break space splits", "the\u00a0minister", "the minister"},
		{"an unknown character makes its word unknown", "ab😀c", "[UNK]=ab😀c"},
		{"a control piece is read as words", "[SEP]", "[ sep=SEP ]"},
		{"a Hangul syllable is all its jamo's place", "각", "ᄀ=각 ##ᅡ=각 ##ᆨ=각"},
		{"nothing gives nothing", " \t\r\n\u0000", ""},
	} {
		if got := words(v, c.text); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.claim, c.text, got, c.want)
		}
	}
}

func TestAWordOfMoreThanAHundredCharactersIsUnknown(t *testing.T) {
	v := newVocabulary(t)
	for _, c := range []struct {
		n    int
		want bool
	}{{100, false}, {101, true}, {5000, true}} {
		s := strings.Repeat("a", c.n)
		pieces := v.Append(nil, s)
		if got := pieces[0].ID == v.unknown; got != c.want {
			t.Errorf("%d letters: unknown %v, want %v", c.n, got, c.want)
		}
		if end := pieces[len(pieces)-1].Span.End; end != c.n {
			t.Errorf("%d letters: the last piece ends at %d", c.n, end)
		}
	}
}

func TestShapes(t *testing.T) {
	v := newVocabulary(t)
	for s, want := range map[string]uint8{
		"house": Lower, "UN": Upper, "A": Capital, "House": Title, "McDonald": Title,
		"eBay": Mixed, "2024": Digits, "²": Digits, "3rd": Lower, "$": Signs, "½": Signs,
		"deniability": Lower, "DENIABILITY": Upper, "Ελλάδα": Title, "ǅungla": Mixed,
	} {
		for _, p := range v.Append(nil, s) {
			if p.Shape != want {
				t.Errorf("%q: piece %s has shape %d, want %d", s, v.tokens[p.ID], p.Shape, want)
			}
		}
	}
}

func TestASignHasAShapeOfItsOwn(t *testing.T) {
	v := newVocabulary(t)
	var got []uint8
	for _, p := range v.Append(nil, "U.S won't D.C.") {
		got = append(got, p.Shape)
	}
	want := []uint8{
		Capital, Signs, Capital, Lower, Signs, Lower, Capital, Signs, Capital, Signs,
	}
	if !slices.Equal(got, want) {
		t.Errorf("shapes of U . S won ' t D . C .: %d, want %d", got, want)
	}
}

// The piece's words are compared, not its place: a mark behind the last letter of
// a piece is no part of it.
func TestFormChangesNeitherIDsNorShapes(t *testing.T) {
	v := newVocabulary(t)
	plain := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
	for _, s := range []string{
		"Zürich’s “café” won’t", "DÉJÀ VU", "É", "Éa", "a²é 3é", "各 각 東京", "≠é",
		"Thủ tướng Phạm Minh Chính nói", "“Señor Núñez”", "हिन्दी Ελλάδα ἄλφα й",
	} {
		want := v.Append(nil, s)
		for _, other := range []string{norm.NFC.String(s), norm.NFD.String(s), plain.Replace(s)} {
			got := v.Append(nil, other)
			if !slices.EqualFunc(got, want, equalButForPlace) {
				t.Errorf("%q: %v, but %q: %v", s, want, other, got)
			}
		}
	}
}

func equalButForPlace(a, b Piece) bool { return a.ID == b.ID && a.Shape == b.Shape }

func TestMarksAloneHaveNoShape(t *testing.T) {
	v := newVocabulary(t)
	if p := v.Append(nil, "\u0903"); len(p) != 1 || p[0].Shape != NoShape {
		t.Errorf("pieces %v, want one without a shape", p)
	}
}

func TestNewNamesTheLineAtFault(t *testing.T) {
	for vocab, want := range map[string]string{
		"":                      "line 1: empty",
		"a\n\nb":                "line 2: empty",
		"a\nb\na\n":             `line 3: "a" stands twice`,
		"a\nb\n":                "no [UNK]",
		strings.Repeat("a", 65): "65 bytes, at most 64",
	} {
		_, err := New(vocab)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New(%.10q): error %v, want one with %q", vocab, err, want)
		}
	}
}

func TestEachPieceHasItsLineForID(t *testing.T) {
	v := newVocabulary(t)
	if v.Len() != 30522 {
		t.Fatalf("%d pieces, want 30522", v.Len())
	}
	for want, token := range v.tokens {
		if got, found := v.ID(token); !found || got != int32(want) {
			t.Fatalf("ID(%q) = %d, %v, want %d", token, got, found, want)
		}
	}
	if _, found := v.ID("##"); found {
		t.Error("the mark of a continuation alone was found")
	}
	if _, found := v.ID("##nosuchpiece"); found {
		t.Error("a piece that is not there was found")
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	v := newVocabulary(t)
	s := "The minister denied on Monday that Zürich's bank does not pay 東京."
	dst := v.Append(nil, s)
	if n := testing.AllocsPerRun(100, func() { dst = v.Append(dst[:0], s) }); n != 0 {
		t.Errorf("%v allocations a call, want 0", n)
	}
}

// Sixteen times the text may take at most 128 times as long: linear, with room
// for noise; the square would take 256 times as long. The best of five counts,
// since other programs only ever add time.
func TestTimeIsLinear(t *testing.T) {
	v := newVocabulary(t)
	dst := make([]Piece, 0, 1<<18)
	for _, unit := range []string{"a", "é", "a.", "\u0301", "e\u0301", "€", "字"} {
		best := func(size int) time.Duration {
			s := strings.Repeat(unit, size/len(unit))
			least := time.Duration(math.MaxInt64)
			for range 5 {
				begin := time.Now()
				dst = v.Append(dst[:0], s)
				least = min(least, time.Since(begin))
			}
			return least
		}
		small, large := best(1<<14), best(1<<18)
		if large > 128*small+10*time.Millisecond {
			t.Errorf("%q: %v for 16 KB, %v for 256 KB", unit, small, large)
		}
	}
}

func TestOneWordOf16MegabytesIsOnePiece(t *testing.T) {
	v := newVocabulary(t)
	pieces := v.Append(nil, strings.Repeat("a", 16<<20))
	if len(pieces) != 1 || pieces[0].ID != v.unknown || pieces[0].Span.Len() != 16<<20 {
		t.Errorf("%d pieces, the first %+v", len(pieces), pieces[0])
	}
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{
		"", "The minister said (Reuters, March 3).", "cafe\u0301", "e\u0301\u0323x", "각각",
		"👨\u200d👩\u200d👧 🇩🇪", "東京x", "\xff\xfe", "a\x00b", "\u2028\u0085", "ǅ ﬁ ½ ≠",
		strings.Repeat("z", 300), "[CLS] ##ing", "\u0301", "I\u0307", "\ufffd\ufeff",
	} {
		f.Add(s)
	}
	v := newVocabulary(f)
	f.Fuzz(func(t *testing.T, s string) {
		pieces := v.Append(nil, s)
		if again := v.Append(nil, s); !slices.Equal(pieces, again) {
			t.Fatalf("%q: two runs differ", s)
		}
		if err := misplaced(v, s, pieces); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

// misplaced returns what is wrong with the places of the pieces of s.
func misplaced(v *Vocabulary, s string, pieces []Piece) error {
	last := 0
	for i, p := range pieces {
		at := p.Span
		if at.Start < 0 || at.End > len(s) || at.Empty() {
			return fmt.Errorf("piece %d at %v is empty or outside", i, at)
		}
		if p.ID < 0 || int(p.ID) >= v.Len() || p.Shape > Mixed {
			return fmt.Errorf("piece %d has id %d, shape %d", i, p.ID, p.Shape)
		}
		if at.Start < last && at != pieces[i-1].Span {
			return fmt.Errorf("piece %d at %v begins before %d", i, at, last)
		}
		last = at.End
		if !utf8.RuneStart(s[at.Start]) || at.End < len(s) && !utf8.RuneStart(s[at.End]) &&
			utf8.ValidString(s) {
			return fmt.Errorf("piece %d at %v cuts a code point", i, at)
		}
	}
	return nil
}

func BenchmarkAppend(b *testing.B) {
	v := newVocabulary(b)
	s := strings.Repeat("The minister denied on Monday that the bank, which"+
		" Reuters described as “deniable”, does not pay its debts. ", 100)
	dst := v.Append(nil, s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		dst = v.Append(dst[:0], s)
	}
	b.ReportMetric(float64(len(dst))*float64(b.N)/b.Elapsed().Seconds(), "pieces/s")
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newVocabulary(b)
	}
}
