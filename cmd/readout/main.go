// Readout turns news into records: documents in, who said what out.
//
// There is one file per verb. What a verb may touch is in [env], so that tests
// run verbs in this process; what an error means to the shell is in one table,
// [exits]. Data goes to stdout and everything else to stderr.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/reading/extract"
)

// An env is everything that the program may touch.
type env struct {
	console.Env
	open     func(kernel string, options extract.Options) (reader, error) // the model, opened when needed
	pipeline string                                                       // that signs what it reads
}

func main() {
	os.Exit(run(context.Background(), os.Args[1:], env{
		console.Env{
			Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		}, openReader, extract.Pipeline,
	}))
}

// run runs one command line and returns its exit code. An interrupt or
// SIGTERM ends ctx, a second one the program at once; a broken pipe is an error of Write instead of a signal.
func run(ctx context.Context, args []string, e env) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	broken := make(chan os.Signal, 1)
	signal.Notify(broken, syscall.SIGPIPE)
	defer signal.Stop(broken)
	return report(e.Stderr, command(ctx, args, e))
}
