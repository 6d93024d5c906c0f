package lead

import (
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// Paper reads a document that tells, at the start of a clause, when a name says
// which it is: "A World Bank report released in May found", ", FEC records show,",
// "a statement on the firm's website".
func Paper(words *phrase.Reader, i int) (Found, bool) {
	r := reader{words}
	if r.Tokens[i].Kind != word.Word || !r.clause(i) || !r.mayBeDocument(i) {
		return Found{}, false
	}
	end := r.beforeVerb(i, r.Group(i))
	if by := r.byline(i, end); by > end {
		f, ok := r.told(i, by, r.verbAfter(i, by+1))
		f.Sources = []text.Span{r.Span(i, by)} // not parted at the comma
		return f, ok
	}
	_, named := r.Document(i, end)
	page := r.onPage(i, end)
	named = named || r.ofPlace(end-1) || end > i+2 && r.Is(end-1, "website", "site") && !r.Capital(end-1) ||
		r.In(end-1, lexicon.PageNoun) && r.In(i+1, lexicon.DocumentNoun) && r.Low(i+2) == "on"
	if !named && !page {
		return Found{}, false
	}
	if verb := r.verbAfter(i, end); verb >= 0 {
		return r.told(i, end, verb)
	}
	if page {
		return r.told(i, end, end-1)
	}
	return Found{}, false
}

// told cites the document of tokens [i, end) up to its verb, or nothing when verb
// is -1.
func (r reader) told(i, end, verb int) (Found, bool) {
	if verb < 0 {
		return Found{}, false
	}
	return Found{Span: r.Span(i, verb+1), Sources: r.Sources(i, end)}, true
}

// verbAfter returns the verb by which the document of tokens [i, end) tells, or -1.
func (r reader) verbAfter(i, end int) int {
	verb, ok := r.reportsAfter(end)
	if !ok || r.Low(i-1) == "with" && !r.In(verb, lexicon.TellingNow) {
		return -1
	}
	return verb
}

// ofPlace reports whether the document at token end is of a country: "Canadian
// records".
func (r reader) ofPlace(end int) bool {
	if !r.Is(end, "records", "documents", "filings", "data", "statistics", "figures") {
		return false
	}
	if r.Is(end-1, "public", "court", "state", "government", "tax", "police") {
		end--
	}
	if end == 0 || r.Tokens[end-1].Name < 0 {
		return false
	}
	k := r.Names[r.Tokens[end-1].Name].Kind
	return k == mention.Place || k == mention.Group
}

// byline returns the end of whose a document is, told behind it between commas:
// "The report, by the bank,". It returns end when that is not told.
func (r reader) byline(i, end int) int {
	if end == i || !r.In(end-1, lexicon.DocumentNoun) || r.At(end) != "," || r.Low(end+1) != "by" || !r.Named(end+2) {
		return end
	}
	if by := r.Group(end + 2); r.At(by) == "," && !r.PersonAt(end+2) {
		return by
	}
	return end
}

// PaperBehind reads a document that tells, after its verb: "“It fell,” found a
// study by the bank".
func PaperBehind(words *phrase.Reader, i int) (Found, bool) {
	r := reader{words}
	if !r.Is(i, "said", "says", "found", "concluded", "concludes", "noted", "notes", "read", "reads", "reported", "wrote", "warned") ||
		!r.Together(i-1, i+1) || r.At(i-1) != "," && !r.QuoteMark(i-1) {
		return Found{}, false
	}
	end := r.Group(i + 1)
	if _, named := r.Document(i+1, end); !named {
		return Found{}, false
	}
	return Found{Span: r.Span(i, end), Sources: r.Sources(i+1, end)}, true
}

// reportsAfter finds the verb of a document that ends before token end: after
// participles, times and what stands between commas.
func (r reader) reportsAfter(end int) (int, bool) {
	j := r.SkipPublished(end)
	if verb, ok := r.Telling(j); ok {
		return verb, true
	}
	j = Aside(r.Reader, j)
	if verb, ok := r.Telling(j); ok {
		return verb, true
	}
	if r.Is(j, "has", "had") && !r.Capital(j+1) && !r.Is(j+1, "her", "him", "them") {
		return 0, false // "the poll had a margin of error", "the index has fallen"
	}
	return j, r.Together(j-1, j) && r.In(j, lexicon.TellingNow|lexicon.DocumentVerb)
}

// beforeVerb ends a group before a verb of telling that looks like a noun:
// "states".
func (r reader) beforeVerb(i, end int) int {
	for j := i + 2; j < end; j++ {
		if r.In(j, lexicon.Telling|lexicon.TellingNow) && !r.In(j, lexicon.DocumentNoun) && r.Tokens[j].Name < 0 {
			return j
		}
	}
	return end
}

// clause reports whether a clause may begin at token i.
func (r reader) clause(i int) bool {
	if r.Opens(i) {
		return true
	}
	switch r.Low(i - 1) {
	case "as", "that", "but", "and", "while", "because", "with", "after", "when", "though", "despite":
		return r.In(i, lexicon.Determiner)
	}
	return false
}

// mayBeDocument reports whether the noun group of a document may begin at
// token i.
func (r reader) mayBeDocument(i int) bool {
	return !r.In(i, lexicon.GroupEnd|lexicon.Preposition) &&
		(r.Tokens[i].Time < 0 || !r.Capital(i))
}

// onPage reports whether the noun group is a document on somebody's web page:
// "a statement on the firm's website".
func (r reader) onPage(i, end int) bool {
	return end > i && r.Is(end-1, "website", "site") &&
		r.In(i+1, lexicon.DocumentNoun) && r.Low(i+2) == "on"
}

// Aside returns the token after what stands at token j between commas or dashes
// or in brackets, or j.
func Aside(words *phrase.Reader, j int) int {
	r := reader{words}
	if r.At(j) == "," && r.Together(j-1, j+1) {
		return r.aside(j)
	}
	closer := r.At(j)
	switch closer {
	case "(":
		closer = ")"
	case "—", "–", "-", "--":
	default:
		return j
	}
	for k := j + 2; k < j+MaxAside && r.Together(j-1, k); k++ {
		if r.At(k) == closer {
			return k + 1
		}
	}
	return j
}

// MaxAside is the number of tokens of the longest aside, between dashes or in
// brackets, after which a document or outlet still tells.
const MaxAside = 20

// aside skips ", published in Nature in 1989," and ", which it owns,".
func (r reader) aside(j int) int {
	if r.In(j+1, lexicon.Telling) && phrase.Participle(r.Low(j-1)) || r.Tokens[j-1].Time >= 0 {
		return j + 1
	}
	if !phrase.Participle(r.Low(j+1)) && !r.Is(j+1, "which", "who", "whose") {
		return j
	}
	for k := j + 2; k < j+14 && r.Together(j, k); k++ {
		if r.At(k) == "," {
			return k + 1
		}
	}
	return j
}
