package main

import "fmt"

// strided returns the operands of 8 rows that begin at base and lie 128 bytes
// apart.
func strided(base string) (rows [8]string) {
	for i := range rows {
		rows[i] = fmt.Sprintf("%d(%s)", 4*lanes*i, base)
	}
	return rows
}

// transpose writes the transpose of a 32 x 32 block, 8 x 8 values at a time.
// AX walks the source, DI the destination; CX counts groups of 8 rows and DX
// groups of 8 columns.
func (a *assembler) transpose() {
	a.function("transpose", "transposes a 32 x 32 block.",
		parameter{"dst", "*float32"}, parameter{"src", "*float32"})
	a.load("dst", "DI")
	a.load("src", "AX")
	a.op("MOVQ $4, CX")
	a.label("rows")
	a.op("MOVQ $4, DX")
	a.label("columns")
	for i, row := range strided("AX") {
		a.op("VMOVUPS %s, Y%d", row, i)
	}
	for i := 0; i < 8; i += 2 {
		a.op("VUNPCKLPS Y%d, Y%d, Y%d", i+1, i, 8+i)
		a.op("VUNPCKHPS Y%d, Y%d, Y%d", i+1, i, 9+i)
	}
	for _, i := range []int{0, 4} {
		for j := range 2 {
			a.op("VSHUFPS $0x44, Y%d, Y%d, Y%d", 10+i+j, 8+i+j, i+2*j)
			a.op("VSHUFPS $0xee, Y%d, Y%d, Y%d", 10+i+j, 8+i+j, i+2*j+1)
		}
	}
	for i := range 4 {
		a.op("VPERM2F128 $0x20, Y%d, Y%d, Y%d", 4+i, i, 8+i)
		a.op("VPERM2F128 $0x31, Y%d, Y%d, Y%d", 4+i, i, 12+i)
	}
	for i, row := range strided("DI") {
		a.op("VMOVUPS Y%d, %s", 8+i, row)
	}
	a.op("ADDQ $32, AX")
	a.op("ADDQ $%d, DI", 8*4*lanes)
	a.op("DECQ DX")
	a.op("JNZ columns")
	a.op("ADDQ $%d, AX", 7*4*lanes)
	a.op("SUBQ $%d, DI", 4*lanes*lanes-32)
	a.op("DECQ CX")
	a.op("JNZ rows")
	a.ret()
}
