package phrase

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
	"readout/internal/reading/phrase/word"
)

// Document returns the head of the noun group of tokens [i, end) when that is
// a document which a name tells from others: "a poll by Le Monde", "a World
// Bank report". What the document is about is no such name: "a poll of French
// voters".
func (r *Reader) Document(i, end int) (head int, ok bool) {
	head, ok = r.documentHead(i, end)
	if !ok {
		return 0, false
	}
	if r.In(head, lexicon.PageNoun) && !r.Is(i, "a", "an", "one", "some", "several", "many", "another") && !(head+1 == end && r.bare(i, head)) {
		return head, true
	}
	if r.Is(head, "investigation", "headline", "headlines") && !r.OutletIn(i, end) {
		return 0, false // an investigation by a body is what it did
	}
	for j := i; j < head; j++ {
		if r.author(j) && (r.Tokens[j].Name < 0 || !r.person(j)) && (j > i || !r.Opens(i) || r.Tokens[j].Name >= 0 || r.Tokens[j].Outlet >= 0) {
			return head, true
		}
	}
	topic := false
	for j := head + 1; j < end; j++ {
		switch {
		case r.Is(j, "of", "on", "about", "with", "that", "which", "who"):
			topic = true
		case r.Is(j, "by", "from", "for", "at"), r.Low(j) == "in" && r.ToOutlet(j+1):
			topic = false
		case topic && !r.In(j+1, lexicon.DocumentNoun) && !r.endsName(j):
		case r.author(j):
			return head, true
		}
	}
	return 0, false
}

// bare reports whether nothing but an article stands before the page at token
// head: "the website" is one that was named before, or what the text is about.
func (r *Reader) bare(i, head int) bool {
	return head == i+1 && r.Is(i, "the", "this", "that")
}

// documentHead finds the first noun of a document before any preposition or
// mark; the name of a body such as a bureau of investigation is none.
func (r *Reader) documentHead(i, end int) (int, bool) {
	for j := i; j < end; j++ {
		switch {
		case j > i && r.insideName(j), r.manyOf(j):
		case r.In(j, lexicon.Preposition), r.Tokens[j].Kind == word.Mark && !r.Is(j, "/", "&", "-"):
			return 0, false
		case r.isDocument(i, j) && (j+1 == end || r.In(j, lexicon.PageNoun) || !r.PlainNoun(j+1)):
			return j, true
		}
	}
	return 0, false
}

// manyOf reports whether "of" at token j leads from how many or what part of them to
// documents: "a batch of emails".
func (r *Reader) manyOf(j int) bool {
	return r.Low(j) == "of" && r.Is(j-1, "batch", "batches", "trove", "cache", "series", "set", "collection",
		"draft", "version", "excerpts", "thousands", "hundreds", "dozens", "pages")
}

// insideName reports whether token j is neither the first nor the last of a
// name: "of" in "University of Example" is no preposition of its own.
func (r *Reader) insideName(j int) bool {
	n := r.Tokens[j].Name
	return n >= 0 && n == r.Tokens[j-1].Name && r.NameEnd(j) > j+1
}

// isDocument reports whether token j of a group that begins at token i is a
// document, not the end of a longer name.
func (r *Reader) isDocument(i, j int) bool {
	if !r.In(j, lexicon.DocumentNoun) ||
		r.In(j, lexicon.PageNoun) && !r.Is(j, "website", "websites", "site", "blog") {
		return false
	}
	if r.Is(j, "statement", "statements", "letter", "email", "e-mail", "lawsuit", "complaint", "interview",
		"testimony", "release", "video", "results", "result", "numbers", "press") {
		return r.OutletEnds(j) || r.Is(j+1, "of", "published") && !r.Is(j, "statement", "letter")
	}
	if j == i && r.Opens(i) && !r.Capital(i+1) {
		return true
	}
	if n := r.Tokens[j].Name; n >= 0 && r.Names[n].Kind == proper.Organization &&
		r.Is(j, "survey", "report", "index") {
		return false // "the Geological Survey"
	}
	return !r.Capital(j) || j > i && r.Is(j, "poll", "survey", "study", "report", "index")
}

// PlainNoun reports whether token j is a word that may go on with the group of
// the noun before it.
func (r *Reader) PlainNoun(j int) bool {
	return r.Tokens[j].Kind == word.Possessive || r.Tokens[j].Kind == word.Word && r.Tokens[j].Time < 0 &&
		!r.Capital(j) && !r.In(j, lexicon.GroupEnd|lexicon.Preposition|lexicon.Telling|lexicon.DocumentVerb|lexicon.Participle) &&
		!Participle(r.Low(j))
}

// author reports whether token j stands in the name of an outlet, body, work
// or person.
func (r *Reader) author(j int) bool {
	if r.Tokens[j].Outlet >= 0 {
		return true
	}
	n := r.Tokens[j].Name
	if n < 0 {
		return r.Tokens[j].Kind == word.Word && r.Tokens[j].Time < 0 && r.Capital(j)
	}
	k := r.Names[n].Kind
	return k == proper.Organization || k == proper.Work || k == proper.Person
}

// person reports whether the name at token j is a person's and what follows
// is not that person's own.
func (r *Reader) person(j int) bool {
	end := r.NameEnd(j)
	owns := end < len(r.Tokens) && r.Tokens[end].Kind == word.Possessive || r.Tokens[end-1].Kind == word.Possessive
	return r.Names[r.Tokens[j].Name].Kind == proper.Person && !owns
}

// endsName reports whether the name at token j is the last word of its phrase.
func (r *Reader) endsName(j int) bool {
	if r.Tokens[j].Name < 0 {
		return false
	}
	k := r.NameEnd(j)
	return !r.Together(j, k) || !r.PlainNoun(k)
}
