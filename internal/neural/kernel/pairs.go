package kernel

import "math"

// Attention multiplies queries by keys and weights by values in 16-bit numbers:
// int32 sums of their products are exact, so that they need no order, and a
// vector holds twice as many. A sum that no int32 can hold wraps around; the
// caller chooses factors that keep it small.

// Narrow writes nearest(x·factor) to dst, cut to the range of int16.
func (t *Table) Narrow(dst []int16, x []float32, factor float32) {
	if whole(x) {
		t.narrow(dst[:len(x)], x, factor)
	}
}

// Interleave narrows each two rows of 32 numbers and joins them to 32 pairs:
// [2][32] float32 becomes [32][2] int16. The length of x is a multiple of 64.
func (t *Table) Interleave(dst []int16, x []float32, factor float32) {
	if len(x)%(2*Lanes) != 0 {
		panic("unreachable: an odd number of rows to interleave")
	}
	if whole(x) {
		t.interleave(dst[:len(x)], x, factor)
	}
}

// Numbers is a row-major matrix of 16-bit numbers, all rows Stride long.
type Numbers struct {
	Data   []int16
	Stride int
}

// MultiplyPairs writes (a·b)·factor + init to dst: all rows of a by len(init)
// columns.
//
//	a     [rows][a.Stride]              only the first depth of a row count
//	b     [columns/32][depth/2][32][2]  panels; its length gives the depth
//	init  [columns]
func (t *Table) MultiplyPairs(
	dst Matrix, a Numbers, b []int16, init []float32, factor float32,
) {
	if len(init) == 0 {
		return
	}
	depth := len(b) / len(init)
	for p := range len(init) / Lanes {
		tile := pairTile{
			depth: depth, lda: a.Stride, ldc: dst.Stride, factor: factor,
			b:    b[p*depth*Lanes:][:depth*Lanes],
			init: (*[Lanes]float32)(init[p*Lanes:]),
		}
		for i, n := 0, len(a.Data)/a.Stride; i < n; i += tile.rows {
			_, tile.rows = band(n-i, t.floatRows)
			last := tile.rows - 1
			tile.a = a.Data[i*a.Stride:][:last*a.Stride+depth]
			tile.c = dst.Data[i*dst.Stride+p*Lanes:][:last*dst.Stride+Lanes]
			t.pairs(tile)
		}
	}
}

// A pairTile is a few rows times one panel of pairs.
type pairTile struct {
	rows, depth int
	a           []int16 // [rows][lda]
	b           []int16 // [depth/2][32][2]
	init        *[Lanes]float32
	c           []float32 // [rows][ldc]
	lda, ldc    int
	factor      float32
}

// pairsGeneric defines the product of 16-bit numbers.
func pairsGeneric(t pairTile) {
	for i := range t.rows {
		var sum [Lanes]int32
		a := t.a[i*t.lda:][:t.depth]
		for k := 0; k < len(a); k += 2 {
			a0, a1 := int32(a[k]), int32(a[k+1])
			b := (*[2 * Lanes]int16)(t.b[k*Lanes:])
			for j := range sum {
				sum[j] += a0*int32(b[2*j]) + a1*int32(b[2*j+1])
			}
		}
		c := t.c[i*t.ldc:][:Lanes]
		for j, s := range sum {
			c[j] = float32(float32(s)*t.factor) + t.init[j]
		}
	}
}

// narrowGeneric defines narrowing.
func narrowGeneric(dst []int16, x []float32, factor float32) {
	for i, v := range x {
		dst[i] = toInt16(v * factor)
	}
}

// interleaveGeneric defines narrowing into pairs.
func interleaveGeneric(dst []int16, x []float32, factor float32) {
	for r := 0; r < len(x); r += 2 * Lanes {
		for j := range Lanes {
			dst[r+2*j] = toInt16(x[r+j] * factor)
			dst[r+2*j+1] = toInt16(x[r+Lanes+j] * factor)
		}
	}
}

// toInt16 rounds to the nearest integer and cuts it to the range of int16.
func toInt16(v float32) int16 {
	return int16(min(max(nearest(v), math.MinInt16), math.MaxInt16))
}
