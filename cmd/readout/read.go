package main

import (
	"context"

	"readout/cmd/readout/console"
)

// readVerb reads documents.
type readVerb struct {
	intake

	JSON   bool   `name:"json" xor:"format" help:"Write JSON Lines, one record a line; with --events or --due one row of their tables a line."`
	CSV    bool   `name:"csv" xor:"format" help:"Write a table with commas: one row per statement, with --events per event."`
	TSV    bool   `name:"tsv" xor:"format" help:"Write the same with tabs."`
	MD     bool   `name:"md" xor:"format" help:"Write a brief in Markdown."`
	HTML   string `name:"html" xor:"format,place" placeholder:"FILE" help:"Write one page of the texts with their statements marked to FILE."`
	Output string `short:"o" xor:"place" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`

	Events bool `name:"events" xor:"rows" help:"Write the events alone, who did what to whom. Without it, a list on a terminal and a brief have them behind the statements, tables and pipes do not."`
	Due    bool `name:"due" xor:"rows" help:"Write only what is to happen: commitments, forecasts and requests with a date or a condition, by the day they are due."`

	Fields  string `placeholder:"NAME,..." help:"Columns of a table, in this order; see formats."`
	Offsets string `enum:"codepoint,utf16,byte" default:"codepoint" setting:"" placeholder:"codepoint|utf16|byte" help:"Unit of the offsets in --json, --csv and --tsv."`
	NoText  bool   `setting:"" help:"Leave the text out of --json."`
	Color   string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour the statements; auto is on a terminal."`
}

// Help says what is read and written.
func (readVerb) Help() string {
	return "Reads text, saved or live web pages, feeds (RSS, Atom, JSON) and web archives (WARC, " +
		"packed or not), and writes, in the order of the inputs, who said what in each document. " +
		"They are told by what they hold. Texts and pages in files may be packed with gzip. An item of a feed is read from the feed where that has " +
		"its whole text; else its link is fetched, when the feed was named by its address. " +
		"An input that cannot be read is named on stderr with the reason; the others go on, " +
		"and the exit code is 2. " +
		"On a terminal the statements are laid out to be read, in a pipe they are one a line; " +
		"the flags of format choose another form. " +
		"With --events it is who did what to whom, with --due what is to happen and when."
}

// Run reads all inputs.
func (v readVerb) Run(ctx context.Context, e env, shorts shorts) error {
	if v.nothingNamed(e) {
		return shorts.show("read")
	}
	r, err := v.begin(e)
	if err != nil {
		return err
	}
	format, err := v.format(e)
	if err != nil {
		return err
	}
	if _, err := r.model(); err != nil {
		return err
	}
	out, err := console.Create(v.place(), e.Stdout)
	if err != nil {
		return err
	}
	r.writer, r.progress = format(out), newProgress(e, v.intake, v.onTerminal(e))
	return out.Finish(r.all(ctx))
}

// place returns the file to write to, "" for stdout.
func (v readVerb) place() string {
	if v.HTML != "" {
		return v.HTML
	}
	return v.Output
}
