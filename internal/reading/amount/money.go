package amount

import (
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// A setting is what the whole text says of its units.
type setting struct {
	dollar string // the code of a plain dollar
	pounds bool   // pounds are money
	marks  bool   // marks are money
	franc  string // the code of a plain franc
	boeing bool   // numbers such as 787 are aircraft
	index  bool   // large numbers are where an index stands
	poll   bool   // points are percentage points
}

// dollars are the signs of a text that is plainly about another dollar.
var dollars = []struct{ code, signs string }{
	{"AUD", "A$|AU$|Australian dollar"},
	{"CAD", "C$|Canadian dollar"},
	{"NZD", "NZ$|New Zealand dollar"},
	{"HKD", "HK$|Hong Kong dollar"},
}

func settingOf(doc string) setting {
	s := setting{
		dollar: "USD",
		franc:  "CHF",
		marks:  containsAny(doc, "German", "Bonn", "Frankfurt", "Deutsche mark"),
		boeing: containsAny(doc, "Boeing"),
		index:  containsAny(doc, "Dow Jones", "Nikkei", "FTSE", "Nasdaq", "NASDAQ", "Hang Seng", "S&P 500"),
		pounds: containsAny(doc, "£", "sterling", "Brit", "UK", "U.K.", "London", "pence"),
		poll:   containsAny(doc, " poll ", " polls", "polling", "percentage point", "voters"),
	}
	switch {
	case containsAny(doc, "French franc"):
		s.franc = "FRF"
	case containsAny(doc, "Belgian franc"):
		s.franc = "BEF"
	}
	if containsAny(doc, "US$", "U.S.$", "USD", "US dollar", "U.S. dollar") {
		return s
	}
	for _, d := range dollars {
		for sign := range strings.SplitSeq(d.signs, "|") {
			if at := strings.Index(doc, sign); at == 0 || at > 0 && !isCapital(doc[at-1]) {
				s.dollar = d.code
				return s
			}
		}
	}
	return s
}

func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// currencyBefore reads a currency before its number: "$", "US$", "USD", "Rs.",
// and the "#" that old agency texts write for a pound.
func (p *parser) currencyBefore(i int) (code string, to int, ok bool) {
	w := p.Word(i)
	if w == "dlrs" {
		return p.setting.dollar, i + 1, p.Is(i+1, chunk.DigitsForm)
	}
	if p.Is(i, chunk.WordForm) && p.Upper(i) {
		return p.currencyWord(i)
	}
	if w == "#" && p.Glued(i+1) && p.Is(i+1, chunk.DigitsForm) {
		n, ok := p.Number(i + 1)
		return "GBP", i + 1, ok && n.Scale != chunk.Whole(1)
	}
	code, ok = unit.Signs[w]
	if !ok || !p.OpensNumber(i+1) {
		return "", i, false
	}
	if w == "$" {
		code = p.setting.dollar
	}
	return code, i + 1, true
}

func (p *parser) currencyWord(i int) (code string, to int, ok bool) {
	w := p.Word(i)
	if code, ok := unit.DollarLetters[w]; ok && p.Word(i+1) == "$" && p.Glued(i+1) {
		return code, i + 2, p.OpensNumber(i + 2)
	}
	at := p.Past(i+1, ".")
	if code, ok := unit.Words[w]; ok {
		return code, at, p.Is(at, chunk.DigitsForm)
	}
	if unit.Codes[w] && p.IsCode(i) {
		return strings.ToUpper(w), i + 1, p.Is(i+1, chunk.DigitsForm)
	}
	return p.looseDollar(i)
}

// looseDollar reads "NZ $5", which has a space before its sign.
func (p *parser) looseDollar(i int) (code string, to int, ok bool) {
	if w := p.Word(i); p.Word(i+1) == "$" && (w == "nz" || w == "hk") {
		return unit.DollarLetters[w], i + 2, p.OpensNumber(i + 2)
	}
	return "", i, false
}

// currencyAfter reads the currency after a number.
func (p *parser) currencyAfter(i int) (unit.Coin, int, bool) {
	if p.Hyphen(i) && p.Glued(i) {
		i++
	}
	if r, ok := unit.National.After(&p.Sentence, i); ok {
		return unit.Coin{Code: r.Value}, r.To, true
	}
	if r, ok := unit.Coins.After(&p.Sentence, i); ok {
		return p.coinHere(r.Value, i), r.To, true
	}
	code, ok := p.codeAfter(i)
	if !ok {
		return unit.Coin{}, i, false
	}
	return unit.Coin{Code: code}, i + 1, true
}

// codeAfter reads a currency of one token: "40€", "40 EUR", "40 pounds".
func (p *parser) codeAfter(i int) (string, bool) {
	switch w := p.Word(i); {
	case unit.Signs[w] != "":
		return unit.Signs[w], !p.OpensNumber(i + 1)
	case w == "rmb" && p.IsCode(i):
		return "CNY", true
	case unit.Codes[w] && p.IsCode(i):
		return strings.ToUpper(w), true
	case w == "pounds" && p.Word(i+1) != "of":
		return "GBP", (p.setting.pounds || p.isLarge(i)) && !p.about(cue.Weight)
	case w == "marks", w == "mark":
		return "DEM", p.setting.marks
	}
	return "", false
}

// isLarge reports whether a multiplier of money stands before a token.
func (p *parser) isLarge(i int) bool {
	by := chunk.Multipliers[p.Word(i-1)]
	return by.Exp >= 6
}

// coinHere gives a plain dollar, cent or franc the country of the text.
func (p *parser) coinHere(c unit.Coin, i int) unit.Coin {
	if c.Code == "USD" && p.Word(i) != "bucks" {
		c.Code = p.setting.dollar
	}
	if c.Code == "CHF" {
		c.Code = p.setting.franc
	}
	return c
}

// money reads the rest of an amount that its currency begins.
func (p *parser) money(q quantity, code string) (Amount, int, bool) {
	end := q.To
	if c, to, ok := p.currencyAfter(end); ok && c.Code == code && !p.Hyphen(end) {
		end = to
	}
	return p.make(q, Money, code, end), end, true
}

// moneyAfter reads "25 million Australian dollars", "five cents", "millions
// of dollars".
func (p *parser) moneyAfter(q quantity) (Amount, int, bool) {
	at := q.To
	if q.Vague {
		at = p.Past(at, "of")
	}
	if q.Part {
		at = p.ofOne(at)
	}
	c, end, ok := p.currencyAfter(at)
	if !ok || q.Part && at == q.To {
		return Amount{}, q.To, false
	}
	q.low.Exp += c.Exp
	q.high.Exp += c.Exp
	return p.make(q, Money, c.Code, end), end, true
}
