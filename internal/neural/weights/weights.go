// Package weights holds what the model learnt, as files inside the program.
//
// Vocabulary returns the 30,522 word pieces of BERT-uncased, one a line, in the
// order of their ids. It is read-only memory of the program: using it costs no
// copy, and it is safe for concurrent use.
//
// Sources: the vocabulary is that of BERT-uncased (Apache-2.0), as shipped with
// all-MiniLM-L6-v2; see NOTICE.
package weights

import _ "embed"

//go:embed vocab.txt
var vocabulary string

// Vocabulary returns the word pieces, one a line, in the order of their ids.
func Vocabulary() string { return vocabulary }
