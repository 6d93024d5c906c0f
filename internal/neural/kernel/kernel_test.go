package kernel

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// fast returns the tables of assembly that this CPU runs and logs those that
// it lacks.
func fast(t testing.TB) []*Table {
	t.Helper()
	var all []*Table
	for _, name := range names[1:] {
		k, err := Named(name)
		if err != nil {
			t.Log(err)
			continue
		}
		all = append(all, k)
	}
	return all
}

// newRandom returns a source of numbers that is the same in every run.
func newRandom() *rand.Rand { return rand.New(rand.NewPCG(7, 7)) }

// A row of test values is made by one of these, by name.
var fills = map[string]func(r *rand.Rand, i int) float32{
	"normal": func(r *rand.Rand, _ int) float32 { return float32(r.NormFloat64()) },
	"large":  func(r *rand.Rand, _ int) float32 { return float32(r.NormFloat64() * 1e30) },
	"denormal": func(r *rand.Rand, _ int) float32 {
		return math.Float32frombits(r.Uint32() & 0x807fffff)
	},
	"zero": func(*rand.Rand, int) float32 { return 0 },
	"signed zero": func(_ *rand.Rand, i int) float32 {
		return math.Float32frombits(uint32(i) << 31)
	},
	"ties": func(r *rand.Rand, _ int) float32 { return float32(r.IntN(600)-300) / 2 },
	"alternating": func(_ *rand.Rand, i int) float32 {
		return float32(1 - 2*(i&1))
	},
	"infinite": func(r *rand.Rand, i int) float32 {
		return [...]float32{float32(math.Inf(-1)), float32(r.NormFloat64()), 1}[i%3]
	},
	"any bits": func(r *rand.Rand, _ int) float32 { return math.Float32frombits(r.Uint32()) },
}

// sortedNames returns the keys of a table in the same order in every run.
func sortedNames[V any](table map[string]V) []string {
	return slices.Sorted(maps.Keys(table))
}

func makeRow(r *rand.Rand, n int, fill func(*rand.Rand, int) float32) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = fill(r, i)
	}
	return x
}

// same reports whether two floats have the same bits, or are both NaN.
func same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// compareRows reports the first place where got is not want.
func compareRows(t *testing.T, what string, got, want []float32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		if !same(got[i], want[i]) {
			t.Errorf("%s: value %d is %g (%#x), want %g (%#x)", what, i, got[i],
				math.Float32bits(got[i]), want[i], math.Float32bits(want[i]))
			return
		}
	}
}

// eachRow runs check on rows of many lengths and kinds, once for each table.
func eachRow(t *testing.T, check func(what string, k *Table, r *rand.Rand, x []float32)) {
	t.Helper()
	r := newRandom()
	for _, k := range fast(t) {
		for _, name := range sortedNames(fills) {
			fill := fills[name]
			for _, n := range []int{32, 64, 96, 384, 512, 1536} {
				for range 5 {
					check(k.Name+" on "+name, k, r, makeRow(r, n, fill))
				}
			}
		}
	}
}

func clone(x []float32) []float32 { return append([]float32(nil), x...) }

func TestRowKernelsEqualPlainGo(t *testing.T) {
	slow := generic()
	eachRow(t, func(what string, k *Table, _ *rand.Rand, x []float32) {
		got, want := clone(x), clone(x)
		gotRange, wantRange := k.GELU(got), slow.GELU(want)
		compareRows(t, "GELU of "+what, append(got, gotRange.Lo, gotRange.Hi),
			append(want, wantRange.Lo, wantRange.Hi))

		gotRange, wantRange = k.Extent(x), slow.Extent(x)
		compareRows(t, "range of "+what, []float32{gotRange.Lo, gotRange.Hi},
			[]float32{wantRange.Lo, wantRange.Hi})

		got, want = clone(x), clone(x)
		gotSum, wantSum := k.Exp(got), slow.Exp(want)
		compareRows(t, "exponential of "+what, append(got, gotSum), append(want, wantSum))
	})
}

func TestNormalisationEqualsPlainGo(t *testing.T) {
	slow := generic()
	eachRow(t, func(what string, k *Table, r *rand.Rand, x []float32) {
		n := len(x)
		y := makeRow(r, n, fills["normal"])
		gain, bias := makeRow(r, n, fills["normal"]), makeRow(r, n, fills["normal"])
		got, want := make([]float32, n), make([]float32, n)
		gotRange := k.Normalise(got, x, y, gain, bias)
		wantRange := slow.Normalise(want, x, y, gain, bias)
		compareRows(t, "normalisation of "+what, append(got, gotRange.Lo, gotRange.Hi),
			append(want, wantRange.Lo, wantRange.Hi))
		slow.Normalise(x, x, y, gain, bias)
		compareRows(t, "normalisation in place of "+what, x, want)
	})
}

// activations returns row i as the table quantised it.
func activations(r Rows, i int) []byte {
	row := r.data[i*r.depth*r.size:][:r.depth*r.size]
	var values []byte
	for j := 0; j < len(row); j += r.size {
		values = append(values, row[j])
	}
	return values
}

func TestQuantisationEqualsPlainGo(t *testing.T) {
	slow := generic()
	eachRow(t, func(what string, k *Table, _ *rand.Rand, x []float32) {
		got, want := k.NewRows(3, len(x)), slow.NewRows(3, len(x))
		k.Quantise(got, 1, x, k.Extent(x))
		slow.Quantise(want, 1, x, slow.Extent(x))
		for i := range 3 {
			if string(activations(got, i)) != string(activations(want, i)) {
				t.Errorf("quantisation of %s: row %d is %v, want %v", what, i,
					activations(got, i), activations(want, i))
			}
		}
		compareRows(t, "scale of "+what, got.scale, want.scale)
	})
}

func TestQuantisedValuesAreWithinHalfAStep(t *testing.T) {
	r := newRandom()
	for _, k := range append(fast(t), generic()) {
		x := makeRow(r, 384, fills["normal"])
		rows := k.NewRows(1, len(x))
		k.Quantise(rows, 0, x, k.Extent(x))
		step, offset := rows.scale[0], rows.scale[1]
		for i, q := range activations(rows, 0) {
			// The zero point is rounded too, so that the ends lose up to a step.
			if d := math.Abs(float64(float32(q)*step + offset - x[i])); d > float64(step) {
				t.Fatalf("%s: value %g became %g, step %g", k.Name, x[i],
					float32(q)*step+offset, step)
			}
		}
	}
}

func TestTransposeEqualsPlainGo(t *testing.T) {
	x := makeRow(newRandom(), Lanes*Lanes, fills["any bits"])
	want := make([]float32, len(x))
	generic().Transpose(want, x)
	for _, k := range fast(t) {
		got := make([]float32, len(x))
		k.Transpose(got, x)
		compareRows(t, k.Name, got, want)
	}
}

func TestGELUIsWithinItsStatedError(t *testing.T) {
	x := make([]float32, 1<<16)
	for i := range x {
		x[i] = -20 + 40*float32(i)/float32(len(x)-1)
	}
	y := clone(x)
	Best().GELU(y)
	most := 0.0
	for i, v := range x {
		want := float64(v) * 0.5 * (1 + math.Erf(float64(v)/math.Sqrt2))
		most = max(most, math.Abs(float64(y[i])-want))
	}
	t.Logf("largest error %.3g", most)
	if most > 1e-4 {
		t.Errorf("largest error %.3g, want at most 1e-4", most)
	}
}

func TestExpIsWithinItsStatedError(t *testing.T) {
	x := make([]float32, 1<<15)
	for i := range x {
		x[i] = -float32(i) / 256
	}
	y := clone(x)
	Best().Exp(y)
	for i, v := range x {
		want := math.Exp2(float64(v))
		if v < expFloor {
			want = 0
		}
		if math.Abs(float64(y[i])-want) > 3e-7*want {
			t.Fatalf("2^%g is %g, want %g", v, y[i], want)
		}
	}
}

func TestNamedTellsWhatIsWrong(t *testing.T) {
	_, err := Named("sse")
	if err == nil || !strings.Contains(err.Error(), "generic, avx2, avx512") {
		t.Errorf("error %v does not list the names", err)
	}
	for _, name := range Names() {
		k, err := Named(name)
		if err != nil {
			t.Log(err)
			continue
		}
		if k.Name != name {
			t.Errorf("Named(%q) is called %q", name, k.Name)
		}
	}
	t.Logf("best kernel here: %s", Best().Name)
}
