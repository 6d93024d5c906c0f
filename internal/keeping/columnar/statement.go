package columnar

import (
	"cmp"
	"time"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A day is a day of the calendar, counted from 1970-01-01; nil when there is none.
type day = *int32

// dayOf returns a day that is written as YYYY-MM-DD.
func dayOf(s string) day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil // "", or a year that is not of four digits
	}
	days := int32(t.Unix() / secondsPerDay)
	return &days
}

const secondsPerDay = 24 * 60 * 60

// dayPair returns the first and the last day of a moment.
func dayPair(m resolve.Moment) (from, to day) { return dayOf(m.Start), dayOf(m.End) }

func published(r resolved) resolve.Moment { return resolve.On(r.Document.Published) }

// A statementRow is who said what.
type statementRow struct {
	source
	Statement      string   `parquet:"statement" help:"id of the statement within its document"`
	Form           string   `parquet:"form,dict" help:"direct, indirect, mixed or narrative"`
	Act            string   `parquet:"act,optional,dict" help:"state, assess, forecast, commit, request or ask; null when not judged, as are the next two"`
	Polarity       string   `parquet:"polarity,optional,dict" help:"affirmed, denied, omitted or declined"`
	Certainty      string   `parquet:"certainty,optional,dict" help:"certain, probable, possible or unknown"`
	LikelihoodLow  *float64 `parquet:"likelihood_low,optional" help:"low end of the ICD 203 word used"`
	LikelihoodHigh *float64 `parquet:"likelihood_high,optional" help:"high end of it"`
	Speaker        string   `parquet:"speaker,optional,dict" help:"name of the speaker's entity; null when no named one is meant"`
	SpeakerWords   string   `parquet:"speaker_words,optional" help:"the words that name the speaker"`
	Cue            string   `parquet:"cue,optional,dict" help:"the words that tie speaker and content"`
	Addressees     []string `parquet:"addressees,list" help:"to whom: names of their entities, else their words"`
	Content        string   `parquet:"content" help:"the words put forward, pieces joined by \" … \""`
	About          []string `parquet:"about,list" help:"names of the entities in the content"`
	Said           string   `parquet:"said,optional,dict" help:"when it was said, EDTF; the TIMEX3 value where the calendar has none"`
	SaidStart      day      `parquet:"said_start,optional,date" help:"first day of that"`
	SaidEnd        day      `parquet:"said_end,optional,date" help:"last day of that"`
	SaidBasis      string   `parquet:"said_basis,optional,dict" help:"what tells when: text, citation or published"`
	Place          string   `parquet:"place,optional,dict" help:"where it was said: name of the entity, else the words"`
	Due            string   `parquet:"due,optional" help:"when it is to happen, as said"`
	DueStart       day      `parquet:"due_start,optional,date" help:"first day of that; null when open"`
	DueEnd         day      `parquet:"due_end,optional,date" help:"last day of that; null when open"`
	DueWords       string   `parquet:"due_words,optional" help:"the words that say when"`
	Condition      string   `parquet:"condition,optional" help:"the words of the condition on which it is to happen"`
	Hedges         []string `parquet:"hedges,list" help:"the words that lowered the certainty"`
	Citations      []string `parquet:"citations,list" help:"sources to which the text cites it"`
	CitationIDs    []string `parquet:"citation_ids,list" help:"ids of these citations"`
	Times          []string `parquet:"times,list" help:"values of the times in the content"`
	Amounts        []string `parquet:"amounts,list" help:"values of the amounts in the content, each with its unit"`
	Inside         string   `parquet:"inside,optional" help:"id of the statement that encloses this one"`
	Score          *float64 `parquet:"score,optional" help:"probability that the statement is right, 0 to 1"`
	Review         string   `parquet:"review,optional,dict" help:"what a person decided about it"`
	Start          *int64   `parquet:"start,optional" help:"where the content begins"`
	End            *int64   `parquet:"end,optional" help:"where it ends"`
	Starts         []int64  `parquet:"starts,list" help:"where each piece of the content begins"`
	Ends           []int64  `parquet:"ends,list" help:"where each piece ends"`
}

func statementRows(r resolved) []statementRow {
	var out []statementRow
	for i := range r.Statements {
		s := &r.Statements[i]
		row := statementRow{
			source: sourceOf(r), Statement: s.ID, Form: s.Form.String(), Act: s.Act.String(),
			Polarity: s.Polarity.String(), Certainty: s.Certainty.String(),
			Speaker: resolve.Named(s.Speaker, r.index.Names), Addressees: argNames(s.Addressees, r.name),
			Content: s.Content.Text, About: r.entities(s.About), Hedges: words(s.Hedges),
			Citations: r.index.SourceList(s.Citations), CitationIDs: s.Citations, Inside: s.Inside, Score: s.Score,
			Times: texts(resolve.Within(r.index.Dated, s)), Amounts: texts(resolve.Within(r.index.Counted, s)),
			Review: review(s.Review),
		}
		row.when(r, s)
		row.where(r, s)
		out = append(out, row)
	}
	return out
}

// when fills in when it was said and is due, and how likely that is.
func (w *statementRow) when(r resolved, s *record.Statement) {
	said := r.index.SaidOn(s)
	w.Said = said.Text
	w.SaidStart, w.SaidEnd = dayPair(said)
	if s.Said != nil {
		w.SaidBasis = s.Said.Basis.String()
	}
	if s.Due != nil {
		due := r.index.MomentOn(s.Due.Time)
		w.Due, w.DueWords = due.Text, due.Words
		w.DueStart, w.DueEnd = dayPair(due)
		if s.Due.Condition != nil {
			w.Condition = s.Due.Condition.Exact
		}
	}
	if len(s.Likelihood) == 2 {
		w.LikelihoodLow, w.LikelihoodHigh = &s.Likelihood[0], &s.Likelihood[1]
	}
}

// where fills in the words of the text and where they stand.
func (w *statementRow) where(r resolved, s *record.Statement) {
	if s.Speaker != nil {
		w.SpeakerWords = s.Speaker.Exact
	}
	if s.Cue != nil {
		w.Cue = s.Cue.Exact
	}
	if s.Place != nil {
		w.Place = r.name(s.Place)
	}
	for _, p := range s.Content.Spans {
		w.Starts, w.Ends = append(w.Starts, int64(p.Start)), append(w.Ends, int64(p.End))
	}
	if n := len(w.Starts); n > 0 {
		start, end := w.Starts[0], w.Ends[n-1]
		w.Start, w.End = &start, &end
	}
}

// name returns the name of who fills a role, else the words.
func (r resolved) name(a *record.Arg) string {
	return cmp.Or(resolve.Named(a, r.index.Names), a.Exact)
}

// entities returns the names of entities by their ids.
func (r resolved) entities(ids []string) []string {
	var out []string
	for _, id := range ids {
		if name := r.index.Names[id]; name != "" {
			out = append(out, name)
		}
	}
	return out
}

func words(marks []record.Mark) []string {
	var out []string
	for _, m := range marks {
		out = append(out, m.Exact)
	}
	return out
}

func texts(values []resolve.Value) []string {
	var out []string
	for _, v := range values {
		out = append(out, v.Text)
	}
	return out
}

func review(r *record.Review) string {
	if r == nil {
		return ""
	}
	return r.State.String()
}
