package alias

import (
	"slices"
	"strings"
	"testing"

	"readout/record"
)

// tables returns tables of places: lines of names parted by strokes, the chief one
// first.
func tables(builtin, own string) Tables {
	rows := func(lines string) (rows []Row) {
		for line := range strings.FieldsSeq(lines) {
			names := strings.Split(line, "|")
			rows = append(rows, Row{Type: record.EntityPlace, Name: names[0], Also: names[1:]})
		}
		return rows
	}
	return Tables{Version: 1, Builtin: rows(builtin), Own: rows(own)}
}

// joinedAs returns joins of places, "A=B".
func joinedAs(pairs string) []Join {
	var joins []Join
	for pair := range strings.FieldsSeq(pairs) {
		from, to, _ := strings.Cut(pair, "=")
		joins = append(joins, Join{
			Name{record.EntityPlace, from}.Key(), Name{record.EntityPlace, to},
		})
	}
	return joins
}

func TestWhatComesLaterSaysWhatANameMeans(t *testing.T) {
	for _, c := range []struct{ claim, builtin, own, people, want string }{
		{"a row has one chief name", "A|B|C", "", "", "b=a c=a"},
		{"a row of one's own adds to another", "A|B", "A|D", "", "b=a d=a"},
		{"and takes all that a chief name has", "A|B", "C|A", "", "a=c b=c"},
		{"but of another name only itself", "A|B|D", "C|B", "", "b=c d=a"},
		{"its chief name leaves the other row", "A|B|D", "B|C", "", "c=b d=a"},
		{"a row of one's own may turn another round", "A|B", "B|A", "", "a=b"},
		{"people come on top", "A|B", "", "C=A", "b=a c=a"},
		{"and by another name of the same", "A|B", "", "C=B", "b=a c=a"},
		{"and take a whole row elsewhere", "A|B", "", "A=C", "a=c b=c"},
		{"or a name out of it", "A|B|D", "", "B=C", "b=c d=a"},
		{"chains end", "", "", "A=B B=C C=D", "a=d b=d c=d"},
		{"what is one already stays", "A|B", "A|B", "B=A A=B", "b=a"},
	} {
		a := Settle(tables(c.builtin, c.own), joinedAs(c.people))
		var got []string
		for _, one := range a.Rows() {
			if one.Same != one.Name.Key() {
				t.Errorf("%s: the name of %s is %+v", c.claim, one.Same, one.Name)
			}
			got = append(got, strings.TrimPrefix(one.Key, "place/")+"="+strings.TrimPrefix(one.Same, "place/"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.claim, got, c.want)
		}
		again := NewAliases(a.Rows())
		if changed := again.Changed(a); changed != nil {
			t.Errorf("%s: read again, these are others: %s", c.claim, changed)
		}
	}
}

func TestOnlyWhatChangesIsIndexedAnew(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"A|B C|D", "C|D A|B", ""},
		{"A|B C|D", "A|B", "c d"},
		{"A|B", "A|B|C", "a b c"},
		{"A|B", "B|A", "a b"},
	} {
		before, after := Settle(tables(c.before, ""), nil), Settle(tables(c.after, ""), nil)
		got := strings.ReplaceAll(strings.Join(after.Changed(before), " "), "place/", "")
		if got != c.want {
			t.Errorf("%s -> %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

func TestANewerTableStaysAndAnEqualOneChangesNothing(t *testing.T) {
	own := []Row{{Type: record.EntityPlace, Name: "A", Also: []string{"B"}}}
	var before Tables
	for _, c := range []struct {
		claim string
		t     Tables
		own   []Row
		want  bool
	}{
		{"one of before", before, nil, true},
		{"the table of now", Tables{Version: Version}, nil, false},
		{"a later one", Tables{Version: Version + 1}, nil, false},
		{"an own one", Tables{Version: Version}, own, true},
		{"the same", Tables{Version: Version, Own: own}, own, false},
		{"none any more", Tables{Version: Version, Own: own}, []Row{}, true},
		{"none named", Tables{Version: Version, Own: own}, nil, false},
	} {
		if got := c.t.Take(c.own); got != c.want {
			t.Errorf("%s: %t", c.claim, got)
		}
	}
}

func TestWhatIsJoinedIsAskedByAnyName(t *testing.T) {
	a := Settle(tables("A|B|C D", ""), joinedAs("E=F"))
	for pair, want := range map[string]bool{
		"A=B": true, "B=A": true, "B=C": true, "A=A": true, "A=D": false, "D=C": false, "E=F": true, "X=Y": false,
	} {
		if got := a.IsOne(joinedAs(pair)[0]); got != want {
			t.Errorf("%s: %t", pair, got)
		}
	}
	if got := a.Names("place/b"); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("names %q", got)
	}
	var none *Aliases
	if _, ok := none.Of("place/a"); ok || none.Names("place/a") != nil || a.Names("place/d") != nil {
		t.Error("names where there are none")
	}
}
