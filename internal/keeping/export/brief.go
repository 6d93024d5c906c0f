package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A Brief writes Markdown (CommonMark): per document its title and source, its
// statements numbered and quoted, and after them where each one stands.
type Brief struct {
	w   *bufio.Writer
	any bool
}

// NewBrief returns a writer of briefs.
func NewBrief(w io.Writer) *Brief { return &Brief{w: bufio.NewWriter(w)} }

// Write writes one document.
func (b *Brief) Write(r *record.Record) error {
	lines, err := newLines(r)
	if err != nil {
		return err
	}
	if b.any {
		b.w.WriteString("\n---\n\n")
	}
	b.any = true
	b.head(r)
	numbers := map[string]int{}
	for i, s := range r.Statements {
		numbers[s.ID] = i + 1
	}
	x := resolve.New(r)
	for i := range r.Statements {
		b.statement(&r.Statements[i], numbers, x.Names)
	}
	if len(r.Statements) > 0 {
		b.endnotes(r, lines, x)
	}
	return b.w.Flush()
}

// Close has nothing left to write.
func (b *Brief) Close() error { return nil }

// head writes the title and what is known of the source.
func (b *Brief) head(r *record.Record) {
	fmt.Fprintf(b.w, "# %s\n\n", markdown(heading(r)))
	parts := source(r)
	for i := range parts {
		parts[i] = markdown(parts[i])
	}
	if url := linkable(r.Document.URL); url != "" {
		parts = append(parts, "<"+url+">")
	}
	fmt.Fprintf(b.w, "%s\n", strings.Join(parts, " · "))
	if len(r.Statements) == 0 {
		b.w.WriteString("\nNo statements.\n")
	}
}

// statement writes who said it, and the words as a block quotation.
func (b *Brief) statement(s *record.Statement, numbers map[string]int, who map[string]string) {
	n := strconv.Itoa(numbers[s.ID])
	margin := strings.Repeat(" ", len(n)+2)
	head := "**" + markdown(oneLine(spoken(s.Speaker, who))) + "**"
	if cue := oneLine(cueWords(s)); cue != "" {
		head += " *" + markdown(cue) + "*"
	}
	if outer, ok := numbers[s.Inside]; ok {
		head += fmt.Sprintf(" (within %d)", outer)
	}
	fmt.Fprintf(b.w, "\n%s. %s\n\n%s> %s\n", n, head, margin, markdown(oneLine(contentWords(s))))
}

// endnotes writes where each statement stands, when it was said, the sources
// cited for it, what its times and amounts come to, and how sure it is.
func (b *Brief) endnotes(r *record.Record, lines lines, x *resolve.Index) {
	fmt.Fprintf(b.w, "\n## Where\n\nDocument %s, offsets in %s.\n\n",
		r.Document.ID, unitName(r.Offsets))
	for i, s := range r.Statements {
		places := make([]string, len(s.Content.Spans))
		for j, p := range s.Content.Spans {
			places[j] = fmt.Sprintf("%d–%d", p.Start, p.End)
		}
		fmt.Fprintf(b.w, "%d. %s, %s, %s", i+1, lineWord(lines.of(i)), strings.Join(places, " and "), s.Form)
		for _, fact := range []string{
			prefixed("said ", x.SaidWords(&s, resolve.PlainDate)),
			prefixed("cited: ", x.Cited(&s)),
			prefixed("values: ", resolve.Texts(x.Held(&s))),
		} {
			if fact != "" {
				b.w.WriteString(", " + markdown(oneLine(fact)))
			}
		}
		if s.Score != nil {
			b.w.WriteString(", score " + scoreText(s.Score))
		}
		fmt.Fprintf(b.w, " `%s`\n", s.ID)
	}
}

// unitName names a unit of offsets in the plural.
func unitName(o record.Offsets) string {
	switch o {
	case record.OffsetsCodepoint:
		return "code points"
	case record.OffsetsUTF16:
		return "UTF-16 units"
	case record.OffsetsByte:
		return "bytes"
	}
	return "an unknown unit"
}

// markdown escapes a line so that it is read as plain words.
func markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_[]|~", r), i == 0 && strings.ContainsRune("#+->=", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '.' || r == ')') && i > 0 && digits(s[:i]):
			b.WriteByte('\\') // "1." would begin a list
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// digits says whether s is a number as a list would begin with.
func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// linkable returns an address that may be followed from a page, "" for any
// other: only http and https, and nothing that could end an autolink.
func linkable(url string) string {
	web := strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
	if !web || strings.ContainsAny(url, "<> \t\n\"") {
		return ""
	}
	return url
}
