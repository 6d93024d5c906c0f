// Package bracket reads lists of sources: in brackets, "(Reuters, AP, May 2-4; see
// Kyiv Post, May 1)", and at the foot of an article, "Sources: Reuters, AP".
//
// In go the words of a text; out come the spans of the list and of its sources.
//
// # Guarantees
//
// Sources lie inside the list, in the order of the text. Time is linear in the
// length of a list, which is bounded.
//
// # Limits
//
// A bracket counts when an outlet stands in it, a word such as "see", or a date
// beside names of organisations or works.
package bracket

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// maxBracket is the number of tokens of the longest bracket that is read as a
// list of sources.
const maxBracket = 60

// A List is the sources that a bracket or a line names.
type List struct {
	text.Span
	Sources  []text.Span // in the order of the text
	Dateline bool        // it stands between a place and what the agency tells
}

type reader struct{ *phrase.Reader }

// Bracket reads a list of sources in the brackets that open at token i: "(Reuters,
// AP, May 2-4; see Kyiv Post, May 1)".
func Bracket(text *phrase.Reader, i int) (List, bool) {
	r := reader{text}
	closing := map[string]string{"(": ")", "[": "]"}[r.At(i)]
	end := i + 1
	for end < len(r.Tokens) && end < i+maxBracket && r.At(end) != closing {
		if r.At(end) == r.At(i) {
			return List{}, false
		}
		end++
	}
	if end >= len(r.Tokens) || r.At(end) != closing || r.defines(i, end) || r.party(i+1) {
		return List{}, false
	}
	last := end
	if r.At(last-1) == "." {
		last--
	}
	items := r.items(i+1, last)
	sources, ok := r.itemSources(items)
	if !ok {
		return List{}, false
	}
	return List{r.Span(i, end+1), sources, r.dateline(i, end)}, true
}

// party reports whether the party and place of a politician stand at token i:
// "D-Newport News".
func (r reader) party(i int) bool {
	w := r.At(i)
	return len(w) > 3 && strings.ContainsAny(w[:1], "DRIL") && w[1] == '-'
}

// defines reports whether the bracket gives the short form of the name before
// it: "Agence France-Presse (AFP)".
func (r reader) defines(i, end int) bool {
	if end != i+2 || !phrase.Upper(r.At(i+1)) || !r.Together(i-1, i) {
		return false
	}
	if !r.Capital(i - 1) {
		return r.spellsTerm(r.At(i+1), i-1)
	}
	return r.OutletEnds(i) || r.spells(r.At(i+1), i-1)
}

// spells reports whether the words with capitals that end with token at begin
// with the letters, but perhaps the first of several.
func (r reader) spells(letters string, at int) bool {
	least := at - 9
	for k := len(letters) - 1; k >= 0; k-- {
		for at >= 0 && at > least && !r.Capital(at) {
			at--
		}
		if at < 0 || !strings.HasPrefix(r.At(at), letters[k:k+1]) {
			return k == 0 && len(letters) > 2
		}
		at--
	}
	return true
}

// spellsTerm reports whether three or more letters begin the words in small
// letters that end with token at: "body mass index (BMI)".
func (r reader) spellsTerm(letters string, at int) bool {
	letters = strings.ToLower(letters)
	for k := len(letters) - 1; k >= 0; k-- {
		if !strings.HasPrefix(r.Low(at), letters[k:k+1]) {
			return false
		}
		at--
	}
	return len(letters) > 2
}

// dateline reports whether the bracket stands between the place at the start
// of a line and a dash: "PARIS (Reuters) -".
func (r reader) dateline(i, end int) bool {
	switch r.At(end + 1) {
	case "-", "–", "—", "―":
	default:
		return false
	}
	start := strings.LastIndexByte(r.Doc.String()[:r.Tokens[i].Start], '\n') + 1
	return r.Tokens[i].Start-start < 60
}

// An item is a part of a list between commas or semicolons, in tokens.
type item struct{ first, end int }

func (r reader) items(i, end int) []item {
	var all []item
	first := i
	for j := i; j <= end; j++ {
		if j < end && r.At(j) != "," && r.At(j) != ";" {
			continue
		}
		if j > first {
			all = append(all, item{first, j})
		}
		first = j + 1
	}
	return all
}

// A listing is what a list of sources holds, while it is read item by item.
type listing struct {
	reader

	sources []text.Span
	sure    bool // an outlet or a word such as "see" shows what it is
	dated   bool
}

// itemSources returns the sources of a list; not ok when it is none: an item is
// neither a source, a time nor a place in a source, or no item names an outlet
// or another source with its date.
func (r reader) itemSources(items []item) ([]text.Span, bool) {
	l := listing{reader: r}
	for _, it := range items {
		if !l.add(it) {
			return nil, false
		}
	}
	if len(l.sources) == 0 || len(l.sources) > len(items)*2 {
		return nil, false
	}
	return l.sources, l.sure || l.dated && r.work(l.sources)
}

// add reads one item, and reports whether it may stand in a list of sources.
func (l *listing) add(it item) bool {
	first, led := l.skipLead(it)
	if first >= it.end {
		return false
	}
	if l.AfterTime(first) >= it.end || l.pageNumber(first) {
		l.dated = l.dated || l.Tokens[first].Time >= 0
		return true
	}
	end, known := l.itemEnd(first, it.end)
	if end == first {
		return false
	}
	l.dated = l.dated || l.Tokens[it.end-1].Time >= 0
	l.sure = l.sure || known || led
	l.sources = append(l.sources, l.Sources(first, end)...)
	return true
}

// skipLead skips the words before a source in a list: "see", "via", "Source:".
func (r reader) skipLead(it item) (first int, led bool) {
	for first = it.first; first < it.end; first++ {
		switch r.Low(first) {
		case "see", "via", "source", "sources", "per":
			led = led || !r.PersonAt(first+1)
		case "also", ":", "and", "e.g.", "cf.", "from", "by", "photo":
		default:
			return first, led
		}
	}
	return first, led
}

func (r reader) pageNumber(i int) bool {
	return r.Is(i, "p", "pp", "p.", "page", "pages", "vol", "no")
}

// itemEnd returns the end of the source that begins an item, and whether an
// outlet is in it; the start when the item is something else.
func (r reader) itemEnd(first, end int) (int, bool) {
	j, known := first, false
	for j < end {
		t := r.Tokens[j]
		switch {
		case t.Outlet >= 0:
			o := r.Outlets[t.Outlet]
			j, known = o.End, known || !o.Common || j == first && r.AfterTime(o.End) >= end
		case t.Time >= 0 && r.AfterTime(j) >= end:
			return j, known
		case t.Time >= 0 || !r.mayName(j), known && r.In(j, lexicon.PersonNoun|lexicon.HostNoun):
			return first, false // "(CNN Chairman)" says who somebody is
		default:
			j++
		}
	}
	return min(j, end), known
}

// mayName reports whether token j may be part of a source in a list.
func (r reader) mayName(j int) bool {
	switch r.Tokens[j].Kind {
	case word.Word:
		return r.Capital(j) || r.Is(j, "of", "de") ||
			r.In(j, lexicon.Determiner|lexicon.MediaWord|lexicon.Conjunction)
	case word.Mark:
		return r.Is(j, "&", "/", ".")
	case word.Possessive:
	}
	return true
}

// work reports whether all sources are names of organisations or works.
func (r reader) work(sources []text.Span) bool {
	n := 0
	for _, s := range sources {
		for n < len(r.Names) && r.Names[n].End <= s.Start {
			n++
		}
		if n == len(r.Names) || !r.Names[n].Overlaps(s) {
			return false
		}
		k := r.Names[n].Kind
		if k != mention.Organization && k != mention.Work {
			return false
		}
	}
	return true
}

// Foot reads a line "Sources: Reuters, AP" whose first word is token i.
func Foot(text *phrase.Reader, i int) (List, bool) {
	r := reader{text}
	if r.At(i+1) != ":" || !r.opensLine(i) {
		return List{}, false
	}
	end := r.lineEnd(i)
	if end > i+2 && r.At(end-1) == "." {
		end--
	}
	if end == i+2 || !r.Named(i+2) {
		return List{}, false
	}
	sources := r.undated(r.items(i+2, end))
	return List{Span: r.Span(i, end), Sources: sources}, len(sources) > 0
}

// opensLine reports whether token i is the first of its line.
func (r reader) opensLine(i int) bool {
	before := r.Doc.String()[:r.Tokens[i].Start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return strings.TrimSpace(line) == ""
}

// lineEnd returns the token after the line of "Sources:" at token i.
func (r reader) lineEnd(i int) int {
	start := r.Tokens[i].Start
	stop := strings.IndexByte(r.Doc.String()[start:], '\n')
	if stop < 0 {
		stop = r.Doc.Len() - start
	}
	end := i + 2
	for end < len(r.Tokens) && end < i+maxBracket && r.Tokens[end].Start < start+stop {
		end++
	}
	return end
}

// undated returns the sources of the items without the times that end them.
func (r reader) undated(items []item) []text.Span {
	var sources []text.Span
	for _, it := range items {
		last := it.end
		for last > it.first && r.Tokens[last-1].Time >= 0 {
			last--
		}
		if last > it.first {
			sources = append(sources, r.Sources(it.first, last)...)
		}
	}
	return sources
}
