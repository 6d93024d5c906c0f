package attribution

import (
	"slices"
	"testing"

	"readout/internal/neural/tag"
)

// voices are a text with attributions, and the statements that come of them as
// "cue: content".
type voices struct {
	text  string
	given [][]string // source, cue, contents
	want  []string
}

func TestOneSpeakerIsQuotedBetweenTwoMarks(t *testing.T) {
	for _, c := range []voices{
		{ // of two paragraphs: the nearest cue in that of the quotation
			"According to Yonhap, troops moved.\n\n“They fired. Six shells fell”, said KCNA.",
			[][]string{{"Yonhap", "According to", "troops moved", "They fired"}, {"KCNA", "said", "Six shells fell"}},
			[]string{"According to: troops moved", "said: They fired. Six shells fell"},
		},
		{ // what has nothing left is no statement
			"Yonhap reported it.\n\n“They fired. Six shells fell”, said KCNA.",
			[][]string{{"Yonhap", "reported", "They fired"}, {"KCNA", "said", "Six shells fell"}},
			[]string{"said: They fired. Six shells fell"},
		},
		{ // one piece found twice is there once
			"Yonhap reported it.\n\n“Six shells fell”, said KCNA.",
			[][]string{{"Yonhap", "reported", "Six shells fell"}, {"KCNA", "said", "Six shells fell"}},
			[]string{"said: Six shells fell"},
		},
		{ // both cues beside it: who says what is for the model
			"Ann said Bo said “we won and they lost”.",
			[][]string{{"Ann", "Ann said", "we won"}, {"Bo", "Bo said", "they lost"}},
			[]string{"Ann said: we won", "Bo said: they lost"},
		},
		{ // no cue in its paragraph
			"Ann spoke first.\n\n“We won. They lost.”\n\nBo agreed.",
			[][]string{{"Ann", "spoke", "We won"}, {"Bo", "agreed", "They lost"}},
			[]string{"spoke: We won", "agreed: They lost"},
		},
		{ // what is said inside has its cue there
			"“Bo said he won. They lost”, Ann added.",
			[][]string{{"Bo", "said", "he won"}, {"Ann", "added", "Bo said he won. They lost"}},
			[]string{"added: Bo said he won. They lost", "said: he won"},
		},
		{ // what the cue says, the content does not
			"Lee refused to say whether she would go.",
			[][]string{{"Lee", "refused to say", "to say whether she would go"}},
			[]string{"refused to say: whether she would go"},
		},
		{ // who is asked says nothing
			"Mr. Lee was pressed on why he left.",
			[][]string{{"Mr. Lee", "was pressed on", "Mr. Lee", "why he left"}},
			[]string{"was pressed on: why he left"},
		},
		{ // words of two are of the nearer cue
			"We have none, she said. It has more, by the Bureau.",
			[][]string{{"she", "said", "We have none"}, {"the Bureau", "by", "We have none", "It has more"}},
			[]string{"said: We have none", "by: It has more"},
		},
		{ // nothing stands before a cue with a colon
			"He told of a man who said no, never. Scott added: I will.",
			[][]string{{"He", "told", "a man who said no, never"}, {"Scott", "added:", "no, never", "I will"}},
			[]string{"told: a man who said no, never", "added:: I will"},
		},
		{ // two verbs of one speaker share what is said
			"Ann said and wrote that we won.",
			[][]string{{"Ann", "said", "that we won"}, {"Ann", "wrote", "that we won"}},
			[]string{"said: that we won", "wrote: that we won"},
		},
		{ // words elsewhere stay
			"Ann said so.\n\nBo said “we won” and left. “They lost”, said Cy.",
			[][]string{{"Bo", "Bo said", "“we won”"}, {"Cy", "said Cy", "They lost"}},
			[]string{"Bo said: we won", "said Cy: They lost"},
		},
	} {
		doc, quotations := document(t, c.text)
		var found []tag.Attribution
		for _, parts := range c.given {
			found = append(found, attribution(t, doc, parts...))
		}
		var got []string
		for _, s := range Build(doc, found, quotations) {
			got = append(got, doc.At(s.Cue)+": "+Words(doc, s))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}
