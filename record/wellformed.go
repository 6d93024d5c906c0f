package record

import (
	"fmt"
	"regexp"
	"time"
)

// The patterns of the schema.
var (
	idPattern       = regexp.MustCompile(`^[estmcv][0-9]+[a-z]*$`)
	entityPattern   = regexp.MustCompile(`^(e[0-9]+[a-z]*|author)$`)
	documentPattern = regexp.MustCompile(`^d[0-9a-f]{16}$`)
	digestPattern   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	datePattern     = regexp.MustCompile(`^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	edtfPattern     = regexp.MustCompile(`(?s)^..+$`)
	countryPattern  = regexp.MustCompile(`^[A-Z]{3}$`)
	decimalPattern  = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	cameoPattern    = regexp.MustCompile(`^[0-9]{2,4}$`)
)

// record checks the shape by the rules of the schema.
func (c *checker) record() {
	r := c.r
	if r.Readout != Version {
		c.find(RuleShape, "readout", "is %q, this version is %q", r.Readout, Version)
	}
	required(c, "offsets", r.Offsets, offsetsWords[:])
	c.documentShape()
	for i := range r.Entities {
		c.entity(fmt.Sprintf("entities[%d]", i), &r.Entities[i])
	}
	for i := range r.Times {
		c.time(fmt.Sprintf("times[%d]", i), &r.Times[i])
	}
	for i := range r.Amounts {
		c.amount(fmt.Sprintf("amounts[%d]", i), &r.Amounts[i])
	}
	for i := range r.Citations {
		cite, path := &r.Citations[i], fmt.Sprintf("citations[%d]", i)
		c.pattern(path+".id", idPattern, cite.ID)
		c.args(path+".sources", cite.Sources)
		c.score(path+".score", cite.Score)
	}
	for i := range r.Statements {
		c.statement(fmt.Sprintf("statements[%d]", i), &r.Statements[i])
	}
	for i := range r.Events {
		c.event(fmt.Sprintf("events[%d]", i), &r.Events[i])
	}
	c.moment("meta.created", r.Meta.Created)
	for _, p := range r.pieces() {
		if p.span.Start < 0 || p.span.End < 0 {
			c.find(RuleShape, p.path, "[%d,%d] is below zero", p.span.Start, p.span.End)
		}
	}
}

// required checks a value of a closed vocabulary that must be there.
func required[V ~uint8](c *checker, path string, v V, table []string) {
	if v == 0 {
		c.find(RuleShape, path, "is missing")
	}
	optional(c, path, v, table)
}

// optional checks a value of a closed vocabulary that may be absent.
func optional[V ~uint8](c *checker, path string, v V, table []string) {
	if int(v) >= len(table) {
		c.find(RuleShape, path, "%d is no value of this field", v)
	}
}

// pattern checks a string that must be there.
func (c *checker) pattern(path string, p *regexp.Regexp, s string) {
	if !p.MatchString(s) {
		c.find(RuleShape, path, "%q does not match %s", brief(s), p)
	}
}

// optionalPattern checks a string that may be absent, which is "".
func (c *checker) optionalPattern(path string, p *regexp.Regexp, s string) {
	if s != "" {
		c.pattern(path, p, s)
	}
}

// moment checks a date with a time of day and a zone.
func (c *checker) moment(path, s string) {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		c.find(RuleShape, path, "%q is no RFC 3339 date and time", brief(s))
	}
}

func (c *checker) optionalMoment(path, s string) {
	if s != "" {
		c.moment(path, s)
	}
}

func (c *checker) score(path string, score *float64) {
	if score != nil && !(*score >= 0 && *score <= 1) {
		c.find(RuleShape, path, "%v is not between 0 and 1", *score)
	}
}

func (c *checker) arg(path string, a *Arg) {
	if a == nil {
		return
	}
	if a.Entity != nil {
		c.pattern(path+".entity", entityPattern, *a.Entity)
		if *a.Entity == Author {
			return // the author needs no words of the text
		}
	}
	if a.Span == nil {
		c.find(RuleShape, path+".span", "is missing")
	}
	if a.Exact == "" {
		c.find(RuleShape, path+".exact", "is missing")
	}
}

func (c *checker) args(path string, args []Arg) {
	for i := range args {
		c.arg(fmt.Sprintf("%s[%d]", path, i), &args[i])
	}
}

func (c *checker) review(path string, r *Review) {
	if r == nil {
		return
	}
	required(c, path+".state", r.State, reviewStateWords[:])
	c.optionalMoment(path+".at", r.At)
}

func (c *checker) documentShape() {
	d := &c.r.Document
	c.pattern("document.id", documentPattern, d.ID)
	c.optionalPattern("document.published", edtfPattern, d.Published)
	c.optionalPattern("document.modified", edtfPattern, d.Modified)
	c.optionalMoment("document.fetched", d.Fetched)
	optional(c, "document.genre", d.Genre, genreWords[:])
	c.arg("document.dateline", d.Dateline)
	if d.Length < 0 {
		c.find(RuleShape, "document.length", "%d is below zero", d.Length)
	}
	c.pattern("document.text_sha256", digestPattern, d.TextSHA256)
}

func (c *checker) entity(path string, e *Entity) {
	c.pattern(path+".id", idPattern, e.ID)
	required(c, path+".type", e.Type, entityTypeWords[:])
	c.optionalPattern(path+".country", countryPattern, e.Country)
	if len(e.Mentions) == 0 {
		c.find(RuleShape, path+".mentions", "is empty")
	}
	for i := range e.Mentions {
		required(c, fmt.Sprintf("%s.mentions[%d].kind", path, i), e.Mentions[i].Kind, mentionKindWords[:])
	}
	if e.SameAs != nil {
		required(c, path+".same_as.method", e.SameAs.Method, sameAsMethodWords[:])
		c.score(path+".same_as.score", &e.SameAs.Score)
		c.review(path+".same_as.review", e.SameAs.Review)
	}
	if e.Geo != nil {
		required(c, path+".geo.precision", e.Geo.Precision, precisionWords[:])
	}
	c.score(path+".score", e.Score)
}

func (c *checker) time(path string, t *Time) {
	c.pattern(path+".id", idPattern, t.ID)
	required(c, path+".type", t.Type, timeTypeWords[:])
	optional(c, path+".mod", t.Mod, modWords[:])
	c.optionalPattern(path+".start", datePattern, t.Start)
	c.optionalPattern(path+".end", datePattern, t.End)
	for i, f := range t.Inferred {
		required(c, fmt.Sprintf("%s.inferred[%d]", path, i), f, timeFieldWords[:])
	}
	c.score(path+".score", t.Score)
}

func (c *checker) amount(path string, a *Amount) {
	c.pattern(path+".id", idPattern, a.ID)
	required(c, path+".kind", a.Kind, amountKindWords[:])
	c.optionalPattern(path+".value", decimalPattern, a.Value)
	c.score(path+".score", a.Score)
}

func (c *checker) statement(path string, s *Statement) {
	c.pattern(path+".id", idPattern, s.ID)
	required(c, path+".form", s.Form, formWords[:])
	optional(c, path+".act", s.Act, actWords[:])
	optional(c, path+".polarity", s.Polarity, polarityWords[:])
	optional(c, path+".certainty", s.Certainty, certaintyWords[:])
	if s.Likelihood != nil && len(s.Likelihood) != 2 {
		c.find(RuleShape, path+".likelihood", "has %d numbers, must be low and high", len(s.Likelihood))
	}
	c.arg(path+".speaker", s.Speaker)
	c.args(path+".addressees", s.Addressees)
	if len(s.Content.Spans) == 0 {
		c.find(RuleShape, path+".content.spans", "is empty")
	}
	if s.Said != nil {
		if s.Said.Time == "" {
			c.find(RuleReference, path+".said.time", "is empty")
		}
		required(c, path+".said.basis", s.Said.Basis, basisWords[:])
	}
	c.arg(path+".place", s.Place)
	c.score(path+".score", s.Score)
	c.review(path+".review", s.Review)
}

func (c *checker) event(path string, e *Event) {
	c.pattern(path+".id", idPattern, e.ID)
	required(c, path+".type", e.Type, eventTypeWords[:])
	c.optionalPattern(path+".cameo", cameoPattern, e.Cameo)
	c.args(path+".actors", e.Actors)
	c.args(path+".recipients", e.Recipients)
	c.arg(path+".place", e.Place)
	required(c, path+".status", e.Status, statusWords[:])
	required(c, path+".certainty", e.Certainty, certaintyWords[:])
	if (e.Statement == "") != (e.As == 0) {
		c.find(RuleShape, path, "statement and as must be given together")
	}
	optional(c, path+".as", e.As, asWords[:])
	c.score(path+".score", e.Score)
	c.review(path+".review", e.Review)
}
