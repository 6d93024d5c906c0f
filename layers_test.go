package readout

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// layers is the import policy: a package may import packages of earlier lines
// only. Paths are without "internal/"; "." is the root.
const layers = `
record serving/route serving/turn language/text language/edtf language/fold language/lexicon neural/kernel neural/weights config ingest/byline keeping/store/sqlite/prepared
neural/kernel/asmgen language/segment language/chunk neural/wordpiece ingest/pubdate ingest/feed ingest/fetch ingest/warc ingest/charset reading/timex/pattern ingest/webpage keeping/resolve keeping/query
keeping/alias
ingest neural/encoder reading/timex/value keeping/wording keeping/sample keeping/store keeping/queue keeping/store/version reading/amount/unit reading/amount/cue reading/role/cue reading/mention/proper
keeping/store/sqlite/newest keeping/store/sqlite/file
neural/tag reading/timex/rule keeping/export keeping/portrait keeping/plain keeping/layout keeping/catalogue keeping/search keeping/correct keeping/store/sqlite/schema keeping/store/sqlite/search keeping/store/sqlite/feed keeping/store/postgres/feed keeping/store/sqlite/rows keeping/store/sqlite/packed keeping/store/storetest keeping/queue/queuetest serving/problem serving/item keeping/store/sqlite/task reading/event/word reading/role/word
serving/api/describe keeping/store/nametest keeping/store/sqlite/seek serving/etag serving/article reading/mention reading/timex reading/amount
keeping/store/sqlite
serving/api reading/phrase/word reading/phrase/pattern reading/role reading/event/grammar
keeping/page serving/web/place serving/web/shelf serving/web/tally
serving/web/found serving/web/twin
serving/web
keeping/store/postgres/cluster keeping/store/postgres/schema keeping/store/postgres/search
keeping/store/postgres/index
keeping/store/postgres
keeping/columnar keeping/dataset keeping/annotation keeping/brief
reading/phrase
reading/attribution reading/citation/bracket reading/citation/lead reading/silence
reading/stance/saying
reading/stance/saying/sayingtest reading/stance/audience reading/stance/due
reading/citation reading/coref reading/event reading/stance reading/narrative
reading/extract
serving/token serving/mcp
serving/server
manual cmd/readout/console
cmd/readout/sitting cmd/readout/naming
. cmd/readout/desk
cmd/readout/keep cmd/readout/showing
cmd/readout/host
cmd/readout/exporting
cmd/readout/watch
cmd/readout
`

// halves names what each half of the program may not know of the other; only
// cmd/readout joins them.
var halves = []struct{ from, never string }{
	{"reading/", "keeping/"},
	{"reading/", "serving/"},
	{"neural/", "keeping/"},
	{"language/", "keeping/"},
	{"ingest", "keeping/"},
	{"keeping/", "reading/"},
	{"keeping/", "neural/"},
	{"keeping/", "ingest"},
	{"serving/", "reading/"},
	{"serving/", "neural/"},
	{"record", "reading/"},
	{"record", "neural/"},
}

func layerOf(name string) (int, bool) {
	for i, line := range strings.Split(strings.TrimSpace(layers), "\n") {
		if slices.Contains(strings.Fields(line), name) {
			return i, true
		}
	}
	return 0, false
}

func TestAPackageImportsLowerLayersOnly(t *testing.T) {
	imports := loadTree(t).importsOfOwn()
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		layer, known := layerOf(from)
		if !known {
			t.Errorf("%s stands in no line of layers: give it one", from)
			continue
		}
		for _, to := range imports[from] {
			if below, ok := layerOf(to); ok && below >= layer {
				t.Errorf("%s (layer %d) imports %s (layer %d)", from, layer, to, below)
			}
		}
	}
}

func TestTheHalvesDoNotKnowEachOther(t *testing.T) {
	for from, imports := range loadTree(t).importsOfOwn() {
		for _, to := range imports {
			for _, h := range halves {
				if strings.HasPrefix(from, h.from) && strings.HasPrefix(to, h.never) {
					t.Errorf("%s imports %s; only cmd/readout joins the halves", from, to)
				}
			}
		}
	}
}

func TestPackagesImportFewOfTheirOwn(t *testing.T) {
	const most = 3.0
	imports := loadTree(t).importsOfOwn()
	maps.DeleteFunc(imports, func(from string, to []string) bool {
		return limit{what: "own imports"}.isExcepted(measure{from, len(to)})
	})
	sum := 0
	for _, to := range imports {
		sum += len(to)
	}
	if mean := float64(sum) / float64(len(imports)); mean > most {
		t.Errorf("own imports: %.2f a package, at most %.1f", mean, most)
	}
}

func TestChainsOfImportsAreShort(t *testing.T) {
	const limit = 9
	imports := loadTree(t).importsOfOwn()
	for from := range imports {
		if chain := longestChain(imports, from); len(chain) > limit {
			t.Errorf("chain of %d packages, at most %d: %s",
				len(chain), limit, strings.Join(chain, " -> "))
		}
	}
}

// longestChain ends, because the compiler refuses imports that go round.
func longestChain(imports map[string][]string, from string) []string {
	var longest []string
	for _, to := range imports[from] {
		if chain := longestChain(imports, to); len(chain) > len(longest) {
			longest = chain
		}
	}
	return append([]string{from}, longest...)
}
