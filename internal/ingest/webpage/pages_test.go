package webpage

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pagesDir holds saved news pages with their main text by hand. They are
// their publishers' and so no part of this repository.
const pagesDir = "../../../../shared/data/pages"

// minPages is the least F of the main text, in percent: readability alone has
// 95.2, trafilatura 96.2.
const minPages = 97.0

// TestMainTextOfSavedPages measures as the article extraction benchmark does:
// runs of four words, each page weighing the same.
func TestMainTextOfSavedPages(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(pagesDir, "ground-truth.json"))
	if err != nil {
		t.Skip("the saved pages are kept outside the repository and are not here: ", err)
	}
	var truth map[string]struct {
		Body string `json:"articleBody"`
		URL  string `json:"url"`
	}
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	var precision, recall float64
	found, wanted := 0, 0
	for _, key := range slices.Sorted(maps.Keys(truth)) {
		at, err := url.Parse(truth[key].URL)
		if err != nil {
			t.Fatal(err)
		}
		page := Read(savedPage(t, key), at)
		got, want := runs(page.Text), runs(truth[key].Body)
		both := common(got, want)
		p, r := both/max(1, size(got)), both/max(1, size(want))
		t.Logf("%.6s P %5.1f R %5.1f %s", key, 100*p, 100*r, at.Host)
		if len(got) > 0 {
			found++
			precision += p
		}
		if len(want) > 0 {
			wanted++
			recall += r
		}
	}
	p, r := 100*precision/float64(found), 100*recall/float64(wanted)
	f := 2 * p * r / (p + r)
	t.Logf("main text of %d pages: P %.1f R %.1f F %.1f", len(truth), p, r, f)
	if f < minPages {
		t.Errorf("F of the main text is %.1f, want at least %.1f", f, minPages)
	}
}

func savedPage(t *testing.T, key string) string {
	t.Helper()
	file, err := os.Open(filepath.Join(pagesDir, "html", key+".html.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

var word = regexp.MustCompile(`[\pL\pN_]+`)

// runs counts the runs of four words in s.
func runs(s string) map[string]int {
	list := word.FindAllString(s, -1)
	counts := make(map[string]int)
	for i := 0; len(list) > 0 && i < max(1, len(list)-3); i++ {
		counts[strings.Join(list[i:min(len(list), i+4)], " ")]++
	}
	return counts
}

func common(a, b map[string]int) float64 {
	n := 0
	for run, count := range a {
		n += min(count, b[run])
	}
	return float64(n)
}

func size(counts map[string]int) float64 {
	n := 0
	for _, count := range counts {
		n += count
	}
	return float64(n)
}
