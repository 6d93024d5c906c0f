package citation

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/citation/lead"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// medium reads "wrote on Twitter", "said on his Facebook page", "on CNN".
func (r *reader) medium(i int) (Citation, bool) {
	first, ok := r.saying(i)
	if !r.Together(i, i+1) || !ok && !r.opensSpeech(i) && r.dated(i+1) == i+1 {
		return Citation{}, false
	}
	if r.Low(i) == "to" {
		return r.saidTo(first, i)
	}
	return r.saidOn(first, i)
}

// opensSpeech reports whether a time, a medium and a colon stand around "on" at
// token i: "later on CNN: “It fell.”".
func (r *reader) opensSpeech(i int) bool {
	end, ok := r.MediumEnd(i+1, false)
	return ok && r.Low(i) == "on" && r.At(end) == ":" && r.TimeAt(i-1)
}

// saidOn reads the medium after the preposition at token i; what is said there
// begins at token first.
func (r *reader) saidOn(first, i int) (Citation, bool) {
	from := r.episode(i + 1)
	own := first < i || lead.Owned(r.Reader, i+1)
	end, ok := r.MediumEnd(from, own && r.Low(first) != "interviewed")
	if ok && (r.sister(end) || r.Is(end, "series", "drama", "sitcom") && !r.OutletIn(from, end)) {
		return Citation{}, false
	}
	if ok && (own || r.Opens(i) || !r.onSite(from, end)) {
		return r.cite(first, from, r.ofOutlet(r.Tail(from, end)))
	}
	if first < i && r.Low(i) == "on" && r.Low(i+1) == "the" && !r.goesOn(i+3) &&
		r.Is(i+2, "show", "program", "programme", "podcast", "broadcast") {
		return r.cite(first, i+1, i+3)
	}
	if end, ok := r.page(first, i+1); ok && r.Low(i) == "on" {
		return r.cite(first, i+1, end)
	}
	if first == i && !r.aired(i) && r.Together(i-1, i) {
		return Citation{}, false
	}
	if end, ok := r.MediumEnd(from, true); ok && (r.onAir(from, end) || r.ownedPage(i, from, end)) {
		return r.cite(first, from, end)
	}
	return Citation{}, false
}

// ownedPage reports whether the page of tokens [from, end), after the preposition
// at token i, has an owner and something is told there: "On the firm's website,
// the dam is called new".
func (r *reader) ownedPage(i, from, end int) bool {
	return lead.Possessed(r.Reader, from, end) && r.In(end-1, lexicon.PageNoun) && (!r.Together(i-1, i) || r.tellsBefore(i))
}

// ofOutlet goes over "of The Weston Gazette" after a page that ends before token
// end.
func (r *reader) ofOutlet(end int) int {
	if target, ok := r.Target(end + 1); ok && r.Low(end) == "of" && r.Low(end-1) == "page" {
		return target
	}
	return end
}

// sister reports whether the outlet that ends before token end only says whose
// something is: "on CNN's sister network".
func (r *reader) sister(end int) bool {
	return r.Together(end, end+1) && r.Tokens[end].Kind == word.Possessive && !r.Capital(end+1) &&
		r.Tokens[end+1].Kind == word.Word && !r.In(end+1, lexicon.MediaWord|lexicon.ProgrammeEnding|lexicon.PageNoun)
}

// page reads what something is written or said on after the verb at token verb,
// though no list has it: a name, or a title in quotation marks.
func (r *reader) page(verb, i int) (int, bool) {
	switch r.Low(verb) {
	case "wrote", "writes", "writing":
		return r.OrganizationEnd(i)
	case "said", "says":
		if end, ok := r.OrganizationEnd(i); ok && r.Tokens[verb].Cue {
			return end, true
		}
		if r.QuoteMark(i) && r.Capital(i+1) {
			end, ok := r.StepMark(i, -1)
			return end, ok && end > i && r.Tokens[i].Start > r.Tokens[i-1].End
		}
	}
	return i, false
}

// onSite reports whether the medium of tokens [i, end) is a web site.
func (r *reader) onSite(i, end int) bool {
	for j := i; j < end; j++ {
		if o := r.Tokens[j].Outlet; o >= 0 {
			return r.Outlets[o].Kind == lexicon.Site
		}
	}
	return false
}

// onAir reports whether the medium of tokens [i, end) is what one is heard on,
// not a page.
func (r *reader) onAir(i, end int) bool {
	switch r.Low(end - 1) {
	case "television", "tv", "radio", "media":
		return !r.PlainNoun(end) && !r.In(end, lexicon.NotAired)
	case "show", "program", "programme", "podcast":
		return !r.PlainNoun(end) && !lead.Owned(r.Reader, i)
	}
	return false
}

// saidTo reads "posted to Twitter", "took to Facebook", "stated to the BBC".
func (r *reader) saidTo(first, i int) (Citation, bool) {
	if r.Capital(i) && !r.Opens(i) {
		return Citation{}, false // the words of a title
	}
	if i > 0 && r.Tokens[i-1].Cue && phrase.Participle(r.Low(i-1)) {
		if end, ok := r.Target(i + 1); ok && r.OutletIn(i+1, end) && !r.goesOn(end) {
			return r.cite(i-1, i+1, end)
		}
	}
	if verb := lead.BeforeTime(r.Reader, i) - 1; r.says(verb) && r.Together(verb, i) || r.Low(i-1) == "made" {
		if end, ok := r.Target(i + 1); ok && !r.goesOn(end) {
			return r.cite(min(verb, i-1), i+1, end)
		}
	}
	if r.Is(i-1, "himself", "herself", "themselves") &&
		r.Is(i-2, "identified", "described", "introduced") {
		if end, ok := r.Target(i + 1); ok && !r.goesOn(end) {
			return r.cite(i-2, i+1, end)
		}
	}
	switch r.Low(i - 1) {
	case "posted", "posting", "took", "taken", "taking", "takes", "shared", "uploaded", "tweeted":
		if end, ok := r.MediumEnd(i+1, true); ok {
			return r.cite(first, i+1, end)
		}
	}
	if end, ok := r.MediumEnd(i+1, false); ok && lead.Owned(r.Reader, i+1) && r.posted(i) {
		return r.cite(i, i+1, end)
	}
	if end, ok := r.Target(i + 1); ok && r.At(end) == ":" {
		return r.cite(i, i+1, end)
	}
	return Citation{}, false
}

// posted reports whether something is posted a few words before token i.
func (r *reader) posted(i int) bool {
	for j := i - 1; j > i-8 && r.Together(j, i); j-- {
		if r.Is(j, "posted", "posting", "uploaded", "shared") {
			return true
		}
	}
	return false
}

// dated skips "Tuesday's" before a programme or its outlet.
func (r *reader) dated(i int) int {
	j := r.AfterTime(i)
	if j > i && r.Together(i, j+1) && r.Tokens[j].Kind == word.Possessive && (r.QuoteMark(j+1) || r.ToOutlet(j+1)) {
		return j + 1
	}
	return i
}

// episode skips "Tuesday's" or "Tuesday's episode of" before a programme.
func (r *reader) episode(i int) int {
	if j := r.dated(i); j > i {
		return j
	}
	for j := i; j < i+6 && r.Together(i, j); j++ {
		switch r.Low(j) {
		case "episode", "edition", "broadcast", "airing", "show":
			if r.Low(j+1) == "of" && r.Together(i, j+2) {
				return j + 2
			}
		}
	}
	return i
}

// saying looks before a preposition for a verb of saying: next to it the
// citation begins there; with a time between, or when the preposition opens a
// clause, at the preposition.
func (r *reader) saying(i int) (int, bool) {
	if !r.Together(i-1, i) {
		return i, r.Low(i) == "to" || !r.Is(i+2, "follow")
	}
	if r.Tokens[i-1].Kind == word.Mark {
		return i, r.Low(i) == "to" || r.stated[i] || len(r.Cues) == 0
	}
	if r.says(i-1) || r.Is(i-1, "took", "taken", "taking", "takes") || r.saidInCue(i-1) ||
		r.Low(i-1) == "post" && r.Is(i-2, "to", "did", "will", "would", "can", "could", "not") {
		return i - 1, true
	}
	j := lead.BeforeTime(r.Reader, i)
	if j == i {
		return i, r.Is(i, "via", "using", "to") || r.Low(i) == "on" && r.aired(i)
	}
	if r.says(j - 1) {
		return j - 1, true
	}
	return i, r.stated[i] || len(r.Cues) == 0 || !r.Together(j-1, i)
}

// aired reports whether what stands on a medium after token i may be what the
// sentence tells: it tells something, but not that there is something to be
// seen on the medium.
func (r *reader) aired(i int) bool {
	if r.inside[i] || r.Low(i-2) == "be" || r.In(i-1, lexicon.NotAired) {
		return false
	}
	if r.stated[i] || r.tellsBefore(i) {
		return true
	}
	_, named := r.MediumEnd(i+1, false)
	return named && lead.Owned(r.Reader, i+1)
}

// maxObject is the number of tokens within which a verb of telling must stand
// before the medium on which its object is told: "reported her presence on
// Twitter".
const maxObject = 6

// tellsBefore reports whether something is told or posted a few words before
// token i.
func (r *reader) tellsBefore(i int) bool {
	for j := i - 1; j > i-maxObject && r.Together(j, i) && r.Tokens[j].Kind != word.Mark; j-- {
		if r.In(j, lexicon.Telling|lexicon.Saying) && !r.Capital(j) {
			return true
		}
	}
	return r.posted(i)
}

// says reports whether token i is a verb of saying or of being on the air, not
// one of what is still to be aired.
func (r *reader) says(i int) bool {
	return r.Low(i-1) != "be" && r.In(i, lexicon.Saying|lexicon.Appearing) && !(r.Capital(i) && r.Low(i) == "states")
}

// saidInCue reports whether token i is a verb in the past tense that the model
// has read as the cue of a statement.
func (r *reader) saidInCue(i int) bool {
	return r.Tokens[i].Cue && !r.Capital(i) && strings.HasSuffix(r.Low(i), "ed")
}

// post reads "in a tweet", "in a blog post on the site".
func (r *reader) post(i int) (Citation, bool) {
	if r.Capital(i) || r.In(i+1, lexicon.PostNoun) && r.Together(i, i+1) {
		return Citation{}, false // "blog post": read at its last word
	}
	first, ok := r.Opener(r.series(i), "in", "via", "on", "from", "with")
	if !ok || !r.countable(first+1, i) {
		return Citation{}, false
	}
	from, verb := first+1, false
	if r.Together(first-1, first) && r.says(first-1) {
		first, verb = first-1, true
	}
	if r.Low(from-1) == "with" && !verb && r.inside[i] {
		return Citation{}, false // "baited with a tweet"
	}
	if r.Is(i, "message", "messages", "video") && !r.online(from, i) {
		return Citation{}, false
	}
	end := r.postEnd(i + 1)
	if r.Is(i, "post", "posts") && !verb && !r.online(from, i) && !r.ownPost(first, i) && (end == i+1 || !r.stated[i]) {
		return Citation{}, false
	}
	return r.cite(first, from, end)
}

// ownPost reports whether the post at token i is somebody's own and opens the
// sentence, in a text that names a social medium: "In her post, she".
func (r *reader) ownPost(first, i int) bool {
	return r.Opens(first) && lead.Owned(r.Reader, first+1) && r.At(i+1) == "," &&
		slices.ContainsFunc(r.Outlets, func(o phrase.Outlet) bool { return o.Kind == lexicon.Social })
}

// series goes back from posts to what they make up: "a series of tweets".
func (r *reader) series(i int) int {
	for j := i - 1; j > i-4 && r.Together(j-1, i); j-- {
		if r.Low(j) == "of" && r.Is(j-1, "series", "string", "pair", "flurry", "thread", "couple", "number", "round") {
			return j - 1
		}
	}
	return i
}

// postEnd goes over the place of a post at token end: "on Facebook".
func (r *reader) postEnd(end int) int {
	if !r.Is(end, "on", "to", "for", "at") {
		return end
	}
	if e, ok := r.MediumEnd(end+1, true); ok {
		return e
	}
	return end
}

// countable reports whether the noun group of a post has its article, or needs
// none: "in a series of tweets" has one, "in Facebook posts" a medium.
func (r *reader) countable(i, noun int) bool {
	if i == noun {
		return false
	}
	return r.In(i, lexicon.Determiner) || r.Low(noun) == "tweets" || r.Opens(i-1) && lead.Possessed(r.Reader, i, noun) ||
		r.Is(noun, "posts", "messages") && r.online(i, noun)
}

// online reports whether a word in [i, end) shows that a post is no job.
func (r *reader) online(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Tokens[j].Outlet >= 0 || r.Is(j, "blog", "online", "media", "website") {
			return true
		}
	}
	return false
}
