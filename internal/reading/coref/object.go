package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
)

// does returns the entity that does to a pronoun what its clause tells, which is
// somebody else: he in "He called him a liar", Ann in "Ann's calling him a liar".
// Between the two stand one verb, or one and a gerund, and words that go with it: in
// "He said voters called him a liar" others do.
func (r *resolver) does(w Word) (int, bool) {
	if !r.isObject(w) {
		return 0, false
	}
	s := r.doc.String()
	verbs, gerund := 0, false
	for at := w.Start; w.Start-at < farSubject; {
		before, spaced := strings.CutSuffix(s[:at], " ")
		if !spaced {
			return 0, false
		}
		if e, does, ok := r.actor(before, gerund && verbs == 1); ok && verbs > 0 {
			return e, does
		}
		word := lastWord(before)
		at = len(before) - len(word)
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case verbs > 0 && word == "who": // "Ann, who called him"
			e, does, _ := r.actor(strings.TrimRight(s[:at], ", "), false)
			return e, does
		case !unicode.IsLower(first) || starts(word):
			return 0, false
		case withVerb[word] || strings.HasSuffix(word, "ly"):
			continue
		case verbs == 0 && w.thing && lexicon.Reporting(word): // "Boeing said it fell"
			return 0, false
		}
		gerund = gerund || verbs == 0 && strings.HasSuffix(word, "ing")
		if verbs++; verbs > 2 || verbs == 2 && !gerund {
			return 0, false
		}
	}
	return 0, false
}

// actor returns the entity that a text ends with, and whether it does what follows:
// a possessive only what a gerund tells.
func (r *resolver) actor(before string, gerund bool) (entity int, does, ok bool) {
	owner := strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")
	p, ok := r.ends[len(owner)]
	if len(owner) < len(before) || ok && owning[strings.ToLower(r.doc.At(p.Span))] {
		return p.entity, gerund, ok
	}
	return p.entity, ok && r.isSubject(p), ok
}

// farSubject is how many bytes before an object its subject is looked for.
const farSubject = 80

// isObject reports whether something is done to a pronoun. "Her" and "it" are so
// where no noun or verb may follow.
func (r *resolver) isObject(w Word) bool {
	switch strings.ToLower(r.doc.At(w.Span)) {
	case "him", "them":
		return true
	case "her", "it":
		rest, goesOn := strings.CutPrefix(r.doc.String()[w.End:], " ")
		next := firstWord(rest)
		if !goesOn || next == "" {
			return !strings.HasPrefix(rest, "'") && !strings.HasPrefix(rest, "’")
		}
		return starts(next)
	}
	return false
}

// isSubject reports whether a mention is no part of a longer noun group: "aides of
// Mr. Trump".
func (r *resolver) isSubject(p place) bool {
	before := r.doc.String()[:p.Start]
	for {
		before = strings.TrimRight(before, " .")
		word := lastWord(before)
		if small := strings.ToLower(word); !courtesies[small] {
			return !lexicon.In(small, lexicon.Preposition)
		}
		before = before[:len(before)-len(word)]
	}
}

// starts reports whether a word begins a clause or noun group, so that neither a
// verb nor its subject goes on over it.
func starts(word string) bool {
	const groups = lexicon.Preposition | lexicon.Conjunction | lexicon.Determiner
	return clauses[word] || lexicon.In(word, groups)
}

var (
	owning = set("his her its their")
	// clauses begin with these words, or else what does nothing to the object.
	clauses = set(`that than as if because when while who whom which what how why where
		before after since until but nor so like without behind beside upon above below
		beyond despite except amid during toward towards through off again`)
	// withVerb are words that stand with a verb.
	withVerb = set(`has have had having was were is are be been being will would can could
		may might must shall should do does did not never also even just still always
		often once twice then soon already ever both all recently later first again
		himself herself itself themselves`)
)
