package timex

// sets are times that come again.
var sets = []rule{
	{"set", "every|each <weekday>", setWeekday, sure, "every Tuesday => XXXX-WXX-2"},
	{"set", "<weekdays>", setWeekday, sure, "Sundays => XXXX-WXX-7"},
	{"set", "every|each? <weekday> <parts>", setWeekdayPart, sure, "Tuesday nights => XXXX-WXX-2TNI"},
	{"set", "every|each <part>", setPart, sure, "every morning => XXXX-XX-XXTMO"},
	{"set", "every|each <month>", setMonth, sure, "every March => XXXX-03"},
	{"set", "every|each weekend", setWeekend, sure, "every weekend => XXXX-WXX-WE"},
	{"set", "every|each <unit1>", setUnit, sure, "each month => P1M"},
	{"set", "every|each <num> <unit>", setUnits, sure, "every four years => P4Y"},
	{"set", "every other <unit1>", setOther, sure, "every other year => P2Y"},
	{"set", "once|twice|thrice a|an|per|each|every <unit1>", setUnit, sure, "twice a week => P1W"},
	{"set", "<num> times a|an|per|each|every <unit1>", setUnit, sure, "three times a day => P1D"},
	{"set", "hourly|daily|weekly|monthly|yearly|annually|nightly|biweekly|semiannually|biennially", setAdverb, likely, "daily => P1D"},
	{"set", "quarterly", setAdverb, weak, "quarterly => P3M"},
}

func set(value string) (reading, bool) {
	return reading{kind: Set, value: value, anchor: NoAnchor}, true
}

func setWeekday(_ *reader, m *match) (reading, bool) {
	return set(two("XXXX-WXX-%d", m.n("weekday")+m.n("weekdays")))
}

func setWeekdayPart(_ *reader, m *match) (reading, bool) {
	return set(two("XXXX-WXX-%d", m.n("weekday")) + tails[m.n("parts")])
}

func setPart(_ *reader, m *match) (reading, bool) { return set("XXXX-XX-XX" + tails[m.n("part")]) }

func setMonth(_ *reader, m *match) (reading, bool) { return set(two("XXXX-%02d", m.n("month"))) }

func setWeekend(*reader, *match) (reading, bool) { return set("XXXX-WXX-WE") }

func setUnit(_ *reader, m *match) (reading, bool) {
	return set(length{count: 1, unit: units[m.n("unit1")]}.value())
}

func setUnits(_ *reader, m *match) (reading, bool) { return set(m.length().value()) }

func setOther(_ *reader, m *match) (reading, bool) {
	return set(length{count: 2, unit: units[m.n("unit1")]}.value())
}

var adverbs = map[string]string{
	"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
	"quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "biweekly": "P2W",
	"semiannually": "P6M", "biennially": "P2Y",
}

func setAdverb(_ *reader, m *match) (reading, bool) { return set(adverbs[m.captures[0].s]) }
