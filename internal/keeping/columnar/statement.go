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
	Statement      string   `parquet:"statement"`
	Form           string   `parquet:"form,dict"`
	Act            string   `parquet:"act,optional,dict"`
	Polarity       string   `parquet:"polarity,optional,dict"`
	Certainty      string   `parquet:"certainty,optional,dict"`
	LikelihoodLow  *float64 `parquet:"likelihood_low,optional"`
	LikelihoodHigh *float64 `parquet:"likelihood_high,optional"`
	Speaker        string   `parquet:"speaker,optional,dict"`
	SpeakerWords   string   `parquet:"speaker_words,optional"`
	Cue            string   `parquet:"cue,optional,dict"`
	Addressees     []string `parquet:"addressees,list"`
	Content        string   `parquet:"content"`
	About          []string `parquet:"about,list"`
	Said           string   `parquet:"said,optional,dict"`
	SaidStart      day      `parquet:"said_start,optional,date"`
	SaidEnd        day      `parquet:"said_end,optional,date"`
	SaidBasis      string   `parquet:"said_basis,optional,dict"`
	Place          string   `parquet:"place,optional,dict"`
	Due            string   `parquet:"due,optional"`
	DueStart       day      `parquet:"due_start,optional,date"`
	DueEnd         day      `parquet:"due_end,optional,date"`
	DueWords       string   `parquet:"due_words,optional"`
	Condition      string   `parquet:"condition,optional"`
	Hedges         []string `parquet:"hedges,list"`
	Citations      []string `parquet:"citations,list"`
	CitationIDs    []string `parquet:"citation_ids,list"`
	Times          []string `parquet:"times,list"`
	Amounts        []string `parquet:"amounts,list"`
	Inside         string   `parquet:"inside,optional"`
	Score          *float64 `parquet:"score,optional"`
	Review         string   `parquet:"review,optional,dict"`
	Start          *int64   `parquet:"start,optional"`
	End            *int64   `parquet:"end,optional"`
	Starts         []int64  `parquet:"starts,list"`
	Ends           []int64  `parquet:"ends,list"`
}

// statementHelp says what the columns of rows of statements hold.
var statementHelp = map[string]string{
	"statement": "id of the statement within its document",
	"form":      "direct, indirect, mixed or narrative",
	"act": "state, assess, forecast, commit, request or ask; null when " +
		"not judged, as are the next two",
	"polarity":        "affirmed, denied, omitted or declined",
	"certainty":       "certain, probable, possible or unknown",
	"likelihood_low":  "low end of the ICD 203 word used",
	"likelihood_high": "high end of it",
	"speaker":         "name of the speaker's entity; null when no named one is meant",
	"speaker_words":   "the words that name the speaker",
	"cue":             "the words that tie speaker and content",
	"addressees":      "to whom: names of their entities, else their words",
	"content":         "the words put forward, pieces joined by \" … \"",
	"about":           "names of the entities in the content",
	"said": "when it was said, EDTF; the TIMEX3 value where the calendar " +
		"has none",
	"said_start":   "first day of that",
	"said_end":     "last day of that",
	"said_basis":   "what tells when: text, citation or published",
	"place":        "where it was said: name of the entity, else the words",
	"due":          "when it is to happen, as said",
	"due_start":    "first day of that; null when open",
	"due_end":      "last day of that; null when open",
	"due_words":    "the words that say when",
	"condition":    "the words of the condition on which it is to happen",
	"hedges":       "the words that lowered the certainty",
	"citations":    "sources to which the text cites it",
	"citation_ids": "ids of these citations",
	"times":        "values of the times in the content",
	"amounts":      "values of the amounts in the content, each with its unit",
	"inside":       "id of the statement that encloses this one",
	"score":        "probability that the statement is right, 0 to 1",
	"review":       "what a person decided about it",
	"start":        "where the content begins",
	"end":          "where it ends",
	"starts":       "where each piece of the content begins",
	"ends":         "where each piece ends",
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
