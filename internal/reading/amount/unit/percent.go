package unit

// Percents are the words after a share of a hundred; "" is a point, which is
// one of a percentage only where the text is about shares.
var Percents = newTable([]Row[string]{
	{"%", "%", "82% voted => percent|82%|82|||%||"},
	{"percent", "%", "5 percent of likely voters => percent|5 percent|5|||%||likely voters"},
	{"per cent", "%", "5 per cent => percent|5 per cent|5|||%||"},
	{"pct", "%", "5 pct => percent|5 pct|5|||%||"},
	{"percentage points", "pp", "2.5 percentage points => percent|2.5 percentage points|2.5|||pp||"},
	{"percentage point", "pp", "a 2-percentage point lead => percent|2-percentage point|2|||pp||"},
	{"percent points", "pp", "2 percent points => percent|2 percent points|2|||pp||"},
	{"percentage-point", "pp", ""},
	{"points", "", "The poll has her up 5 points. => percent|5 points|5|||pp||"},
	{"point", "", "The poll gives her a 5-point lead. => percent|5-point|5|||pp||"},
})
