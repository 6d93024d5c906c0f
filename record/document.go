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
