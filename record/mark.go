package record

import (
	"encoding/json"
	"fmt"
)

// A Span is the half-open range [Start, End) of the document's text, in the
// unit of [Record.Offsets]. In JSON it is [start,end].
type Span struct{ Start, End int }

// MarshalJSON writes [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start,end] and refuses any other number of elements.
func (s *Span) UnmarshalJSON(b []byte) error {
	var ends []int
	if err := json.Unmarshal(b, &ends); err != nil || len(ends) != 2 {
		return fmt.Errorf("span %.40s: want two whole numbers", b)
	}
	s.Start, s.End = ends[0], ends[1]
	return nil
}

// A Mark is a piece of the text: where it stands and what it says. The text
// at Span equals Exact, always.
type Mark struct {
	Span  Span   `json:"span"`
	Exact string `json:"exact"`
}

// Author is the entity of an [Arg] that is the document's own author. Such an
// Arg needs no words of the text.
const Author = "author"

// An Arg fills a role: the words, and who they are. Entity is an entity's id,
// [Author], or nil when no entity of the record is meant ("two officials").
type Arg struct {
	Entity *string `json:"entity" shape:"null"`
	Span   *Span   `json:"span,omitempty"`
	Exact  string  `json:"exact,omitempty"`
}

// A Review is what a person decided about an item.
type Review struct {
	State ReviewState `json:"state"`
	By    string      `json:"by,omitempty"`
	At    string      `json:"at,omitempty" shape:"filled"` // RFC 3339
	Note  string      `json:"note,omitempty"`
}
