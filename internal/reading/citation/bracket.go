package citation

import (
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// maxBracket is the number of tokens of the longest bracket that is read as a
// list of sources.
const maxBracket = 60

// bracket reads a list of sources in brackets: "(Reuters, AP, May 2-4; see
// Kyiv Post, May 1)".
func (r *reader) bracket(i int) (Citation, bool) {
	closing := map[string]string{"(": ")", "[": "]"}[r.at(i)]
	end := i + 1
	for end < len(r.toks) && end < i+maxBracket && r.at(end) != closing {
		if r.at(end) == r.at(i) {
			return Citation{}, false
		}
		end++
	}
	if end >= len(r.toks) || r.at(end) != closing || r.defines(i, end) {
		return Citation{}, false
	}
	items := r.items(i+1, end)
	sources, ok := r.itemSources(items)
	if !ok {
		return Citation{}, false
	}
	return Citation{
		Span: r.span(i, end+1), Sources: sources, bracket: !r.dateline(i, end),
	}, true
}

// defines reports whether the bracket gives the short form of the name before
// it: "Agence France-Presse (AFP)".
func (r *reader) defines(i, end int) bool {
	if end != i+2 || !upper(r.at(i+1)) || !r.together(i-1, i) || !r.capital(i-1) {
		return false
	}
	if r.outletEnds(i) {
		return true
	}
	short, at := r.at(i+1), i-1
	for k := len(short) - 1; k >= 0; k-- {
		for at >= 0 && at > i-10 && !r.capital(at) {
			at--
		}
		if at < 0 || !strings.HasPrefix(r.at(at), short[k:k+1]) {
			return k < len(short)-1 && k == 0
		}
		at--
	}
	return true
}

// dateline reports whether the bracket stands between the place at the start
// of a line and a dash: "PARIS (Reuters) -".
func (r *reader) dateline(i, end int) bool {
	switch r.at(end + 1) {
	case "-", "–", "—", "―":
	default:
		return false
	}
	start := strings.LastIndexByte(r.s[:r.toks[i].Start], '\n') + 1
	return r.toks[i].Start-start < 60
}

// An item is a part of a list between commas or semicolons, in tokens.
type item struct{ first, end int }

func (r *reader) items(i, end int) []item {
	var all []item
	first := i
	for j := i; j <= end; j++ {
		if j < end && r.at(j) != "," && r.at(j) != ";" {
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
		if r.afterTime(first) >= it.end || r.page(first) {
			dated = dated || r.toks[first].time >= 0
			continue
		}
		end, known := r.itemEnd(first, it.end)
		if end == first {
			return nil, false
		}
		dated = dated || r.toks[it.end-1].time >= 0
		sure = sure || known || led
		sources = append(sources, r.sources(first, end)...)
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
		switch r.low(first) {
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
	switch r.low(i) {
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
		t := r.toks[j]
		switch {
		case t.outlet >= 0:
			j, known = r.outlets[t.outlet].end, true
			continue
		case t.time >= 0:
			if r.afterTime(j) >= end {
				return j, known
			}
			return first, false
		case t.kind == word && !r.capital(j) && !words().determiners[r.low(j)] &&
			!words().mediaWords[r.low(j)] && !words().conjunctions[r.low(j)] &&
			r.low(j) != "of" && r.low(j) != "de":
			return first, false
		case t.kind == mark && r.at(j) != "&" && r.at(j) != "/" && r.at(j) != ".":
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
		for n < len(r.in.Names) && r.in.Names[n].End <= s.Start {
			n++
		}
		if n == len(r.in.Names) || !r.in.Names[n].Overlaps(s) {
			return false
		}
		k := r.in.Names[n].Kind
		if k != mention.Organization && k != mention.Work {
			return false
		}
	}
	return true
}

// foot reads a line "Sources: Reuters, AP".
func (r *reader) foot(i int) (Citation, bool) {
	start := r.toks[i].Start
	if r.at(i+1) != ":" || strings.TrimSpace(r.s[strings.LastIndexByte(r.s[:start], '\n')+1:start]) != "" {
		return Citation{}, false
	}
	stop := strings.IndexByte(r.s[start:], '\n')
	if stop < 0 {
		stop = len(r.s) - start
	}
	end := i + 2
	for end < len(r.toks) && end < i+maxBracket && r.toks[end].Start < start+stop {
		end++
	}
	if end > i+2 && r.at(end-1) == "." {
		end--
	}
	if end == i+2 || !r.named(i+2) {
		return Citation{}, false
	}
	var sources []text.Span
	for _, it := range r.items(i+2, end) {
		last := it.end
		for last > it.first && r.toks[last-1].time >= 0 {
			last--
		}
		if last > it.first {
			sources = append(sources, r.sources(it.first, last)...)
		}
	}
	return Citation{Span: r.span(i, end), Sources: sources}, len(sources) > 0
}
