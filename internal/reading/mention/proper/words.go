package proper

import "readout/internal/language/text"

// Words calls use for each run of letters and digits.
func Words(s string, use func(text.Span)) {
	start := -1
	for i, r := range s {
		if !NotLetter(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			use(text.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		use(text.Span{Start: start, End: len(s)})
	}
}
