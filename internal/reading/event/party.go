package event

import (
	"slices"

	"readout/internal/language/text"
	"readout/record"
)

// fill finds who takes part where the model names nobody: the subject and the
// object of a verb, the owner and the object of a noun.
func (f *finder) fill(e *Event) {
	first, end := f.Range(e.Trigger)
	if len(e.Actors) == 0 {
		all := f.Subjects(first)
		if f.Word(end) == "by" && f.Passive(e.Trigger) {
			all = append(all, f.GroupsAfter(end+1)...)
		}
		for _, p := range all {
			if slices.ContainsFunc(e.Recipients, p.Overlaps) {
				continue
			}
			e.Actors = f.appendParty(e.Actors, e.Trigger, p)
		}
	}
	if len(e.Recipients) == 0 && !f.Passive(e.Trigger) {
		for _, p := range f.objects(end, e.Type) {
			if slices.ContainsFunc(e.Actors, p.Overlaps) {
				continue
			}
			e.Recipients = f.appendParty(e.Recipients, e.Trigger, p)
		}
	}
}

// objects returns the parties that stand as object behind a verb or noun that ends
// before a token.
func (f *finder) objects(i int, kind record.EventType) []text.Span {
	switch f.Word(i) {
	case "with", "on", "against", "of", "into", "upon":
		i++
	case "to":
		if i++; f.Infinitive(i) {
			if kind != record.EventThreaten {
				return nil
			}
			i++ // "threatened to arrest protesters"
		}
	case "for":
		if kind != record.EventSupport && kind != record.EventAid {
			return nil
		}
		i++
	case "by", "between", "among":
		return nil
	}
	return f.GroupsAfter(i)
}
