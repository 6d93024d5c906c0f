package store

import (
	"cmp"
	"strings"
	"unicode"
)

// ComparePipelines orders versions of programs as people count: numbers by their
// value, so that readout/0.10.0 is newer than readout/0.9.0, and a release newer
// than what led to it, so that 0.2.0 is newer than 0.2.0-rc1. Only equal names
// are equal.
func ComparePipelines(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		p, q := head(x), head(y)
		if c := comparePieces(p, q); c != 0 {
			return c
		}
		x, y = x[len(p):], y[len(q):]
	}
	return cmp.Or(tail(x)-tail(y), cmp.Compare(a, b))
}

// head returns the first run of digits or of others.
func head(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return isDigit(r) != isDigit(rune(s[0])) })
	if end < 0 {
		return s
	}
	return s[:end]
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// comparePieces compares numbers by value, other text by its bytes. Numbers are
// not parsed, since they may have any length.
func comparePieces(p, q string) int {
	if !isDigit(rune(p[0])) || !isDigit(rune(q[0])) {
		return comparePlain(p, q)
	}
	m, n := strings.TrimLeft(p, "0"), strings.TrimLeft(q, "0")
	return cmp.Or(cmp.Compare(len(m), len(n)), cmp.Compare(m, n))
}

// comparePlain compares text in which no number stands. Where one begins the
// other, what follows decides.
func comparePlain(p, q string) int {
	n := min(len(p), len(q))
	if c := cmp.Compare(p[:n], q[:n]); c != 0 {
		return c
	}
	return tail(p[n:]) - tail(q[n:])
}

// tail says what more text makes of a version: older when it names a step before
// the release ("-rc1"), newer otherwise.
func tail(s string) int {
	if s == "" {
		return 0
	}
	if len(s) > 1 && s[0] == '-' && unicode.IsLetter(rune(s[1])) {
		return -1
	}
	return 1
}
