package query

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// checkInverse proves that each way to write q is read back as q, and that what
// was written is canonical.
func checkInverse(t *testing.T, q Query) {
	t.Helper()
	same := cmpopts.EquateEmpty()
	text := q.String()
	back, err := Parse(text)
	if err != nil {
		t.Fatalf("%q is written %q, which is not read: %v", q, text, err)
	}
	if diff := cmp.Diff(q, back, same); diff != "" {
		t.Fatalf("%q (-written +read):\n%s", text, diff)
	}
	if again := back.String(); again != text {
		t.Fatalf("%q is written %q", text, again)
	}
	v := q.Values()
	back, err = FromValues(v)
	if err != nil {
		t.Fatalf("%q is the URL %q, which is not read: %v", text, v.Encode(), err)
	}
	if diff := cmp.Diff(q, back, same); diff != "" {
		t.Fatalf("%q (-written +read):\n%s", v.Encode(), diff)
	}
}

// checkError proves that an error points into what was read.
func checkError(t *testing.T, err error) {
	t.Helper()
	e, ok := err.(*Error) //nolint:errorlint // the promise is this very type
	if !ok || e.Offset < 0 || e.Offset > len(e.In) || e.What == "" || e.Why == "" {
		t.Fatalf("%#v", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range cases(f, "queries.txt") {
		f.Add(c[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			checkError(t, err)
			return
		}
		checkInverse(t, q)
	})
}

func FuzzSet(f *testing.F) {
	f.Add("", "x")
	f.Add("-", "x")
	f.Add("speaker", "\xff")
	f.Add(strings.Repeat("\x80", 61), "x")
	for _, k := range Keys() {
		_, value, _ := strings.Cut(k.Example(), ":")
		f.Add(k.String(), value)
		f.Add("-"+k.String(), value)
	}
	f.Fuzz(func(t *testing.T, key, value string) {
		var q Query
		if err := q.Set(key, value); err != nil {
			checkError(t, err)
			return
		}
		checkInverse(t, q)
	})
}

func FuzzFold(f *testing.F) {
	for _, c := range cases(f, "matches.txt") {
		f.Add(c[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Fatalf("%q, folded %q, is folded again %q", s, folded, again)
		}
		if strings.Join(strings.Fields(folded), " ") != folded {
			t.Fatalf("%q has not single spaces", folded)
		}
	})
}

// TestQueriesOfAllPartsAreReadBack puts together what the fuzzer rarely meets:
// many conditions that are each right.
func TestQueriesOfAllPartsAreReadBack(t *testing.T) {
	names := []string{
		"Sunak", "Rishi Sunak", "Smith, John", `the "boss"`, `a\b`, "“x”", "-5", "a:b", "岸田",
	}
	random := rand.New(rand.NewPCG(1, 2))
	one := func(list []string) string { return list[random.IntN(len(list))] }
	const queries = 400
	read := 0
	for range queries {
		var q Query
		for range random.IntN(12) {
			k := Keys()[random.IntN(len(Keys()))]
			_, value, _ := strings.Cut(k.Example(), ":")
			if words := k.Words(); words != nil {
				value = one(words) + "," + one(words)
			}
			if keyRows[k].reading.what == name.what {
				value = quote(one(names), `,"“`, "") + "," + quote(one(names), `,"“`, "")
			}
			// some do not go together and are refused
			_ = q.Set(one([]string{"", "-"})+k.String(), value)
			_ = q.Set(typed, one([]string{"", "-"})+`"`+escaped.Replace(one(names))+`"`)
		}
		read += len(q.Filters)
		checkInverse(t, q)
	}
	if read < queries {
		t.Errorf("%d filters in %d queries: the test asks too little", read, queries)
	}
}
