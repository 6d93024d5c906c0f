package phrase

import "testing"

func TestADocumentIsNamedByWhoWroteIt(t *testing.T) {
	tests := []struct {
		in, head string
		ok       bool
	}{
		{"a poll by Le Monde", "poll", true},
		{"a World Bank report", "report", true},
		{"the results of the Weston studies", "results", true},
		{"a poll of Weston voters", "", false},
		{"the report", "", false},
		{"a letter by the Weston Bank", "", false},
		{"the house of Weston", "", false},
	}
	for _, tt := range tests {
		r := read(t, tt.in, Input{})
		head, ok := r.Document(0, len(r.Tokens))
		if ok != tt.ok || ok && r.At(head) != tt.head {
			t.Errorf("%q: %q %v, want %q %v", tt.in, r.At(head), ok, tt.head, tt.ok)
		}
	}
}
