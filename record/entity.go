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

// EntityType is the type of an entity.
type EntityType uint8

// The values of EntityType; the zero value is absent.
const (
	EntityPerson EntityType = iota + 1
	EntityOrganization
	EntityPlace
	EntityGroup
	EntityWork
	EntityOther
)

var entityTypes = [...]string{
	"",
	"person",
	"organization",
	"place",
	"group",
	"work",
	"other",
}

// String returns the word of the schema, or "" when absent.
func (e EntityType) String() string { return word(entityTypes[:], e) }

// ParseEntityType is the inverse of String; its error lists what is allowed.
func ParseEntityType(s string) (EntityType, error) {
	return parseWord[EntityType]("entity type", entityTypes[:], s)
}

// MarshalText writes the word of the schema.
func (e EntityType) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads a word of the schema.
func (e *EntityType) UnmarshalText(text []byte) error {
	return setWord(e, "entity type", entityTypes[:], text)
}

// MentionKind says by what words an entity is mentioned.
type MentionKind uint8

// The values of MentionKind; the zero value is absent.
const (
	MentionName MentionKind = iota + 1
	MentionNominal
	MentionPronoun
)

var mentionKinds = [...]string{
	"",
	"name",
	"nominal",
	"pronoun",
}

// String returns the word of the schema, or "" when absent.
func (m MentionKind) String() string { return word(mentionKinds[:], m) }

// ParseMentionKind is the inverse of String; its error lists what is allowed.
func ParseMentionKind(s string) (MentionKind, error) {
	return parseWord[MentionKind]("mention kind", mentionKinds[:], s)
}

// MarshalText writes the word of the schema.
func (m MentionKind) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a word of the schema.
func (m *MentionKind) UnmarshalText(text []byte) error {
	return setWord(m, "mention kind", mentionKinds[:], text)
}

// SameAsMethod says how an identity was found.
type SameAsMethod uint8

// The values of SameAsMethod; the zero value is absent.
const (
	SameAsAlias SameAsMethod = iota + 1
	SameAsName
	SameAsContext
	SameAsUser
)

var sameAsMethods = [...]string{
	"",
	"alias",
	"name",
	"context",
	"user",
}

// String returns the word of the schema, or "" when absent.
func (s SameAsMethod) String() string { return word(sameAsMethods[:], s) }

// ParseSameAsMethod is the inverse of String; its error lists what is allowed.
func ParseSameAsMethod(s string) (SameAsMethod, error) {
	return parseWord[SameAsMethod]("same_as method", sameAsMethods[:], s)
}

// MarshalText writes the word of the schema.
func (s SameAsMethod) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a word of the schema.
func (s *SameAsMethod) UnmarshalText(text []byte) error {
	return setWord(s, "same_as method", sameAsMethods[:], text)
}

// Precision is how exactly a place is known.
type Precision uint8

// The values of Precision; the zero value is absent.
const (
	PrecisionPoint Precision = iota + 1
	PrecisionCity
	PrecisionDistrict
	PrecisionProvince
	PrecisionCountry
	PrecisionRegion
)

var precisions = [...]string{
	"",
	"point",
	"city",
	"district",
	"province",
	"country",
	"region",
}

// String returns the word of the schema, or "" when absent.
func (p Precision) String() string { return word(precisions[:], p) }

// ParsePrecision is the inverse of String; its error lists what is allowed.
func ParsePrecision(s string) (Precision, error) {
	return parseWord[Precision]("precision", precisions[:], s)
}

// MarshalText writes the word of the schema.
func (p Precision) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a word of the schema.
func (p *Precision) UnmarshalText(text []byte) error {
	return setWord(p, "precision", precisions[:], text)
}
