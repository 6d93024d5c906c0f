package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A RunePos counts code points from the start of a Text.
type RunePos int

// A UTF16Pos counts UTF-16 code units from the start of a Text.
type UTF16Pos int

// A Position is a place as people name it: both parts count from 1.
type Position struct {
	Line   int
	Column int // in code points
}

// block is the distance in bytes between two entries of the index. It bounds
// the bytes that one conversion reads; smaller costs memory, larger time.
const block = 256

// A mark counts the code points and UTF-16 units before one block.
type mark struct {
	runes int
	utf16 int
}

func (t *Text) index() {
	t.lines = lineStarts(t.s)
	t.ascii = true
	for i := range len(t.s) {
		if t.s[i] >= utf8.RuneSelf {
			t.ascii = false
			break
		}
	}
	if t.ascii {
		return
	}
	t.marks = make([]mark, 0, len(t.s)/block+1)
	var m mark
	for i := range len(t.s) {
		if i%block == 0 {
			t.marks = append(t.marks, m)
		}
		m.add(t.s[i])
	}
}

// add counts a code point at its first byte. A first byte of four stands for
// two UTF-16 units.
func (m *mark) add(b byte) {
	if !utf8.RuneStart(b) {
		return
	}
	m.runes++
	m.utf16++
	if b >= 0xF0 {
		m.utf16++
	}
}

func lineStarts(s string) []int {
	starts := make([]int, 1, 1+strings.Count(s, "\n"))
	for i := range len(s) {
		if s[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// Rune converts a byte offset, 0 to Len, to code points. An offset inside a
// code point counts as the next one.
func (t *Text) Rune(at int) RunePos {
	if t.ascii {
		return RunePos(at)
	}
	return RunePos(t.before(at).runes)
}

// UTF16 converts a byte offset, 0 to Len, to UTF-16 code units. An offset
// inside a code point counts as the next one.
func (t *Text) UTF16(at int) UTF16Pos {
	if t.ascii {
		return UTF16Pos(at)
	}
	return UTF16Pos(t.before(at).utf16)
}

// before counts what begins before the byte at.
func (t *Text) before(at int) mark {
	b := min(at/block, len(t.marks)-1)
	m := t.marks[b]
	for i := b * block; i < at; i++ {
		m.add(t.s[i])
	}
	return m
}

// Byte converts code points, 0 to those of the text, to a byte offset.
func (t *Text) Byte(r RunePos) int {
	if t.ascii {
		return int(r)
	}
	return t.find(int(r), func(m mark) int { return m.runes })
}

// ByteOfUTF16 converts UTF-16 code units to a byte offset. The second half of
// a surrogate pair converts to the code point after it.
func (t *Text) ByteOfUTF16(u UTF16Pos) int {
	if t.ascii {
		return int(u)
	}
	return t.find(int(u), func(m mark) int { return m.utf16 })
}

// find returns the least offset of a code point before which count reaches n.
func (t *Text) find(n int, count func(mark) int) int {
	b := sort.Search(len(t.marks), func(i int) bool { return count(t.marks[i]) > n })
	b = max(b-1, 0)
	m, at := t.marks[b], b*block
	for at < len(t.s) && (count(m) < n || !utf8.RuneStart(t.s[at])) {
		m.add(t.s[at])
		at++
	}
	return at
}

// Position converts a byte offset, 0 to Len, to line and column.
func (t *Text) Position(at int) Position {
	line := sort.SearchInts(t.lines, at+1)
	start := t.lines[line-1]
	return Position{Line: line, Column: int(t.Rune(at)-t.Rune(start)) + 1}
}

// ByteOfPosition converts line and column to a byte offset. It reports false
// when the text has no such place; the end of each line is one.
func (t *Text) ByteOfPosition(p Position) (int, bool) {
	if p.Line < 1 || p.Line > len(t.lines) || p.Column < 1 {
		return 0, false
	}
	end := t.Len()
	if p.Line < len(t.lines) {
		end = t.lines[p.Line] - 1
	}
	r := t.Rune(t.lines[p.Line-1]) + RunePos(p.Column-1)
	if r > t.Rune(end) {
		return 0, false
	}
	return t.Byte(r), true
}
