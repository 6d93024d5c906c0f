package rule

import "readout/internal/language/edtf"

func readListDay(r *Reader, m *match) (reading, bool) {
	if len(r.Said) == 0 {
		return reading{}, false
	}
	before := r.Said[len(r.Said)-1].Period
	if before.Unit != edtf.Days {
		return reading{}, false
	}
	y, month, _ := before.First().Date()
	said, ok := dateOf(y, month, m.N("nn"))
	said.Anchor, said.Inferred = len(r.Said)-1, []string{"year", "month"}
	return said, ok
}
