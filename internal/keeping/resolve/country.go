package resolve

import (
	"slices"
	"strings"

	"readout/record"
)

// A described is a mention of a country, which may describe who fills a role.
type described struct {
	record.Mention
	country string // ISO 3166-1 alpha-3
}

// belonging returns the mentions of countries by name, by where they begin.
func belonging(r *record.Record) []described {
	var all []described
	for i := range r.Entities {
		e := &r.Entities[i]
		for _, m := range e.Mentions {
			if e.Type == record.EntityPlace && e.Country != "" && m.Kind == record.MentionName {
				all = append(all, described{m, e.Country})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b described) int { return a.Span.Start - b.Span.Start })
	return all
}

// Countries returns the country of who fills a role: that of the entity, and where
// it is none, those whose names describe it ("two French officials").
func (x *Index) Countries(a *record.Arg) []string {
	if a.Entity != nil {
		if country := x.countries[*a.Entity]; country != "" {
			return []string{country}
		}
		return nil
	}
	var out []string
	for _, d := range x.described {
		inside := a.Span != nil && a.Span.Start <= d.Span.Start && d.Span.End < a.Span.End
		if inside && describes(a.Exact, d.Exact) && !slices.Contains(out, d.country) {
			out = append(out, d.country)
		}
	}
	return out
}

// describes reports whether a name stands before what it says more about, and not
// in what is added behind: "a critic of France who left".
func describes(words, name string) bool {
	before, after, _ := strings.Cut(words, name)
	isAdded := func(word string) bool { return slices.Contains(adding, word) }
	return after != "" && strings.ContainsRune(" -'’", []rune(after)[0]) &&
		!slices.ContainsFunc(strings.Fields(strings.ToLower(before)), isAdded)
}

// adding are words that add to a noun what stands behind it.
var adding = strings.Fields(`about against among as at between by close for from in
	including inside near of on outside over to under who whose that which with`)
