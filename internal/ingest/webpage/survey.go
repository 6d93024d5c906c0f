package webpage

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// Limits on the tree of a page. The tree is only built when a survey of the
// tags says that it will stay within them: the rules of HTML copy open
// formatting elements into each new paragraph, so that a small hostile page
// could ask for gigabytes. The largest of 57 saved news pages has 1,637
// elements; 60,000 paragraphs take 3.7 s.
const (
	maxElements = 100_000
	maxCopies   = 1_000_000
)

// formatting are the elements that HTML opens again in the next block when a
// page forgot to close them.
var formatting = tagSet("a b big code em font i nobr s small strike strong tt u")

// survey reads the tags of src once and says why no tree may be built from
// them, or nil.
func survey(src string) error {
	var elements, copies, open int
	counts := make(map[string]int)
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			elements++
			copies += open
			if formatting[string(name)] {
				counts[string(name)]++
				open++
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			elements++
			if counts[string(name)] > 0 {
				counts[string(name)]--
				open--
			}
		case html.TextToken, html.CommentToken, html.DoctypeToken:
		}
		if elements > 2*maxElements {
			return fmt.Errorf("more than %d elements", maxElements)
		}
		if copies > maxCopies {
			return fmt.Errorf("more than %d formatting elements left open", maxCopies)
		}
	}
}

// tokenText is the text of src without the help of a tree: tags of blocks
// separate lines, everything else is kept in order. It takes linear time on
// any input. Links are lost.
func tokenText(src string) string {
	w := &blockWriter{}
	silent := ""
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.flush()
			return plain(w.done)
		case html.TextToken:
			if silent == "" {
				w.write(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if silent == "" && hidesText[string(name)] {
				silent = string(name)
			}
			w.tag(string(name))
		case html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if string(name) == silent {
				silent = ""
			}
			w.tag(string(name))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// plain is the text of blocks whose links nobody follows.
func plain(blocks []*block) string {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = b.text
	}
	return strings.Join(lines, "\n\n")
}

// hidesText are the elements whose content the tokenizer hands out as text
// although it is none. All of them end at their own end tag.
var hidesText = tagSet("script style noscript iframe noembed noframes title textarea xmp template")

func (w *blockWriter) tag(name string) {
	switch {
	case name == "br":
		w.lineBreak()
	case !inlineTags[name]:
		w.flush()
	}
}
