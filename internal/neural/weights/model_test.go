package weights

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

func TestDigestIsThatOfTheModel(t *testing.T) {
	sum := sha256.Sum256([]byte(Model()))
	if got := hex.EncodeToString(sum[:]); got != Digest() {
		t.Errorf("the model has the digest %s, reader.sha256 says %s", got, Digest())
	}
}
