package kernel

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestNarrowEqualsPlainGo(t *testing.T) {
	slow := generic()
	eachRow(t, func(what string, k *Table, r *rand.Rand, x []float32) {
		for _, factor := range []float32{1, 1e-30, 500, float32(r.NormFloat64())} {
			got, want := make([]int16, len(x)), make([]int16, len(x))
			k.Narrow(got, x, factor)
			slow.Narrow(want, x, factor)
			if !slices.Equal(got, want) {
				t.Errorf("%s times %g narrowed to %v, want %v", what, factor, got, want)
			}
			if len(x)%(2*Lanes) != 0 {
				continue
			}
			k.Interleave(got, x, factor)
			slow.Interleave(want, x, factor)
			if !slices.Equal(got, want) {
				t.Errorf("%s times %g interleaved to %v, want %v", what, factor, got, want)
			}
		}
	})
}

var numberFills = map[string]func(r *rand.Rand, i int) int16{
	"random":  func(r *rand.Rand, _ int) int16 { return int16(r.Uint32()) },
	"largest": func(*rand.Rand, int) int16 { return 32767 },
	"lowest":  func(*rand.Rand, int) int16 { return -32768 },
	"small":   func(r *rand.Rand, _ int) int16 { return int16(r.IntN(400) - 200) },
}

func makeNumbers(r *rand.Rand, n int, fill func(*rand.Rand, int) int16) []int16 {
	x := make([]int16, n)
	for i := range x {
		x[i] = fill(r, i)
	}
	return x
}

// TestPairsEqualPlainGo covers sums that wrap around, too.
func TestPairsEqualPlainGo(t *testing.T) {
	r := newRandom()
	const columns, gap = 64, 4
	for _, name := range sortedNames(numberFills) {
		fill := numberFills[name]
		for _, depth := range []int{0, 2, 32, 34, 256} {
			for _, n := range []int{1, 2, 3, 5, 6, 7, 11, 12, 13, 25} {
				a := Numbers{makeNumbers(r, n*(depth+gap), fill), depth + gap}
				b := makeNumbers(r, columns*depth, fill)
				init := makeRow(r, columns, fills["infinite"])
				result := func(k *Table) []float32 {
					dst := make([]float32, n*(columns+gap))
					k.MultiplyPairs(Matrix{dst, columns + gap}, a, b, init, 0.37)
					return dst
				}
				want := result(generic())
				for _, k := range fast(t) {
					compareRows(t, fmt.Sprintf("%s, %s, depth %d, %d rows", k.Name, name,
						depth, n), result(k), want)
				}
			}
		}
	}
}

func TestPairsAreAMatrixProduct(t *testing.T) {
	r := newRandom()
	const n, depth = 7, 40
	a := makeNumbers(r, n*depth, numberFills["small"])
	b := makeNumbers(r, depth*Lanes, numberFills["small"])
	for _, k := range append(fast(t), generic()) {
		got := make([]float32, n*Lanes)
		k.MultiplyPairs(Matrix{got, Lanes}, Numbers{a, depth}, b, make([]float32, Lanes), 0.5)
		for i := range got {
			row, column, want := i/Lanes, i%Lanes, 0
			for d := range depth {
				want += int(a[row*depth+d]) * int(b[d/2*2*Lanes+2*column+d%2])
			}
			if got[i] != float32(want)/2 {
				t.Fatalf("%s: row %d column %d is %g, want %g", k.Name, row, column, got[i],
					float32(want)/2)
			}
		}
	}
}
