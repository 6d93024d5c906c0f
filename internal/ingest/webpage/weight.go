package webpage

import "golang.org/x/net/html"

// A weights says how many words of prose stand under each element.
type weights map[*html.Node]int

// weigh adds up the blocks' words over the tree, each element once.
func weigh(root *html.Node, blocks []*block) weights {
	w := make(weights)
	for _, b := range blocks {
		if b.prose && b.linked() < maxLinked {
			w[b.owner] += b.words
		}
	}
	w.gather(root)
	return w
}

func (w weights) gather(n *html.Node) int {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			w[n] += w.gather(c)
		}
	}
	return w[n]
}

// heaviest descends from root to the smallest element that holds at least
// share of all prose.
func (w weights) heaviest(root *html.Node, share float64) *html.Node {
	least := share * float64(w[root])
	for n := root; ; {
		next := (*html.Node)(nil)
		for c := range n.ChildNodes() {
			if w[c] > 0 && float64(w[c]) >= least {
				next = c
				break
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
}
