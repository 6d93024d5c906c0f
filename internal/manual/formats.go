package manual

import (
	"fmt"
	"strings"

	"readout/internal/keeping/catalogue"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
)

// formats says what read writes, by the flag that asks for it.
var formats = [][2]string{
	{
		"(none)",
		"on a terminal the statements in the order of the text, wrapped and " +
			"coloured, and behind them the events; in a pipe one line per " +
			"statement, nothing cut, with sixteen cells between tabs: input and " +
			"line, speaker, cue, content, score, when it was said, sources cited, " +
			"values of the times and amounts in the content, act, polarity, " +
			"certainty, addressees, when it is due, condition, place, likelihood",
	},
	{
		"`--json`",
		"JSON Lines, one record a line, as `check` reads it; the only format " +
			"without loss",
	},
	{
		"`--csv`, `--tsv`",
		"one row per statement with the columns below; CSV is RFC 4180, TSV " +
			"ends lines with a line feed and has no tabs inside cells; a cell that " +
			"begins with = + - @ gets an apostrophe before it",
	},
	{
		"`--md`",
		"a brief in Markdown: statements numbered and quoted, the events, and " +
			"for each statement where it stands, when it was said, the sources " +
			"cited, and the values of its times and amounts",
	},
	{
		"`--html FILE`",
		"one page of the whole text with its statements, events, times, " +
			"amounts and citations marked and a numbered card beside each " +
			"statement and event; no script, nothing loaded; prints with numbered " +
			"notes",
	},
}

// kinds says what the rows of a table or a list are, by the flag.
var kinds = [][2]string{
	{"(none)", "statements"},
	{
		"`--events`",
		"events in the order of the text; in a pipe eleven cells: input and " +
			"line, type, status, trigger, actors, recipients, when, where, the " +
			"statement it belongs to, certainty, score",
	},
	{
		"`--due`",
		"statements with a due date or a condition, over all inputs by first " +
			"day, or last day where that alone is said; open-ended ones and those " +
			"without a date come last; in a pipe ten cells: first day, last day, " +
			"act, polarity, speaker, addressees, content, words of the time, " +
			"condition, input and line",
	},
}

// formatsPage describes what read writes, in which form.
func formatsPage() string {
	var b strings.Builder
	b.WriteString("## formats\n\n| format | what it is |\n|---|---|\n")
	for _, f := range formats {
		row(&b, f[0], f[1])
	}
	b.WriteString("\n" + "A polarity other than affirmed, and an event that did not take place, " +
		"has a sign before its word: ✗ denied, ∅ omitted, – declined, ✗ " +
		"negated; in tables and JSON the word stands alone." +
		"\n\n| rows | what they are |\n|---|---|\n")
	for _, k := range kinds {
		row(&b, k[0], k[1])
	}
	b.WriteString("\n" + "With `--events` or `--due`, `--json` writes each row as an object " +
		"with the columns for keys, empty ones left out." +
		"\n\nColumns of a table, of which `--fields` picks some:\n\n")
	columnsTable(&b, "column", export.Statements)
	b.WriteString("\nThose of `--events`:\n\n")
	columnsTable(&b, "column of events", export.Events)
	b.WriteString("\nThose of `--due` mean the same as among statements:\n\n")
	names := []string{}
	for _, c := range export.Columns(export.Due) {
		names = append(names, "`"+c.Name+"`")
	}
	b.WriteString(strings.Join(names, ", ") + "\n")
	b.WriteString("\n" + "From the database rows are the same, in the order asked for. In a " +
		"pipe the first cell is the id by which `show` shows the row, `DOCUMENT/ITEM`, instead " +
		"of input and line (with `due` the tenth), and three cells more stand at the end: " +
		"published, publisher, title. " +
		"What only `find` has, in a pipe one a line with all of these cells:\n\n")
	b.WriteString("| rows | columns |\n|---|---|\n")
	for _, kind := range []query.Kind{query.Documents, query.Entities, query.Citations} {
		names = names[:0]
		for _, c := range catalogue.Columns(kind) {
			names = append(names, "`"+c.Name+"`: "+c.Help)
		}
		row(&b, "`--"+kind.String()+"`", strings.Join(names, "; "))
	}
	return b.String()
}

// columnsTable writes what the columns of a kind of table hold.
func columnsTable(b *strings.Builder, head string, kind export.Kind) {
	fmt.Fprintf(b, "| %s | what it holds |\n|---|---|\n", head)
	for _, c := range export.Columns(kind) {
		row(b, "`"+c.Name+"`", c.Help)
	}
}
