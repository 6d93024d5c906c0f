// Package segment finds the paragraphs, sentences and quotations of a text.
//
// In goes a frozen [text.Text], out come byte spans into it, sorted by their
// start. Paragraphs are disjoint and hold every character that is no white
// space; sentences are disjoint, lie within a paragraph each and hold all of
// it but the white space between them; quotations are nested or disjoint. No
// span begins or ends with white space or inside a code point.
//
// Guarantees: equal texts give equal spans; every function takes time linear
// in the text, whatever the text is; all may be called from many goroutines.
//
// Limits: English, as news writes it. A sentence that ends in an abbreviation
// before a name ("He moved to the U.S. Smith stayed.") is not ended there. A
// sentence that begins with a small letter is not seen, and neither is one
// whose stop has no white space behind it. A quotation in straight marks whose
// opening and closing marks look alike by their surroundings (" a ") is told
// by turns.
//
// Sources: the rules of sentences were held against the sentences of GUM
// (train), see gum_test.go for the figures; typing of quotations over
// paragraphs follows the Chicago Manual of Style, 13.30.
package segment
