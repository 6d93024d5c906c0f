package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// An OutletKind says what sort of medium an outlet is.
type OutletKind uint8

// The kinds of outlets; the zero value is no outlet.
const (
	NoOutlet OutletKind = iota
	Agency
	Paper
	Magazine
	Broadcaster
	Site
	Programme
	Social // a medium of its users, not a teller itself
)

var outletKinds = [...]string{
	"", "agency", "paper", "magazine", "broadcaster", "site", "programme", "social",
}

// String returns the word that begins the kind's lines in the list.
func (k OutletKind) String() string { return outletKinds[k] }

// An Outlet is one name of an outlet, agency, programme or social medium.
type Outlet struct {
	Name    string // as written, without a leading "The "
	Kind    OutletKind
	Article bool // an outlet only after "the" or "The"
	Common  bool // also a common word or a name of something else
}

//go:embed outlets.txt
var outletList string

var outlets = sync.OnceValue(readOutlets)

// Outlets returns the names of outlets that begin with the word, the longest
// first. Case counts. The slice is shared: it must not be changed.
func Outlets(word string) []Outlet { return outlets()[word] }

func readOutlets() map[string][]Outlet {
	byWord := map[string][]Outlet{}
	for line := range lines(outletList) {
		kind, names, _ := strings.Cut(line, ":")
		for name := range strings.SplitSeq(names, ";") {
			o := readOutlet(strings.TrimSpace(name))
			o.Kind = OutletKind(max(0, slices.Index(outletKinds[:], kind)))
			word := firstWord(o.Name)
			byWord[word] = append(byWord[word], o)
		}
	}
	for _, same := range byWord {
		slices.SortStableFunc(same, func(a, b Outlet) int { return len(b.Name) - len(a.Name) })
	}
	return byWord
}

func readOutlet(name string) Outlet {
	name, common := strings.CutSuffix(name, "?")
	name, article := strings.CutPrefix(name, "The ")
	alone := !strings.ContainsAny(name, " -")
	return Outlet{Name: name, Article: article && alone, Common: common}
}

// firstWord returns the letters and digits that a name begins with.
func firstWord(name string) string {
	if i := strings.IndexAny(name, " ,.-&/'!+°"); i > 0 {
		return name[:i]
	}
	return name
}
