package wording

import (
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestADocumentIsCalledByWhatIsKnownOfIt(t *testing.T) {
	for _, c := range []struct{ title, input, want string }{
		{"A\n title", "a.txt", "A title"},
		{"", "a.txt", "a.txt"},
		{" ", "-", "id"},
		{"", "", "id"},
	} {
		r := &record.Record{Document: record.Document{ID: "id", Title: c.title}}
		r.Meta.Input = c.input
		if got := Heading(r); got != c.want {
			t.Errorf("title %q, input %q: heading %q, want %q",
				c.title, c.input, got, c.want)
		}
	}
}

func TestSourceSaysAnInputOnce(t *testing.T) {
	r := sample.Saying("One.")
	r.Document.URL, r.Meta.Input = "https://a.example", "https://a.example"
	r.Document.Publisher, r.Document.Published = "The\tPaper", "2024-03-01"
	if got, want := strings.Join(Source(r), "|"), "The Paper|2024-03-01"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
	r.Meta.Input = "saved.html"
	if got, want := strings.Join(Source(r), "|"), "The Paper|2024-03-01|saved.html"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
}

func TestOnlyWebAddressesAreLinked(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/b": "https://a.example/b",
		"http://a.example":    "http://a.example",
		"javascript:alert(1)": "", "file:///etc/passwd": "", "https://a> <b>": "", "": "",
	} {
		if got := Link(url); got != want {
			t.Errorf("Link(%q) = %q, want %q", url, got, want)
		}
	}
}

func TestSpeakerIsShownWithTheNameItsWordsLack(t *testing.T) {
	id := "e1"
	who := map[string]string{"e1": "Ann Lee"}
	for want, arg := range map[string]*record.Arg{
		"(no speaker)":     nil,
		"(unnamed)":        {},
		"Ann Lee":          {Entity: &id},
		"she (Ann Lee)":    {Entity: &id, Exact: "she"},
		"minister Ann Lee": {Entity: &id, Exact: "minister Ann Lee"},
		"two officials":    {Exact: "two officials"},
	} {
		if got := Who(arg, who); got != want {
			t.Errorf("Who = %q, want %q", got, want)
		}
	}
}
