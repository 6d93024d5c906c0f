package text

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func mustNew(t testing.TB, s string) *Text {
	t.Helper()
	text, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestNewNamesTheFirstByteThatIsNotUTF8(t *testing.T) {
	_, err := New("Praha\xff!")
	if err == nil {
		t.Fatal("New took text that is not UTF-8")
	}
	if want := "text: byte 5 (0xff) is not valid UTF-8"; err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
	if _, err := New("a replacement character \uFFFD is valid"); err != nil {
		t.Errorf("New refused U+FFFD: %v", err)
	}
}

func TestSpanRelations(t *testing.T) {
	outer := Span{2, 8}
	tests := []struct {
		inner              Span
		contains, overlaps bool
	}{
		{Span{2, 8}, true, true},
		{Span{3, 5}, true, true},
		{Span{0, 3}, false, true},
		{Span{8, 9}, false, false},
		{Span{0, 2}, false, false},
		{Span{4, 4}, true, false},
	}
	for _, tt := range tests {
		if got := outer.Contains(tt.inner); got != tt.contains {
			t.Errorf("%v.Contains(%v) = %v", outer, tt.inner, got)
		}
		if got := outer.Overlaps(tt.inner); got != tt.overlaps {
			t.Errorf("%v.Overlaps(%v) = %v", outer, tt.inner, got)
		}
	}
	if !(Span{4, 4}).Empty() || outer.Empty() || outer.Len() != 6 {
		t.Error("Empty or Len is wrong")
	}
}

func TestPositionsCountFromOneInCodePoints(t *testing.T) {
	text := mustNew(t, "Škoda\n\n“ano”, 𝄞 řekl")
	tests := []struct {
		before string
		want   Position
	}{
		{"", Position{1, 1}},
		{"Š", Position{1, 2}},
		{"Škoda", Position{1, 6}},
		{"Škoda\n", Position{2, 1}},
		{"Škoda\n\n", Position{3, 1}},
		{"Škoda\n\n“ano”, 𝄞", Position{3, 9}},
	}
	for _, tt := range tests {
		at := len(tt.before)
		if got := text.Position(at); got != tt.want {
			t.Errorf("Position(%d) = %v, want %v", at, got, tt.want)
		}
		if back, ok := text.ByteOfPosition(tt.want); !ok || back != at {
			t.Errorf("ByteOfPosition(%v) = %d, %v, want %d", tt.want, back, ok, at)
		}
	}
	for _, p := range []Position{{0, 1}, {1, 0}, {1, 7}, {4, 1}} {
		if at, ok := text.ByteOfPosition(p); ok {
			t.Errorf("ByteOfPosition(%v) = %d, want none", p, at)
		}
	}
}

func TestAPairOfSurrogatesIsTwoUnits(t *testing.T) {
	text := mustNew(t, "a𝄞b")
	if got := text.UTF16(len("a𝄞")); got != 3 {
		t.Errorf("UTF16 after the pair = %d, want 3", got)
	}
	if got, want := text.ByteOfUTF16(2), len("a𝄞"); got != want {
		t.Errorf("ByteOfUTF16(half a pair) = %d, want %d", got, want)
	}
}

func TestWholeWidensToCharacters(t *testing.T) {
	text := mustNew(t, "Re\u0301sume 🇨🇿! 👩‍👩‍👧")
	tests := []struct{ in, want string }{
		{"R", "R"},
		{"Re", "Re\u0301"},
		{"\u0301s", "e\u0301s"},
		{"🇿!", "🇨🇿!"},
		{"👩‍👧", "👩‍👩‍👧"},
	}
	for _, tt := range tests {
		at := strings.LastIndex(text.String(), tt.in)
		got := text.Whole(Span{at, at + len(tt.in)})
		if text.At(got) != tt.want {
			t.Errorf("Whole(%q) = %q, want %q", tt.in, text.At(got), tt.want)
		}
	}
	if s := (Span{0, text.Len()}); text.Whole(s) != s {
		t.Error("the whole text was widened")
	}
}

// FuzzUnits holds each conversion against the slow way to do it.
func FuzzUnits(f *testing.F) {
	f.Add("")
	f.Add("plain ASCII\nin two lines")
	f.Add("Škoda\n\n“ano”, 𝄞 řekl\r\n")
	f.Add(strings.Repeat("é", block) + "𝄞" + strings.Repeat("x", 3*block))
	f.Add(strings.Repeat("漢字🇨🇿", 2*block))
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			if _, err := New(s); err == nil {
				t.Fatal("New took text that is not UTF-8")
			}
			return
		}
		text := mustNew(t, s)
		runes, units := 0, 0
		for at, r := range s + "." {
			checkPlace(t, text, at, RunePos(runes), UTF16Pos(units))
			runes++
			units += utf16.RuneLen(r)
		}
	})
}

func checkPlace(t *testing.T, text *Text, at int, r RunePos, u UTF16Pos) {
	t.Helper()
	if got := text.Rune(at); got != r {
		t.Fatalf("Rune(%d) = %d, want %d", at, got, r)
	}
	if got := text.Byte(r); got != at {
		t.Fatalf("Byte(%d) = %d, want %d", r, got, at)
	}
	if got := text.UTF16(at); got != u {
		t.Fatalf("UTF16(%d) = %d, want %d", at, got, u)
	}
	if got := text.ByteOfUTF16(u); got != at {
		t.Fatalf("ByteOfUTF16(%d) = %d, want %d", u, got, at)
	}
	p := text.Position(at)
	if got, ok := text.ByteOfPosition(p); !ok || got != at {
		t.Fatalf("ByteOfPosition(%v) = %d, %v, want %d", p, got, ok, at)
	}
}

func BenchmarkNewOfALargeText(b *testing.B) {
	s := strings.Repeat("výrok ", 16<<20/7)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		mustNew(b, s)
	}
}

// 16 MB in one line is the largest text that is read.
func BenchmarkRuneInOneLongLine(b *testing.B) {
	text := mustNew(b, strings.Repeat("výrok ", 16<<20/7))
	at := 0
	for b.Loop() {
		at = (at + 7_919_777) % text.Len()
		text.Rune(at)
	}
}

func TestCharactersCountTheSameComposedAndApart(t *testing.T) {
	for _, s := range []string{"\u00e9t\u00e9", "e\u0301te\u0301", "abc"} {
		if n := Characters(s); n != 3 {
			t.Errorf("%q has %d characters, want 3", s, n)
		}
	}
}
