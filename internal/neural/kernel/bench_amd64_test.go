package kernel

import "testing"

// BenchmarkShareOfPeak measures the products against loops of their arithmetic
// alone, in turn, the best of many short calls: the share that a quiet machine
// would show. The sum loops hold 12 registers.
func BenchmarkShareOfPeak(b *testing.B) {
	peaks := map[string]struct {
		dense, multiply func(n int)
		width           int // float32 numbers in a register
		products        int // int8 products of a register in one turn
	}{
		"avx2":   {peakDenseY, peakMultiplyY, 8, 16},
		"avx512": {peakDenseZ, peakMultiplyZ, 16, 64},
	}
	const turns, sums = 4000, 12
	for _, k := range fast(b) {
		peak := peaks[k.Name]
		b.Run(k.Name, func(b *testing.B) {
			const n, in, out, columns = 96, 384, 192, 192
			r := newRandom()
			w := makeLinear(r, in, out, weightFills["random"])
			rows := k.NewRows(n, in)
			fillRows(rows, func(i int) byte { return byte(i) })
			dst := Output{make([]float32, n*out), out, Lanes}
			x := makeRow(r, columns*in, fills["normal"])
			init, scale := make([]float32, columns), make([]float32, 12)
			product := Matrix{make([]float32, 12*columns), columns}
			for b.Loop() {
				best := fastest(2000,
					func() { peak.dense(turns) },
					func() { k.Dense(dst, rows, w) },
					func() { peak.multiply(turns) },
					func() { k.Multiply(product, Matrix{x, in}, x, init, scale) })
				rate := func(i, products int) float64 {
					return float64(products) / float64(best[i].Nanoseconds())
				}
				b.ReportMetric(rate(0, turns*sums*peak.products), "peak-int8-Gp/s")
				b.ReportMetric(100*rate(1, n*in*out)/rate(0, turns*sums*peak.products), "dense-%")
				b.ReportMetric(rate(2, turns*sums*peak.width), "peak-f32-Gp/s")
				b.ReportMetric(100*rate(3, 12*in*columns)/rate(2, turns*sums*peak.width), "multiply-%")
			}
		})
	}
}
