package main

import "fmt"

// Registers of the matrix products:
//
//	R8, R9, R12   rows 0, 4 and 8 of the activations
//	R10, R11      bytes from row to row, and three times that
//	BX            weights
//	CX            steps left
//	DI, SI        result, and bytes from row to row of it
//	DX, AX        parameters of columns and rows
//	R13           offset of the columns at hand in the panel, AVX2 only

// rowAddress returns the operand for a place in row i of the activations.
func rowAddress(i, offset int) string {
	base := [...]string{"R8", "R9", "R12"}[i/4]
	index := [...]string{"", "(R10*1)", "(R10*2)", "(R11*1)"}[i%4]
	return fmt.Sprintf("%d(%s)%s", offset, base, index)
}

// pointRows points the row registers at the first step.
func (a *assembler) pointRows(rows int) {
	a.load("a", "R8")
	a.load("lda", "R10")
	a.op("LEAQ (R10)(R10*2), R11")
	if rows > 4 {
		a.op("LEAQ (R8)(R10*4), R9")
	}
	if rows > 8 {
		a.op("LEAQ (R9)(R10*4), R12")
	}
}

// advance moves rows and weights on and closes the loop.
func (a *assembler) advance(rows, rowBytes, weightBytes int) {
	for _, base := range []string{"R8", "R9", "R12"}[:(rows+3)/4] {
		a.op("ADDQ $%d, %s", rowBytes, base)
	}
	a.op("ADDQ $%d, BX", weightBytes)
	a.op("DECQ CX")
	a.op("JNZ loop")
}

// table declares the kernels of one name by the height of their tile.
func (a *assembler) table(name, parameters string) {
	fmt.Fprintf(&a.declarations, "\n// %s%s holds the kernels by the rows of a tile.\n", name, a.suffix)
	fmt.Fprintf(&a.declarations, "var %s%s = [...]func(%s){\n\tnil,", name, a.suffix, parameters)
	for rows := 1; rows <= a.tile; rows++ {
		fmt.Fprintf(&a.declarations, " %s%d%s,", name, rows, a.suffix)
	}
	fmt.Fprint(&a.declarations, "\n}\n")
}

// denseSteps is the number of steps of four activations in one turn of the
// loop. Depths are multiples of 32.
const denseSteps = 4

// denseKernels writes the int8 products, one for each height.
func (a *assembler) denseKernels() {
	for rows := 1; rows <= a.tile; rows++ {
		a.function(fmt.Sprintf("dense%d", rows),
			"multiplies tiles of activations by a panel of int8 weights.",
			parameter{"count", "int"}, parameter{"depth", "int"}, parameter{"a", "*byte"}, parameter{"lda", "int"},
			parameter{"b", "*int8"}, parameter{"col", "*float32"},
			parameter{"row", "*float32"}, parameter{"c", "*float32"},
			parameter{"ldc", "int"})
		a.load("row", "AX")
		a.load("c", "DI")
		a.load("ldc", "SI")
		a.label("tile")
		if a.wide() {
			a.denseVNNI(rows)
		}
		if !a.wide() {
			a.denseWiden(rows)
		}
		a.nextTile(rows)
		a.ret()
	}
	a.table("dense", "count, depth int, a *byte, lda int, b *int8, col, row, c *float32, ldc int")
}

// nextTile moves rows and results to the next tile and closes the loop over
// tiles. DI stands at the last row.
func (a *assembler) nextTile(rows int) {
	a.op("ADDQ SI, DI")
	a.op("ADDQ $%d, AX", 8*rows)
	a.load("lda", "R10")
	a.op("IMULQ $%d, R10", rows)
	a.op("ADDQ R10, %s", a.offsets["a"])
	a.op("DECQ %s", a.offsets["count"])
	a.op("JNZ tile")
}

// denseVNNI multiplies up to 12 rows by 32 columns. VPDPBUSD adds four products
// of uint8 and int8 to an int32 without saturation.
func (a *assembler) denseVNNI(rows int) {
	a.load("b", "BX")
	a.load("col", "DX")
	a.load("depth", "CX")
	a.pointRows(rows)
	for i := range 2 * rows {
		a.clear(i)
	}
	a.op("SHRQ $4, CX")
	a.label("loop")
	broadcast := 0
	for step := range denseSteps {
		a.op("VMOVDQU32 %d(BX), Z24", 128*step)
		a.op("VMOVDQU32 %d(BX), Z25", 128*step+64)
		for i := range rows {
			t := 26 + broadcast%6
			broadcast++
			a.op("VPBROADCASTD %s, Z%d", rowAddress(i, 4*step), t)
			a.op("VPDPBUSD Z24, Z%d, Z%d", t, 2*i)
			a.op("VPDPBUSD Z25, Z%d, Z%d", t, 2*i+1)
		}
	}
	a.advance(rows, 4*denseSteps, 128*denseSteps)
	a.scaleVNNI(rows)
}

// scaleVNNI turns the int32 sums in Z0.. into float32 results.
func (a *assembler) scaleVNNI(rows int) {
	for j := range 6 {
		a.op("VMOVUPS %d(DX), Z%d", 64*j, 24+j)
	}
	for i := range rows {
		a.op("VBROADCASTSS %d(AX), Z30", 8*i+4)
		a.op("VMULPS Z27, Z30, Z31")
		a.op("VMULPS Z26, Z30, Z30")
		for j := range 2 {
			sum := fmt.Sprintf("Z%d", 2*i+j)
			a.op("VADDPS Z%d, Z%d, Z%d", 28+j, 30+j, 30+j)
			a.op("VCVTDQ2PS %s, %s", sum, sum)
			a.op("VMULPS Z%d, %s, %s", 24+j, sum, sum)
			a.op("VMULPS.BCST %d(AX), %s, %s", 8*i, sum, sum)
			a.op("VADDPS Z%d, %s, %s", 30+j, sum, sum)
			a.op("VMOVUPS %s, %d(DI)", sum, 64*j)
		}
		if i+1 < rows {
			a.op("ADDQ SI, DI")
		}
	}
}

// denseWiden multiplies up to 6 rows by 32 columns, 8 at a time. Activations
// come as 16-bit numbers and weights are widened to them; VPMADDWD adds two
// products exactly. A register holds two sums for each of four columns, which
// are added at the end.
func (a *assembler) denseWiden(rows int) {
	a.op("XORQ R13, R13")
	a.label("columns")
	a.load("b", "BX")
	a.load("col", "DX")
	a.load("depth", "CX")
	a.pointRows(rows)
	a.op("ADDQ R13, BX")
	a.op("ADDQ R13, DX")
	for i := range 2 * rows {
		a.clear(i)
	}
	a.op("SHRQ $4, CX")
	a.label("loop")
	for step := range denseSteps {
		a.op("VPMOVSXBW %d(BX), Y12", 128*step)
		a.op("VPMOVSXBW %d(BX), Y13", 128*step+16)
		for i := range rows {
			a.op("VPBROADCASTQ %s, Y14", rowAddress(i, 8*step))
			a.op("VPMADDWD Y12, Y14, Y15")
			a.op("VPADDD Y15, Y%d, Y%d", 2*i, 2*i)
			a.op("VPMADDWD Y13, Y14, Y14")
			a.op("VPADDD Y14, Y%d, Y%d", 2*i+1, 2*i+1)
		}
	}
	a.advance(rows, 8*denseSteps, 128*denseSteps)
	a.op("LEAQ (DI)(R13*1), BX")
	a.scaleWiden(rows)
	a.op("ADDQ $32, R13")
	a.op("CMPQ R13, $128")
	a.op("JLT columns")
	for range rows - 1 {
		a.op("ADDQ SI, DI")
	}
}

// scaleWiden turns the int32 sums of 8 columns into float32 results at BX.
func (a *assembler) scaleWiden(rows int) {
	for i := range rows {
		sum := fmt.Sprintf("Y%d", 2*i)
		a.op("VPHADDD Y%d, %s, %s", 2*i+1, sum, sum)
		a.op("VPERMQ $0xd8, %s, %s", sum, sum)
		a.op("VCVTDQ2PS %s, %s", sum, sum)
		a.op("VMULPS (DX), %s, %s", sum, sum)
		a.op("VBROADCASTSS %d(AX), Y12", 8*i)
		a.op("VMULPS Y12, %s, %s", sum, sum)
		a.op("VBROADCASTSS %d(AX), Y13", 8*i+4)
		a.op("VMULPS 128(DX), Y13, Y13")
		a.op("VADDPS 256(DX), Y13, Y13")
		a.op("VADDPS Y13, %s, %s", sum, sum)
		a.op("VMOVUPS %s, (BX)", sum)
		if i+1 < rows {
			a.op("ADDQ SI, BX")
		}
	}
}

// multiplyKernels writes the float32 products, one for each height.
func (a *assembler) multiplyKernels() {
	for rows := 1; rows <= a.tile; rows++ {
		a.function(fmt.Sprintf("multiply%d", rows),
			"multiplies rows by a panel of float32 weights.",
			parameter{"depth", "int"}, parameter{"a", "*float32"}, parameter{"lda", "int"},
			parameter{"b", "*float32"}, parameter{"init", "*float32"},
			parameter{"scale", "*float32"}, parameter{"c", "*float32"},
			parameter{"ldc", "int"})
		a.multiply(rows)
	}
	a.table("multiply", "depth int, a *float32, lda int, b, init, scale, c *float32, ldc int")
}

// multiply multiplies rows by two registers of columns: a whole panel with
// AVX-512, half of one at a time with AVX2.
func (a *assembler) multiply(rows int) {
	a.load("scale", "AX")
	a.load("ldc", "SI")
	a.op("XORQ R13, R13")
	a.label("columns")
	a.load("b", "BX")
	a.load("init", "DX")
	a.load("c", "DI")
	a.load("depth", "CX")
	a.pointRows(rows)
	for _, pointer := range []string{"BX", "DX", "DI"} {
		a.op("ADDQ R13, %s", pointer)
	}
	for i := range 2 * rows {
		a.op("VMOVUPS %d(DX), %s", i%2*a.bytes, a.reg(i))
	}
	a.op("TESTQ CX, CX")
	a.op("JZ done")
	a.label("loop")
	a.multiplyStep(rows)
	a.advance(rows, 4, 4*lanes)
	a.label("done")
	for i := range rows {
		factor := a.reg(2 * a.tile)
		a.op("VBROADCASTSS %d(AX), %s", 4*i, factor)
		for j := range 2 {
			sum := a.reg(2*i + j)
			a.op("VMULPS %s, %s, %s", factor, sum, sum)
			a.op("VMOVUPS %s, %d(DI)", sum, j*a.bytes)
		}
		if i+1 < rows {
			a.op("ADDQ SI, DI")
		}
	}
	a.op("ADDQ $%d, R13", 2*a.bytes)
	a.op("CMPQ R13, $%d", 4*lanes)
	a.op("JLT columns")
	a.ret()
}

// multiplyStep adds one step of the depth to all sums: a product, rounded, and
// then a sum. Fusing the two would round once.
func (a *assembler) multiplyStep(rows int) {
	weights := 2 * a.tile
	spare := weights + 2
	count := 2
	if a.wide() {
		count = 6
	}
	for j := range 2 {
		a.op("VMOVUPS %d(BX), %s", j*a.bytes, a.reg(weights+j))
	}
	for i := range rows {
		value := a.reg(spare + 2*i%count)
		product := a.reg(spare + (2*i+1)%count)
		a.op("VBROADCASTSS %s, %s", rowAddress(i, 0), value)
		a.op("VMULPS %s, %s, %s", a.reg(weights), value, product)
		a.op("VADDPS %s, %s, %s", product, a.reg(2*i), a.reg(2*i))
		a.op("VMULPS %s, %s, %s", a.reg(weights+1), value, value)
		a.op("VADDPS %s, %s, %s", value, a.reg(2*i+1), a.reg(2*i+1))
	}
}
