package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A child is the program, serving.
type child struct {
	*exec.Cmd
	url   string
	start time.Duration // from its start to its first answer
}

// serving starts the program over a database, and ends it after the test.
func serving(t *testing.T, db string) child {
	t.Helper()
	c := begun(t, db)
	t.Cleanup(func() { c.end(t) })
	return c
}

// begun starts the program over a database, and waits for its first answer.
func begun(t *testing.T, db string) child {
	t.Helper()
	// It outlives the context of the test, to be ended as a server is.
	c := child{Cmd: exec.CommandContext(context.WithoutCancel(t.Context()), os.Args[0],
		"serve", "-q", "--db", db, "--listen", "127.0.0.1:0", "--rate", "1000000")}
	c.Args[0] = "readout" // see TestMain
	c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+t.TempDir())
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	c.url = strings.TrimSpace(line)
	if status, _ := fetch(t.Context(), http.DefaultClient, c.url+"api/v1/statements?limit=20"); status != http.StatusOK {
		t.Fatalf("the first answer is %d", status)
	}
	c.start = time.Since(began)
	return c
}

// end has the program end as it should.
func (c child) end(t *testing.T) {
	t.Helper()
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
}

// kill ends it without a warning.
func (c child) kill(t *testing.T) {
	t.Helper()
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // says that it was killed
}

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

// rss returns the memory of the program in MiB: now, and at its most.
func (c child) rss(t *testing.T) (now, most int) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		t.Skip("the memory of a process is read on Linux alone")
	}
	for line := range strings.Lines(string(data)) {
		var kib int
		if n, _ := fmt.Sscanf(line, "VmRSS: %d", &kib); n == 1 {
			now = kib / 1024
		}
		if n, _ := fmt.Sscanf(line, "VmHWM: %d", &kib); n == 1 {
			most = kib / 1024
		}
	}
	return now, most
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

func fetch(ctx context.Context, client *http.Client, address string) (status int, retry string) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, ""
	}
	res, err := client.Do(r)
	if err != nil {
		return 0, ""
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return 0, ""
	}
	return res.StatusCode, res.Header.Get("Retry-After")
}
