package encoder

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"readout/internal/neural/kernel"
)

// A builder writes a model file of random numbers, for benchmarks.
type builder struct {
	data   []byte
	random *rand.Rand
}

func (b *builder) pad() {
	for len(b.data)%alignment != 0 {
		b.data = append(b.data, 0)
	}
}

func (b *builder) ints(n int) {
	for range n {
		b.data = append(b.data, byte(b.random.IntN(255)-127))
	}
	b.pad()
}

func (b *builder) floats(n int, mean, deviation float64) {
	for range n {
		v := float32(mean + deviation*b.random.NormFloat64())
		b.data = binary.LittleEndian.AppendUint32(b.data, math.Float32bits(v))
	}
	b.pad()
}

func (b *builder) norm(width int) {
	b.floats(width, 1, 0.1)
	b.data = b.data[:len(b.data)/4*4]
	b.floats(width, 0, 0.1)
}

func (b *builder) linear(in, out int) {
	b.ints(in * out)
	b.floats(3*out, 0, 0.0005)
}

// randomModel returns a model file with widths 384 and 1,536, 512 positions
// and a vocabulary of 5,000, all weights random.
func randomModel(layers, outputs int) string {
	const hidden, inner, words, positions, shapes = 384, 1536, 5000, 512, 8
	b := &builder{random: rand.New(rand.NewPCG(1, 1))}
	b.data = append(b.data, magic...)
	for _, v := range []int{version, layers, hidden, inner, words, positions, shapes, outputs} {
		b.data = binary.LittleEndian.AppendUint32(b.data, uint32(v))
	}
	b.data = append(b.data, make([]byte, headerSize-len(b.data))...)
	b.ints(words * hidden)
	b.floats(words, 0.01, 0.001)
	b.floats(positions*hidden, 0, 0.1)
	b.floats(shapes*hidden, 0, 0.1)
	b.norm(hidden)
	for range layers {
		b.linear(hidden, 3*hidden)
		b.linear(hidden, hidden)
		b.norm(hidden)
		b.linear(hidden, inner)
		b.linear(inner, hidden)
		b.norm(hidden)
	}
	b.floats(roundUp(outputs)*hidden, 0, 0.1)
	b.floats(roundUp(outputs), 0, 0.1)
	binary.LittleEndian.PutUint64(b.data[48:], uint64(len(b.data)))
	return string(b.data)
}

func BenchmarkForward(b *testing.B) {
	for _, layers := range []int{6, 12} {
		data := randomModel(layers, 128)
		for _, k := range tables(b) {
			for _, n := range []int{8, 32, 64, 128, 192, 256, 512} {
				if k.Name == "generic" && n != 64 {
					continue
				}
				b.Run(fmt.Sprintf("%d/%s/%d", layers, k.Name, n), func(b *testing.B) {
					benchForward(b, mustMap(b, data, k), n)
				})
			}
		}
	}
}

func benchForward(b *testing.B, m *Model, n int) {
	s := m.NewScratch()
	w := randomWindow(rand.New(rand.NewPCG(1, 1)), m, n)
	dst := make([]float32, n*m.Outputs())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Forward(dst, w, s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkWorkers reads windows in parallel, as many at once as -cpu says.
func BenchmarkWorkers(b *testing.B) {
	const n = 192
	m := mustMap(b, randomModel(6, 128), kernel.Best())
	w := randomWindow(rand.New(rand.NewPCG(1, 1)), m, n)
	b.RunParallel(func(pb *testing.PB) {
		s := m.NewScratch()
		dst := make([]float32, n*m.Outputs())
		for pb.Next() {
			if _, err := m.Forward(dst, w, s); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkMap(b *testing.B) {
	data := randomModel(6, 128)
	k := kernel.Best()
	for b.Loop() {
		mustMap(b, data, k)
	}
}
