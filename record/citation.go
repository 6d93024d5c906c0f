package record

// A Citation is a source that the text itself names for what it says:
// "(Reuters, May 2)", "according to Kommersant".
type Citation struct {
	ID      string   `json:"id"`
	Span    Span     `json:"span"`
	Exact   string   `json:"exact"`
	Sources []Arg    `json:"sources"` // in the order of the text
	URL     string   `json:"url,omitempty"`
	Score   *float64 `json:"score,omitempty"` // probability, 0 to 1
	Times   []string `json:"times,omitzero"`  // ids, in the order of the text
}
