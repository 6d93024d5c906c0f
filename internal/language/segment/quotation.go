package segment

import (
	"cmp"
	"slices"

	"readout/internal/language/text"
)

// A Quotation is a stretch of text in quotation marks.
type Quotation struct {
	Outer  text.Span // with the marks
	Inner  text.Span // without the marks, never empty
	Depth  int       // 0 for one that stands in no other
	Closed bool      // false when the closing mark is missing
}

// AppendQuotations appends the quotations of t to dst, by their start; nested
// ones follow what they stand in.
//
// A quotation that is not closed in its paragraph goes on in the next one if
// that begins with a mark of the same style, and so on to the one that closes
// it. Else it ends with its paragraph, or before the next quotation that opens
// in it, and is not Closed. A single mark that is never closed is taken for an
// apostrophe.
func AppendQuotations(dst []Quotation, t *text.Text) []Quotation {
	q := quoter{s: t.String()}
	for _, p := range AppendParagraphs(nil, t) {
		q.paragraph(p)
	}
	q.drop()
	slices.SortFunc(q.found, func(a, b Quotation) int {
		return cmp.Or(cmp.Compare(a.Outer.Start, b.Outer.Start), cmp.Compare(b.Outer.End, a.Outer.End))
	})
	var around []int // ends of the quotations that the next one may stand in
	for _, f := range q.found {
		for len(around) > 0 && around[len(around)-1] <= f.Outer.Start {
			around = around[:len(around)-1]
		}
		f.Depth = len(around)
		around = append(around, f.Outer.End)
		dst = append(dst, f)
	}
	return dst
}

// A quoter pairs the marks of a text, a paragraph at a time.
type quoter struct {
	s     string
	found []Quotation
	stack []opening       // what is open in this paragraph
	count [corner + 1]int // of the stack, by style

	// carried is what the last paragraph left open to its end, if anything.
	carried    opening
	carriedEnd int
	carries    bool
}

// An opening is a quotation whose end is not found yet.
type opening struct {
	quoteMark
	next int // where one of the same style opened right inside it; 0 if none
}

func (q *quoter) paragraph(p text.Span) {
	marks := marksOf(q.s, p)
	if q.carries && q.reopened(marks, p) {
		q.carries = false
		q.push(q.carried)
		marks = marks[1:]
	}
	q.drop()
	for i, m := range marks {
		if m.role == opens || m.role == either && q.count[m.style] == 0 {
			q.push(opening{quoteMark: m})
			continue
		}
		genitive := m.weak && i+1 < len(marks) && marks[i+1].style == single && marks[i+1].role == closes
		if !genitive {
			q.close(m)
		}
	}
	q.end(p)
}

// reopened reports whether a paragraph goes on with the carried quotation.
func (q *quoter) reopened(marks []quoteMark, p text.Span) bool {
	return len(marks) > 0 && marks[0].Start == p.Start &&
		marks[0].style == q.carried.style && marks[0].role != closes
}

// drop gives up on the carried quotation: it ended with its paragraph.
func (q *quoter) drop() {
	if q.carries {
		q.unclosed(q.carried, q.carriedEnd)
		q.carries = false
	}
}

func (q *quoter) push(o opening) {
	if n := len(q.stack); n > 0 && q.stack[n-1].style == o.style && q.stack[n-1].next == 0 {
		q.stack[n-1].next = o.Start
	}
	q.stack = append(q.stack, o)
	q.count[o.style]++
}

func (q *quoter) pop() opening {
	o := q.stack[len(q.stack)-1]
	q.stack = q.stack[:len(q.stack)-1]
	q.count[o.style]--
	return o
}

// close pairs a closing mark with the last opening of its style. Single marks
// that opened since were apostrophes; a single mark cannot close past a double
// one.
func (q *quoter) close(m quoteMark) {
	if q.count[m.style] == 0 {
		return
	}
	for q.stack[len(q.stack)-1].style != m.style {
		if m.style == single {
			return
		}
		o := q.pop()
		if o.style != single {
			q.unclosed(o, m.Start)
		}
	}
	o := q.pop()
	q.add(o, m.Start, m.End, true)
}

// end settles what a paragraph leaves open.
func (q *quoter) end(p text.Span) {
	for n := len(q.stack); n > 0; n-- {
		o := q.pop()
		switch {
		case o.style == single:
		case o.next > 0:
			q.unclosed(o, p.End)
		default: // the outermost is carried; what is in it ends here
			q.drop()
			q.carried, q.carriedEnd, q.carries = o, p.End, true
		}
	}
}

// unclosed adds a quotation that ends without a mark, at end or before the
// next one that opened inside it.
func (q *quoter) unclosed(o opening, end int) {
	if o.next > 0 {
		end = o.next
	}
	end = trim(q.s, text.Span{Start: o.End, End: end}).End
	q.add(o, end, end, false)
}

func (q *quoter) add(o opening, innerEnd, outerEnd int, closed bool) {
	inner := trim(q.s, text.Span{Start: o.End, End: innerEnd})
	if inner.Empty() {
		return
	}
	q.found = append(q.found, Quotation{
		Outer:  text.Span{Start: o.Start, End: outerEnd},
		Inner:  inner,
		Closed: closed,
	})
}
