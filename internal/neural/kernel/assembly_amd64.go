package kernel

import (
	"fmt"

	"golang.org/x/sys/cpu"
)

// assembly returns the table of assembly of that name, or an error that says
// which features the CPU lacks.
func assembly(name string) (*Table, error) {
	features := map[string][]feature{
		"avx2": {{"AVX2", cpu.X86.HasAVX2}},
		"avx512": {
			{"AVX2", cpu.X86.HasAVX2},
			{"AVX512F", cpu.X86.HasAVX512F},
			{"AVX512VNNI", cpu.X86.HasAVX512VNNI},
		},
	}
	for _, f := range features[name] {
		if !f.present {
			return nil, fmt.Errorf("kernel %q: this CPU lacks %s", name, f.name)
		}
	}
	if name == "avx2" {
		return avx2(), nil
	}
	return avx512(), nil
}

// A feature is an extension of the instruction set.
type feature struct {
	name    string
	present bool
}

// avx2 returns the table for CPUs with AVX2.
func avx2() *Table {
	return &Table{
		Name: "avx2", activation: 2, denseRows: len(denseY) - 1, floatRows: len(multiplyY) - 1,
		dense: func(t denseTile) {
			denseY[t.rows](t.count, t.depth, first(t.a), 2*t.depth, first(t.w),
				first(t.col[:]), first(t.row), first(t.c), 4*t.ldc)
		},
		multiply: func(t floatTile) {
			multiplyY[t.rows](t.depth, first(t.a), 4*t.lda, first(t.b),
				first(t.init[:]), first(t.scale), first(t.c), 4*t.ldc)
		},
		normalise: func(dst, x, y, gain, bias []float32) Range {
			normaliseY(first(dst), first(x), first(y), first(gain), first(bias), len(x))
			return extentAVX2(dst)
		},
		gelu: func(x []float32) Range {
			geluY(first(x), len(x))
			return extentAVX2(x)
		},
		extent: extentAVX2,
		quantise: func(dst []byte, x []float32, inverse float32, zero int32) {
			quantiseY(first(dst), first(x), len(x), inverse, zero)
		},
		exp:       func(x []float32) float32 { return expY(first(x), len(x)) },
		transpose: func(dst, src []float32) { transposeY(first(dst), first(src)) },
		pairs: func(t pairTile) {
			pairsY[t.rows](t.depth/2, first(t.a), 2*t.lda, first(t.b),
				first(t.init[:]), first(t.c), 4*t.ldc, t.factor)
		},
		narrow: func(dst []int16, x []float32, factor float32) {
			narrowY(first(dst), first(x), len(x), factor)
		},
		interleave: func(dst []int16, x []float32, factor float32) {
			interleaveY(first(dst), first(x), len(x), factor)
		},
	}
}

func extentAVX2(x []float32) (e Range) {
	extentY(first(x), len(x), &e)
	return e
}

// avx512 returns the table for CPUs with AVX-512 and VNNI.
func avx512() *Table {
	return &Table{
		Name: "avx512", activation: 1, denseRows: len(denseZ) - 1, floatRows: len(multiplyZ) - 1,
		dense: func(t denseTile) {
			denseZ[t.rows](t.count, t.depth, first(t.a), t.depth, first(t.w),
				first(t.col[:]), first(t.row), first(t.c), 4*t.ldc)
		},
		multiply: func(t floatTile) {
			multiplyZ[t.rows](t.depth, first(t.a), 4*t.lda, first(t.b),
				first(t.init[:]), first(t.scale), first(t.c), 4*t.ldc)
		},
		normalise: func(dst, x, y, gain, bias []float32) Range {
			normaliseZ(first(dst), first(x), first(y), first(gain), first(bias), len(x))
			return extentAVX512(dst)
		},
		gelu: func(x []float32) Range {
			geluZ(first(x), len(x))
			return extentAVX512(x)
		},
		extent: extentAVX512,
		quantise: func(dst []byte, x []float32, inverse float32, zero int32) {
			quantiseZ(first(dst), first(x), len(x), inverse, zero)
		},
		exp:       func(x []float32) float32 { return expZ(first(x), len(x)) },
		transpose: func(dst, src []float32) { transposeY(first(dst), first(src)) },
		pairs: func(t pairTile) {
			pairsZ[t.rows](t.depth/2, first(t.a), 2*t.lda, first(t.b),
				first(t.init[:]), first(t.c), 4*t.ldc, t.factor)
		},
		narrow: func(dst []int16, x []float32, factor float32) {
			narrowZ(first(dst), first(x), len(x), factor)
		},
		interleave: func(dst []int16, x []float32, factor float32) {
			interleaveZ(first(dst), first(x), len(x), factor)
		},
	}
}

func extentAVX512(x []float32) (e Range) {
	extentZ(first(x), len(x), &e)
	return e
}
