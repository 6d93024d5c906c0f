package citation

// paper reads a document that tells, at the start of a clause, when a name
// says which: "A World Bank report released in May found", "a statement on the
// firm's website".
func (r *reader) paper(i int) (Citation, bool) {
	if r.toks[i].kind != word || !r.clause(i) {
		return Citation{}, false
	}
	end := r.beforeVerb(i, r.group(i))
	page, ok := r.namedDocument(i, end)
	if !ok {
		return Citation{}, false
	}
	j := r.led2(end)
	if r.at(j) == "," {
		j = r.aside(j)
	}
	if verb, ok := r.reports(j); ok {
		return Citation{Span: r.span(i, verb+1), Sources: r.sources(i, end)}, true
	}
	if page {
		return r.cite(i, i, end)
	}
	return Citation{}, false
}

// beforeVerb ends a group before a verb of telling that looks like a noun:
// "states".
func (r *reader) beforeVerb(i, end int) int {
	for j := i + 2; j < end; j++ {
		if words().tells[r.low(j)] && !words().documents[r.low(j)] && r.toks[j].name < 0 {
			return j
		}
	}
	return end
}

// clause reports whether a clause may begin at token i.
func (r *reader) clause(i int) bool {
	if r.opens(i) {
		return true
	}
	switch r.low(i - 1) {
	case "as", "that", "but", "and", "while", "because":
		return words().determiners[r.low(i)]
	}
	return false
}

// namedDocument reports whether the noun group is a document that a name marks
// off, and whether it stands on somebody's web page.
func (r *reader) namedDocument(i, end int) (page, ok bool) {
	v, document, named := words(), false, false
	if v.stops[r.low(i)] || v.prepositions[r.low(i)] || r.toks[i].time >= 0 && r.capital(i) {
		return false, false
	}
	for j := i; j < end; j++ {
		t, w := r.toks[j], r.low(j)
		switch {
		case v.documents[w] && (!r.capital(j) || j == i) && !named || v.documents[w] && j+1 == end:
			document = true
		case v.documents[w] && v.prepositions[r.low(j+1)]:
			document = true
		case t.kind == word && r.capital(j) && t.time < 0 && (j > i || t.name >= 0 || t.outlet >= 0):
			named = true
		}
	}
	last := r.low(end - 1)
	page = document && (last == "website" || last == "site") && v.documents[r.low(i+1)] &&
		r.low(i+2) == "on"
	return page, document && named
}

// aside skips ", published in Nature in 1989,".
func (r *reader) aside(j int) int {
	if words().tells[r.low(j+1)] && participle(r.low(j-1)) || r.toks[j-1].time >= 0 {
		return j + 1
	}
	if !participle(r.low(j + 1)) {
		return j
	}
	for k := j + 2; k < j+14 && r.together(j, k); k++ {
		if r.at(k) == "," {
			return k + 1
		}
	}
	return j
}
