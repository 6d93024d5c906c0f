package main

// beginQuantise writes what both ways to quantise begin with. Registers: 0
// reciprocal step, 1 zero point.
func (a *assembler) beginQuantise() {
	a.function("quantise", "turns a row into 8-bit numbers.",
		parameter{"dst", "*byte"}, parameter{"x", "*float32"}, parameter{"n", "int"},
		parameter{"inverse", "float32"}, parameter{"zero", "int32"})
	a.load("dst", "DI")
	a.load("x", "AX")
	a.count()
	a.op("VBROADCASTSS %s, %s", a.offsets["inverse"], a.reg(0))
	a.op("MOVL %s, DX", a.offsets["zero"])
	a.op("VMOVD DX, X1")
	a.op("VPBROADCASTD X1, %s", a.reg(1))
}

// quantised sets a register to the int32 number of the value at an offset.
func (a *assembler) quantised(offset int, register string) {
	a.op("VMULPS %d(AX)(DX*1), %s, %s", offset, a.reg(0), register)
	a.op("VCVTPS2DQ %s, %s", register, register)
	a.op("VPADDD %s, %s, %s", a.reg(1), register, register)
}

// quantiseWide writes bytes, for VPDPBUSD.
func (a *assembler) quantiseWide() {
	a.beginQuantise()
	a.clear(2)
	a.row("loop", func(g, offset int) {
		a.quantised(offset, "Z3")
		a.op("VPMAXSD Z2, Z3, Z3")
		a.op("VPMOVUSDB Z3, %d(DI)", 16*g)
		if g == a.groups()-1 {
			a.op("ADDQ $%d, DI", lanes)
		}
	})
	a.ret()
}

// quantiseWiden writes 16-bit numbers, for VPMADDWD.
func (a *assembler) quantiseWiden() {
	a.beginQuantise()
	a.op("VPCMPEQW Y2, Y2, Y2")
	a.op("VPSRLW $8, Y2, Y2")
	a.row("loop", func(g, offset int) {
		if g%2 == 0 {
			a.quantised(offset, "Y3")
			return
		}
		a.quantised(offset, "Y4")
		a.op("VPACKUSDW Y4, Y3, Y3")
		a.op("VPERMQ $0xd8, Y3, Y3")
		a.op("VPMINUW Y2, Y3, Y3")
		a.op("VMOVDQU Y3, %d(DI)", 32*(g/2))
		if g == a.groups()-1 {
			a.op("ADDQ $%d, DI", 2*lanes)
		}
	})
	a.ret()
}

// beginNarrow writes what both ways to make 16-bit numbers begin with. Register
// 0 holds the factor.
func (a *assembler) beginNarrow(name, doc string) {
	a.function(name, doc,
		parameter{"dst", "*int16"}, parameter{"x", "*float32"}, parameter{"n", "int"},
		parameter{"factor", "float32"})
	a.load("dst", "DI")
	a.load("x", "AX")
	a.count()
	a.op("VBROADCASTSS %s, %s", a.offsets["factor"], a.reg(0))
}

// scaled sets a register to the int32 number of the value at an offset.
func (a *assembler) scaled(offset, register int) {
	a.op("VMULPS %d(AX)(DX*1), %s, %s", offset, a.reg(0), a.reg(register))
	a.op("VCVTPS2DQ %s, %s", a.reg(register), a.reg(register))
}

// narrow writes a row of 16-bit numbers.
func (a *assembler) narrow() {
	a.beginNarrow("narrow", "turns a row into 16-bit numbers.")
	a.row("loop", func(g, offset int) {
		a.scaled(offset, 3+g)
		if a.wide() {
			a.op("VPMOVSDW Z%d, %d(DI)", 3+g, 32*g)
		}
		if !a.wide() && g%2 == 1 {
			a.op("VPACKSSDW Y%d, Y%d, Y3", 3+g, 2+g)
			a.op("VPERMQ $0xd8, Y3, Y3")
			a.op("VMOVDQU Y3, %d(DI)", 32*(g/2))
		}
		if g == a.groups()-1 {
			a.op("ADDQ $%d, DI", 2*lanes)
		}
	})
	a.ret()
}

// interleave writes two rows of 32 numbers as 32 pairs. Registers: 1 and 2 the
// largest and the smallest 16-bit number, 3 the mask of a lower half, 4 and 5
// values.
func (a *assembler) interleave() {
	a.beginNarrow("interleave", "turns each two rows of 32 into pairs of 16-bit numbers.")
	and, or := "VPAND", "VPOR"
	if a.wide() {
		and, or = "VPANDD", "VPORD"
	}
	for i := range 3 {
		a.op("VPBROADCASTD ·int16Limits+%d(SB), %s", 4*i, a.reg(1+i))
	}
	a.op("XORQ DX, DX")
	a.label("loop")
	for g := range a.groups() {
		for i := range 2 {
			a.scaled(g*a.bytes+i*4*lanes, 4+i)
			a.op("VPMINSD %s, %s, %s", a.reg(1), a.reg(4+i), a.reg(4+i))
			a.op("VPMAXSD %s, %s, %s", a.reg(2), a.reg(4+i), a.reg(4+i))
		}
		a.op("%s %s, %s, %s", and, a.reg(3), a.reg(4), a.reg(4))
		a.op("VPSLLD $16, %s, %s", a.reg(5), a.reg(5))
		a.op("%s %s, %s, %s", or, a.reg(5), a.reg(4), a.reg(4))
		a.op("VMOVUPS %s, %d(DI)", a.reg(4), g*a.bytes)
	}
	a.op("ADDQ $%d, DI", 4*lanes)
	a.op("ADDQ $%d, DX", 8*lanes)
	a.op("CMPQ DX, CX")
	a.op("JLT loop")
	a.ret()
}
