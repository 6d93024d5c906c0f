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
