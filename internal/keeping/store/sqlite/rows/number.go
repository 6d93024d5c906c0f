package rows

import (
	"database/sql"
	"errors"
	"fmt"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/newest"
)

// dayOf returns the day by which a row is numbered.
func dayOf(w store.When) newest.Day {
	if !w.Dated {
		return newest.Turned(newest.None)
	}
	return newest.Turned(-int64(w.Day()))
}

// A numbering is how the rows of one table get ids and numbers, see package newest.
type numbering struct{ id, number string }

var (
	statementRows = numbering{
		`SELECT ifnull(max(id), 0) FROM statement`,
		`SELECT ord FROM statement WHERE ord >= ? AND ord < ? ORDER BY ord DESC LIMIT 1`,
	}
	eventRows = numbering{
		`SELECT ifnull(max(id), 0) FROM event`,
		`SELECT ord FROM event WHERE ord >= ? AND ord < ? ORDER BY ord DESC LIMIT 1`,
	}
)

// A numberedDay is a day in one table, by the query that asks for its last number.
type numberedDay struct {
	number string
	day    newest.Day
}

// number returns the next number of a day.
func (b *Writer) number(n numbering, day newest.Day) (int64, error) {
	of := numberedDay{n.number, day}
	if err := b.askNumber(of); err != nil {
		return 0, err
	}
	next := b.numbers[of]
	if !day.Has(next) {
		return 0, fmt.Errorf("a day has no more than %d rows: keep some of its documents in another database",
			1<<newest.Bits)
	}
	b.numbers[of]++
	return next, nil
}

// askNumber has numbers of a day be given behind those that stand now.
func (b *Writer) askNumber(of numberedDay) error {
	if _, asked := b.numbers[of]; asked {
		return nil
	}
	first, end := of.day.Numbers()
	last := first - 1
	if err := b.Row(of.number, []any{first, end}, &last); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	b.numbers[of] = last + 1
	return nil
}

// taken has numbers under which words still stand given to nobody else.
func (b *Writer) taken(n numbering, numbers []int64) error {
	for _, number := range numbers {
		of := numberedDay{n.number, newest.OfNumber(number)}
		if err := b.askNumber(of); err != nil {
			return err
		}
		b.numbers[of] = max(b.numbers[of], number+1)
	}
	return nil
}
