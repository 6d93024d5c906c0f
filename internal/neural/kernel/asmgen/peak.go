package main

// peakSums is the number of independent sums in a peak loop: enough to hide the
// latency of the instructions.
const peakSums = 12

// peakLoops writes loops that do nothing but the arithmetic of a matrix
// product. The benchmarks of package kernel measure the products against them.
func (a *assembler) peakLoops() {
	a.peakLoop("peakDense", "is the arithmetic of an int8 product.", func(sum string) {
		if a.wide() {
			a.op("VPDPBUSD Z30, Z31, %s", sum)
			return
		}
		a.op("VPMADDWD Y12, Y13, Y14")
		a.op("VPADDD Y14, %s, %s", sum, sum)
	})
	a.peakLoop("peakMultiply", "is the arithmetic of a float32 product.", func(sum string) {
		a.op("VMULPS %s, %s, %s", a.reg(12), a.reg(13), a.reg(14))
		a.op("VADDPS %s, %s, %s", a.reg(14), sum, sum)
	})
}

// peakLoop writes one such loop: n turns of body for every sum.
func (a *assembler) peakLoop(name, doc string, body func(sum string)) {
	a.function(name, doc, parameter{"n", "int"})
	a.load("n", "CX")
	for i := range 15 {
		a.clear(i)
	}
	a.label("loop")
	for i := range peakSums {
		body(a.reg(i))
	}
	a.op("DECQ CX")
	a.op("JNZ loop")
	a.ret()
}
