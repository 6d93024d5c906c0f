package store

import (
	"fmt"
	"iter"

	"readout/internal/language/edtf"
	"readout/record"
)

// A Row is one thing that was found. Of the pointers the one of its kind is set;
// all but entities stand in a document.
type Row struct {
	Document  Document // zero for entities
	Statement *Statement
	Event     *Event
	Citation  *Citation
	Entity    *Entity
	Cursor    string // for [Window], to go on behind this row
}

// Gather reads rows to their end; with an error there are none.
func Gather(found iter.Seq2[Row, error]) ([]Row, error) {
	var rows []Row
	for row, err := range found {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// A When is a time and the days that it covers.
type When struct {
	Text        string   // EDTF, else TIMEX3; "" when no time is known
	Dated       bool     // the days are known
	First, Last edtf.Day // inclusive; [Always] and [Never] where it is open
}

// The ends of what is open: before and after every day of a four-digit year.
const (
	Always edtf.Day = -1_000_000
	Never  edtf.Day = 4_000_000
)

// Day is the day by which it is sorted: the first, where that is open the last.
func (w When) Day() edtf.Day {
	if w.First == Always {
		return w.Last
	}
	return w.First
}

// Columns returns what reads the first and the last day from columns, which are
// NULL where no day is known.
func (w *When) Columns() (first, last DayColumn) {
	return DayColumn{&w.First, &w.Dated}, DayColumn{&w.Last, &w.Dated}
}

// A DayColumn is an sql.Scanner.
type DayColumn struct {
	day   *edtf.Day
	dated *bool
}

// Scan reads one column.
func (c DayColumn) Scan(column any) error {
	if column == nil {
		*c.day, *c.dated = 0, false
		return nil
	}
	n, ok := column.(int64)
	if !ok {
		return fmt.Errorf("a %T is no day", column)
	}
	*c.day, *c.dated = edtf.Day(n), true
	return nil
}

// A Document is where rows come from.
type Document struct {
	ID         string
	Pipeline   string // that read the shown version
	URL        string
	Title      string
	Publisher  string
	Published  When
	Language   string
	Genre      record.Genre
	Statements int // in it
	Events     int
}

// A Place is where a row stands in its document.
type Place struct {
	ID string // in the record: s21, v30, c4
	At int    // where its main span starts, in the unit of the record
}

// A Statement is a row of who said what.
type Statement struct {
	Place
	Form      record.Form
	Act       record.Act
	Polarity  record.Polarity
	Certainty record.Certainty
	Speaker   string // in the words of the text
	Named     string // the name of the speaker's entity
	Cue       string
	Content   string
	Said      When
	Due       When
	Condition string // on which it is due
	Review    record.ReviewState
	Score     *float64
}

// IsDue reports whether it says when, or on which condition, something is to
// happen.
func (s *Statement) IsDue() bool { return s.Due.Text != "" || s.Condition != "" }

// DueOrder returns text by which what is due is sorted as resolve.Due.Compare
// does, and false when it is not due.
func (s *Statement) DueOrder() (string, bool) {
	if !s.Due.Dated {
		return "2", s.IsDue()
	}
	rank := 0
	if s.Due.Last == Never {
		rank = 1
	}
	return fmt.Sprintf("%d %07d %07d", rank, s.Due.Day()-Always, s.Due.Last-Always), true
}

// An Event is a row of who did what to whom.
type Event struct {
	Place
	Type       record.EventType
	Status     record.Status
	Certainty  record.Certainty
	Trigger    string
	Actors     string // names, else words, separated as package resolve does
	Recipients string
	Location   string
	Time       When
	Review     record.ReviewState
	Score      *float64
}

// A Citation is a row of a source that a text names.
type Citation struct {
	Place
	Exact   string
	Sources string
	URL     string
	Score   *float64
}

// An Entity is a row of someone or something over all documents.
type Entity struct {
	Key       string // see [EntityKey]; lone names have more behind it
	Type      record.EntityType
	Name      string
	Country   string
	Documents int // in which it is named

	// Also are the keys of other names that mean it, in their order. Only
	// [Reader.Entity] sets them.
	Also []string
}
