package rule

import (
	"readout/internal/reading/timex/value"
)

// sets are times that come again.
var sets = []Rule{
	{"set", "every|each <weekday>", setWeekday, Sure, "every Tuesday => XXXX-WXX-2"},
	{"set", "<weekdays>", setWeekday, Sure, "Sundays => XXXX-WXX-7"},
	{"set", "every|each? <weekday> <parts>", setWeekdayPart, Sure, "Tuesday nights => XXXX-WXX-2TNI"},
	{"set", "every|each <part>", setPart, Sure, "every morning => XXXX-XX-XXTMO"},
	{"set", "every|each <month>", setMonth, Sure, "every March => XXXX-03"},
	{"set", "every|each weekend", setWeekend, Sure, "every weekend => XXXX-WXX-WE"},
	{"set", "every|each <unit1>", setUnit, Sure, "each month => P1M"},
	{"set", "every|each <num> <unit>", setUnits, Sure, "every four years => P4Y"},
	{"set", "every other <unit1>", setOther, Sure, "every other year => P2Y"},
	{"set", "once|twice|thrice a|an|per|each|every <unit1>", setUnit, Sure, "twice a week => P1W"},
	{"set", "<num> times a|an|per|each|every <unit1>", setUnit, Sure, "three times a day => P1D"},
	{"set", "hourly|daily|weekly|monthly|yearly|annually|nightly|biweekly|semiannually|biennially", setAdverb, Likely, "daily => P1D"},
	{"set", "quarterly", setAdverb, Weak, "quarterly => P3M"},
}

func set(timex string) (reading, bool) {
	return reading{Kind: value.Set, Value: timex, Anchor: value.NoAnchor}, true
}

func setWeekday(_ *Reader, m *match) (reading, bool) {
	return set(two("XXXX-WXX-%d", m.N("weekday")+m.N("weekdays")))
}

func setWeekdayPart(_ *Reader, m *match) (reading, bool) {
	return set(two("XXXX-WXX-%d", m.N("weekday")) + tails[m.N("parts")])
}

func setPart(_ *Reader, m *match) (reading, bool) { return set("XXXX-XX-XX" + tails[m.N("part")]) }

func setMonth(_ *Reader, m *match) (reading, bool) { return set(two("XXXX-%02d", m.N("month"))) }

func setWeekend(*Reader, *match) (reading, bool) { return set("XXXX-WXX-WE") }

func setUnit(_ *Reader, m *match) (reading, bool) {
	return set(value.Length{Count: 1, Unit: unitIn(m, "unit1")}.Value())
}

func setUnits(_ *Reader, m *match) (reading, bool) { return set(lengthIn(m).Value()) }

func setOther(_ *Reader, m *match) (reading, bool) {
	return set(value.Length{Count: 2, Unit: unitIn(m, "unit1")}.Value())
}

var adverbs = map[string]string{
	"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
	"quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "biweekly": "P2W",
	"semiannually": "P6M", "biennially": "P2Y",
}

// setAdverb reads "daily", but not the first word of a name: "the Daily Telegraph".
func setAdverb(r *Reader, m *match) (reading, bool) {
	if r.Words.Upper(m.Start) && r.Words.Upper(m.End) {
		return reading{}, false
	}
	return set(adverbs[m.Captures[0].S])
}
