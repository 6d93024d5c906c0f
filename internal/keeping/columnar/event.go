package columnar

// An eventRow is who did what to whom.
type eventRow struct {
	source
	Event          string   `parquet:"event" help:"id of the event within its document"`
	Type           string   `parquet:"type,dict" help:"one of PLOVER's 16 types: AGREE, CONSULT …"`
	Status         string   `parquet:"status,optional,dict" help:"occurred, ongoing, planned, hypothetical or negated"`
	Certainty      string   `parquet:"certainty,optional,dict" help:"certain, probable, possible or unknown"`
	Trigger        string   `parquet:"trigger" help:"the word or words that name the event"`
	Actors         []string `parquet:"actors,list" help:"who did it: names of their entities, else their words"`
	ActorWords     []string `parquet:"actor_words,list" help:"the words that name them"`
	Recipients     []string `parquet:"recipients,list" help:"to whom it was done: names, else words"`
	RecipientWords []string `parquet:"recipient_words,list" help:"the words that name them"`
	Time           string   `parquet:"time,optional" help:"when, EDTF; the TIMEX3 value where the calendar has none"`
	TimeStart      day      `parquet:"time_start,optional,date" help:"first day of that"`
	TimeEnd        day      `parquet:"time_end,optional,date" help:"last day of that"`
	Place          string   `parquet:"place,optional" help:"where: name of the entity, else the words"`
	Amounts        []string `parquet:"amounts,list" help:"values of its amounts, each with its unit"`
	Modes          []string `parquet:"modes,list" help:"PLOVER's modes"`
	Contexts       []string `parquet:"contexts,list" help:"PLOVER's contexts"`
	Statement      string   `parquet:"statement,optional" help:"id of the statement that performs or describes it; null when the document itself tells it"`
	As             string   `parquet:"as,optional,dict" help:"performed or described"`
	Citations      []string `parquet:"citations,list" help:"sources to which the text cites it"`
	CitationIDs    []string `parquet:"citation_ids,list" help:"ids of these citations"`
	Score          *float64 `parquet:"score,optional" help:"probability that the event is right, 0 to 1"`
	Review         string   `parquet:"review,optional,dict" help:"what a person decided about it"`
	Start          int64    `parquet:"start" help:"where the trigger begins"`
	End            int64    `parquet:"end" help:"where the trigger ends"`
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
