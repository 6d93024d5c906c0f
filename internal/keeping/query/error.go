package query

import (
	"strings"
	"unicode/utf8"

	"readout/internal/config"
)

// An Error says what of a query cannot be taken, where, why, and what can.
type Error struct {
	In      string   // what was read: a whole query, or the value of one key
	Offset  int      // bytes into In
	What    string   // the part at fault: "act:promise"
	Why     string   // "no such act"
	Nearest string   // what may have been meant; "" when nothing is near
	Allowed []string // all that can stand there; nil when that is no list
	Kinds   []Kind   // of the rows that it goes with, where it goes with others
}

// Error returns one line without the place, since What shows it.
func (e *Error) Error() string {
	parts := []string{e.What + ": " + e.Why}
	if e.Nearest != "" {
		parts = append(parts, "nearest: "+e.Nearest)
	}
	if len(e.Allowed) > 0 {
		parts = append(parts, "one of "+strings.Join(e.Allowed, ", "))
	}
	return strings.Join(parts, "; ")
}

// placed adds what was read, and, where the fault has no place of its own yet,
// that of the part at fault.
func (e *Error) placed(in string, offset int, what string) *Error {
	e.In = in
	if e.What == "" {
		e.Offset, e.What = offset, shortened(what)
	}
	return e
}

// unlisted is the fault of a word that is none of the allowed ones.
func unlisted(s, why string, allowed []string) *Error {
	folded := make([]string, len(allowed))
	for i, word := range allowed {
		folded[i] = strings.ToLower(word)
	}
	near := config.Nearest(strings.ToLower(shortened(s)), folded)
	for i, word := range folded {
		if word == near {
			near = allowed[i]
			break
		}
	}
	return &Error{Why: why, Nearest: near, Allowed: allowed}
}

// shortened keeps what a message needs of a text of any length.
func shortened(s string) string {
	const most = 60 // bytes; what was typed stays recognizable in one line
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= most {
		return s
	}
	end := most
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
