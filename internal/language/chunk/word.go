package chunk

import "strings"

// Determiners stand before a noun group.
var Determiners = WordSet(`the a an all its their his her our my your these those
	this that such both`)

// Stops are the words that no noun group holds: prepositions, conjunctions,
// pronouns, determiners, auxiliaries and verbs that follow a noun.
var Stops = WordSet(`of in on at by for with from to into onto upon about over under
	after before since until till during between among amongst against without
	within through throughout across along around near off out up down per via
	despite toward towards above below behind beside besides beyond amid inside
	outside than like unlike as if because while whereas although though unless
	whether and or but nor so yet when where why how who whom whose which that
	what this these those the a an all both each every either neither some any no
	not i you he she it we they me him us them his her its their our my your
	himself herself itself themselves there here then now also just only even
	still already again ever never too very once
	is are was were be been being am has have had having do does did done will
	would shall should can could may might must cannot ago apart away
	isn't aren't wasn't weren't don't didn't hasn't haven't won't wouldn't can't
	say said says told tonight another called named based
	monday tuesday wednesday thursday friday saturday sunday today yesterday
	tomorrow january february march april june july august september october
	november december instead together respectively`)

// verbs follow a plural; after other words some of them are nouns.
var verbs = WordSet(`tell want support back favor favour oppose think believe know
	need make take go come get give see use find feel agree vote live seem become
	remain show expect worry prefer disagree`)

// thirdPerson are verbs that look like plurals.
var thirdPerson = WordSet(`wants believes thinks goes comes makes takes gets gives
	remains seems becomes knows feels says tells agrees`)

// finite are verbs after a plural that look like plurals.
var finite = WordSet(`suggests argues insists contends includes exists helps means allows requires needs offers lets leads`)

// describers are plurals that describe a noun after them: "data point".
var describers = WordSet(`data sports arms media news police savings operations
	communications`)

// PastVerbs are past forms that end in no -ed.
var PastVerbs = WordSet(`died won lost went came left made held saw fell rose grew
	began became gave got knew led met paid put ran sent spent stood thought wrote
	spoke fought shot hit cut sold bought brought drew drove fled found kept broke
	cast chose felt heard hurt set struck swept born known seen taken given shown
	sank swam sang flew threw drank woke tore wore froze hid slept caught`)

// plurals are the nouns whose plural ends in no -s.
var plurals = WordSet(`people men women children police staff crew personnel
	aircraft troops media data criteria feet teeth sheep fish deer series species
	alumni cattle youth clergy offspring spacecraft folk gold silver bronze`)

// peoples are the names of peoples that stand for several of them.
var peoples = WordSet(`chinese japanese british french irish dutch spanish swiss
	portuguese vietnamese lebanese sudanese english scottish welsh polish swedish
	danish turkish finnish burmese senegalese maltese orthodox`)

// noPlurals end in -s and are no plurals.
var noPlurals = WordSet(`mrs ms news yes always perhaps overseas christmas gas bus texas
	kansas arkansas paris dallas illinois sanders jones james williams los las us
	vs gas plus minus athens brussels wales politics economics physics athletics
	mathematics headquarters angeles orleans congress chris charles thomas lens
	his this its as sometimes afterwards towards`)

// adjectives are endings of words that describe.
var adjectives = []string{
	"al", "an", "ic", "ive", "ous", "ful", "less", "ish", "ese",
	"ed", "ing", "ern", "able", "ible", "ar", "ary", "ant", "ent", "er",
}

// describing are adjectives that no ending shows.
var describing = WordSet(`black white red green blue big small large long short
	old young new poor rich high low male female gay straight good bad major minor
	local key top heavy light strong weak wide deep safe free rare private public male separate white other more`)

// IsPlural reports whether a word has the form of a plural noun.
func (s *Sentence) IsPlural(i int) bool {
	w := s.Word(i)
	switch {
	case isIrregular(w):
		return true
	case s.Upper(i) && peoples[w]:
		return s.Closes(i+1) || PastVerbs[s.Word(i+1)]
	case len(w) < 3 || w[len(w)-1] != 's' || noPlurals[w]:
		return false
	}
	switch w[len(w)-2] {
	case 's', 'u':
		return pluralsInS[w]
	case 'i':
		return s.Upper(i) || pluralsInS[w]
	}
	return true
}

// isIrregular reports whether a word is a plural that ends in no -s.
func isIrregular(w string) bool {
	return plurals[w] || strings.HasSuffix(w, "children") ||
		strings.HasSuffix(w, "men") && len(w) > 4
}

// pluralsInS are plurals where most words with the ending are none.
var pluralsInS = WordSet(`menus gurus taxis jihadis skis`)

// isAdjective reports whether a word has the form of an adjective.
func (s *Sentence) isAdjective(i int) bool {
	w := s.Word(i)
	if describing[w] || s.IsHyphenated(i) {
		return true
	}
	if !s.Is(i, WordForm) || Stops[w] || s.IsPlural(i) || len(w) < 5 {
		return false
	}
	for _, ending := range adjectives {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// IsAdverb reports whether a word has the form of an adverb.
func IsAdverb(w string) bool {
	return strings.HasSuffix(w, "ly") && w != "family" && w != "ally" && w != "assembly"
}

// IsGerund reports whether a word may say what the noun before it does.
func IsGerund(w string) bool {
	return strings.HasSuffix(w, "ing") && len(w) > 5 && !gerundNouns[w]
}

var gerundNouns = WordSet(`saying feeling drawing recording gathering training
	sighting crossing landing building meeting shooting hearing killing bombing wedding
	painting ruling spending opening finding warning filing briefing housing`)

// IsParticiple reports whether a word has the form of a past participle.
func IsParticiple(w string) bool {
	return strings.HasSuffix(w, "ed") && len(w) > 4
}

// IsPast reports whether a word has the form of a past verb.
func IsPast(w string) bool { return IsParticiple(w) || PastVerbs[w] }

// TimeNouns make a number a duration, a frequency or an age.
var TimeNouns = WordSet(`second seconds minute minutes min mins hour hours hr hrs
	day days night nights week weeks weekend weekends weekday weekdays month months year years yr
	yrs decade decades century centuries millennia fortnight quarters a.m p.m a.m.
	p.m. am pm gmt est edt utc pst o'clock o’clock time times fold tenths
	mornings evenings afternoons monday mondays tuesday tuesdays wednesday
	wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays morning evening afternoon
	summers winters springs season seasons`)

// MonthOrDay are the names of months.
var MonthOrDay = WordSet(`january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct
	nov dec`)
