package text

import (
	"sort"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clusters lists the characters of a text, as a reader sees them, that are
// more than one code point: a letter with its accent, a flag, a family.
type clusters []cluster

// A cluster is a span in 32 bits an end: there may be millions in a hostile
// text, and no text is larger than that.
type cluster struct{ start, end uint32 }

func clustersOf(s string) clusters {
	var found clusters
	at := 0
	for it := graphemes.FromString(s); it.Next(); {
		c := it.Value()
		if len(c) > 1 && len(c) > firstRune(c) {
			found = append(found, cluster{uint32(at), uint32(at + len(c))})
		}
		at += len(c)
	}
	return found
}

// firstRune returns the length of the first code point.
func firstRune(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// Whole widens a span so that it cuts no character as a reader sees it (a
// grapheme cluster of UAX 29). Most spans come back as they are.
func (t *Text) Whole(s Span) Span {
	if c, ok := t.clusters.around(s.Start); ok {
		s.Start = int(c.start)
	}
	if c, ok := t.clusters.around(s.End); ok {
		s.End = int(c.end)
	}
	return s
}

// around returns the cluster that the offset cuts.
func (cs clusters) around(at int) (cluster, bool) {
	i := sort.Search(len(cs), func(i int) bool { return int(cs[i].end) > at })
	if i == len(cs) || int(cs[i].start) >= at {
		return cluster{}, false
	}
	return cs[i], true
}
