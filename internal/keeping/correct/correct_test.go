package correct

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// corrected carries corrections out on the record Treaty and returns an item's
// fields in words, as "name=value".
func corrected(
	t *testing.T, r *record.Record, item string, typed ...string,
) map[string]string {
	t.Helper()
	for _, line := range typed {
		d, err := Parse(r, item, line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if err := d.Apply(r); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	fields, err := Fields(r, item)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range fields {
		got[f.Name] = f.Value
	}
	return got
}

func TestACorrectionIsWhatWasTyped(t *testing.T) {
	r := sample.Treaty(t)
	promise, denial, talks := r.Statements[0].ID, r.Statements[1].ID, r.Events[1].ID
	for _, c := range []struct{ item, typed, want string }{
		{promise, "polarity=denied", "polarity=denied"},
		{promise, "act = REQUEST ", "act=request"},
		{promise, "certainty=", "certainty="},
		{promise, "speaker=Prime Minister", "speaker=Prime Minister"},
		{promise, `speaker="Ann Lee"`, "speaker=Ann Lee"},
		{promise, "speaker=", "speaker="},
		{promise, "addressee=farmers; the unions", "addressee=farmers; the unions"},
		{promise, "about=norway; Žilina", "about=Norway; Žilina"},
		{promise, "said=published", "said=published"},
		{promise, "said=Monday", "said=Monday"},
		{promise, "place=Norway", "place=Norway"},
		{promise, "due=next week", "due=next week"},
		{promise, "due=", "due="},
		{promise, "condition=", "condition="},
		{promise, "condition=by 31 March", "condition=by 31 March"},
		{promise, "cue=would probably sign", "cue=would probably sign"},
		{
			denial, "content=that the talks … had failed",
			"content=that the talks … had failed",
		},
		{talks, "event=aid", "event=AID"},
		{talks, "actor=The Home Office", "actor=The Home Office"},
		{talks, "recipient=", "recipient="},
		{talks, "time=Monday", "time=Monday"},
		{talks, "status=planned", "status=planned"},
		{talks, "mode=visit; meeting", "mode=visit; meeting"},
		{r.Entities[3].ID, "country=no", "country=NOR"},
		{r.Entities[3].ID, "type=organization", "type=organization"},
		{"", "title=Treaty signed", "title=Treaty signed"},
		{"", "published=2024-03-02", "published=2024-03-02"},
		{"", "genre=analysis", "genre=analysis"},
	} {
		got := corrected(t, sample.Treaty(t), c.item, c.typed)
		name, want, _ := strings.Cut(c.want, "=")
		if got[name] != want {
			t.Errorf("%s: %s is %q", c.typed, name, got[name])
		}
	}
}

func TestAQuotationThatIsCutShortStaysQuoted(t *testing.T) {
	r := sample.Treaty(t)
	s := &r.Statements[1]
	s.Form, s.Content.Quoted = record.FormDirect, s.Content.Spans
	corrected(t, r, s.ID, "content=that the talks with Norway")
	if got := s.Content; len(got.Quoted) != 1 || got.Quoted[0] != got.Spans[0] {
		t.Errorf("quoted %v of %v", got.Quoted, got.Spans)
	}
}

func TestACorrectedSpeakerIsTheEntityThatTheWordsName(t *testing.T) {
	for typed, want := range map[string]string{
		"speaker=Prime Minister Ann Lee": "Ann Lee", // in the words
		"speaker=Lee":                    "Ann Lee", // around them
		"speaker=Norway #2":              "Norway",  // by name
		"speaker=farmers":                "",
	} {
		r := sample.Treaty(t)
		corrected(t, r, r.Statements[1].ID, typed)
		got := ""
		for _, e := range r.Entities {
			if id := r.Statements[1].Speaker.Entity; id != nil && *id == e.ID {
				got = e.Name
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", typed, got, want)
		}
	}
}

func TestTheNearestOfEqualWordsIsMeant(t *testing.T) {
	r := sample.Treaty(t)
	starts := map[string]int{}
	for _, typed := range []string{"cue=treaty", "cue=treaty #1", "cue=treaty #2", "cue=The #2"} {
		corrected(t, r, r.Statements[5].ID, typed)
		starts[typed] = r.Statements[5].Cue.Span.Start
	}
	if starts["cue=treaty"] != starts["cue=treaty #2"] || starts["cue=treaty #1"] >= starts["cue=treaty"] {
		t.Errorf("starts %v", starts)
	}
}

func TestSpansAreInTheUnitOfTheRecord(t *testing.T) {
	for _, unit := range []record.Offsets{
		record.OffsetsByte, record.OffsetsUTF16, record.OffsetsCodepoint,
	} {
		r, err := sample.Treaty(t).In(unit)
		if err != nil {
			t.Fatal(err)
		}
		got := corrected(t, r, r.Statements[0].ID, "due=next week", "condition=unless Norway signs", "due=")
		if diff := cmp.Diff("unless Norway signs", got["condition"]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", unit, diff)
		}
	}
}

func TestAMistakeSaysWhatMayHaveBeenMeant(t *testing.T) {
	r := sample.Treaty(t)
	promise := r.Statements[0].ID
	bare := sample.Treaty(t)
	bare.Document.Text = nil
	for _, c := range []struct {
		r           *record.Record
		item, typed string
		want        []string
	}{
		{r, promise, "denied", []string{"FIELD=VALUE"}},
		{r, promise, "polarty=denied", []string{`"polarty"`, "nearest: polarity", "speaker"}},
		{r, promise, "polarity=deny", []string{"polarity", `"deny"`, "nearest: denied", "omitted"}},
		{r, promise, "form=", []string{"form", "empty"}},
		{r, promise, "speaker=Anne Lee", []string{`does not say "Anne Lee"`, `"Ann Lee"`}},
		{r, promise, "speaker=Le", []string{`does not say "Le"`}},
		{r, promise, "addressee=farmers; miners", []string{`"miners"`}},
		{r, promise, "speaker=Ann Lee #2", []string{"once, not 2 times"}},
		{r, promise, "about=Norwey", []string{`"Norwey"`, "nearest: Norway"}},
		{r, promise, "due=next month", []string{"next month", "nearest: next week"}},
		{r, promise, "content=her government", []string{"must begin where it does"}},
		{r, r.Entities[0].ID, "country=Atlantis", []string{"country", "FRA"}},
		{r, r.Entities[0].ID, "type=human", []string{"human", "person"}},
		{r, "s9999", "act=state", []string{"s9999", r.Document.ID}},
		{bare, promise, "speaker=Ann Lee", []string{"text was left out"}},
	} {
		_, err := Parse(c.r, c.item, c.typed)
		if err == nil {
			t.Errorf("%s: no error", c.typed)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", c.typed, err, want)
			}
		}
	}
}

func TestValuesOfDecisionsAreShownInWords(t *testing.T) {
	review, err := store.Reviewed("d1", "s1", record.Review{State: record.ReviewAccepted, By: "desk"})
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]string{
		`{"state":"open","by":"ann"}`:        "unsure",
		string(review.New):                   "accepted",
		`"denied"`:                           "denied",
		`{"exact":"Ann Lee","span":[1,8]}`:   "Ann Lee",
		`[{"exact":"a"},{"exact":"b"}]`:      "a; b",
		`{"type":"person","name":"Ann Lee"}`: "Ann Lee",
		`null`:                               "",
		`{"time":"t12"}`:                     "t12",
		`[0.5,0.8]`:                          "0.5; 0.8",
		``:                                   "",
	} {
		if got := Words([]byte(value)); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}

func TestTheStateOfAnItemIsAWord(t *testing.T) {
	for want, v := range map[string]*record.Review{
		"open": nil, "unsure": {State: Unsure, By: "ann"}, "rejected": {State: record.ReviewRejected},
	} {
		if got := State(v); got != want {
			t.Errorf("%+v is %q, want %q", v, got, want)
		}
	}
}
