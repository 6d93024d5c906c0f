package kernel

import (
	"fmt"
	"testing"
	"time"
)

// The shapes of a layer of width 384 on a window of 192 tokens.
const benchRows = 192

func benchDense(b *testing.B, k *Table, in, out int) {
	r := newRandom()
	w := makeLinear(r, in, out, weightFills["random"])
	rows := k.NewRows(benchRows, in)
	fillRows(rows, func(i int) byte { return byte(i * 31) })
	dst := Output{Data: make([]float32, benchRows*out), Stride: out, Panel: Lanes}
	b.ReportAllocs()
	for b.Loop() {
		k.Dense(dst, rows, w)
	}
	reportProducts(b, benchRows*in*out)
}

// reportProducts reports the rate of products, n of them in each turn.
func reportProducts(b *testing.B, n int) {
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gproducts/s")
}

func BenchmarkDense(b *testing.B) {
	for _, k := range append(fast(b), generic()) {
		for _, shape := range [][2]int{{384, 1152}, {384, 384}, {384, 1536}, {1536, 384}} {
			b.Run(fmt.Sprintf("%s/%dx%d", k.Name, shape[0], shape[1]), func(b *testing.B) {
				benchDense(b, k, shape[0], shape[1])
			})
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	const depth, columns = Lanes, 192
	r := newRandom()
	for _, k := range append(fast(b), generic()) {
		b.Run(k.Name, func(b *testing.B) {
			a := Matrix{makeRow(r, benchRows*depth, fills["normal"]), depth}
			w := makeRow(r, columns*depth, fills["normal"])
			init, scale := make([]float32, columns), make([]float32, benchRows)
			dst := Matrix{make([]float32, benchRows*columns), columns}
			for b.Loop() {
				for i := 0; i < benchRows; i += 12 {
					part := Matrix{dst.Data[i*columns:], columns}
					k.Multiply(part, Matrix{a.Data[i*depth:], depth}, w, init, scale[:12])
				}
			}
			reportProducts(b, benchRows*depth*columns)
		})
	}
}

func BenchmarkRow(b *testing.B) {
	r := newRandom()
	for _, k := range append(fast(b), generic()) {
		x, y := makeRow(r, 1536, fills["normal"]), make([]float32, 1536)
		rows := k.NewRows(1, 1536)
		short := x[:384]
		for name, f := range map[string]func(){
			"gelu 1536":      func() { copy(y, x); k.GELU(y) },
			"exp 192":        func() { copy(y, x[:192]); k.Exp(y[:192]) },
			"normalise 384":  func() { k.Normalise(y[:384], short, short, short, short) },
			"extent 384":     func() { k.Extent(short) },
			"quantise 1536":  func() { k.Quantise(rows, 0, x, Range{-4, 4}) },
			"transpose 1024": func() { k.Transpose(y[:1024], x[:1024]) },
		} {
			b.Run(k.Name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					f()
				}
			})
		}
	}
}

// fastest returns the shortest time of one call among rounds calls of each
// function, all taken in turn so that a disturbance meets them alike.
func fastest(rounds int, functions ...func()) []time.Duration {
	best := make([]time.Duration, len(functions))
	for range rounds {
		for i, f := range functions {
			start := time.Now()
			f()
			if d := time.Since(start); best[i] == 0 || d < best[i] {
				best[i] = d
			}
		}
	}
	return best
}
