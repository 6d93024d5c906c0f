package record

// An Entity is someone or something named in the document, with every mention
// of it. Its id counts from its first mention by name.
type Entity struct {
	ID       string     `json:"id"`
	Type     EntityType `json:"type"`
	Name     string     `json:"name"`
	Roles    []Mark     `json:"roles,omitzero"`                   // offices and titles in the text
	Country  string     `json:"country,omitempty" shape:"filled"` // ISO 3166-1 alpha-3
	Sector   string     `json:"sector,omitempty"`                 // PLOVER sector code
	Mentions []Mention  `json:"mentions"`                         // at least one
	SameAs   *SameAs    `json:"same_as,omitempty"`
	Geo      *Geo       `json:"geo,omitempty"`
	Score    *float64   `json:"score,omitempty"` // probability, 0 to 1
}

// A Mention is one place where the text refers to an entity.
type Mention struct {
	Span  Span        `json:"span"`
	Exact string      `json:"exact"`
	Kind  MentionKind `json:"kind"`
}

// SameAs says which entity outside the document this one is, and how that was
// found.
type SameAs struct {
	ID     string       `json:"id"` // Wikidata QID or a registry id
	Method SameAsMethod `json:"method"`
	Score  float64      `json:"score"` // probability, 0 to 1
	Review *Review      `json:"review,omitempty"`
}

// Geo says where a place lies, and how precisely that is known.
type Geo struct {
	Lat       *float64  `json:"lat,omitempty"` // degrees north
	Lon       *float64  `json:"lon,omitempty"` // degrees east
	Geonames  int64     `json:"geonames,omitempty"`
	Precision Precision `json:"precision"`
}
