package web

import (
	"cmp"
	"net/http"
	"slices"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/tally"
	"readout/record"
)

// A timeline is what the page of a timeline shows, the oldest row first.
type timeline struct {
	Tabs    []place.Link
	Chips   []found.Chip
	Days    []day
	Marks   []mark
	Ticks   []tick
	Width   int
	Height  int
	Undated int
	Next    string
	First   string
	Here    string
	Did     string
}

// A day is the rows that begin at one time.
type day struct {
	Name string
	Rows []found.Row
}

// A mark is one row in the drawing.
type mark struct {
	URL, Label, Title string
	X, Y, W           float64
	Point             bool // one day
	Planned, Negated  bool
}

// A tick is a label of the scale.
type tick struct {
	X     float64
	Label string
	End   bool // its text ends there
}

// The drawing of a timeline, in its units.
const (
	scaleFrom = 300
	scaleTo   = 940
	lineTall  = 22
	drawnOver = 22 // of the scale
)

// timeline shows what was said or happened in the order of time.
func (s *site) timeline(r *http.Request) (screen, error) {
	q, cursor, _, err := asked(r)
	if err == nil {
		q, err = place.InTime(q)
	}
	if err != nil {
		return screen{}, err
	}
	made := screen{name: "timeline", Section: "timeline", Title: "Timeline", Query: searched(q)}
	made.twin = s.twinOf(r.Context(), s.Store.Find, "/timeline", q, cursor, inTime)
	if r.Context().Value(formKey{}) != nil {
		return made, nil
	}
	t := &timeline{Width: scaleTo + 20, Here: r.URL.RequestURI(), Did: r.URL.Query().Get("did")}
	for _, kind := range []query.Kind{query.Events, query.Statements} {
		to := q
		to.Kind = 0
		if fit, err := to.OrKind(kind); err == nil {
			t.Tabs = append(t.Tabs, place.Link{Name: kind.String(), URL: place.Of("/timeline", fit), Here: kind == q.Kind})
		}
	}
	t.Chips = found.Chips(q)
	for i := range t.Chips {
		t.Chips[i].URL = "/timeline" + t.Chips[i].URL[len("/find"):]
	}
	wanted := min(cmp.Or(q.Limit, screenful), longest)
	ask := q
	ask.Limit = wanted + 1
	rows, err := store.Gather(s.Store.Find(r.Context(), ask, store.Window{After: cursor, Today: s.today(r.Context())}))
	if err != nil {
		return screen{}, err
	}
	if len(rows) > wanted {
		rows = rows[:wanted]
		t.Next = place.Of("/timeline", q, place.After, rows[wanted-1].Cursor)
	}
	if cursor != "" {
		t.First = place.Of("/timeline", q)
	}
	t.lay(rows)
	made.Data = t
	return made, nil
}

// inTime puts rows in the order of time, those without a date behind all others.
func inTime(rows []store.Row) {
	slices.SortStableFunc(rows, func(a, b store.Row) int {
		first, second := tally.When(a), tally.When(b)
		switch {
		case first.Dated && second.Dated:
			return cmp.Compare(first.Day(), second.Day())
		case first.Dated:
			return -1
		case second.Dated:
			return 1
		}
		return 0
	})
}

// lay puts rows in the order of time, under their days and on the drawing.
func (t *timeline) lay(rows []store.Row) {
	inTime(rows)
	for len(rows) > t.Undated && !tally.When(rows[len(rows)-1-t.Undated]).Dated {
		t.Undated++
	}
	rows = rows[:len(rows)-t.Undated]
	for _, kept := range rows {
		at := found.New(kept)
		at.Back = t.Here
		if n := len(t.Days); n == 0 || t.Days[n-1].Name != at.When {
			t.Days = append(t.Days, day{Name: at.When})
		}
		last := &t.Days[len(t.Days)-1]
		last.Rows = append(last.Rows, at)
	}
	t.draw(rows)
}

// draw places dated rows on a scale from the first day to the last.
func (t *timeline) draw(rows []store.Row) {
	if len(rows) < 2 {
		return
	}
	first, last := tally.When(rows[0]).Day(), tally.When(rows[0]).Day()
	for _, r := range rows {
		when := tally.When(r)
		last = max(last, when.Day())
		if when.Last != store.Never {
			last = max(last, when.Last)
		}
	}
	span := float64(max(last-first, 1))
	x := func(d edtf.Day) float64 {
		d = min(max(d, first), last)
		return scaleFrom + float64(d-first)/span*(scaleTo-scaleFrom)
	}
	for i, r := range rows {
		when := tally.When(r)
		from, to := x(when.First), x(when.Last)
		at := found.New(r)
		m := mark{
			URL: at.URL, Title: at.When + ": " + at.Words, Label: found.Cut(at.Lead+": "+at.Words, 46),
			X: from, W: max(to-from, 5), Y: float64(drawnOver + i*lineTall), Point: when.First == when.Last,
		}
		m.Planned, m.Negated = standing(r)
		t.Marks = append(t.Marks, m)
	}
	t.Height = drawnOver + len(rows)*lineTall + 4
	t.Ticks = []tick{{X: scaleFrom, Label: first.String()}, {X: scaleTo, Label: last.String(), End: true}}
}

// standing says whether a row is yet to come, and whether it is denied.
func standing(r store.Row) (planned, negated bool) {
	if e := r.Event; e != nil {
		return e.Status == record.StatusPlanned || e.Status == record.StatusHypothetical,
			e.Status == record.StatusNegated
	}
	if s := r.Statement; s != nil {
		return s.IsDue(), s.Polarity == record.PolarityDenied
	}
	return false, false
}
