package unit

import (
	"slices"
	"strings"
	"testing"
)

func TestCurrenciesHaveCodesOfThreeCapitals(t *testing.T) {
	codes := map[string]string{}
	for _, r := range Coins.Rows {
		codes[r.Words] = r.Value.Code
	}
	for _, r := range National.Rows {
		codes[r.Words] = r.Value
	}
	for words, code := range codes {
		if len(code) != 3 || strings.ToUpper(code) != code {
			t.Errorf("%q has the code %q", words, code)
		}
	}
}

func TestEachRowShowsItsWords(t *testing.T) {
	shows(t, Coins.Rows)
	shows(t, National.Rows)
	shows(t, Measures.Rows)
}

// shows checks that the example of a row holds the first of its words.
func shows[T any](t *testing.T, rows []Row[T]) {
	t.Helper()
	for _, r := range rows {
		in, _, ok := strings.Cut(strings.ToLower(r.Example), " => ")
		first := strings.TrimSuffix(strings.Fields(r.Words)[0], "(s)")
		if !ok || !strings.Contains(in, first) {
			t.Errorf("row %q: the example is %q", r.Words, r.Example)
		}
	}
}

func TestEachSignBeforeANumberOpensAnAmount(t *testing.T) {
	for _, letters := range []map[string]string{DollarLetters, Words} {
		for w := range letters {
			if !Opens[w] {
				t.Errorf("%q does not open an amount", w)
			}
		}
	}
	if slices.Contains([]bool{Opens["usd"], Opens["eur"]}, false) {
		t.Error("a code does not open an amount")
	}
}
