// Package encoder runs a BERT-shaped transformer encoder on the CPU.
//
// In go the word pieces of a window and the shapes of their words; out comes
// one row of head outputs per piece. The model lies in one file of int8 and
// float32 numbers, read in place: mapping it copies nothing. The file is
// specified in file.go; training/pack.py writes it.
//
// # The network
//
// A piece becomes word + shape + position vector, normalised. Each layer adds
// self-attention and then a feed-forward step with GELU, and normalises after
// each (post-LN). One dense layer computes the outputs of the heads on the last
// layer. A second top, some layers and a dense layer of heads, reads what the
// last layers read; its outputs stand behind the others in a row. The dense
// layers inside multiply int8 weights by activations quantised to 8 bits for
// each piece; attention, normalisation and heads are float32.
//
// # Guarantees
//
// Outputs have the same bits on every kernel and every machine (see package
// kernel), and those of a window do not depend on what ran before or beside it.
// A [Model] is safe for concurrent use; a [Scratch] serves one call at a time.
// Forward allocates nothing when dst is long enough.
//
// # Limits
//
// Windows hold at most [Model.MaxLen] pieces; nothing is truncated. Weights are
// taken as they stand in the file: NaN and infinities in it give outputs
// without meaning, but no panic. 8-bit numbers cost some accuracy against
// float32; training/LOG.md and the package's tests state how much.
package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"

	"readout/internal/neural/kernel"
)

// ErrTooLong is returned by Forward for a window longer than MaxLen.
var ErrTooLong = errors.New("window too long")

// headWidth is the width of an attention head: one panel of the kernels.
const headWidth = kernel.Lanes

// A Model is an encoder whose weights lie in a file. It does not change.
type Model struct {
	dimensions
	table *kernel.Table

	configuration   []int8
	words           []int8    // [words][hidden]
	wordScales      []float32 // [words]
	positionVectors []float32 // [positions][hidden]
	shapeVectors    []float32 // [shapes][hidden]
	embeddingNorm   norm
	layers          []layer
	heads           heads
	second          []layer // the layers of the second top, which may have none
	secondHeads     heads
}

// heads are all heads on one top, as one dense layer.
type heads struct {
	outputs int
	weights []float32 // [outputs/32][hidden][32]
	biases  []float32 // [outputs rounded up]
}

// A layer is one layer of the encoder.
type layer struct {
	attend, project  kernel.Linear // queries, keys, values; back to hidden
	attended         norm
	expand, contract kernel.Linear // to the inner width and back
	fed              norm
}

// A norm holds the parameters of a layer normalisation.
type norm struct{ gain, bias []float32 }

// A Window is a run of word pieces with [CLS] before and [SEP] after it.
type Window struct {
	IDs    []int32 // word-piece ids, below the vocabulary size
	Shapes []uint8 // the shape of the word that each piece stands in
}

// Map returns the model in data, computing with k. It reads data in place; data
// must stay as it is. The cost does not depend on the size of the model. An
// error about the file wraps [ErrFormat].
func Map(data string, k *kernel.Table) (*Model, error) {
	if binary.NativeEndian.Uint16([]byte{1, 0}) != 1 {
		return nil, errors.New("model file: needs a little-endian machine")
	}
	d, err := parseHeader(data)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	m, err := readModel(aligned(data), d)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	m.table = k
	return m, nil
}

// Config returns a copy of the JSON configuration stored with the weights.
func (m *Model) Config() []byte {
	b := make([]byte, len(m.configuration))
	copy(b, unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(m.configuration))), len(b)))
	return b
}

// Outputs returns the number of head outputs per piece.
func (m *Model) Outputs() int { return m.outputs }

// MaxLen returns the number of pieces in the longest window.
func (m *Model) MaxLen() int { return m.positions }

// Layers returns the number of layers, those of the second top left out.
func (m *Model) Layers() int { return len(m.layers) }

// feedBlock is the number of rows that go through the feed-forward step at
// once: 96 rows of 1,536 activations stay in a level 2 cache of 1 MiB.
const feedBlock = 96

// tileRows is the number of query rows whose attention is computed at once:
// their scores, 12 rows of up to 512, stay in a level 1 cache.
const tileRows = 12

// A Scratch holds the working memory of one call of Forward.
type Scratch struct {
	x, y     []float32 // [rows][hidden] state, and what is added to it
	below    []float32 // [rows][hidden] state that both tops read
	qkv      []float32 // [3·hidden/32][rows rounded up][32]
	context  []float32 // [rows][hidden] result of attention
	inner    []float32 // [feedBlock][inner]
	queries  []int16   // [rows rounded up][32] of one head
	keys     []int16   // [rows/32][16][32][2] of one head, a column for each row
	values   []int16   // [rows/2][32][2] of one head
	block    []float32 // [32][32]
	scores   []float32 // [tileRows][rows rounded up]
	weights  []int16   // [tileRows][rows rounded up]
	mask     []float32 // [rows rounded up] 0, or -Inf behind the last row
	zeros    []float32 // [32]
	ones     []float32 // [rows]
	heads    []float32 // [rows][outputs of one top rounded up]
	rows     kernel.Rows
	expanded kernel.Rows
}

// NewScratch returns working memory for windows of up to MaxLen pieces, about
// 10 MB for 512 pieces at width 384. Pages never used are never touched.
func (m *Model) NewScratch() *Scratch {
	n, h := roundUp(m.positions), m.hidden
	s := &Scratch{
		x: make([]float32, n*h), y: make([]float32, n*h), below: make([]float32, n*h),
		qkv:      make([]float32, n*3*h),
		context:  make([]float32, n*h),
		inner:    make([]float32, feedBlock*m.inner),
		queries:  make([]int16, n*headWidth),
		keys:     make([]int16, n*headWidth),
		values:   make([]int16, n*headWidth),
		block:    make([]float32, headWidth*headWidth),
		scores:   make([]float32, tileRows*n),
		weights:  make([]int16, tileRows*n),
		mask:     make([]float32, n),
		zeros:    make([]float32, headWidth),
		ones:     make([]float32, n),
		heads:    make([]float32, n*max(len(m.heads.biases), len(m.secondHeads.biases))),
		rows:     m.table.NewRows(n, h),
		expanded: m.table.NewRows(feedBlock, m.inner),
	}
	for i := range s.ones {
		s.ones[i] = 1
	}
	return s
}
