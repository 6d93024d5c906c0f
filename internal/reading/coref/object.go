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
		if verbs > 0 {
			if p, ok := r.ends[len(before)]; ok {
				own := owning[strings.ToLower(r.doc.At(p.Span))]
				return p.entity, r.isSubject(p) && (!own || gerund && verbs == 1)
			}
			owner := strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")
			if p, ok := r.ends[len(owner)]; ok {
				return p.entity, gerund && verbs == 1
			}
		}
		word := lastWord(before)
		at = len(before) - len(word)
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case verbs > 0 && word == "who": // "Ann, who called him"
			p, ok := r.ends[len(strings.TrimRight(s[:at], ", "))]
			return p.entity, ok && r.isSubject(p)
		case !unicode.IsLower(first) || starts(word):
			return 0, false
		case !withVerb[word] && !strings.HasSuffix(word, "ly"):
			gerund = gerund || verbs == 0 && strings.HasSuffix(word, "ing")
			said := verbs == 0 && w.thing && lexicon.Reporting(word)
			if verbs++; verbs > 2 || verbs == 2 && !gerund || said {
				return 0, false // "Boeing said it in May would close"
			}
		}
	}
	return 0, false
}

// farSubject is how many bytes before an object its subject is looked for.
const farSubject = 80

// isObject reports whether a pronoun is one that something is done to. "Her" and "it"
// are where no noun or verb may follow.
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

// starts reports whether a word begins a clause or noun group, so that neither a verb
// nor its subject goes on over it.
func starts(word string) bool {
	return clauses[word] || lexicon.In(word, lexicon.Preposition|lexicon.Conjunction|lexicon.Determiner)
}

var (
	owning = set("his her its their")
	// clauses begin with these words, or something that does nothing to what follows.
	clauses = set(`that than as if because when while who whom which what how why where
		before after since until but nor so like without behind beside upon above below
		beyond despite except amid during toward towards through off again`)
	// withVerb are words that stand with a verb.
	withVerb = set(`has have had having was were is are be been being will would can could
		may might must shall should do does did not never also even just still always
		often once twice then soon already ever both all recently later first again
		himself herself itself themselves`)
)
