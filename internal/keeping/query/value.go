package query

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"readout/internal/language/edtf"
	"readout/record"
)

// A reading is how the values of a key are read.
type reading struct {
	what  string   // for the table of keys
	words []string // that may stand there; nil when they are no list

	// read returns the value as it is written, or the Error's why, nearest and
	// allowed.
	read func(string) (string, *Error)
}

var (
	name     = reading{what: "name", read: readText}
	term     = reading{what: "word of the codebook", read: readText}
	firstDay = reading{what: "date (EDTF)", read: readSince}
	lastDay  = reading{what: "date (EDTF)", read: readUntil}
	days     = reading{what: "date (EDTF)", read: readDate}
	dueTime  = reading{
		what:  "date (EDTF), or a word",
		words: dueWords[1:], read: readDue,
	}
	country = reading{what: "country (ISO 3166-1)", read: readCountry}
	tongue  = reading{what: "language (BCP 47)", read: readLanguage}
	score   = reading{what: "number from 0 to 1", read: readScore}
	count   = reading{
		what: fmt.Sprintf("whole number from 1 to %d", MaxLimit),
		read: readCount,
	}
)

// oneOf is the reading of a closed vocabulary, in which case does not count.
func oneOf(what string, words []string) reading {
	read := func(s string) (string, *Error) {
		i := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, s) })
		if i < 0 {
			return "", unlisted(s, "no such "+what, words)
		}
		return words[i], nil
	}
	return reading{what: "word", words: words, read: read}
}

// wordsOf lists a vocabulary of package record, which counts its words from 1.
func wordsOf[V interface {
	~uint8
	String() string
}](parse func(string) (V, error)) []string {
	var list []string
	for v := V(1); ; v++ {
		if _, err := parse(v.String()); err != nil {
			return list
		}
		list = append(list, v.String())
	}
}

func readText(s string) (string, *Error) {
	if Fold(s) == "" {
		return "", &Error{Why: "no letter or digit to look for"}
	}
	return s, nil
}

func readDate(s string) (string, *Error) {
	if _, err := edtf.Parse(s); err != nil {
		why := strings.TrimPrefix(err.Error(), "edtf: ")
		return "", &Error{Why: why, Nearest: nearestDate(s)}
	}
	return s, nil
}

func readSince(s string) (string, *Error) {
	s, fault := readDate(s)
	if r, _ := edtf.Parse(s); fault == nil && r.OpenFirst {
		return "", &Error{Why: "has no first day"}
	}
	return s, fault
}

func readUntil(s string) (string, *Error) {
	s, fault := readDate(s)
	if r, _ := edtf.Parse(s); fault == nil && r.OpenLast {
		return "", &Error{Why: "has no last day"}
	}
	return s, fault
}

// nearestDate mends a date with a digit too few or a day too many: 2024-3-5,
// 2024-02-30.
func nearestDate(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) != 2 && len(parts) != 3 || len(parts[0]) != 4 {
		return ""
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || i > 0 && len(part) > 2 {
			return ""
		}
		n[i] = v
	}
	month := min(max(n[1], 1), 12)
	if len(parts) == 2 {
		return fmt.Sprintf("%04d-%02d", n[0], month)
	}
	last := int(edtf.DayOf(n[0], month+1, 1) - edtf.DayOf(n[0], month, 1))
	return edtf.DayOf(n[0], month, min(max(n[2], 1), last)).String()
}

func readDue(s string) (string, *Error) {
	state, fault := oneOf("state", dueWords[1:]).read(s)
	if fault == nil {
		return state, nil
	}
	date, wrong := readDate(s)
	if wrong == nil {
		return date, nil
	}
	if strings.ContainsAny(s, "0123456789") {
		return "", wrong
	}
	fault.Why = "neither a date nor a state"
	return "", fault
}

// readCountry takes codes of two and three letters.
func readCountry(s string) (string, *Error) {
	region, err := language.ParseRegion(s)
	if err != nil || !region.IsCountry() || len(s) != len("FR") && len(s) != len("FRA") {
		return "", &Error{Why: "no code of a country: want one like FR or FRA"}
	}
	if region.ISO3() == "ZZZ" { // UK, which stands for GB
		region = region.Canonicalize()
	}
	return region.ISO3(), nil
}

func readLanguage(s string) (string, *Error) {
	tag, err := language.Raw.Parse(s)
	if err != nil || tag == language.Und {
		return "", &Error{Why: "no tag of a language: want one like en or pt-BR"}
	}
	return tag.String(), nil
}

func readScore(s string) (string, *Error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) {
		return "", &Error{Why: "no number: want one from 0 to 1, like 0.8"}
	}
	if v < 0 || v > 1 {
		nearest := strconv.Itoa(int(min(max(v, 0), 1)))
		return "", &Error{Why: "not from 0 to 1", Nearest: nearest}
	}
	return strconv.FormatFloat(math.Abs(v), 'f', -1, 64), nil
}

func readCount(s string) (string, *Error) {
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil && v == 0 {
		return "", &Error{Why: "no whole number"}
	}
	if v < 1 || v > MaxLimit { // also what ParseInt cut to the largest there is
		nearest := strconv.FormatInt(min(max(v, 1), MaxLimit), 10)
		return "", &Error{Why: fmt.Sprintf("not from 1 to %d", MaxLimit), Nearest: nearest}
	}
	return strconv.FormatInt(v, 10), nil
}

// Ranges returns the days of the values that are dates, in their order.
func (f Filter) Ranges() []edtf.Range {
	var list []edtf.Range
	for _, v := range f.Values {
		if r, err := edtf.Parse(v); err == nil {
			list = append(list, r)
		}
	}
	return list
}

// DueStates returns the values of a filter on [KeyDue] that are no dates.
func (f Filter) DueStates() []DueState {
	var list []DueState
	for _, v := range f.Values {
		if s, err := ParseDueState(v); err == nil {
			list = append(list, s)
		}
	}
	return list
}

// Within returns the days that since and until leave. Without since the first
// day is open, without until the last.
func (q Query) Within() edtf.Range {
	within := edtf.Range{OpenFirst: true, OpenLast: true}
	for _, f := range q.Filters {
		for _, r := range f.Ranges() {
			if f.Key == KeySince {
				within.First, within.OpenFirst = r.First, false
			}
			if f.Key == KeyUntil {
				within.Last, within.OpenLast = r.Last, false
			}
		}
	}
	return within
}

// MinScore returns the least score, and false when any will do.
func (q Query) MinScore() (float64, bool) {
	s, ok := q.given(KeyMinScore)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

var (
	kinds       = oneOf("kind of rows", kindWords[1:])
	orders      = oneOf("order", sortWords[1:])
	forms       = oneOf("form", wordsOf(record.ParseForm))
	acts        = oneOf("act", wordsOf(record.ParseAct))
	polarities  = oneOf("polarity", wordsOf(record.ParsePolarity))
	certainties = oneOf("certainty", wordsOf(record.ParseCertainty))
	eventTypes  = oneOf("type of event", wordsOf(record.ParseEventType))
	statuses    = oneOf("status", wordsOf(record.ParseStatus))
	genres      = oneOf("genre", wordsOf(record.ParseGenre))
	reviews     = oneOf("state of review", wordsOf(record.ParseReviewState))
)
