package coref

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// authors are who says "I" outside quotation marks: the one whose turn it is, the
// one who answers an interviewer, the one in the byline, or the one who signs what
// stands before: a letter, an opinion with a line on its author.
type authors struct {
	byline int     // entity, or -1
	signed []place // the line with a signature, and whose it is
	turns  []place // the line that a name and a colon begin, and whose turn it is
	asked  talk
}

const (
	topLines      = 4    // lines in which a byline is looked for
	signatureTail = 6    // words behind a name that signs: a place, a party
	signatureFar  = 4000 // bytes from "I" to the signature
)

// bylines are the words, in small letters, that stand before the author's name.
var bylines = set("by from")

// courtesies are titles before a name in a byline or signature, without their stop.
var courtesies = set(`mr mrs ms dr sen rep gov senator representative governor president
	secretary mayor prof professor former`)

// learnAuthors reads the lines of the text for a byline and signatures.
func (r *resolver) learnAuthors() {
	r.author.byline = -1
	s := r.doc.String()
	last := len(strings.TrimRight(s, " \r\n\t"))
	next, line := 0, 0
	for start := 0; start < last; {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i
		}
		for next < len(r.names) && r.names[next].Start < start {
			next++
		}
		if next < len(r.names) && r.names[next].End <= end {
			r.learnLine(r.names[next], text.Span{Start: start, End: min(end, last)}, line, end >= last)
		}
		if words := strings.TrimSpace(s[start:end]); words != "" {
			line++
			r.author.asked.learn(words, text.Span{Start: start, End: end})
		}
		start = end + 1
	}
	if len(r.author.turns) < leastTurns {
		r.author.turns = nil
	}
	r.author.asked.whom = r.interviewed()
}

// learnLine notes what the first name of a line, numbered from 0, tells: a byline, a signature, or a last
// line about the author.
func (r *resolver) learnLine(n place, line text.Span, number int, last bool) {
	if r.in.Entities[n.entity].Kind != mention.Person || n.End > line.End {
		return
	}
	s := r.doc.String()
	by, ok := leads(s[line.Start:n.Start])
	rest := s[n.End:line.End]
	if ok && !by && strings.HasPrefix(rest, ":") {
		r.author.turns = append(r.author.turns, place{line, n.entity})
		return
	}
	short := len(strings.Fields(rest)) <= signatureTail && !strings.ContainsAny(rest, "”\"!?")
	told := last && (strings.Contains(rest, " is ") || strings.Contains(rest, " was "))
	switch {
	case !ok || number == 0 && !by:
	case by && short && number < topLines:
		r.author.byline = n.entity
	case !by && (told || short && !strings.Contains(rest, "’s") && !strings.Contains(rest, "'s")):
		r.author.signed = append(r.author.signed, place{line, n.entity})
	}
}

// leads reports whether the words before a name let it be one of an author, and whether
// they make it a byline.
func leads(words string) (by, ok bool) {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		w = strings.Trim(w, ".—–-*:")
		by = by || bylines[w]
		if w != "" && !courtesies[w] && !bylines[w] {
			return by, false
		}
	}
	return by, true
}

// numbered are words before the numeral that looks like "I".
var numbered = set("war part title phase division type class world act volume chapter")

// writes returns who says a first person that stands outside quotation marks.
func (r *resolver) writes(w Word) (int, bool) {
	before := strings.Fields(r.doc.String()[max(0, w.Start-signatureTail*2):w.Start])
	if len(before) > 0 && numbered[strings.ToLower(before[len(before)-1])] {
		return 0, false
	}
	if e, ok := r.turn(w); ok {
		return e, true
	}
	if r.author.asked.whom >= 0 {
		return r.author.asked.whom, !r.author.asked.asks(w.Start)
	}
	if r.author.byline >= 0 {
		return r.author.byline, true
	}
	i, _ := slices.BinarySearchFunc(r.author.signed, w.Start, begins)
	if i == len(r.author.signed) || r.author.signed[i].Start-w.Start > signatureFar {
		return 0, false
	}
	return r.author.signed[i].entity, true
}
