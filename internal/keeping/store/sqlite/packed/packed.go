// Package packed writes records small. JSON repeats its words in every field: packed
// it takes a fifth, and a file of records not much more than half.
//
// Source: Zstandard, RFC 8878. What was kept before records were packed is JSON, whose
// first byte is none of a frame; it is read as it is.
package packed

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"readout/internal/keeping/store"
	"readout/record"
)

// mostBytes is how long a record may be: what SQLite keeps in one row.
const mostBytes = 1_000_000_000

// windowBytes is how far back repetitions are looked for: all of any article.
const windowBytes = 1 << 20

var magic = []byte{0x28, 0xB5, 0x2F, 0xFD}

// A packer is for any number of goroutines, of which as many pack at once.
type packer struct {
	in  *zstd.Encoder
	out *zstd.Decoder
}

// shared is made once: it has memory of a megabyte for each processor.
var shared = sync.OnceValues(func() (packer, error) {
	in, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(windowBytes), zstd.WithEncoderCRC(false))
	if err != nil {
		return packer{}, err
	}
	out, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(mostBytes))
	return packer{in, out}, err
})

// Pack returns the canonical JSON of a record as one frame without a checksum, for
// which [Prove] wants the SHA-256 of the frame.
func Pack(r *record.Record) ([]byte, error) {
	json, err := r.MarshalCanonical()
	if err != nil {
		return nil, err
	}
	p, err := shared()
	if err != nil {
		return nil, err
	}
	return p.in.EncodeAll(json, nil), nil
}

// Prove returns the record that stands under a name, and what is wrong with it. Bits
// of a frame that mean nothing are found by the checksum alone.
func Prove(document, pipeline string, data, sum []byte) (*record.Record, []string) {
	if problems := store.Changed(data, sum); len(problems) > 0 {
		return nil, problems
	}
	json, err := Unpack(data)
	if err != nil {
		return nil, []string{err.Error()}
	}
	return store.Prove(document, pipeline, json)
}

// Unpack returns the JSON of a frame. That it was damaged is found where none can look
// so, see [Prove].
func Unpack(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, magic) {
		return data, nil
	}
	p, err := shared()
	if err != nil {
		return nil, err
	}
	json, err := p.out.DecodeAll(data, nil)
	if err != nil {
		return nil, fmt.Errorf("a packed record of %d bytes: %w", len(data), err)
	}
	return json, nil
}
