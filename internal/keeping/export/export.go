// Package export writes records for people and for other programs, one file
// of source per format: JSON Lines, a list for the terminal, CSV and TSV
// tables, a Markdown brief and a self-contained HTML page.
//
// Records go in one at a time, in the order in which they are to stand;
// nothing is held back but what one record needs, so that a million records
// take no more memory than one. A writer is for one goroutine. It writes to
// the io.Writer it was made with and never closes it.
//
// Guarantees: the same records give the same bytes. The words of a text are
// hostile input: each format escapes them by its own rules (control characters
// on a terminal, formulas in a table, markup in Markdown and HTML).
//
// Limits: only JSON Lines is lossless. The list, the table, the brief and the
// page carry statements and their evidence: when each was said, the sources
// cited for it, the times and amounts in its content. The page marks all times,
// amounts and citations of the text. Entities without a statement and events
// are not shown.
package export

import (
	"strings"
	"unicode"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// lowScore is the score under which a reader is told of it. Scores are
// calibrated, so that below one half a statement is more likely wrong than
// right.
const lowScore = 0.5

// isLow says whether a score is worth a reader's attention.
func isLow(score *float64) bool { return score != nil && *score < lowScore }

// gap stands between the pieces of a content, as in the record itself.
const gap = " … "

// apart returns the words of the text that name the speaker, and the name of
// the entity when the words do not contain it. Without words the name stands
// for them.
func apart(a *record.Arg, names map[string]string) (words, name string) {
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

// spoken returns both on one line: "he (Boris Johnson)".
func spoken(a *record.Arg, names map[string]string) string {
	words, name := apart(a, names)
	if name == "" {
		return words
	}
	return words + " (" + name + ")"
}

// cueWords returns the words of the cue, "" when there is none.
func cueWords(s *record.Statement) string {
	if s.Cue == nil {
		return ""
	}
	return s.Cue.Exact
}

// contentWords returns the words put forward, in quotation marks when all of
// them are quoted.
func contentWords(s *record.Statement) string {
	if s.Form == record.FormDirect {
		return "“" + s.Content.Text + "”"
	}
	return s.Content.Text
}

// depths says for each statement how many others enclose it.
func depths(statements []record.Statement) []int {
	at := make(map[string]int, len(statements))
	for i, s := range statements {
		at[s.ID] = i
	}
	deep := make([]int, len(statements))
	for i := range statements {
		// A ring of statements is a defect that Validate names; the bound
		// keeps it from holding us here.
		for j, n := i, 0; statements[j].Inside != "" && n < len(statements); n++ {
			next, known := at[statements[j].Inside]
			if !known {
				break
			}
			deep[i]++
			j = next
		}
	}
	return deep
}

// oneLine returns s fit for one line of a terminal: white space is one blank,
// and control characters and changes of writing direction, which could move
// the cursor or hide words, are shown as U+FFFD.
func oneLine(s string) string {
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

// heading returns what a document is called: its title, else its input, else
// its id.
func heading(r *record.Record) string {
	for _, s := range []string{r.Document.Title, r.Meta.Input} {
		if s := oneLine(s); s != "" && s != "-" {
			return s
		}
	}
	return r.Document.ID
}

// source returns publisher, date and input of a document, those that are
// known, in that order. An undated document says so.
func source(r *record.Record) []string {
	parts := []string{}
	if p := oneLine(r.Document.Publisher); p != "" {
		parts = append(parts, p)
	}
	published := oneLine(r.Document.Published)
	if published == "" {
		published = "undated"
	}
	parts = append(parts, published)
	if in := oneLine(r.Meta.Input); in != "" && in != "-" && in != r.Document.URL {
		parts = append(parts, in)
	}
	return parts
}
