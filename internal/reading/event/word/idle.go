package word

import "strings"

// An idleRow lists words that tell of no act where others stand near: right behind
// them, or right before. In the example the word is in brackets.
type idleRow struct{ words, before, behind, example string }

var idleRows = []idleRow{
	{
		words:  "declined declines declining refused refuses refusing",
		behind: "to-comment to-elaborate to-speculate", example: "Trump [declined] to comment.",
	},
	{
		words: "demand", // "growing demands for his resignation" are made of someone
		before: `growing strong weak global domestic consumer world rising falling slowing
			increased increasing economic weaker stronger higher lower market`,
		example: "There is growing [demand] for such phones.",
	},
	{
		words: "meet meets meeting met",
		behind: `a-variety the-deadline the-needs the-demand the-challenge expectations
			goals targets demand deadlines standards needs`,
		example: "Few smaller firms [meet] expectations.",
	},
	{
		words: "signed sign signs signing", behind: "up off",
		example: "Eight million have [signed] up.",
	},
	{
		words: "riot", behind: "police gear shields squad squads troops officers control",
		example: "They fled as [riot] police came.",
	},
	{
		words:  "concede concedes conceded conceding",
		behind: "that", example: "He [conceded] that he was late.",
	},
	{
		words: "charge charges",
		before: `pretax pre-tax restructuring noncash non-cash one-time impairment
			write-down writedown`,
		behind:  "of-$ of-€ of-£",
		example: "Ford booked one-time [charges] in May.",
	},
	{
		words: "battle", behind: "ready", example: "The troops are [battle] ready.",
	},
	{
		words:   "blame",
		before:  "take-the takes-the took-the taken-the taking-the accept-the accepted-the",
		example: "He has taken the [blame].",
	},
	{
		words:  "backed brokered sponsored funded led supported controlled",
		before: "-", example: "The U.S.-[backed] rebels slept.",
	},
}

// An idleContext is what stands on one side of each word.
type idleContext map[string]map[string]bool

var idleBefore, idleBehind = idleContexts()

func idleContexts() (before, behind idleContext) {
	before, behind = idleContext{}, idleContext{}
	for _, r := range idleRows {
		for w := range strings.FieldsSeq(r.words) {
			for c := range strings.FieldsSeq(r.before) {
				before.add(w, spaced(c))
			}
			for c := range strings.FieldsSeq(r.behind) {
				behind.add(w, spaced(c))
			}
		}
	}
	return before, behind
}

// spaced returns the words that a hyphen joins in a row; one alone is a hyphen.
func spaced(words string) string {
	if words == "-" {
		return words
	}
	return strings.ReplaceAll(words, "-", " ")
}

func (c idleContext) add(word, beside string) {
	if c[word] == nil {
		c[word] = map[string]bool{}
	}
	c[word][beside] = true
}

// Idle reports whether a word tells of no act for the word or hyphen before it, or
// the two words, and the two words behind it, all in small letters.
func Idle(word, before, behind, next string) bool {
	if idleBefore[word][before] {
		return true
	}
	return idleBehind[word][behind] || idleBehind[word][behind+" "+next]
}
