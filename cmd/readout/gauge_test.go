//go:build long

package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// own returns the memory in MiB that is the program's own, without the pages of files
// that it shares with the cache of the machine.
func (c child) own(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		t.Skip("the memory of a process is read on Linux alone")
	}
	for line := range strings.Lines(string(data)) {
		var kib int
		if n, _ := fmt.Sscanf(line, "RssAnon: %d", &kib); n == 1 {
			return kib / 1024
		}
	}
	return 0
}

// cpu returns the processor time that the program has taken, which a busy machine
// does not change.
func (c child) cpu() time.Duration {
	const ticksASecond = 100
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.Process.Pid)) // none: zero
	fields := strings.Fields(string(data))
	if len(fields) < 15 {
		return 0
	}
	user, _ := strconv.Atoi(fields[13])
	system, _ := strconv.Atoi(fields[14])
	return time.Duration(user+system) * time.Second / ticksASecond
}
