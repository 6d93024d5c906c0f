package proper

import "testing"

func TestATitleWithItsRealmIsAName(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"met the Prince of [Wales].", "Prince of Wales"},
		{"met the [Prince of Wales].", "Prince of Wales"},
		{"Then the Crown Prince of [Norway] left.", "Crown Prince of Norway"},
		{"John Moe, 2nd Earl of [Clare], left.", "2nd Earl of Clare"},
		{"himself \"Emperor of these [United States]\"", "Emperor of these United States"},
		{"himself “Emperor of [Oz]”", "Emperor of Oz"},
		{"the Duke of the [Isles]", "Duke of the Isles"},
		{"The Duke of [York] left.", "Duke of York"},
		{"Duke of [York]", "Duke of York"},
		{"the Archbishop of [Lund] Ann Moe", ""},
		{"the President of the [United States]", ""},
		{"the Presiding Bishop of [Lund]", ""},
		{"HMS Prince of [Wales] sank.", ""},
		{"Angus King of [Maine]", ""},
		{"a mall in King of [Prussia], Pennsylvania", ""},
		{"a prince of [Wales]", ""},
		{"the Earl  of [Clare]", ""},
		{"the Duke of York. The Duke  of [Lund]", ""},
		{"the Earl of all [Lund]", "Earl of all Lund"},
		{"the Earl of old [Lund]", ""},
		{"of [Wales]", ""},
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
		{"Tsar of all the Russias", "Russias"},
		{"Charles, Prince of Wales", ""},
		{"Peter King of New York", ""},
		{"King of Prussia", ""},
		{"Bank of England", ""},
		{"Wales", ""},
		{"", ""},
	} {
		if got, ok := Realm(c.name); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q, %t, want %q", c.name, got, ok, c.want)
		}
	}
}
