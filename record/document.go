package record

// A Document is what was read: where it came from and its frozen text.
type Document struct {
	ID        string   `json:"id"` // see [DocumentID]
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Authors   []string `json:"authors,omitzero"`
	Published string   `json:"published,omitempty" shape:"filled"` // EDTF
	Modified  string   `json:"modified,omitempty" shape:"filled"`  // EDTF
	Fetched   string   `json:"fetched,omitempty" shape:"filled"`   // RFC 3339
	Language  string   `json:"language"`                           // BCP 47
	Genre     Genre    `json:"genre,omitempty"`
	Dateline  *Arg     `json:"dateline,omitempty"`

	// Text is the frozen text; nil when it was left out (--no-text).
	Text       *string `json:"text,omitempty"`
	Length     int     `json:"length"` // of the text, in the record's unit
	Sentences  []Span  `json:"sentences,omitzero"`
	TextSHA256 string  `json:"text_sha256"` // of the UTF-8 text, 64 hex digits
}

// Genre is the kind of a document.
type Genre uint8

// The values of Genre; the zero value is absent.
const (
	GenreReport Genre = iota + 1
	GenreAnalysis
	GenreOpinion
	GenreInterview
	GenreTranscript
	GenreRelease
	GenreOther
)

var genres = [...]string{
	"",
	"report",
	"analysis",
	"opinion",
	"interview",
	"transcript",
	"release",
	"other",
}

// String returns the word of the schema, or "" when absent.
func (g Genre) String() string { return word(genres[:], g) }

// ParseGenre is the inverse of String; its error lists what is allowed.
func ParseGenre(s string) (Genre, error) {
	return parseWord[Genre]("genre", genres[:], s)
}

// MarshalText writes the word of the schema.
func (g Genre) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads a word of the schema.
func (g *Genre) UnmarshalText(text []byte) error {
	return setWord(g, "genre", genres[:], text)
}
