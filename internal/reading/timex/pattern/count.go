package pattern

import "strings"

// takeTens takes a number below a hundred in words.
func takeTens(p *Parser, i int) (n, end int, ok bool) {
	if n, ok := ones[p.Low(i)]; ok {
		return n, i + 1, true
	}
	n, ok = tens[p.Low(i)]
	if !ok {
		return 0, 0, false
	}
	end = i + 1
	if p.Low(end) == "-" && p.Glued(end) {
		end++
	}
	if one, ok := ones[p.Low(end)]; ok && one < 10 && p.Low(end) != "a" && p.Low(end) != "an" {
		return n*10 + one, end + 1, true
	}
	return n * 10, i + 1, true
}

// takeCount takes a number of units: "three", "2 1/2", "1,500", "two hundred",
// "a few" and "several", whose number is unknown (-1).
func takeCount(p *Parser, i int) (Capture, int, bool) {
	low := p.Low(i)
	if low == "a" || low == "an" {
		if c, end, ok := takeVague(p, i+1); ok {
			return c, end, true
		}
	}
	if c, end, ok := takeVague(p, i); ok {
		return c, end, true
	}
	if p.Number(i) >= 0 {
		return takeDigits(p, i)
	}
	n, end, ok := takeTens(p, i)
	if !ok {
		return Capture{}, 0, false
	}
	for end < len(p.toks) {
		scale := map[string]int{"hundred": 100, "thousand": 1000, "dozen": 12}[p.Low(end)]
		if scale == 0 {
			break
		}
		n, end = n*scale, end+1
		if rest, after, ok := takeTens(p, end); ok {
			n, end = n+rest, after
		}
	}
	return Capture{F: float64(n)}, end, true
}

func takeVague(p *Parser, i int) (Capture, int, bool) {
	switch p.Low(i) {
	case "couple":
		if p.Low(i+1) == "of" {
			return Capture{F: 2}, i + 2, true
		}
		return Capture{F: 2}, i + 1, true
	case "few", "several", "many", "some":
		return Capture{F: -1}, i + 1, true
	}
	return Capture{}, 0, false
}

func takeDigits(p *Parser, i int) (Capture, int, bool) {
	f, end := float64(p.Number(i)), i+1
	for p.Low(end) == "," && p.Glued(end) && p.Glued(end+1) && len(p.Low(end+1)) == 3 &&
		p.Number(end+1) >= 0 {
		f, end = f*1000+float64(p.Number(end+1)), end+2
	}
	switch {
	case p.Low(end) == "." && p.Glued(end) && p.Glued(end+1) && p.Number(end+1) >= 0:
		scale := 1.0
		for range p.Low(end + 1) {
			scale *= 10
		}
		return Capture{F: f + float64(p.Number(end+1))/scale}, end + 2, true
	case p.Low(end) == "½":
		return Capture{F: f + 0.5}, end + 1, true
	case p.Low(end+1) == "/" && p.Number(end) > 0 && p.Number(end+2) > 0 && p.Glued(end+2):
		f += float64(p.Number(end)) / float64(p.Number(end+2))
		return Capture{F: f}, end + 3, true
	}
	return Capture{F: f}, end, !p.Glued(i) || p.Low(i-1) != "." && p.Low(i-1) != "$"
}

// degrees are the words before a length or a date that say that it is not
// exact. Each row is the mod and the words.
var degrees = []struct{ mod, words string }{
	{"more_than", "more than;over;longer than;greater than;well over;just over"},
	{"equal_or_more", "at least;no less than;not less than;a minimum of"},
	{"less_than", "less than;under;fewer than;just under"},
	{"equal_or_less", "no more than;up to;at most;not more than;a maximum of"},
	{"approx", "nearly;almost;about;around;roughly;approximately;some;close to;" +
		"an estimated;circa"},
}

type degree struct {
	words []string
	mod   string
}

var degreesByHead, degreeHeads = readDegrees()

func readDegrees() (map[string][]degree, map[string]int) {
	by, heads := map[string][]degree{}, map[string]int{}
	for _, row := range degrees {
		for _, words := range splitWords(row.words) {
			by[words[0]] = append(by[words[0]], degree{words, row.mod})
			heads[words[0]] = 1
		}
	}
	return by, heads
}

// beforeOver are words before an "over" that is more than; "spread over three
// years" is not.
var beforeOver = Words("for of after in lasted just well is was took at by than to")

func takeDegree(p *Parser, i int) (Capture, int, bool) {
	for _, d := range degreesByHead[p.Low(i)] {
		if p.has(i, d.words) && (d.words[0] != "over" || beforeOver[p.Low(i-1)]) {
			return Capture{S: d.mod}, i + len(d.words), true
		}
	}
	return Capture{}, 0, false
}

// has reports whether the words stand at i.
func (p *Parser) has(i int, words []string) bool {
	for k, w := range words {
		if p.Low(i+k) != w {
			return false
		}
	}
	return true
}

// splitWords lists the words of each part of s; semicolons divide the parts.
func splitWords(s string) [][]string {
	var all [][]string
	for _, words := range strings.Split(s, ";") {
		all = append(all, strings.Fields(words))
	}
	return all
}
