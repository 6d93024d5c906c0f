package packed

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"readout/record"
)

// articles returns records of real articles.
func articles(t *testing.T) []*record.Record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "storetest", "testdata", "articles.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []*record.Record
	for line := range bytes.Lines(data) {
		r, err := record.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func TestRecordsComeOutAsTheyWentIn(t *testing.T) {
	whole, small := 0, 0
	for _, r := range articles(t) {
		want, err := r.MarshalCanonical()
		if err != nil {
			t.Fatal(err)
		}
		packed, err := Pack(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Pack(r)
		if err != nil || !bytes.Equal(packed, again) {
			t.Errorf("packed twice it differs, %v", err)
		}
		for _, kept := range [][]byte{packed, want} { // by this program, and by one before
			if json, err := Unpack(kept); err != nil || !bytes.Equal(json, want) {
				t.Errorf("%.60q came out as %.60q, %v", want, json, err)
			}
			sum := sha256.Sum256(kept)
			if _, problems := Prove(r.Document.ID, r.Meta.Pipeline, kept, sum[:]); len(problems) > 0 {
				t.Errorf("%s is whole: %q", r.Document.ID, problems)
			}
		}
		whole, small = whole+len(want), small+len(packed)
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

// TestDamageIsFound flips every bit of a frame, and cuts it everywhere. Some bits mean
// nothing, which the checksum finds all the same.
func TestDamageIsFound(t *testing.T) {
	r := slices.MinFunc(articles(t), func(a, b *record.Record) int {
		return len(*a.Document.Text) - len(*b.Document.Text)
	})
	packed, err := Pack(r)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(packed)
	for bit := range 8 * len(packed) {
		damaged := bytes.Clone(packed)
		damaged[bit/8] ^= 1 << (bit % 8)
		if _, problems := Prove(r.Document.ID, r.Meta.Pipeline, damaged, sum[:]); len(problems) == 0 {
			t.Errorf("bit %d of %d is not missed", bit, 8*len(packed))
		}
	}
	whole, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(packed) {
		if json, err := Unpack(packed[:n]); err == nil && bytes.Equal(json, whole) {
			t.Errorf("%d of %d bytes are enough", n, len(packed))
		}
		now := sha256.Sum256(packed[:n])
		if _, problems := Prove(r.Document.ID, r.Meta.Pipeline, packed[:n], now[:]); len(problems) == 0 {
			t.Errorf("%d of %d bytes are a record", n, len(packed))
		}
	}
}
