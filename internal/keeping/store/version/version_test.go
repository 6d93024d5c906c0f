package version

import (
	"cmp"
	"testing"
)

func TestPipelinesAreOrderedAsPeopleCount(t *testing.T) {
	ascending := []string{
		"", "other/9", "readout/0.2.0-beta", "readout/0.2.0-rc1", "readout/0.2.0-rc2",
		"readout/0.2.0", "readout/0.2.0.1", "readout/0.2.1", "readout/0.9.0",
		"readout/0.10", "readout/00.10", "readout/0.10.0",
		"readout/0.99999999999999999999999999", "readout/1.0.0-rc1", "readout/1.0.0",
	}
	for i, a := range ascending {
		for k, b := range ascending {
			got, want := Compare(a, b), cmp.Compare(i, k)
			if got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func FuzzAnyTwoNamesHaveOneOrder(f *testing.F) {
	f.Add("readout/0.1.0", "readout/0.1.0-rc1", "readout/0.1")
	f.Add("1-a", "1", "1-")
	f.Add("a-b", "a", "a1")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if Compare(a, b) != -Compare(b, a) {
			t.Errorf("%q and %q have two orders", a, b)
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q: %d", a, b, Compare(a, b))
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Errorf("%q, %q, %q go round", a, b, c)
		}
	})
}
