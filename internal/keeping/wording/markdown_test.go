package wording

import "testing"

func TestTextCannotBecomeMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"<b>&amp;":        "&lt;b>&amp;amp;",
		"# not a heading": `\# not a heading`,
		"1. not a list":   `1\. not a list`,
		"*a* _b_ `c` [d]": "\\*a\\* \\_b\\_ \\`c\\` \\[d\\]",
		"- a - b":         `\- a - b`,
		"3.5 per cent":    `3\.5 per cent`,
	} {
		if got := Markdown(text); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", text, got, want)
		}
	}
}
