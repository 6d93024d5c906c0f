package silence

import (
	"strings"

	"readout/internal/language/chunk"
)

// The tables, ready to be matched.
var (
	idiomRules  = compileIdioms()
	frameRules  = compileFrames()
	verbsByForm = indexVerbs()
)

type idiomRule struct {
	idiom

	words        chunk.Pattern
	prepositions []chunk.Pattern
	needs        map[string]bool
}

type frameRule struct {
	frame

	words chunk.Pattern
}

type verbRule struct {
	verb

	prepositions []chunk.Pattern
	needs        map[string]bool
}

func compileIdioms() []idiomRule {
	out := make([]idiomRule, len(idioms))
	for i, x := range idioms {
		out[i] = idiomRule{x, compile(x.words), prepositions(x.leads), wordsOf(x.needs)}
	}
	return out
}

func compileFrames() []frameRule {
	out := make([]frameRule, len(frames))
	for i, f := range frames {
		out[i] = frameRule{f, compile(f.words)}
	}
	return out
}

func indexVerbs() map[form]map[string][]verbRule {
	out := map[form]map[string][]verbRule{base: {}, third: {}, past: {}, gerund: {}}
	for _, v := range verbs {
		rule := verbRule{v, prepositions(v.leads), wordsOf(v.needs)}
		for f, w := range forms(v.forms) {
			out[form(f)][w] = append(out[form(f)][w], rule)
		}
	}
	return out
}

// forms returns the four forms of a verb, those of a regular one by its base.
func forms(s string) []string {
	all := strings.Fields(s)
	if len(all) > 1 {
		return all
	}
	if stem, ok := strings.CutSuffix(s, "e"); ok {
		return []string{s, s + "s", s + "d", stem + "ing"}
	}
	if stem, ok := strings.CutSuffix(s, "y"); ok {
		return []string{s, stem + "ies", stem + "ied", s + "ing"}
	}
	return []string{s, s + "s", s + "ed", s + "ing"}
}

// prepositions compiles a list such as "on/about/as to".
func prepositions(s string) []chunk.Pattern {
	var out []chunk.Pattern
	for _, p := range strings.Split(s, "/") {
		if p != "" {
			out = append(out, compile(p))
		}
	}
	return out
}

// wordsOf returns the words that an object must hold one of, nil where any will
// do.
func wordsOf(s string) map[string]bool {
	if s == "" {
		return nil
	}
	if members, ok := classes[s]; ok {
		s = members
	}
	return chunk.WordSet(strings.ReplaceAll(s, "/", " "))
}
