package correct

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"readout/internal/keeping/query"
	"readout/record"
)

// numbered parts "words #2" into the words and the number, 0 when there is none.
func numbered(typed string) (words string, nth int) {
	i := strings.LastIndex(typed, " #")
	if i < 0 {
		return typed, 0
	}
	n, err := strconv.Atoi(typed[i+len(" #"):])
	if err != nil || n < 1 {
		return typed, 0
	}
	return unquoted(strings.TrimSpace(typed[:i])), n
}

// occurrences returns where words stand whole in a text, in bytes.
func occurrences(text, words string) []record.Span {
	var places []record.Span
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(words)
		if isEdge(text, start) && isEdge(text, end) {
			places = append(places, record.Span{Start: start, End: end})
		}
		_, size := utf8.DecodeRuneInString(words)
		from = start + size
	}
	return places
}

// isEdge reports whether no word runs over a place of the text.
func isEdge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[at:])
	return !isWord(before) || !isWord(behind)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// distance is how far a span is from a place.
func distance(s record.Span, at int) int {
	if at < s.Start {
		return s.Start - at
	}
	return max(at-s.End, 0)
}

// cut returns the words of a span.
func (s *subject) cut(span record.Span) string {
	if s.r.Document.Text == nil {
		return ""
	}
	return (*s.r.Document.Text)[span.Start:span.End]
}

// kept returns a span in the unit of the record as it is kept.
func (s *subject) kept(span record.Span) record.Span {
	return record.Span{Start: s.offset(span.Start), End: s.offset(span.End)}
}

func (s *subject) offset(at int) int {
	if s.r.Document.Text == nil || at == 0 {
		return at
	}
	before := (*s.r.Document.Text)[:at]
	switch s.unit {
	case record.OffsetsByte:
		return at
	case record.OffsetsCodepoint:
		return utf8.RuneCountInString(before)
	case record.OffsetsUTF16:
		return len(utf16.Encode([]rune(before)))
	}
	panic("unreachable: offsets " + s.unit.String())
}

// entityIn returns the entity that words mean: the only one that is mentioned in
// them, else the one whose mention they stand in, else the one of that name.
func (s *subject) entityIn(span record.Span) *string {
	var inside, around []string
	for _, e := range s.r.Entities {
		for _, m := range e.Mentions {
			if span.Start <= m.Span.Start && m.Span.End <= span.End {
				inside = append(inside, e.ID)
				break
			}
			if m.Span.Start <= span.Start && span.End <= m.Span.End {
				around = append(around, e.ID)
				break
			}
		}
	}
	for _, ids := range [][]string{inside, around} {
		if len(ids) == 1 {
			return &ids[0]
		}
	}
	return s.entityNamed(s.cut(span))
}

// entityNamed returns the entity with a name, nil when none has it.
func (s *subject) entityNamed(name string) *string {
	name = query.Fold(name)
	for i := range s.r.Entities {
		e := &s.r.Entities[i]
		if query.Fold(e.Name) == name {
			return &e.ID
		}
	}
	return nil
}

// quotedIn returns the parts in quotation marks of the content so far that lie in
// a span, in the unit of the record as it is kept.
func (s *subject) quotedIn(span record.Span) []record.Span {
	var quoted []record.Span
	for _, x := range s.r.Statements {
		if x.ID != s.id {
			continue
		}
		for _, q := range x.Content.Quoted {
			q.Start, q.End = max(q.Start, span.Start), min(q.End, span.End)
			if q.Start < q.End {
				quoted = append(quoted, s.kept(q))
			}
		}
	}
	return quoted
}
