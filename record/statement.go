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
