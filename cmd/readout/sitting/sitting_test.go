package sitting

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/record"
)

// sit presses keys before a store that holds the record Treaty and returns what the
// screen shows.
func sit(
	t *testing.T, s store.Store, keys io.Reader, rows iter.Seq2[store.Row, error],
) (string, error) {
	t.Helper()
	var screen bytes.Buffer
	one := &Sitting{
		Store: s, Rows: rows, Keys: keys, Screen: &screen,
		Look: plain.ListOptions{Width: 40, Kept: true},
		Sign: func(d *store.Decision) { d.By, d.At = "ann", "2024-03-20T10:00:00Z" },
	}
	err := one.Run(t.Context())
	return screen.String(), err
}

func kept(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Add(t.Context(), sample.Treaty(t), sample.Mayor(t)); err != nil {
		t.Fatal(err)
	}
	return s
}

func asked(t *testing.T, s store.Store, typed string) iter.Seq2[store.Row, error] {
	t.Helper()
	q, err := query.Parse(typed)
	if err != nil {
		t.Fatal(err)
	}
	return s.Find(t.Context(), q, store.Window{})
}

func count(t *testing.T, s store.Store, typed string) int {
	t.Helper()
	n := 0
	for _, err := range asked(t, s, typed) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func TestEachKeyDecides(t *testing.T) {
	for _, c := range []struct {
		claim, rows, keys string
		screen            []string
		then              map[string]int
	}{
		{
			"a review of each state", "outlet:example sort:oldest", "arunq",
			[]string{
				"→ accepted (decision 1)",
				"→ unsure (decision 3)",
				"ended: 1 accepted, 1 rejected, 1 unsure",
			},
			map[string]int{"review:accepted": 1, "review:rejected": 1, "outlet:example review:open": 4},
		},
		{
			"undo goes back to the item", "outlet:example sort:oldest", "arzzzr\x04",
			[]string{
				"undone: decision 2, rejected",
				"undone: decision 1, accepted",
				"nothing was decided in this",
				"ended: 1 rejected",
			},
			map[string]int{"review:accepted": 0, "review:rejected promised": 0, "review:rejected": 1},
		},
		{
			"a field is corrected, and the item shown anew", "polarity:denied", "e" + "polarity=affirmed\r" + "ae\rq",
			[]string{
				"  speaker=The Home Office",
				"field=value: ",
				"polarity: denied → affirmed",
				"no more: 1 accepted, 1 corrected",
			},
			map[string]int{"polarity:affirmed review:accepted": 1},
		},
		{
			"a mistake is told and nothing is lost", "polarity:denied", "epolarity=deny\rspq",
			[]string{`no such word "deny"; nearest: denied`},
			map[string]int{"polarity:denied": 1},
		},
		{
			"names are joined", "limit:1 speaker:lee act:commit", "sAnne Lee\rsHome Office\rsŽilina\rq",
			[]string{
				`no person called "Anne Lee" is kept`,
				`no person called "Home Office" is kept; nearest: [Home Office (organization)]`,
			},
			map[string]int{"kind:entities lee": 1},
		},
		{
			"events are decided too", "kind:events outlet:example sort:score limit:1", "ra",
			[]string{"CONSULT", "score 0.4", "no more: 1 rejected"},
			map[string]int{"kind:events review:rejected": 1},
		},
		{
			"help has the fields", "kind:events outlet:example sort:score limit:1", "?q",
			[]string{
				"#2 for the second time",
				"  event=CONSULT",
				"  recipient=Norway",
				"nothing was decided",
			},
			nil,
		},
		{
			"arrows and other keys are none", "polarity:denied", "\x1b[A\x1b[3~\x1bOaXYZ1\x1bq",
			[]string{"nothing was decided"},
			map[string]int{"review:accepted": 0},
		},
	} {
		s := kept(t)
		screen, err := sit(t, s, strings.NewReader(c.keys), asked(t, s, c.rows))
		if err != nil {
			t.Errorf("%s: %v", c.claim, err)
		}
		for _, want := range c.screen {
			if !strings.Contains(screen, want) {
				t.Errorf("%s: the screen lacks %q:\n%s", c.claim, want, screen)
			}
		}
		if strings.Contains(strings.ReplaceAll(screen, "\r\n", ""), "\n") {
			t.Errorf("%s: a line does not end as raw mode needs it", c.claim)
		}
		for typed, want := range c.then {
			if got := count(t, s, typed); got != want {
				t.Errorf("%s: then %s finds %d, want %d", c.claim, typed, got, want)
			}
		}
	}
}

func TestASittingEndsWithItsContextAndWithCtrlC(t *testing.T) {
	s := kept(t)
	if _, err := sit(t, s, strings.NewReader("\x03"), asked(t, s, "")); !errors.Is(err, context.Canceled) {
		t.Errorf("Ctrl-C: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	never, _ := io.Pipe()
	one := &Sitting{
		Store: s, Rows: asked(t, s, ""), Keys: never, Screen: io.Discard,
		Look: plain.ListOptions{Width: 40, Kept: true},
	}
	ended := make(chan error)
	go func() { ended <- one.Run(ctx) }()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
}

func TestNothingToDecideIsTold(t *testing.T) {
	s := kept(t)
	if _, err := sit(t, s, strings.NewReader(""), asked(t, s, "speaker:nobody")); !errors.Is(err, ErrNone) {
		t.Errorf("error %v", err)
	}
}

func TestWhatWasForgottenMeanwhileIsPassedOver(t *testing.T) {
	s := kept(t)
	var rows []store.Row
	for row, err := range asked(t, s, "sort:oldest") {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	all := func(yield func(store.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
	treaty := sample.Treaty(t).Document.ID
	if err := s.Forget(t.Context(), store.Forgotten{Document: treaty, Reason: "asked to"}); err != nil {
		t.Fatal(err)
	}
	screen, err := sit(t, s, strings.NewReader("a"), all)
	if err != nil || !strings.Contains(screen, "1 accepted") || count(t, s, "review:accepted") != 1 {
		t.Errorf("%v\n%s", err, screen)
	}
}

func TestAJoinNeedsANameThatIsKept(t *testing.T) {
	s := kept(t)
	same := store.Name{Type: record.EntityPerson, Text: "ANN LÉE"}
	d, err := Same(t.Context(), s, "person/lee", same)
	if err != nil {
		t.Fatal(err)
	}
	if d.Item != "person/lee" || d.Document != "" {
		t.Errorf("decision %+v", d)
	}
	for _, text := range []string{"Zoe", ""} {
		same.Text = text
		if _, err := Same(t.Context(), s, "person/lee", same); err == nil {
			t.Errorf("joined to %q", text)
		}
	}
}
