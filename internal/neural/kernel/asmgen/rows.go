package main

// Registers of the row kernels: CX bytes of the row, DX offset of the step.

// rowKernels writes the kernels that work on one row.
func (a *assembler) rowKernels() {
	a.normalise()
	a.gelu()
	a.extent()
	a.exp()
	a.narrow()
	a.interleave()
	if a.wide() {
		a.quantiseWide()
		return
	}
	a.quantiseWiden()
	a.transpose()
}

// count loads the length n of a row and turns it into bytes.
func (a *assembler) count() {
	a.load("n", "CX")
	a.op("SHLQ $2, CX")
}

// normalise writes layer normalisation without the range of the result.
// Registers: 0-3 sums, 4 value, 5 mean, 6 reciprocal deviation, X7 length.
func (a *assembler) normalise() {
	a.function("normalise", "is a layer normalisation.",
		parameter{"dst", "*float32"}, parameter{"x", "*float32"}, parameter{"y", "*float32"},
		parameter{"gain", "*float32"}, parameter{"bias", "*float32"}, parameter{"n", "int"})
	a.load("dst", "DI")
	a.load("x", "AX")
	a.load("y", "BX")
	a.load("gain", "R8")
	a.load("bias", "R9")
	a.load("n", "R10")
	a.count()
	value, mean, inverse := a.reg(4), a.reg(5), a.reg(6)
	a.clearSums()
	a.row("add", func(g, offset int) {
		a.op("VMOVUPS %d(AX)(DX*1), %s", offset, value)
		a.op("VADDPS %d(BX)(DX*1), %s, %s", offset, value, value)
		a.op("VMOVUPS %s, %d(DI)(DX*1)", value, offset)
		a.op("VADDPS %s, %s, %s", value, a.reg(g), a.reg(g))
	})
	a.fold("VADDPS", 0, 4)
	a.op("VXORPS X7, X7, X7")
	a.op("VCVTSI2SSQ R10, X7, X7")
	a.op("VDIVSS X7, X0, X0")
	a.op("VBROADCASTSS X0, %s", mean)
	a.clearSums()
	a.row("square", func(g, offset int) {
		a.op("VMOVUPS %d(DI)(DX*1), %s", offset, value)
		a.op("VSUBPS %s, %s, %s", mean, value, value)
		a.op("VMULPS %s, %s, %s", value, value, value)
		a.op("VADDPS %s, %s, %s", value, a.reg(g), a.reg(g))
	})
	a.fold("VADDPS", 0, 4)
	a.op("VDIVSS X7, X0, X0")
	a.op("VADDSS ·epsilonValue(SB), X0, X0")
	a.op("VSQRTSS X0, X0, X0")
	a.op("VMOVSS ·one(SB), X1")
	a.op("VDIVSS X0, X1, X1")
	a.op("VBROADCASTSS X1, %s", inverse)
	a.row("scale", func(_, offset int) {
		a.op("VMOVUPS %d(DI)(DX*1), %s", offset, value)
		a.op("VSUBPS %s, %s, %s", mean, value, value)
		a.op("VMULPS %s, %s, %s", inverse, value, value)
		a.op("VMULPS %d(R8)(DX*1), %s, %s", offset, value, value)
		a.op("VADDPS %d(R9)(DX*1), %s, %s", offset, value, value)
		a.op("VMOVUPS %s, %d(DI)(DX*1)", value, offset)
	})
	a.ret()
}

// clearSums sets the first registers, one value for each lane, to zero.
func (a *assembler) clearSums() {
	for g := range a.groups() {
		a.clear(g)
	}
}

// geluTerms is the number of coefficients of kernel.geluPoly.
const geluTerms = 9

// gelu writes GELU without the range of the result. Each lane group g uses
// registers g (cut value), 4+g (square) and 8+g (polynomial); 12 and 13 hold
// constants.
func (a *assembler) gelu() {
	a.function("gelu", "is GELU.", parameter{"x", "*float32"}, parameter{"n", "int"})
	a.load("x", "DI")
	a.count()
	each := func(body func(cut, square, p string)) {
		for g := range a.groups() {
			body(a.reg(g), a.reg(4+g), a.reg(8+g))
		}
	}
	constant := a.reg(12)
	a.op("XORQ DX, DX")
	a.label("loop")
	a.op("VBROADCASTSS ·geluEdges+0(SB), %s", constant)
	a.op("VBROADCASTSS ·geluEdges+4(SB), %s", a.reg(13))
	for g := range a.groups() {
		cut := a.reg(g)
		a.op("VMOVUPS %d(DI)(DX*1), %s", g*a.bytes, cut)
		a.op("VMINPS %s, %s, %s", constant, cut, cut)
		a.op("VMAXPS %s, %s, %s", a.reg(13), cut, cut)
		a.op("VMULPS %s, %s, %s", cut, cut, a.reg(4+g))
		a.op("VBROADCASTSS ·geluPoly+%d(SB), %s", 4*(geluTerms-1), a.reg(8+g))
	}
	for i := geluTerms - 2; i >= 0; i-- {
		a.op("VBROADCASTSS ·geluPoly+%d(SB), %s", 4*i, constant)
		each(func(_, square, p string) {
			a.op("VMULPS %s, %s, %s", square, p, p)
			a.op("VADDPS %s, %s, %s", constant, p, p)
		})
	}
	a.op("VBROADCASTSS ·geluEdges+8(SB), %s", constant)
	for g := range a.groups() {
		p := a.reg(8 + g)
		a.op("VMULPS %s, %s, %s", a.reg(g), p, p)
		a.op("VADDPS %s, %s, %s", constant, p, p)
		a.op("VMULPS %d(DI)(DX*1), %s, %s", g*a.bytes, p, p)
		a.op("VMOVUPS %s, %d(DI)(DX*1)", p, g*a.bytes)
	}
	a.op("ADDQ $%d, DX", 4*lanes)
	a.op("CMPQ DX, CX")
	a.op("JLT loop")
	a.ret()
}

// extent writes the range of a row. Registers: 0-3 lowest, 4-7 highest.
func (a *assembler) extent() {
	a.function("extent", "stores the lowest and the highest value of a row and zero.",
		parameter{"x", "*float32"}, parameter{"n", "int"}, parameter{"e", "*Range"})
	a.load("x", "AX")
	a.load("e", "BX")
	a.count()
	for g := range a.groups() {
		a.clear(g)
		a.clear(4 + g)
	}
	value := a.reg(8)
	a.row("loop", func(g, offset int) {
		a.op("VMOVUPS %d(AX)(DX*1), %s", offset, value)
		a.op("VMINPS %s, %s, %s", a.reg(g), value, a.reg(g))
		a.op("VMAXPS %s, %s, %s", a.reg(4+g), value, a.reg(4+g))
	})
	a.fold("VMINPS", 0, 8)
	a.fold("VMAXPS", 4, 8)
	a.op("VMOVSS X0, (BX)")
	a.op("VMOVSS X4, 4(BX)")
	a.ret()
}

// exp2Terms is the number of coefficients of kernel.exp2Poly.
const exp2Terms = 6

// exp writes the exponentials of a row and their sum. Registers: 0-3 largest
// values and then sums, 4 largest, 5 floor, 6 value, 7 whole part, 8
// polynomial, 9 mask, 10 coefficient.
func (a *assembler) exp() {
	a.function("exp", "replaces a row by powers of two and returns their sum.",
		parameter{"x", "*float32"}, parameter{"n", "int"}, parameter{"ret", "float32"})
	a.load("x", "DI")
	a.count()
	largest, value := a.reg(4), a.reg(6)
	for g := range a.groups() {
		a.op("VBROADCASTSS ·expLimits+4(SB), %s", a.reg(g))
	}
	a.row("most", func(g, offset int) {
		a.op("VMOVUPS %d(DI)(DX*1), %s", offset, value)
		a.op("VMAXPS %s, %s, %s", a.reg(g), value, a.reg(g))
	})
	a.fold("VMAXPS", 0, 6)
	a.op("VBROADCASTSS X0, %s", largest)
	a.op("VBROADCASTSS ·expLimits+0(SB), %s", a.reg(5))
	a.clearSums()
	a.row("power", func(g, offset int) {
		a.op("VMOVUPS %d(DI)(DX*1), %s", offset, value)
		a.op("VSUBPS %s, %s, %s", largest, value, value)
		a.power()
		a.op("VMOVUPS %s, %d(DI)(DX*1)", a.reg(8), offset)
		a.op("VADDPS %s, %s, %s", a.reg(8), a.reg(g), a.reg(g))
	})
	a.fold("VADDPS", 0, 6)
	a.op("VMOVSS X0, %s", a.offsets["ret"])
	a.ret()
}

// power sets register 8 to two to the power of register 6. What is below the
// floor gives zero, whatever the arithmetic made of it.
func (a *assembler) power() {
	floor, value, whole, p := a.reg(5), a.reg(6), a.reg(7), a.reg(8)
	const greaterOrEqual = 13
	if a.wide() {
		a.op("VCMPPS $%d, %s, %s, K1", greaterOrEqual, floor, value)
		a.op("VRNDSCALEPS $0, %s, %s", value, whole)
	}
	if !a.wide() {
		a.op("VCMPPS $%d, %s, %s, %s", greaterOrEqual, floor, value, a.reg(9))
		a.op("VROUNDPS $0, %s, %s", value, whole)
	}
	a.op("VSUBPS %s, %s, %s", whole, value, value)
	a.op("VCVTPS2DQ %s, %s", whole, whole)
	a.op("VPSLLD $23, %s, %s", whole, whole)
	a.op("VBROADCASTSS ·exp2Poly+%d(SB), %s", 4*(exp2Terms-1), p)
	for i := exp2Terms - 2; i >= 0; i-- {
		a.op("VBROADCASTSS ·exp2Poly+%d(SB), %s", 4*i, a.reg(10))
		a.op("VMULPS %s, %s, %s", value, p, p)
		a.op("VADDPS %s, %s, %s", a.reg(10), p, p)
	}
	a.op("VPADDD %s, %s, %s", whole, p, p)
	if a.wide() {
		a.op("VMOVAPS.Z %s, K1, %s", p, p)
		return
	}
	a.op("VANDPS %s, %s, %s", a.reg(9), p, p)
}
