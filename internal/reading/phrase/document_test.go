package phrase

import (
	"testing"

	"readout/internal/reading/mention/proper"
)

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

func TestTheHostOfAProgrammeIsKnownByHisLastName(t *testing.T) {
	tests := []struct {
		in   string
		want bool
	}{
		{"He saw CNN's Ann Example. Example left.", true},
		{"He saw radio host Ann Example. Example left.", true},
		{"He saw Ann Example of NPR. Example left.", true},
		{"He saw Ann Example, a columnist. Example left.", true},
		{"He saw Ann Example's radio show. Example left.", true},
		{"He saw The Ann Example Show. Example left.", true},
		{"He saw senator Ann Example. Example left.", false},
	}
	for _, tt := range tests {
		in := Input{Names: []proper.Name{
			{Span: span(t, tt.in, "Ann Example"), Kind: proper.Person},
			{Span: span(t, tt.in, "Example left"), Kind: proper.Person},
		}}
		in.Names[1].End = in.Names[1].Start + len("Example")
		r := read(t, tt.in, in)
		if got := r.Host(tokenAt(t, r, "left") - 1); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.in, got, tt.want)
		}
	}
}
