package seek

import (
	"slices"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/newest"
	"readout/internal/keeping/store/sqlite/search"
	"readout/internal/language/edtf"
)

func TestTheNextWindowHasWhatIsLeft(t *testing.T) {
	for _, c := range []struct {
		limit                   string
		left, size, found, want int
	}{
		{"limit:20", 20, 100, 0, 800},
		{"limit:20", 10, 100, 10, 200}, // as many again would do, but it is not sure
		{"limit:20", 15, 100, 5, 300},
		{"limit:20", 19, 100, 1, 800},
		{"", 0, 4096, 4096, 4096},
		{"", 0, 4096, 0, 4096},
	} {
		q, err := query.Parse("the " + c.limit)
		if err != nil {
			t.Fatal(err)
		}
		f, err := search.Find(q, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		w := windows{f: f, left: c.left}
		if got := w.next(c.size, c.found); got != c.want {
			t.Errorf("%d found of %d, %d left: %d, want %d", c.found, c.size, c.left, got, c.want)
		}
	}
}

func TestADayIsGivenWholeOrNotAtAll(t *testing.T) {
	on := func(day, n int) int64 {
		first, _ := newest.Turned(-int64(edtf.DayOf(2024, 3, day))).Numbers()
		return first + int64(n)
	}
	never := func(n int64) int64 {
		first, _ := newest.Turned(newest.None).Numbers()
		return first + n
	}
	for _, c := range []struct {
		items []int64
		want  []int64
		first int64 // of the day that is left
	}{
		{[]int64{on(9, 0), on(9, 4), on(8, 1)}, []int64{on(9, 0), on(9, 4)}, on(8, 0)},
		{[]int64{on(9, 0), on(8, 1), on(8, 2)}, []int64{on(9, 0)}, on(8, 0)},
		{[]int64{on(9, 0), on(9, 1)}, nil, on(9, 0)},
		{[]int64{on(9, 0), never(0), never(1 << 30)}, []int64{on(9, 0)}, never(0)},
	} {
		items, first := wholeDays(c.items)
		if !slices.Equal(items, c.want) || first != c.first {
			t.Errorf("%d: %d before %d, want %d before %d", c.items, items, first, c.want, c.first)
		}
	}
}

func TestAListIsCountedUntilItIsNoShorter(t *testing.T) {
	for fewest, want := range map[int]int{0: 1, 1: 2, 500: 512, 512: 1024, 9000: 10_000, 10_001: 10_000} {
		if got := enough(fewest, 10_000); got != want || got <= min(fewest, 9999) {
			t.Errorf("beside %d: up to %d, want %d", fewest, got, want)
		}
	}
}
