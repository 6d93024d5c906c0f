// Package wording puts the parts of a record into words for people: who spoke,
// by which act, with which stand, when something is due, who did what to whom,
// and where in the text that is said.
//
// What it returns is plain text. Words of a document are hostile input and are
// returned as they are, but by [OneLine], [Heading] and [Source]; each format
// escapes them by its own rules.
package wording

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// lowScore is the score under which a reader is told of it. Scores are
// calibrated, so that below one half an item is more likely wrong than right.
const lowScore = 0.5

// Low says whether a score is worth a reader's attention.
func Low(score *float64) bool { return score != nil && *score < lowScore }

// Score returns a score in digits, "" when there is none.
func Score(score *float64) string {
	if score == nil {
		return ""
	}
	return strconv.FormatFloat(*score, 'f', -1, 64)
}

// Apart returns the words of the text that name the speaker, and the name of
// the entity when the words do not contain it. Without words the name stands
// for them.
func Apart(a *record.Arg, names map[string]string) (words, name string) {
	name = resolve.Named(a, names)
	switch {
	case a == nil:
		return "(no speaker)", ""
	case a.Exact == "" && name == "":
		return "(unnamed)", ""
	case a.Exact == "":
		return name, ""
	case strings.Contains(a.Exact, name):
		return a.Exact, ""
	}
	return a.Exact, name
}

// Who returns both on one line: "he (Boris Johnson)".
func Who(a *record.Arg, names map[string]string) string {
	words, name := Apart(a, names)
	if name == "" {
		return words
	}
	return words + " (" + name + ")"
}

// All returns who fills a role, one after another.
func All(args []record.Arg, names map[string]string) string {
	out := make([]string, len(args))
	for i := range args {
		out[i] = Who(&args[i], names)
	}
	return strings.Join(out, resolve.Separator)
}

// Cue returns the words of the cue, "" when there is none.
func Cue(s *record.Statement) string {
	if s.Cue == nil {
		return ""
	}
	return s.Cue.Exact
}

// Content returns the words put forward, in quotation marks when all of them
// are quoted.
func Content(s *record.Statement) string {
	if s.Form == record.FormDirect {
		return "“" + s.Content.Text + "”"
	}
	return s.Content.Text
}

// Prefixed puts label before words, when there are any.
func Prefixed(label, words string) string {
	if words == "" {
		return ""
	}
	return label + words
}

// Count returns "1 statement", "2 statements".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// OneLine returns s fit for one line of a terminal: white space is one blank,
// and control characters and changes of writing direction, which could move
// the cursor or hide words, are shown as U+FFFD.
func OneLine(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		if unicode.IsControl(r) || turnsDirection(r) {
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
	}
	return b.String()
}

// turnsDirection says whether r is one of the invisible characters that
// override the direction of what follows.
func turnsDirection(r rune) bool {
	return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// Heading returns what a document is called: its title, else its input, else
// its id.
func Heading(r *record.Record) string {
	for _, s := range []string{r.Document.Title, r.Meta.Input} {
		if s := OneLine(s); s != "" && s != "-" {
			return s
		}
	}
	return r.Document.ID
}

// Source returns publisher, date and input of a document, those that are
// known, in that order. An undated document says so.
func Source(r *record.Record) []string {
	parts := []string{}
	if p := OneLine(r.Document.Publisher); p != "" {
		parts = append(parts, p)
	}
	published := OneLine(r.Document.Published)
	if published == "" {
		published = "undated"
	}
	parts = append(parts, published)
	if in := OneLine(r.Meta.Input); in != "" && in != "-" && in != r.Document.URL {
		parts = append(parts, in)
	}
	return parts
}

// Link returns an address that may be followed from a page, "" for any other:
// only http and https, and nothing that could end an autolink.
func Link(url string) string {
	web := strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
	if !web || strings.ContainsAny(url, "<> \t\n\"") {
		return ""
	}
	return url
}

// percent returns a probability in per cent, to one decimal.
func percent(p float64) string {
	return strconv.FormatFloat(math.Round(p*1000)/10, 'f', -1, 64)
}
