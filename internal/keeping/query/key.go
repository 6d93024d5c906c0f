package query

import (
	"fmt"
	"slices"
	"strings"
)

// Key is a field that can be asked for. The values of a [Filter] are written as
// the table of keys says: names as typed, words as in the vocabulary, dates as
// EDTF, scores in decimals, countries as three capitals (ISO 3166-1 alpha-3).
type Key uint8

// The keys, in the order in which they are written; the zero value is none.
// Kind, sort and limit are fields of [Query] and never the key of a Filter.
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

// A keyRow says what a key is.
type keyRow struct {
	name    string
	kinds   []Kind // of rows that have the field
	reading reading
	help    string // what must be so
	example string // canonical

	// once marks what is one value by nature: it is not given twice, has no
	// alternatives and is not turned round.
	once bool
}

var (
	every    = []Kind{Statements, Events, Documents, Entities, Citations}
	judged   = []Kind{Statements, Events}
	located  = []Kind{Statements, Events, Documents}
	national = []Kind{Statements, Events, Entities}
	sourced  = []Kind{Statements, Events, Documents, Citations}
	scored   = []Kind{Statements, Events} // the rows that reading gives a score
)

var keyRows = [...]keyRow{
	KeyKind: {
		name: "kind", kinds: every, reading: kinds, once: true,
		help:    "the rows are of this kind",
		example: "kind:events",
	},
	KeySpeaker: {
		name: "speaker", kinds: []Kind{Statements}, reading: name,
		help:    "who said it",
		example: `speaker:"Rishi Sunak"`,
	},
	KeyAddressee: {
		name: "addressee", kinds: []Kind{Statements}, reading: name,
		help:    "one of those who were told",
		example: "addressee:reporters",
	},
	KeyAbout: {
		name: "about", kinds: []Kind{Statements}, reading: name,
		help:    "one of those named in what was said",
		example: "about:NATO",
	},
	KeyActor: {
		name: "actor", kinds: []Kind{Events}, reading: name,
		help:    "one of those who did it",
		example: "actor:France",
	},
	KeyRecipient: {
		name: "recipient", kinds: []Kind{Events}, reading: name,
		help:    "one of those to whom it was done",
		example: "recipient:Ukraine",
	},
	KeyOutlet: {
		name: "outlet", kinds: every, reading: name,
		help:    "the publisher of the document",
		example: `outlet:"Le Monde"`,
	},
	KeyCites: {
		name: "cites", kinds: sourced, reading: name,
		help:    "a source that the text cites for it; of a document: anywhere",
		example: "cites:AFP,Reuters",
	},
	KeyAuthor: {
		name: "author", kinds: every, reading: name,
		help:    "one of the authors of the document",
		example: `author:"Jane Doe"`,
	},
	KeySince: {
		name: "since", kinds: every, reading: firstDay, once: true,
		help:    "said or done on the first of these days or later",
		example: "since:2024-03",
	},
	KeyUntil: {
		name: "until", kinds: every, reading: lastDay, once: true,
		help:    "said or done on the last of these days or before",
		example: "until:2024-03-15",
	},
	KeyPublished: {
		name: "published", kinds: every, reading: days,
		help:    "the document was published on one of these days",
		example: "published:2024-03-01/2024-03-15",
	},
	KeyDue: {
		name: "due", kinds: []Kind{Statements}, reading: dueTime,
		help: "what was put forward is to happen on one of these days, or stands so " +
			"(kept and broken are judged with links, which come later)",
		example: "due:2025,overdue",
	},
	KeyForm: {
		name: "form", kinds: []Kind{Statements}, reading: forms,
		help:    "how the content is worded",
		example: "form:direct,mixed",
	},
	KeyAct: {
		name: "act", kinds: []Kind{Statements}, reading: acts,
		help:    "what the speaker does by it",
		example: "act:commit,request",
	},
	KeyPolarity: {
		name: "polarity", kinds: []Kind{Statements}, reading: polarities,
		help:    "the speaker's stand to the content",
		example: "polarity:denied",
	},
	KeyCertainty: {
		name: "certainty", kinds: judged, reading: certainties,
		help:    "how sure it is put",
		example: "-certainty:certain",
	},
	KeyEvent: {
		name: "event", kinds: []Kind{Events}, reading: eventTypes,
		help:    "the type of the event, by PLOVER",
		example: "event:AGREE,AID",
	},
	KeyMode: {
		name: "mode", kinds: []Kind{Events}, reading: term,
		help:    "one of the modes of the event, by PLOVER",
		example: "mode:visit",
	},
	KeyContext: {
		name: "context", kinds: []Kind{Events}, reading: term,
		help: "one of the contexts of the event, by PLOVER (readout reads none; " +
			"records of other programs may have them)",
		example: "context:diplomatic",
	},
	KeyStatus: {
		name: "status", kinds: []Kind{Events}, reading: statuses,
		help:    "whether the event took place",
		example: "status:planned",
	},
	KeyPlace: {
		name: "place", kinds: located, reading: name,
		help:    "where it was said or happened; of a document: its dateline",
		example: "place:Geneva",
	},
	KeyCountry: {
		name: "country", kinds: national, reading: country,
		help:    "of the entity; else of a speaker, addressee, actor, recipient or place",
		example: "country:FRA",
	},
	KeyLang: {
		name: "lang", kinds: every, reading: tongue,
		help:    "the language of the document; en is also en-GB",
		example: "lang:en",
	},
	KeyGenre: {
		name: "genre", kinds: every, reading: genres,
		help:    "the kind of document",
		example: "-genre:opinion",
	},
	KeyReview: {
		name: "review", kinds: judged, reading: reviews,
		help:    "what a person decided; what nobody looked at is open",
		example: "review:open",
	},
	KeyMinScore: {
		name: "min_score", kinds: scored, reading: score, once: true,
		help:    "the least probability that it was read rightly",
		example: "min_score:0.8",
	},
	KeySort: {
		name: "sort", kinds: every, reading: orders, once: true,
		help:    "the order of the rows",
		example: "sort:oldest",
	},
	KeyLimit: {
		name: "limit", kinds: every, reading: count, once: true,
		help:    "the most rows",
		example: "limit:50",
	},
}

// Keys returns all keys in their order.
func Keys() []Key {
	var list []Key
	for k := range keyRows[1:] {
		list = append(list, Key(k+1))
	}
	return list
}

// String returns the name of the key: "min_score".
func (k Key) String() string { return keyRows[k].name }

// ParseKey is the inverse of String; case does not count. Its error is an
// [*Error] that lists the keys.
func ParseKey(s string) (Key, error) {
	k, fault := readKey(s)
	if fault == nil {
		return k, nil
	}
	fault.In, fault.What = s, shortened(s)
	if s == "" {
		fault.What = `""`
	}
	return 0, fault
}

func readKey(s string) (Key, *Error) {
	var names []string
	for _, k := range Keys() {
		if strings.EqualFold(k.String(), s) {
			return k, nil
		}
		names = append(names, k.String())
	}
	return 0, unlisted(s, "no such filter", names)
}

// Kinds returns the kinds of rows that have the field.
func (k Key) Kinds() []Kind { return slices.Clone(keyRows[k].kinds) }

// Words returns the words that may be values, nil when values are no list.
func (k Key) Words() []string { return slices.Clone(keyRows[k].reading.words) }

// Help says in a few words what must be so.
func (k Key) Help() string { return keyRows[k].help }

// Example returns a canonical query with this key alone.
func (k Key) Example() string { return keyRows[k].example }

// Table returns the keys as a table in Markdown.
func Table() string {
	var b strings.Builder
	b.WriteString("| key | of | what must be so | value | example |\n|---|---|---|---|---|\n")
	for _, k := range Keys() {
		row := keyRows[k]
		of := "all"
		if len(row.kinds) < len(every) {
			of = list(row.kinds)
		}
		value := row.reading.what
		if words := row.reading.words; words != nil {
			value += ": `" + strings.Join(words, "`, `") + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | `%s` |\n",
			row.name, of, row.help, value, row.example)
	}
	return b.String()
}

// list names kinds of rows in words: "statements and events".
func list(kinds []Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = k.String()
	}
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
