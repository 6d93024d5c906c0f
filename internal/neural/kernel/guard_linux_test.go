package kernel

import (
	"syscall"
	"testing"
	"unsafe"
)

// A fence hands out memory that ends at a page which must not be touched, or
// begins behind one.
type fence struct {
	t     *testing.T
	front bool // begin behind the page instead of ending at it
}

// bytes returns n bytes at the fence.
func (f fence) bytes(n int) []byte {
	page := syscall.Getpagesize()
	size := (n + page - 1) / page * page
	all, err := syscall.Mmap(-1, 0, size+2*page, syscall.PROT_READ|syscall.PROT_WRITE,
		syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { _ = syscall.Munmap(all) })
	for _, edge := range [][]byte{all[:page], all[page+size:]} {
		if err := syscall.Mprotect(edge, syscall.PROT_NONE); err != nil {
			f.t.Fatal(err)
		}
	}
	if f.front {
		return all[page:][:n:n]
	}
	return all[page+size-n:][:n:n]
}

func (f fence) floats(n int) []float32 {
	return unsafe.Slice((*float32)(unsafe.Pointer(unsafe.SliceData(f.bytes(4*n)))), n)
}

func (f fence) numbers(n int) []int16 {
	return unsafe.Slice((*int16)(unsafe.Pointer(unsafe.SliceData(f.bytes(2*n)))), n)
}

// TestP10KernelsStayInsideTheirSlices runs every operation between pages that
// stop the program when they are touched.
func TestP10KernelsStayInsideTheirSlices(t *testing.T) {
	for _, k := range fast(t) {
		for _, f := range []fence{{t, false}, {t, true}} {
			for _, n := range []int{32, 64, 96, 384} {
				rowsInside(f, k, n)
			}
			for _, n := range []int{1, 5, 7, 12, 13, 25} {
				productsInside(f, k, n)
			}
		}
	}
}

func rowsInside(f fence, k *Table, n int) {
	x := f.floats(n)
	k.Normalise(f.floats(n), x, f.floats(n), f.floats(n), f.floats(n))
	k.GELU(x)
	k.Exp(x)
	k.Narrow(f.numbers(n), x, 1)
	k.Interleave(f.numbers(2*n), f.floats(2*n), 1)
	k.Transpose(f.floats(Lanes*Lanes), f.floats(Lanes*Lanes))
	rows := Rows{depth: n, size: k.activation, scale: f.floats(2)}
	rows.data = f.bytes(n * k.activation)
	k.Quantise(rows, 0, x, k.Extent(x))
}

func productsInside(f fence, k *Table, n int) {
	const depth = 96
	w := &Linear{In: depth, Out: Lanes, Columns: f.floats(3 * Lanes)}
	weights := f.bytes(depth * Lanes)
	w.Weights = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(weights))), len(weights))
	rows := Rows{depth: depth, size: k.activation, scale: f.floats(2 * n)}
	rows.data = f.bytes(n * depth * k.activation)
	k.Dense(Output{f.floats(n * Lanes), Lanes, Lanes}, rows, w)
	k.Multiply(Matrix{f.floats(n * Lanes), Lanes}, Matrix{f.floats(n * depth), depth},
		f.floats(depth*Lanes), f.floats(Lanes), f.floats(n))
	k.MultiplyPairs(Matrix{f.floats(n * Lanes), Lanes}, Numbers{f.numbers(n * depth), depth},
		f.numbers(depth*Lanes), f.floats(Lanes), 1)
}
