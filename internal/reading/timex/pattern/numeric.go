package pattern

// takeNumeric takes the dates that are digits: 2021-03-03, 2021/03/03,
// 03/04/2021, 24.02.2022 and 3/3/21; n is yyyymmdd.
func takeNumeric(p *Parser, i int) (Capture, int, bool) {
	x, y, z := p.Number(i), p.Number(i+2), p.Number(i+4)
	mark := p.Low(i + 1)
	if x < 0 || y < 0 || z < 0 || mark != p.Low(i+3) || p.Glued(i) && p.Low(i-1) != "(" {
		return Capture{}, 0, false
	}
	for k := i + 1; k <= i+4; k++ {
		if !p.Glued(k) {
			return Capture{}, 0, false
		}
	}
	if p.Glued(i+5) && (p.Low(i+5) == mark || p.Number(i+5) >= 0) && p.Glued(i+6) {
		return Capture{}, 0, false
	}
	var c Capture
	year, month, day, ok := p.order(i)
	c.N = year*10000 + month*100 + day
	if year < 100 {
		c.S = "short"
	}
	return c, i + 5, ok && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// order tells year, month and day apart: the American order with strokes,
// unless it cannot be; the European one with stops.
func (p *Parser) order(i int) (year, month, day int, ok bool) {
	a, b, c, mark := p.Number(i), p.Number(i+2), p.Number(i+4), p.Low(i+1)
	first, last := len(p.Low(i)), len(p.Low(i+4))
	switch {
	case first == 4 && (mark == "-" || mark == "/"):
		return a, b, c, true
	case mark == "." && last == 4:
		return c, b, a, true
	case mark == "/" && (last == 4 || last == 2) && first <= 2:
		if a > 12 {
			a, b = b, a
		}
		return c, a, b, true
	}
	return 0, 0, 0, false
}
