package found

import (
	"cmp"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// Citation names a document as a note would.
func Citation(r *record.Record) string {
	d := &r.Document
	return cited(strings.Join(d.Authors, ", "), wording.Heading(r), store.Document{
		Publisher: d.Publisher, Published: store.When{Text: d.Published}, URL: d.URL,
	})
}

func cited(authors, title string, d store.Document) string {
	day := undated
	if d.Published.Text != "" {
		day = resolve.PlainDate(d.Published.Text)
	}
	return strings.Join(Given(authors, "“"+title+"”", d.Publisher, day, d.URL), ", ") + "."
}

// Quotation says for a note who said what, by which words, and where it stands.
// Who is meant by a pronoun stands behind it in brackets.
func Quotation(who, name, cue, words, source string) string {
	if name != "" {
		name = "[" + name + "]"
	}
	head := strings.Join(Given(who, name, strings.Trim(cue, ": ")), " ")
	return cmp.Or(head, "No speaker") + ": " + strings.Join(strings.Fields(words), " ") + " – " + source
}
