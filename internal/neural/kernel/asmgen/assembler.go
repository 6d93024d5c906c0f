package main

import (
	"fmt"
	"strings"
)

// lanes is kernel.Lanes: values of a row handled in one step, columns of a
// panel of weights.
const lanes = 32

// vectors describes a set of vector registers.
type vectors struct {
	file   string
	suffix string // of function names, and the letter of the registers
	bytes  int    // of a register
	tile   int    // most rows of a tile of a matrix product
}

var (
	ymm = vectors{file: "avx2_amd64.s", suffix: "Y", bytes: 32, tile: 6}
	zmm = vectors{file: "avx512_amd64.s", suffix: "Z", bytes: 64, tile: 12}
)

// groups returns the number of registers that hold one value for each lane.
func (v vectors) groups() int { return 4 * lanes / v.bytes }

// wide reports whether the registers are those of AVX-512.
func (v vectors) wide() bool { return v.bytes == 64 }

// An assembler collects functions and their Go declarations.
type assembler struct {
	vectors
	code, declarations strings.Builder
	offsets            map[string]string // of the current function's parameters
}

// A parameter of an assembly function.
type parameter struct{ name, kind string }

// size returns the bytes that the parameter takes, which is its alignment too.
func (p parameter) size() int {
	if p.kind == "float32" || p.kind == "int32" {
		return 4
	}
	return 8
}

// function begins a function. A parameter named ret is its result.
func (a *assembler) function(name string, doc string, parameters ...parameter) {
	name += a.suffix
	a.offsets = map[string]string{}
	at, argumentBytes := 0, 0
	var in []string
	result := ""
	for _, p := range parameters {
		if p.name == "ret" {
			at = (at + 7) / 8 * 8
			result = " " + p.kind
		}
		if p.name != "ret" {
			in = append(in, p.name+" "+p.kind)
		}
		a.offsets[p.name] = fmt.Sprintf("%s+%d(FP)", p.name, at)
		at += p.size()
		argumentBytes = at
	}
	signature := fmt.Sprintf("%s(%s)%s", name, strings.Join(in, ", "), result)
	fmt.Fprintf(&a.declarations, "\n// %s %s\n//\n//go:noescape\nfunc %s\n",
		name, doc, signature)
	fmt.Fprintf(&a.code, "\n// func %s\nTEXT ·%s(SB), NOSPLIT, $0-%d\n",
		signature, name, argumentBytes)
}

// op writes one instruction, operands with a space between them in the format.
func (a *assembler) op(format string, arguments ...any) {
	fmt.Fprintf(&a.code, "\t"+format+"\n", arguments...)
}

// label writes a label.
func (a *assembler) label(name string) { fmt.Fprintf(&a.code, "%s:\n", name) }

// load loads a parameter into a register.
func (a *assembler) load(name, register string) {
	a.op("MOVQ %s, %s", a.offsets[name], register)
}

// ret ends a function.
func (a *assembler) ret() {
	a.op("VZEROUPPER")
	a.op("RET")
}

// reg returns the name of a vector register.
func (a *assembler) reg(i int) string { return fmt.Sprintf("%s%d", a.suffix, i) }

// clear sets a vector register to zero, its upper half included.
func (a *assembler) clear(i int) {
	if i > 15 {
		a.op("VPXORQ Z%d, Z%d, Z%d", i, i, i)
		return
	}
	a.op("VPXOR Y%d, Y%d, Y%d", i, i, i)
}

// row writes the loop over a row whose bytes stand in CX: body runs for each
// group of registers, with DX the offset of the step in bytes.
func (a *assembler) row(label string, body func(group, offset int)) {
	a.op("XORQ DX, DX")
	a.label(label)
	for g := range a.groups() {
		body(g, g*a.bytes)
	}
	a.op("ADDQ $%d, DX", 4*lanes)
	a.op("CMPQ DX, CX")
	a.op("JLT %s", label)
}

// fold reduces registers from..from+groups to lane 0 of the first, in halves,
// the upper half as the first operand of the operation.
func (a *assembler) fold(op string, from, temporary int) {
	for half := a.groups() / 2; half > 0; half /= 2 {
		for g := range half {
			a.op("%s %s, %s, %s", op, a.reg(from+g), a.reg(from+g+half), a.reg(from+g))
		}
	}
	if a.wide() {
		a.op("VEXTRACTF64X4 $1, Z%d, Y%d", from, temporary)
		a.op("%s Y%d, Y%d, Y%d", op, from, temporary, from)
	}
	a.op("VEXTRACTF128 $1, Y%d, X%d", from, temporary)
	a.op("%s X%d, X%d, X%d", op, from, temporary, from)
	for _, order := range []string{"$0x4e", "$0xb1"} {
		a.op("VPERMILPS %s, X%d, X%d", order, from, temporary)
		a.op("%s X%d, X%d, X%d", op, from, temporary, from)
	}
}
