package main

import (
	"context"
	"errors"
	"io"
	"syscall"

	"readout/cmd/readout/console"
	"readout/internal/manual"
)

// What a verb returns when it has said all that there is to say.
var (
	errShown    = errors.New("help was shown")
	errFindings = errors.New("there are findings")
)

// The exit codes.
const (
	exitDone        = 0
	exitFindings    = 1
	exitError       = 2
	exitInterrupted = 130 // 128 and the number of SIGINT, as shells count
)

// exits says what an error means to the shell; it is searched from the top.
// What it holds has been said already or needs no words. Any other error is
// printed and leaves with exitError.
var exits = []struct {
	err  error
	code int
}{
	{nil, exitDone},
	{errShown, exitDone},
	{context.Canceled, exitInterrupted},
	{syscall.EPIPE, exitDone}, // whoever read our output has enough
	{io.ErrClosedPipe, exitDone},
	{errFindings, exitFindings},
	{console.ErrNothing, exitFindings},
	{console.ErrSome, exitError},
}

// codes says when each exit code is given, for people.
var codes = []manual.Code{
	{Code: exitDone, When: "done; a text without statements or a warning is still 0"},
	{Code: exitFindings, When: "`find`, `show`, `due`: nothing is found; `check`: something is not what it should be"},
	{
		Code: exitError,
		When: "an error, also when only some inputs failed; the others are done and printed",
	},
	{Code: exitInterrupted, When: "interrupted"},
}

// report prints an error that is not in the table of exits, and returns the
// exit code of any.
func report(stderr io.Writer, err error) int {
	for _, x := range exits {
		if errors.Is(err, x.err) {
			return x.code
		}
	}
	console.Complain(stderr, err)
	return exitError
}
