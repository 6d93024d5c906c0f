// Package portrait gathers what documents say of one entity: by which names it
// goes, which offices it is given and when, what it speaks about and how.
//
// Documents are read one at a time; none is kept or changed. Equal documents
// give an equal portrait, whatever their order.
package portrait

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/store"
	"readout/record"
)

// A Count is how often something occurs.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// A tallied is how often each of some words occurs.
type tallied map[string]int

// ranked returns the words, the most frequent first.
func (t tallied) ranked() []Count {
	var out []Count
	for _, name := range slices.Sorted(maps.Keys(t)) {
		out = append(out, Count{name, t[name]})
	}
	slices.SortStableFunc(out, func(a, b Count) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// A Sketch is what documents say of one entity.
type Sketch struct {
	Documents int // that name it

	of      *store.Entity
	names   tallied
	offices map[string]*Role // by folded words
	about   map[string]tallied
	days    map[string][2]string // first and last, by folded words of an office
}

// New returns a sketch of an entity of which nothing is known yet.
func New(e *store.Entity) *Sketch {
	return &Sketch{
		of: e, names: tallied{}, offices: map[string]*Role{}, about: map[string]tallied{},
		days: map[string][2]string{},
	}
}

// Names returns the names by which it goes, the most frequent first.
func (k *Sketch) Names() []Count { return k.names.ranked() }

// Read adds what one document says.
func (k *Sketch) Read(r *record.Record) {
	var ids []string
	for i := range r.Entities {
		e := &r.Entities[i]
		if !k.is(e) {
			continue
		}
		ids = append(ids, e.ID)
		for _, m := range e.Mentions {
			if m.Kind == record.MentionName {
				k.names[plain(m.Exact)]++
			}
		}
		for _, role := range e.Roles {
			k.office(plain(role.Exact), r.Document.Published)
		}
	}
	if len(ids) == 0 {
		return
	}
	k.Documents++
	x := resolve.New(r)
	for i := range r.Statements {
		s := &r.Statements[i]
		if !slices.ContainsFunc(ids, func(id string) bool { return speaks(s, id) }) {
			continue
		}
		for _, id := range s.About {
			if name := x.Names[id]; name != "" && !slices.Contains(ids, id) {
				k.topic(name, s)
			}
		}
	}
}

// is reports whether an entity of a document goes by a name of this one.
func (k *Sketch) is(e *record.Entity) bool {
	key := store.EntityKey(store.Name{Type: e.Type, Text: e.Name})
	return e.Type == k.of.Type && query.Fold(e.Name) == query.Fold(k.of.Name) ||
		slices.Contains(k.of.Also, key)
}

// office adds a role that a document gives, and when it does.
func (k *Sketch) office(words, published string) {
	folded := query.Fold(words)
	at := k.offices[folded]
	if at == nil {
		at = &Role{Words: words}
		k.offices[folded] = at
	}
	at.Documents++
	if published == "" {
		return
	}
	days := k.days[folded]
	if days[0] == "" || published < days[0] {
		days[0] = published
	}
	days[1] = max(days[1], published)
	k.days[folded] = days
	at.First, at.Last = resolve.PlainDate(days[0]), resolve.PlainDate(days[1])
}

func (k *Sketch) topic(name string, s *record.Statement) {
	if k.about[name] == nil {
		k.about[name] = tallied{}
	}
	stand := s.Polarity.String()
	if s.Polarity == record.PolarityAffirmed || s.Polarity == 0 {
		stand = cmp.Or(s.Act.String(), "state")
	}
	k.about[name][stand]++
}

// Roles returns the offices, those given last first.
func (k *Sketch) Roles() []Role {
	var out []Role
	keys := slices.Sorted(maps.Keys(k.offices))
	slices.SortStableFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(k.days[b][1], k.days[a][1]),
			cmp.Compare(k.offices[b].Documents, k.offices[a].Documents))
	})
	for _, key := range keys {
		out = append(out, *k.offices[key])
	}
	return out
}

// Topics returns what was spoken about most, with how.
func (k *Sketch) Topics() []Topic {
	var out []Topic
	for _, name := range slices.Sorted(maps.Keys(k.about)) {
		t := Topic{Name: name, Stands: k.about[name].ranked()}
		for _, stand := range t.Stands {
			t.Count += stand.Count
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// A Role is an office or title, and in how many documents it is given.
type Role struct {
	Words     string `json:"words"`
	First     string `json:"first,omitempty"`
	Last      string `json:"last,omitempty"`
	Documents int    `json:"documents"`
}

// A Topic is someone or something that an entity spoke about, and how.
type Topic struct {
	Name   string  `json:"name"`
	Count  int     `json:"count"`
	Stands []Count `json:"stands"`
}

// speaks says whether a statement is by an entity of the record.
func speaks(s *record.Statement, id string) bool {
	return s.Speaker != nil && s.Speaker.Entity != nil && *s.Speaker.Entity == id
}

// plain puts words that a line of the text breaks on one line.
func plain(words string) string { return strings.Join(strings.Fields(words), " ") }
