package rule

// All is every rule, for the tests outside.
var All = all

// Example returns that of a rule: "words => value".
func (r *Rule) Example() string { return r.example }
