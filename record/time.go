package record

// Published is the time of a [Said] and the anchor of a [Time] when the
// document's publication is meant.
const Published = "published"

// A Time is a time expression: TIMEX3 values for exchange, EDTF and calendar
// days for use.
type Time struct {
	ID       string      `json:"id"`
	Span     Span        `json:"span"`
	Exact    string      `json:"exact"`
	Type     TimeType    `json:"type"`
	Timex    string      `json:"timex"` // TIMEX3 value
	Mod      Mod         `json:"mod,omitempty"`
	EDTF     string      `json:"edtf,omitempty" shape:"null"`
	Start    string      `json:"start,omitempty" shape:"null,filled"` // first day, YYYY-MM-DD
	End      string      `json:"end,omitempty" shape:"null,filled"`   // last day, inclusive
	Anchor   string      `json:"anchor,omitempty"`                    // a time's id or [Published]
	Inferred []TimeField `json:"inferred,omitzero"`                   // not said by the words
	Score    *float64    `json:"score,omitempty"`                     // probability, 0 to 1
}

// TimeType is the TIMEX3 type of a time expression.
type TimeType uint8

// The values of TimeType; the zero value is absent.
const (
	TimeDate TimeType = iota + 1
	TimeTime
	TimeDuration
	TimeSet
)

var timeTypes = [...]string{
	"",
	"date",
	"time",
	"duration",
	"set",
}

// String returns the word of the schema, or "" when absent.
func (t TimeType) String() string { return word(timeTypes[:], t) }

// ParseTimeType is the inverse of String; its error lists what is allowed.
func ParseTimeType(s string) (TimeType, error) {
	return parseWord[TimeType]("time type", timeTypes[:], s)
}

// MarshalText writes the word of the schema.
func (t TimeType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads a word of the schema.
func (t *TimeType) UnmarshalText(text []byte) error {
	return setWord(t, "time type", timeTypes[:], text)
}

// Mod is the TIMEX3 modifier of a time expression.
type Mod uint8

// The values of Mod; the zero value is absent.
const (
	ModBefore Mod = iota + 1
	ModAfter
	ModOnOrBefore
	ModOnOrAfter
	ModLessThan
	ModMoreThan
	ModEqualOrLess
	ModEqualOrMore
	ModStart
	ModMid
	ModEnd
	ModApprox
)

var mods = [...]string{
	"",
	"before",
	"after",
	"on_or_before",
	"on_or_after",
	"less_than",
	"more_than",
	"equal_or_less",
	"equal_or_more",
	"start",
	"mid",
	"end",
	"approx",
}

// String returns the word of the schema, or "" when absent.
func (m Mod) String() string { return word(mods[:], m) }

// ParseMod is the inverse of String; its error lists what is allowed.
func ParseMod(s string) (Mod, error) {
	return parseWord[Mod]("mod", mods[:], s)
}

// MarshalText writes the word of the schema.
func (m Mod) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a word of the schema.
func (m *Mod) UnmarshalText(text []byte) error {
	return setWord(m, "mod", mods[:], text)
}

// TimeField is a part of a date that was inferred.
type TimeField uint8

// The values of TimeField; the zero value is absent.
const (
	InferredYear TimeField = iota + 1
	InferredMonth
	InferredDay
	InferredCentury
)

var timeFields = [...]string{
	"",
	"year",
	"month",
	"day",
	"century",
}

// String returns the word of the schema, or "" when absent.
func (t TimeField) String() string { return word(timeFields[:], t) }

// ParseTimeField is the inverse of String; its error lists what is allowed.
func ParseTimeField(s string) (TimeField, error) {
	return parseWord[TimeField]("inferred field", timeFields[:], s)
}

// MarshalText writes the word of the schema.
func (t TimeField) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads a word of the schema.
func (t *TimeField) UnmarshalText(text []byte) error {
	return setWord(t, "inferred field", timeFields[:], text)
}
