// Package readout reads news articles and records who said what to whom.
//
// In goes a document: a text with what is known about it, its title and date for
// example. Out comes a record: statements with speaker, cue and content, and
// the entities named. Each field is a range of the text with the words under it,
// or points to one that is.
//
// A reader holds the model and may be used by many goroutines at once. The same
// document gives the same record, byte for byte, on every machine. Nothing is
// fetched, and nothing is kept.
//
// # Limits
//
// The model reads English; other languages give a warning in the record. It says
// what a text attributes to whom, not whether that is true. How often it is
// right is in README.md, and what it was trained on in docs/data.md.
//
// # Sources
//
// What counts as a statement, and where its parts begin and end, follows the
// annotation guide of PolNeAR (Newell, Margolin and Ruths 2018).
package readout
