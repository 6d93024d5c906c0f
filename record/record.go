package record

// Version is the version of the record's shape, the value of "readout".
const Version = "1"

// A Record is all that was read in one document.
type Record struct {
	Readout    string      `json:"readout"` // [Version]
	Offsets    Offsets     `json:"offsets"` // unit of every span
	Document   Document    `json:"document"`
	Entities   []Entity    `json:"entities"`
	Times      []Time      `json:"times"`
	Amounts    []Amount    `json:"amounts"`
	Citations  []Citation  `json:"citations"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Meta       Meta        `json:"meta"`
}

// Meta says how the record was made.
type Meta struct {
	Pipeline string   `json:"pipeline"`          // program and version
	Models   []string `json:"models,omitzero"`   // name@digest
	Created  string   `json:"created"`           // RFC 3339
	Warnings []string `json:"warnings,omitzero"` // for people, one sentence each
	Input    string   `json:"input,omitempty"`   // as named on the command line
}

// Offsets is the unit in which the spans of a record count.
type Offsets uint8

// The values of Offsets; the zero value is absent.
const (
	OffsetsCodepoint Offsets = iota + 1 // Unicode code points, the default
	OffsetsUTF16                        // UTF-16 code units, as browsers and Java count
	OffsetsByte                         // bytes of the UTF-8 text
)

var offsetUnits = [...]string{
	"",
	"codepoint",
	"utf16",
	"byte",
}

// String returns the word of the schema, or "" when absent.
func (o Offsets) String() string { return word(offsetUnits[:], o) }

// ParseOffsets is the inverse of String; its error lists what is allowed.
func ParseOffsets(s string) (Offsets, error) {
	return parseWord[Offsets]("offsets", offsetUnits[:], s)
}

// MarshalText writes the word of the schema.
func (o Offsets) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads a word of the schema.
func (o *Offsets) UnmarshalText(text []byte) error {
	return setWord(o, "offsets", offsetUnits[:], text)
}
