package mention

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

// A name in a test stands in brackets with the first letter of its kind:
// "said [p Josh Earnest] of [o the White House]".
func parse(t *testing.T, marked string) (*text.Text, []Name) {
	t.Helper()
	kinds := map[byte]Kind{'p': Person, 'o': Organization, 'l': Place, 'g': Group}
	var plain strings.Builder
	var names []Name
	for rest := marked; rest != ""; {
		before, inside, ok := strings.Cut(rest, "[")
		plain.WriteString(before)
		if !ok {
			break
		}
		word, after, _ := strings.Cut(inside, "]")
		start := plain.Len()
		plain.WriteString(word[2:])
		names = append(names, Name{Span: text.Span{Start: start, End: plain.Len()}, Kind: kinds[word[0]]})
		rest = after
	}
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	return doc, names
}

func TestNamesOfOneEntityAreGathered(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"[p Hillary Clinton] won. [p Clinton] spoke.", "Hillary Clinton x2"},
		{"[p Clinton] spoke. [p Hillary Clinton] won.", "Hillary Clinton x2"},
		{"[p Donald Trump], [p Donald J. Trump], [p Trump]", "Donald J. Trump x3"},
		{
			"[p Bill Clinton] and [p Hillary Clinton]. [p Clinton] spoke.",
			"Bill Clinton x1; Hillary Clinton x1; Clinton x1",
		},
		{"[p Joshua Norton], [p Emperor Norton], [p Norton]", "Joshua Norton x3"},
		{"[p Lord Byron] wrote. [p Byron] left.", "Lord Byron x2"},
		{"[p Mr. President]", "Mr. President x1"},
		{"[o the White House] and [o White House]", "the White House x2"},
		{"[p Trump’s] tower and [p Trump].", "Trump x2"},
		{"[l Washington] and [p Washington]", "Washington x1; Washington x1"},
		{"[l U.S.] and [l U.S.'s]", "U.S. x2"},
		{"[p Martin Luther King Jr.]", "Martin Luther King Jr. x1"},
		{"[p Smith.]", "Smith x1"},
		{"[p ”] nothing", ""},
		{"[p \u0301] nothing", ""},
		{"[p Jose\u0301] and [p Jose\u0301]\u0301", "Jose\u0301 x1; Jose\u0301\u0301 x1"},
	} {
		doc, names := parse(t, c.marked)
		var got []string
		for _, e := range Gather(doc, names) {
			got = append(got, e.Name+" x"+string(rune('0'+len(e.Mentions))))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, s, c.want)
		}
	}
}

func TestABodyIsNamedWithAPossessiveOrWithout(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a party", "[o New People's Party] won. [o New People Party] fans sang.", "New People's Party x2"},
		{"a curled one", "[o New People Party] won. [o New People’s Party] fans sang.", "New People Party x2"},
		{"a person has none", "[p Ann] met [p Ann's Bo].", "Ann x1; Ann's Bo x1"},
	})
}

func TestMentionsAreInTheOrderOfTheText(t *testing.T) {
	doc, names := parse(t, "[p Trump], [p Donald Trump], [p Trump], [p Donald J. Trump]")
	for _, e := range Gather(doc, names) {
		for i, m := range e.Mentions {
			if i > 0 && m.Start < e.Mentions[i-1].End {
				t.Errorf("%s: mention %v after %v", e.Name, m, e.Mentions[i-1])
			}
		}
	}
}

func TestAPhraseMayEndBeforeTheNounOfABody(t *testing.T) {
	doc, names := parse(t, "the [o Maariv] newspaper")
	h := NewHeads(doc, Gather(doc, names))
	if _, ok := h.Of(text.Span{End: len("the Maariv")}); !ok {
		t.Error("the name heads nothing")
	}
}

func TestHeadOfAPhrase(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"[o White House] spokesman [p Josh Earnest]", "Josh Earnest"},
		{"[p Josh Earnest], spokesman for [p Obama],", "Josh Earnest"},
		{"[o the White House]", "the White House"},
		{"[p John Smith] of [o the Brookings Institution]", "John Smith"},
		{"the chairman of [o the board], [p John Smith]", "John Smith"},
		{"[p Smith], who worked with [p Jones]", "Smith"},
		{"[p Trump] himself", "Trump"},
		{"Sen. [p Bernie Sanders] (I-Vt.)", "Bernie Sanders"},
		{"a spokesman for [p Trump]", ""},
		{"[p Trump]’s lawyer", ""},
		{"[p Trump]'s lawyer, [p Michael Cohen],", "Michael Cohen"},
		{"the [p Trump] campaign", ""},
		{"the [o Maariv] newspaper", "Maariv"},
		{"the [o Maariv] newspaper in [l Tel Aviv]", "Maariv"},
		{"the [o Maariv] newspaper's editor", ""},
		{"the [o UN] agency", ""},
		{"the [o Maariv] editor", ""},
		{"the [o Interfax] news agency", "Interfax"},
		{"[o Yonhap] news agency", "Yonhap"},
		{"the state-run [o Xinhua] news service in [l Oslo]", "Xinhua"},
		{"[o Yonhap] news agency's editor", ""},
		{"[o Yonhap] news agencies", ""},
		{"the [l Russian] news agency", ""},
		{"[p Clinton] and [p Sanders]", ""},
		{"aides to [p Clinton]", ""},
		{"the president", ""},
		{"[g Democrats]", "Democrats"},
		{"[l Iran]", "Iran"},
		{"many in [l Iran]", ""},
	} {
		doc, names := parse(t, c.marked)
		entities := Gather(doc, names)
		got := ""
		if i, ok := NewHeads(doc, entities).Of(text.Span{End: doc.Len()}); ok {
			got = entities[i].Name
		}
		if got != c.want {
			t.Errorf("%s: head %q, want %q", c.marked, got, c.want)
		}
	}
}
