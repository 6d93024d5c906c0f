package extract

import (
	"regexp"
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/citation"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// A head is what stands before the first dash of a line, while it is taken apart.
type head struct {
	doc       *text.Text
	names     []mention.Name
	times     []timex.Time
	citations []citation.Citation

	text.Span
	signed bool // an agency or a day was taken off its end
}

// Limits on where a dateline is looked for.
const (
	topLines    = 12 // lines with words, from the first
	longestHead = 90 // bytes before the dash
)

// dateline returns the place from which a report comes by its first line: "GENEVA
// (AP) —", "PARIS, March 5, 2024 (Reuters) -", "MANCHESTER, N.H. —". Headings are
// passed over, a heading with a dash of its own too.
func (h head) dateline() (text.Span, bool) {
	at, lines := 0, 0
	for line := range strings.Lines(h.doc.String()) {
		if lines == topLines {
			break
		}
		if strings.TrimSpace(line) != "" {
			lines++
			if place, ok := h.ofLine(at, line); ok {
				return place, true
			}
		}
		at += len(line)
	}
	return text.Span{}, false
}

// dash parts a dateline from the report.
var dash = regexp.MustCompile(` ?(?:[—–―]|--) ?| - `)

func (h head) ofLine(at int, line string) (text.Span, bool) {
	first := dash.FindStringIndex(line)
	if first == nil || first[0] == 0 || first[0] > longestHead {
		return text.Span{}, false
	}
	h.Span = text.Span{Start: at, End: at + first[0]}
	for h.takeOff() {
		h.signed = true
	}
	words := h.doc.At(h.Span)
	if !headed.MatchString(words) {
		return text.Span{}, false
	}
	if h.signed {
		return h.Span, !h.is(mention.Person)
	}
	capitals, _, _ := strings.Cut(words, ",")
	return h.Span, strings.ToUpper(capitals) == capitals && h.is(mention.Place) && isProse(h.doc.String()[at+first[1]:])
}

// headed is a place as it heads a report: names and what stands between them.
var headed = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|of|de|del|la|the|and)|/\p{Lu}[\p{L}.'’-]*)*$`)

// takeOff takes an agency in brackets, or a day behind a comma, off the end, and
// reports whether there was one.
func (h *head) takeOff() bool {
	end := h.Start + len(strings.TrimRight(h.doc.At(h.Span), " ,"))
	from := -1
	for _, c := range h.citations {
		if c.Span.End == end && c.Span.Start > h.Start && h.doc.At(c.Span)[0] == '(' {
			from = c.Span.Start
		}
	}
	for _, t := range h.times {
		if t.Span.End == end && t.Span.Start > h.Start {
			from = t.Span.Start
		}
	}
	if from < 0 {
		return false
	}
	h.End = h.Start + len(strings.TrimRight(h.doc.String()[h.Start:from], " ,"))
	return true
}

// is reports whether the words begin with a name of a kind.
func (h head) is(kind mention.Kind) bool {
	return slices.ContainsFunc(h.names, func(n mention.Name) bool {
		return n.Kind == kind && n.Start == h.Start && n.End <= h.End
	})
}

// isProse tells the first words of a report from the rest of a heading: their
// paragraph ends as a sentence does.
func isProse(rest string) bool {
	paragraph, _, _ := strings.Cut(rest, "\n\n")
	words := strings.TrimRight(strings.TrimSpace(paragraph), `"”’')`)
	return words != "" && strings.ContainsAny(words[len(words)-1:], ".?!:")
}
