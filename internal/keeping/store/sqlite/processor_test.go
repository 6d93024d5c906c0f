//go:build unix

package sqlite

import (
	"syscall"
	"testing"
	"time"
)

// processor returns the time that this program has had a processor, which says
// more than a clock where others use the machine too.
func processor(tb testing.TB) time.Duration {
	tb.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
