// Package console is what a verb does with its streams: it tells terminals from
// pipes, complains, reads lines, shows progress, works on many things and gives
// the results in order, and has files appear only once they are whole.
//
// Everything that a verb may touch is in an [Env], so that tests run verbs in
// their own process.
package console

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"readout/internal/language/edtf"
)

// What a verb returns when it has said all that there is to say.
var (
	ErrNothing = errors.New("nothing was found")
	ErrSome    = errors.New("some inputs could not be read")
)

// An Env is what a verb may touch.
type Env struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Now    func() time.Time
}

// Today returns the day it is where the reader is.
func (e Env) Today() edtf.Day {
	year, month, day := e.Now().Date()
	return edtf.DayOf(year, int(month), day)
}

// OnTerminal says whether what goes to that place, stdout for "" and "-", is seen
// on a terminal.
func (e Env) OnTerminal(place string) bool {
	return (place == "" || place == "-") && IsTerminal(e.Stdout)
}

// Colors says whether to colour a list. NO_COLOR and a terminal without colours
// turn the default off, not what was asked for.
func (e Env) Colors(asked string, seen bool) bool {
	if asked != "auto" {
		return asked == "always"
	}
	return seen && e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb"
}

// Complain writes one error as a line of stderr.
func Complain(stderr io.Writer, err error) {
	fmt.Fprintf(stderr, "readout: %s\n", Visible(err.Error()))
}

// IsTerminal says whether a stream is a terminal.
func IsTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Raw has a terminal hand over each key as it is pressed, without showing it and
// without signals of its own, and returns what undoes that. Whoever calls it undoes
// it on every way out.
func Raw(stream any) (restore func(), err error) {
	f, ok := stream.(*os.File)
	if !ok {
		return func() {}, nil
	}
	fd := int(f.Fd())
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, fmt.Errorf("terminal: %w", err)
	}
	return func() { _ = term.Restore(fd, before) }, nil // nothing is left to try
}

// WidthOf returns the columns of a terminal.
func WidthOf(stream io.Writer) int {
	const usual = 80 // of a terminal that does not say
	f, ok := stream.(*os.File)
	if !ok {
		return usual
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return usual
	}
	return width
}

// Visible returns s with the control characters of its lines made visible, so
// that a name of a file cannot command the terminal.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}
