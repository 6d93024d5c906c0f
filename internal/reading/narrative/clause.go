package narrative

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// A reader is one sentence while it is being read.
type reader struct {
	chunk.Sentence

	low []string // its words in small letters, with straight apostrophes
}

func newReader(doc *text.Text) *reader {
	return &reader{Sentence: chunk.Sentence{Text: doc.String()}}
}

func (r *reader) fill(s text.Span) {
	r.Fill(s)
	r.low = r.low[:0]
	for _, t := range r.Tokens {
		r.low = append(r.low, strings.ReplaceAll(t.Word, "’", "'"))
	}
}

// Low returns a word in small letters, "" outside the sentence.
func (r *reader) Low(i int) string {
	if i < 0 || i >= len(r.low) {
		return ""
	}
	return r.low[i]
}

// Passed reports whether a word may stand between those of a row.
func (r *reader) Passed(i int) bool {
	w := r.Low(i)
	return passed[w] || chunk.IsAdverb(w) && w != "likely" && w != "unlikely"
}

// judgement returns the judgement that the main clause of the sentence is.
func (r *reader) judgement(scope Scope) (Judgement, bool) {
	if r.Title || r.otherVoice() {
		return Judgement{}, false
	}
	start := r.start()
	for i := start; i < len(r.low) && (i == start || !r.endsSubject(i)); i++ {
		row, end, ok := r.rowAt(i, scope)
		if !ok {
			continue
		}
		verb := r.withModal(i)
		start = r.lastSubject(start, verb)
		if !r.fits(row, start, verb, end) {
			return Judgement{}, false
		}
		to := r.clauseEnd(end)
		out := Judgement{Act: row.act, Certainty: row.certainty, Content: r.span(start, to)}
		switch {
		case row.certainty == unknown:
		case row.certainty != certain:
			out.Hedges = []text.Span{r.hedge(i, end)}
		case supposing[r.Low(verb)]:
			out.Certainty = possible
			out.Hedges = []text.Span{r.span(verb, verb+1)}
		case r.Low(verb) == "will":
			out.Act = forecast
		}
		if r.Low(end) == "have" && r.Low(end-1) != "to" && chunk.IsPast(r.Low(end+1)) {
			out.Act = assess // of what has been: "would probably have won"
		}
		return out, !r.speaks(start, to)
	}
	return Judgement{}, false
}

// fits reports whether the words around those of a row let it stand: the subject
// before the verb group, what follows, and negations.
func (r *reader) fits(row *rule, start, verb, end int) bool {
	if row.is(negated) != r.denied(verb, end) || !r.isSubject(start, verb) {
		return false
	}
	last := verb - 1
	for last > start && r.Passed(last) {
		last--
	}
	switch {
	case r.Low(verb) == "'s" && !dummies[r.Low(last)]:
		return false // a possessive
	case row.is(ofDummies):
		plain := r.Low(verb) != "will" && !supposing[r.Low(verb)]
		return plain && last == start && r.Low(last) != "here" && dummies[r.Low(last)]
	case row.is(ofThings):
		return !r.Upper(last) && !people[r.Low(last)] || last == start && dummies[r.Low(last)]
	case row.is(predicate):
		return end >= len(r.low) || !r.Is(end, chunk.WordForm) || closing[r.Low(end)]
	case row.is(verbal):
		return !chunk.Determiners[r.Low(end)]
	}
	return true
}

// lastSubject returns the start of a second clause that "it" or the like begins:
// "he stays and it is unclear".
func (r *reader) lastSubject(start, verb int) int {
	for verb > start && r.Passed(verb-1) {
		verb--
	}
	joined := r.Low(verb-2) == "and" || r.Low(verb-2) == "but"
	if joined && dummies[r.Low(verb-1)] {
		return verb - 1
	}
	return start
}

// withModal goes back over the auxiliaries before a verb.
func (r *reader) withModal(i int) int {
	for modals[r.Low(i-1)] || r.Passed(i-1) && modals[r.Low(i-2)] {
		i--
	}
	return i
}

// otherVoice reports whether the sentence has a word that shows that the author
// speaks as a person, or somebody else.
func (r *reader) otherVoice() bool {
	for _, w := range r.low {
		if persons[w] {
			return true
		}
	}
	return r.Low(1) == ":" || r.Low(2) == ":" // a transcript names its speakers
}

// speaks reports whether a clause has words of what others say or think, which may
// be a statement that was not found.
func (r *reader) speaks(from, to int) bool {
	for i := from; i < min(len(r.low), to+3); i++ {
		if speech[r.low[i]] {
			return true
		}
	}
	return false
}

// start returns the first word of the main clause: behind conjunctions and what
// stands before a comma, if that is short. A clause must stand before a comma.
func (r *reader) start() int {
	const opening, clause = 14, 40
	i := 0
	for connectives[r.Low(i)] {
		i++
	}
	if r.Low(i) == "," {
		i++
	}
	if !leading[r.Low(i)] {
		return i
	}
	longest := opening
	if clauses[r.Low(i)] {
		longest = clause
	}
	for k := i + 1; k < min(len(r.low), i+longest); k++ {
		if r.Low(k) == "," {
			return k + 1
		}
	}
	if clauses[r.Low(i)] {
		return len(r.low)
	}
	return i
}

// endsSubject reports whether a word cannot stand before the verb of a main clause
// whose subject has no clause of its own.
func (r *reader) endsSubject(i int) bool {
	switch r.Low(i) {
	case ",", ";", ":", "—", "(", "--", "–":
		return true
	}
	return subordinate[r.Low(i)]
}

// isSubject reports whether the words may be the subject of a judgement: some, and
// no verb among them.
func (r *reader) isSubject(from, to int) bool {
	const longest = 16
	for to > from && r.Passed(to-1) {
		to--
	}
	if to <= from || to-from > longest || joints[r.Low(to-1)] {
		return false
	}
	for i := from; i < to; i++ {
		if finite[r.Low(i)] {
			return false
		}
	}
	return true
}

// denied reports whether the words that bear a judgement are negated.
func (r *reader) denied(from, to int) bool {
	for i := from - 1; i < to; i++ {
		if w := r.Low(i); negations[w] || strings.HasSuffix(w, "n't") {
			return true
		}
	}
	return false
}

// clauseEnd returns the end of the clause: up to the stop, or the comma before a
// clause beside it.
func (r *reader) clauseEnd(end int) int {
	to := end
	for to < len(r.low) && r.Low(to) != ";" && r.Low(to) != "—" {
		if r.Low(to) == "," && beside[r.Low(to+1)] {
			break
		}
		to++
	}
	for to > end && r.Is(to-1, chunk.SignForm) && r.Low(to-1) != ")" && r.Low(to-1) != "%" {
		to--
	}
	return to
}

func (r *reader) span(from, to int) text.Span {
	return text.Span{Start: r.Tokens[from].Start, End: r.Tokens[to-1].End}
}

// hedge returns the words of a row that lower the certainty.
func (r *reader) hedge(from, end int) text.Span {
	for from < end-1 && (plain[r.Low(from)] || !hedging[r.Low(from)] && r.Passed(from)) {
		from++
	}
	for end > from+1 && hedging[r.Low(from)] && !hedging[r.Low(end-1)] {
		end--
	}
	return r.span(from, end)
}

var (
	negations = chunk.WordSet("not never no hardly")
	passed    = chunk.WordSet(`also still now even just all already once again yet too far so thus
		almost most`)
	joints    = chunk.WordSet("to and or but")
	clauses   = chunk.WordSet("as while although though because when if once whatever until")
	dummies   = chunk.WordSet("it that this there here what these those")
	people    = chunk.WordSet("he she they who")
	closing   = chunk.WordSet(`to for that in and because given when as if but about at of considering`)
	modals    = chunk.WordSet("would could will may might has have had been be")
	supposing = chunk.WordSet("would could may might")
	// words of the author as a person, or of the reader
	persons = chunk.WordSet("i my me i'm i've i'd i'll let's")
	speech  = chunk.WordSet(`show shows showed notes noted said says say according told asked thinks think believe believes
		believed claims claimed argues argued critics supporters analysts
		experts economists observers poll polls`)
	connectives = chunk.WordSet(`but and yet so still however meanwhile moreover besides then
		nevertheless nonetheless indeed now instead also even`)
	leading = chunk.WordSet(`in on at by for with after before during since despite among under over
		given amid as while although though because when from until without if
		once whatever unlike beyond like regardless if ultimately finally
		politically today perhaps meanwhile still however yet either`)
	subordinate = chunk.WordSet(`that which who whose whom whether if because although though while when
		where why how what unless until`)
	finite = chunk.WordSet(`is are was were has have had do does did will would can could should may
		might must seems seemed appears appeared isn't wasn't aren't weren't
		don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't`)
	beside  = chunk.WordSet(`but and or although though while whereas yet so which who where`)
	plain   = chunk.WordSet("is are was were be been being will would has have had 's 're")
	hedging = chunk.WordSet(`likely unlikely probably could may might perhaps arguably seems seemed
		appears appeared possible possibly almost most certainly undoubtedly
		surely inevitably doubtless`)
)
