package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"readout/internal/keeping/query"
	"readout/internal/manual"
)

// Filters are the keys of package query as flags; what each means is told there.
type Filters struct {
	Speaker   []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_speaker}"`
	Addressee []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_addressee}"`
	About     []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_about}"`
	Actor     []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_actor}"`
	Recipient []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_recipient}"`
	Outlet    []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_outlet}"`
	Cites     []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_cites}"`
	Author    []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_author}"`
	Since     []string `group:"filters" sep:"none" placeholder:"DATE" help:"${filter_since}"`
	Until     []string `group:"filters" sep:"none" placeholder:"DATE" help:"${filter_until}"`
	Published []string `group:"filters" sep:"none" placeholder:"DATE" help:"${filter_published}"`
	Due       []string `group:"filters" sep:"none" placeholder:"DATE|STATE" help:"${filter_due}"`
	Form      []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_form}"`
	Act       []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_act}"`
	Polarity  []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_polarity}"`
	Certainty []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_certainty}"`
	Event     []string `group:"filters" sep:"none" placeholder:"TYPE,..." help:"${filter_event}"`
	Mode      []string `group:"filters" sep:"none" placeholder:"WORD" help:"${filter_mode}"`
	Context   []string `group:"filters" sep:"none" placeholder:"WORD" help:"${filter_context}"`
	Status    []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_status}"`
	Place     []string `group:"filters" sep:"none" placeholder:"NAME" help:"${filter_place}"`
	Country   []string `group:"filters" sep:"none" placeholder:"CODE" help:"${filter_country}"`
	Lang      []string `group:"filters" sep:"none" placeholder:"TAG" help:"${filter_lang}"`
	Genre     []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_genre}"`
	Review    []string `group:"filters" sep:"none" placeholder:"WORD,..." help:"${filter_review}"`
	MinScore  []string `group:"filters" sep:"none" placeholder:"N" help:"${filter_min_score}"`
	Sort      []string `group:"filters" sep:"none" placeholder:"ORDER" help:"${filter_sort}"`
	Limit     []string `group:"filters" sep:"none" placeholder:"N" help:"${filter_limit}"`
}

// FilterHelp are the words of help that the flags of filters name.
func FilterHelp() kong.Vars {
	vars := kong.Vars{}
	for _, key := range query.Keys() {
		help := key.Help()
		if words := key.Words(); words != nil {
			help += ": " + strings.Join(words, ", ")
		}
		vars["filter_"+key.String()] = strings.ToUpper(help[:1]) + help[1:] + "."
	}
	return vars
}

// Asked returns the query of a command line: words as they are typed into a
// search box, and the flags of filters, all of which must hold.
func Asked(parsed *kong.Context, words []string) (query.Query, error) {
	var q query.Query
	if err := q.Set("q", strings.Join(words, " ")); err != nil {
		return q, err
	}
	for _, flag := range parsed.Flags() {
		if !manual.IsFilter(flag) {
			continue
		}
		for _, value := range flag.Target.Interface().([]string) {
			if err := q.Set(manual.SettingName(flag), value); err != nil {
				return q, err
			}
		}
	}
	return q, nil
}

// elsewhere adds to the refusal of a filter that goes with other rows how those are
// asked for.
func elsewhere(err error) error {
	var bad *query.Error
	if !errors.As(err, &bad) || len(bad.Kinds) == 0 {
		return err
	}
	if slices.Contains(bad.Kinds, query.Statements) {
		return fmt.Errorf("%w; try readout find without a flag that names other rows", err)
	}
	return fmt.Errorf("%w; try readout find --%s", err, bad.Kinds[0])
}
