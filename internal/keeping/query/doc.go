// Package query is the language in which records are asked: one [Query] behind
// the search box, the flags of the command line and the parameters of a URL.
//
// [Parse] reads what people type and [Query.String] writes it back in one
// canonical way; [FromValues] and [Query.Values] do the same for URLs, and
// [Query.Set] takes one flag. Reading what was written gives an equal Query.
//
//	speaker:Sunak polarity:denied since:2024-03 "exact words" -word act:commit,request
//
// A query is a list of conditions that must all hold. A condition is a word, a
// phrase in double quotes, or a filter KEY:VALUE; a minus before it turns it
// round. Commas part the values of a filter: one of them must hold. A value
// with spaces or commas stands in double quotes, in which \" and \\ are a quote
// and a backslash. The keys are those of [Keys]; [Table] prints them.
//
// # What matches
//
// Names are compared folded, see [Fold]: without case, accents and marks, by
// whole words. "speaker:sunak" matches Rishi Sunak and not Sunakov, and
// "cites:le monde" matches Le Monde but not Monde. A name is matched by each
// way in which the record names the one meant: as it stands in the text, as the
// entity's name, and as its other mentions by name. Words and phrases are
// compared in the same way with the content of a statement, the sentence of an
// event, the title and text of a document, the names of an entity, and the
// words of a citation.
//
// A date stands for all its days: "since:2024-03" is since March 1,
// "until:2024-03" until March 31, both included. What happened on one of several
// days matches when one of them lies within. Since and until bound when a
// statement was made and an event took place; documents, entities and citations
// have no such time, so that theirs is when the document was published.
//
// What the record leaves open matches no filter and, for the same reason, each
// filter turned round: "-polarity:denied" also finds what was not judged.
//
// # Limits
//
// There is no "or" between conditions on different keys, and there are no
// brackets. Scripts without spaces between words are one word to the next space.
//
// A Query is not changed but by Set, so that it may be read by many goroutines.
package query
