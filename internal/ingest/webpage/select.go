package webpage

import (
	"errors"
	"fmt"
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxLinked is the largest share of a paragraph that links may cover; above
// it the block is a list of links.
const maxLinked = 0.5

// article picks the blocks of the page's article, in order. The tree is the
// pruned page. The error says why readability could not be asked; the blocks
// then are those of the element that holds most of the prose.
func article(doc *html.Node, page *url.URL, title string) ([]*block, error) {
	all := blocks(doc)
	prose := weigh(doc, all)
	kept, err := readable(doc, page, all)
	picked := complete(doc, all, kept)
	body := namedBody(doc, prose)
	if body == nil {
		body = prose.heaviest(doc, partShare)
	}
	if proseOf(picked) < prose[body]/2 {
		picked = blocks(body)
	}
	return filter(picked, title), err
}

// bodies are the names that publishers give to the element around the text of
// an article.
var bodies = nameRows(`
article+body=articleBody article+content=article-content article+text=article__text
post+body=post-body+entry-content post+content=post_content
entry+content=entry-content story+body=StoryBody story+content=story-content
story+text=storytext+story-text body+copy=body-copy`)

// namedBody is the element named as the article's text that holds the most
// prose, the outermost of equals.
func namedBody(doc *html.Node, prose weights) *html.Node {
	var best *html.Node
	for n := range elements(doc) {
		if prose[n] > prose[best] && namesBody(n) {
			best = n
		}
	}
	return best
}

func namesBody(n *html.Node) bool {
	return n.DataAtom == atom.Article || names(bodies, attr(n, "class")) ||
		names(bodies, attr(n, "id")) || names(bodies, attr(n, "itemprop"))
}

// maxDepthCost bounds the bytes of text times the depth they stand at:
// readability reads the text of an element once for each element around it.
// The dearest of 57 saved news pages costs 297,735.
const maxDepthCost = 256 << 20

var errTooDeep = errors.New("too much text nested too deeply to weigh its parts")

// readable asks readability for the texts of the blocks it takes for the
// article. The tree is copied first. A panic of the library is an error here.
func readable(doc *html.Node, page *url.URL, all []*block) (kept map[string]bool, err error) {
	if depthCost(all) > maxDepthCost {
		return nil, errTooDeep
	}
	defer func() {
		if r := recover(); r != nil {
			kept, err = nil, fmt.Errorf("readability: %v", r)
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseDocument(doc, page)
	if err != nil || found.Node == nil {
		return nil, err
	}
	kept = make(map[string]bool)
	for _, b := range blocks(found.Node) {
		kept[b.text] = true
	}
	return kept, nil
}

func depthCost(all []*block) int {
	cost := 0
	for _, b := range all {
		for n := b.owner; n != nil; n = n.Parent {
			cost += len(b.text)
		}
	}
	return cost
}

// partShare is the share of the prose that the part of the page around the
// article must hold.
const partShare = 0.8

// complete returns the kept blocks and those that readability lost between
// them: prose, items and, to the end, quotations in the same part of the page.
func complete(doc *html.Node, all []*block, kept map[string]bool) []*block {
	var chosen []*block
	for _, b := range all {
		if kept[b.text] {
			chosen = append(chosen, b)
		}
	}
	part := inside(weigh(doc, chosen).heaviest(doc, partShare))
	first, last := -1, -1
	for i, b := range all {
		if !kept[b.text] || !b.prose || !part[b.owner] {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	quoting := quoters(doc)
	var picked []*block
	for i, b := range all {
		lost := first >= 0 && i > first && (i < last || quotes(b.owner, quoting)) &&
			part[b.owner] && b.linked() < maxLinked
		if kept[b.text] || lost {
			picked = append(picked, b)
		}
	}
	return picked
}

// quotes tells whether n stands in a quotation.
func quotes(n *html.Node, quoting map[*html.Node]bool) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Blockquote {
			return true
		}
		if quoting[n] {
			return false // around one, not in it
		}
	}
	return false
}

// inside is the set of root and the elements under it.
func inside(root *html.Node) map[*html.Node]bool {
	set := map[*html.Node]bool{root: true}
	for n := range elements(root) {
		set[n] = true
	}
	return set
}

// proseOf counts the words of the prose among the blocks.
func proseOf(blocks []*block) int {
	sum := 0
	for _, b := range blocks {
		if b.prose && b.linked() < maxLinked {
			sum += b.words
		}
	}
	return sum
}
