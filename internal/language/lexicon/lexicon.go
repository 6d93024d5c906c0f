// Package lexicon holds the embedded word lists of English, each with its
// source in the head of its file.
//
// Look-ups ignore case and take no stop at the end of a word. The lists are
// read once, at the first look-up, and never change; all functions may be
// called from many goroutines at once.
//
// Limits: English alone, and news English above all.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A Class says what follows an abbreviation that is written with a stop.
type Class uint8

// The classes of abbreviations; the zero value is no abbreviation.
const (
	NoAbbreviation Class = iota
	Title                // a name follows: Mr., Sen.
	Number               // a number follows: No., Jan.
	Inside               // the sentence goes on: vs., e.g.
	End                  // may end a sentence: Inc., U.S., p.m.
)

var classes = [...]string{"", "title", "number", "inside", "end"}

// String returns the word that begins the class's line in the list.
func (c Class) String() string { return classes[c] }

//go:embed abbreviations.txt
var abbreviationList string

//go:embed starters.txt
var starterList string

//go:embed reporting.txt
var reportingList string

//go:embed calendar.txt
var calendarList string

var (
	abbreviations = sync.OnceValue(readAbbreviations)
	starters      = sync.OnceValue(func() map[string]bool { return readWords(starterList) })
	reporting     = sync.OnceValue(func() map[string]bool { return readWords(reportingList) })
	calendar      = sync.OnceValue(func() map[string]bool { return readWords(calendarList) })
)

// Abbreviation returns the classes of a word, two when it has two: "Sec." is
// a title and stands before a number. The word has no stop at its end.
func Abbreviation(word string) (Class, Class) {
	both := abbreviations()[strings.ToLower(word)]
	return both[0], both[1]
}

// Starter reports whether the word, with a capital, is far more often the
// first of a sentence than part of a name.
func Starter(word string) bool { return starters()[strings.ToLower(word)] }

// Reporting reports whether the word is a form of a verb that follows a
// quotation and its speaker.
func Reporting(word string) bool { return reporting()[strings.ToLower(word)] }

// Calendar reports whether the word names a day of the week, a month or a time
// zone.
func Calendar(word string) bool { return calendar()[strings.ToLower(word)] }

func readAbbreviations() map[string][2]Class {
	found := map[string][2]Class{}
	for line := range lines(abbreviationList) {
		name, words, _ := strings.Cut(line, ":")
		for class, c := range classes {
			if c != name {
				continue
			}
			for _, w := range strings.Fields(words) {
				both := found[w]
				if both[0] != NoAbbreviation {
					both[1] = both[0]
				}
				both[0] = Class(class)
				found[w] = both
			}
		}
	}
	return found
}

func readWords(list string) map[string]bool {
	found := map[string]bool{}
	for line := range lines(list) {
		for _, w := range strings.Fields(line) {
			found[w] = true
		}
	}
	return found
}

// lines yields the lines of a list that are neither empty nor a comment.
func lines(list string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
