package weights

import (
	"strings"
	"testing"
)

func TestVocabularyHasBERTsPiecesAtTheirIDs(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(Vocabulary(), "\n"), "\n")
	if len(lines) != 30522 {
		t.Fatalf("%d pieces, want 30522", len(lines))
	}
	for id, want := range map[int]string{
		0: "[PAD]", 100: "[UNK]", 101: "[CLS]", 102: "[SEP]", 1996: "the",
	} {
		if lines[id] != want {
			t.Errorf("piece %d is %q, want %q", id, lines[id], want)
		}
	}
}
