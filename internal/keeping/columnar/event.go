package columnar

// An eventRow is who did what to whom.
type eventRow struct {
	source
	Event          string   `parquet:"event"`
	Type           string   `parquet:"type,dict"`
	Status         string   `parquet:"status,optional,dict"`
	Certainty      string   `parquet:"certainty,optional,dict"`
	Trigger        string   `parquet:"trigger"`
	Actors         []string `parquet:"actors,list"`
	ActorWords     []string `parquet:"actor_words,list"`
	Recipients     []string `parquet:"recipients,list"`
	RecipientWords []string `parquet:"recipient_words,list"`
	Time           string   `parquet:"time,optional"`
	TimeStart      day      `parquet:"time_start,optional,date"`
	TimeEnd        day      `parquet:"time_end,optional,date"`
	Place          string   `parquet:"place,optional"`
	Amounts        []string `parquet:"amounts,list"`
	Modes          []string `parquet:"modes,list"`
	Contexts       []string `parquet:"contexts,list"`
	Statement      string   `parquet:"statement,optional"`
	As             string   `parquet:"as,optional,dict"`
	Citations      []string `parquet:"citations,list"`
	CitationIDs    []string `parquet:"citation_ids,list"`
	Score          *float64 `parquet:"score,optional"`
	Review         string   `parquet:"review,optional,dict"`
	Start          int64    `parquet:"start"`
	End            int64    `parquet:"end"`
}

// eventHelp says what the columns of rows of events hold.
var eventHelp = map[string]string{
	"event":           "id of the event within its document",
	"type":            "one of PLOVER's 16 types: AGREE, CONSULT …",
	"status":          "occurred, ongoing, planned, hypothetical or negated",
	"certainty":       "certain, probable, possible or unknown",
	"trigger":         "the word or words that name the event",
	"actors":          "who did it: names of their entities, else their words",
	"actor_words":     "the words that name them",
	"recipients":      "to whom it was done: names, else words",
	"recipient_words": "the words that name them",
	"time":            "when, EDTF; the TIMEX3 value where the calendar has none",
	"time_start":      "first day of that",
	"time_end":        "last day of that",
	"place":           "where: name of the entity, else the words",
	"amounts":         "values of its amounts, each with its unit",
	"modes":           "PLOVER's modes",
	"contexts":        "PLOVER's contexts",
	"statement": "id of the statement that performs or describes it; null " +
		"when the document itself tells it",
	"as":           "performed or described",
	"citations":    "sources to which the text cites it",
	"citation_ids": "ids of these citations",
	"score":        "probability that the event is right, 0 to 1",
	"review":       "what a person decided about it",
	"start":        "where the trigger begins",
	"end":          "where the trigger ends",
}

func eventRows(r resolved) []eventRow {
	var out []eventRow
	for i := range r.Events {
		e := &r.Events[i]
		when := r.index.MomentOn(e.Time)
		from, to := dayPair(when)
		row := eventRow{
			source: sourceOf(r), Event: e.ID, Type: e.Type.String(), Status: e.Status.String(),
			Certainty: e.Certainty.String(), Trigger: e.Trigger.Exact,
			Actors: argNames(e.Actors, r.name), ActorWords: argNames(e.Actors, exact),
			Recipients: argNames(e.Recipients, r.name), RecipientWords: argNames(e.Recipients, exact),
			Time: when.Text, TimeStart: from, TimeEnd: to,
			Amounts: r.index.AmountList(e.Amounts), Modes: e.Modes, Contexts: e.Contexts,
			Statement: e.Statement, As: e.As.String(), Citations: r.index.SourceList(e.Citations),
			CitationIDs: e.Citations, Score: e.Score, Review: review(e.Review),
			Start: int64(e.Trigger.Span.Start), End: int64(e.Trigger.Span.End),
		}
		if e.Place != nil {
			row.Place = r.name(e.Place)
		}
		out = append(out, row)
	}
	return out
}
