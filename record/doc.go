// Package record is the shape of what readout produces: one record per
// document, with its entities, times, amounts, citations, statements and
// events, each tied to the words of the text that it was read from.
//
// A record is built in Go, written with [Record.MarshalCanonical], read back
// with [Parse] and proved with [Record.Validate] or, for bytes that someone
// else wrote, with [Check]. The shape is JSON Schema 2020-12, see [Schema].
//
// Units: every [Span] is half open and counts in the unit that
// [Record.Offsets] declares, code points unless asked otherwise. Inside the
// program offsets are bytes and another type; [Record.In] changes the unit of
// a whole record.
//
// Guarantees: equal records give equal bytes; Validate takes time linear in
// the text and in the number of spans, besides one sort of the spans' ends.
// Nothing here is changed after it was built, so a record may be read by many
// goroutines at once.
//
// Limits: Validate proves that a record is well formed and that its words, those
// of contents too, stand where it says. It cannot prove that they mean what it says.
package record
