package encoder

import (
	"fmt"
	"math"

	"readout/internal/neural/kernel"
)

// Forward writes the head outputs of each piece of w to dst and returns it.
//
//	dst  [len(w.IDs)][m.Outputs()]  row-major float32, grown if too short
//
// It returns ErrTooLong if the window has more than MaxLen pieces, and an error
// naming the piece for an id or a shape that the model does not know. An empty
// window gives an empty result. Forward is safe for concurrent use with
// separate scratches of the same model and allocates nothing when dst is large
// enough.
func (m *Model) Forward(dst []float32, w Window, s *Scratch) ([]float32, error) {
	if err := m.check(w); err != nil {
		return nil, err
	}
	n := len(w.IDs)
	if need := n * m.outputs; cap(dst) < need {
		dst = make([]float32, need)
	}
	dst = dst[:n*m.outputs]
	if n == 0 {
		return dst, nil
	}
	m.embed(w, s)
	s.hide(n)
	split := len(m.layers) - len(m.second)
	m.through(m.layers[:split], n, s)
	if len(m.second) > 0 {
		copy(s.below, s.x[:n*m.hidden])
	}
	m.through(m.layers[split:], n, s)
	m.heads.into(m, dst, n, s)
	if len(m.second) > 0 {
		m.restore(n, s)
		m.through(m.second, n, s)
		m.secondHeads.into(m, dst[m.heads.outputs:], n, s)
	}
	return dst, nil
}

// through takes the state through layers, one after another.
func (m *Model) through(layers []layer, n int, s *Scratch) {
	for i := range layers {
		m.attention(&layers[i], n, s)
		m.feed(&layers[i], n, s)
	}
}

// restore sets the state to what it was below the last layers.
func (m *Model) restore(n int, s *Scratch) {
	h := m.hidden
	copy(s.x, s.below[:n*h])
	for i := range n {
		x := s.x[i*h:][:h]
		m.table.Quantise(s.rows, i, x, m.table.Extent(x))
	}
}

// check refuses a window that the model cannot read.
func (m *Model) check(w Window) error {
	if len(w.IDs) > m.positions {
		return fmt.Errorf("window of %d pieces, at most %d: %w",
			len(w.IDs), m.positions, ErrTooLong)
	}
	if len(w.Shapes) != len(w.IDs) {
		return fmt.Errorf("window of %d pieces with %d shapes", len(w.IDs), len(w.Shapes))
	}
	for i, id := range w.IDs {
		if id < 0 || int(id) >= m.vocabulary {
			return fmt.Errorf("piece %d: id %d is not in the vocabulary of %d",
				i, id, m.vocabulary)
		}
		if int(w.Shapes[i]) >= m.shapes {
			return fmt.Errorf("piece %d: unknown word shape %d", i, w.Shapes[i])
		}
	}
	return nil
}

// embed sets the state to the normalised embeddings.
func (m *Model) embed(w Window, s *Scratch) {
	h := m.hidden
	for i, id := range w.IDs {
		x, y := s.x[i*h:][:h], s.y[i*h:][:h]
		word := m.words[int(id)*h:][:h]
		scale := m.wordScales[id]
		position := m.positionVectors[i*h:][:h]
		for j, v := range word {
			x[j] = float32(float32(v)*scale) + position[j]
		}
		copy(y, m.shapeVectors[int(w.Shapes[i])*h:][:h])
	}
	m.normalise(&m.embeddingNorm, len(w.IDs), s)
}

// normalise adds y to the state, normalises it and quantises it into s.rows.
func (m *Model) normalise(p *norm, n int, s *Scratch) {
	h := m.hidden
	for i := range n {
		x, y := s.x[i*h:][:h], s.y[i*h:][:h]
		e := m.table.Normalise(x, x, y, p.gain, p.bias)
		m.table.Quantise(s.rows, i, x, e)
	}
}

// hide sets the mask for a window of n rows.
func (s *Scratch) hide(n int) {
	clear(s.mask[:n])
	for i := n; i < roundUp(n); i++ {
		s.mask[i] = float32(math.Inf(-1))
	}
}

// attention adds self-attention to the state and normalises it.
func (m *Model) attention(l *layer, n int, s *Scratch) {
	h, padded := m.hidden, roundUp(n)
	panel := padded * headWidth
	m.table.Dense(kernel.Output{Data: s.qkv, Stride: headWidth, Panel: panel},
		s.rows.Slice(0, n), &l.attend)
	heads := h / headWidth
	for head := range heads {
		queries := s.qkv[head*panel:][:panel]
		keys := s.qkv[(heads+head)*panel:][:panel]
		values := s.qkv[(2*heads+head)*panel:][:panel]
		factors := m.narrow(s, queries, keys, values, n)
		for i := 0; i < n; i += tileRows {
			m.attend(s, factors, i, n, head*headWidth)
		}
	}
	for i := range n {
		x := s.context[i*h:][:h]
		m.table.Quantise(s.rows, i, x, m.table.Extent(x))
	}
	m.table.Dense(kernel.Output{Data: s.y, Stride: h, Panel: headWidth},
		s.rows.Slice(0, n), &l.project)
	m.normalise(&l.attended, n, s)
}

// Attention computes in 16-bit numbers. These bounds keep the int32 sums from
// wrapping around: 32 products of a query and a key, both at most scoreLimit,
// stay below 2^31; the weights of a row sum to weightLimit, or little more when
// all are rounded up, so that values may take all 16 bits.
const (
	scoreLimit  = 8191
	weightLimit = 32768
	valueLimit  = 32767
)

// logScale turns a product of a query and a key into an exponent of two:
// log2(e)/√32.
const logScale = math.Log2E / 5.656854249492381

// headFactors turn the integer products of one head back into floats.
type headFactors struct{ score, value float32 }

// narrow writes queries, keys and values of one head as 16-bit numbers, each
// scaled by its largest value in the window: queries as they are, keys in
// columns, values in pairs of rows. Rows behind the window become zero.
func (m *Model) narrow(s *Scratch, queries, keys, values []float32, n int) headFactors {
	for _, x := range [][]float32{queries, keys, values} {
		clear(x[n*headWidth:])
	}
	q := m.largest(queries)
	k := m.largest(keys)
	v := m.largest(values)
	m.table.Narrow(s.queries, queries, scoreLimit/q)
	const block = headWidth * headWidth
	for b := 0; b < len(keys); b += block {
		m.table.Transpose(s.block, keys[b:])
		m.table.Interleave(s.keys[b:], s.block, scoreLimit/k)
	}
	m.table.Interleave(s.values, values, valueLimit/v)
	return headFactors{
		score: float32(q/scoreLimit) * float32(k/scoreLimit) * logScale,
		value: v / (valueLimit * weightLimit),
	}
}

// largest returns the largest absolute value of x, or 1 if it is nearly zero.
func (m *Model) largest(x []float32) float32 {
	e := m.table.Extent(x)
	if v := max(e.Hi, -e.Lo); v > 0x1p-100 {
		return v
	}
	return 1
}

// attend computes one head of attention for tileRows queries from row i on, or
// as many as there are, and writes it to column at of the context.
func (m *Model) attend(s *Scratch, f headFactors, i, n, at int) {
	t, padded := min(tileRows, n-i), roundUp(n)
	queries := kernel.Numbers{
		Data: s.queries[i*headWidth:][:t*headWidth], Stride: headWidth,
	}
	m.table.MultiplyPairs(kernel.Matrix{Data: s.scores, Stride: padded}, queries,
		s.keys[:padded*headWidth], s.mask[:padded], f.score)
	for r := range t {
		row := s.scores[r*padded:][:padded]
		sum := m.table.Exp(row)
		m.table.Narrow(s.weights[r*padded:], row, weightLimit/sum)
	}
	weights := kernel.Numbers{Data: s.weights[:t*padded], Stride: padded}
	context := kernel.Matrix{Data: s.context[i*m.hidden+at:], Stride: m.hidden}
	m.table.MultiplyPairs(context, weights, s.values[:(n+1)/2*2*headWidth],
		s.zeros, f.value)
}

// feed adds the feed-forward step to the state and normalises it.
func (m *Model) feed(l *layer, n int, s *Scratch) {
	h, inner := m.hidden, m.inner
	blocks := (n + feedBlock - 1) / feedBlock
	for b, i := 0, 0; b < blocks; b++ {
		rows := (n - i + blocks - b - 1) / (blocks - b)
		m.table.Dense(kernel.Output{Data: s.inner, Stride: inner, Panel: headWidth},
			s.rows.Slice(i, i+rows), &l.expand)
		for r := range rows {
			x := s.inner[r*inner:][:inner]
			m.table.Quantise(s.expanded, r, x, m.table.GELU(x))
		}
		out := kernel.Output{Data: s.y[i*h:], Stride: h, Panel: headWidth}
		m.table.Dense(out, s.expanded.Slice(0, rows), &l.contract)
		i += rows
	}
	m.normalise(&l.fed, n, s)
}

// into writes the outputs of heads to dst, of which a row is m.outputs long.
func (d *heads) into(m *Model, dst []float32, n int, s *Scratch) {
	padded := len(d.biases)
	m.table.Multiply(kernel.Matrix{Data: s.heads, Stride: padded},
		kernel.Matrix{Data: s.x, Stride: m.hidden},
		d.weights, d.biases, s.ones[:n])
	for i := range n {
		copy(dst[i*m.outputs:][:d.outputs], s.heads[i*padded:])
	}
}
