package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"readout/cmd/readout/console"
	"readout/internal/reading/extract"
)

// servedByFake runs serve in this process with the fake, until the test ends, and returns
// its address. On stderr must be what is said, or nothing.
func servedByFake(t *testing.T, said string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	var errs bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"serve", "-q", "--listen", "127.0.0.1:0", "--tokens", t.TempDir()}, args...), env{
			Env: console.Env{
				Stdin: strings.NewReader(""), Stdout: in, Stderr: &errs,
				Getenv: func(string) string { return "" }, Now: time.Now,
			},
			open: func(string, extract.Options) (reader, error) { return fake{}, nil },
		})
		in.Close()
	}()
	t.Cleanup(func() {
		cancel()
		if got := <-code; got != exitDone || !strings.Contains(errs.String(), said) || said == "" && errs.Len() > 0 {
			t.Errorf("exit %d, %s", got, errs.String())
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// answered asks and returns the status and the body.
func answered(t *testing.T, method, address, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "text/plain")
	return done(t, r)
}

// done makes a request and returns the status and the body.
func done(t *testing.T, r *http.Request) (int, string) {
	t.Helper()
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

func TestWhatIsPostedToAServerIsReadAndFound(t *testing.T) {
	db := base(t)
	if _, errs, code := invoke(t, t.Context(), "Bob Ray said the road is open.", "add", "-d", db, "-"); code != exitDone {
		t.Fatal(errs)
	}
	url := servedByFake(t, "a defect of readout", "-d", db)
	if status, body := answered(t, "POST", url+"api/v1/documents", bridge); status != http.StatusCreated {
		t.Fatalf("%d %s", status, body)
	}
	if status, body := answered(t, "POST", url+"api/v1/documents", "please panic"); status != http.StatusInternalServerError {
		t.Errorf("a document that defeats the reader: %d %s", status, body)
	}
	status, body := answered(t, "GET", url+"api/v1/statements?speaker=Lee", "")
	if status != http.StatusOK || !strings.Contains(body, "Ann Lee") || strings.Contains(body, "Bob Ray") {
		t.Errorf("%d %s", status, body)
	}
	if _, counted := answered(t, "GET", url+"metrics", ""); !strings.Contains(counted, `{code="201",method="POST",route="/api/v1/documents"} 1`) {
		t.Errorf("counted: %s", counted)
	}
	if n := kept(t, db); n != 2 {
		t.Errorf("%d documents", n)
	}
	c := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := c.Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: url + "mcp"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	res, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "get_entity", Arguments: map[string]any{"name": "Ann Lee"}})
	if err != nil || res.IsError || session.InitializeResult().ProtocolVersion != "2026-07-28" {
		t.Errorf("%v, %+v", err, res)
	}
}
