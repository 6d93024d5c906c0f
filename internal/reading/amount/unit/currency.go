// Package unit holds the words for currencies and for units of measure, with
// their codes.
//
// A row of a table is the words after a number, the code of ISO 4217 or UCUM
// that they stand for, and an example that package amount runs as a test. The
// tables do not change, and know nothing of numbers.
package unit

import "readout/internal/language/chunk"

// Signs are the signs before a number.
var Signs = map[string]string{
	"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB",
	"₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP",
	"₫": "VND", "฿": "THB", "₡": "CRC", "₸": "KZT", "₾": "GEL",
}

// DollarLetters stand right before "$".
var DollarLetters = map[string]string{
	"us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD",
	"c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
	"nt": "TWD", "r": "BRL", "mx": "MXN", "z": "ZWL", "j": "JMD",
}

// Codes may stand before a number or after it, in capitals.
var Codes = chunk.WordSet(`usd eur gbp jpy chf cad aud nzd cny rmb hkd sgd inr
	rub krw try uah ils ngn php vnd thb czk pln huf ron bgn sek nok dkk isk brl
	mxn ars clp cop pen zar egp sar aed kwd qar irr iqd pkr bdt lkr idr myr kes
	ghs etb kzt gel twd`)

// Words stand before a number.
var Words = map[string]string{"rs": "INR", "rmb": "CNY", "dlrs": "USD"}

// Opens are the words that may begin an amount of money.
var Opens = func() map[string]bool {
	set := map[string]bool{}
	for w := range DollarLetters {
		set[w] = true
	}
	for w := range Codes {
		set[w] = true
	}
	for w := range Words {
		set[w] = true
	}
	return set
}()

// A Coin is a currency as a word names it, and how many make one unit of it.
type Coin struct {
	Code string
	Exp  int // -2 where a hundred make one
}

// Coins are the words after a number; countries tell their owners apart.
var Coins = newTable([]Row[Coin]{
	{"dollar(s)", Coin{"USD", 0}, "5 dollars => money|5 dollars|5|||USD||"},
	{"bucks", Coin{"USD", 0}, "50 bucks => money|50 bucks|50|||USD||"},
	{"cent(s)", Coin{"USD", -2}, "five cents => money|five cents|0.05|||USD||"},
	{"euro(s)", Coin{"EUR", 0}, "40 mln euros => money|40 mln euros|40000000|||EUR||"},
	{"pounds sterling", Coin{"GBP", 0}, "9 pounds sterling => money|9 pounds sterling|9|||GBP||"},
	{"pence", Coin{"GBP", -2}, "50 pence => money|50 pence|0.5|||GBP||"},
	{"penny", Coin{"USD", -2}, "one penny => money|one penny|0.01|||USD||"},
	{"yen", Coin{"JPY", 0}, "900 yen => money|900 yen|900|||JPY||"},
	{"yuan", Coin{"CNY", 0}, "900 yuan => money|900 yuan|900|||CNY||"},
	{"renminbi", Coin{"CNY", 0}, "900 renminbi => money|900 renminbi|900|||CNY||"},
	{"rupee(s)", Coin{"INR", 0}, "900 rupees => money|900 rupees|900|||INR||"},
	{"rouble(s)", Coin{"RUB", 0}, "900 roubles => money|900 roubles|900|||RUB||"},
	{"ruble(s)", Coin{"RUB", 0}, "900 rubles => money|900 rubles|900|||RUB||"},
	{"peso(s)", Coin{"MXN", 0}, "900 pesos => money|900 pesos|900|||MXN||"},
	{"franc(s)", Coin{"CHF", 0}, "900 francs => money|900 francs|900|||CHF||"},
	{"rand", Coin{"ZAR", 0}, "900 rand => money|900 rand|900|||ZAR||"},
	{"reais", Coin{"BRL", 0}, "900 reais => money|900 reais|900|||BRL||"},
	{"kronor", Coin{"SEK", 0}, "900 kronor => money|900 kronor|900|||SEK||"},
	{"kroner", Coin{"NOK", 0}, "900 kroner => money|900 kroner|900|||NOK||"},
	{"koruna", Coin{"CZK", 0}, "900 koruna => money|900 koruna|900|||CZK||"},
	{"crowns", Coin{"CZK", 0}, "900 crowns => money|900 crowns|900|||CZK||"},
	{"zloty(s)", Coin{"PLN", 0}, "900 zlotys => money|900 zlotys|900|||PLN||"},
	{"forint(s)", Coin{"HUF", 0}, "900 forints => money|900 forints|900|||HUF||"},
	{"hryvnia(s)", Coin{"UAH", 0}, "900 hryvnias => money|900 hryvnias|900|||UAH||"},
	{"lira(s)", Coin{"TRY", 0}, "900 liras => money|900 liras|900|||TRY||"},
	{"shekel(s)", Coin{"ILS", 0}, "900 shekels => money|900 shekels|900|||ILS||"},
	{"riyal(s)", Coin{"SAR", 0}, "900 riyals => money|900 riyals|900|||SAR||"},
	{"rial(s)", Coin{"IRR", 0}, "900 rials => money|900 rials|900|||IRR||"},
	{"dinar(s)", Coin{"IQD", 0}, "900 dinars => money|900 dinars|900|||IQD||"},
	{"dirham(s)", Coin{"AED", 0}, "900 dirhams => money|900 dirhams|900|||AED||"},
	{"baht", Coin{"THB", 0}, "900 baht => money|900 baht|900|||THB||"},
	{"ringgit", Coin{"MYR", 0}, "900 ringgit => money|900 ringgit|900|||MYR||"},
	{"rupiah", Coin{"IDR", 0}, "900 rupiah => money|900 rupiah|900|||IDR||"},
	{"naira", Coin{"NGN", 0}, "900 naira => money|900 naira|900|||NGN||"},
	{"shilling(s)", Coin{"KES", 0}, "900 shillings => money|900 shillings|900|||KES||"},
	{"dong", Coin{"VND", 0}, "900 dong => money|900 dong|900|||VND||"},
	{"taka", Coin{"BDT", 0}, "900 taka => money|900 taka|900|||BDT||"},
	{"birr", Coin{"ETB", 0}, "900 birr => money|900 birr|900|||ETB||"},
	{"tenge", Coin{"KZT", 0}, "900 tenge => money|900 tenge|900|||KZT||"},
	{"guilder(s)", Coin{"NLG", 0}, "900 guilders => money|900 guilders|900|||NLG||"},
	{"lire", Coin{"ITL", 0}, "900 lire => money|900 lire|900|||ITL||"},
	{"peseta(s)", Coin{"ESP", 0}, "900 pesetas => money|900 pesetas|900|||ESP||"},
	{"escudo(s)", Coin{"PTE", 0}, "900 escudos => money|900 escudos|900|||PTE||"},
	{"drachma(s)", Coin{"GRD", 0}, "900 drachmas => money|900 drachmas|900|||GRD||"},
	{"schilling(s)", Coin{"ATS", 0}, "900 schillings => money|900 schillings|900|||ATS||"},
	{"markka(s)", Coin{"FIM", 0}, "900 markka => money|900 markka|900|||FIM||"},
	{"markkaa", Coin{"FIM", 0}, "900 markkaa => money|900 markkaa|900|||FIM||"},
	{"deutsche mark(s)", Coin{"DEM", 0}, "900 deutsche marks => money|900 deutsche marks|900|||DEM||"},
	{"d - mark(s)", Coin{"DEM", 0}, "900 D-marks => money|900 D-marks|900|||DEM||"},
	{"cedi(s)", Coin{"GHS", 0}, "900 cedis => money|900 cedis|900|||GHS||"},
	{"leu", Coin{"RON", 0}, "900 leu => money|900 leu|900|||RON||"},
	{"lei", Coin{"RON", 0}, "900 lei => money|900 lei|900|||RON||"},
	{"kuna", Coin{"HRK", 0}, "900 kuna => money|900 kuna|900|||HRK||"},
	{"afghani(s)", Coin{"AFN", 0}, "900 afghanis => money|900 afghanis|900|||AFN||"},
})

// National are the currencies of countries.
var National = newTable([]Row[string]{
	{"us dollar(s)", "USD", "9 US dollars => money|9 US dollars|9|||USD||"},
	{"united states dollar(s)", "USD", "9 United States dollars => money|9 United States dollars|9|||USD||"},
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
	{"french franc(s)", "FRF", "9 French francs => money|9 French francs|9|||FRF||"},
	{"belgian franc(s)", "BEF", "9 Belgian francs => money|9 Belgian francs|9|||BEF||"},
	{"german mark(s)", "DEM", "9 German marks => money|9 German marks|9|||DEM||"},
	{"finnish markkaa", "FIM", "9 Finnish markkaa => money|9 Finnish markkaa|9|||FIM||"},
	{"dutch guilder(s)", "NLG", "9 Dutch guilders => money|9 Dutch guilders|9|||NLG||"},
	{"spanish peseta(s)", "ESP", "9 Spanish pesetas => money|9 Spanish pesetas|9|||ESP||"},
	{"brazilian reais", "BRL", "9 Brazilian reais => money|9 Brazilian reais|9|||BRL||"},
	{"israeli shekel(s)", "ILS", "9 Israeli shekels => money|9 Israeli shekels|9|||ILS||"},
	{"saudi riyal(s)", "SAR", "9 Saudi riyals => money|9 Saudi riyals|9|||SAR||"},
	{"iraqi dinar(s)", "IQD", "9 Iraqi dinars => money|9 Iraqi dinars|9|||IQD||"},
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
