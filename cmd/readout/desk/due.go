package desk

import (
	"cmp"
	"context"
	"strings"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
)

// Due lists what is to happen.
type Due struct {
	Query []string `arg:"" optional:"" name:"query" placeholder:"QUERY" help:"Words, \"phrases\" and KEY:VALUE filters that must all hold; see filters."`

	Open    bool `help:"Only what nobody judged kept or broken."`
	Overdue bool `help:"Only what is open and past its last day."`
	Kept    bool `help:"Only what was judged kept; nothing is until links come."`
	Broken  bool `help:"Only what was judged broken; nothing is until links come."`

	answer
	Filters
	Database
}

// Help says what is listed, and what today is.
func (Due) Help() string {
	return "Lists the commitments, forecasts and requests in the database by the day they are " +
		"due, those without a last day and without a day behind the others. " +
		"Of --open, --overdue, --kept and --broken one must hold of those given. " +
		"What is past is past where you are: today is the day of this machine's time zone. " +
		"When nothing is found the exit code is 1."
}

// Run writes what is due.
func (v Due) Run(ctx context.Context, e console.Env, parsed *kong.Context) error {
	q, err := Asked(parsed, v.Query)
	if err == nil && len(v.states()) > 0 {
		err = q.Set(query.KeyDue.String(), strings.Join(v.states(), ","))
	}
	if err == nil {
		err = q.Set(query.KeyKind.String(), query.Statements.String())
	}
	if err != nil {
		return elsewhere(err)
	}
	format, err := v.records(e, export.Due)
	if err != nil {
		return err
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	h := &hunt{env: e, answer: v.answer, store: kept, find: kept.Due, query: q}
	return cmp.Or(h.write(ctx, format), kept.Close())
}

// states returns the states that flags name.
func (v Due) states() []string {
	var states []string
	for i, given := range []bool{v.Open, v.Overdue, v.Kept, v.Broken} {
		if given {
			states = append(states, (query.DueOpen + query.DueState(i)).String())
		}
	}
	return states
}
