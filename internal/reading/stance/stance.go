// Package stance tells what kind of statement an attribution is: what its speaker
// does by it, whether the speaker stands to the content, how sure it is put, to
// whom and where it is said, and when or on which condition it is to come true.
//
// In go a frozen text and what was read of it before; out comes a [Judgement] for
// each statement, spans in bytes of the text. The model's probabilities decide
// act, polarity and certainty, unless words decide: each rule is a row of a table
// with an example that runs as a test, and with the share of statements of the
// training labels for which it is right. A row counts where the model is less
// sure than that. The other fields are words of the text, found by closed lists
// and the model's marks.
//
// # Guarantees
//
// Equal input gives equal output, and a judgement says nothing of what was not
// judged: without the model's probabilities only rows of the tables speak. Hedges
// and likelihood are given only to what is probable or possible, a due date and
// condition only to undertakings, forecasts and requests. Time is linear in the
// text and in the statements: of each, a bounded number of words is looked at.
//
// # Limits
//
// English alone, and no grammar: the main clause of a content ends at the first
// word that may open another. A place is a name; "at his farm" is none. Of several
// times one is taken for the due date.
//
// # Sources
//
// What the values mean: docs/record.md, on statements. Certainty follows FactBank
// (Saurí and Pustejovsky 2009), likelihood the scale of Intelligence Community
// Directive 203 (2015). Shares were measured on training/annotations/acts.
package stance

import (
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/stance/audience"
	"readout/internal/reading/stance/due"
	"readout/internal/reading/stance/saying"
	"readout/internal/reading/timex"
	"readout/record"
)

// Input is what is known of a document when its statements are judged. Lists are
// in the order of the text.
type Input struct {
	Sentences  []text.Span
	Statements []attribution.Statement
	Names      []mention.Name // disjoint
	Times      []timex.Time
	Addressees []tag.Name           // as the model marks them
	Sayings    []attribution.Saying // when each statement was made; may be nil
	Published  string               // YYYY-MM-DD, YYYY-MM, YYYY or empty
}

// A Judgement is what kind of statement one is. Zero values were not judged or
// are not there.
type Judgement struct {
	Act       record.Act
	Polarity  record.Polarity
	Certainty record.Certainty

	Likelihood Range
	Hedges     []text.Span // the words that lower the certainty
	Addressees []text.Span // noun groups
	Place      text.Span   // the name of where it was said
	Due        int         // index of the time when it is to happen, or -1
	Condition  text.Span   // the clause on which it depends
}

// A Range is a likelihood on the scale of ICD 203, as parts of one.
type Range struct{ Low, High float64 }

// Judge returns a judgement for each statement.
func Judge(doc *text.Text, in Input) []Judgement {
	r := newReader(doc, in)
	out := make([]Judgement, len(in.Statements))
	for i := range in.Statements {
		out[i] = r.judge(i)
	}
	return out
}

// Outlook returns for statements without a cue, in which the author foresees
// something, how likely it is, and when and on which condition it is to come true.
func Outlook(doc *text.Text, in Input) []Judgement {
	r := newReader(doc, in)
	out := make([]Judgement, len(in.Statements))
	for i := range in.Statements {
		s := r.Saying(i)
		out[i].Act = record.ActForecast
		out[i].Likelihood = likelihood(r.hedges(s))
		out[i].Condition = due.Condition(r.Reader, s)
		out[i].Due = due.Time(r.Reader, r.times(i), s, out[i].Condition)
	}
	return out
}

// A reader is a text and its statements while they are judged.
type reader struct {
	*saying.Reader

	in    Input
	marks []text.Span // those of addressees of which the model is sure enough
}

// markScore is the model's probability from which its mark of an addressee counts
// where no rule speaks.
const markScore = 0.5

func newReader(doc *text.Text, in Input) *reader {
	known := saying.Input{Names: in.Names}
	for _, t := range in.Times {
		known.Times = append(known.Times, t.Span)
	}
	r := &reader{Reader: saying.NewReader(doc, in.Sentences, known, in.Statements), in: in}
	for _, m := range in.Addressees {
		if m.Score >= markScore {
			r.marks = append(r.marks, m.Span.Span)
		}
	}
	return r
}

func (r *reader) judge(i int) Judgement {
	s := r.Saying(i)
	out := Judgement{Due: -1}
	out.Polarity = polarities.decide(s, best(s.Odds.Polarity, record.ParsePolarity))
	out.Act = r.act(s, out.Polarity)
	hedges := r.hedges(s)
	out.Certainty = certainty(s, out, hedges)
	if out.Certainty == record.CertaintyProbable || out.Certainty == record.CertaintyPossible {
		for _, h := range hedges {
			if h.rule.value != unknown {
				out.Hedges = append(out.Hedges, r.Span(h.From, h.To))
			}
		}
		out.Likelihood = likelihood(hedges)
	}
	out.Addressees = audience.Find(r.Reader, s, r.marks)
	out.Place = audience.Place(r.Reader, s)
	switch out.Act {
	case record.ActCommit, record.ActForecast, record.ActRequest:
		out.Condition = due.Condition(r.Reader, s)
		out.Due = due.Time(r.Reader, r.times(i), s, out.Condition)
	case record.ActState, record.ActAssess, record.ActAsk:
	}
	return out
}

// times returns the times of the text as they are seen from a statement: with the
// day on which it was made, and the time that says so.
func (r *reader) times(i int) due.Known {
	out := due.Known{Times: r.in.Times, Said: r.in.Published, Saying: -1}
	if i >= len(r.in.Sayings) {
		return out
	}
	say := r.in.Sayings[i]
	switch say.Basis {
	case attribution.InText, attribution.InCover:
		out.Said, out.Saying = r.in.Times[say.Time].Start, say.Time
	case attribution.ByOutlet, attribution.Undated:
	}
	return out
}

// A guess is the likeliest value of a vocabulary with its probability; zero when
// the model gave none.
type guess[V comparable] struct {
	value V
	odds  float64
}

// best returns the likeliest value of the model's list, the first of equals.
func best[V comparable](all []tag.Chance, parse func(string) (V, error)) guess[V] {
	var out guess[V]
	for _, c := range all {
		if v, err := parse(c.Value); err == nil && c.Score > out.odds {
			out = guess[V]{v, c.Score}
		}
	}
	return out
}
