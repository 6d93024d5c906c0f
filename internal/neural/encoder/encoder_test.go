package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"readout/internal/neural/kernel"
)

// A vector is a window and the outputs that a float reference computed.
type vector struct {
	IDs     []int32   `json:"ids"`
	Shapes  []int     `json:"shapes"`
	Outputs []float64 `json:"outputs"`
}

func (v vector) window() Window {
	w := Window{IDs: v.IDs}
	for _, s := range v.Shapes {
		w.Shapes = append(w.Shapes, uint8(s))
	}
	return w
}

// small returns the bytes of the small random model of testdata.
func small(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/small.bin")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// vectors returns the windows that belong to the small model.
func vectors(t testing.TB) []vector {
	t.Helper()
	data, err := os.ReadFile("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Windows []vector }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Windows
}

// tables returns every kernel that this CPU runs and logs those that it lacks.
func tables(t testing.TB) []*kernel.Table {
	t.Helper()
	var all []*kernel.Table
	for _, name := range kernel.Names() {
		k, err := kernel.Named(name)
		if err != nil {
			t.Log(err)
			continue
		}
		all = append(all, k)
	}
	return all
}

func mustMap(t testing.TB, data string, k *kernel.Table) *Model {
	t.Helper()
	m, err := Map(data, k)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mustForward(t testing.TB, m *Model, w Window, s *Scratch) []float32 {
	t.Helper()
	out, err := m.Forward(nil, w, s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// cosine returns the cosine of the angle between two vectors.
func cosine(a []float32, b []float64) float64 {
	var ab, aa, bb float64
	for i, v := range a {
		ab += float64(v) * b[i]
		aa += float64(v) * float64(v)
		bb += b[i] * b[i]
	}
	return ab / math.Sqrt(aa*bb)
}

// TestForwardIsNearTheFloatReference holds 8-bit numbers to a stated distance
// on random weights: every row of outputs at a cosine of 0.999 or more.
func TestForwardIsNearTheFloatReference(t *testing.T) {
	for _, k := range tables(t) {
		m := mustMap(t, small(t), k)
		s := m.NewScratch()
		least := 1.0
		for _, v := range vectors(t) {
			out := mustForward(t, m, v.window(), s)
			if len(out) != len(v.Outputs) {
				t.Fatalf("%s: %d outputs, want %d", k.Name, len(out), len(v.Outputs))
			}
			for i := 0; i < len(out); i += m.Outputs() {
				end := i + m.Outputs()
				least = min(least, cosine(out[i:end], v.Outputs[i:end]))
			}
		}
		t.Logf("%s: least cosine %.5f", k.Name, least)
		if least < 0.999 {
			t.Errorf("%s: least cosine %.5f, want 0.999", k.Name, least)
		}
	}
}

// state returns the bits of the hidden state after each number of layers, and
// last that of the second top.
func state(t *testing.T, data string, k *kernel.Table, w Window) [][]uint32 {
	full := mustMap(t, data, k)
	models := []Model{}
	for depth := range full.Layers() + 1 {
		m := *full
		m.layers, m.second = full.layers[:depth], nil
		models = append(models, m)
	}
	var states [][]uint32
	for _, m := range append(models, *full) {
		s := m.NewScratch()
		mustForward(t, &m, w, s)
		var bits []uint32
		for _, x := range s.x[:len(w.IDs)*m.hidden] {
			bits = append(bits, math.Float32bits(x))
		}
		states = append(states, bits)
	}
	return states
}

// TestZ2HiddenStatesAreEqualOnEveryKernel reports the first layer that differs.
func TestZ2HiddenStatesAreEqualOnEveryKernel(t *testing.T) {
	data := small(t)
	all := tables(t)
	for _, v := range vectors(t) {
		want := state(t, data, all[0], v.window())
		for _, k := range all[1:] {
			compareStates(t, k.Name, state(t, data, k, v.window()), want)
		}
	}
}

// digest is the SHA-256 of all outputs for the windows of testdata. It is the
// same on every kernel, operating system and processor. A change that moves it
// changes what the product reads out of a text: it needs a new model or version.
const digest = "5ff6b3f942b6f6684e3e22d0315dfea54891c0dc7de6d8aad91b8b7afa10c7e2"

func TestZ8OutputsHaveTheRecordedDigest(t *testing.T) {
	for _, k := range tables(t) {
		m := mustMap(t, small(t), k)
		s := m.NewScratch()
		sum := sha256.New()
		pieces, elapsed := 0, time.Duration(0)
		for _, v := range vectors(t) {
			w := v.window()
			start := time.Now()
			out := mustForward(t, m, w, s)
			elapsed += time.Since(start)
			for _, x := range out {
				if err := binary.Write(sum, binary.LittleEndian, x); err != nil {
					t.Fatal(err)
				}
			}
			pieces += len(v.IDs)
		}
		t.Logf("%s: %.0f pieces/s through 2 layers of width 64", k.Name,
			float64(pieces)/elapsed.Seconds())
		if got := hex.EncodeToString(sum.Sum(nil)); got != digest {
			t.Errorf("%s: digest %s, want %s", k.Name, got, digest)
		}
	}
}

func compareStates(t *testing.T, name string, got, want [][]uint32) {
	t.Helper()
	for depth := range want {
		for i, bits := range want[depth] {
			if got[depth][i] != bits {
				t.Errorf("%s: after %d layers element %d is %g, want %g", name, depth,
					i, math.Float32frombits(got[depth][i]), math.Float32frombits(bits))
				return
			}
		}
	}
}

// TestZ3AWindowDoesNotDependOnItsCompany runs windows alone, in any order with
// a used scratch, and side by side.
func TestZ3AWindowDoesNotDependOnItsCompany(t *testing.T) {
	for _, k := range tables(t) {
		m := mustMap(t, small(t), k)
		var windows []Window
		var alone [][]float32
		random := rand.New(rand.NewPCG(1, 2))
		for range 12 {
			w := randomWindow(random, m, 1+random.IntN(m.MaxLen()))
			windows = append(windows, w)
			alone = append(alone, mustForward(t, m, w, m.NewScratch()))
		}
		var running sync.WaitGroup
		for worker := range 4 {
			running.Go(func() {
				order := rand.New(rand.NewPCG(3, uint64(worker))).Perm(len(windows))
				s := m.NewScratch()
				for _, i := range order {
					out, err := m.Forward(nil, windows[i], s)
					if err != nil || !sameBits(out, alone[i]) {
						t.Errorf("%s: window %d differs in company (%v)", k.Name, i, err)
					}
				}
			})
		}
		running.Wait()
	}
}

func randomWindow(random *rand.Rand, m *Model, n int) Window {
	var w Window
	for range n {
		w.IDs = append(w.IDs, int32(random.IntN(m.vocabulary)))
		w.Shapes = append(w.Shapes, uint8(random.IntN(m.shapes)))
	}
	return w
}

func sameBits(a, b []float32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
			return false
		}
	}
	return true
}

func TestForwardAllocatesNothing(t *testing.T) {
	for _, k := range tables(t) {
		m := mustMap(t, small(t), k)
		s := m.NewScratch()
		w := vectors(t)[4].window()
		dst := make([]float32, len(w.IDs)*m.Outputs())
		n := testing.AllocsPerRun(5, func() {
			if _, err := m.Forward(dst, w, s); err != nil {
				t.Error(err)
			}
		})
		if n != 0 {
			t.Errorf("%s: %v allocations a call, want 0", k.Name, n)
		}
	}
}

func TestForwardRefusesWhatItCannotRead(t *testing.T) {
	m := mustMap(t, small(t), kernel.Best())
	s := m.NewScratch()
	tooLong := randomWindow(rand.New(rand.NewPCG(1, 1)), m, m.MaxLen()+1)
	if _, err := m.Forward(nil, tooLong, s); !errors.Is(err, ErrTooLong) {
		t.Errorf("window of %d pieces: error %v, want ErrTooLong", len(tooLong.IDs), err)
	}
	for name, w := range map[string]Window{
		"negative id":      {IDs: []int32{-1}, Shapes: []uint8{0}},
		"id too large":     {IDs: []int32{200}, Shapes: []uint8{0}},
		"unknown shape":    {IDs: []int32{1}, Shapes: []uint8{8}},
		"shapes too short": {IDs: []int32{1, 2}, Shapes: []uint8{0}},
	} {
		if out, err := m.Forward(nil, w, s); err == nil {
			t.Errorf("%s: got %d outputs, want an error", name, len(out))
		}
	}
	if out, err := m.Forward(nil, Window{}, s); err != nil || len(out) != 0 {
		t.Errorf("empty window: %d outputs, error %v; want none", len(out), err)
	}
}
