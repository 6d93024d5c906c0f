package page

import (
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/internal/keeping/sample"
	"readout/record"
)

// parsed returns the document of a page.
func parsed(t *testing.T, page string) *xhtml.Node {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all returns the elements with all of the classes, in the order of the page.
// "li.card.event" has an element too.
func all(root *xhtml.Node, selector string) []*xhtml.Node {
	parts := strings.Split(selector, ".")
	var out []*xhtml.Node
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode || parts[0] != "" && n.Data != parts[0] {
			continue
		}
		classes := strings.Fields(attr(n, "class"))
		if !slices.ContainsFunc(parts[1:], func(c string) bool { return !slices.Contains(classes, c) }) {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words returns the text of an element, white space as one blank.
func words(n *xhtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == xhtml.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestCardsSayWhatKindOfStatementItIs(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t)))
	cards := all(root, "li.card.k1")
	if len(cards) != 1 {
		t.Fatalf("%d cards of the first statement", len(cards))
	}
	want := "1Prime Minister Ann Lee promised to farmers" +
		"her government would probably sign the treaty by 31 March if parliament agrees" +
		"due by 31 March 2024 (by 31 March), if parliament agrees" +
		"commit, probable (55–80 %) · indirect · line 1 · said 26 February 2024 (text) · in Žilina"
	if got := words(cards[0]); got != want {
		t.Errorf("card\n%s\nwant\n%s", got, want)
	}
}

func TestAPolarityHasASignAndAWord(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t)))
	var stands []string
	for _, n := range all(root, "b.stand") {
		stands = append(stands, words(n))
	}
	want := "✗ denied|∅ omitted|– declined|✗ negated"
	if got := strings.Join(stands, "|"); got != want+"|"+want { // cards, and notes for print
		t.Errorf("stands %s, want %s twice", got, want)
	}
	var refs []string
	for _, n := range all(root, "a.ref") {
		refs = append(refs, words(n))
	}
	if got, want := strings.Join(refs, "|"), "E1|1|2 ✗|E2|3 ∅|4 –|5|6|E3"; got != want {
		t.Errorf("numbers in the text %s, want %s", got, want)
	}
}

func TestEventsHaveMarksAndCardsOfTheirOwn(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t)))
	var cards []string
	for _, n := range all(root, "li.card.event") {
		cards = append(cards, words(n))
	}
	want := []string{
		"E1AGREE Prime Minister Ann Lee → farmers“promised” · occurred · 26 February 2024 (Monday) · in Žilina · performed in 1",
		"E2CONSULT (no actor) → Norway“talks” · occurred, probable · described in 2 · score 0.4",
		"E3COERCE Police → the protesters“did not arrest” · ✗ negated",
	}
	if got := strings.Join(cards, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("cards\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	marks := all(root, "span.m.trigger")
	if len(marks) != 4 || words(marks[1]) != "promised" { // the first is in the key
		t.Errorf("%d triggers are marked, want one in the key and three", len(marks))
	}
	notes := all(root, "ul.notes.events")
	if len(notes) != 1 ||
		!strings.HasPrefix(words(notes[0]), "E1 AGREE Prime Minister Ann Lee → farmers") {
		t.Errorf("no notes of events to print")
	}
}

func TestWordsOfAllRolesLightWithTheirCard(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t)))
	for class, want := range map[string]string{
		".m.k1": "Prime Minister Ann Lee|promised|farmers|Žilina|Monday|" +
			"that her government would probably sign the treaty|by 31 March|if parliament agrees",
		".m.v1": "Prime Minister Ann Lee|promised|farmers|Žilina|Monday",
		".m.v3": "Police|did not arrest|the protesters",
	} {
		var got []string
		for _, n := range all(root, class) {
			if w := words(n); w != "" {
				got = append(got, w)
			}
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%s is on %s, want %s", class, got, want)
		}
	}
}

func TestEveryNumberLeadsToItsCardAndBack(t *testing.T) {
	root := parsed(t, page(t, sample.Treaty(t), sample.Boats(t)))
	ids := map[string]int{}
	for n := range root.Descendants() {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("%d elements have the id %s", n, id)
		}
	}
	for _, n := range all(root, "a") {
		if to, here := strings.CutPrefix(attr(n, "href"), "#"); here &&
			ids[to] == 0 {
			t.Errorf("a link leads to #%s, which is nowhere", to)
		}
	}
}

func TestEventsCanBeHiddenWithoutAScript(t *testing.T) {
	got := page(t, sample.Treaty(t))
	for _, want := range []string{`<input type="checkbox" id="events" checked>`, "body:has(#events:not(:checked))"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// FuzzPage writes hostile words in each place that holds some: the page must
// stay one article, without elements or attributes that the words brought in.
func FuzzPage(f *testing.F) {
	for _, seed := range []string{
		"", "plain", `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "</article>", "\u202eabc",
		"<!--", "]]>", "\x00", "javascript:alert(1)", "\n\n\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, hostile string) {
		hostile = strings.ToValidUTF8(hostile, "\uFFFD")
		r := sample.Treaty(t)
		s, e := &r.Statements[0], &r.Events[0]
		r.Document.Title, r.Document.Publisher, r.Document.Language = hostile, hostile, hostile
		r.Document.URL, r.Meta.Input = hostile, hostile
		s.Speaker.Exact, s.Cue.Exact, s.Content.Text = hostile, hostile, hostile
		s.Addressees[0].Exact, s.Place.Exact, s.Due.Condition.Exact = hostile, hostile, hostile
		e.Trigger.Exact, e.Actors[0].Exact, e.Recipients[0].Exact, e.Place.Exact = hostile, hostile, hostile, hostile
		for i := range r.Times {
			r.Times[i].Exact = hostile
		}
		for i := range r.Entities {
			r.Entities[i].Name = hostile
		}
		root := parsed(t, page(t, r))
		articles := 0
		for n := range root.Descendants() {
			if n.Type != xhtml.ElementNode {
				continue
			}
			if n.Data == "article" {
				articles++
			}
			if slices.Contains([]string{"script", "img", "iframe", "link"}, n.Data) {
				t.Errorf("the page has the element %s", n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" &&
					strings.HasPrefix(a.Val, "javascript") {
					t.Errorf("the page has the attribute %s=%q", a.Key, a.Val)
				}
			}
		}
		if articles != 1 {
			t.Errorf("%d articles for one record", articles)
		}
	})
}

func TestAnEventOutsideTheTextIsStillShown(t *testing.T) {
	r := sample.Saying("One.\n\n\n")
	r.Events = []record.Event{{ID: "v6", Type: record.EventAid, Trigger: record.Mark{Span: record.Span{Start: 6, End: 7}}}}
	if got := len(all(parsed(t, page(t, r)), "li.card.event")); got != 1 {
		t.Errorf("%d cards, want 1", got)
	}
}
