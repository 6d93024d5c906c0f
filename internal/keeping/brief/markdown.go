package brief

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout/internal/keeping/wording"
)

// writeMarkdown writes a brief in CommonMark. Its endnotes are an ordered list, so
// that their numbers are those of the text wherever it is pasted.
func writeMarkdown(w io.Writer, b *Brief) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n%s\n", b.title(), wording.Markdown(b.summary()))
	if b.opts.Asked != "" {
		fmt.Fprintf(out, "Asked: %s\n", wording.Markdown(b.opts.Asked))
	}
	for _, g := range b.order {
		fmt.Fprintf(out, "\n## %s\n\n", wording.Markdown(g.Name))
		if g.About != "" {
			fmt.Fprintf(out, "*%s*\n\n", wording.Markdown(g.About))
		}
		for _, e := range g.Entries {
			fmt.Fprintf(out, "- %s \\[%d\\]\n", markdownRuns(e.Runs), e.Note)
		}
	}
	if len(b.notes) > 0 {
		out.WriteString("\n## Sources\n\n")
	}
	for i, n := range b.notes {
		fmt.Fprintf(out, "%d. %s\n", i+1, markdownNote(n))
	}
	return out.Flush()
}

// markdownRuns writes the words of an entry.
func markdownRuns(runs []run) string {
	out := make([]string, len(runs))
	for i, r := range runs {
		out[i] = wording.Markdown(r.Text)
		mark := ""
		switch {
		case r.Strong:
			mark = "**"
		case r.Slim:
			mark = "*"
		}
		words, end := strings.CutSuffix(out[i], ":")
		out[i] = mark + words + mark
		if end {
			out[i] += ":"
		}
	}
	return strings.Join(out, " ")
}

// markdownNote writes an endnote.
func markdownNote(n note) string {
	parts := []string{fmt.Sprintf("As %d.", n.As)}
	if n.As == 0 {
		source := wording.Markdown(strings.Join(n.Source, ", "))
		if n.URL != "" {
			source += ", <" + n.URL + ">"
		}
		parts[0] = source + "."
	}
	if n.Quote != "" {
		parts = append(parts, "“"+wording.Markdown(n.Quote)+"”")
	}
	if n.Facts != "" {
		parts = append(parts, wording.Markdown(n.Facts)+".")
	}
	return strings.Join(append(parts, "`"+n.ID+"`"), " ")
}
