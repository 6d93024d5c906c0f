package store

import (
	"cmp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"readout/internal/keeping/query"
	"readout/record"
)

// sentences returns for each event the folded sentence of its trigger, or the
// trigger alone where the record has no text or no sentences.
func sentences(r *record.Record) []string {
	out := make([]string, len(r.Events))
	spans := make([]record.Span, len(r.Events))
	for i := range r.Events {
		spans[i], _ = sentenceAt(r.Document.Sentences, r.Events[i].Trigger.Span.Start)
	}
	folded := map[string]string{} // many events stand in one sentence
	for i, words := range cut(r, spans) {
		if words == "" {
			words = r.Events[i].Trigger.Exact
		}
		if _, ok := folded[words]; !ok {
			folded[words] = query.Fold(words)
		}
		out[i] = folded[words]
	}
	return out
}

// sentenceAt returns the sentence in which a place lies.
func sentenceAt(all []record.Span, at int) (record.Span, bool) {
	n, found := slices.BinarySearchFunc(all, at, func(s record.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return cmp.Compare(max(s.Start, at), at)
	})
	if !found {
		return record.Span{}, false
	}
	return all[n], true
}

// cut returns the words of the text at each span; "" for a span that does not fit
// it. In is for those who need a whole record: it copies one.
func cut(r *record.Record, spans []record.Span) []string {
	words := make([]string, len(spans))
	if r.Document.Text == nil {
		return words
	}
	text := *r.Document.Text
	behind := make([]int, len(text)+1) // by the unit of the record, bytes and one
	at := 0
	for i, c := range text {
		behind[at] = i + 1
		width := 1
		switch r.Offsets {
		case record.OffsetsByte:
			width = utf8.RuneLen(c)
		case record.OffsetsUTF16:
			width = utf16.RuneLen(c)
		case record.OffsetsCodepoint:
		}
		at += width
	}
	behind[at] = len(text) + 1
	for i, s := range spans {
		if s.Start < 0 || s.Start > s.End || s.End > at {
			continue
		}
		if start, end := behind[s.Start], behind[s.End]; start > 0 && end > 0 {
			words[i] = text[start-1 : end-1]
		}
	}
	return words
}
