package chunk

import "strings"

// An Index finds the rows of a table of phrases in the tokens of a sentence.
// "(s)" at the end of a row stands for the singular and the plural, and such a
// row in -meter or -liter for the British spelling too.
type Index struct {
	variants []variant
	byFirst  map[string][]int // the variants that begin with a word, longest first
	byLast   map[string][]int
}

type variant struct {
	words []string
	row   int
}

// NewIndex makes an index of rows of words in lower case.
func NewIndex(rows []string) Index {
	x := Index{byFirst: map[string][]int{}, byLast: map[string][]int{}}
	for row, s := range rows {
		for _, form := range spellings(s) {
			words := strings.Fields(form)
			x.variants = append(x.variants, variant{words, row})
			x.insert(x.byFirst, words[0])
			x.insert(x.byLast, words[len(words)-1])
		}
	}
	return x
}

// spellings lists what a row stands for.
func spellings(row string) []string {
	stem, both := strings.CutSuffix(row, "(s)")
	if !both {
		return []string{row}
	}
	forms := []string{stem, stem + "s"}
	for _, ending := range []string{"meter", "liter"} {
		if british, ok := strings.CutSuffix(stem, ending); ok {
			british += ending[:3] + "re"
			forms = append(forms, british, british+"s")
		}
	}
	return forms
}

// insert keeps the variants of one word from the longest to the shortest; the
// last variant is the new one.
func (x Index) insert(index map[string][]int, word string) {
	added := len(x.variants) - 1
	list := append(index[word], added)
	at := len(list) - 1
	for ; at > 0 && x.length(list[at-1]) < x.length(added); at-- {
		list[at] = list[at-1]
	}
	list[at] = added
	index[word] = list
}

func (x Index) length(variant int) int { return len(x.variants[variant].words) }

// After returns the longest row that begins at a token, and the token after it.
func (x Index) After(s *Sentence, i int) (row, to int, ok bool) {
	for _, v := range x.byFirst[s.Word(i)] {
		if to, ok := s.Matches(i, x.variants[v].words); ok {
			return x.variants[v].row, to, true
		}
	}
	return 0, i, false
}

// Before returns the longest row that ends right before a token, a full stop
// aside, and its first token.
func (x Index) Before(s *Sentence, i int) (row, from int, ok bool) {
	if s.Word(i-1) == "." {
		i--
	}
	for _, v := range x.byLast[s.Word(i-1)] {
		from := i - x.length(v)
		if _, ok := s.Matches(from, x.variants[v].words); ok {
			return x.variants[v].row, from, true
		}
	}
	return 0, i, false
}
