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

// maxNames is the most authors of one article: lines with more list everybody who
// writes for an outlet.
const maxNames = 50

// Names splits bylines into names, each once and at most 50: "By Jane Roe and John
// Doe" is two. A comma splits only when a full name stands on each side. Addresses,
// outlets and offices are no names.
func Names(lines ...string) []string {
	var names []string
	seen := map[string]bool{"": true}
	for _, line := range lines {
		line = byWord.ReplaceAllString(strings.Join(strings.Fields(line), " "), "")
		for _, part := range nameJoin.Split(line, -1) {
			for _, name := range namesOf(part) {
				name = strings.Trim(name, " ,")
				if !seen[name] && !strings.Contains(name, "/") {
					seen[name] = true
					names = append(names, name)
				}
			}
		}
		if len(names) >= maxNames {
			return names[:maxNames]
		}
	}
	return names
}

// office ends what says what somebody does, and not who it is.
var office = regexp.MustCompile(`(?i)\b(editor|correspondent|reporter|writer|staff)s?$`)

// namesOf splits at commas what stands between the words and marks that join
// names, without the outlets and offices that follow a name or stand for it.
func namesOf(part string) []string {
	var pieces []string
	full := true
	for i, piece := range strings.Split(part, ", ") {
		piece = strings.Trim(piece, " ,")
		if office.MatchString(piece) || IsOutlet(piece) && (i > 0 || !mayBePerson(piece)) {
			continue
		}
		full = full && fullName.MatchString(piece)
		pieces = append(pieces, piece)
	}
	if full {
		return pieces
	}
	return []string{strings.Join(pieces, ", ")}
}
