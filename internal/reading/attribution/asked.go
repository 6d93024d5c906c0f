package attribution

import (
	"slices"
	"strings"

	"readout/internal/language/text"
)

// Words of a cue by which somebody is asked: "was pressed on".
var (
	forms = strings.Fields("is are was were been being")
	asks  = strings.Fields("asked pressed questioned quizzed grilled")
)

// unasked takes the one who is asked out of the speaker and the content: "Lee was
// pressed on why" has no speaker. Who asks, behind "by", stays.
func unasked(doc *text.Text, s Statement) Statement {
	words := strings.Fields(strings.ToLower(doc.At(s.Cue)))
	is := slices.IndexFunc(words, func(w string) bool { return slices.Contains(forms, w) })
	at := slices.IndexFunc(words, func(w string) bool { return slices.Contains(asks, w) })
	if is < 0 || at < is {
		return s
	}
	if s.Speaker.End <= s.Cue.Start {
		s.Speaker = text.Span{}
	}
	if len(s.Content) > 1 {
		s.Content = slices.DeleteFunc(s.Content, func(c text.Span) bool {
			return c.End <= s.Cue.Start && s.Cue.Start-c.End <= len(" ")
		})
	}
	return s
}
