package lead

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// Speaking reads "speaking to X", "talked live on Sunday with X" at token i, where
// X is an outlet.
func Speaking(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	j := r.AfterTime(i + 1)
	for _, adverb := range []string{"exclusively", "earlier", "later", "live"} {
		if r.Low(j) == adverb {
			j++
		}
	}
	switch r.Low(i) {
	case "appeared", "appearing", "appears":
		if r.Low(j) != "with" {
			return Found{}, false // on a medium: another rule
		}
	case "sat", "sits", "sitting":
		if r.Low(j) != "down" || !r.Is(j+1, "with", "for") {
			return Found{}, false
		}
		j++
	}
	if p := r.At(j); p != "to" && p != "with" && p != "on" && p != "for" {
		return Found{}, false
	}
	end, ok := r.Target(j + 1)
	if !ok || !r.Together(i, j+1) {
		return Found{}, false
	}
	return r.found(i, j+1, r.Tail(j+1, end))
}

// Interviewed reads "interviewed by X", "reached by X".
func Interviewed(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	j := i + 1
	for r.Low(i) == "interviewed" && j < i+6 && r.Together(i, j) && r.Low(j) != "by" {
		j++
	}
	if r.Low(j) != "by" || !r.Together(i, j+1) {
		return Found{}, false
	}
	end, ok := r.Target(j + 1)
	if !ok {
		return Found{}, false
	}
	return r.found(i, j+1, end)
}

// HostAfter reads a trade of the air and a name: "late night talk show host Ann
// Example".
func HostAfter(r *phrase.Reader, i int) (int, bool) {
	for j := i; j < i+6 && r.Together(i, j+1) && r.Tokens[j].Kind == word.Word; j++ {
		if r.In(j, lexicon.HostTrade) && r.PersonAt(j+1) {
			return r.NameEnd(j + 1), true
		}
	}
	return i, false
}
