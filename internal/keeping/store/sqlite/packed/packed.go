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

// Pack returns JSON as one frame without a checksum: records have a better one.
func Pack(json []byte) ([]byte, error) {
	p, err := shared()
	if err != nil {
		return nil, err
	}
	return p.in.EncodeAll(json, nil), nil
}

// Unpack returns the JSON of a frame. It says that a frame was damaged only where
// none can look so; the JSON is to be proved by its checksum.
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
