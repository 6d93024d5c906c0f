package record

// An Amount is a sum of money, a percentage, a count or a measure.
type Amount struct {
	ID     string     `json:"id"`
	Span   Span       `json:"span"`
	Exact  string     `json:"exact"`
	Kind   AmountKind `json:"kind"`
	Value  string     `json:"value,omitempty" shape:"filled"` // decimal
	Low    string     `json:"low,omitempty"`                  // decimal, of a range
	High   string     `json:"high,omitempty"`                 // decimal, of a range
	Unit   string     `json:"unit,omitempty"`                 // ISO 4217, UCUM or what is counted
	Approx bool       `json:"approx,omitempty"`
	Of     string     `json:"of,omitempty"`
	Score  *float64   `json:"score,omitempty"` // probability, 0 to 1
}

// AmountKind is the kind of an amount.
type AmountKind uint8

// The values of AmountKind; the zero value is absent.
const (
	AmountMoney AmountKind = iota + 1
	AmountPercent
	AmountCount
	AmountMeasure
)

var amountKinds = [...]string{
	"",
	"money",
	"percent",
	"count",
	"measure",
}

// String returns the word of the schema, or "" when absent.
func (a AmountKind) String() string { return word(amountKinds[:], a) }

// ParseAmountKind is the inverse of String; its error lists what is allowed.
func ParseAmountKind(s string) (AmountKind, error) {
	return parseWord[AmountKind]("amount kind", amountKinds[:], s)
}

// MarshalText writes the word of the schema.
func (a AmountKind) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads a word of the schema.
func (a *AmountKind) UnmarshalText(text []byte) error {
	return setWord(a, "amount kind", amountKinds[:], text)
}
