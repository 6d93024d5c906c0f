package coref

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
)

// Who speaks goes on speaking, and seldom names himself in what he says.
const (
	spoke        = 0.4 // 0.4 to 0.6 serve best on PolNeAR's training texts, less elsewhere
	namesHimself = 0.15
	lately       = 700  // bytes back that a speaker is looked for
	reach        = 4000 // bytes of a quotation on each side of a word that are looked at
)

// A part is quoted words, with the index of the statement that they are of.
type part struct {
	text.Span
	of int
}

// learnStatements puts the statements in order.
func (r *resolver) learnStatements() {
	r.speaks = map[text.Span]attribution.Statement{}
	for i, s := range r.in.Statements {
		for _, q := range s.Quoted {
			r.parts = append(r.parts, part{q, i})
		}
		if !s.Speaker.Empty() {
			r.speaks[s.Speaker] = s
			r.byCue = append(r.byCue, s)
		}
	}
	for _, q := range r.in.Quotations {
		if q.Depth == 0 {
			r.quoted = append(r.quoted, q)
		}
	}
	byStart := func(a, b part) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(r.parts, byStart)
	slices.SortStableFunc(r.byCue, func(a, b attribution.Statement) int { return cmp.Compare(a.Cue.Start, b.Cue.Start) })
}

// between returns the statements with a speaker whose cues start in a range.
func (r *resolver) between(from, to int) []attribution.Statement {
	start := func(s attribution.Statement, at int) int { return cmp.Compare(s.Cue.Start, at) }
	i, _ := slices.BinarySearchFunc(r.byCue, from, start)
	j, _ := slices.BinarySearchFunc(r.byCue, to, start)
	return r.byCue[i:j]
}

// spokeBefore returns the speaker of the last statement before a word that is
// spoken of near it.
func (r *resolver) spokeBefore(w Word) (int, bool) {
	best, at := -1, w.Start-lately
	for _, s := range r.between(w.Start-2*lately, w.Start+lately) {
		if s.Speaker.Start <= at || s.Speaker.Start >= w.Start {
			continue
		}
		if e, ok := r.speaker(s); ok {
			best, at = e, s.Speaker.Start
		}
	}
	return best, best >= 0
}

// named reports whether the content of a statement names an entity, or its quoted
// part means it by a pronoun.
func (r *resolver) named(e int, s attribution.Statement) bool {
	mentions := r.in.Entities[e].Mentions
	for _, c := range s.Content {
		if i, _ := slices.BinarySearchFunc(mentions, c.Start, startsAt); i < len(mentions) && mentions[i].Start < c.End {
			return true
		}
	}
	for _, q := range s.Quoted {
		i, _ := slices.BinarySearchFunc(r.in.Words, q.Start, func(w Word, at int) int { return startsAt(w.Span, at) })
		for ; i < len(r.in.Words) && r.in.Words[i].Start < q.End; i++ {
			if of, taken := r.taken[i]; taken && of == e && r.in.Words[i].person == third {
				return true
			}
		}
	}
	return false
}

// firstPersons resolves "I" and "we" inside quotation marks, who speaks, and "I"
// outside them, who writes.
func (r *resolver) firstPersons() {
	resolved := r.mentions()
	before := NewAntecedents(r.doc, r.in.Entities, resolved)
	for i, w := range r.in.Words {
		p, named := r.ends[w.End]
		if w.person != first || named && p.Start < w.Start { // "Norton I"
			continue
		}
		e, own, ok := r.says(w, resolved, before)
		if !own {
			e, ok = r.quotedBy(w)
		}
		if _, quoted := r.quotation(w.Start); !quoted && !w.plural {
			e, ok = r.writes(w)
		}
		if !ok {
			continue
		}
		if kind := r.in.Entities[e].Kind; w.plural == (kind != mention.Person) {
			r.take(i, e)
		}
	}
}

// says returns who says the statement whose quoted part holds a word, and whether
// there is one: its speaker, who may be nobody that is named.
func (r *resolver) says(
	w Word, resolved []Mention, before *Antecedents,
) (entity int, own, ok bool) {
	q, _ := r.quotation(w.Start)
	start := func(p part, at int) int { return startsAt(p.Span, at) }
	i, _ := slices.BinarySearchFunc(r.parts, w.Start+1, start)
	for i--; i >= 0 && w.Start-r.parts[i].Start < reach; i-- {
		s := r.in.Statements[r.parts[i].of]
		inside := !s.Speaker.Empty() && q.Contains(s.Speaker)
		if inside || !r.parts[i].Contains(w.Span) {
			continue
		}
		if entity, ok = r.speaker(s); !ok {
			entity, ok = Of(r.doc, resolved, s.Speaker)
		}
		if !ok {
			entity, ok = before.Of(s.Speaker)
		}
		return entity, true, ok
	}
	return 0, false, false
}

// quotedBy returns who says the quoted words that hold a word: the speaker of the
// statement in whose quotation it stands, or else the last speaker named in the
// paragraph, outside quotation marks.
func (r *resolver) quotedBy(w Word) (int, bool) {
	q, ok := r.quotation(w.Start)
	if !ok {
		return 0, false
	}
	best, held := -1, false
	from, to := max(q.Start, w.Start-reach), min(q.End, w.Start+reach)
	for _, s := range r.between(from-lately, to+lately) {
		if q.Contains(s.Speaker) {
			continue
		}
		own := slices.ContainsFunc(s.Quoted, q.Overlaps)
		if !own && (held || !r.inParagraph(s.Speaker.Start, w.Start)) {
			continue
		}
		if e, known := r.speaker(s); known {
			best, held = e, own
		}
	}
	return best, best >= 0
}

// quotation returns the outermost quotation around a place.
func (r *resolver) quotation(at int) (text.Span, bool) {
	i, _ := slices.BinarySearchFunc(r.quoted, at+1, func(q segment.Quotation, at int) int { return startsAt(q.Outer, at) })
	if i == 0 || r.quoted[i-1].Outer.End <= at {
		return text.Span{}, false
	}
	return r.quoted[i-1].Outer, true
}

// inParagraph reports whether no line ends between two places.
func (r *resolver) inParagraph(a, b int) bool {
	return !strings.Contains(r.doc.String()[min(a, b):max(a, b)], "\n")
}

// speaker returns the entity that a statement's speaker is, as far as words are
// resolved.
func (r *resolver) speaker(s attribution.Statement) (int, bool) {
	if e, ok := r.heads.Of(s.Speaker); ok {
		return e, true
	}
	e, ok := r.at[s.Speaker.Start]
	return e, ok && r.isWord(s.Speaker)
}

// isWord reports whether a phrase is one of the referring words.
func (r *resolver) isWord(phrase text.Span) bool {
	i, found := slices.BinarySearchFunc(r.in.Words, phrase.Start, func(w Word, at int) int { return startsAt(w.Span, at) })
	return found && r.in.Words[i].End == phrase.End
}
