package query

// Key is a field that can be asked for. What its values are is in the table of
// keys: names as typed; words of the vocabulary; dates as EDTF; a score from 0
// to 1 in decimals; ISO 3166-1 alpha-3 codes in capitals; BCP 47 tags.
type Key uint8

// The keys, in the order in which they are written; the zero value is none.
// Kind, sort and limit are fields of [Query] and never the key of a [Filter].
const (
	KeyKind Key = iota + 1
	KeySpeaker
	KeyAddressee
	KeyAbout
	KeyActor
	KeyRecipient
	KeyOutlet
	KeyCites
	KeyAuthor
	KeySince
	KeyUntil
	KeyPublished
	KeyDue
	KeyForm
	KeyAct
	KeyPolarity
	KeyCertainty
	KeyEvent
	KeyMode
	KeyContext
	KeyStatus
	KeyPlace
	KeyCountry
	KeyLang
	KeyGenre
	KeyReview
	KeyMinScore
	KeySort
	KeyLimit
)
