package stance

import (
	"slices"
	"strings"
)

// A pattern is a sequence of slots that words fill. It is written as words with
// spaces: "a/b" is either, "plan*" begins so, "…" stands for up to three words,
// a word in capitals for one of a class. "^" at the start ties the pattern to
// the first word, "!" before a slot is any word but these.
type pattern struct {
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

func compile(s string) pattern {
	var p pattern
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

// in reports whether the pattern stands somewhere among words. One without slots
// stands everywhere.
func (p pattern) in(words []string) bool {
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

// at returns how many words the pattern takes at their beginning.
func (p pattern) at(words []string) (int, bool) { return match(p.slots, words) }

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

// A rule says what a statement is when words stand in its speaker, its cue and at
// the start of its content. Right is how often that holds: of rules that ten or
// more statements of the training labels have, the share, and else an estimate.
type rule[V comparable] struct {
	who, cue, content pattern
	value             V
	right             float64
	example           string // "[speaker] «cue» {content}"
}

// when returns the rule of a pattern "[speaker] cue {content}", of which any part
// may be left out.
func when[V comparable](parts string, value V, right float64, example string) rule[V] {
	who, rest := cut(parts, "[", "]")
	content, cue := cut(rest, "{", "}")
	return rule[V]{compile(who), compile(cue), compile(content), value, right, example}
}

// cut takes out what stands between two marks.
func cut(s, open, end string) (inside, rest string) {
	before, after, found := strings.Cut(s, open)
	if !found {
		return "", s
	}
	inside, after, _ = strings.Cut(after, end)
	return inside, before + after
}

// A table is its rules in order: the first that fits counts.
type table[V comparable] []rule[V]

// find returns the first rule that fits.
func (t table[V]) find(s saying) (*rule[V], bool) {
	for i := range t {
		r := &t[i]
		if r.cue.in(s.by) && r.who.in(s.who) && r.content.in(s.what) {
			return r, true
		}
	}
	return nil, false
}

// decide returns the value of the first rule that fits when it is right more often
// than the model is sure, and else the model's.
func (t table[V]) decide(s saying, g guess[V]) V {
	if r, ok := t.find(s); ok && r.right > g.odds {
		return r.value
	}
	return g.value
}
