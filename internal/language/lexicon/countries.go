package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A CountrySense says in which sense a word tells of a country.
type CountrySense uint8

// The senses; the zero value is no country.
const (
	NoCountry CountrySense = iota
	Name                   // of the country: France
	Demonym                // an adjective, often a noun too: French, American
	People                 // a noun for its people: Frenchwoman, Americans
	Capital                // a city that may stand for its government: Paris
	Seat                   // a house or street that does: the Élysée
)

var countrySenses = [...]string{"", "name", "demonym", "people", "capital", "seat"}

// String returns the name of the sense in small letters.
func (s CountrySense) String() string { return countrySenses[s] }

// A Country is what a name tells of a country or territory.
type Country struct {
	Code  string // ISO 3166-1 alpha-2, in capitals; XK is Kosovo
	Sense CountrySense
	Part  bool // of a part of the country: Scotland, Welsh
}

type countryEntry struct {
	country Country
	common  bool
	first   string // the name that its row begins with
}

//go:embed countries.txt
var countryList string

var countries = sync.OnceValue(readCountries)

// CountryOf returns the country that a name tells of. The name is a whole one
// without its article: "United States", "Kremlin", "Americans". Case counts,
// but a name of four letters or more may be in capitals throughout, as at the
// head of an article. The flag ambiguous says that the name often means
// something else, as Georgia and Jordan do. A name that no row has gives false.
func CountryOf(name string) (c Country, ambiguous, ok bool) {
	e, ok := countries()[strings.ReplaceAll(name, "’", "'")]
	return e.country, e.common, ok
}

// StateOf returns the state that a name with a full stop is short for: Florida for
// "Fla.". A state whose name is a country's or a city's too has none but the short
// one.
func StateOf(name string) (string, bool) {
	e := countries()[name]
	part := e.country.Part && e.country.Sense == Name
	return e.first, part && strings.HasSuffix(name, ".")
}

// bytesOfACountry is what a name of the list takes on average; each stands in
// the map twice, the second time in capitals.
const bytesOfACountry = 7

func readCountries() map[string]countryEntry {
	found := make(map[string]countryEntry, len(countryList)/bytesOfACountry)
	for line := range lines(countryList) {
		code, rest, _ := strings.Cut(line, " | ")
		code, part := strings.CutSuffix(code, "+")
		sense := Name
		first, _, _ := strings.Cut(rest, ";")
		first, _, _ = strings.Cut(first, " |")
		first = strings.TrimSuffix(first, "?")
		for column := range strings.SplitSeq(rest, "|") {
			c := Country{Code: code, Sense: sense, Part: part}
			addCountry(found, countryEntry{country: c, first: first}, column)
			sense++
		}
	}
	return found
}

// addCountry files the names of a column, and their forms in capitals unless
// another name is written like that.
func addCountry(found map[string]countryEntry, e countryEntry, column string) {
	for name := range strings.SplitSeq(column, ";") {
		name, common := strings.CutSuffix(strings.TrimSpace(name), "?")
		if name == "" {
			continue
		}
		e.common = common
		found[name] = e
		capitals := strings.ToUpper(name)
		if _, other := found[capitals]; !other && len(name) >= leastCapitals {
			found[capitals] = e
		}
	}
}

// leastCapitals is the least number of letters of a name that is known in
// capitals throughout. Words of fewer are initials more often: IRA, CAR, SAM.
const leastCapitals = 4
