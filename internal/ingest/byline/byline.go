// Package byline reads the names of authors in lines, and of outlets, as publishers
// write them.
//
// Limits: English words before and between names.
package byline

import (
	"regexp"
	"strings"
)

var (
	byWord   = regexp.MustCompile(`(?i)^\s*by:?\s+`)
	nameJoin = regexp.MustCompile(`\s+(?:and|&)\s+|\s*[;|]\s*`)
	fullName = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*( [\p{L}.'’-]+){1,3}$`)
)

// Names splits a byline into names: "By Jane Roe and John Doe" is two. A comma
// splits only when a full name stands on each side. Addresses are no names.
func Names(line string) []string {
	line = byWord.ReplaceAllString(strings.Join(strings.Fields(line), " "), "")
	var names []string
	for _, part := range nameJoin.Split(line, -1) {
		pieces := strings.Split(part, ", ")
		for _, piece := range pieces {
			if !fullName.MatchString(piece) {
				pieces = []string{part}
				break
			}
		}
		for _, name := range pieces {
			if name = strings.Trim(name, " ,"); name != "" && !strings.Contains(name, "/") {
				names = append(names, name)
			}
		}
	}
	return names
}
