package packed

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestRecordsComeOutAsTheyWentIn(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "storetest", "testdata", "articles.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	whole, small := 0, 0
	for line := range bytes.Lines(data) {
		line = bytes.TrimSpace(line)
		packed, err := Pack(line)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Pack(line)
		if err != nil || !bytes.Equal(packed, again) {
			t.Errorf("packed twice it differs, %v", err)
		}
		for _, kept := range [][]byte{packed, line} { // by this program, and by one before
			if json, err := Unpack(kept); err != nil || !bytes.Equal(json, line) {
				t.Errorf("%.60q came out as %.60q, %v", line, json, err)
			}
		}
		whole, small = whole+len(line), small+len(packed)
	}
	if small*3 > whole {
		t.Errorf("%d bytes take %d, want less than a third", whole, small)
	}
}

func TestAnEmptyRecordIsNoFrame(t *testing.T) {
	if json, err := Unpack(nil); err != nil || len(json) > 0 {
		t.Errorf("%q, %v", json, err)
	}
}

// TestDamageIsReadOrRefused flips bits and cuts: a few of a frame mean nothing, so that
// only the checksum of the frame finds all of them.
func TestDamageIsReadOrRefused(t *testing.T) {
	line := []byte(`{"document":{"id":"d0123456789abcdef","text":"` +
		string(bytes.Repeat([]byte("The treaty was signed. "), 40)) + `"}}`)
	packed, err := Pack(line)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for bit := range 8 * len(packed) {
		damaged := bytes.Clone(packed)
		damaged[bit/8] ^= 1 << (bit % 8)
		if json, err := Unpack(damaged); err != nil || !bytes.Equal(json, line) {
			refused++
		}
	}
	if refused < 6*len(packed) {
		t.Errorf("of %d bits %d make a difference", 8*len(packed), refused)
	}
	for n := range len(packed) {
		if json, err := Unpack(packed[:n]); err == nil && bytes.Equal(json, line) {
			t.Errorf("%d of %d bytes are enough", n, len(packed))
		}
	}
}
