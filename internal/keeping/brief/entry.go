package brief

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// statement takes in who said what: day, words of the speaker where the heading
// does not name him, cue, addressees, stand, content, what is due.
func (b *Brief) statement(d document, s *record.Statement) {
	runs := []run{{Text: sayDay(d.index.SaidOn(s)), Strong: true}}
	name := resolve.Named(s.Speaker, d.index.Names)
	if s.Speaker != nil && name == "" {
		runs = append(runs, run{Text: s.Speaker.Exact})
	}
	runs = append(runs, run{Text: wording.Cue(s), Slim: true})
	if to := wording.All(s.Addressees, d.index.Names); to != "" {
		runs = append(runs, run{Text: "to " + to})
	}
	runs = append(runs, run{Text: wording.Stand(s), Strong: true})
	colon(runs)
	runs = append(runs, run{Text: wording.Content(s)})
	if due := wording.DueOf(s, d.index, resolve.PlainDate); due != "" {
		runs = append(runs, run{Text: "— due " + due})
	}
	runs = append(runs, aside(plainStance(s), doubt(s.Score)))
	whole := slices.Clone(s.Content.Spans)
	if s.Cue != nil {
		whole = append(whole, s.Cue.Span)
	}
	facts := []string{
		places(d.r, s.Content.Spans),
		wording.Prefixed("cited: ", d.index.Cited(s)),
		wording.Prefixed("hedged by: ", wording.Hedges(s)),
	}
	if s.Said != nil {
		facts = append(facts, dated[s.Said.Basis])
	}
	n := d.note(s.ID, whole, append(facts, wording.Prefixed("score ", wording.Score(s.Score))))
	b.enter(d, s.Speaker, "No speaker named", lined(runs), n)
}

// dated says what tells when something was said, where that is not the text.
var dated = map[record.Basis]string{
	record.BasisCitation:  "dated by its citation",
	record.BasisPublished: "dated by publication",
}

// event takes in who did what to whom.
func (b *Brief) event(d document, e *record.Event) {
	when := d.index.MomentOn(e.Time)
	day := wording.Moment(when, resolve.PlainDate)
	if day == "" {
		day = "no day said"
	}
	runs := []run{{Text: day, Strong: true}, {Text: e.Type.String()}, {Text: e.Trigger.Exact, Slim: true}}
	colon(runs)
	runs = append(runs, run{Text: wording.Parties(e, d.index.Names)})
	if in := wording.Place(e.Place, d.index.Names); in != "" {
		runs = append(runs, run{Text: "in " + in})
	}
	outcome := ""
	if e.Status != record.StatusOccurred {
		outcome = wording.Outcome(e)
	}
	runs = append(runs, aside(outcome, doubt(e.Score)))
	tell := wording.NewTeller(d.r, d.index.Names)
	facts := []string{
		places(d.r, []record.Span{e.Trigger.Span}),
		tell.By(e),
		wording.Prefixed("cited: ", d.index.Sources(e.Citations)),
		wording.Prefixed("values: ", d.index.Amounts(e.Amounts)),
		wording.Prefixed("score ", wording.Score(e.Score)),
	}
	var who *record.Arg
	if len(e.Actors) > 0 {
		who = &e.Actors[0]
	}
	b.enter(d, who, "No actor named", lined(runs), d.note(e.ID, []record.Span{e.Trigger.Span}, facts))
}

// sayDay returns when something was said, for a reader.
func sayDay(m resolve.Moment) string {
	switch {
	case m.EDTF != "":
		return resolve.PlainDate(m.EDTF)
	case m.Words != "":
		return m.Words
	}
	return "undated"
}

// colon ends the last run that has words with a colon.
func colon(runs []run) {
	for i := range slices.Backward(runs) {
		if runs[i].Text != "" {
			runs[i].Text = strings.TrimRight(runs[i].Text, " :,") + ":"
			return
		}
	}
}

// lined makes every run fit for one line, and leaves out those without words.
func lined(runs []run) []run {
	var out []run
	for _, r := range runs {
		if r.Text = wording.OneLine(r.Text); r.Text != "" {
			out = append(out, r)
		}
	}
	return out
}

// plainStance returns act and certainty where they are other than what most are:
// stated and certain.
func plainStance(s *record.Statement) string {
	t := *s
	if t.Act == record.ActState {
		t.Act = 0
	}
	if t.Certainty == record.CertaintyCertain || t.Certainty == record.CertaintyUnknown {
		t.Certainty = 0
	}
	return wording.Stance(&t)
}

// aside returns what stands in brackets behind an entry.
func aside(facts ...string) run {
	facts = slices.DeleteFunc(facts, func(f string) bool { return f == "" })
	if len(facts) == 0 {
		return run{}
	}
	return run{Text: "(" + strings.Join(facts, "; ") + ")"}
}

// doubt tells a reader of a low score.
func doubt(score *float64) string {
	if wording.Low(score) {
		return "doubtful reading"
	}
	return ""
}

// places returns where words stand.
func places(r *record.Record, spans []record.Span) string {
	if len(spans) == 0 {
		return ""
	}
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = fmt.Sprintf("%d–%d", s.Start, s.End)
	}
	unit := map[record.Offsets]string{
		record.OffsetsCodepoint: "Characters ", record.OffsetsByte: "Bytes ", record.OffsetsUTF16: "UTF-16 units ",
	}
	return unit[r.Offsets] + strings.Join(out, " and ")
}

// note describes where an item stands and what stands there.
func (d document) note(id string, spans []record.Span, facts []string) note {
	var known []string
	for _, f := range facts {
		if f = wording.OneLine(f); f != "" {
			known = append(known, f)
		}
	}
	n := note{
		URL: wording.Link(d.r.Document.URL), Quote: d.passage(spans),
		Facts: strings.Join(known, ", "), ID: d.r.Document.ID + "/" + id,
	}
	if p := wording.OneLine(d.r.Document.Publisher); p != "" {
		n.Source = append(n.Source, p)
	}
	n.Source = append(n.Source, "“"+wording.Heading(d.r)+"”")
	published := "undated"
	if d.r.Document.Published != "" {
		published = resolve.PlainDate(wording.OneLine(d.r.Document.Published))
	}
	n.Source = append(n.Source, published)
	return n
}

// passage returns the sentences in which words stand, on one line; without
// sentences the words themselves, "" without the text.
func (d document) passage(spans []record.Span) string {
	if d.text == nil || len(spans) == 0 {
		return ""
	}
	whole := spans[0]
	for _, s := range spans {
		whole.Start, whole.End = min(whole.Start, s.Start), max(whole.End, s.End)
	}
	cut := whole
	for _, s := range d.r.Document.Sentences {
		if s.End > whole.Start && s.Start < whole.End {
			cut.Start, cut.End = min(cut.Start, s.Start), max(cut.End, s.End)
		}
	}
	if cut.Start < 0 || cut.Start > cut.End || cut.End > len(d.text) {
		return ""
	}
	return wording.OneLine(string(d.text[cut.Start:cut.End]))
}
