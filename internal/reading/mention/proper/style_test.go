package proper

import "testing"

func TestATitleWithItsRealmIsAName(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"met the Prince of [Wales].", "Prince of Wales"},
		{"met the [Prince of Wales].", "Prince of Wales"},
		{"John Moe, 2nd Earl of [Clare], left.", "2nd Earl of Clare"},
		{"himself \"Emperor of these [United States]\"", "Emperor of these United States"},
		{"the Duke of the [Isles]", "Duke of the Isles"},
		{"the Archbishop of [Lund] Ann Moe", ""},
		{"the President of the [United States]", ""},
		{"a prince of [Wales]", ""},
		{"[Wales] said so.", ""},
	} {
		doc, s := place(t, c.marked)
		whole, ok := Styled(doc, s)
		if got := doc.At(whole); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q, %t, want %q", c.marked, got, ok, c.want)
		}
	}
}

func TestTheRealmOfAStyleIsTold(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Prince of Wales", "Wales"},
		{"Emperor of these United States", "United States"},
		{"Bank of England", ""},
		{"Wales", ""},
	} {
		if got, ok := Realm(c.name); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
