package timex

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/text"
)

var (
	tmlTag   = regexp.MustCompile(`<[^>]+>`)
	tmlText  = regexp.MustCompile(`(?s)<TEXT>(.*?)</TEXT>`)
	tmlDate  = regexp.MustCompile(`(?s)<DCT>.*?value="([^"]+)"`)
	tmlValue = regexp.MustCompile(`(\w+)="([^"]*)"`)
	tmlChars = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")
)

// A marked document is a TimeML file: its text, date and expressions.
type marked struct {
	name, src, published string
	gold                 []Time
}

func readTimeML(t *testing.T, path string) marked {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := marked{name: filepath.Base(path)}
	if date := tmlDate.FindSubmatch(raw); date != nil {
		m.published = string(date[1])
	}
	body := string(tmlText.FindSubmatch(raw)[1])
	var src strings.Builder
	var open []string
	start := 0
	tell := func(tag string) {
		switch {
		case strings.HasPrefix(tag, "<TIMEX3"):
			open, start = []string{tag}, src.Len()
		case strings.HasPrefix(tag, "</TIMEX3") && open != nil:
			found := Time{Span: text.Span{Start: start, End: src.Len()}}
			for _, a := range tmlValue.FindAllStringSubmatch(open[0], -1) {
				switch a[1] {
				case "type":
					found.Type = Type(strings.ToLower(a[2]))
				case "value":
					found.Value = a[2]
				}
			}
			m.gold, open = append(m.gold, found), nil
		}
	}
	at := 0
	for _, tag := range tmlTag.FindAllStringIndex(body, -1) {
		src.WriteString(tmlChars.Replace(body[at:tag[0]]))
		tell(body[tag[0]:tag[1]])
		at = tag[1]
	}
	src.WriteString(tmlChars.Replace(body[at:]))
	m.src = src.String()
	return m
}

// A tally counts as score.py does: a found time answers one expression.
type tally struct{ gold, found, relaxed, strict, kind, value int }

func (c *tally) add(gold, found []Time, tell func(what string, gold, found *Time)) {
	used := make([]bool, len(found))
	c.gold, c.found = c.gold+len(gold), c.found+len(found)
	for i := range gold {
		best, overlap := -1, 0
		for k := range found {
			o := min(found[k].Span.End, gold[i].Span.End) - max(found[k].Span.Start, gold[i].Span.Start)
			if !used[k] && o > overlap {
				best, overlap = k, o
			}
		}
		if best < 0 {
			tell("missed", &gold[i], nil)
			continue
		}
		used[best] = true
		f := &found[best]
		c.relaxed++
		if f.Span == gold[i].Span {
			c.strict++
		} else {
			tell("extent", &gold[i], f)
		}
		if f.Type == gold[i].Type {
			c.kind++
		}
		if f.Value == gold[i].Value {
			c.value++
		} else {
			tell("value", &gold[i], f)
		}
	}
	for k := range found {
		if !used[k] {
			tell("spurious", nil, &found[k])
		}
	}
}

func (c *tally) f1(right int) float64 { return 200 * float64(right) / float64(c.gold+c.found) }

func (c *tally) String() string {
	return fmt.Sprintf("relaxed %.2f strict %.2f type %.2f value %.2f (gold %d, found %d)",
		c.f1(c.relaxed), c.f1(c.strict), c.f1(c.kind), c.f1(c.value), c.gold, c.found)
}

// TestTimeML prints how well the rules alone read TimeBank, or a folder of TimeML
// files that READOUT_TIMEML names; with READOUT_TIMEML_ERRORS the errors too.
func TestTimeML(t *testing.T) {
	folder := cmp.Or(os.Getenv("READOUT_TIMEML"), "../../../../shared/data/timeml/TimeBank")
	paths, err := filepath.Glob(filepath.Join(folder, "*.tml"))
	if err != nil || len(paths) == 0 {
		t.Skip("the corpus stays beside the project")
	}
	slices.Sort(paths)
	var all tally
	for _, path := range paths {
		m := readTimeML(t, path)
		doc, sentences := frozen(t, m.src)
		found := Find(doc, sentences, nil, m.published)
		all.add(m.gold, found, func(what string, gold, found *Time) {
			if os.Getenv("READOUT_TIMEML_ERRORS") != "" {
				fmt.Println(m.tell(what, gold, found))
			}
		})
	}
	t.Logf("%d documents: %s", len(paths), &all)
}

func (m *marked) tell(what string, gold, found *Time) string {
	at := gold
	line := what + " " + m.name + " " + m.published
	if gold != nil {
		line += fmt.Sprintf(" want [%s] %s %s", m.src[gold.Span.Start:gold.Span.End], gold.Type, gold.Value)
	}
	if found != nil {
		line += fmt.Sprintf(" got [%s] %s %s", m.src[found.Span.Start:found.Span.End], found.Type, found.Value)
		at = found
	}
	context := m.src[max(0, at.Span.Start-60):min(len(m.src), at.Span.End+40)]
	return strings.ReplaceAll(line+" | "+context, "\n", " ")
}
