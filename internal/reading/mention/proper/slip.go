package proper

import "unicode/utf8"

// shortest is how many letters a surname has at least that is compared with
// others for slips of spelling.
const shortest = 7

// Spelled reports whether a surname is long enough to be compared with others.
func Spelled(surname string) bool {
	return utf8.RuneCountInString(surname) >= shortest
}

// Slip reports whether two long words may be one, written wrongly once.
func Slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) < shortest || x[0] != y[0] {
		return false
	}
	short, long := min(len(x), len(y)), max(len(x), len(y))
	most := 1
	if short >= 9 {
		most = 2
	}
	return long-short <= most && edits(x, y) <= most
}

// edits returns the Levenshtein distance of two words.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		before := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := before
			if x != y {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}
