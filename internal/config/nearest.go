package config

// Nearest returns the one of known that takes the fewest edits to make from
// name, the first of several, and "" when known is empty. It is for messages
// that say what may have been meant.
func Nearest(name string, known []string) string {
	best, fewest := "", 0
	for _, k := range known {
		if n := edits([]rune(name), []rune(k)); best == "" || n < fewest {
			best, fewest = k, n
		}
	}
	return best
}

// edits counts the runes to insert, delete or replace between a and b
// (Levenshtein 1966), one row of the table at a time.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			replaced := diagonal
			if x != y {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
