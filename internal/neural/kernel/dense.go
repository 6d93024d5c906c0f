package kernel

import (
	"math"
	"unsafe"
)

// A Linear is a dense layer with int8 weights, quantised symmetrically for each
// output. Both slices usually lie in a model file.
type Linear struct {
	In, Out int       // multiples of 32
	Weights []int8    // [Out/32][In/4][32][4]
	Columns []float32 // [Out/32][3][32]: scale, scale·(sum of the weights), bias
}

// Rows are quantised activations: one row per token, each with its own scale
// and zero point. Only the table that made the rows can read them.
type Rows struct {
	depth int       // activations in a row
	size  int       // bytes of an activation: 1, or 2 where a path widens them
	data  []byte    // [rows][depth][size]
	scale []float32 // [rows][2]: step, -step·(zero point)
}

// NewRows returns room for n rows of the given depth, a multiple of 32.
func (t *Table) NewRows(n, depth int) Rows {
	if depth <= 0 || depth%Lanes != 0 {
		panic("unreachable: a depth that is no multiple of 32")
	}
	return Rows{
		depth: depth, size: t.activation,
		data:  make([]byte, n*depth*t.activation),
		scale: make([]float32, 2*n),
	}
}

// Slice returns the rows from..to, sharing their memory.
func (r Rows) Slice(from, to int) Rows {
	stride := r.depth * r.size
	r.data = r.data[from*stride : to*stride]
	r.scale = r.scale[2*from : 2*to]
	return r
}

// Len returns the number of rows.
func (r Rows) Len() int { return len(r.scale) / 2 }

// minStep is the smallest step of a quantised row. A row whose values are all
// nearer to zero counts as zero; its reciprocal could overflow otherwise.
const minStep = 0x1p-100

// Quantise writes x to row i of rows as 8-bit numbers. e is the range of x:
// [Lo, Hi] is cut into 255 steps and zero falls on a step.
func (t *Table) Quantise(rows Rows, i int, x []float32, e Range) {
	step := (e.Hi - e.Lo) / 255
	if !(step >= minStep) {
		step = 1
	}
	inverse := 1 / step
	zero := nearest(-e.Lo * inverse)
	rows.scale[2*i] = step
	rows.scale[2*i+1] = -(step * float32(zero))
	stride := rows.depth * rows.size
	t.quantise(rows.data[i*stride:][:stride], x[:rows.depth], inverse, zero)
}

// nearest rounds to the nearest integer, ties to even; what no int32 can hold
// becomes the smallest, as in the VCVTPS2DQ instruction.
func nearest(x float32) int32 {
	r := math.RoundToEven(float64(x))
	if r >= math.MinInt32 && r <= math.MaxInt32 {
		return int32(r)
	}
	return math.MinInt32
}

// An Output says where Dense writes: element (row, 32·panel+column) goes to
// Data[panel·Panel + row·Stride + column].
type Output struct {
	Data          []float32
	Stride, Panel int
}

// Dense writes rows · w + bias to dst, all rows by w.Out columns.
func (t *Table) Dense(dst Output, rows Rows, w *Linear) {
	if rows.depth != w.In {
		panic("unreachable: rows of another depth than the weights")
	}
	stride := rows.depth * rows.size
	for p := range w.Out / Lanes {
		tile := denseTile{
			depth: rows.depth,
			w:     w.Weights[p*Lanes*w.In:][:Lanes*w.In],
			col:   (*[3 * Lanes]float32)(w.Columns[p*3*Lanes:]),
			ldc:   dst.Stride,
		}
		for i, n := 0, rows.Len(); i < n; i += tile.count * tile.rows {
			tile.count, tile.rows = band(n-i, t.denseRows)
			high := tile.count * tile.rows
			tile.a = rows.data[i*stride:][:high*stride]
			tile.row = rows.scale[2*i:][:2*high]
			at := p*dst.Panel + i*dst.Stride
			tile.c = dst.Data[at:][:(high-1)*dst.Stride+Lanes]
			t.dense(tile)
		}
	}
}

// band shares left rows as evenly as possible among the fewest tiles of at most
// limit rows and returns the tiles of the first height: how many, how high.
// There are at most two heights.
func band(left, limit int) (count, rows int) {
	tiles := (left + limit - 1) / limit
	rows = (left + tiles - 1) / tiles
	return tiles - (rows*tiles - left), rows
}

// A denseTile is one panel of int8 weights times some tiles of a few rows each,
// one after another.
type denseTile struct {
	count, rows int // tiles, and rows in each
	depth       int
	a           []byte              // [count][rows][depth] activations
	row         []float32           // [count][rows][2] step, -step·zero
	w           []int8              // [depth/4][32][4]
	col         *[3 * Lanes]float32 // scale, scale·sum, bias
	c           []float32           // [count][rows][ldc], 32 of each row written
	ldc         int
}

// denseGeneric defines the result of a dense layer. The sum over the depth is
// exact. Then, with every operation rounded to float32,
//
//	c = (sum·scale)·step + (-step·zero·(scale·sum of weights) + bias)
func denseGeneric(t denseTile) {
	for i := range t.count * t.rows {
		sum := dotPanel(t.a[i*t.depth:][:t.depth], t.w)
		step, offset := t.row[2*i], t.row[2*i+1]
		c := t.c[i*t.ldc:][:Lanes]
		for j, s := range sum {
			rest := float32(offset*t.col[Lanes+j]) + t.col[2*Lanes+j]
			c[j] = float32(float32(float32(s)*t.col[j])*step) + rest
		}
	}
}

// dotPanel returns the products of one row of activations with 32 columns.
func dotPanel(a []byte, w []int8) (sum [Lanes]int32) {
	for k := 0; k < len(a); k += 4 {
		a0, a1 := int32(a[k]), int32(a[k+1])
		a2, a3 := int32(a[k+2]), int32(a[k+3])
		v := (*[4 * Lanes]int8)(w[k*Lanes:])
		for j := range sum {
			sum[j] += a0*int32(v[4*j]) + a1*int32(v[4*j+1]) +
				a2*int32(v[4*j+2]) + a3*int32(v[4*j+3])
		}
	}
	return sum
}

// quantiseGeneric defines the quantisation of a row: nearest(x·inverse) + zero,
// cut to 0..255.
func quantiseGeneric(dst []byte, x []float32, inverse float32, zero int32) {
	for i, v := range x {
		dst[i] = byte(min(max(nearest(v*inverse)+zero, 0), 255))
	}
}

// first returns the address of the first element, nil for none.
func first[T any](s []T) *T { return unsafe.SliceData(s) }
