package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// A verdict is what a rule says of a stop.
type verdict uint8

const (
	undecided verdict = iota
	ends
	goesOn
)

// when turns a condition into a verdict.
func when(condition bool, v verdict) verdict {
	if condition {
		return v
	}
	return undecided
}

// A sentenceRule decides some stops. The example shows it at work: "|" stands
// where a sentence ends.
type sentenceRule struct {
	name    string
	decide  func(*stop) verdict
	example string
}

// sentenceRules are asked in this order; a stop that none decides ends the
// sentence.
var sentenceRules = []sentenceRule{
	{
		"a stop of scripts without spaces", wideStop,
		"会谈结束。|下周继续。",
	},
	{
		"no white space behind", unspaced,
		"The rate fell to 2.5 at readout.example/a.html today.",
	},
	{
		"words were left out", omitted,
		"“We stay [...] and wait [...]|They left.”",
	},
	{
		"inside a bracket that opened in the sentence", bracketed,
		"The plan (It failed. It cost too much.) was dropped.",
	},
	{
		"a title with its year", dated,
		"She won for Viva Maria! (1965) in Cannes.",
	},
	{
		"a name that begins with a small letter", camel,
		"He ran a site.|eHow had copied it.",
	},
	{
		"a small letter after a whole word", careless,
		"It was a mess.|we left.",
	},
	{
		"a small letter follows", small,
		"The U.N. envoy asked “Why now?” before he left.",
	},
	{
		"the speaker of a question follows", asked,
		"“Why now?” Prime Minister Novák asked.|No one answered.",
	},
	{
		"the number of an item", enumerator,
		"1. The treaty stands.|It was signed in May.",
	},
	{
		"an abbreviation that goes on", inside,
		"The case Roe vs. Wade, i.e. The Case, was heard.",
	},
	{
		"a number follows its abbreviation", numbered,
		"He met No. 10 on Jan. 5.|She said no.|They left.",
	},
	{
		"a title before a name", titled,
		"Sen. Smith met Mr. Jones and Lt. Col. Brown.|They talked.",
	},
	{
		"an initial of a name", initial,
		"J. K. Rowling met George W. Bush.|He chose plan B.|It failed.",
	},
	{
		"a dash after the place of a dateline", dateline,
		"MANCHESTER, N.H. — The senator won.",
	},
	{
		"the time of day", clock,
		"Polls close at 7 p.m. EST Tuesday.|They open at 6 a.m.|Voters wait at 5 a.m. Monday.",
	},
	{
		"an abbreviation that may end a sentence", mayEnd,
		"U.S. President Biden left the U.S.|The chairman of Apple Inc. Arthur Levinson stayed.",
	},
}

func wideStop(st *stop) verdict {
	switch st.mark {
	case '。', '！', '？':
		r, _ := utf8.DecodeRuneInString(st.s[st.end:])
		return when(!unicode.IsMark(r) && r != '\u200d', ends)
	}
	return undecided
}

func unspaced(st *stop) verdict {
	_, spaced := st.after()
	return when(!spaced, goesOn)
}

// omitted lets "[...]" part sentences when a capital follows.
func omitted(st *stop) verdict {
	dots := st.runes >= 3 || st.mark == '…'
	if !dots || !strings.HasPrefix(st.closers, "]") || st.at <= st.start+1 || st.s[st.at-1] != '[' {
		return undecided
	}
	return when(unicode.IsUpper(st.first()), ends)
}

// dated finds the year of a work whose title ends in a mark.
func dated(st *stop) verdict {
	bracket := strings.HasPrefix(st.s[st.end:], " (")
	return when(st.mark != '.' && bracket && unicode.IsDigit(st.first()), goesOn)
}

// camel finds names such as eBay: a small letter, and a capital in the word.
func camel(st *stop) verdict {
	next := st.next()
	if !unicode.IsLower(st.first()) || strings.ToLower(next) == next {
		return undecided
	}
	word := st.word()
	return when(text.Characters(word) > 2 && !st.abbreviates(), ends)
}

// careless finds the end of a sentence before one that begins with a small
// letter, as people type. The words on both sides must be plain.
func careless(st *stop) verdict {
	word := st.word()
	plain := st.mark == '.' && st.runes == 1 && st.closers == "" && !st.inBracket &&
		text.Characters(word) > 2 && strings.IndexFunc(word, isNoSmall) < 0
	if !plain || st.abbreviates() || !unicode.IsLower(st.first()) {
		return undecided
	}
	return when(lexicon.Starter(st.next()), ends)
}

func isNoSmall(r rune) bool { return !unicode.IsLower(r) && !unicode.IsMark(r) }

func bracketed(st *stop) verdict { return when(st.inBracket, goesOn) }

func small(st *stop) verdict { return when(unicode.IsLower(st.first()), goesOn) }

// asked finds a reporting verb behind a capitalised speaker: the question that
// was quoted is only a part of the sentence.
func asked(st *stop) verdict {
	if st.mark == '.' || !strings.ContainsAny(st.closers, `"”’'»`) {
		return undecided
	}
	rest, _ := st.after()
	const most = 5 // words of a name with its title
	for i, w := range strings.Fields(rest) {
		bare := strings.TrimRightFunc(w, isNoLetter)
		if lexicon.Reporting(bare) {
			return when(i > 0, goesOn)
		}
		r, _ := utf8.DecodeRuneInString(w)
		if i == most || !unicode.IsUpper(r) || bare != w && !strings.HasSuffix(w, ".") {
			return undecided
		}
	}
	return undecided
}

// enumerator looks at short beginnings alone: there may be brackets by the
// thousand.
func enumerator(st *stop) verdict {
	const longest = 8 // bytes: up to three of the number, behind its brackets
	if st.mark != '.' || st.at-st.start > longest {
		return undecided
	}
	word := strings.TrimLeft(st.s[st.start:st.at], "(")
	return when(len(word) <= 3 && isEnumerator(word+"."), goesOn)
}

// inside passes over words in capitals: IE is a browser, not "that is".
func inside(st *stop) verdict {
	capitals := st.word() == strings.ToUpper(st.word())
	return when(!capitals && st.is(lexicon.Inside), goesOn)
}

func numbered(st *stop) verdict {
	return when(st.is(lexicon.Number) && unicode.IsDigit(st.first()), goesOn)
}

func titled(st *stop) verdict {
	r, _ := utf8.DecodeRuneInString(st.word())
	if st.closers != "" || !unicode.IsUpper(r) || !st.is(lexicon.Title) {
		return undecided
	}
	return when(unicode.IsUpper(st.first()), goesOn)
}

func initial(st *stop) verdict {
	word := st.word()
	r, _ := utf8.DecodeRuneInString(word)
	if st.mark != '.' || st.runes > 1 || text.Characters(word) != 1 || !unicode.IsUpper(r) {
		return undecided
	}
	return when(!lexicon.Starter(st.next()), goesOn)
}

// dateline finds a dash behind an abbreviation.
func dateline(st *stop) verdict {
	rest := strings.TrimLeft(st.s[st.end:], " ")
	dash := strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")
	return when(dash && (st.abbreviates() || dotted(st)), goesOn)
}

// clock finds what follows a time of day: its zone or its day.
func clock(st *stop) verdict {
	switch strings.ToLower(st.word()) {
	case "a.m", "p.m", "am", "pm":
	default:
		return undecided
	}
	next := st.next()
	zone := len(next) >= 2 && len(next) <= 4 && strings.ToUpper(next) == next
	if zone || lexicon.Calendar(next) {
		return goesOn
	}
	return when(unicode.IsUpper(st.first()), ends)
}

func mayEnd(st *stop) verdict {
	if !st.is(lexicon.End) && !dotted(st) {
		return undecided
	}
	return when(!lexicon.Starter(st.next()), goesOn)
}

// dotted reports whether the word is letters with a stop after each: "N.A.T.O".
func dotted(st *stop) bool {
	word := st.word()
	if st.mark != '.' || st.runes > 1 || !strings.Contains(word, ".") {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		if text.Characters(part) != 1 {
			return false
		}
	}
	return true
}
