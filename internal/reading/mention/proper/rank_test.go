package proper

import "testing"

func TestAPersonHasNoRanksInFront(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"said [Brig Gen Al Coe] then", "Al Coe"},
		{"said [Col. Ann Moe] then", "Ann Moe"},
		{"[Lt. Col. Ann Moe]", "Ann Moe"},
		{"[Maj]. Gen. Ann Moe left.", ""},
		{"[Maj Moe] left.", "Maj Moe"},
		{"[Maj] left.", "Maj"},
		{"[Ann Moe] left.", "Ann Moe"},
	} {
		doc, s := place(t, c.marked)
		if got := doc.At(WithoutRanks(doc, s)); got != c.want {
			t.Errorf("%s: %q, want %q", c.marked, got, c.want)
		}
	}
}
