package amount

import (
	"slices"
	"strings"

	"readout/internal/language/chunk"
)

// currencySigns are the signs before a number.
var currencySigns = map[string]string{
	"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB",
	"₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP",
	"₫": "VND", "฿": "THB", "₡": "CRC", "₸": "KZT", "₾": "GEL",
}

// dollarLetters stand right before "$".
var dollarLetters = map[string]string{
	"us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD",
	"c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
	"nt": "TWD", "r": "BRL", "mx": "MXN", "z": "ZWL", "j": "JMD",
}

// currencyCodes may stand before a number or after it, in capitals.
var currencyCodes = chunk.WordSet(`usd eur gbp jpy chf cad aud nzd cny rmb hkd sgd inr
	rub krw try uah ils ngn php vnd thb czk pln huf ron bgn sek nok dkk isk brl
	mxn ars clp cop pen zar egp sar aed kwd qar irr iqd pkr bdt lkr idr myr kes
	ghs etb kzt gel twd`)

// currencyWords stand before a number.
var currencyWords = map[string]string{"rs": "INR", "rmb": "CNY"}

// currencyOpens are the words that may begin an amount of money.
var currencyOpens = func() map[string]bool {
	set := map[string]bool{}
	for w := range dollarLetters {
		set[w] = true
	}
	for w := range currencyCodes {
		set[w] = true
	}
	for w := range currencyWords {
		set[w] = true
	}
	return set
}()

// A coin is a currency as a word names it, and how many make one unit of it.
type coin struct {
	code string
	exp  int // -2 where a hundred make one
}

// coins are the words after a number; countries tell their owners apart.
var coins = newPhrases([]phrase[coin]{
	{"dollar(s)", coin{"USD", 0}, "5 dollars => money|5 dollars|5|||USD||"},
	{"bucks", coin{"USD", 0}, "50 bucks => money|50 bucks|50|||USD||"},
	{"cent(s)", coin{"USD", -2}, "five cents => money|five cents|0.05|||USD||"},
	{"euro(s)", coin{"EUR", 0}, "40 mln euros => money|40 mln euros|40000000|||EUR||"},
	{"pounds sterling", coin{"GBP", 0}, "9 pounds sterling => money|9 pounds sterling|9|||GBP||"},
	{"pence", coin{"GBP", -2}, "50 pence => money|50 pence|0.5|||GBP||"},
	{"yen", coin{"JPY", 0}, "900 yen => money|900 yen|900|||JPY||"},
	{"yuan", coin{"CNY", 0}, "900 yuan => money|900 yuan|900|||CNY||"},
	{"renminbi", coin{"CNY", 0}, "900 renminbi => money|900 renminbi|900|||CNY||"},
	{"rupee(s)", coin{"INR", 0}, "900 rupees => money|900 rupees|900|||INR||"},
	{"rouble(s)", coin{"RUB", 0}, "900 roubles => money|900 roubles|900|||RUB||"},
	{"ruble(s)", coin{"RUB", 0}, "900 rubles => money|900 rubles|900|||RUB||"},
	{"peso(s)", coin{"MXN", 0}, "900 pesos => money|900 pesos|900|||MXN||"},
	{"franc(s)", coin{"CHF", 0}, "900 francs => money|900 francs|900|||CHF||"},
	{"rand", coin{"ZAR", 0}, "900 rand => money|900 rand|900|||ZAR||"},
	{"reais", coin{"BRL", 0}, "900 reais => money|900 reais|900|||BRL||"},
	{"kronor", coin{"SEK", 0}, "900 kronor => money|900 kronor|900|||SEK||"},
	{"kroner", coin{"NOK", 0}, "900 kroner => money|900 kroner|900|||NOK||"},
	{"koruna", coin{"CZK", 0}, "900 koruna => money|900 koruna|900|||CZK||"},
	{"crowns", coin{"CZK", 0}, "900 crowns => money|900 crowns|900|||CZK||"},
	{"zloty(s)", coin{"PLN", 0}, "900 zlotys => money|900 zlotys|900|||PLN||"},
	{"forint(s)", coin{"HUF", 0}, "900 forints => money|900 forints|900|||HUF||"},
	{"hryvnia(s)", coin{"UAH", 0}, "900 hryvnias => money|900 hryvnias|900|||UAH||"},
	{"lira(s)", coin{"TRY", 0}, "900 liras => money|900 liras|900|||TRY||"},
	{"shekel(s)", coin{"ILS", 0}, "900 shekels => money|900 shekels|900|||ILS||"},
	{"riyal(s)", coin{"SAR", 0}, "900 riyals => money|900 riyals|900|||SAR||"},
	{"rial(s)", coin{"IRR", 0}, "900 rials => money|900 rials|900|||IRR||"},
	{"dinar(s)", coin{"IQD", 0}, "900 dinars => money|900 dinars|900|||IQD||"},
	{"dirham(s)", coin{"AED", 0}, "900 dirhams => money|900 dirhams|900|||AED||"},
	{"baht", coin{"THB", 0}, "900 baht => money|900 baht|900|||THB||"},
	{"ringgit", coin{"MYR", 0}, "900 ringgit => money|900 ringgit|900|||MYR||"},
	{"rupiah", coin{"IDR", 0}, "900 rupiah => money|900 rupiah|900|||IDR||"},
	{"naira", coin{"NGN", 0}, "900 naira => money|900 naira|900|||NGN||"},
	{"shilling(s)", coin{"KES", 0}, "900 shillings => money|900 shillings|900|||KES||"},
	{"dong", coin{"VND", 0}, "900 dong => money|900 dong|900|||VND||"},
	{"taka", coin{"BDT", 0}, "900 taka => money|900 taka|900|||BDT||"},
	{"birr", coin{"ETB", 0}, "900 birr => money|900 birr|900|||ETB||"},
	{"tenge", coin{"KZT", 0}, "900 tenge => money|900 tenge|900|||KZT||"},
	{"afghani(s)", coin{"AFN", 0}, "900 afghanis => money|900 afghanis|900|||AFN||"},
})

// national are the currencies of countries.
var national = newPhrases([]phrase[string]{
	{"us dollar(s)", "USD", "9 US dollars => money|9 US dollars|9|||USD||"},
	{"u.s. dollar(s)", "USD", "9 U.S. dollars => money|9 U.S. dollars|9|||USD||"},
	{"american dollar(s)", "USD", "9 American dollars => money|9 American dollars|9|||USD||"},
	{"australian dollar(s)", "AUD", "25 million Australian dollars => money|25 million Australian dollars|25000000|||AUD||"},
	{"canadian dollar(s)", "CAD", "9 Canadian dollars => money|9 Canadian dollars|9|||CAD||"},
	{"new zealand dollar(s)", "NZD", "9 New Zealand dollars => money|9 New Zealand dollars|9|||NZD||"},
	{"hong kong dollar(s)", "HKD", "9 Hong Kong dollars => money|9 Hong Kong dollars|9|||HKD||"},
	{"singapore dollar(s)", "SGD", "9 Singapore dollars => money|9 Singapore dollars|9|||SGD||"},
	{"taiwan dollar(s)", "TWD", "9 Taiwan dollars => money|9 Taiwan dollars|9|||TWD||"},
	{"zimbabwean dollar(s)", "ZWL", "9 Zimbabwean dollars => money|9 Zimbabwean dollars|9|||ZWL||"},
	{"british pound(s)", "GBP", "9 British pounds => money|9 British pounds|9|||GBP||"},
	{"egyptian pound(s)", "EGP", "9 Egyptian pounds => money|9 Egyptian pounds|9|||EGP||"},
	{"syrian pound(s)", "SYP", "9 Syrian pounds => money|9 Syrian pounds|9|||SYP||"},
	{"lebanese pound(s)", "LBP", "9 Lebanese pounds => money|9 Lebanese pounds|9|||LBP||"},
	{"sudanese pound(s)", "SDG", "9 Sudanese pounds => money|9 Sudanese pounds|9|||SDG||"},
	{"indian rupee(s)", "INR", "9 Indian rupees => money|9 Indian rupees|9|||INR||"},
	{"pakistani rupee(s)", "PKR", "9 Pakistani rupees => money|9 Pakistani rupees|9|||PKR||"},
	{"nepali rupee(s)", "NPR", "9 Nepali rupees => money|9 Nepali rupees|9|||NPR||"},
	{"sri lankan rupee(s)", "LKR", "9 Sri Lankan rupees => money|9 Sri Lankan rupees|9|||LKR||"},
	{"mexican peso(s)", "MXN", "9 Mexican pesos => money|9 Mexican pesos|9|||MXN||"},
	{"philippine peso(s)", "PHP", "9 Philippine pesos => money|9 Philippine pesos|9|||PHP||"},
	{"argentine peso(s)", "ARS", "9 Argentine pesos => money|9 Argentine pesos|9|||ARS||"},
	{"chilean peso(s)", "CLP", "9 Chilean pesos => money|9 Chilean pesos|9|||CLP||"},
	{"colombian peso(s)", "COP", "9 Colombian pesos => money|9 Colombian pesos|9|||COP||"},
	{"cuban peso(s)", "CUP", "9 Cuban pesos => money|9 Cuban pesos|9|||CUP||"},
	{"swiss franc(s)", "CHF", "9 Swiss francs => money|9 Swiss francs|9|||CHF||"},
	{"cfa franc(s)", "XOF", "9 CFA francs => money|9 CFA francs|9|||XOF||"},
	{"swedish kronor", "SEK", "9 Swedish kronor => money|9 Swedish kronor|9|||SEK||"},
	{"danish kroner", "DKK", "9 Danish kroner => money|9 Danish kroner|9|||DKK||"},
	{"norwegian kroner", "NOK", "9 Norwegian kroner => money|9 Norwegian kroner|9|||NOK||"},
	{"icelandic kronur", "ISK", "9 Icelandic kronur => money|9 Icelandic kronur|9|||ISK||"},
	{"japanese yen", "JPY", "9 Japanese yen => money|9 Japanese yen|9|||JPY||"},
	{"chinese yuan", "CNY", "9 Chinese yuan => money|9 Chinese yuan|9|||CNY||"},
	{"korean won", "KRW", "900 Korean won => money|900 Korean won|900|||KRW||"},
	{"south korean won", "KRW", "900 South Korean won => money|900 South Korean won|900|||KRW||"},
	{"turkish lira(s)", "TRY", "9 Turkish lira => money|9 Turkish lira|9|||TRY||"},
	{"russian ruble(s)", "RUB", "9 Russian rubles => money|9 Russian rubles|9|||RUB||"},
	{"russian rouble(s)", "RUB", "9 Russian roubles => money|9 Russian roubles|9|||RUB||"},
	{"kuwaiti dinar(s)", "KWD", "9 Kuwaiti dinars => money|9 Kuwaiti dinars|9|||KWD||"},
	{"jordanian dinar(s)", "JOD", "9 Jordanian dinars => money|9 Jordanian dinars|9|||JOD||"},
	{"serbian dinar(s)", "RSD", "9 Serbian dinars => money|9 Serbian dinars|9|||RSD||"},
	{"kenyan shilling(s)", "KES", "9 Kenyan shillings => money|9 Kenyan shillings|9|||KES||"},
	{"ugandan shilling(s)", "UGX", "9 Ugandan shillings => money|9 Ugandan shillings|9|||UGX||"},
})

// A setting is what the whole text says of its units.
type setting struct {
	dollar string // the code of a plain dollar
	pounds bool   // pounds are money
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
		pounds: containsAny(doc, "£", "sterling", "Brit", "UK", "U.K.", "London", "pence"),
		poll:   containsAny(doc, " poll ", " polls", "polling", "percentage point", "voters"),
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
	if p.Is(i, chunk.WordForm) && p.Upper(i) {
		return p.currencyWord(i)
	}
	if w == "#" && p.Glued(i+1) && p.Is(i+1, chunk.DigitsForm) {
		n, ok := p.Number(i + 1)
		return "GBP", i + 1, ok && n.Scale != chunk.Whole(1)
	}
	code, ok = currencySigns[w]
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
	if code, ok := dollarLetters[w]; ok && p.Word(i+1) == "$" && p.Glued(i+1) {
		return code, i + 2, p.OpensNumber(i + 2)
	}
	at := p.Past(i+1, ".")
	if code, ok := currencyWords[w]; ok {
		return code, at, p.Is(at, chunk.DigitsForm)
	}
	if currencyCodes[w] && p.IsCode(i) {
		return strings.ToUpper(w), i + 1, p.Is(i+1, chunk.DigitsForm)
	}
	return "", i, false
}

// currencyAfter reads the currency after a number.
func (p *parser) currencyAfter(i int) (coin, int, bool) {
	if p.Hyphen(i) && p.Glued(i) {
		i++
	}
	if r, ok := national.after(&p.Sentence, i); ok {
		return coin{code: r.value}, r.to, true
	}
	if r, ok := coins.after(&p.Sentence, i); ok {
		return p.coinHere(r.value, i), r.to, true
	}
	code, ok := p.codeAfter(i)
	if !ok {
		return coin{}, i, false
	}
	return coin{code: code}, i + 1, true
}

// codeAfter reads a currency of one token: "40€", "40 EUR", "40 pounds".
func (p *parser) codeAfter(i int) (string, bool) {
	switch w := p.Word(i); {
	case currencySigns[w] != "" && p.Glued(i):
		return currencySigns[w], !p.Is(i+1, chunk.DigitsForm)
	case w == "rmb" && p.IsCode(i):
		return "CNY", true
	case currencyCodes[w] && p.IsCode(i):
		return strings.ToUpper(w), true
	case w == "pounds" && p.Word(i+1) != "of":
		return "GBP", p.setting.pounds || p.isLarge(i)
	}
	return "", false
}

// isLarge reports whether a multiplier of money stands before a token.
func (p *parser) isLarge(i int) bool {
	by := chunk.Multipliers[p.Word(i-1)]
	return by.Exp >= 6
}

// coinHere gives a plain dollar or cent the country of the text.
func (p *parser) coinHere(c coin, i int) coin {
	if c.code == "USD" && p.Word(i) != "bucks" {
		c.code = p.setting.dollar
	}
	return c
}

// money reads the rest of an amount that its currency begins.
func (p *parser) money(q quantity, code string) (Amount, int, bool) {
	end := q.To
	if c, to, ok := p.currencyAfter(end); ok && c.code == code && !p.Hyphen(end) {
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
	c, end, ok := p.currencyAfter(at)
	if !ok || q.Part {
		return Amount{}, q.To, false
	}
	q.low.Exp += c.exp
	q.high.Exp += c.exp
	return p.make(q, Money, c.code, end), end, true
}
