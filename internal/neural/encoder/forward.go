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
	for i := range m.layers {
		m.attention(&m.layers[i], n, s)
		m.feed(&m.layers[i], n, s)
	}
	m.headsInto(dst, n, s)
	return dst, nil
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
		queries := s.qkv[head*panel:][:n*headWidth]
		keys := s.qkv[(heads+head)*panel:][:panel]
		values := s.qkv[(2*heads+head)*panel:][:n*headWidth]
		clear(keys[n*headWidth:])
		for b := 0; b < panel; b += headWidth * headWidth {
			m.table.Transpose(s.keys[b:], keys[b:])
		}
		for i := 0; i < n; i += tileRows {
			m.attend(s, queries[i*headWidth:], values, i*h+head*headWidth)
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

// attend computes one head of attention for the first tileRows queries, or as
// many as there are, and writes it to s.context from place at on.
func (m *Model) attend(s *Scratch, queries, values []float32, at int) {
	t := min(tileRows, len(queries)/headWidth)
	n := len(values) / headWidth
	padded := roundUp(n)
	scores := kernel.Matrix{Data: s.scores, Stride: padded}
	m.table.Multiply(scores, kernel.Matrix{Data: queries, Stride: headWidth},
		s.keys[:padded*headWidth], s.mask[:padded], s.scale[:t])
	for i := range t {
		s.sums[i] = 1 / m.table.Exp(s.scores[i*padded:][:padded])
	}
	m.table.Multiply(kernel.Matrix{Data: s.context[at:], Stride: m.hidden},
		scores, values, s.zeros, s.sums[:t])
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

// headsInto writes the outputs of the heads to dst.
func (m *Model) headsInto(dst []float32, n int, s *Scratch) {
	padded := len(m.headBiases)
	m.table.Multiply(kernel.Matrix{Data: s.heads, Stride: padded},
		kernel.Matrix{Data: s.x, Stride: m.hidden},
		m.headWeights, m.headBiases, s.ones[:n])
	for i := range n {
		copy(dst[i*m.outputs:][:m.outputs], s.heads[i*padded:])
	}
}
