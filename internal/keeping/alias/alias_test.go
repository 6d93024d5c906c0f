package alias

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/lexicon"
	"readout/record"
)

// Whoever changes aliases.csv raises Version, so that databases take it up, and
// writes the sum of the new table here.
func TestAChangedTableHasANewVersion(t *testing.T) {
	const version, sum = 2, "3a4e00a1cf9a36ab590e5f46a9b3101c218321661495064a0700ec80a4448770"
	is := sha256.Sum256([]byte(table))
	if got := hex.EncodeToString(is[:]); got != sum || Version != version {
		t.Errorf("version %d of the table has the sum %s", Version, got)
	}
}

func TestTheBuiltInTableSaysWhoIsOne(t *testing.T) {
	chief := map[named]string{}
	for _, row := range Builtin() {
		if row.Type != record.EntityPlace && row.Type != record.EntityOrganization {
			t.Errorf("%s %q does not belong here", row.Type, row.Name)
		}
		for _, name := range row.Others() {
			chief[named{row.Type, name}] = row.Name
		}
	}
	for _, c := range []struct {
		kind         record.EntityType
		folded, want string
	}{
		{record.EntityPlace, "us", "United States"},
		{record.EntityPlace, "usa", "United States"},
		{record.EntityPlace, "britain", "United Kingdom"},
		{record.EntityOrganization, "nato", "North Atlantic Treaty Organization"},
		{record.EntityOrganization, "un", "United Nations"},
		{record.EntityOrganization, "unicef", "United Nations Children's Fund"},
		{record.EntityPlace, "georgia", ""},
		{record.EntityPlace, "us senate", ""},
		{record.EntityOrganization, "us", ""},
		{record.EntityPlace, "gaza", ""},
		{record.EntityPlace, "macedonia", ""},
		{record.EntityPlace, "french", "France"},
		{record.EntityPlace, "jordanian", "Jordan"},
		{record.EntityPlace, "turkey", "Türkiye"},
		{record.EntityPlace, "indian", ""},
		{record.EntityPlace, "korean", ""},
		{record.EntityPlace, "gazan", ""},
		{record.EntityPlace, "welsh", ""},
		{record.EntityPerson, "french", ""},
	} {
		if got := chief[named{c.kind, c.folded}]; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.kind, c.folded, got, c.want)
		}
	}
	if len(chief) < 400 {
		t.Errorf("%d names", len(chief))
	}
}

// The table says no other country than package lexicon, and takes from it no
// adjective that means something else too, nor one of a part of a country.
func TestDemonymsOfTheTableAreThoseOfTheLexicon(t *testing.T) {
	demonyms := 0
	for _, row := range Builtin() {
		chief, _, _ := lexicon.CountryOf(row.Name)
		for _, name := range row.Also {
			c, ambiguous, known := lexicon.CountryOf(name)
			if row.Type != record.EntityPlace || !known {
				continue
			}
			if c.Code != chief.Code || c.Part {
				t.Errorf("%s stands with %s, and is of %s", name, row.Name, c.Code)
			}
			if c.Sense == lexicon.Demonym {
				demonyms++
				if ambiguous {
					t.Errorf("%s means more than %s", name, row.Name)
				}
			}
		}
	}
	if demonyms < 250 {
		t.Errorf("%d demonyms", demonyms)
	}
}

const head = "type,name,also\n"

func TestATableIsReadByItsColumns(t *testing.T) {
	rows, err := Read(strings.NewReader("type,name,also,source\n# who we write about\n\n" +
		"organization, Rijkswaterstaat , RWS | R.W.S.|rws,own name\n" +
		"person,\"Lula da Silva\",Lula\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Name != "Rijkswaterstaat" || rows[1].Type != record.EntityPerson {
		t.Fatalf("%+v", rows)
	}
	if got := rows[0].Others(); !slices.Equal(got, []string{"rws"}) {
		t.Errorf("other names %q", got)
	}
	if rows, err := Read(strings.NewReader(head)); err != nil || rows == nil || len(rows) > 0 {
		t.Errorf("a table of no rows: %v, %v", rows, err)
	}
}

func TestWhatIsWrongWithATableIsNamed(t *testing.T) {
	for table, want := range map[string]string{
		"":                                "the table is empty; it begins with the line \"type,name,also\"",
		"name,type,also\n":                `line 1: "name,type,also"; it begins with`,
		head + "planet,Mars,Red\n":        `line 2: entity type "planet": not one of person,`,
		head + "place\n":                  "line 2: 1 columns, want type, name, also",
		head + "place,A,\n":               `line 2: "A" has no other names`,
		head + "place,A,B\nplace,C,b.\n":  `line 3: place "b." stands in line 2 too`,
		head + "place,A,B\nplace,B,C\n":   `line 3: place "B" stands in line 2 too`,
		head + "place,A,--\n":             `line 2: "--" is no name`,
		head + "place,,B\n":               `line 2: "" is no name`,
		head + "#\n\nplace,\"A\"x,B\n":    "line 4",
		head + "place,A,B\nperson,A,B C ": "",
	} {
		_, err := Read(strings.NewReader(table))
		if want == "" && err == nil {
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", table, err, want)
		}
	}
}
