package place

import (
	"net/url"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/record"
)

func TestAnAddressIsReadBackAsItsQuery(t *testing.T) {
	for _, typed := range []string{
		"", "asylum", `"exact words" -opinion`, `speaker:"Rishi Sunak" since:2023-02 limit:20`,
		`kind:events actor:"A, B" sort:oldest`, `outlet:"Q&A = ?#"`,
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		u, err := url.Parse(Of("/find", q))
		if err != nil {
			t.Fatal(err)
		}
		back, err := query.FromValues(u.Query())
		if err != nil || back.String() != q.String() {
			t.Errorf("%s is read back from %s as %s, %v", q, u, back, err)
		}
	}
	if got := Of("/find", query.Query{}, After, "", "x", "1"); got != "/find?x=1" {
		t.Errorf("the empty parameter is not left out: %s", got)
	}
}

func TestAConditionTakesThePlaceOfThatOnItsKey(t *testing.T) {
	q, err := query.Parse(`speaker:lee act:commit`)
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range []string{"Berg", "Ann Lee", `Bo "the boss" Adu`, "A, B", `back\slash`, "“Bo” Adu"} {
		with, ok := With(q, query.KeySpeaker, value)
		if !ok || len(with.Filters) != 2 || !Has(with, query.KeySpeaker, value) || Has(with, query.KeySpeaker, "lee") {
			t.Errorf("with the speaker %q: %s, %t", value, with, ok)
		}
	}
	if q.String() != "speaker:lee act:commit" {
		t.Errorf("the query itself is changed to %s", q)
	}
	if got := Without(q, query.KeyAct).String(); got != "speaker:lee" {
		t.Errorf("without the act: %s", got)
	}
	if _, ok := With(q, query.KeyAct, "promise"); ok {
		t.Error("there is a query for an act that is none")
	}
}

func TestPlacesOfThings(t *testing.T) {
	for got, want := range map[string]string{
		Document("d1", ""):                      "/documents/d1",
		Document("d1", "s21"):                   "/documents/d1#s21",
		Document("a/b", "s 1"):                  "/documents/a%2Fb#s%201",
		Entity(record.EntityPerson, "José Adu"): "/entities/person/jose%20adu",
		Key("person/sunak/d1/e4"):               "/entities/person/sunak/d1/e4",
		Named("Bo & Adu", "d1"):                 "/entities?document=d1&name=Bo+%26+Adu",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestADecisionLeadsBackToWhereItIsUndone(t *testing.T) {
	for _, c := range [][4]string{
		{"/find?q=x&did=3", "4", "d1-s1", "/find?did=4&q=x#d1-s1"},
		{"/documents/d1?did=4", "", "", "/documents/d1"},
		{"/due", "7", "d1-s1", "/due?did=7#d1-s1"},
		{"%zz", "7", "", "/find"},
	} {
		if got := Back(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("back to %s with %q at %q: %s, want %s", c[0], c[1], c[2], got, c[3])
		}
	}
}

func TestPositionsAndNamesAreAskedFor(t *testing.T) {
	said, err := query.Parse(`kind:statements speaker:lee`)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("long ", 1000)
	for got, want := range map[string]string{
		Position(said, "The sea", ""):         `speaker:lee about:"The sea"`,
		Position(said, "The sea", "denied"):   `speaker:lee about:"The sea" polarity:denied`,
		Position(said, "The sea", "forecast"): `speaker:lee about:"The sea" act:forecast -polarity:declined,denied,omitted`,
		Naming("Ann Lee"):                     `"Ann Lee" kind:documents`,
		Naming("act:state"):                   `"act:state" kind:documents`,
	} {
		u, err := url.Parse(got)
		if err != nil {
			t.Fatal(err)
		}
		q, err := query.FromValues(u.Query())
		if err != nil {
			t.Fatal(err)
		}
		wanted, err := query.Parse(want)
		if err != nil || u.Path != "/find" || q.String() != wanted.String() {
			t.Errorf("%s asks %s, want %s (%v)", got, q, want, err)
		}
	}
	if got := Position(said, "The sea", "sulks") + Position(said, long, "") + Naming(long); got != "" {
		t.Errorf("what cannot be asked is asked at %s", got)
	}
}
