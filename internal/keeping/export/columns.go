package export

import (
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// gap stands between the pieces of a content, as in the record itself.
const gap = " … "

// documentColumns say which document a row is of.
func documentColumns() []Column {
	return []Column{
		{Name: "document", Help: "id of the document", cell: func(w row) string { return w.r.Document.ID }},
		{Name: "title", Help: "title of the document", cell: func(w row) string { return w.r.Document.Title }},
		{Name: "published", Help: "day the document was published, EDTF", cell: func(w row) string { return w.r.Document.Published }},
		{Name: "url", Help: "address of the document", cell: func(w row) string { return w.r.Document.URL }},
		{Name: "input", Help: "what was read, as named on the command line", cell: func(w row) string { return w.r.Meta.Input }},
	}
}

// statementColumns are those of a table of statements. What a statement was
// found to be stands behind what it is made of, as it was added later.
func statementColumns() []Column {
	columns := append(documentColumns(), spokenColumns()...)
	columns = append(columns, stanceColumns()...)
	return append(columns, dueParts()...)
}

// spokenColumns say who said what, where in the text, when, and by whose word.
func spokenColumns() []Column {
	return []Column{
		{Name: "statement", Help: "id of the statement within its document", cell: func(w row) string { return w.s.ID }},
		{Name: "form", Help: "direct, indirect, mixed or narrative", cell: func(w row) string { return w.s.Form.String() }},
		{Name: "speaker", Help: "name of the speaker's entity; empty when no named one is meant", cell: speakerName},
		{Name: "speaker_words", Help: "the words that name the speaker", cell: speakerWords},
		{Name: "cue", Help: "the words that tie speaker and content", cell: func(w row) string { return wording.Cue(w.s) }},
		{Name: "content", Help: "the words put forward, pieces joined by \" … \"", cell: func(w row) string { return w.s.Content.Text }},
		{Name: "quoted", Help: "the words inside quotation marks, pieces joined by \" … \"", cell: quotedWords},
		{Name: "inside", Help: "id of the statement that encloses this one", cell: func(w row) string { return w.s.Inside }},
		{Name: "score", number: true, Help: "probability that the statement is right, 0 to 1", cell: func(w row) string { return wording.Score(w.s.Score) }},
		{Name: "start", number: true, Help: "where the content begins, in the unit of --offsets", cell: func(w row) string { return bounds(w.s, func(s record.Span) int { return s.Start }, 0) }},
		{Name: "end", number: true, Help: "where the content ends, in the unit of --offsets", cell: func(w row) string {
			return bounds(w.s, func(s record.Span) int { return s.End }, len(w.s.Content.Spans)-1)
		}},
		{Name: "said", Help: "when it was said, EDTF; the TIMEX3 value where the calendar has none", cell: func(w row) string { return w.index.Said(w.s) }},
		{Name: "said_basis", Help: "what tells when it was said: text, citation or published", cell: saidBasis},
		{Name: "citations", Help: "sources to which the text cites it, joined by \"; \"", cell: func(w row) string { return w.index.Cited(w.s) }},
		{Name: "times", Help: "values of the times in the content, joined by \"; \"", cell: func(w row) string { return resolve.Texts(resolve.Within(w.index.Dated, w.s)) }},
		{Name: "amounts", Help: "values of the amounts in the content, each with its unit, joined by \"; \"", cell: func(w row) string { return resolve.Texts(resolve.Within(w.index.Counted, w.s)) }},
	}
}

// stanceColumns say what kind of statement it is, and to whom it was made.
func stanceColumns() []Column {
	return []Column{
		{Name: "act", Help: "state, assess, forecast, commit, request or ask; empty when not judged, as are the next two", cell: func(w row) string { return w.s.Act.String() }},
		{Name: "polarity", Help: "affirmed, denied, omitted or declined", cell: func(w row) string { return w.s.Polarity.String() }},
		{Name: "certainty", Help: "certain, probable, possible or unknown", cell: func(w row) string { return w.s.Certainty.String() }},
		{Name: "addressees", Help: "to whom: names of their entities, else their words, joined by \"; \"", cell: func(w row) string { return namesOf(w.s.Addressees, w.index.Names) }},
		{Name: "addressee_words", Help: "the words that name them, joined by \"; \"", cell: func(w row) string { return wordsOf(w.s.Addressees) }},
	}
}

// dueParts say when and on which condition something is due, and what else a
// statement may tell.
func dueParts() []Column {
	due := func(part func(resolve.Due) string) func(row) string {
		return func(w row) string {
			d, _ := w.index.Due(w.s)
			return part(d)
		}
	}
	return []Column{
		{Name: "due", Help: "when it is to happen, EDTF; the TIMEX3 value where the calendar has none", cell: due(func(d resolve.Due) string { return d.Text })},
		{Name: "due_start", Help: "first day of that, empty when open", cell: due(func(d resolve.Due) string { return d.Start })},
		{Name: "due_end", Help: "last day of that, empty when open", cell: due(func(d resolve.Due) string { return d.End })},
		{Name: "due_words", Help: "the words that say when", cell: due(func(d resolve.Due) string { return d.Words })},
		{Name: "condition", Help: "the words of the condition on which it is to happen", cell: due(func(d resolve.Due) string { return d.Condition })},
		{Name: "place", Help: "where it was said: name of the entity, else the words", cell: func(w row) string { return nameOf(w.s.Place, w.index.Names) }},
		{Name: "likelihood", Help: "range of probability that a word of the ICD 203 scale stands for: 0.55-0.8", cell: func(w row) string { return likelihood(w.s) }},
		{Name: "hedges", Help: "the words that lowered the certainty, joined by \"; \"", cell: func(w row) string { return wording.Hedges(w.s) }},
	}
}

// dueColumns are those of a table of what is due: the same under the same
// names, the day first.
func dueColumns() []Column {
	named := map[string]Column{}
	for _, c := range statementColumns() {
		named[c.Name] = c
	}
	var out []Column
	for _, name := range []string{
		"due_start", "due_end", "act", "polarity", "certainty", "speaker", "speaker_words",
		"addressees", "content", "due", "due_words", "condition", "said", "citations",
		"document", "title", "published", "url", "input", "statement", "score", "start", "end",
	} {
		out = append(out, named[name])
	}
	return out
}

// eventColumns are those of a table of events.
func eventColumns() []Column {
	return append(documentColumns(), []Column{
		{Name: "event", Help: "id of the event within its document", cell: func(w row) string { return w.e.ID }},
		{Name: "type", Help: "one of PLOVER's 16 types: AGREE, CONSULT …", cell: func(w row) string { return w.e.Type.String() }},
		{Name: "status", Help: "occurred, ongoing, planned, hypothetical or negated", cell: func(w row) string { return w.e.Status.String() }},
		{Name: "certainty", Help: "certain, probable, possible or unknown", cell: func(w row) string { return w.e.Certainty.String() }},
		{Name: "trigger", Help: "the word or words that name the event", cell: func(w row) string { return w.e.Trigger.Exact }},
		{Name: "actors", Help: "who did it: names of their entities, else their words, joined by \"; \"", cell: func(w row) string { return namesOf(w.e.Actors, w.index.Names) }},
		{Name: "actor_words", Help: "the words that name them, joined by \"; \"", cell: func(w row) string { return wordsOf(w.e.Actors) }},
		{Name: "recipients", Help: "to whom it was done: names, else words, joined by \"; \"", cell: func(w row) string { return namesOf(w.e.Recipients, w.index.Names) }},
		{Name: "recipient_words", Help: "the words that name them, joined by \"; \"", cell: func(w row) string { return wordsOf(w.e.Recipients) }},
		{Name: "time", Help: "when, EDTF; the TIMEX3 value where the calendar has none", cell: func(w row) string { return w.index.Moment(w.e.Time).Text }},
		{Name: "time_words", Help: "the words that say when", cell: func(w row) string { return w.index.Moment(w.e.Time).Words }},
		{Name: "place", Help: "where: name of the entity, else the words", cell: func(w row) string { return nameOf(w.e.Place, w.index.Names) }},
		{Name: "amounts", Help: "values of its amounts, each with its unit, joined by \"; \"", cell: func(w row) string { return w.index.Amounts(w.e.Amounts) }},
		{Name: "modes", Help: "PLOVER's modes, joined by \"; \"", cell: func(w row) string { return strings.Join(w.e.Modes, resolve.Separator) }},
		{Name: "contexts", Help: "PLOVER's contexts, joined by \"; \"", cell: func(w row) string { return strings.Join(w.e.Contexts, resolve.Separator) }},
		{Name: "statement", Help: "id of the statement that performs or describes it; empty when the document itself tells it", cell: func(w row) string { return w.e.Statement }},
		{Name: "as", Help: "performed or described", cell: func(w row) string { return w.e.As.String() }},
		{Name: "citations", Help: "sources to which the text cites it, joined by \"; \"", cell: func(w row) string { return w.index.Sources(w.e.Citations) }},
		{Name: "score", number: true, Help: "probability that the event is right, 0 to 1", cell: func(w row) string { return wording.Score(w.e.Score) }},
		{Name: "start", number: true, Help: "where the trigger begins, in the unit of --offsets", cell: func(w row) string { return strconv.Itoa(w.e.Trigger.Span.Start) }},
		{Name: "end", number: true, Help: "where the trigger ends, in the unit of --offsets", cell: func(w row) string { return strconv.Itoa(w.e.Trigger.Span.End) }},
	}...)
}

func speakerName(w row) string { return resolve.Named(w.s.Speaker, w.index.Names) }

func speakerWords(w row) string {
	if w.s.Speaker == nil {
		return ""
	}
	return w.s.Speaker.Exact
}

func saidBasis(w row) string {
	if w.s.Said == nil {
		return ""
	}
	return w.s.Said.Basis.String()
}

// nameOf returns the name of who or what fills a role, else its words.
func nameOf(a *record.Arg, names map[string]string) string {
	if a == nil {
		return ""
	}
	if name := resolve.Named(a, names); name != "" {
		return name
	}
	return a.Exact
}

// namesOf returns the same of all that fill a role.
func namesOf(args []record.Arg, names map[string]string) string {
	out := make([]string, len(args))
	for i := range args {
		out[i] = nameOf(&args[i], names)
	}
	return strings.Join(out, resolve.Separator)
}

// wordsOf returns the words of all that fill a role.
func wordsOf(args []record.Arg) string {
	out := make([]string, len(args))
	for i := range args {
		out[i] = args[i].Exact
	}
	return strings.Join(out, resolve.Separator)
}

// likelihood returns a range as low and high.
func likelihood(s *record.Statement) string {
	if len(s.Likelihood) != 2 {
		return ""
	}
	return wording.Score(&s.Likelihood[0]) + "-" + wording.Score(&s.Likelihood[1])
}

// quotedWords returns the quoted pieces of a content. Without the text of the
// document they cannot be told, and the cell is empty.
func quotedWords(w row) string {
	if w.bytes == nil {
		return ""
	}
	return joined(*w.bytes.Document.Text, w.bytes.Statements[w.i].Content.Quoted)
}

// joined returns the words at spans of bytes, joined by the gap.
func joined(text string, spans []record.Span) string {
	pieces := make([]string, len(spans))
	for i, s := range spans {
		pieces[i] = text[s.Start:s.End]
	}
	return strings.Join(pieces, gap)
}

// bounds returns one end of the nth piece of a content.
func bounds(s *record.Statement, end func(record.Span) int, n int) string {
	if len(s.Content.Spans) == 0 {
		return ""
	}
	return strconv.Itoa(end(s.Content.Spans[n]))
}
