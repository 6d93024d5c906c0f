package brief_test

import (
	"flag"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/keeping/brief"
	"readout/internal/keeping/sample"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite testdata/want")

// markdown and page return the two formats.
func markdown(opts brief.Options) sample.Format {
	return func(w io.Writer) sample.Writer { return brief.NewMarkdown(w, opts) }
}

func page(opts brief.Options) sample.Format {
	return func(w io.Writer) sample.Writer { return brief.NewHTML(w, opts) }
}

func TestBriefsKeepTheirPromises(t *testing.T) {
	sample.Conforms(t, map[string]sample.Format{
		"md": markdown(brief.Options{}), "html": page(brief.Options{}),
		"events.md": markdown(brief.Options{Events: true}), "events.html": page(brief.Options{Events: true}),
	})
}

func TestBriefsAreAsAgreed(t *testing.T) {
	for name, open := range map[string]sample.Format{
		"treaty.md": markdown(brief.Options{Asked: "since:2024"}), "treaty-events.md": markdown(brief.Options{Events: true}),
		"treaty.html": page(brief.Options{}),
	} {
		sample.Agrees(t, name, *update, open, sample.Treaty(t))
	}
	sample.Agrees(t, "boats.md", *update, markdown(brief.Options{}), sample.Boats(t))
}

// saying returns a record of a named person's one statement.
func saying(id, name, words string) *record.Record {
	r := sample.Saying(words)
	entity := "e0"
	r.Document.ID, r.Document.Title = id, "Title of "+id
	r.Entities = []record.Entity{{ID: entity, Type: record.EntityPerson, Name: name}}
	r.Statements[0].Speaker = &record.Arg{Entity: &entity, Exact: name}
	return r
}

func TestOneNameIsOneHeadingAndASurnameIsOneInItsDocument(t *testing.T) {
	got := sample.Made(t, markdown(brief.Options{}),
		saying("d1", "Ann Lee", "one"), saying("d2", "Lee", "two"), saying("d3", "Ann Lee", "three"),
		saying("d4", "Lee", "four"), sample.Saying("five"), saying("d3", "Ann Lee", "six"))
	headings := regexp.MustCompile(`(?m)^## .*$`).FindAllString(got, -1)
	want := "## Ann Lee|## Lee|## Lee|## The authors themselves|## Sources"
	if strings.Join(headings, "|") != want {
		t.Errorf("headings %q, want %s", headings, want)
	}
	for _, part := range []string{
		"*in “Title of d2”*", "6 statements of 5 documents, undated.",
		"one \\[1\\]\n- **undated**: three \\[2\\]\n- **undated**: six \\[3\\]", "\n3. As 2. “six”",
	} {
		if !strings.Contains(got, part) {
			t.Errorf("no %q in\n%s", part, got)
		}
	}
}

func TestNobodyIsSaidToBeNobody(t *testing.T) {
	r := sample.Treaty(t)
	r.Statements[0].Speaker = nil
	r.Events[0].Actors = nil
	got := sample.Made(t, markdown(brief.Options{}), r) + sample.Made(t, markdown(brief.Options{Events: true}), r)
	for _, heading := range []string{"## No speaker named", "## Without a name", "## No actor named"} {
		if !strings.Contains(got, heading) {
			t.Errorf("no %s in\n%s", heading, got)
		}
	}
}

func TestWithoutItsTextAnItemHasNoQuotation(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Text, r.Offsets = nil, record.OffsetsByte
	got := sample.Made(t, markdown(brief.Options{}), r)
	if strings.Contains(got, "“Prime Minister") || !strings.Contains(got, "Bytes 60–143") {
		t.Errorf("brief\n%s", got)
	}
}

func TestNothingFoundIsSaid(t *testing.T) {
	for _, open := range []sample.Format{markdown(brief.Options{}), page(brief.Options{})} {
		if got := sample.Made(t, open); !strings.Contains(got, "Nothing was found.") || strings.Contains(got, "Sources") {
			t.Errorf("brief\n%s", got)
		}
	}
}

func TestMarkupOfATextIsNone(t *testing.T) {
	hostile := "<script>alert(1)</script> [a](javascript:b) **c** `d` \u202e <http://x.example> 1. e\n# f"
	r := saying("d1", hostile, hostile)
	r.Document.Title, r.Document.Publisher, r.Document.URL = hostile, hostile, "javascript:alert(1)"
	r.Entities[0].Roles = []record.Mark{{Exact: hostile}}
	if page := parsed(t, sample.Made(t, page(brief.Options{Asked: hostile}), r)); len(page["script"]) > 0 || page["a"]["href"] != 2 {
		t.Errorf("elements %v", page)
	}
	md := sample.Made(t, markdown(brief.Options{Asked: hostile}), r)
	out := sample.Python(t, rendered, []byte(md), "markdown_it")
	if elements := parsed(t, out); len(elements["script"])+len(elements["a"]) > 0 || strings.Contains(out, "<strong>c") {
		t.Errorf("Markdown is rendered as\n%s", out)
	}
}

// rendered renders Markdown by a library that keeps to CommonMark.
const rendered = `
import sys
from markdown_it import MarkdownIt
sys.stdout.write(MarkdownIt("commonmark").render(sys.stdin.read()))
`

// parsed returns the elements of a page, with how often each has which attribute.
func parsed(t *testing.T, page string) map[string]map[string]int {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	elements := map[string]map[string]int{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if elements[n.Data] == nil {
			elements[n.Data] = map[string]int{}
		}
		for _, a := range n.Attr {
			elements[n.Data][a.Key]++
		}
		elements[n.Data][""]++
	}
	return elements
}

func TestARendererOfMarkdownFindsEntriesAndNotes(t *testing.T) {
	r, boats := sample.Treaty(t), sample.Boats(t)
	md := sample.Made(t, markdown(brief.Options{}), r, boats)
	out := sample.Python(t, rendered, []byte(md), "markdown_it")
	elements := parsed(t, out)
	n := len(r.Statements) + len(boats.Statements)
	if got := elements["li"][""]; got != 2*n || elements["ol"][""] != 1 || elements["ol"]["start"] != 0 {
		t.Errorf("%d items, want %d of entries and notes; %v", got, 2*n, elements)
	}
	for i := 1; i <= n; i++ {
		if strings.Count(out, "["+strconv.Itoa(i)+"]") != 1 {
			t.Errorf("note %d is not pointed at once", i)
		}
	}
	if want := `<a href="` + r.Document.URL + `">`; strings.Count(out, want) != 1 {
		t.Errorf("no %s in\n%s", want, out)
	}
}

func TestNumbersOfThePageLeadToTheirNotesAndBack(t *testing.T) {
	root, err := html.Parse(strings.NewReader(sample.Made(t, page(brief.Options{}), sample.Treaty(t), sample.Boats(t))))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]bool{}, []string{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if ids[a.Val] {
					t.Errorf("%s twice", a.Val)
				}
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links = append(links, a.Val[1:])
			case a.Key == "src" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("the page loads or runs %s", a.Val)
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("#%s leads nowhere", l)
		}
	}
	if len(links) == 0 {
		t.Error("no links")
	}
}
