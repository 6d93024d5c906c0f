package proper

import "testing"

func TestAStateHasTheStopOfItsShortForm(t *testing.T) {
	for _, c := range []struct {
		marked string
		kind   Kind
		want   string
	}{
		{"in Tampa, [Fla]., on Monday", Place, "place Fla."},
		{"in Tampa, [Fla]. He left.", Other, "place Fla."},
		{"Sen. Jon Dahl, R-[Md]., spoke", Organization, "place Md."},
		{"Sen. Jon Dahl, R-[Miss]., spoke", Person, "place Miss."},
		{"in Boston, [Mass]. He left.", Place, "place Mass."},
		{"He heard the [Mass]. She left.", Work, "work Mass"},
		{"He married Ann, [Miss]. She left.", Person, "person Miss"},
		{"He met [Va]. She left.", Person, "person Va"},
		{"in [Ohio]. He left.", Place, "place Ohio"},
	} {
		doc, s := place(t, c.marked)
		n := WithState(doc, Name{Span: s, Kind: c.kind})
		if got := string(n.Kind) + " " + doc.At(n.Span); got != c.want {
			t.Errorf("%s: %q, want %q", c.marked, got, c.want)
		}
	}
}
