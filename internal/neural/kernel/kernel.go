// Package kernel computes the inner loops of a transformer encoder: int8 and
// float32 matrix products, layer normalisation, GELU, exponentials and
// quantisation.
//
// In go rows of float32 activations and the weights of a model file, read in
// place; out come rows of float32. Every operation exists up to three times:
// plain Go ("generic"), which defines the result, and assembly for AVX2 and for
// AVX-512 with VNNI. A [Table] is one of these sets, chosen by [Best] or
// [Named].
//
// # Guarantees
//
// The three sets give the same bits for the same input, denormals, infinities
// and signed zeros included; a NaN stays a NaN, but its payload may differ.
// Four rules make that so:
//
//   - Products of int8 weights and uint8 activations, and of 16-bit numbers, are
//     summed in int32. No path uses an instruction that saturates on the way.
//   - A float32 sum over a row uses [Lanes] partial sums, element i going to
//     lane i mod 32. Lanes are then folded in halves: lane l takes lane l+16,
//     then l+8, l+4, l+2 and l+1. Smallest and largest values do the same.
//   - A float32 matrix product adds its terms in the order of the depth, one
//     after another.
//   - A product is rounded before it is added: no path fuses the two. Floats
//     become integers by rounding to nearest, ties to even.
//
// A result depends on its own row alone, so that a row has the same value in
// any batch and at any place. Tables hold no state: they are safe for
// concurrent use, and nothing here allocates except [NewRows].
//
// # Limits
//
// Depths and widths are multiples of 32. Slices that are too short for the
// stated shape make the call panic as any slice expression does. The assembly
// is for amd64; other machines run plain Go, at a tenth of the speed or less.
package kernel

import (
	"fmt"
	"strings"
)

//go:generate go run ./asmgen

// Lanes is the number of partial results of a sum over a row, and the width of
// a panel of weights. Rows are a multiple of it long.
const Lanes = 32

// A Table is one implementation of every operation.
type Table struct {
	Name string // "generic", "avx2" or "avx512"

	activation int // bytes that a quantised activation takes in Rows
	denseRows  int // most rows that dense takes at once
	floatRows  int // most rows that multiply and pairs take at once

	dense      func(denseTile)
	multiply   func(floatTile)
	pairs      func(pairTile)
	normalise  func(dst, x, y, gain, bias []float32) Range
	gelu       func(x []float32) Range
	extent     func(x []float32) Range
	quantise   func(dst []byte, x []float32, inverse float32, zero int32)
	exp        func(x []float32) float32
	narrow     func(dst []int16, x []float32, factor float32)
	interleave func(dst []int16, x []float32, factor float32)
	transpose  func(dst, src []float32)
}

// A Range holds the smallest and the largest value of a row and of zero.
type Range struct{ Lo, Hi float32 }

// names lists the tables from the slowest to the fastest.
var names = [...]string{"generic", "avx2", "avx512"}

// Names returns the names of all tables, the slowest first. Some may not run
// on this CPU.
func Names() []string { return names[:] }

// Best returns the fastest table that this CPU runs.
func Best() *Table {
	best := generic()
	for _, name := range names[1:] {
		if t, err := Named(name); err == nil {
			best = t
		}
	}
	return best
}

// Named returns the table of that name. The error says that the name is
// unknown, or which feature this CPU lacks.
func Named(name string) (*Table, error) {
	switch name {
	case "generic":
		return generic(), nil
	case "avx2", "avx512":
		return assembly(name)
	}
	return nil, fmt.Errorf("kernel %q: unknown; use one of %s",
		name, strings.Join(names[:], ", "))
}

// Normalise writes the layer normalisation of x+y to dst and returns the range
// of what it wrote. All slices have the length of x; dst may be x or y.
func (t *Table) Normalise(dst, x, y, gain, bias []float32) Range {
	if !whole(x) {
		return Range{}
	}
	n := len(x)
	return t.normalise(dst[:n], x, y[:n], gain[:n], bias[:n])
}

// GELU replaces every x by x·Φ(x), to within 1e-4 for |x| ≤ 20, and returns the
// range of the results. Φ is the distribution function of the standard normal.
func (t *Table) GELU(x []float32) Range {
	if !whole(x) {
		return Range{}
	}
	return t.gelu(x)
}

// Extent returns the range of x, NaN left out.
func (t *Table) Extent(x []float32) Range {
	if !whole(x) {
		return Range{}
	}
	return t.extent(x)
}

// Exp replaces every x by 2^(x-m), where m is the largest, and returns the sum
// of the results. Results below 2^-125 become 0, and so does a NaN: -Inf hides
// an element.
func (t *Table) Exp(x []float32) float32 {
	if !whole(x) {
		return 0
	}
	return t.exp(x)
}

// Transpose writes the transpose of the 32 x 32 block src to dst.
func (t *Table) Transpose(dst, src []float32) {
	t.transpose(dst[:Lanes*Lanes], src[:Lanes*Lanes])
}

// whole reports whether there is anything in a row. It stops a program whose
// rows are no multiple of Lanes long: assembly would write behind their end.
func whole(x []float32) bool {
	if len(x)%Lanes != 0 {
		panic("unreachable: a row that is no multiple of 32 long")
	}
	return len(x) > 0
}
