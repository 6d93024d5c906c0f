package seek

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"math"
	"math/bits"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/newest"
	"readout/internal/keeping/store/sqlite/search"
)

// Sizes are how many rows windows have.
type Sizes struct {
	Rows   int // the first, of rows that are each asked for their names
	Items  int // the first, of what words or names list
	All    int // each, where all rows are wanted
	Most   int // a window, unless one day has more
	Common int // of a name that has so many rows the newest rows are asked
	Enough int // rows of words have been asked for a name: what has it is listed
}

// Usual has sizes that take some milliseconds each.
var Usual = Sizes{Rows: 512, Items: 128, All: 4096, Most: 1 << 16, Common: 10_000, Enough: 8192}

// growth is how many times larger than the last a window is at most.
const growth = 8

// Newest yields the rows of a search that has windows, see [search.Search.HasWindows].
// All is asked in one state of the file, for which ask is to care.
func Newest(
	ctx context.Context, ask Asking, f *search.Search, counts *Counts, sizes Sizes,
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		w := windows{ask: ask, f: f, yield: yield, left: f.Limit(), from: f.Begin(), end: f.End()}
		if err := w.walk(ctx, counts, sizes); err != nil && !errors.Is(err, errEnough) {
			yield(store.Row{}, err)
		}
	}
}

// errEnough says that no more rows are wanted.
var errEnough = errors.New("enough")

// windows is a search on its way from the newest rows to the oldest.
type windows struct {
	ask   Asking
	f     *search.Search
	yield func(store.Row, error) bool
	left  int   // how many rows are wanted, if any number is
	from  int64 // where the next window begins
	end   int64 // where the last one ends

	list   *search.List // that is gone through, if any is
	names  *search.List // that would be instead of the words
	common bool         // the words are
}

func (w *windows) walk(ctx context.Context, counts *Counts, sizes Sizes) error {
	if open := w.f.Open(); open != nil {
		if _, err := w.give(ctx, open); err != nil {
			return err
		}
	}
	if err := w.choose(ctx, counts, sizes.Common); err != nil {
		return err
	}
	size := w.first(sizes)
	for seen := 0; w.from < w.end; seen += size {
		if seen >= sizes.Enough && w.names != nil { // hardly any row has both
			w.list, w.names = w.names, nil
			size = math.MaxInt32
		}
		found, err := w.window(ctx, size)
		if err != nil {
			return err
		}
		size = min(w.next(size, found), max(size, sizes.Most))
	}
	if long := w.f.Long(w.in(newest.End, 0)); long != nil {
		_, err := w.give(ctx, long)
		return err
	}
	return nil
}

// choose has the list be gone through that has the fewest rows, if any: of names only
// one that is not common, since each of them has an order of its own.
func (w *windows) choose(ctx context.Context, counts *Counts, common int) error {
	lists := w.f.Lists()
	if len(lists) == 1 && w.f.HasWords(lists[0]) { // whatever it has
		w.list = &lists[0]
		return nil
	}
	fewest := common + 1
	for i, l := range lists {
		text, args := w.f.Count(l, enough(fewest, common))
		n, err := counts.count(ctx, w.ask, text, args)
		if err != nil {
			return err
		}
		if w.f.HasWords(l) {
			w.common = n == common
		} else if w.names == nil {
			w.names = &lists[i]
		}
		if n < fewest && (n < common || w.f.HasWords(l)) {
			fewest, w.list = n, &lists[i]
		}
	}
	if w.list == nil || !w.f.HasWords(*w.list) {
		w.names = nil
	}
	return nil
}

// enough is up to how many rows a list is counted: so many that it is no shorter than
// the shortest until now. It is a power of two, that a count be of use to others.
func enough(fewest, common int) int { return min(1<<bits.Len(uint(fewest)), common) }

// first is the size of the first window.
func (w *windows) first(sizes Sizes) int {
	switch {
	case w.f.Limit() == 0:
		return sizes.All
	case w.list == nil:
		return max(sizes.Rows, w.left)
	}
	if w.common && !w.f.HasWords(*w.list) { // their list takes longer than the rows
		return max(growth*sizes.Items, w.left)
	}
	return max(sizes.Items, w.left)
}

// next is the size of the window behind one in which so many rows were found: of as
// many as have what is left, if it goes on like that.
func (w *windows) next(size, found int) int {
	switch {
	case w.f.Limit() == 0:
		return size
	case found == 0:
		return growth * size
	}
	return max(2*size, min(growth*size, size*w.left/found))
}

// in is a window from the last one on.
func (w *windows) in(to int64, size int) search.Window {
	return search.Window{From: w.from, To: to, Size: size, Limit: w.left}
}

// window gives what is found among so many rows, or so many of what is listed, and
// returns how many rows it is.
func (w *windows) window(ctx context.Context, size int) (found int, err error) {
	var part *search.Search
	var to int64
	if w.list == nil {
		part, to, err = w.ofRows(ctx, size)
	} else {
		part, to, err = w.ofItems(ctx, size)
	}
	if err != nil {
		return 0, err
	}
	found, err = w.give(ctx, part)
	w.from = to
	return found, err
}

// ofRows returns the search in the next window of so many rows, and where it ends.
func (w *windows) ofRows(ctx context.Context, size int) (*search.Search, int64, error) {
	text, args := w.f.At(w.from, size)
	at, more, err := one[int64](ctx, w.ask, text, args)
	to := w.end
	if more {
		_, behind := newest.OfNumber(at).Numbers()
		to = min(to, behind)
	}
	return w.f.Between(w.in(to, size)), to, err
}

// ofItems is ofRows for so many rows of what is listed.
func (w *windows) ofItems(ctx context.Context, size int) (*search.Search, int64, error) {
	text, args := w.f.Items(*w.list, w.in(w.end, size))
	list, _, err := one[string](ctx, w.ask, text, args)
	if err != nil {
		return nil, 0, err
	}
	var items []int64
	if err := json.Unmarshal([]byte(list), &items); err != nil {
		return nil, 0, err
	}
	to := w.end
	if len(items) == size {
		if items, to = wholeDays(items); len(items) == 0 {
			return w.ofItems(ctx, growth*size)
		}
		data, err := json.Marshal(items)
		if err != nil {
			return nil, 0, err
		}
		list = string(data)
	}
	return w.f.Among(*w.list, list, w.in(to, size)), to, nil
}

// wholeDays returns those of sorted numbers before the day of the last one, of which
// there may be more, and the first number of that day. What has no day is no less than
// the rest.
func wholeDays(items []int64) ([]int64, int64) {
	first, _ := newest.OfNumber(items[len(items)-1]).Numbers()
	n := len(items)
	for n > 0 && items[n-1] >= first {
		n--
	}
	return items[:n], first
}

// give yields the rows of a search, and returns how many they are.
func (w *windows) give(ctx context.Context, f *search.Search) (n int, err error) {
	for row, err := range Each(ctx, w.ask, f) {
		if err != nil {
			return n, err
		}
		n++
		if !w.yield(row, nil) {
			return n, errEnough
		}
	}
	if w.f.Limit() == 0 {
		return n, nil
	}
	if w.left -= n; w.left == 0 {
		return n, errEnough
	}
	return n, nil
}

// one returns the one value that is asked for, if there is any.
func one[T any](ctx context.Context, ask Asking, text string, args []any) (v T, ok bool, err error) {
	rows, err := ask(ctx, text, args...)
	if err != nil {
		return v, false, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&v); err != nil {
			return v, false, err
		}
		ok = true
	}
	return v, ok, rows.Err()
}
