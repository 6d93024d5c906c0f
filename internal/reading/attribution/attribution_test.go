package attribution

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
)

// mark finds words in a text, the n-th time they stand there.
func mark(t *testing.T, doc *text.Text, words string) tag.Span {
	t.Helper()
	at := strings.Index(doc.String(), words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, doc)
	}
	return tag.Span{Span: text.Span{Start: at, End: at + len(words)}}
}

// attribution makes what the model would find: source, cue, contents.
func attribution(t *testing.T, doc *text.Text, parts ...string) tag.Attribution {
	t.Helper()
	a := tag.Attribution{Cue: mark(t, doc, parts[1])}
	if parts[0] != "" {
		a.Source, a.Sourced = mark(t, doc, parts[0]), true
	}
	for _, p := range parts[2:] {
		a.Contents = append(a.Contents, mark(t, doc, p))
	}
	return a
}

func document(t *testing.T, s string) (*text.Text, []segment.Quotation) {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return doc, segment.AppendQuotations(nil, doc)
}

func TestFormFollowsFromTheQuotationMarks(t *testing.T) {
	for _, c := range []struct {
		text         string
		source, cue  string
		content      []string
		form         Form
		quoted, read string
	}{
		{
			"“We won,” she said.", "she", "said",
			[]string{"“We won,”"},
			Direct, "We won,", "We won,",
		},
		{
			"She said that we won.", "She", "said",
			[]string{"that we won"},
			Indirect, "", "that we won",
		},
		{
			"She said the vote was “a farce.”", "She", "said",
			[]string{"the vote was “a farce.”"},
			Mixed, "a farce.", "the vote was “a farce.”",
		},
		{
			"\"We won,\" she said, \"and we know it.\"", "she", "said",
			[]string{"\"We won,\"", "\"and we know it.\""},
			Direct, "We won,|and we know it.", "We won, … and we know it.",
		},
		{
			"“He told me that I won,” she said.", "He", "told",
			[]string{"that I won"},
			Indirect, "", "that I won",
		},
		{
			"“He told me ‘you won’ and left,” she said.", "He", "told",
			[]string{"‘you won’"},
			Direct, "you won", "you won",
		},
	} {
		doc, quotations := document(t, c.text)
		a := attribution(t, doc, append([]string{c.source, c.cue}, c.content...)...)
		s := Build(doc, []tag.Attribution{a}, quotations)[0]
		var quoted []string
		for _, q := range s.Quoted {
			quoted = append(quoted, doc.At(q))
		}
		if got := strings.Join(quoted, "|"); s.Form != c.form || got != c.quoted {
			t.Errorf("%s: form %d quoted %q, want %d %q", c.text, s.Form, got, c.form, c.quoted)
		}
		if got := Words(doc, s); got != c.read {
			t.Errorf("%s: reads %q, want %q", c.text, got, c.read)
		}
	}
}

func TestWordsDropOuterMarksOnly(t *testing.T) {
	for in, want := range map[string]string{
		"“We won”":       "We won",
		"“We won,":       "We won,",
		"the “big” vote": "the “big” vote",
		"“big” vote":     "“big” vote",
		"a “big vote”":   "a “big vote”",
		"the voters’":    "the voters’",
		"“":              "“",
		"\"We won\"":     "We won",
		"''We won,''":    "We won,",
		"``We won''":     "We won",
		"``We won,":      "We won,",
		"We won''":       "We won",
		"''big'' vote":   "''big'' vote",
		"a ''big vote''": "a ''big vote''",
		"''":             "''",
		"that “we\nwon”  … all of “it”": "that “we\nwon”  … all of “it”",
	} {
		if got := unquote(in); got != want {
			t.Errorf("unquote(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAStatementInsideAnotherPointsToIt(t *testing.T) {
	doc, quotations := document(t, "Smith said Jones believes that Brown promised to pay.")
	all := Build(doc, []tag.Attribution{
		attribution(t, doc, "Smith", "said", "Jones believes that Brown promised to pay"),
		attribution(t, doc, "Brown", "promised", "to pay"),
		attribution(t, doc, "Jones", "believes", "that Brown promised to pay"),
	}, quotations)
	var got []int
	for _, s := range all {
		got = append(got, s.Inside)
	}
	if want := []int{-1, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("inside %v, want %v", got, want)
	}
}

func TestAnInterruptedContentIsInsideNothingOfItsOwn(t *testing.T) {
	doc, quotations := document(t, "Taxes, Smith said, will rise, Jones added.")
	all := Build(doc, []tag.Attribution{
		attribution(t, doc, "Smith", "said", "Taxes", "will rise"),
		attribution(t, doc, "Jones", "added", "Taxes, Smith said, will rise"),
	}, quotations)
	for _, s := range all {
		inner := doc.At(s.Cue) == "said"
		if inner != (s.Inside >= 0) {
			t.Errorf("%s is inside %d", doc.At(s.Cue), s.Inside)
		}
	}
}

func TestSpansLoseWhiteSpaceAndEmptyOnesGo(t *testing.T) {
	doc, quotations := document(t, "He said  so \n")
	a := attribution(t, doc, "He", "said", "  so \n")
	blank := attribution(t, doc, "", "said", " \n")
	all := Build(doc, []tag.Attribution{a, blank}, quotations)
	if len(all) != 1 || doc.At(all[0].Content[0]) != "so" {
		t.Errorf("got %+v, want one statement with the content \"so\"", all)
	}
}

func TestASpeakerKeepsOnlyTheCommaOfAnApposition(t *testing.T) {
	for _, c := range []struct{ text, source, want string }{
		{"We won, said Ann Lee, on Monday.", "Ann Lee,", "Ann Lee"},
		{"We won, said Ann Lee, the mayor, on Monday.", "Ann Lee, the mayor,", "Ann Lee, the mayor,"},
		{"We won, said Ann Lee on Monday.", "Ann Lee", "Ann Lee"},
		{"We won, said , she.", ",", ""},
	} {
		doc, quotations := document(t, c.text)
		a := attribution(t, doc, "", "said", "We won")
		at := strings.LastIndex(c.text, c.source)
		a.Source, a.Sourced = tag.Span{Span: text.Span{Start: at, End: at + len(c.source)}}, true
		got := Build(doc, []tag.Attribution{a}, quotations)
		if words := doc.At(got[0].Speaker); words != c.want {
			t.Errorf("%q: speaker %q, want %q", c.text, words, c.want)
		}
	}
}

func TestAContentStaysInItsParagraphUnlessItIsQuoted(t *testing.T) {
	for _, c := range []struct{ text, cue, content, want string }{
		{"Lee: taxes rise\n\nMonday\n\nMore", ":", "taxes rise\n\nMonday", "taxes rise"},
		{"Title\n\nTaxes rise, Lee said.", "said", "Title\n\nTaxes rise", "Taxes rise"},
		{"Lee said: “We rise.\n\n“We fall.”", "said", "“We rise.\n\n“We fall.”", "“We rise.\n\n“We fall.”"},
	} {
		doc, quotations := document(t, c.text)
		s := Build(doc, []tag.Attribution{attribution(t, doc, "Lee", c.cue, c.content)}, quotations)[0]
		if got := doc.At(s.Content[0]); got != c.want {
			t.Errorf("%q: content %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAContentInAnotherParagraphIsQuotedOrAnnounced(t *testing.T) {
	for _, c := range []struct {
		text, cue, content string
		kept               bool
	}{
		{"Friday, May 1\n\nAccording to Lee, taxes rise.", "According to", "Friday, May 1", false},
		{"Lee said this:\n\ntaxes rise", "said", "taxes rise", false},
		{"What Lee said:\n\ntaxes rise", "said:", "taxes rise", true},
		{"What Lee said:\n\ntaxes rise", "said", "taxes rise", true},
		{"“Taxes rise.”\n\nSo said Lee.", "said", "“Taxes rise.”", true},
		{"Lee said taxes rise.", "said", "taxes rise", true},
	} {
		doc, quotations := document(t, c.text)
		found := attribution(t, doc, "Lee", c.cue, c.content)
		if got := Build(doc, []tag.Attribution{found}, quotations); (len(got) == 1) != c.kept {
			t.Errorf("%q: %d statements, kept should be %v", c.text, len(got), c.kept)
		}
	}
}

func TestAColonAnnouncesNothingBehindItsOwnParagraph(t *testing.T) {
	doc, quotations := document(t, "Reports: taxes rise\n\nLee (left) on May 1\n\nThe day was cold.")
	found := attribution(t, doc, "Reports", ":", "taxes rise", "on May 1")
	got := Build(doc, []tag.Attribution{found}, quotations)
	if len(got) != 1 || len(got[0].Content) != 1 || doc.At(got[0].Content[0]) != "taxes rise" {
		t.Errorf("statements %+v, want one of “taxes rise” alone", got)
	}
}
