package attribution

import (
	"strings"
	"testing"

	"readout/internal/neural/tag"
)

// relay builds the statement that an outlet passes on and returns the one inside it
// as "speaker | cue | content".
func relay(t *testing.T, content, cue string, more ...tag.Attribution) string {
	t.Helper()
	doc, quotations := document(t, content+", "+cue+" Interfax.")
	a := attribution(t, doc, "Interfax", cue, content)
	a.Score = 0.9
	for _, s := range Build(doc, append([]tag.Attribution{a}, more...), quotations) {
		if s.Inside >= 0 {
			return strings.Join([]string{doc.At(s.Speaker), doc.At(s.Cue), Words(doc, s)}, " | ")
		}
	}
	return ""
}

func TestWhatAnOutletPassesOnIsSaidByTwo(t *testing.T) {
	for content, want := range map[string]string{
		"Kremlin spokesman Dmitry Peskov denied that any talks were held": "Kremlin spokesman Dmitry Peskov | denied | that any talks were held",
		"Peskov has also denied the reports":                              "Peskov | has also denied | the reports",
		"Peskov on Tuesday said he would go":                              "Peskov | said | he would go",
		"that Peskov said he would go":                                    "Peskov | said | he would go",
		"The man who said he was ill died":                                "",
		"Reports that Peskov said so were false":                          "",
		"Peskov was ill and said so":                                      "",
		"Peskov, the spokesman, denied it":                                "",
		"Peskov denied":                                                   "",
		"denied entry, they left":                                         "",
		"Prices fell by half":                                             "",
		"Peskov “said he would go”":                                       "",
	} {
		if got := relay(t, content, "according to"); got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}

func TestOnlyWhoPassesOnWordsHasTwoStatements(t *testing.T) {
	for cue, want := range map[string]bool{"according to": true, "as reported by": true, "said": false} {
		if got := relay(t, "Peskov denied it all", cue) != ""; got != want {
			t.Errorf("%s: passed on is %v, want %v", cue, got, want)
		}
	}
}

func TestTheModelsStatementInsideCounts(t *testing.T) {
	doc, quotations := document(t, "Peskov denied it all, according to Interfax.")
	outer := attribution(t, doc, "Interfax", "according to", "Peskov denied it all")
	inner := attribution(t, doc, "Peskov", "denied", "it all")
	inner.Score = 0.7
	all := Build(doc, []tag.Attribution{inner, outer}, quotations)
	if len(all) != 2 || all[1].Score != 0.7 || all[1].Inside != 0 {
		t.Errorf("built %+v, want the model's two", all)
	}
}

func TestTheScoreOfWhatIsPassedOnIsLower(t *testing.T) {
	doc, quotations := document(t, "Peskov denied it all, according to Interfax.")
	outer := attribution(t, doc, "Interfax", "according to", "Peskov denied it all")
	outer.Score = 0.5
	all := Build(doc, []tag.Attribution{outer}, quotations)
	if len(all) != 2 || all[1].Score >= all[0].Score {
		t.Errorf("built %+v, want a second one with a lower score", all)
	}
}

func TestWhoTakesAnOfficeSaysNothing(t *testing.T) {
	for _, c := range []struct {
		cue, content string
		want         int
	}{
		{"reassumed", "the role of CEO in 1997", 0},
		{"took", "his post.", 0},
		{"assumed", "that the post was lost", 1},
		{"assumed", "the vote was lost", 1},
		{"said", "the role of CEO was vacant", 1},
	} {
		doc, quotations := document(t, "Jobs "+c.cue+" "+c.content)
		found := []tag.Attribution{attribution(t, doc, "Jobs", c.cue, c.content)}
		if got := len(Build(doc, found, quotations)); got != c.want {
			t.Errorf("%s %s: %d statements, want %d", c.cue, c.content, got, c.want)
		}
	}
}
