package encoder

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"readout/internal/neural/kernel"
)

func TestMapTellsTheShapeOfAModel(t *testing.T) {
	m := mustMap(t, small(t), kernel.Best())
	if m.Layers() != 2 || m.Outputs() != 37+41 || m.MaxLen() != 80 {
		t.Errorf("layers %d, outputs %d, length %d; want 2, 78, 80",
			m.Layers(), m.Outputs(), m.MaxLen())
	}
	if c := string(m.Config()); !strings.Contains(c, `"labels": ["O", "B", "I"]`) {
		t.Errorf("configuration %s has no labels", c)
	}
}

// withHeader returns the small model with a number of its header replaced.
func withHeader(data string, at int, value uint32) string {
	b := []byte(data)
	binary.LittleEndian.PutUint32(b[at:], value)
	return string(b)
}

func TestMapRefusesAForeignFile(t *testing.T) {
	data := small(t)
	for name, bad := range map[string]string{
		"empty":               "",
		"no header":           data[:63],
		"foreign":             "PK\x03\x04" + data[4:],
		"header alone":        data[:64],
		"truncated":           data[:len(data)-1],
		"too long":            data + strings.Repeat("\x00", 64),
		"newer version":       withHeader(data, 8, 3),
		"no layers":           withHeader(data, 12, 0),
		"too many layers":     withHeader(data, 12, 3),
		"fewer layers":        withHeader(data, 12, 1),
		"many layers":         withHeader(data, 12, 1<<31),
		"odd width":           withHeader(data, 16, 65),
		"huge width":          withHeader(data, 16, 4096),
		"huge inner width":    withHeader(data, 20, 16384),
		"huge vocabulary":     withHeader(data, 24, 1<<20),
		"no positions":        withHeader(data, 28, 0),
		"no shapes":           withHeader(data, 32, 0),
		"huge outputs":        withHeader(data, 36, 4096),
		"second top alone":    withHeader(data, 56, 3),
		"no second outputs":   withHeader(data, 60, 0),
		"no second top":       withHeader(data, 56, 0),
		"huge configuration":  withHeader(data, 44, 1<<31),
		"larger than it says": withHeader(data, 48, 64),
	} {
		if _, err := Map(bad, kernel.Best()); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v, want ErrFormat", name, err)
		}
	}
}

func FuzzMapNeverPanics(f *testing.F) {
	data := small(f)
	f.Add([]byte(data[8:64]))
	f.Add([]byte(withHeader(data, 16, 4096)[8:64]))
	f.Fuzz(func(t *testing.T, header []byte) {
		b := []byte(data)
		copy(b[8:64], header)
		m, err := Map(string(b), kernel.Best())
		if err == nil && m.Layers() == 0 {
			t.Error("a model without layers")
		}
	})
}

// TestMapReadsFromAnyAddress maps a file that lies on an odd address, as a
// string embedded in a program may.
func TestMapReadsFromAnyAddress(t *testing.T) {
	w := vectors(t)[2].window()
	data := small(t)
	want := mustMap(t, data, kernel.Best())
	got := mustMap(t, ("x" + data)[1:], kernel.Best())
	if !sameBits(mustForward(t, got, w, got.NewScratch()),
		mustForward(t, want, w, want.NewScratch())) {
		t.Error("outputs depend on the address of the file")
	}
}
