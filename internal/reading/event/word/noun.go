package word

import "strings"

// A noun takes its object by a preposition.
type noun struct{ words, prepositions, example string }

// nouns are the acts whose object, behind one of the prepositions, is a recipient.
// In the example the trigger is in brackets and the recipient behind the arrow.
var nouns = []noun{
	{
		"criticism criticisms condemnation denunciation mockery",
		"of against", "his [criticism] of the court => the court",
	},
	{
		"praise support endorsement backing recognition defense defence",
		"of for", "their [support] for Ukraine => Ukraine",
	},
	{
		`attack attacks assault assaults raid raids strike strikes crackdown airstrike
		airstrikes`,
		"on upon against", "an [attack] on the village => the village",
	},
	{
		`accusation accusations allegation allegations lawsuit complaint charges case
		investigation protest protests threats threat`,
		"against", "a [lawsuit] against Exxon => Exxon",
	},
	{"probe inquiry investigation", "of into", "the [probe] of Samsung => Samsung"},
	{
		"sanctions sanction embargo ban tariffs restrictions curbs blockade",
		"on against of", "[sanctions] on Iran => Iran",
	},
	{
		`killing killings murder assassination arrest arrests detention execution
		bombing shelling kidnapping abduction beating torture rape seizure expulsion
		deportation prosecution indictment impeachment`,
		"of", "the [arrest] of three ministers => three ministers",
	},
	{
		"rejection denial refusal",
		"of", "Iran's [rejection] of the offer => the offer",
	},
	{
		"invasion occupation annexation siege",
		"of", "the [invasion] of Kuwait => Kuwait",
	},
	{
		"aid assistance loan loans grants donation donations weapons bailout",
		"to for", "food [aid] to Haiti => Haiti",
	},
	{
		`appeal appeals demand demands call calls ultimatum warning warnings threat
		threats`,
		"to", "an [ultimatum] to Serbia => Serbia",
	},
}

var takes = prepositionsOf(nouns)

// Takes reports whether a noun, in small letters, takes its object by a preposition.
func Takes(noun, preposition string) bool {
	return strings.Contains(takes[noun], " "+preposition+" ")
}

func prepositionsOf(rows []noun) map[string]string {
	out := map[string]string{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			out[w] += " " + r.prepositions + " "
		}
	}
	return out
}
