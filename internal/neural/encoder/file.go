package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"

	"readout/internal/neural/kernel"
)

// The model file, version 2. All numbers are little-endian. The header takes
// 64 bytes:
//
//	byte  size  what
//	0     8     "RDENCODE"
//	8     4     version, 2
//	12    4     layers
//	16    4     hidden width H, a multiple of 32; a head is 32 wide
//	20    4     feed-forward width F, a multiple of 32
//	24    4     vocabulary size V
//	28    4     positions P, the longest window
//	32    4     word shapes S
//	36    4     outputs N of the heads on the last layer
//	40    8     bytes C of the configuration
//	48    8     bytes of the whole file
//	56    4     layers of the second top, at most all; may be zero
//	60    4     outputs M of the heads on the second top
//
// Sections follow in this order, each padded with zero bytes to a multiple of
// 64. N' is N rounded up to a multiple of 32, M' likewise.
//
//	configuration   C bytes, JSON
//	word vectors    int8 [V][H]
//	word scales     float32 [V]; a vector is its int8 numbers times its scale
//	positions       float32 [P][H], with the vector of token type 0 added
//	shapes          float32 [S][H]
//	normalisation   float32 [2][H]: gain, bias
//	for each layer:
//	  attention in    linear H -> 3H: queries, keys, values; heads side by side
//	  attention out   linear H -> H
//	  normalisation   float32 [2][H]
//	  feed-forward in   linear H -> F
//	  feed-forward out  linear F -> H
//	  normalisation   float32 [2][H]
//	head weights    float32 [N'/32][H][32], columns from N on zero
//	head biases     float32 [N']
//	for each layer of the second top: as above
//	head weights    float32 [M'/32][H][32]
//	head biases     float32 [M']
//
// A linear layer I -> O is two sections, as the kernels read them. Element
// [p][k][c][i] of the first is the weight from input 4k+i to output 32p+c.
//
//	weights   int8 [O/32][I/4][32][4]
//	columns   float32 [O/32][3][32]: scale of the output, scale times the sum
//	          of its int8 weights, bias
const (
	magic      = "RDENCODE"
	version    = 2
	headerSize = 64
	alignment  = 64
)

// ErrFormat is wrapped by every error of Map about the file itself.
var ErrFormat = errors.New("not a usable model file")

// dimensions are the sizes that the header states.
type dimensions struct {
	depth, hidden, inner          int
	vocabulary, positions, shapes int
	outputs, config               int // outputs of all heads together
	branch, branchOutputs         int
}

// limits bounds what the header may state, far above any model we make and low
// enough that sizes computed from it cannot overflow.
var limits = [...]struct {
	name         string
	at           int // byte of the header
	least, most  int
	multipleOf32 bool
	field        func(*dimensions) *int
}{
	{"layers", 12, 1, 64, false, func(d *dimensions) *int { return &d.depth }},
	{"hidden width", 16, 32, 4096, true, func(d *dimensions) *int { return &d.hidden }},
	{"feed-forward width", 20, 32, 16384, true, func(d *dimensions) *int { return &d.inner }},
	{"vocabulary size", 24, 1, 1 << 20, false, func(d *dimensions) *int { return &d.vocabulary }},
	{"positions", 28, 1, 4096, false, func(d *dimensions) *int { return &d.positions }},
	{"word shapes", 32, 1, 256, false, func(d *dimensions) *int { return &d.shapes }},
	{"outputs", 36, 1, 4096, false, func(d *dimensions) *int { return &d.outputs }},
	{"layers of the second top", 56, 0, 64, false, func(d *dimensions) *int { return &d.branch }},
	{"outputs of the second top", 60, 0, 4096, false, func(d *dimensions) *int { return &d.branchOutputs }},
}

// parseHeader reads and checks the header of a file.
func parseHeader(data string) (dimensions, error) {
	var d dimensions
	if len(data) < headerSize {
		return d, fmt.Errorf("%w: %d bytes, the header alone takes %d",
			ErrFormat, len(data), headerSize)
	}
	if data[:len(magic)] != magic {
		return d, fmt.Errorf("%w: it begins with %q, not %q",
			ErrFormat, data[:len(magic)], magic)
	}
	header := []byte(data[:headerSize])
	if v := binary.LittleEndian.Uint32(header[8:]); v != version {
		return d, fmt.Errorf("%w: version %d, this program reads version %d",
			ErrFormat, v, version)
	}
	for _, l := range limits {
		v := int64(binary.LittleEndian.Uint32(header[l.at:]))
		if v < int64(l.least) || v > int64(l.most) || l.multipleOf32 && v%32 != 0 {
			return d, fmt.Errorf("%w: %s %d is out of range", ErrFormat, l.name, v)
		}
		*l.field(&d) = int(v)
	}
	if d.branch > d.depth || (d.branch == 0) != (d.branchOutputs == 0) {
		return d, fmt.Errorf("%w: a second top of %d layers with %d outputs on %d layers",
			ErrFormat, d.branch, d.branchOutputs, d.depth)
	}
	config := binary.LittleEndian.Uint64(header[40:])
	if config > uint64(len(data)) {
		return d, fmt.Errorf("%w: a configuration of %d bytes in a file of %d",
			ErrFormat, config, len(data))
	}
	d.config = int(config)
	if n := binary.LittleEndian.Uint64(header[48:]); n != uint64(len(data)) {
		return d, fmt.Errorf("%w: %d bytes long, the header says %d (truncated?)",
			ErrFormat, len(data), n)
	}
	return d, nil
}

// sections hands out the sections of a file one after another. The first that
// does not fit sets err; from then on all are empty.
type sections struct {
	data  string
	at    int64
	layer int // number of the layer, -1 outside of one
	err   error
}

// next returns the bytes of the next section.
func (s *sections) next(name string, size int64) unsafe.Pointer {
	if s.err != nil {
		return nil
	}
	if size > int64(len(s.data))-s.at {
		if s.layer >= 0 {
			name = fmt.Sprintf("%s of layer %d", name, s.layer)
		}
		s.err = fmt.Errorf("%w: %s take %d bytes from byte %d on, the file has %d",
			ErrFormat, name, size, s.at, len(s.data))
		return nil
	}
	p := unsafe.Add(unsafe.Pointer(unsafe.StringData(s.data)), s.at)
	s.at += (size + alignment - 1) / alignment * alignment
	return p
}

// ints returns the next section as n int8 numbers.
func (s *sections) ints(name string, n int) []int8 {
	p := s.next(name, int64(n))
	if s.err != nil {
		return nil
	}
	return unsafe.Slice((*int8)(p), n)
}

// floats returns the next section as n float32 numbers.
func (s *sections) floats(name string, n int) []float32 {
	p := s.next(name, 4*int64(n))
	if s.err != nil {
		return nil
	}
	return unsafe.Slice((*float32)(p), n)
}

// norm returns the next section as the parameters of a layer normalisation.
func (s *sections) norm(name string, width int) norm {
	v := s.floats(name, 2*width)
	if s.err != nil {
		return norm{}
	}
	return norm{gain: v[:width], bias: v[width:]}
}

// linear returns the next two sections as a dense layer.
func (s *sections) linear(name string, in, out int) kernel.Linear {
	return kernel.Linear{
		In: in, Out: out,
		Weights: s.ints(name, in*out),
		Columns: s.floats(name, 3*out),
	}
}

// layers returns the next sections as layers.
func (s *sections) layers(n, h, inner int) []layer {
	all := make([]layer, n)
	for i := range all {
		s.layer = i
		all[i] = layer{
			attend:   s.linear("attention in", h, 3*h),
			project:  s.linear("attention out", h, h),
			attended: s.norm("attention normalisation", h),
			expand:   s.linear("feed-forward in", h, inner),
			contract: s.linear("feed-forward out", inner, h),
			fed:      s.norm("feed-forward normalisation", h),
		}
	}
	s.layer = -1
	return all
}

// heads returns the next sections as the heads of one top.
func (s *sections) heads(outputs, h int) heads {
	padded := roundUp(outputs)
	return heads{
		outputs: outputs,
		weights: s.floats("head weights", padded*h),
		biases:  s.floats("head biases", padded),
	}
}

// readModel lays the parts of a model over the file.
func readModel(data string, d dimensions) (*Model, error) {
	s := &sections{data: data, at: headerSize, layer: -1}
	h := d.hidden
	m := &Model{dimensions: d}
	m.configuration = s.ints("configuration", d.config)
	m.words = s.ints("word vectors", d.vocabulary*h)
	m.wordScales = s.floats("word scales", d.vocabulary)
	m.positionVectors = s.floats("positions", d.positions*h)
	m.shapeVectors = s.floats("shapes", d.shapes*h)
	m.embeddingNorm = s.norm("normalisation", h)
	m.layers = s.layers(d.depth, h, d.inner)
	m.heads = s.heads(d.outputs, h)
	m.second = s.layers(d.branch, h, d.inner)
	if d.branch > 0 {
		m.secondHeads = s.heads(d.branchOutputs, h)
		m.outputs += d.branchOutputs
	}
	if s.err == nil && s.at != int64(len(data)) {
		s.err = fmt.Errorf("%w: %d bytes after the last section",
			ErrFormat, int64(len(data))-s.at)
	}
	return m, s.err
}

// aligned returns data itself, or a copy where float32 numbers in it would not
// lie on addresses that are multiples of 4.
func aligned(data string) string {
	if uintptr(unsafe.Pointer(unsafe.StringData(data)))%4 == 0 {
		return data
	}
	words := make([]uint32, (len(data)+3)/4)
	p := (*byte)(unsafe.Pointer(unsafe.SliceData(words)))
	copy(unsafe.Slice(p, len(data)), data)
	return unsafe.String(p, len(data))
}

// roundUp returns n rounded up to a multiple of 32.
func roundUp(n int) int { return (n + kernel.Lanes - 1) / kernel.Lanes * kernel.Lanes }
