package kernel

import "math"

// Multiply writes (init + a·b)·scale to dst: len(scale) rows of len(init)
// columns. Terms are added to init in the order of the depth.
//
//	a      [rows][depth]            rows a.Stride apart
//	b      [columns/32][depth][32]  panels; its length gives the depth
//	init   [columns]                what the sums start from
//	scale  [rows]                   factor of each row
func (t *Table) Multiply(dst, a Matrix, b, init, scale []float32) {
	if len(init) == 0 {
		return
	}
	depth := len(b) / len(init)
	for p := range len(init) / Lanes {
		tile := floatTile{
			depth: depth, lda: a.Stride, ldc: dst.Stride,
			b:    b[p*depth*Lanes:][:depth*Lanes],
			init: (*[Lanes]float32)(init[p*Lanes:]),
		}
		for i, n := 0, len(scale); i < n; i += tile.rows {
			_, tile.rows = band(n-i, t.floatRows)
			last := tile.rows - 1
			tile.a = a.Data[i*a.Stride:][:last*a.Stride+depth]
			tile.c = dst.Data[i*dst.Stride+p*Lanes:][:last*dst.Stride+Lanes]
			tile.scale = scale[i:][:tile.rows]
			t.multiply(tile)
		}
	}
}

// A Matrix is a row-major float32 matrix whose rows start Stride apart.
type Matrix struct {
	Data   []float32
	Stride int
}

// A floatTile is a few rows times one panel of float32 weights.
type floatTile struct {
	rows, depth int
	a           []float32 // [rows][lda]
	b           []float32 // [depth][32]
	init        *[Lanes]float32
	scale       []float32 // [rows]
	c           []float32 // [rows][ldc]
	lda, ldc    int
}

// multiplyGeneric defines the result of a float32 product.
func multiplyGeneric(t floatTile) {
	for i := range t.rows {
		sum := *t.init
		for k, v := range t.a[i*t.lda:][:t.depth] {
			b := (*[Lanes]float32)(t.b[k*Lanes:])
			for j := range sum {
				sum[j] += float32(v * b[j])
			}
		}
		c := t.c[i*t.ldc:][:Lanes]
		for j, s := range sum {
			c[j] = s * t.scale[i]
		}
	}
}

// epsilon keeps the variance of a layer normalisation above zero.
const epsilon = 1e-12

// normaliseGeneric defines layer normalisation, with every operation rounded:
//
//	s = x + y; m = sum(s)/n; v = sum((s-m)²)/n
//	dst = ((s-m)·(1/√(v+epsilon)))·gain + bias
func normaliseGeneric(dst, x, y, gain, bias []float32) Range {
	n := float32(len(x))
	var lanes [Lanes]float32
	for i, v := range x {
		s := v + y[i]
		dst[i] = s
		lanes[i%Lanes] += s
	}
	mean := fold(&lanes) / n
	lanes = [Lanes]float32{}
	for i, v := range dst {
		d := v - mean
		lanes[i%Lanes] += float32(d * d)
	}
	variance := fold(&lanes)/n + epsilon
	inverse := 1 / float32(math.Sqrt(float64(variance)))
	for i, v := range dst {
		d := float32((v - mean) * inverse)
		dst[i] = float32(d*gain[i]) + bias[i]
	}
	return extentGeneric(dst)
}

// fold adds the lanes in halves.
func fold(lanes *[Lanes]float32) float32 {
	for w := Lanes / 2; w > 0; w /= 2 {
		for l := range w {
			lanes[l] += lanes[l+w]
		}
	}
	return lanes[0]
}

// extentGeneric defines the range of a row. A comparison with NaN is false.
func extentGeneric(x []float32) Range {
	var lo, hi [Lanes]float32
	for i, v := range x {
		l := i % Lanes
		lo[l] = lower(v, lo[l])
		hi[l] = higher(v, hi[l])
	}
	for w := Lanes / 2; w > 0; w /= 2 {
		for l := range w {
			lo[l] = lower(lo[l+w], lo[l])
			hi[l] = higher(hi[l+w], hi[l])
		}
	}
	return Range{lo[0], hi[0]}
}

// lower returns v if it is less than w, else w, as VMINPS does.
func lower(v, w float32) float32 {
	if v < w {
		return v
	}
	return w
}

// higher returns v if it is greater than w, else w, as VMAXPS does.
func higher(v, w float32) float32 {
	if v > w {
		return v
	}
	return w
}

// geluPoly holds the coefficients of P in Φ(c) ≈ 1/2 + c·P(c²), lowest first,
// fitted on |c| ≤ geluEdge. The assembly reads them from here.
var geluPoly = [...]float32{
	0.398761854, -0.0660768968, 0.00964332843, -0.00105508493, 8.43085933e-05,
	-4.72638549e-06, 1.74169861e-07, -3.75660155e-09, 3.57259522e-11,
}

// geluEdge is where Φ is taken as constant.
const geluEdge = 4.4

// geluGeneric defines GELU: x·(1/2 + c·P(c²)) with c = x cut to ±geluEdge.
func geluGeneric(x []float32) Range {
	for i, v := range x {
		c := higher(lower(v, geluEdge), -geluEdge)
		square := float32(c * c)
		x[i] = v * (float32(horner(geluPoly[:], square)*c) + 0.5)
	}
	return extentGeneric(x)
}

// horner evaluates a polynomial, coefficients lowest first.
func horner(coefficients []float32, x float32) float32 {
	last := len(coefficients) - 1
	p := coefficients[last]
	for i := last - 1; i >= 0; i-- {
		p = float32(p*x) + coefficients[i]
	}
	return p
}

// exp2Poly holds the coefficients of 2^f on |f| ≤ 1/2, lowest first.
var exp2Poly = [...]float32{
	1.00000007, 0.69314697, 0.240221245, 0.0555071031, 0.00967528106, 0.0013276823,
}

// expFloor is the exponent below which 2^x counts as zero: down to it results
// are normal numbers.
const expFloor = -125

// negativeInfinity is the largest value of nothing.
var negativeInfinity = float32(math.Inf(-1))

// expGeneric defines the exponential of a row and its sum.
func expGeneric(x []float32) float32 {
	var most, sum [Lanes]float32
	for l := range most {
		most[l] = negativeInfinity
	}
	for i, v := range x {
		most[i%Lanes] = higher(v, most[i%Lanes])
	}
	for w := Lanes / 2; w > 0; w /= 2 {
		for l := range w {
			most[l] = higher(most[l+w], most[l])
		}
	}
	for i, v := range x {
		x[i] = exp2(v - most[0])
		sum[i%Lanes] += x[i]
	}
	return fold(&sum)
}

// exp2 returns 2^x for x ≤ 0, and 0 for NaN and for x below expFloor.
func exp2(x float32) float32 {
	if !(x >= expFloor) {
		return 0
	}
	whole := float32(math.RoundToEven(float64(x)))
	p := horner(exp2Poly[:], x-whole)
	return math.Float32frombits(math.Float32bits(p) + uint32(int32(whole))<<23)
}

// transposeGeneric defines the transpose of a 32 x 32 block.
func transposeGeneric(dst, src []float32) {
	for r := range Lanes {
		for c, v := range src[r*Lanes:][:Lanes] {
			dst[c*Lanes+r] = v
		}
	}
}

// generic returns the table in plain Go.
func generic() *Table {
	return &Table{
		Name: "generic", activation: 1, denseRows: 12, floatRows: 12,
		dense: denseGeneric, multiply: multiplyGeneric, normalise: normaliseGeneric,
		gelu: geluGeneric, extent: extentGeneric, quantise: quantiseGeneric,
		exp: expGeneric, transpose: transposeGeneric, pairs: pairsGeneric,
		narrow: narrowGeneric, interleave: interleaveGeneric,
	}
}
