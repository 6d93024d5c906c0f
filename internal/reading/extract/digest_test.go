package extract

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/neural/kernel"
)

// hostile are texts that news do not hold.
func hostile() []string {
	return []string{
		"",
		"\n\n\n",
		"a",
		"“",
		"\"\"\"\"\"\"\"\"",
		strings.Repeat("said ", 60),
		strings.Repeat("He said “", 20),
		strings.Repeat("a", 5000),
		strings.Repeat("Ja’s ", 40) + "said.",
		"e\u0301\u0301\u0301 said the 🤷🏽‍♀️👩‍👩‍👧 won. قال الوزير. " +
			"部长说没事。",
		"The minister\x00 said\u00ad that\u200b taxes\ufeff fall.",
		"She said: 'No.' — “Yes,” he «answered».\n- one\n- two, she added\n\t\t* three",
	}
}

// fiftyTexts are the texts of the digest: the hostile ones, and openings of
// paragraphs, taken from all articles in turn. They are short since plain Go
// computes the model a hundred times slower than the assembly.
func fiftyTexts(t *testing.T) []string {
	t.Helper()
	const count, longest = 50, 30 // texts, words
	texts := hostile()
	all := articles(t)
	for round := 2; len(texts) < count && round < 100; round++ { // behind title and date
		for _, a := range all {
			paragraphs := strings.Split(a.text, "\n\n")
			if round < len(paragraphs) && len(texts) < count {
				words := strings.Fields(paragraphs[round])
				texts = append(texts, strings.Join(words[:min(longest, len(words))], " "))
			}
		}
	}
	return texts
}

// TestEveryKernelGivesTheSameRecords compares one digest of fifty records. It is
// kept in testdata as well, so that other machines can be compared with it. With
// -short, plain Go reads the first ten alone.
func TestEveryKernelGivesTheSameRecords(t *testing.T) {
	texts := fiftyTexts(t)
	var first, all string // digests of the fastest kernel that runs
	for _, name := range slices.Backward(kernel.Names()) {
		r, err := Open(name)
		if err != nil {
			t.Logf("kernel %s does not run here: %v", name, err)
			continue
		}
		few := digest(t, r, texts[:10])
		first = cmp.Or(first, few)
		if few != first {
			t.Errorf("kernel %s: digest %s of ten records, others have %s", name, few, first)
		}
		if name == "generic" && testing.Short() && all != "" {
			t.Logf("kernel %s: 10 records, digest %.16s", name, few)
			continue
		}
		start := time.Now()
		own := digest(t, r, texts)
		all = cmp.Or(all, own)
		if own != all {
			t.Errorf("kernel %s: digest %s of all records, others have %s", name, own, all)
		}
		t.Logf("kernel %s: %d records, digest %.16s, %.0f words/s", name, len(texts), own,
			float64(countWords(texts))/time.Since(start).Seconds())
	}
	if !testing.Short() { // else the articles are fewer
		golden(t, "digest.txt", all+"\n")
	}
}

func countWords(texts []string) int { return len(strings.Fields(strings.Join(texts, " "))) }

// digest returns the SHA-256 of the records of texts, one a line.
func digest(t *testing.T, r *Reader, texts []string) string {
	t.Helper()
	hash := sha256.New()
	for _, text := range texts {
		fmt.Fprintln(hash, canonical(t, r, text))
	}
	return fmt.Sprintf("%x", hash.Sum(nil))
}
