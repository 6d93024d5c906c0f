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
