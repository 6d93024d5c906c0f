// Package pattern holds words against patterns of words, in which rules of
// language are written.
//
// In go the words of a text in small letters with straight apostrophes; out comes
// whether a pattern stands among them, or how many it takes. A pattern that was
// compiled may be used by many goroutines; matching takes time linear in the words
// and at most 4 to the power of its gaps.
package pattern

import (
	"slices"
	"strings"
)

// A Pattern is a sequence of slots that words fill. It is written as words with
// spaces: "a/b" is either, "plan*" begins so, "…" stands for up to three words,
// a word in capitals for one of a class. "^" at the start ties the pattern to
// the first word, "!" before a slot is any word but these.
type Pattern struct {
	first bool
	slots []slot
}

type slot struct {
	gap    bool
	but    bool
	whole  []string
	begins []string
}

// maxGap is the number of words that "…" may stand for.
const maxGap = 3

// classes are the words that a word in capitals stands for.
var classes = map[string]string{
	"BE": "is/are/was/were/be/been/being/'s/'re",
	"NOT": "not/never/cannot/don't/doesn't/didn't/isn't/aren't/wasn't/weren't/" +
		"haven't/hasn't/hadn't/won't/wouldn't/can't/couldn't/shouldn't/ain't",
	"WILLNOT": "won't/wouldn't",
	"WILL":    "will/would/'ll/shall",
	// what one says, and what one who keeps silent does not do
	"SPEAK": "comment/say/tell/discuss/answer/respond/reply/reveal/speculate/" +
		"elaborate/identify/name/specify/disclose/detail/confirm/explain/talk/speak/" +
		"clarify/describe/characterize/interview/interviewed/identified/named/quoted/" +
		"state/define/address/release/weigh",
	"MENTION": "mention*/reference*/refer*/address*/acknowledg*/discuss*/bring/raise*/" +
		"cite/cited/citing/name/named/naming/note/noted/include*/report*/elaborat*",
	"DENY":   "deny/denied/denies/denying/denial/denials",
	"REFUSE": "refuse/refuses/refused/refusing/refusal/declin*",
}

// Compile reads a pattern. Every string is one.
func Compile(s string) Pattern {
	var p Pattern
	s, p.first = strings.CutPrefix(s, "^")
	for _, field := range strings.Fields(s) {
		p.slots = append(p.slots, newSlot(field))
	}
	return p
}

func newSlot(field string) slot {
	if field == "…" {
		return slot{gap: true}
	}
	var out slot
	field, out.but = strings.CutPrefix(field, "!")
	for _, w := range strings.Split(field, "/") {
		for _, w := range strings.Split(member(w), "/") {
			if stem, cut := strings.CutSuffix(w, "*"); cut {
				out.begins = append(out.begins, stem)
			} else {
				out.whole = append(out.whole, w)
			}
		}
	}
	return out
}

// member returns the words of a class, or the word itself.
func member(w string) string {
	if words, ok := classes[w]; ok {
		return words
	}
	return w
}

func (s slot) fits(word string) bool {
	is := slices.Contains(s.whole, word) ||
		slices.ContainsFunc(s.begins, func(stem string) bool { return strings.HasPrefix(word, stem) })
	return is != s.but
}

// In reports whether the pattern stands somewhere among words. One without slots
// stands everywhere.
func (p Pattern) In(words []string) bool {
	if len(p.slots) == 0 {
		return true
	}
	for i := range words {
		if _, ok := match(p.slots, words[i:]); ok {
			return true
		}
		if p.first {
			break
		}
	}
	return false
}

// Len returns the number of its slots.
func (p Pattern) Len() int { return len(p.slots) }

// At returns how many words the pattern takes at their beginning.
func (p Pattern) At(words []string) (int, bool) { return match(p.slots, words) }

// match returns how many words fill the slots, which begin at the first.
func match(slots []slot, words []string) (int, bool) {
	n := 0
	for i, s := range slots {
		if s.gap {
			for skip := range min(maxGap, len(words)-n) + 1 {
				if m, ok := match(slots[i+1:], words[n+skip:]); ok {
					return n + skip + m, true
				}
			}
			return 0, false
		}
		if n >= len(words) || !s.fits(words[n]) {
			return 0, false
		}
		n++
	}
	return n, true
}
