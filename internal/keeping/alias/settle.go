package alias

import (
	"maps"
	"slices"
	"strings"

	"readout/internal/language/fold"
	"readout/record"
)

// Tables are the tables of names that were taken up.
type Tables struct {
	Version int // of the built-in one; 0 before there was any
	Builtin []Row
	Own     []Row // of the user's table
}

// Take changes the tables to those of this program and the user's own, which stays
// where it is nil. It reports whether that changes anything. The built-in table of a
// newer program stays.
func (t *Tables) Take(own []Row) bool {
	changed := false
	if t.Version < Version {
		t.Version, t.Builtin, changed = Version, Builtin(), true
	}
	equal := func(a, b Row) bool {
		return a.Type == b.Type && a.Name == b.Name && slices.Equal(a.Also, b.Also)
	}
	if own != nil && !slices.EqualFunc(t.Own, own, equal) {
		t.Own, changed = own, true
	}
	return changed
}

// A Name is what something is called.
type Name struct {
	Type record.EntityType `json:"type"`
	Text string            `json:"name"`
}

// Key returns what makes two names one: the type and the folded name.
func (n Name) Key() string { return n.Type.String() + "/" + fold.Words(n.Text) }

// An Alias says that whoever bears the name of a key means what has another one, and
// is called by the name.
type Alias struct {
	Key, Same string
	Name      Name
}

// A Join is what a person said: that whoever bears the name of a key is who is called
// by another name.
type Join struct {
	Key  string
	Same Name
}

// Aliases are all names that mean somebody who is kept under another one, as
// [Settle] or [NewAliases] makes them. They are not changed; nil has none.
type Aliases struct {
	by     map[string]Alias
	groups map[string][]string // keys that mean the same, by that
}

// NewAliases returns those that a store has kept.
func NewAliases(kept []Alias) *Aliases {
	a := &Aliases{by: map[string]Alias{}, groups: map[string][]string{}}
	for _, one := range kept {
		a.set(one)
	}
	return a
}

// Settle carries the tables out, and then what people joined, in the order in which
// they did: what comes later says what a name means. A row of the user's own is the
// whole of its thing: its chief name leaves the built-in row that it stood in, its
// other names come from theirs with all that meant them.
func Settle(t Tables, joins []Join) *Aliases {
	a := NewAliases(nil)
	for i, rows := range [][]Row{t.Builtin, t.Own} {
		for _, row := range rows {
			chief := Name{row.Type, row.Name}
			if i > 0 {
				a.leave(chief.Key())
			}
			for _, other := range row.Others() {
				a.join(row.Type.String()+"/"+other, chief)
			}
		}
	}
	for _, j := range joins {
		a.join(j.Key, j.Same)
	}
	return a
}

// join has a key, and all that mean it, mean whom a name means.
func (a *Aliases) join(key string, same Name) {
	to := a.root(same.Key(), same)
	if key == to.Same {
		return
	}
	a.leave(key)
	for _, key := range append(a.groups[key], key) {
		to.Key = key
		a.set(to)
	}
	delete(a.groups, key)
}

// root is what a key means, whose own name is given.
func (a *Aliases) root(key string, name Name) Alias {
	if to, ok := a.Of(key); ok {
		return to
	}
	return Alias{Same: key, Name: name}
}

func (a *Aliases) set(one Alias) {
	a.by[one.Key] = one
	a.groups[one.Same] = append(a.groups[one.Same], one.Key)
}

// leave has a key mean itself again.
func (a *Aliases) leave(key string) {
	from := a.by[key].Same
	a.groups[from] = slices.DeleteFunc(a.groups[from], func(k string) bool { return k == key })
	delete(a.by, key)
}

// Of returns the entity that a key means when it is another one.
func (a *Aliases) Of(key string) (Alias, bool) {
	if a == nil {
		return Alias{}, false
	}
	one, ok := a.by[key]
	return one, ok
}

// Rows returns all aliases in the order of their keys.
func (a *Aliases) Rows() []Alias {
	var rows []Alias
	for _, key := range slices.Sorted(maps.Keys(a.by)) {
		rows = append(rows, a.by[key])
	}
	return rows
}

// IsOne reports whether what is to be joined means the same already.
func (a *Aliases) IsOne(j Join) bool {
	return a.root(j.Key, Name{}).Same == a.root(j.Same.Key(), j.Same).Same
}

// Names returns the folded names of all that mean what a key means, in their order;
// none when no other name does.
func (a *Aliases) Names(key string) []string {
	if a == nil {
		return nil
	}
	root := a.root(key, Name{}).Same
	if len(a.groups[root]) == 0 {
		return nil
	}
	var names []string
	for _, key := range append([]string{root}, a.groups[root]...) {
		_, folded, _ := strings.Cut(key, "/")
		names = append(names, folded)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Changed returns the keys that mean another entity than they did, or one that is
// found by other names, in their order.
func (a *Aliases) Changed(before *Aliases) []string {
	keys := map[string]bool{}
	for _, some := range []*Aliases{a, before} {
		for key, one := range some.by {
			keys[key], keys[one.Same] = true, true
		}
	}
	var changed []string
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		was, is := before.root(key, Name{}), a.root(key, Name{})
		was.Key, is.Key = "", ""
		if was != is || !slices.Equal(before.Names(key), a.Names(key)) {
			changed = append(changed, key)
		}
	}
	return changed
}
