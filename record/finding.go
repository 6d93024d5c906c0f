package record

import "fmt"

// A Finding is one thing that Validate or Check found.
type Finding struct {
	Rule    Rule
	Path    string // place in the record: statements[3].content.spans[0]
	Problem string
}

// Fault reports whether the record is wrong. Only a note that something could
// not be checked is no fault.
func (f Finding) Fault() bool { return f.Rule != RuleUnchecked }

// Unknown reports whether it is about a key that this version does not have. A
// later one may; readers pass it over.
func (f Finding) Unknown() bool { return f.Problem == unknownKey }

const unknownKey = "is no key of this version of the record: a later one may have it, and readers pass it over"

// String returns the finding as one line.
func (f Finding) String() string {
	if f.Path == "" {
		return fmt.Sprintf("%s: %s", f.Rule, f.Problem)
	}
	return fmt.Sprintf("%s: %s: %s", f.Path, f.Rule, f.Problem)
}

// Rule is what a finding is about.
type Rule uint8

// The values of Rule; the zero value is absent.
const (
	RuleShape     Rule = iota + 1 // the schema: keys, types, words, patterns
	RuleID                        // unique, and counted from the main span
	RuleReference                 // an id that names nothing, or the wrong kind
	RuleSpan                      // outside the text, empty, or cutting a character
	RuleExact                     // the text at the span says something else
	RuleDocument                  // length, digest or id do not fit the text
	RuleUnchecked                 // could not be checked; no fault
)

var rules = [...]string{
	"",
	"shape",
	"id",
	"reference",
	"span",
	"exact",
	"document",
	"unchecked",
}

// String returns the name of the rule.
func (r Rule) String() string { return word(rules[:], r) }
