package wordpiece

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A vector is a text with the pieces that the trainer's tokenizer gives.
type vector struct {
	text string
	want []Piece
}

// UnmarshalJSON reads [text, [id, shape, start, end, ...]].
func (v *vector) UnmarshalJSON(data []byte) error {
	var numbers []int
	if err := json.Unmarshal(data, &[]any{&v.text, &numbers}); err != nil {
		return err
	}
	if len(numbers)%4 != 0 {
		return fmt.Errorf("pieces of %q: %d numbers", v.text, len(numbers))
	}
	for n := numbers; len(n) > 0; n = n[4:] {
		v.want = append(v.want, Piece{
			ID: int32(n[0]), Shape: uint8(n[1]), Span: text.Span{Start: n[2], End: n[3]},
		})
	}
	return nil
}

func readVectors(t *testing.T, path string) []vector {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []vector
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v vector
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s line %d: %v", path, len(all)+1, err)
		}
		all = append(all, v)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPiecesEqualTheTrainersOnTheCommittedVectors(t *testing.T) {
	compare(t, readVectors(t, "testdata/vectors.jsonl"))
}

func TestPiecesEqualTheTrainersOnTenThousandSentences(t *testing.T) {
	const path = "../../../training/work/wordpieces.jsonl"
	if _, err := os.Stat(path); err != nil {
		t.Skip("training/work/wordpieces.jsonl is absent;" +
			" python training/tokenizer_check.py vectors writes it")
	}
	all := readVectors(t, path)
	if len(all) < 10_000 {
		t.Errorf("%s holds %d sentences, want 10,000", path, len(all))
	}
	compare(t, all)
}

// compare reports the first differing piece of each text, five texts at most.
func compare(t *testing.T, all []vector) {
	t.Helper()
	v := newVocabulary(t)
	bad, pieces := 0, 0
	for _, c := range all {
		got := v.Append(nil, c.text)
		pieces += len(got)
		if diff := firstDifference(v, c, got); diff != "" && bad < 5 {
			bad++
			t.Errorf("%q\n%s", c.text, diff)
		}
	}
	t.Logf("%d texts, %d pieces", len(all), pieces)
}

func firstDifference(v *Vocabulary, c vector, got []Piece) string {
	for i := range max(len(got), len(c.want)) {
		if i < len(got) && i < len(c.want) && got[i] == c.want[i] {
			continue
		}
		return fmt.Sprintf("piece %d: got %s\n%*s: want %s",
			i, show(v, c.text, got, i), 7+len(fmt.Sprint(i)), "", show(v, c.text, c.want, i))
	}
	return ""
}

func show(v *Vocabulary, s string, pieces []Piece, i int) string {
	if i >= len(pieces) {
		return "no piece"
	}
	p := pieces[i]
	return fmt.Sprintf("%s shape %d at %v %q", v.tokens[p.ID], p.Shape, p.Span,
		s[p.Span.Start:p.Span.End])
}

// The digest is over the pieces of "a?b" for every code point: as long a list
// as this would be unreadable in git.
func TestEveryCodePointIsReadAsTheTrainerReadsIt(t *testing.T) {
	want, err := os.ReadFile("testdata/unicode.sha256")
	if err != nil {
		t.Fatal(err)
	}
	v := newVocabulary(t)
	sum := sha256.New()
	var pieces []Piece
	for r := range rune(utf8.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		s := "a" + string(r) + "b"
		pieces = v.Append(pieces[:0], s)
		fmt.Fprintf(sum, "%04X %s\n", r, inCodePoints(s, pieces))
	}
	got := hex.EncodeToString(sum.Sum(nil))
	if got != strings.TrimSpace(string(want)) {
		t.Errorf("digest %s, want %s: some code point is read otherwise than in"+
			" training; tables.go or the Unicode version of Go has changed", got, want)
	}
}

func inCodePoints(s string, pieces []Piece) string {
	var row []byte
	for i, p := range pieces {
		if i > 0 {
			row = append(row, ' ')
		}
		row = strconv.AppendInt(row, int64(p.ID), 10)
		for _, at := range []int{p.Span.Start, p.Span.End} {
			row = append(row, ':')
			row = strconv.AppendInt(row, int64(utf8.RuneCountInString(s[:at])), 10)
		}
	}
	return string(row)
}
