package desk

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/internal/keeping/correct"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// Review decides what was read rightly, and corrects the rest.
type Review struct {
	Words []string `arg:"" optional:"" name:"query" placeholder:"QUERY|ID|FIELD=VALUE" help:"Without a flag that decides, what to look at, as find has it. Behind one, more ids (- reads them from stdin, one a line), what --set sets, the name of --same, or the decisions that --undo undoes."`

	Accept string `xor:"do" placeholder:"ID" help:"It is right as it stands."`
	Reject string `xor:"do" placeholder:"ID" help:"It is wrong: nobody says or does this here."`
	Unsure string `xor:"do" placeholder:"ID" help:"It cannot be told: it stays open, with who says so and why."`
	Set    string `xor:"do" placeholder:"ID" help:"Correct fields of it, each named as FIELD=VALUE."`
	Same   string `xor:"do" placeholder:"ENTITY" help:"The entity, as find --entities has it (person/sunak), is the one of the name that follows, in all documents."`
	Undo   bool   `xor:"do" help:"Undo the decisions whose numbers follow, or the last one."`
	Log    bool   `xor:"do" help:"List what was decided, about the documents or items that follow or about all."`

	By     string `setting:"" placeholder:"NAME" help:"Who decides; it is kept with each decision."`
	Note   string `placeholder:"WORDS" help:"Why; it is kept with each decision."`
	DryRun bool   `help:"Say what would be decided, and leave it."`
	Events bool   `help:"Look at events; without it, at statements and, at a terminal, at events behind them."`

	answer
	Filters
	Database
}

// Help says how a person reviews.
func (Review) Help() string {
	return "At a terminal, shows what nobody decided about yet, one item after " +
		"another with its sentence, and takes a key for each decision: a accepts," +
		" r rejects, u is unsure, s joins the names of one entity, e corrects a " +
		"field, z undoes, n goes on, q ends, ? helps. The least sure come first, " +
		"since that is where a minute corrects most; --sort newest goes document " +
		"by document. In a pipe it lists the same items as find does. With " +
		"--accept, --reject, --unsure or --set it decides about the items named " +
		"and asks nothing. What --set sets are words of a vocabulary, or words of" +
		" the text, which are found there: speaker=\"Rishi Sunak\" are those " +
		"nearest to the item, speaker=\"Rishi Sunak #2\" the second in the text; " +
		"due= takes away what is due. Old values are kept, and --undo puts them " +
		"back. When nothing is found the exit code is 1; an item that cannot be " +
		"decided about is named, the others are done, and the exit code is 2."
}

// Run decides, or shows what is to be decided.
func (v Review) Run(ctx context.Context, e console.Env, parsed *kong.Context) error {
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	return cmp.Or(v.run(ctx, e, kept, parsed), kept.Close())
}

func (v Review) run(
	ctx context.Context, e console.Env, kept store.Store, parsed *kong.Context,
) error {
	switch {
	case v.Log:
		return v.log(ctx, e, kept)
	case v.Undo:
		return v.undo(ctx, e, kept)
	case v.Same != "":
		return v.same(ctx, e, kept)
	case v.Accept != "" || v.Reject != "" || v.Unsure != "" || v.Set != "":
		return v.decide(ctx, e, kept)
	}
	q, err := v.asked(parsed)
	if err != nil {
		return err
	}
	if v.sits(e) {
		return v.sit(ctx, e, kept, q)
	}
	return v.list(ctx, e, kept, q)
}

// asked returns the query: of what is open and least sure, unless it says
// otherwise.
func (v Review) asked(parsed *kong.Context) (query.Query, error) {
	q, err := Asked(parsed, v.Words)
	if err == nil && v.Events {
		err = q.Set(query.KeyKind.String(), query.Events.String())
	}
	reviewed := func(f query.Filter) bool { return f.Key == query.KeyReview }
	if err == nil && !slices.ContainsFunc(q.Filters, reviewed) {
		err = q.Set(query.KeyReview.String(), record.ReviewOpen.String())
	}
	if err == nil && q.Sort == 0 {
		err = q.Set(query.KeySort.String(), query.SortDoubt.String())
	}
	return q, err
}

// list writes the items as find does.
func (v Review) list(
	ctx context.Context, e console.Env, kept store.Store, q query.Query,
) error {
	q, err := q.OrKind(query.Statements)
	if err != nil {
		return err
	}
	kind := export.Statements
	if q.Kind == query.Events {
		kind = export.Events
	}
	format, err := v.records(e, kind)
	if err != nil {
		return err
	}
	h := &hunt{env: e, answer: v.answer, store: kept, find: kept.Find, query: q}
	return h.write(ctx, format)
}

// sign says on a decision who made it, when and why.
func (v Review) sign(e console.Env) func(*store.Decision) {
	return func(d *store.Decision) { d.By, d.At, d.Note = v.By, stamp(e), v.Note }
}

// A step is a decision about one item; what is set may take several.
type step func(r *record.Record, item string) (store.Decision, error)

// steps returns what is to be done with each item, and the items.
func (v Review) steps(e console.Env) ([]step, []string, error) {
	sign := v.sign(e)
	if v.Set == "" {
		first := cmp.Or(v.Accept, v.Reject, v.Unsure)
		review := record.Review{State: v.state(), By: v.By, At: stamp(e), Note: v.Note}
		ids, err := v.named(e, append([]string{first}, v.Words...))
		return []step{func(r *record.Record, item string) (store.Decision, error) {
			return store.Reviewed(r.Document.ID, item, review)
		}}, ids, err
	}
	var steps []step
	given := []string{v.Set}
	for _, word := range v.Words {
		if !strings.Contains(word, "=") {
			given = append(given, word)
			continue
		}
		steps = append(steps, func(r *record.Record, item string) (store.Decision, error) {
			d, err := correct.Parse(r, item, word)
			sign(&d)
			return d, err
		})
	}
	if len(steps) == 0 {
		return nil, nil, errors.New("--set: nothing to set; add FIELD=VALUE behind the id, such as polarity=denied")
	}
	ids, err := v.named(e, given)
	return steps, ids, err
}

func (v Review) state() record.ReviewState {
	switch {
	case v.Accept != "":
		return record.ReviewAccepted
	case v.Reject != "":
		return record.ReviewRejected
	}
	return correct.Unsure
}

// named returns ids, with those of stdin in the place of "-". Of a line of find or
// review the first cell is the id.
func (v Review) named(e console.Env, given []string) ([]string, error) {
	var ids []string
	for _, id := range given {
		if id != "-" {
			ids = append(ids, id)
			continue
		}
		lines := bufio.NewScanner(e.Stdin)
		for lines.Scan() {
			line, _, _ := strings.Cut(lines.Text(), "\t")
			if line = strings.TrimSpace(line); line != "" {
				ids = append(ids, line)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("ids on stdin: %w", err)
		}
	}
	return ids, nil
}

// decide carries out what the flags say about each item. One that is refused is
// named, the others are done.
func (v Review) decide(ctx context.Context, e console.Env, kept store.Store) error {
	steps, ids, err := v.steps(e)
	if err != nil {
		return err
	}
	failed := 0
	for _, id := range ids {
		err := v.each(ctx, e, kept, id, steps)
		if err != nil && (ctx.Err() != nil || Stops(err)) {
			return err
		}
		if err != nil {
			failed++
			console.Complain(e.Stderr, err)
		}
	}
	if failed > 0 {
		return console.ErrSome
	}
	return nil
}

// Stops tells errors of the database, which every item would meet, from those of
// one.
func Stops(err error) bool {
	for _, e := range []error{
		store.ErrBusy, store.ErrFull, store.ErrDamaged, store.ErrForeign, store.ErrNewerSchema,
		store.ErrNoDatabase, store.ErrReadOnly,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// each takes the steps on one item, all or, where one cannot be taken, none.
func (v Review) each(
	ctx context.Context, e console.Env, kept store.Store, id string, steps []step,
) error {
	document, item := search.Parts(id)
	r, err := kept.Record(ctx, document)
	if err != nil {
		return err
	}
	var decisions []store.Decision
	for _, s := range steps {
		d, err := s(r, item)
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		if d.Field == "review" && !isJudged(item) {
			return fmt.Errorf("%s: only statements and events are accepted "+
				"or rejected", id)
		}
		if err := d.Apply(r); err != nil {
			return err
		}
		decisions = append(decisions, d)
	}
	for _, d := range decisions {
		if v.DryRun {
			v.tell(e, "would set", d)
			continue
		}
		if d, err = kept.Decide(ctx, d); err != nil {
			return err
		}
		v.tell(e, fmt.Sprintf("decision %d:", d.ID), d)
	}
	return nil
}

// isJudged reports whether an id is that of a statement or an event, be it there
// or not, which whoever decides about it says.
func isJudged(item string) bool {
	return strings.HasPrefix(item, string(record.KindStatement)) ||
		strings.HasPrefix(item, string(record.KindEvent))
}

// tell says what became of a field.
func (v Review) tell(e console.Env, how string, d store.Decision) {
	if v.Quiet {
		return
	}
	fmt.Fprintf(e.Stderr, "readout: %s %s\n", how, wording.OneLine(Told(d)))
}

// Told puts a decision into words: "d1/s21 polarity: denied → affirmed".
func Told(d store.Decision) string {
	if key, same, ok, err := d.Joins(); ok && err == nil {
		return fmt.Sprintf("%s is %s", key, same.Text)
	}
	old := cmp.Or(correct.Words(d.Old), "–")
	return fmt.Sprintf("%s %s: %s → %s", search.ID(d.Document, d.Item), d.Field,
		old, cmp.Or(correct.Words(d.New), "–"))
}

// sits reports whether a person is there at a terminal.
func (v Review) sits(e console.Env) bool {
	return console.IsTerminal(e.Stdin) && e.OnTerminal(v.Output) && !v.table()
}

// rowsOf yields the rows of a query, and where it names no kind those of events
// behind those of statements, if its filters go with events.
func rowsOf(
	ctx context.Context, e console.Env, kept store.Store, q query.Query,
) (iter.Seq2[store.Row, error], error) {
	var all []query.Query
	for _, kind := range []query.Kind{query.Statements, query.Events} {
		of, err := q.OrKind(kind)
		if err != nil && len(all) == 0 {
			return nil, err
		}
		if err == nil && of.Kind == kind {
			all = append(all, of)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("review: kind:%s: only statements and events "+
			"are reviewed", q.Kind)
	}
	return func(yield func(store.Row, error) bool) {
		for _, of := range all {
			for row, err := range search.Rows(ctx, kept.Find, of, e.Today()) {
				if !yield(row, err) {
					return
				}
			}
		}
	}, nil
}
