package citation

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
)

// maxBracket is the number of tokens of the longest bracket that is read as a
// list of sources.
const maxBracket = 60

// bracket reads a list of sources in brackets: "(Reuters, AP, May 2-4; see
// Kyiv Post, May 1)".
func (r *reader) bracket(i int) (Citation, bool) {
	closing := map[string]string{"(": ")", "[": "]"}[r.At(i)]
	end := i + 1
	for end < len(r.Tokens) && end < i+maxBracket && r.At(end) != closing {
		if r.At(end) == r.At(i) {
			return Citation{}, false
		}
		end++
	}
	if end >= len(r.Tokens) || r.At(end) != closing || r.defines(i, end) {
		return Citation{}, false
	}
	items := r.items(i+1, end)
	sources, ok := r.itemSources(items)
	if !ok {
		return Citation{}, false
	}
	return Citation{
		Span: r.Span(i, end+1), Sources: sources, bracket: !r.dateline(i, end),
	}, true
}

// defines reports whether the bracket gives the short form of the name before
// it: "Agence France-Presse (AFP)".
func (r *reader) defines(i, end int) bool {
	if end != i+2 || !phrase.Upper(r.At(i+1)) || !r.Together(i-1, i) || !r.Capital(i-1) {
		return false
	}
	if r.OutletEnds(i) {
		return true
	}
	short, at := r.At(i+1), i-1
	for k := len(short) - 1; k >= 0; k-- {
		for at >= 0 && at > i-10 && !r.Capital(at) {
			at--
		}
		if at < 0 || !strings.HasPrefix(r.At(at), short[k:k+1]) {
			return k < len(short)-1 && k == 0
		}
		at--
	}
	return true
}

// dateline reports whether the bracket stands between the place at the start
// of a line and a dash: "PARIS (Reuters) -".
func (r *reader) dateline(i, end int) bool {
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

func (r *reader) items(i, end int) []item {
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

// itemSources returns the sources of a list; not ok when it is none: an item is
// neither a source, a time nor a place in a source, or no item names an outlet
// or another source with its date.
func (r *reader) itemSources(items []item) ([]text.Span, bool) {
	var sources []text.Span
	sure, dated := false, false
	for _, it := range items {
		first, led := r.led1(it)
		if first >= it.end {
			return nil, false
		}
		if r.AfterTime(first) >= it.end || r.page(first) {
			dated = dated || r.Tokens[first].Time >= 0
			continue
		}
		end, known := r.itemEnd(first, it.end)
		if end == first {
			return nil, false
		}
		dated = dated || r.Tokens[it.end-1].Time >= 0
		sure = sure || known || led
		sources = append(sources, r.Sources(first, end)...)
	}
	if len(sources) == 0 || len(sources) > len(items)*2 {
		return nil, false
	}
	return sources, sure || dated && r.work(sources)
}

// led1 skips the words before a source in a list: "see", "via", "Source:".
func (r *reader) led1(it item) (int, bool) {
	first, led := it.first, false
	for first < it.end {
		switch r.Low(first) {
		case "see", "via", "source", "sources", "per":
			led = true
		case "also", ":", "and", "e.g.", "cf.", "from", "by", "photo":
		default:
			return first, led
		}
		first++
	}
	return first, led
}

func (r *reader) page(i int) bool {
	switch r.Low(i) {
	case "p", "pp", "p.", "page", "pages", "vol", "no":
		return true
	}
	return false
}

// itemEnd returns the end of the source that begins an item, and whether an
// outlet is in it; the start when the item is something else.
func (r *reader) itemEnd(first, end int) (int, bool) {
	j, known := first, false
	for j < end {
		t := r.Tokens[j]
		switch {
		case t.Outlet >= 0:
			j, known = r.Outlets[t.Outlet].End, true
			continue
		case t.Time >= 0:
			if r.AfterTime(j) >= end {
				return j, known
			}
			return first, false
		case t.Kind == phrase.Word && !r.Capital(j) && !lexicon.In(r.Low(j), lexicon.Determiner) &&
			!lexicon.In(r.Low(j), lexicon.MediaWord) && !lexicon.In(r.Low(j), lexicon.Conjunction) &&
			r.Low(j) != "of" && r.Low(j) != "de":
			return first, false
		case t.Kind == phrase.Mark && r.At(j) != "&" && r.At(j) != "/" && r.At(j) != ".":
			return first, false
		}
		j++
	}
	return min(j, end), known
}

// work reports whether all sources are names of organisations or works.
func (r *reader) work(sources []text.Span) bool {
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

// foot reads a line "Sources: Reuters, AP".
func (r *reader) foot(i int) (Citation, bool) {
	start := r.Tokens[i].Start
	if r.At(i+1) != ":" || strings.TrimSpace(r.Doc.String()[strings.LastIndexByte(r.Doc.String()[:start], '\n')+1:start]) != "" {
		return Citation{}, false
	}
	stop := strings.IndexByte(r.Doc.String()[start:], '\n')
	if stop < 0 {
		stop = r.Doc.Len() - start
	}
	end := i + 2
	for end < len(r.Tokens) && end < i+maxBracket && r.Tokens[end].Start < start+stop {
		end++
	}
	if end > i+2 && r.At(end-1) == "." {
		end--
	}
	if end == i+2 || !r.Named(i+2) {
		return Citation{}, false
	}
	var sources []text.Span
	for _, it := range r.items(i+2, end) {
		last := it.end
		for last > it.first && r.Tokens[last-1].Time >= 0 {
			last--
		}
		if last > it.first {
			sources = append(sources, r.Sources(it.first, last)...)
		}
	}
	return Citation{Span: r.Span(i, end), Sources: sources}, len(sources) > 0
}
