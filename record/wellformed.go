package record

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// The patterns of the schema.
var (
	idPattern       = regexp.MustCompile(`^[estmcv][0-9]+[a-z]*$`)
	entityPattern   = regexp.MustCompile(`^(e[0-9]+[a-z]*|author)$`)
	documentPattern = regexp.MustCompile(`^d[0-9a-f]{16}$`)
	digestPattern   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	datePattern     = regexp.MustCompile(`^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	filledPattern   = regexp.MustCompile(`.`)
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
	r.visit(c.item)
}

// item checks one object of the record, without the objects in it.
func (c *checker) item(path string, item any) {
	switch x := item.(type) {
	case *Document:
		c.documentShape(x)
	case *Entity:
		c.entity(path, x)
	case *Mention:
		required(c, path+".kind", x.Kind, mentionKindWords[:])
	case *SameAs:
		required(c, path+".method", x.Method, sameAsMethodWords[:])
	case *Geo:
		required(c, path+".precision", x.Precision, precisionWords[:])
	case *Time:
		c.time(path, x)
	case *Amount:
		c.amount(path, x)
	case *Citation:
		c.pattern(path+".id", idPattern, x.ID)
	case *Statement:
		c.statement(path, x)
	case *Said:
		c.said(path, x)
	case *Event:
		c.event(path, x)
	case *Arg:
		c.arg(path, x)
	case *Review:
		required(c, path+".state", x.State, reviewStateWords[:])
		c.moment(path+".at", x.At)
	case *Meta:
		c.pattern(path+".created", filledPattern, x.Created)
		c.moment(path+".created", x.Created)
	case *Span:
		if x.Start < 0 || x.End < 0 {
			c.find(RuleShape, path, "[%d,%d] is below zero", x.Start, x.End)
		}
	case *float64:
		if strings.HasSuffix(path, ".score") && !(*x >= 0 && *x <= 1) {
			c.find(RuleShape, path, "%v is not between 0 and 1", *x)
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

// moment checks a date with a time of day and a zone; it may be absent.
func (c *checker) moment(path, s string) {
	if _, err := time.Parse(time.RFC3339, s); err != nil && s != "" {
		c.find(RuleShape, path, "%q is no RFC 3339 date and time", brief(s))
	}
}

func (c *checker) arg(path string, a *Arg) {
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

func (c *checker) documentShape(d *Document) {
	c.pattern("document.id", documentPattern, d.ID)
	c.optionalPattern("document.published", edtfPattern, d.Published)
	c.optionalPattern("document.modified", edtfPattern, d.Modified)
	c.moment("document.fetched", d.Fetched)
	optional(c, "document.genre", d.Genre, genreWords[:])
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
}

func (c *checker) time(path string, t *Time) {
	c.pattern(path+".id", idPattern, t.ID)
	required(c, path+".type", t.Type, timeTypeWords[:])
	optional(c, path+".mod", t.Mod, modWords[:])
	c.optionalPattern(path+".start", datePattern, t.Start)
	c.optionalPattern(path+".end", datePattern, t.End)
	if t.End != "" && t.Start > t.End && t.Start[0] != '-' { // BC runs backwards
		c.find(RuleShape, path+".end", "is %s, before the start, %s", t.End, t.Start)
	}
	for i, f := range t.Inferred {
		required(c, fmt.Sprintf("%s.inferred[%d]", path, i), f, timeFieldWords[:])
	}
}

func (c *checker) amount(path string, a *Amount) {
	c.pattern(path+".id", idPattern, a.ID)
	required(c, path+".kind", a.Kind, amountKindWords[:])
	c.optionalPattern(path+".value", decimalPattern, a.Value)
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
	if len(s.Content.Spans) == 0 {
		c.find(RuleShape, path+".content.spans", "is empty")
	}
}

func (c *checker) said(path string, s *Said) {
	if s.Time == "" {
		c.find(RuleReference, path+".time", "is empty")
	}
	required(c, path+".basis", s.Basis, basisWords[:])
}

func (c *checker) event(path string, e *Event) {
	c.pattern(path+".id", idPattern, e.ID)
	required(c, path+".type", e.Type, eventTypeWords[:])
	c.optionalPattern(path+".cameo", cameoPattern, e.Cameo)
	required(c, path+".status", e.Status, statusWords[:])
	required(c, path+".certainty", e.Certainty, certaintyWords[:])
	if (e.Statement == "") != (e.As == 0) {
		c.find(RuleShape, path, "statement and as must be given together")
	}
	optional(c, path+".as", e.As, asWords[:])
}
