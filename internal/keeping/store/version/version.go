// Package version tells which of two versions of a program is the newer one.
//
// Names are those of record.Meta.Pipeline: a name, a slash and numbers with full
// stops between. All else is compared as text, so that any two names have an order
// and only equal names are equal.
package version

import (
	"cmp"
	"strings"
	"unicode"
)

// Compare orders versions of programs as people count: numbers by their value, so
// that readout/0.10.0 is newer than readout/0.9.0, and a release newer than what
// led to it, so that 0.2.0 is newer than 0.2.0-rc1. Only equal names are equal.
func Compare(a, b string) int {
	x, y := a, b
	for {
		p, q := first(x), first(y)
		if c := p.compare(q); c != 0 {
			return c
		}
		if p.rank == end {
			return cmp.Compare(a, b) // they differ in zeros before numbers
		}
		x, y = x[len(p.text):], y[len(q.text):]
	}
}

// A token is a number, a byte of another kind, or the end.
type token struct {
	rank int
	text string
}

// The ranks of tokens. What begins a step before the release ("-rc1") is older
// than the end of the name, all else is newer.
const (
	step = iota
	end
	other // and the value of the byte, that of '0' for numbers
)

func first(s string) token {
	if s == "" {
		return token{end, ""}
	}
	if isDigit(rune(s[0])) {
		rest := strings.TrimLeftFunc(s, isDigit)
		return token{other + '0', s[:len(s)-len(rest)]}
	}
	if len(s) > 1 && s[0] == '-' && unicode.IsLetter(rune(s[1])) {
		return token{step, s[:1]}
	}
	return token{other + int(s[0]), s[:1]}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// compare does not parse numbers, since they may have any length.
func (p token) compare(q token) int {
	m, n := strings.TrimLeft(p.text, "0"), strings.TrimLeft(q.text, "0")
	return cmp.Or(cmp.Compare(p.rank, q.rank), cmp.Compare(len(m), len(n)), cmp.Compare(m, n))
}
