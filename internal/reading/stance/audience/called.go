package audience

import (
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
)

// A calling is a way in which direct speech calls the one to whom it is said.
type calling struct {
	words  string // at whose beginning they stand
	person bool   // the name of a person follows
	goesOn bool   // words must follow with which speech goes on
	sample string // "[speaker] «cue» {content} => addressee"
}

// callings are in order: the first that fits counts.
var callings = []calling{
	{
		words: "mr./mr/madam/madame president/speaker/chairman/chairwoman/chair/secretary/" +
			"mayor/ambassador/minister/justice/senator",
		sample: "[He] «said» “{Mr. President, they lied to you}” => Mr. President",
	},
	{
		words:  "mr./mr/madam/madame prime/vice minister/president",
		sample: "[She] «asked» “{Why, Madam Prime Minister, was it sold?}” => Madam Prime Minister",
	},
	{
		words:  "your honor/honour/majesty/excellency/holiness/highness/lordship",
		sample: "[The lawyer] «said» “{Your Honor, we object}” => Your Honor",
	},
	{
		words:  "sir/ma'am/judge/officer/governor/senator/professor/doctor",
		goesOn: true,
		sample: "[Lee] «said» “{Judge, I did not do it}” => Judge",
	},
	{
		words: "senator/governor/secretary/president/congressman/congresswoman/minister/" +
			"chancellor/mayor/judge/ambassador/mr./mr/mrs./mrs/ms./ms/dr./dr",
		person: true,
		sample: "[The host] «said» “{Senator Berg, you voted for it}” => Senator Berg",
	},
	{
		person: true,
		sample: "[The host] «said» “{Well, Berg, that is over}” => Berg",
	},
}

var ways = func() []pattern.Pattern {
	out := make([]pattern.Pattern, len(callings))
	for i, c := range callings {
		out[i] = pattern.Compile(c.words)
	}
	return out
}()

var (
	// greetings may stand before the one who is called.
	greetings = pattern.Compile("well/no/yes/thanks/thank/hi/hello/hey/dear/look/listen/now/so/and/but/" +
		"oh/okay/please/sorry/why")
	// goesOn are words with which speech goes on behind a name that it calls. Words
	// that tell more of the name itself, as "who" and "the", are none.
	goesOn = pattern.Compile("you/your/you're/you've/you'll/i/i'm/i've/i'll/we/we're/we'll/let/let's/" +
		"what/why/how/do/don't/please/this/that/that's/those/it/it's/if/there/can/could/will/" +
		"would/is/are/no/yes/did/does/have/remember/stop")
)

// maxCalled is the number of tokens of a content in which someone is sought who is
// called in the midst of it.
const maxCalled = 20

// called returns whom direct speech calls: "Mr. President, they lied to you". One
// who is called by name stands at its beginning, by title also between commas.
func (r *reader) called(s saying.Saying) (text.Span, bool) {
	for _, piece := range s.Content {
		t := r.Within(piece)
		if t.From == t.To || !r.direct(t.From) {
			continue
		}
		open := r.Opened(t)
		for i := open; i < min(t.To, open+maxCalled) && r.Together(i, open); i++ {
			first := i == open || i <= open+2 && r.greeted(open, i)
			if !first && r.At(i-1) != "," {
				continue
			}
			if end, ok := r.calledAt(i, first); ok && end <= t.To {
				span := r.Span(i, end)
				return span, !span.Overlaps(s.Speaker)
			}
		}
	}
	return text.Span{}, false
}

// direct reports whether direct speech begins at a token, in marks or behind the
// name of its speaker in a transcript.
func (r *reader) direct(i int) bool {
	return r.QuoteMark(i) || i > 0 && (r.QuoteMark(i-1) || r.At(i-1) == ":")
}

// greeted reports whether nothing but a greeting stands in a range.
func (r *reader) greeted(from, to int) bool {
	return r.Fits(from, greetings) && (to == from+1 || r.At(from+1) == ",")
}

// calledAt returns the end of the words that call someone at a token; before a
// name in the midst of speech they are no calling.
func (r *reader) calledAt(i int, first bool) (int, bool) {
	for k, c := range callings {
		n, ok := ways[k].At(r.Wording(saying.Tokens{From: i, To: len(r.Tokens)}, ways[k].Len()))
		end := i + n
		if !ok || c.person && !first {
			continue
		}
		if c.person {
			if end >= len(r.Tokens) || r.Tokens[end].Name < 0 ||
				r.Names[r.Tokens[end].Name].Kind != mention.Person {
				continue
			}
			end = r.NameEnd(end)
		}
		switch r.At(end) {
		case ",":
			return end, r.Fits(end+1, goesOn) || !c.goesOn && (!first || !c.person)
		case ".", "!", "?":
			return end, !first
		}
	}
	return 0, false
}
