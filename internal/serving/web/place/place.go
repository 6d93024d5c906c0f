// Package place has the addresses of pages, which hold all of their state: the
// query that a page answers, and the item that it shows.
//
// An address made here is read back by [query.FromValues] as an equal query.
package place

import (
	"net/url"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// After is the parameter that says behind which row a page begins.
const After = "after"

// A Link is a place with its name.
type Link struct {
	Name, URL string
	Here      bool // it is where the reader is
	Count     int  // of what is there
}

// Of returns the address of a page with a query and with pairs of further
// parameters, of which the empty are left out.
func Of(path string, q query.Query, extra ...string) string {
	v := q.Values()
	for i := 0; i+1 < len(extra); i += 2 {
		if extra[i+1] != "" {
			v.Set(extra[i], extra[i+1])
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// With returns the query with one more condition in place of those on its key,
// and false when no such condition can be asked.
func With(q query.Query, key query.Key, value string) (query.Query, bool) {
	q = Without(q, key)
	err := q.Set(key.String(), quoted(value))
	return q, err == nil
}

// quoted writes a value as the language of filters reads it, whatever is in it.
func quoted(value string) string {
	if !strings.ContainsAny(value, `,"“”\ `) {
		return value
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `“`, `\"`, `”`, `\"`).Replace(value) + `"`
}

// Without returns the query without any condition on a key.
func Without(q query.Query, key query.Key) query.Query {
	var left []query.Filter
	for _, f := range q.Filters {
		if f.Key != key {
			left = append(left, f)
		}
	}
	q.Filters = left
	return q
}

// Position is where those of the found statements are that are about somebody and
// take a stand: a polarity, else, where that is none but affirmed, an act; "" is any
// stand. It is "" when that cannot be asked.
func Position(said query.Query, about, stand string) string {
	q, ok := With(said, query.KeyAbout, about)
	if !ok {
		return ""
	}
	q.Kind = 0
	if stand == "" {
		return Of("/find", q)
	}
	if to, ok := With(q, query.KeyPolarity, stand); ok {
		return Of("/find", to)
	}
	q, ok = With(q, query.KeyAct, stand)
	if !ok || q.Set("-"+query.KeyPolarity.String(), "denied,omitted,declined") != nil {
		return ""
	}
	return Of("/find", q)
}

// Naming is where the documents are in which words stand, "" when nothing can be
// looked for with them.
func Naming(words string) string {
	q := query.Query{Kind: query.Documents, Words: []query.Word{{Text: words}}}
	if _, err := query.FromValues(q.Values()); err != nil {
		return ""
	}
	return Of("/find", q)
}

// Has says whether a filter asks for exactly this value.
func Has(q query.Query, key query.Key, value string) bool {
	one, ok := With(query.Query{}, key, value)
	if !ok || len(one.Filters) == 0 {
		return false
	}
	for _, f := range q.Filters {
		if f.String() == one.Filters[0].String() {
			return true
		}
	}
	return false
}

// Document is where a document, or an item of it, is read.
func Document(id, item string) string {
	to := "/documents/" + url.PathEscape(id)
	if item != "" {
		to += "#" + url.PathEscape(item)
	}
	return to
}

// Entity is where an entity is shown.
func Entity(kind record.EntityType, name string) string {
	return Key(store.EntityKey(store.Name{Type: kind, Text: name}))
}

// Key is where the entity with a key of the store is shown.
func Key(key string) string {
	parts := strings.Split(key, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return "/entities/" + strings.Join(parts, "/")
}

// Named is where whoever a document calls by a name is shown; it leads on to the
// entity.
func Named(name, document string) string {
	return "/entities?" + url.Values{"name": {name}, "document": {document}}.Encode()
}

// Local returns an address of this site that a form gave, "/find" for any
// other: nothing else may be led to.
func Local(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil ||
		!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") ||
		strings.ContainsAny(to, "\\\x00\r\n\t") {
		return "/find"
	}
	return to
}

// Back is the address that a decision leads back to, with the number of the
// decision, by which it can be undone.
func Back(back, did, anchor string) string {
	u, err := url.Parse(back)
	if err != nil {
		return "/find"
	}
	v := u.Query()
	v.Del("did")
	if did != "" {
		v.Set("did", did)
	}
	u.RawQuery, u.Fragment = v.Encode(), anchor
	return u.String()
}
