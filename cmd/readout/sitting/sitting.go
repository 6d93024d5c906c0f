// Package sitting is a review at a terminal: one item after another with its
// sentence, and a key for each thing that a person may decide about it; and the
// lines of the log of what was decided.
//
// It writes lines and never moves about the screen, so that it works at any width
// and leaves what was decided to be read above. Keys come one byte at a time from
// whatever the caller reads them from; a terminal must be in raw mode by then, see
// console.Raw.
package sitting

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/term"

	"readout/internal/keeping/correct"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A Sitting is one person before one store.
type Sitting struct {
	Store  store.Store
	Rows   iter.Seq2[store.Row, error] // what is to be decided, statements and events
	Keys   io.Reader
	Screen io.Writer // in raw mode
	Look   plain.ListOptions

	// Sign says on a decision who made it, and when.
	Sign func(*store.Decision)

	keys   *keys
	out    io.Writer
	items  []string // ids of what was shown, in that order
	at     int      // among them
	made   []made
	counts map[string]int
}

// made is a decision of this sitting, and the item at which it was made.
type made struct {
	id   int64
	at   int
	what string
}

// ErrNone means that there was nothing to decide.
var ErrNone = errors.New("nothing to decide")

// errQuit ends a sitting.
var errQuit = errors.New("quit")

// Run shows one item after another until there are no more or the person quits.
// Every decision is kept when its key was pressed. The error is [ErrNone], that of
// the store, or that of ctx, also for Ctrl-C.
func (s *Sitting) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.keys, s.out, s.counts = newKeys(ctx, s.Keys), lines{s.Screen}, map[string]int{}
	next, stop := iter.Pull2(s.Rows)
	defer stop()
	for {
		if s.at == len(s.items) {
			row, err, ok := next()
			if err != nil {
				return err
			}
			if !ok {
				return s.end("no more")
			}
			s.items = append(s.items, idOf(row))
		}
		err := s.item(ctx)
		if errors.Is(err, errQuit) {
			return s.end("ended")
		}
		if err != nil {
			return err
		}
	}
}

func idOf(row store.Row) string {
	if row.Event != nil {
		return search.ID(row.Document.ID, row.Event.ID)
	}
	return search.ID(row.Document.ID, row.Statement.ID)
}

// end says what was done.
func (s *Sitting) end(why string) error {
	if len(s.items) == 0 {
		return ErrNone
	}
	var parts []string
	for _, what := range []string{"accepted", "rejected", "unsure", "corrected", "joined"} {
		if n := s.counts[what]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	s.say("%s: %s", why, cmp.Or(strings.Join(parts, ", "), "nothing was decided"))
	return nil
}

func (s *Sitting) say(format string, args ...any) { fmt.Fprintf(s.out, format+"\n", args...) }

// item shows the item at hand and does what the keys say, until another one is.
func (s *Sitting) item(ctx context.Context) error {
	r, err := search.One(ctx, s.Store, s.items[s.at])
	if errors.Is(err, store.ErrNotFound) { // it was forgotten meanwhile
		s.at++
		return nil
	}
	if err == nil {
		err = s.show(r)
	}
	if err != nil {
		return err
	}
	for shown := s.at; s.at == shown; {
		key, err := s.keys.next()
		if err != nil {
			return err
		}
		again, err := s.press(ctx, r, key)
		if err != nil || again {
			return err
		}
	}
	return nil
}

// keysHelp fits into 40 columns.
const keysHelp = `a accept  r reject  u unsure  n next
e edit  s same  z undo  q quit  ? help`

// show writes the item, its score and the keys.
func (s *Sitting) show(r *record.Record) error {
	about := []string{fmt.Sprint(s.at + 1)}
	review, score := judged(r)
	if score != nil {
		about = append(about, "score "+wording.Score(score))
	}
	if review != nil && review.State != 0 {
		about = append(about, correct.State(review)+wording.Prefixed(" by ", review.By))
		about = append(about, review.Note)
	}
	s.say("\n── %s", wording.OneLine(strings.TrimSuffix(strings.Join(about, " · "), " · ")))
	look := s.Look
	look.Events = len(r.Events) > 0
	w := plain.NewPassages(s.out, look, 1)
	if err := w.Write(r); err != nil {
		return err
	}
	s.say("\n%s", keysHelp)
	return w.Close()
}

// judged returns what was decided about the item of a record, and its score.
func judged(r *record.Record) (*record.Review, *float64) {
	if len(r.Events) > 0 {
		return r.Events[0].Review, r.Events[0].Score
	}
	return r.Statements[0].Review, r.Statements[0].Score
}

// press does what a key says, and reports whether the item is to be shown again.
func (s *Sitting) press(
	ctx context.Context, r *record.Record, key byte,
) (bool, error) {
	states := map[byte]record.ReviewState{
		'a': record.ReviewAccepted, 'r': record.ReviewRejected, 'u': correct.Unsure,
	}
	switch key {
	case 'a', 'r', 'u':
		return false, s.review(ctx, states[key])
	case 'n', ' ':
		s.at++
		return false, nil
	case 'e':
		return s.edit(ctx, r)
	case 's':
		return false, s.same(ctx, r)
	case 'z':
		return true, s.undo(ctx)
	case 'q', ctrlD:
		return false, errQuit
	case ctrlC:
		return false, context.Canceled
	case '?', 'h':
		return false, s.help(r)
	}
	return false, nil
}

// decided remembers a decision that was kept.
func (s *Sitting) decided(d store.Decision, what, said string) {
	s.made = append(s.made, made{d.ID, s.at, what})
	s.counts[what]++
	s.say("→ %s (decision %d)", wording.OneLine(said), d.ID)
}

// review gives the item a state and goes on.
func (s *Sitting) review(ctx context.Context, state record.ReviewState) error {
	document, item := search.Parts(s.items[s.at])
	var who store.Decision
	s.Sign(&who)
	d, err := store.Reviewed(document, item, record.Review{
		State: state, By: who.By, At: who.At, Note: who.Note,
	})
	if err == nil {
		d, err = s.Store.Decide(ctx, d)
	}
	if err != nil {
		return s.refused(err)
	}
	said := correct.Words(d.New)
	s.decided(d, said, said)
	s.at++
	return nil
}

// refused tells of a decision that was not kept, and passes on what the next one
// would meet too.
func (s *Sitting) refused(err error) error {
	for _, e := range []error{store.ErrFull, store.ErrDamaged, context.Canceled} {
		if errors.Is(err, e) {
			return err
		}
	}
	s.say("%s", wording.OneLine(err.Error()))
	return nil
}

// undo takes the last decision of this sitting back and goes to its item.
func (s *Sitting) undo(ctx context.Context) error {
	if len(s.made) == 0 {
		s.say("nothing was decided in this sitting; readout review --undo goes further back")
		return nil
	}
	last := s.made[len(s.made)-1]
	if err := s.Store.Undo(ctx, last.id); err != nil {
		return s.refused(err)
	}
	s.made = s.made[:len(s.made)-1]
	s.counts[last.what]--
	s.at = last.at
	s.say("→ undone: decision %d, %s", last.id, last.what)
	return nil
}

// ask reads a line; "" when the person thinks better of it.
func (s *Sitting) ask(prompt string) (string, error) {
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{s.keys, s.Screen}, prompt)
	line, err := t.ReadLine()
	if errors.Is(err, io.EOF) { // Ctrl-C or Ctrl-D
		return "", nil
	}
	return strings.TrimSpace(line), err
}

// lines ends each line as a terminal in raw mode needs it.
type lines struct{ w io.Writer }

func (l lines) Write(p []byte) (int, error) {
	_, err := io.WriteString(l.w, strings.ReplaceAll(string(p), "\n", "\r\n"))
	if err != nil {
		return 0, err
	}
	return len(p), nil
}
