package value

import (
	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
)

// Century returns the year that ends in yy and is next to publication: at most
// nineteen years after it.
func (c *Context) Century(yy int) int {
	now := c.Now(edtf.Years).Index
	year := now - now%100 + yy
	if year > now+19 {
		year -= 100
	}
	return year
}

// Partial finds the year of a date that names none: the neighbour's, else the
// one that puts the date next to publication on the side that the tense says.
func (c *Context) Partial(blank string, in func(year int) (Reading, bool)) (Reading, bool) {
	if c.Next != nil && c.joined() {
		if y, ok := c.Next.Year(); ok {
			said, ok := in(y)
			said.Anchor, said.Inferred = len(c.Said)+1, []string{"year"}
			return said, ok
		}
	}
	if !c.Dated {
		return Word(blank), true
	}
	said, ok := c.likeliest(in)
	said.Anchor, said.Inferred = Published, []string{"year"}
	return said, ok
}

// likeliest returns the date that the tense asks for; without a tense, the
// nearest one.
func (c *Context) likeliest(in func(int) (Reading, bool)) (Reading, bool) {
	back, ok := c.nearest(in, false)
	ahead, also := c.nearest(in, true)
	if !ok || !also {
		return c.nearest(in, !ok)
	}
	since, till := c.Published-back.Period.Last(), ahead.Period.First()-c.Published
	switch tense := c.Tense(); {
	case c.bracketed():
		return back, true
	case c.isGoal() && tense == pattern.Past, c.isName(), tense == pattern.Untold,
		tense == pattern.Future && since < 60 && till > 300,
		back.Period.Unit == edtf.Quarters && since < 100:
		if since <= till {
			return back, true
		}
		return ahead, true
	case tense == pattern.Past:
		return back, true
	}
	return ahead, true
}

// isGoal reports whether the date is one by which or to which something is to
// happen.
func (c *Context) isGoal() bool {
	switch c.Words.Low(c.At - 1) {
	case "by", "until", "through", "to":
		return true
	}
	return false
}

// isName reports whether the date names a thing: "the Aug. 7 attack". The verb
// next to it is not about it.
func (c *Context) isName() bool {
	return c.Words.Low(c.At-1) == "the" && c.End < c.Words.Len() && c.Words.Low(c.End) >= "a"
}

// bracketed reports whether the date stands in brackets, as those of cited
// sources do.
func (c *Context) bracketed() bool {
	for i := c.End; i < c.Words.Len() && i < c.End+8; i++ {
		if low := c.Words.Low(i); low == ")" {
			return true
		} else if low == "(" {
			return false
		}
	}
	return false
}

// nearest returns the last such date up to publication, or the first one that
// ends after it. A 29th of February may be eight years away.
func (c *Context) nearest(in func(int) (Reading, bool), ahead bool) (Reading, bool) {
	year, step := c.Now(edtf.Years).Index, -1
	if ahead {
		year, step = year-1, 1
	}
	for range 10 {
		said, ok := in(year)
		if ok && (ahead && said.Period.Last() > c.Published ||
			!ahead && said.Period.First() <= c.Published) {
			return said, true
		}
		year += step
	}
	return Reading{}, false
}

// joined reports whether the next expression is the other end of a list or of
// "between A and B", "from A to B".
func (c *Context) joined() bool {
	if c.Next.Start != c.End+1 {
		return false
	}
	switch c.Words.Low(c.End) {
	case "and", "or", "to", "through", "until", "-", ",":
		return true
	}
	return false
}
