// Package export writes records for other programs, one file of source per
// format: JSON Lines, tables of statements, of events and of what is due as CSV,
// TSV or JSON, and event data as PLOVER and POLECAT have it.
//
// Records go in one at a time, in the order in which they are to stand;
// nothing is held back but what one record needs, so that a million records
// take no more memory than one. What is due is the exception: it is sorted
// over all records and written at the end. A writer is for one goroutine. It
// writes to the io.Writer it was made with and never closes it.
//
// Guarantees: the same records give the same bytes. The words of a text are
// hostile input: each format escapes them by its own rules.
//
// Limits: only JSON Lines is lossless. Tables have the columns that
// [Columns] returns, and no entities but those that fill a role. What event data
// leaves out, [PLOVERLoss] and [POLECATLoss] say.
package export
