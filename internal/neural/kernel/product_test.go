package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// A weightFill makes int8 weights by their place.
type weightFill func(r *rand.Rand, i int) int8

var weightFills = map[string]weightFill{
	"random":      func(r *rand.Rand, _ int) int8 { return int8(r.IntN(256) - 128) },
	"largest":     func(*rand.Rand, int) int8 { return 127 },
	"lowest":      func(*rand.Rand, int) int8 { return -128 },
	"alternating": func(_ *rand.Rand, i int) int8 { return int8(127 - 254*(i&1)) },
	"in pairs":    func(_ *rand.Rand, i int) int8 { return int8(127 - 254*(i>>1&1)) },
}

func makeLinear(r *rand.Rand, in, out int, fill weightFill) *Linear {
	w := &Linear{In: in, Out: out, Weights: make([]int8, in*out)}
	for i := range w.Weights {
		w.Weights[i] = fill(r, i)
	}
	w.Columns = makeRow(r, 3*out, fills["normal"])
	return w
}

// fillRows sets the activations of all rows, as the quantisation would.
func fillRows(r Rows, value func(i int) byte) {
	for i := 0; i < len(r.data); i += r.size {
		r.data[i] = value(i / r.size)
	}
	for i := range r.scale {
		r.scale[i] = float32(i%7) - 2.5
	}
}

// denseResult runs a dense layer into rows surrounded by a mark that must stay.
func denseResult(t *testing.T, k *Table, n int, w *Linear, value func(i int) byte) []float32 {
	t.Helper()
	const gap, mark = 5, 12345
	rows := k.NewRows(n, w.In)
	fillRows(rows, value)
	stride := w.Out + gap
	data := make([]float32, n*stride)
	for i := range data {
		data[i] = mark
	}
	k.Dense(Output{Data: data, Stride: stride, Panel: Lanes}, rows, w)
	for i, v := range data {
		if i%stride >= w.Out && v != mark {
			t.Fatalf("%s: wrote %g behind row %d", k.Name, v, i/stride)
		}
	}
	return data
}

// TestZ1DenseEqualsPlainGo compares all heights of a tile on random and on
// extreme numbers; 255 x 127 over the whole depth is the largest sum.
func TestZ1DenseEqualsPlainGo(t *testing.T) {
	r := newRandom()
	bytes := map[string]func(i int) byte{
		"random":  func(i int) byte { return byte(i * 2654435761 >> 13) },
		"largest": func(int) byte { return 255 },
		"striped": func(i int) byte { return byte(255 * (i & 1)) },
	}
	for _, depth := range []int{32, 96, 384, 1536} {
		for _, weights := range sortedNames(weightFills) {
			w := makeLinear(r, depth, 64, weightFills[weights])
			for activations, value := range bytes {
				for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 40} {
					want := denseResult(t, generic(), n, w, value)
					for _, k := range fast(t) {
						what := fmt.Sprintf("%s, depth %d, %d rows, %s x %s", k.Name, depth,
							n, activations, weights)
						compareRows(t, what, denseResult(t, k, n, w, value), want)
					}
				}
			}
		}
	}
}

// TestZ1SumsAreExact reads the int32 sums themselves: with scale and step 1 and
// a depth whose sums float32 holds exactly, the result is the sum.
func TestZ1SumsAreExact(t *testing.T) {
	const depth, n = 512, 17
	r := newRandom()
	for _, k := range append(fast(t), generic()) {
		for _, name := range sortedNames(weightFills) {
			w := makeLinear(r, depth, 32, weightFills[name])
			for i := range w.Columns {
				w.Columns[i] = float32(1 - min(i/Lanes, 1))
			}
			rows := k.NewRows(n, depth)
			fillRows(rows, func(int) byte { return byte(r.IntN(256)) })
			for i := range rows.scale {
				rows.scale[i] = float32(1 - i%2)
			}
			got := make([]float32, n*Lanes)
			k.Dense(Output{Data: got, Stride: Lanes, Panel: Lanes}, rows, w)
			want := make([]float32, n*Lanes)
			for i := range want {
				want[i] = float32(dot(activations(rows, i/Lanes), w.Weights, i%Lanes))
			}
			compareRows(t, k.Name+" on "+name+" weights", got, want)
		}
	}
}

// dot multiplies a row by column j of a panel in the plainest way.
func dot(a []byte, w []int8, j int) int {
	sum := 0
	for k, v := range a {
		sum += int(v) * int(w[k/4*4*Lanes+4*j+k%4])
	}
	return sum
}

func TestDenseWritesPanelsApart(t *testing.T) {
	r := newRandom()
	w := makeLinear(r, 64, 96, weightFills["random"])
	for _, k := range append(fast(t), generic()) {
		rows := k.NewRows(9, 64)
		fillRows(rows, func(i int) byte { return byte(i) })
		wide, panels := make([]float32, 9*96), make([]float32, 9*96)
		k.Dense(Output{Data: wide, Stride: 96, Panel: Lanes}, rows, w)
		k.Dense(Output{Data: panels, Stride: Lanes, Panel: 9 * Lanes}, rows, w)
		for i, v := range wide {
			row, column := i/96, i%96
			if p := panels[column/Lanes*9*Lanes+row*Lanes+column%Lanes]; p != v {
				t.Fatalf("%s: row %d column %d is %g in panels, %g in rows", k.Name, row,
					column, p, v)
			}
		}
	}
}

// TestZ3RowsDoNotDependOnTheirCompany computes the same rows in batches of all
// sizes, which changes the height of the tile that each row falls in.
func TestZ3RowsDoNotDependOnTheirCompany(t *testing.T) {
	r := newRandom()
	w := makeLinear(r, 96, 64, weightFills["random"])
	for _, k := range append(fast(t), generic()) {
		rows := k.NewRows(40, 96)
		fillRows(rows, func(int) byte { return byte(r.IntN(256)) })
		all := make([]float32, 40*64)
		k.Dense(Output{Data: all, Stride: 64, Panel: Lanes}, rows, w)
		for from := range 40 {
			for to := from + 1; to <= 40; to++ {
				part := make([]float32, (to-from)*64)
				k.Dense(Output{Data: part, Stride: 64, Panel: Lanes}, rows.Slice(from, to), w)
				compareRows(t, fmt.Sprintf("%s, rows %d to %d", k.Name, from, to), part,
					all[from*64:to*64])
			}
		}
	}
}

func TestMultiplyEqualsPlainGo(t *testing.T) {
	r := newRandom()
	for _, name := range sortedNames(fills) {
		for _, depth := range []int{0, 1, 2, 31, 32, 200} {
			for _, n := range []int{1, 2, 3, 5, 6, 7, 11, 12, 13, 25} {
				const columns = 64
				a := Matrix{makeRow(r, n*(depth+3), fills[name]), depth + 3}
				b := makeRow(r, columns*depth, fills["normal"])
				init := makeRow(r, columns, fills["infinite"])
				scale := makeRow(r, n, fills["normal"])
				result := func(k *Table) []float32 {
					dst := make([]float32, n*(columns+5))
					k.Multiply(Matrix{dst, columns + 5}, a, b, init, scale)
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

func TestMultiplyIsAMatrixProduct(t *testing.T) {
	r := newRandom()
	const n, depth = 7, 40
	a := makeRow(r, n*depth, fills["normal"])
	b := makeRow(r, depth*Lanes, fills["normal"])
	init := makeRow(r, Lanes, fills["normal"])
	got := make([]float32, n*Lanes)
	scale := []float32{1, 2, 3, 4, 5, 6, 7}
	Best().Multiply(Matrix{got, Lanes}, Matrix{a, depth}, b, init, scale)
	for i := range got {
		row, column := i/Lanes, i%Lanes
		want := float64(init[column])
		for k := range depth {
			want += float64(a[row*depth+k]) * float64(b[k*Lanes+column])
		}
		want *= float64(scale[row])
		if math.Abs(float64(got[i])-want) > 1e-3 {
			t.Fatalf("row %d column %d is %g, want %g", row, column, got[i], want)
		}
	}
}
