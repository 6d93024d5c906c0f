package record

import (
	"fmt"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A point is one place in a text, in every unit.
type point struct {
	byte, rune, utf16 int
	whole             bool // no character, as a reader sees it, is cut here
}

func (p point) in(unit Offsets) int {
	switch unit {
	case OffsetsByte:
		return p.byte
	case OffsetsUTF16:
		return p.utf16
	case OffsetsCodepoint:
		return p.rune
	}
	return p.rune // the declared default
}

// after returns the point behind r.
func (p point) after(r rune) point {
	p.byte += utf8.RuneLen(r)
	p.utf16 += utf16.RuneLen(r)
	p.rune++
	return p
}

// locate finds the offsets in the text, in one pass. Offsets beyond the text
// are not in the result. It sorts offsets.
func locate(s string, unit Offsets, offsets []int) map[int]point {
	slices.Sort(offsets)
	offsets = slices.Compact(offsets)
	found := make(map[int]point, len(offsets))
	at := point{whole: true}
	clusters := graphemes.FromString(s)
	for clusters.Next() {
		at.whole = true
		for _, r := range clusters.Value() {
			offsets = reach(found, offsets, unit, at)
			at = at.after(r)
			at.whole = false
		}
	}
	at.whole = true
	reach(found, offsets, unit, at)
	return found
}

// reach stores the offsets up to the point at and returns those beyond. An
// offset that was passed without being met lies inside a code point.
func reach(found map[int]point, offsets []int, unit Offsets, at point) []int {
	here := at.in(unit)
	for len(offsets) > 0 && offsets[0] <= here {
		p := at
		p.whole = at.whole && offsets[0] == here
		found[offsets[0]] = p
		offsets = offsets[1:]
	}
	return offsets
}

// lengthIn counts the text in a unit.
func lengthIn(s string, unit Offsets) int {
	if unit == OffsetsByte {
		return len(s)
	}
	n := utf8.RuneCountInString(s)
	if unit != OffsetsUTF16 {
		return n
	}
	for i := range len(s) {
		if s[i] >= 0xF0 {
			n++ // the first byte of a pair of surrogates
		}
	}
	return n
}

// In returns a copy of the record whose spans and length count in unit. Ids
// stay, for they always count code points. It returns an error when the record
// has no text, or when a span does not fit it.
func (r *Record) In(unit Offsets) (*Record, error) {
	if r.Document.Text == nil {
		return nil, fmt.Errorf("record %s: to %s offsets: the record has no text",
			r.Document.ID, unit)
	}
	data, err := r.MarshalCanonical()
	if err != nil {
		return nil, err
	}
	c, err := Parse(data) // a copy of every part
	if err != nil {
		return nil, err
	}
	pieces := c.pieces()
	points := locate(*c.Document.Text, c.Offsets, ends(pieces))
	for _, p := range pieces {
		start, startOK := points[p.span.Start]
		end, endOK := points[p.span.End]
		if !startOK || !endOK {
			return nil, fmt.Errorf("record %s: to %s offsets: %s: span [%d,%d] outside the text",
				r.Document.ID, unit, p.path, p.span.Start, p.span.End)
		}
		*p.span = Span{start.in(unit), end.in(unit)}
	}
	c.Offsets = unit
	c.Document.Length = lengthIn(*c.Document.Text, unit)
	return c, nil
}

// ends returns all offsets of the pieces.
func ends(pieces []piece) []int {
	offsets := make([]int, 0, 2*len(pieces))
	for _, p := range pieces {
		offsets = append(offsets, p.span.Start, p.span.End)
	}
	return offsets
}
