package page

import (
	"strings"
	"testing"

	"readout/internal/keeping/layout"
	"readout/internal/keeping/sample"
	"readout/record"
)

func TestATitleThatTheTextBeginsWithStandsOnce(t *testing.T) {
	for text, lifted := range map[string]bool{
		"Treaty by March\n\nIt was signed.":       true,
		"Treaty  by\nMarch\n\nIt was signed.":     true, // white space aside
		"Treaty by March, they say.\n\nIt was.":   false,
		"It was signed.\n\nTreaty by March":       false,
		"TREATY BY MARCH\n\nIt was signed.":       false,
		"Treaty by March is what they\n\nsigned.": false,
	} {
		r := sample.Saying(text)
		r.Statements, r.Document.Title = nil, "Treaty by March"
		root := parsed(t, page(t, r))
		said := 0
		for _, n := range all(root, "p.text") {
			said += strings.Count(strings.Join(strings.Fields(words(n)), " "), "Treaty by March")
		}
		heading := words(all(root, "h1")[0])
		want := strings.Count(strings.Join(strings.Fields(text), " "), "Treaty by March")
		if lifted {
			want--
		}
		if heading != "Treaty by March" || said != want {
			t.Errorf("%q: heading %q, and %d times in the text, want %d",
				text, heading, said, want)
		}
	}
}

func TestATitleWithACardStaysInTheText(t *testing.T) {
	r := sample.Saying("We sign")
	r.Document.Title = "We sign"
	root := parsed(t, page(t, r))
	if n := len(all(root, "p.text")); n != 1 || len(all(root, "li.card")) != 1 {
		t.Errorf("%d paragraphs and %d cards, want one of each",
			n, len(all(root, "li.card")))
	}
}

func TestATextOfNothingIsStillAPage(t *testing.T) {
	for _, text := range []string{"", "\n", " \n\n\t\n"} {
		r := sample.Saying(text)
		r.Statements = nil
		got := page(t, r)
		if !strings.Contains(got, "0 statements") ||
			!strings.Contains(got, "</html>") {
			t.Errorf("%q: page\n%s", text, got)
		}
		if n := len(all(parsed(t, got), "p.text")); n != 0 {
			t.Errorf("%q: %d paragraphs", text, n)
		}
	}
}

func TestCardsTellApartTheirWordsAndFacts(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t)))
	for selector, want := range map[string]int{
		"li.card": 9, "li.card.event": 3, "b.stand": 8, // in the cards and in the notes
		"ol.notes": 1, "ul.notes.events": 1, "div.due": 3, "span.none": 2,
	} {
		if got := len(all(root, selector)); got != want {
			t.Errorf("%d of %s, want %d", got, selector, want)
		}
	}
	for _, n := range all(root, "li.card") {
		if text := words(n); strings.Contains(text, "· ·") ||
			strings.HasSuffix(text, "·") {
			t.Errorf("a card with a hole: %s", text)
		}
	}
}

func TestAnchorsAreOfOneDocumentEach(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t), sample.Treaty(t), sample.Saying("One.")))
	seen := map[string]bool{}
	for n := range root.Descendants() {
		id := attr(n, "id")
		if id != "" && seen[id] {
			t.Errorf("two elements are called %s", id)
		}
		seen[id] = true
	}
	for _, n := range all(root, "a") {
		if to, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && !seen[to] {
			t.Errorf("a link leads to %s, which is not there", to)
		}
	}
}

func TestTiesRepeatAndNeverMeetThoseOfEvents(t *testing.T) {
	if layout.Tie(1) == layout.Tie(2) || layout.Tie(1) != layout.Tie(1+layout.Ties) || layout.Tie(1) == layout.TieEvent(1) {
		t.Errorf("ties %s, %s, %s, %s", layout.Tie(1), layout.Tie(2), layout.Tie(1+layout.Ties), layout.TieEvent(1))
	}
	style := tieStyle()
	for n := 1; n <= layout.Ties; n++ {
		for _, class := range []string{layout.Tie(n), layout.TieEvent(n)} {
			if strings.Count(style, "."+class+":") != 2 {
				t.Errorf("%s has %d rules, want two",
					class, strings.Count(style, "."+class+":"))
			}
		}
	}
}

func TestAStatementOfNoWordsHasItsCard(t *testing.T) {
	r := sample.Saying("One. Two.")
	r.Statements[0].Content = record.Content{}
	root := parsed(t, page(t, r))
	if cards := all(root, "li.card"); len(cards) != 1 ||
		len(all(root, "p.text")) != 1 {
		t.Errorf("%d cards", len(cards))
	}
}
