package record

import (
	"strconv"
	"strings"
	"unicode"
)

// content checks that the pieces of a content and its quoted words stand in order,
// that it says what the text says there, and that the form fits what is quoted.
func (c *checker) content(path string, s *Statement) {
	content := s.Content
	c.inOrder(path+".content.spans", content.Spans)
	c.inOrder(path+".content.quoted", content.Quoted)
	c.quotedInside(path+".content", content)
	if s.Form == FormDirect && len(content.Quoted) == 0 {
		c.find(RuleExact, path+".form", "is direct, but nothing of the content is quoted")
	}
	words, ok := c.cut(content.Spans)
	if !ok {
		return // there is no text, or exact and bounds have said so
	}
	letters := lettersOf(words)
	const opening = "that" // the complementiser, which writers may leave out
	if strings.TrimPrefix(lettersOf(content.Text), opening) != strings.TrimPrefix(letters, opening) {
		c.find(RuleExact, path+".content.text", "is %q, but the text says %q",
			brief(content.Text), brief(words))
	}
	quoted, ok := c.cut(content.Quoted)
	if ok && s.Form == FormIndirect && letters != "" && lettersOf(quoted) == letters {
		c.find(RuleExact, path+".form", "is indirect, but all of the content is quoted")
	}
}

// cut returns the words at spans, joined; false where one is not of the text.
func (c *checker) cut(spans []Span) (string, bool) {
	parts := make([]string, len(spans))
	for i, s := range spans {
		words, whole, ok := c.at(s)
		if !whole || !ok {
			return "", false
		}
		parts[i] = words
	}
	return strings.Join(parts, " … "), len(spans) > 0
}

// lettersOf returns the letters and digits of words: what is left when pieces are
// joined, blanks made one and quotation marks dropped.
func lettersOf(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, words)
}

// quotedInside checks that the quoted words are part of the content. Both
// lists are in order, so one pass does.
func (c *checker) quotedInside(path string, content Content) {
	i := 0
	for n, q := range content.Quoted {
		for i < len(content.Spans) && content.Spans[i].End < q.End {
			i++
		}
		if i == len(content.Spans) || q.Start < content.Spans[i].Start {
			c.find(RuleSpan, path+".quoted["+strconv.Itoa(n)+"]",
				"[%d,%d] is not within the content", q.Start, q.End)
		}
	}
}
