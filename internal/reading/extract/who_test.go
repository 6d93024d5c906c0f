package extract

import (
	"strings"
	"testing"

	"readout/record"
)

// visit is a text of our own in which people are named once and meant often.
const visit = `Maria Keller visited the United States on Monday. She told reporters that the American plan was sound.

Jonas Berg disagreed. He said that Keller had misread the plan. “I will not sign it,” he added.

Mr. Berg called the plants useless.
`

// entityNamed returns the entity of a name.
func entityNamed(t *testing.T, rec *record.Record, name string) record.Entity {
	t.Helper()
	for _, e := range rec.Entities {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("no entity %q", name)
	return record.Entity{}
}

// mentioned lists an entity's mentions of a kind.
func mentioned(e record.Entity, kind record.MentionKind) string {
	var out []string
	for _, m := range e.Mentions {
		if m.Kind == kind {
			out = append(out, m.Exact)
		}
	}
	return strings.Join(out, " ")
}

func TestPronounsAreMentionsOfWhoTheyMean(t *testing.T) {
	rec := read(t, openFastest(t), visit)
	for name, want := range map[string]string{
		"Maria Keller": "She", "Jonas Berg": "He I he",
	} {
		if got := mentioned(entityNamed(t, rec, name), record.MentionPronoun); got != want {
			t.Errorf("%s is meant by %q, want %q", name, got, want)
		}
	}
	if got := mentioned(entityNamed(t, rec, "Jonas Berg"), record.MentionName); got != "Jonas Berg Berg" {
		t.Errorf("Berg is named by %q", got)
	}
}

func TestMentionsOfAnEntityAreInTheOrderOfTheText(t *testing.T) {
	for _, e := range read(t, openFastest(t), visit).Entities {
		for i, m := range e.Mentions {
			if i > 0 && m.Span.Start < e.Mentions[i-1].Span.Start {
				t.Errorf("%s: %q stands behind %q", e.Name, e.Mentions[i-1].Exact, m.Exact)
			}
		}
	}
}

func TestASpeakerByPronounIsTiedToItsEntity(t *testing.T) {
	rec := read(t, openFastest(t), visit)
	berg, tied := entityNamed(t, rec, "Jonas Berg").ID, 0
	for _, s := range rec.Statements {
		if s.Speaker == nil || !strings.EqualFold(s.Speaker.Exact, "he") {
			continue
		}
		tied++
		if s.Speaker.Entity == nil || *s.Speaker.Entity != berg {
			t.Errorf("%q is said by %v, want %s", s.Content.Text, s.Speaker.Entity, berg)
		}
	}
	if tied != 2 {
		t.Errorf("%d statements of his, want 2", tied)
	}
}

func TestAStatementIsAboutWhomItsContentMeans(t *testing.T) {
	rec := read(t, openFastest(t), visit)
	keller := entityNamed(t, rec, "Maria Keller").ID
	for _, s := range rec.Statements {
		if strings.Contains(s.Content.Text, "misread") && !strings.Contains(strings.Join(s.About, " "), keller) {
			t.Errorf("%q is about %v, want %s", s.Content.Text, s.About, keller)
		}
	}
}

func TestADemonymIsAMentionOfItsCountry(t *testing.T) {
	e := entityNamed(t, read(t, openFastest(t), visit), "United States")
	if e.Country != "USA" || e.Type != record.EntityPlace {
		t.Errorf("United States: country %q, type %v", e.Country, e.Type)
	}
	if got := mentioned(e, record.MentionName); !strings.Contains(got, "American") {
		t.Errorf("the United States are named by %q", got)
	}
}
