package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
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
