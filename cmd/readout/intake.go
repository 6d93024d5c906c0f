package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/reading/extract"
	"readout/record"
)

// A reader turns a document into its record. Its errors name the input.
type reader interface {
	Read(ctx context.Context, d ingest.Document) (*record.Record, error)
}

// intake is what is read, and how: the flags of verbs that read documents.
type intake struct {
	Inputs       []string `arg:"" optional:"" name:"input" placeholder:"FILE|URL|DIR|-" help:"A file, a web address, a folder of files or stdin (-), which is also read when nothing is named: texts, pages, feeds and web archives."`
	FilesFrom    string   `placeholder:"FILE" help:"Read the names of more inputs from FILE, one a line."`
	AllowPrivate bool     `help:"Allow web addresses in private networks and on this machine."`
	Offline      bool     `help:"Fetch nothing, also not what feeds link to."`

	Date      string `placeholder:"DAY" help:"When it was published (2024-03-01), whatever the document says."`
	URL       string `placeholder:"URL" help:"Where it was published, whatever the document says."`
	Title     string `placeholder:"WORDS" help:"Its title, whatever the document says."`
	Publisher string `placeholder:"WORDS" help:"Its publisher, whatever the document says."`

	Narrative string `enum:"all,assessments,none" default:"assessments" setting:"" placeholder:"all|assessments|none" help:"What of the author's own voice to record: assessments and forecasts, also mere possibilities and plain characterisations (all), or nothing."`

	Jobs       int  `short:"j" default:"0" setting:"" placeholder:"N" help:"Read N documents at a time; 0 is one per processor. The output is the same."`
	NoProgress bool `setting:"" help:"Show no progress."`
	Quiet      bool `short:"q" xor:"loud" help:"Say nothing but errors on stderr."`
	Verbose    bool `short:"v" xor:"loud" help:"Say on stderr what was read in each document, and how long it took."`
}

// nothingNamed says whether a person who names nothing wants help. In a pipe
// stdin is read then.
func (v *intake) nothingNamed(e env) bool {
	if len(v.Inputs) > 0 || v.FilesFrom != "" {
		return false
	}
	v.Inputs = []string{"-"}
	return console.IsTerminal(e.Stdin)
}

// total returns how many documents there are, when that can be told from the
// command line alone.
func (v intake) total() (int64, bool) {
	if v.FilesFrom != "" {
		return 0, false
	}
	for _, name := range v.Inputs {
		if !ingest.IsOne(name) {
			return 0, false
		}
	}
	return int64(len(v.Inputs)), true
}

// newProgress starts a display when it is wanted and stderr is not shared with the
// data.
func newProgress(e env, v intake, shared bool) *console.Progress {
	total, known := v.total()
	return console.NewProgress(e.Stderr, !v.Quiet && !v.NoProgress && !shared, total, known)
}

// begin returns a run over what is named, without a writer yet.
func (v *intake) begin(e env) (*reading, error) {
	created, err := timeOf(e)
	if err != nil {
		return nil, err
	}
	if v.Jobs < 0 {
		return nil, fmt.Errorf("--jobs %d: want a number of documents, or 0", v.Jobs)
	}
	if v.Jobs == 0 {
		v.Jobs = runtime.GOMAXPROCS(0)
	}
	stdin := bufio.NewReader(e.Stdin)
	e.Stdin = stdin
	options, _ := extract.Options{}.Scoped(v.Narrative) // the flag has no other values
	r := &reading{
		passed: map[string]bool{},
		verb:   *v, env: e, stdin: stdin, created: created, options: v.options(e),
		model: sync.OnceValues(func() (reader, error) {
			return e.open(e.Getenv("READOUT_KERNEL"), options)
		}),
	}
	if v.Verbose {
		r.options.Skipped = r.passedOver
	}
	return r, nil
}

// passedOver says what is not read.
func (r *reading) passedOver(path, why string) {
	r.progress.Say(fmt.Errorf("%s: passed over: %s", path, why))
}

// options returns what the user knows better than the inputs.
func (v intake) options(e env) ingest.Options {
	return ingest.Options{
		Date: v.Date, URL: v.URL, Title: v.Title, Publisher: v.Publisher,
		AllowPrivate: v.AllowPrivate, Offline: v.Offline, Stdin: e.Stdin, Now: e.Now,
		Client: ingest.NewClient(v.AllowPrivate),
	}
}

// timeOf returns the time that records are made at.
func timeOf(e env) (string, error) {
	at := e.Now()
	if epoch := e.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return "", fmt.Errorf("SOURCE_DATE_EPOCH %q: want seconds since 1970", epoch)
		}
		at = time.Unix(seconds, 0)
	}
	return at.UTC().Format(time.RFC3339), nil
}

// A reading is one run of a verb that reads.
type reading struct {
	verb     intake
	env      env
	stdin    *bufio.Reader
	model    func() (reader, error) // opened when needed
	created  string                 // RFC 3339
	options  ingest.Options
	writer   recordWriter
	progress *console.Progress
	records  bool // files of records are taken too
	failed   int
	unread   []string // keys of the parts among them

	passed map[string]bool // places of keys of records that were passed over

	// would says what Add would answer for a document; nil where all are read.
	would func(ctx context.Context, document, pipeline string) (store.Outcome, error)
	dry   bool                // nothing is read, but counted
	count func(store.Outcome) // of what is not read
}

// An input is one thing to open or to read, or why it cannot be.
type input struct {
	src  ingest.Source
	in   *ingest.Input                                  // src, when it was opened
	part ingest.Part                                    // of it
	line []byte                                         // of a file of records, of which src is the place; nil otherwise
	kept func(context.Context) (ingest.Document, error) // by the database; nil otherwise
	err  error
}

// openAhead is how many inputs are opened at a time: addresses wait for their
// servers, of which each is asked for two at most.
const openAhead = 8

// parts yields the documents of what the command line names. Inputs are opened
// before their turn.
func (r *reading) parts(ctx context.Context) iter.Seq[input] {
	opened := console.Ahead(ctx, max(openAhead, r.verb.Jobs), r.inputs(), r.open)
	return func(yield func(input) bool) {
		for in := range opened {
			if in.in == nil && !yield(in) || in.in != nil && !partsOf(in, yield) {
				return
			}
		}
	}
}

// open opens what is no line of a file of records. It runs on many goroutines.
func (r *reading) open(ctx context.Context, in input) input {
	if in.err == nil && in.line == nil {
		in.in, in.err = ingest.Open(ctx, in.src, r.options)
	}
	return in
}

// partsOf yields the documents of one input, and is false when no more are wanted.
func partsOf(in input, yield func(input) bool) bool {
	defer in.in.Close() // only read from
	for part, err := range in.in.Parts() {
		if !yield(input{src: in.src, part: part, err: err}) {
			return false
		}
	}
	return true
}

// inputs yields what the command line names, as it is found.
func (r *reading) inputs() iter.Seq[input] {
	opt := ingest.ListOptions{FilesFrom: r.verb.FilesFrom, Stdin: r.env.Stdin}
	if r.verb.Verbose {
		opt.Skipped = r.passedOver
	}
	return func(yield func(input) bool) {
		for src, err := range ingest.Expand(r.verb.Inputs, opt) {
			var records io.ReadCloser
			if err == nil && r.records {
				records, src = r.recordsIn(src)
			}
			var wanted bool
			if records != nil {
				wanted = lines(src.Name, records, yield)
			} else {
				wanted = yield(input{src: src, err: err})
			}
			if !wanted {
				return
			}
		}
	}
}

// A result is what became of one input.
type result struct {
	input string
	key   string // of a part, see ingest.Part
	r     *record.Record
	err   error
	took  time.Duration
	known store.Outcome // what Add would answer, where that is asked first

	unknown []string // places of keys that are no part of the record
}

// all reads what is named and writes the records in order.
func (r *reading) all(ctx context.Context) error { return r.each(ctx, r.parts(ctx)) }

// each reads documents and writes their records in order.
func (r *reading) each(ctx context.Context, documents iter.Seq[input]) error {
	defer r.progress.Done()
	err := console.InOrder(ctx, r.verb.Jobs, documents, r.read, r.emit)
	if err != nil {
		return err
	}
	if err := r.writer.Close(); err != nil {
		return err
	}
	if r.failed > 0 {
		return console.ErrSome
	}
	return nil
}

// read reads one input. It runs on many goroutines. A defect of the program
// that one document brings out is an error of that document.
func (r *reading) read(ctx context.Context, in input) (res result) {
	began := r.env.Now()
	res.input, res.key = cmp.Or(in.part.Name, in.src.Name), in.part.Key
	defer func() {
		if fault := recover(); fault != nil {
			res.r, res.err = nil, fmt.Errorf(
				"%s: a defect of readout, please report it with the document: %v\n%s",
				res.input, fault, debug.Stack())
		}
		res.took = r.env.Now().Sub(began)
	}()
	if in.err != nil {
		res.err = in.err
		return res
	}
	if in.line != nil {
		res.r, res.unknown, res.err = sound(in.src.Name, in.line)
		if r.dry && res.err == nil {
			res.known, res.err = r.would(ctx, res.r.Document.ID, res.r.Meta.Pipeline)
		}
		return res
	}
	d, err := in.document(ctx)
	if err == nil && r.would != nil {
		res.known, err = r.would(ctx, record.DocumentID(d.URL, d.Text), r.env.pipeline)
	}
	if err != nil || r.dry || res.known > store.Added {
		res.err = err
		return res
	}
	res.known = 0
	model, err := r.model()
	if err != nil {
		res.err = err
		return res
	}
	res.r, res.err = model.Read(ctx, d)
	if res.err == nil {
		res.r.Meta.Created = r.created
	}
	return res
}

// document returns the document of an input that was opened or is kept.
func (in input) document(ctx context.Context) (ingest.Document, error) {
	if in.kept != nil {
		return in.kept(ctx)
	}
	return in.part.Read(ctx)
}

// emit writes one record, or says why there is none. An interrupt is no fault
// of the input that it struck.
func (r *reading) emit(res result) error {
	if errors.Is(res.err, context.Canceled) {
		return res.err
	}
	r.progress.Step(res.err != nil)
	if res.err == nil && res.known != 0 {
		r.count(res.known)
		return nil
	}
	if res.r == nil {
		r.failed++
		r.unread = append(r.unread, res.key)
		r.progress.Say(res.err)
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
	r.passOver(res.input, res.unknown)
	if !r.verb.Quiet {
		for _, warning := range res.r.Meta.Warnings {
			r.progress.Say(fmt.Errorf("%s: warning: %s", res.input, warning))
		}
	}
	if r.verb.Verbose {
		r.progress.Say(fmt.Errorf("%s: %d statements, %d entities, %.2f s",
			res.input, len(res.r.Statements), len(res.r.Entities), res.took.Seconds()))
	}
}
