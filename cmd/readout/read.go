package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"readout/internal/config"
	"readout/internal/ingest"
	"readout/internal/keeping/export"
	"readout/internal/reading/extract"
	"readout/record"
)

// A reader turns a document into its record. Its errors name the input.
type reader interface {
	Read(ctx context.Context, d ingest.Document) (*record.Record, error)
}

// readVerb reads documents.
type readVerb struct {
	Inputs       []string `arg:"" optional:"" name:"input" placeholder:"FILE|URL|DIR|-" help:"A file, a web address, a folder of files or stdin (-), which is also read when nothing is named."`
	FilesFrom    string   `placeholder:"FILE" help:"Read the names of more inputs from FILE, one a line."`
	AllowPrivate bool     `help:"Allow web addresses in private networks and on this machine."`

	Date      string `placeholder:"DAY" help:"When it was published (2024-03-01), whatever the document says."`
	URL       string `placeholder:"URL" help:"Where it was published, whatever the document says."`
	Title     string `placeholder:"WORDS" help:"Its title, whatever the document says."`
	Publisher string `placeholder:"WORDS" help:"Its publisher, whatever the document says."`

	JSON   bool   `name:"json" xor:"format" help:"Write JSON Lines, one record a line; with --events or --due one row of their tables a line."`
	CSV    bool   `name:"csv" xor:"format" help:"Write a table with commas: one row per statement, with --events per event."`
	TSV    bool   `name:"tsv" xor:"format" help:"Write the same with tabs."`
	MD     bool   `name:"md" xor:"format" help:"Write a brief in Markdown."`
	HTML   string `name:"html" xor:"format,place" placeholder:"FILE" help:"Write one page of the texts with their statements marked to FILE."`
	Output string `short:"o" xor:"place" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`

	Narrative string `enum:"all,assessments,none" default:"assessments" setting:"" placeholder:"all|assessments|none" help:"What of the author's own voice to record: assessments and forecasts, also mere possibilities and plain characterisations (all), or nothing."`

	Events bool `name:"events" xor:"rows" help:"Write the events alone, who did what to whom. Without it, a list on a terminal and a brief have them behind the statements, tables and pipes do not."`
	Due    bool `name:"due" xor:"rows" help:"Write only what is to happen: commitments, forecasts and requests with a date or a condition, by the day they are due."`

	Fields  string `placeholder:"NAME,..." help:"Columns of a table, in this order; see formats."`
	Offsets string `enum:"codepoint,utf16,byte" default:"codepoint" setting:"" placeholder:"codepoint|utf16|byte" help:"Unit of the offsets in --json, --csv and --tsv."`
	NoText  bool   `setting:"" help:"Leave the text out of --json."`
	Color   string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour the statements; auto is on a terminal."`

	Jobs       int  `short:"j" default:"0" setting:"" placeholder:"N" help:"Read N documents at a time; 0 is one per processor. The output is the same."`
	NoProgress bool `setting:"" help:"Show no progress."`
	Quiet      bool `short:"q" xor:"loud" help:"Say nothing but errors on stderr."`
	Verbose    bool `short:"v" xor:"loud" help:"Say on stderr what was read in each document, and how long it took."`
}

// Help says what is read and written.
func (readVerb) Help() string {
	return "Reads text and saved or live web pages and writes, in the order of the inputs, " +
		"who said what in each. " +
		"An input that cannot be read is named on stderr with the reason; the others go on, " +
		"and the exit code is 2. " +
		"On a terminal the statements are laid out to be read, in a pipe they are one a line; " +
		"the flags of format choose another form. " +
		"With --events it is who did what to whom, with --due what is to happen and when."
}

// Run reads all inputs.
func (v readVerb) Run(ctx context.Context, e env, shorts shorts) error {
	if len(v.Inputs) == 0 && v.FilesFrom == "" {
		if isTerminal(e.stdin) {
			return shorts.show("read")
		}
		v.Inputs = []string{"-"}
	}
	created, err := timeOf(e)
	if err != nil {
		return err
	}
	if v.Jobs < 0 {
		return fmt.Errorf("--jobs %d: want a number of documents, or 0", v.Jobs)
	}
	if v.Jobs == 0 {
		v.Jobs = runtime.GOMAXPROCS(0)
	}
	format, err := v.format(e)
	if err != nil {
		return err
	}
	options, _ := extract.Options{}.Scoped(v.Narrative) // the flag has no other values
	model, err := e.open(e.getenv("READOUT_KERNEL"), options)
	if err != nil {
		return err
	}
	out, err := createOutput(v.place(), e.stdout)
	if err != nil {
		return err
	}
	r := reading{
		verb: v, env: e, model: model, created: created,
		options: v.options(e), writer: format(out), progress: newProgress(e, v),
	}
	return out.finish(r.all(ctx))
}

// options returns what the user knows better than the inputs.
func (v readVerb) options(e env) ingest.Options {
	return ingest.Options{
		Date: v.Date, URL: v.URL, Title: v.Title, Publisher: v.Publisher,
		AllowPrivate: v.AllowPrivate, Stdin: e.stdin, Now: e.now,
	}
}

// place returns the file to write to, "" for stdout.
func (v readVerb) place() string {
	if v.HTML != "" {
		return v.HTML
	}
	return v.Output
}

// timeOf returns the time that records are made at.
func timeOf(e env) (string, error) {
	at := e.now()
	if epoch := e.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return "", fmt.Errorf("SOURCE_DATE_EPOCH %q: want seconds since 1970", epoch)
		}
		at = time.Unix(seconds, 0)
	}
	return at.UTC().Format(time.RFC3339), nil
}

// A reading is one run of the verb.
type reading struct {
	verb     readVerb
	env      env
	model    reader
	created  string // RFC 3339
	options  ingest.Options
	writer   recordWriter
	progress *progress
	failed   int
}

// An input is one thing to read, or why it cannot be.
type input struct {
	src ingest.Source
	err error
}

// inputs yields what the command line names, as it is found.
func (r *reading) inputs() iter.Seq[input] {
	opt := ingest.ListOptions{FilesFrom: r.verb.FilesFrom, Stdin: r.env.stdin}
	if r.verb.Verbose {
		opt.Skipped = func(path, why string) {
			r.progress.say(fmt.Errorf("%s: passed over: %s", path, why))
		}
	}
	return func(yield func(input) bool) {
		for src, err := range ingest.Expand(r.verb.Inputs, opt) {
			if !yield(input{src, err}) {
				return
			}
		}
	}
}

// A result is what became of one input.
type result struct {
	input string
	r     *record.Record
	err   error
	took  time.Duration
}

// all reads the inputs and writes their records in order.
func (r *reading) all(ctx context.Context) error {
	defer r.progress.done()
	err := inOrder(ctx, r.verb.Jobs, r.inputs(), r.read, r.emit)
	if err != nil {
		return err
	}
	if err := r.writer.Close(); err != nil {
		return err
	}
	if r.failed > 0 {
		return errSome
	}
	return nil
}

// read reads one input. It runs on many goroutines. A defect of the program
// that one document brings out is an error of that document.
func (r *reading) read(ctx context.Context, in input) (res result) {
	began := r.env.now()
	res.input = in.src.Name
	defer func() {
		if fault := recover(); fault != nil {
			res.r, res.err = nil, fmt.Errorf(
				"%s: a defect of readout, please report it with the document: %v\n%s",
				in.src.Name, fault, debug.Stack())
		}
		res.took = r.env.now().Sub(began)
	}()
	if in.err != nil {
		res.err = in.err
		return res
	}
	d, err := ingest.Read(ctx, in.src, r.options)
	if err != nil {
		res.err = err
		return res
	}
	res.r, res.err = r.model.Read(ctx, d)
	if res.err == nil {
		res.r.Meta.Created = r.created
	}
	return res
}

// emit writes one record, or says why there is none. An interrupt is no fault
// of the input that it struck.
func (r *reading) emit(res result) error {
	if errors.Is(res.err, context.Canceled) {
		return res.err
	}
	r.progress.step(res.r == nil)
	if res.r == nil {
		r.failed++
		r.progress.say(res.err)
		return nil
	}
	if err := r.writer.Write(res.r); err != nil {
		return fmt.Errorf("write what %s says: %w", res.input, err)
	}
	r.tell(res)
	return nil
}

// tell says on stderr what a reader may want to know of a document.
func (r *reading) tell(res result) {
	if !r.verb.Quiet {
		for _, warning := range res.r.Meta.Warnings {
			r.progress.say(fmt.Errorf("%s: warning: %s", res.input, warning))
		}
	}
	if r.verb.Verbose {
		r.progress.say(fmt.Errorf("%s: %d statements, %d entities, %.2f s",
			res.input, len(res.r.Statements), len(res.r.Entities), res.took.Seconds()))
	}
}

// columns returns the columns of a table that --fields names. Its error says
// which column may have been meant.
func (v readVerb) columns() ([]export.Column, error) {
	if v.Fields == "" {
		return nil, nil
	}
	if !v.table() {
		return nil, errors.New("--fields picks the columns of a table: add --csv or --tsv")
	}
	known := map[string]export.Column{}
	names := []string{}
	for _, c := range export.Columns(v.rows()) {
		known[c.Name] = c
		names = append(names, c.Name)
	}
	picked := []export.Column{}
	for name := range strings.SplitSeq(v.Fields, ",") {
		name = strings.TrimSpace(name)
		c, ok := known[name]
		if !ok {
			return nil, fmt.Errorf("--fields: no field %q, did you mean %q? fields are %s",
				name, config.Nearest(name, names), strings.Join(names, ", "))
		}
		picked = append(picked, c)
	}
	return picked, nil
}
