package extract

import (
	"testing"
	"unicode/utf8"
)

// FuzzRead reads any text twice: no panic, a valid record, the same one.
func FuzzRead(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s)
	}
	f.Add("The minister said (Reuters, March 3) that “taxes would fall,” and denied the rest.")
	f.Add("SMITH: We won.\nJONES: “No,” she said. “He told me ‘we lost’ and left.”")
	f.Add("According to the Saudi Interior Ministry over 345 pilgrims have been killed.")
	f.Fuzz(func(t *testing.T, s string) {
		const longest = 4000 // bytes: more is slow, not new; what is no UTF-8 is no text
		if len(s) > longest || !utf8.ValidString(s) {
			return
		}
		r := openFastest(t)
		first := canonical(t, r, s)
		if again := canonical(t, r, s); again != first {
			t.Errorf("read twice:\n%s\n%s", first, again)
		}
	})
}
