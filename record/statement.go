package record

// A Statement is one attribution: a speaker puts a content forward by a cue.
// Act, polarity and certainty are absent where they were not judged.
type Statement struct {
	ID         string    `json:"id"`
	Form       Form      `json:"form"`
	Act        Act       `json:"act,omitempty"`
	Polarity   Polarity  `json:"polarity,omitempty"`
	Certainty  Certainty `json:"certainty,omitempty"`
	Likelihood []float64 `json:"likelihood,omitzero"` // low and high, ICD 203
	Hedges     []Mark    `json:"hedges,omitzero"`

	// Speaker is nil when the text names none ("it is believed").
	Speaker    *Arg     `json:"speaker" shape:"null"`
	Addressees []Arg    `json:"addressees,omitzero"`
	Cue        *Mark    `json:"cue,omitempty" shape:"null"`
	Content    Content  `json:"content"`
	About      []string `json:"about,omitzero"` // ids of entities in the content
	Said       *Said    `json:"said,omitempty"`
	Place      *Arg     `json:"place,omitempty"`
	Due        *Due     `json:"due,omitempty"`
	Inside     string   `json:"inside,omitempty"`   // id of the enclosing statement
	Citations  []string `json:"citations,omitzero"` // ids
	Score      *float64 `json:"score,omitempty"`    // probability, 0 to 1
	Review     *Review  `json:"review,omitempty"`
}

// Content is what was put forward, in one or more pieces of the text.
type Content struct {
	Spans  []Span `json:"spans"`           // pieces, in the order of the text
	Quoted []Span `json:"quoted,omitzero"` // inside the quotation marks
	Text   string `json:"text"`            // pieces joined by " … "
}

// Said is when a statement was made, and what says so.
type Said struct {
	Time  string `json:"time"` // a time's id or [Published]
	Basis Basis  `json:"basis"`
}

// Due is when, and on which condition, something put forward is to happen.
type Due struct {
	Time      string `json:"time,omitempty" shape:"null"` // a time's id
	Condition *Mark  `json:"condition,omitempty"`
}

// Form is how a content is worded.
type Form uint8

// The values of Form; the zero value is absent.
const (
	FormDirect    Form = iota + 1 // all of it inside quotation marks
	FormIndirect                  // none of it
	FormMixed                     // part of it
	FormNarrative                 // the author's own voice, without a cue
)

var forms = [...]string{
	"",
	"direct",
	"indirect",
	"mixed",
	"narrative",
}

// String returns the word of the schema, or "" when absent.
func (f Form) String() string { return word(forms[:], f) }

// ParseForm is the inverse of String; its error lists what is allowed.
func ParseForm(s string) (Form, error) {
	return parseWord[Form]("form", forms[:], s)
}

// MarshalText writes the word of the schema.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a word of the schema.
func (f *Form) UnmarshalText(text []byte) error {
	return setWord(f, "form", forms[:], text)
}

// Act is what a speaker does by a statement.
type Act uint8

// The values of Act; the zero value is absent.
const (
	ActState Act = iota + 1
	ActAssess
	ActForecast
	ActCommit
	ActRequest
	ActAsk
)

var acts = [...]string{
	"",
	"state",
	"assess",
	"forecast",
	"commit",
	"request",
	"ask",
}

// String returns the word of the schema, or "" when absent.
func (a Act) String() string { return word(acts[:], a) }

// ParseAct is the inverse of String; its error lists what is allowed.
func ParseAct(s string) (Act, error) {
	return parseWord[Act]("act", acts[:], s)
}

// MarshalText writes the word of the schema.
func (a Act) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads a word of the schema.
func (a *Act) UnmarshalText(text []byte) error {
	return setWord(a, "act", acts[:], text)
}

// Polarity is the speaker's stand to the content, borne by the cue alone.
type Polarity uint8

// The values of Polarity; the zero value is absent.
const (
	PolarityAffirmed Polarity = iota + 1
	PolarityDenied
	PolarityOmitted
	PolarityDeclined
)

var polarities = [...]string{
	"",
	"affirmed",
	"denied",
	"omitted",
	"declined",
}

// String returns the word of the schema, or "" when absent.
func (p Polarity) String() string { return word(polarities[:], p) }

// ParsePolarity is the inverse of String; its error lists what is allowed.
func ParsePolarity(s string) (Polarity, error) {
	return parseWord[Polarity]("polarity", polarities[:], s)
}

// MarshalText writes the word of the schema.
func (p Polarity) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a word of the schema.
func (p *Polarity) UnmarshalText(text []byte) error {
	return setWord(p, "polarity", polarities[:], text)
}

// Certainty is how sure the speaker presents the content.
type Certainty uint8

// The values of Certainty; the zero value is absent.
const (
	CertaintyCertain Certainty = iota + 1
	CertaintyProbable
	CertaintyPossible
	CertaintyUnknown
)

var certainties = [...]string{
	"",
	"certain",
	"probable",
	"possible",
	"unknown",
}

// String returns the word of the schema, or "" when absent.
func (c Certainty) String() string { return word(certainties[:], c) }

// ParseCertainty is the inverse of String; its error lists what is allowed.
func ParseCertainty(s string) (Certainty, error) {
	return parseWord[Certainty]("certainty", certainties[:], s)
}

// MarshalText writes the word of the schema.
func (c Certainty) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a word of the schema.
func (c *Certainty) UnmarshalText(text []byte) error {
	return setWord(c, "certainty", certainties[:], text)
}

// Basis is what says when a statement was made.
type Basis uint8

// The values of Basis; the zero value is absent.
const (
	BasisText Basis = iota + 1
	BasisCitation
	BasisPublished
)

var bases = [...]string{
	"",
	"text",
	"citation",
	"published",
}

// String returns the word of the schema, or "" when absent.
func (b Basis) String() string { return word(bases[:], b) }

// ParseBasis is the inverse of String; its error lists what is allowed.
func ParseBasis(s string) (Basis, error) {
	return parseWord[Basis]("basis", bases[:], s)
}

// MarshalText writes the word of the schema.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads a word of the schema.
func (b *Basis) UnmarshalText(text []byte) error {
	return setWord(b, "basis", bases[:], text)
}
