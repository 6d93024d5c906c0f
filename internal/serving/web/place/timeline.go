package place

import "readout/internal/keeping/query"

// InTime returns the query of a timeline: of events, or of statements where only
// those can meet it.
func InTime(q query.Query) (query.Query, error) {
	events, err := q.OrKind(query.Events)
	if said, other := q.OrKind(query.Statements); err != nil && other == nil {
		return said, nil
	}
	return events, err
}

// Timeline returns the address of a timeline with the same question, "" when it is
// about neither events nor statements.
func Timeline(q query.Query) string {
	q.Sort, q.Limit = 0, 0
	if q.Kind != query.Events && q.Kind != query.Statements {
		return ""
	}
	return Of("/timeline", q)
}
