package webpage

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile pages ask a parser for too much time, memory or stack. Each is made
// at a size of n bytes or a little more.
var hostile = []struct {
	name string
	page func(n int) string
}{
	{"nested div", repeat("<div>", "word ", "")},
	{"nested div, text in each", repeat("<div>word ", "", "")},
	{"nested blockquote", repeat("<blockquote>", "word", "")},
	{"div in order", repeat("<div></div>", "", "")},
	{"paragraphs", repeat("<p>A word. ", "", "")},
	{"unclosed b", repeat("<b>", "word", "")},
	{"unclosed b in p", repeat("<p><b>word", "", "")},
	{"unclosed fonts", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n/2; i++ {
			fmt.Fprintf(&b, "<font size=%d>", i)
		}
		return b.String() + strings.Repeat("<p>word", n/14)
	}},
	{"fonts in p", func(n int) string {
		var b strings.Builder
		for i := range 400 {
			fmt.Fprintf(&b, "<font size=%d>", i)
		}
		return "<p>" + b.String() + strings.Repeat("<p>word", n/7)
	}},
	{"misnested a and div", repeat("<a><div>word", "", "")},
	{"misnested b and i", repeat("<b><p><i></b>word", "", "")},
	{"stray end tags", repeat("a</b>", "", "")},
	{"tables in tables", repeat("<table><tr><td>word", "", "")},
	{"text in table", repeat("a<tr>", "<table>", "")},
	{"attributes", func(n int) string {
		var b strings.Builder
		b.WriteString("<p ")
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "a%d=b ", i)
		}
		return b.String() + ">word"
	}},
	{"class names", func(n int) string { return "<p class='" + strings.Repeat("aB-c ", n/5) + "'>word" }},
	{"entities", repeat("&amp;&#x41;&notit;", "<p>", "")},
	{"comments", repeat("<!-- a -->", "", "word")},
	{"open comment", func(n int) string { return "<p>word<!--" + strings.Repeat("-", n) }},
	{"angle brackets", repeat("<", "", "word")},
	{"one line", func(n int) string { return "<p>" + strings.Repeat("word ", n/5) }},
	{"one word", func(n int) string { return "<p>" + strings.Repeat("x", n) }},
	{"line breaks", repeat("<br>", "", "word")},
	{"links", repeat("<a href=x>word</a> ", "<p>", "")},
	{"script", repeat("var a=b<c;", "<script>", "")},
	{"minified script as a page", repeat("for(a=0;a<b;a++){c='<div>'+a}", "", "")},
	{"JSON-LD of brackets", func(n int) string {
		return `<script type="application/ld+json">` + strings.Repeat("[", n) + "</script><p>word"
	}},
	{"select", repeat("<select><option>word", "", "")},
	{"template", repeat("<template>word", "", "")},
	{"lists", repeat("<ul><li>word", "", "")},
	{"svg", repeat("<svg><a>word", "", "")},
	{"frames", repeat("<frameset>word", "", "")},
	{"forms", repeat("<form>word", "", "")},
	{"headings", repeat("<h1>word</h2>", "", "")},
	{"many authors", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "<meta name=author content=J%d>", i)
		}
		return b.String() + "<p>word"
	}},
	{"many dates", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "<meta name=date content=%d>", i)
		}
		return b.String() + "<p>word"
	}},
	{"a long title over many blocks", func(n int) string {
		return "<meta property='og:title' content='" + strings.Repeat("word ", n/10) + "'>" +
			strings.Repeat("<p>A word. ", n/22)
	}},
	{"a long headline in JSON-LD", func(n int) string {
		return `<script type="application/ld+json">{"@type":"Article","headline":"` +
			strings.Repeat("word ", n/10) + `"}</script>` + strings.Repeat("<p>A word. ", n/22)
	}},
	{"a long tag of the title", func(n int) string {
		return "<title>" + strings.Repeat("word ", n/10) + "</title>" + strings.Repeat("<h2>A word.</h2>", n/32)
	}},
}

func repeat(unit, before, after string) func(int) string {
	return func(n int) string { return before + strings.Repeat(unit, n/len(unit)) + after }
}

// TestP2ReadingTakesLinearTime doubles each hostile page. The processor's time
// is measured, and measured again where the ratio of the two looks wrong: other
// work on the machine can make a time longer, never shorter.
func TestP2ReadingTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("measuring times takes several seconds")
	}
	const size, tries = 1 << 16, 8
	for _, h := range hostile {
		once, twice := spent(h.page(size)), spent(h.page(2*size))
		for range tries {
			if linear(once, twice) {
				break
			}
			once = min(once, spent(h.page(size)))
			twice = min(twice, spent(h.page(2*size)))
		}
		if !linear(once, twice) {
			t.Errorf("%s: twice the size took %v after %v, want linear time", h.name, twice, once)
		}
	}
}

// linear reports whether a page of twice the size took about twice the time, or
// so little that the ratio says nothing.
func linear(once, twice time.Duration) bool {
	return twice < time.Second || float64(twice) < 3.5*float64(once)
}

// spent is the processor time that reading src takes.
func spent(src string) time.Duration {
	start := processorTime()
	Read(src, nil)
	return processorTime() - start
}

func TestP3TextOfDeepPagesIsRecovered(t *testing.T) {
	sentence := "The two ministers met on Wednesday and said that they would meet again. "
	for name, src := range map[string]string{
		"20,000 nested tags":   strings.Repeat("<div>", 20_000) + sentence,
		"10^5 blockquotes":     strings.Repeat("<blockquote>", 100_000) + sentence,
		"10^6 div":             strings.Repeat("<div></div>", 1_000_000) + sentence,
		"text among deep tags": strings.Repeat("<p>"+sentence+"<div>", 20_000),
	} {
		src = "<html lang=en><head><title>Talks</title></head><body>" + src + "<script>var x;</script>"
		page := Read(src, nil)
		if got, want := strings.Count(page.Text, "ministers"), strings.Count(src, "ministers"); got != want {
			t.Errorf("%s: %d of %d sentences were recovered", name, got, want)
		}
		if len(page.Warnings) == 0 || page.Title != "Talks" || strings.Contains(page.Text, "var x") {
			t.Errorf("%s: title %q, warnings %q; want Talks, a warning, no script", name, page.Title, page.Warnings)
		}
	}
}

func TestP3AScriptServedAsAPageIsNoArticle(t *testing.T) {
	page := Read("<script>"+strings.Repeat("a=b<c;", 1000)+"</script>", nil)
	if page.Text != "" {
		t.Errorf("text %.80q, want none", page.Text)
	}
}
