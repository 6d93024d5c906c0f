package attribution

import (
	"slices"
	"strings"
	"unicode"

	"readout/internal/language/text"
)

// offices are what one takes up who says nothing by it.
var offices = strings.Fields("role post office title position presidency chairmanship premiership leadership " +
	"helm throne reins control command power duties responsibility responsibilities mantle job seat")

// takers are verbs of which the model takes some for verbs of saying.
var takers = strings.Fields("assume assumes assumed assuming reassumed reassume resumed resume resumes took " +
	"takes taking retook regained relinquished ceded")

// takesOffice reports whether a statement is none: "Jobs reassumed the role of
// CEO" tells what somebody did, though one also assumes that it rains.
func takesOffice(doc *text.Text, s Statement) bool {
	if !slices.Contains(takers, plain(doc, s.Cue)) {
		return false
	}
	words := fields(doc, s.Content[0])
	for _, w := range words[:min(len(words), maxOffice)] {
		word := strings.TrimRightFunc(plain(doc, w), unicode.IsPunct)
		if slices.Contains(offices, word) {
			return true
		}
		if slices.Contains(joints, word) {
			return false
		}
	}
	return false
}

// maxOffice is the number of words within which the office is named.
const maxOffice = 4
