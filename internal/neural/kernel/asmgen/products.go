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
	fmt.Fprintf(&a.declarations, "\n// %s%s holds the kernels by the rows of a tile.\n",
		name, a.suffix)
	fmt.Fprintf(&a.declarations, "var %s%s = [...]func(%s){\n\tnil,",
		name, a.suffix, parameters)
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
	a.table("dense", "count, depth int, a *byte, lda int, b *int8,"+
		" col, row, c *float32, ldc int")
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
		a.load("scale", "AX")
		a.product(rows, a.startFloats, a.addFloats, a.finishFloats)
	}
	a.table("multiply", "depth int, a *float32, lda int, b, init, scale, c *float32, ldc int")
}

// pairKernels writes the int16 products, one for each height. A step of the
// depth is a pair of numbers, as wide as one float32.
func (a *assembler) pairKernels() {
	for rows := 1; rows <= a.tile; rows++ {
		a.function(fmt.Sprintf("pairs%d", rows),
			"multiplies rows by a panel of int16 numbers.",
			parameter{"depth", "int"}, parameter{"a", "*int16"}, parameter{"lda", "int"},
			parameter{"b", "*int16"}, parameter{"init", "*float32"},
			parameter{"c", "*float32"}, parameter{"ldc", "int"},
			parameter{"factor", "float32"})
		a.product(rows, a.startPairs, a.addPairs, a.finishPairs)
	}
	a.table("pairs", "depth int, a *int16, lda int, b *int16,"+
		" init, c *float32, ldc int, factor float32")
}

// product multiplies rows by two registers of columns: a whole panel with
// AVX-512, half of one at a time with AVX2. Sums stand in the registers below
// weights.
func (a *assembler) product(rows int, start, add, finish func(rows int)) {
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
	start(rows)
	a.op("TESTQ CX, CX")
	a.op("JZ done")
	a.label("loop")
	for j := range 2 {
		a.op("VMOVUPS %d(BX), %s", j*a.bytes, a.reg(a.weights()+j))
	}
	add(rows)
	a.advance(rows, 4, 4*lanes)
	a.label("done")
	finish(rows)
	a.op("ADDQ $%d, R13", 2*a.bytes)
	a.op("CMPQ R13, $%d", 4*lanes)
	a.op("JLT columns")
	a.ret()
}

// weights returns the first of the two registers of weights, behind the sums.
func (v vectors) weights() int { return 2 * v.tile }

// spare returns the names of two registers for row i that differ from those of
// the rows before as far as there are any.
func (a *assembler) spare(i int) (string, string) {
	count := 2
	if a.wide() {
		count = 6
	}
	from := a.weights() + 2
	return a.reg(from + 2*i%count), a.reg(from + (2*i+1)%count)
}

// startFloats sets the sums to the start values of their columns.
func (a *assembler) startFloats(rows int) {
	for i := range 2 * rows {
		a.op("VMOVUPS %d(DX), %s", i%2*a.bytes, a.reg(i))
	}
}

// addFloats adds one step of the depth to all sums: a product, rounded, and
// then a sum. Fusing the two would round once.
func (a *assembler) addFloats(rows int) {
	for i := range rows {
		value, product := a.spare(i)
		a.op("VBROADCASTSS %s, %s", rowAddress(i, 0), value)
		a.op("VMULPS %s, %s, %s", a.reg(a.weights()), value, product)
		a.op("VADDPS %s, %s, %s", product, a.reg(2*i), a.reg(2*i))
		a.op("VMULPS %s, %s, %s", a.reg(a.weights()+1), value, value)
		a.op("VADDPS %s, %s, %s", value, a.reg(2*i+1), a.reg(2*i+1))
	}
}

// finishFloats multiplies the sums by the factors of their rows.
func (a *assembler) finishFloats(rows int) {
	factor := a.reg(a.weights())
	for i := range rows {
		a.op("VBROADCASTSS %d(AX), %s", 4*i, factor)
		for j := range 2 {
			sum := a.reg(2*i + j)
			a.op("VMULPS %s, %s, %s", factor, sum, sum)
			a.op("VMOVUPS %s, %d(DI)", sum, j*a.bytes)
		}
		a.nextRow(i, rows)
	}
}

// nextRow moves the result on, behind the last row not.
func (a *assembler) nextRow(i, rows int) {
	if i+1 < rows {
		a.op("ADDQ SI, DI")
	}
}

// startPairs sets the sums to zero.
func (a *assembler) startPairs(rows int) {
	for i := range 2 * rows {
		a.clear(i)
	}
}

// addPairs adds the products of one pair to all sums, exactly but for what no
// int32 can hold.
func (a *assembler) addPairs(rows int) {
	for i := range rows {
		value, product := a.spare(i)
		a.op("VPBROADCASTD %s, %s", rowAddress(i, 0), value)
		if a.wide() {
			a.op("VPDPWSSD %s, %s, %s", a.reg(a.weights()), value, a.reg(2*i))
			a.op("VPDPWSSD %s, %s, %s", a.reg(a.weights()+1), value, a.reg(2*i+1))
			continue
		}
		a.op("VPMADDWD %s, %s, %s", a.reg(a.weights()), value, product)
		a.op("VPADDD %s, %s, %s", product, a.reg(2*i), a.reg(2*i))
		a.op("VPMADDWD %s, %s, %s", a.reg(a.weights()+1), value, value)
		a.op("VPADDD %s, %s, %s", value, a.reg(2*i+1), a.reg(2*i+1))
	}
}

// finishPairs multiplies the sums by the factor and adds the start values.
func (a *assembler) finishPairs(rows int) {
	factor := a.reg(a.weights())
	a.op("VBROADCASTSS %s, %s", a.offsets["factor"], factor)
	for i := range rows {
		for j := range 2 {
			sum := a.reg(2*i + j)
			a.op("VCVTDQ2PS %s, %s", sum, sum)
			a.op("VMULPS %s, %s, %s", factor, sum, sum)
			a.op("VADDPS %d(DX), %s, %s", j*a.bytes, sum, sum)
			a.op("VMOVUPS %s, %d(DI)", sum, j*a.bytes)
		}
		a.nextRow(i, rows)
	}
}
