package lexicon

import (
	"strings"
	"testing"
)

// isoCodes are the 249 officially assigned codes of ISO 3166-1 alpha-2.
const isoCodes = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL
BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV
CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM
IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK
LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR
PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS
ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`

func TestNamesTellTheirCountryAndSense(t *testing.T) {
	tests := []struct {
		name      string
		want      Country
		ambiguous bool
	}{
		{"United States", Country{Code: "US", Sense: Name}, false},
		{"U.S.", Country{Code: "US", Sense: Name}, false},
		{"America", Country{Code: "US", Sense: Name}, false},
		{"UK", Country{Code: "GB", Sense: Name}, false},
		{"Ivory Coast", Country{Code: "CI", Sense: Name}, false},
		{"Côte d’Ivoire", Country{Code: "CI", Sense: Name}, false},
		{"Burma", Country{Code: "MM", Sense: Name}, false},
		{"DPRK", Country{Code: "KP", Sense: Name}, false},
		{"FRANCE", Country{Code: "FR", Sense: Name}, false},
		{"Scotland", Country{Code: "GB", Sense: Name, Part: true}, false},
		{"New South Wales", Country{Code: "AU", Sense: Name, Part: true}, false},
		{"Texas", Country{Code: "US", Sense: Name, Part: true}, false},
		{"Virginia", Country{Code: "US", Sense: Name, Part: true}, true},
		{"Fla.", Country{Code: "US", Sense: Name, Part: true}, false},
		{"Ga.", Country{Code: "US", Sense: Name, Part: true}, false},
		{"Miss.", Country{Code: "US", Sense: Name, Part: true}, true},
		{"Floridians", Country{Code: "US", Sense: People, Part: true}, false},
		{"Turkish", Country{Code: "TR", Sense: Demonym}, false},
		{"Dutch", Country{Code: "NL", Sense: Demonym}, false},
		{"Frenchwoman", Country{Code: "FR", Sense: People}, false},
		{"Americans", Country{Code: "US", Sense: People}, false},
		{"Filipinos", Country{Code: "PH", Sense: People}, false},
		{"Beijing", Country{Code: "CN", Sense: Capital}, false},
		{"PARIS", Country{Code: "FR", Sense: Capital}, false},
		{"Kremlin", Country{Code: "RU", Sense: Seat}, false},
		{"White House", Country{Code: "US", Sense: Seat}, false},
		{"Élysée", Country{Code: "FR", Sense: Seat}, false},
		{"Blue House", Country{Code: "KR", Sense: Seat}, false},
		{"Stormont", Country{Code: "GB", Sense: Seat, Part: true}, false},
		{"Georgia", Country{Code: "GE", Sense: Name}, true},
		{"Jordan", Country{Code: "JO", Sense: Name}, true},
		{"Turkey", Country{Code: "TR", Sense: Name}, true},
		{"Indian", Country{Code: "IN", Sense: Demonym}, true},
		{"Washington", Country{Code: "US", Sense: Capital}, true},
	}
	for _, tt := range tests {
		got, ambiguous, ok := CountryOf(tt.name)
		if got != tt.want || ambiguous != tt.ambiguous || !ok {
			t.Errorf("CountryOf(%q) = %v, %v, %v, want %v, %v",
				tt.name, got, ambiguous, ok, tt.want, tt.ambiguous)
		}
	}
}

func TestShortFormsTellTheirState(t *testing.T) {
	for name, want := range map[string]string{
		"Fla.": "Florida", "N.Y.": "New York", "Miss.": "Mississippi", "Va.": "Virginia",
		"Wash.": "Wash.", "Florida": "", "U.S.": "", "Inc.": "", "": "",
	} {
		if got, ok := StateOf(name); ok != (want != "") || ok && got != want {
			t.Errorf("StateOf(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

func TestOtherWordsTellNoCountry(t *testing.T) {
	for _, name := range []string{"", "us", "france", "the Kremlin", "Chicago", "Soviet Union", "European Union"} {
		if c, _, ok := CountryOf(name); ok || c != (Country{}) {
			t.Errorf("CountryOf(%q) = %v, want none", name, c)
		}
	}
}

func TestEachRowOfCountriesLooksUpToItself(t *testing.T) {
	if !strings.Contains(countryList, "Source: ") {
		t.Error("countries.txt names no source")
	}
	seen := map[string]string{}
	for line := range lines(countryList) {
		columns := strings.Split(line, "|")
		code, part := strings.CutSuffix(strings.TrimSpace(columns[0]), "+")
		if len(columns) < 2 || len(columns) > len(countrySenses) {
			t.Errorf("%d columns in %q", len(columns), line)
		}
		for i, column := range columns[1:] {
			for name := range strings.SplitSeq(column, ";") {
				name, common := strings.CutSuffix(strings.TrimSpace(name), "?")
				if name == "" && strings.TrimSpace(column) == "" {
					continue
				}
				if seen[name] != "" {
					t.Errorf("%q stands in %s and in %s", name, seen[name], code)
				}
				seen[name] = code
				want := Country{Code: code, Sense: Name + CountrySense(i), Part: part}
				got, ambiguous, ok := CountryOf(name)
				if !ok || got != want || ambiguous != common {
					t.Errorf("CountryOf(%q) = %v, want %v", name, got, want)
				}
			}
		}
	}
}

func TestEveryCodeOfISO3166HasOneRow(t *testing.T) {
	rows := map[string]int{}
	for line := range lines(countryList) {
		code, _, _ := strings.Cut(line, " | ")
		rows[code]++
	}
	for code := range strings.FieldsSeq(isoCodes + " XK") {
		if rows[code] != 1 {
			t.Errorf("%s has %d rows, want 1", code, rows[code])
		}
		delete(rows, code)
	}
	for code := range rows {
		if whole, part := strings.CutSuffix(code, "+"); part && strings.Contains(isoCodes, whole) {
			continue
		}
		t.Errorf("%s is no code of ISO 3166-1", code)
	}
}

func TestEverySenseOfACountryHasNames(t *testing.T) {
	seen := map[CountrySense]int{}
	for _, e := range countries() {
		seen[e.country.Sense]++
	}
	for s := Name; s <= Seat; s++ {
		if seen[s] < 50 || s.String() == "" {
			t.Errorf("%d names of sense %s, want at least 50", seen[s], s)
		}
	}
}

func BenchmarkReadCountries(b *testing.B) {
	for b.Loop() {
		readCountries()
	}
}
