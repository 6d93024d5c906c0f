package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"readout/internal/keeping/store/postgres/cluster"
)

// server is the PostgreSQL of these tests, which starts when a script asks for it.
var server cluster.Cluster

// TestMain lets scripts call this program by its name.
func TestMain(m *testing.M) {
	testscript.Main(tended{m}, map[string]func(){"readout": main})
}

// tended are the tests with what is to be ended behind them.
type tended struct{ m *testing.M }

func (s tended) Run() int {
	code := s.m.Run()
	if err := server.Stop(); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		code = 1
	}
	return code
}

const scripts = "../../testdata/scripts"

// TestScripts runs every script; $NEWS and $OTHER are databases that do not exist
// yet, in files.
func TestScripts(t *testing.T) {
	runScripts(t, testscript.Params{Dir: scripts}, func(e *testscript.Env, name string) (string, error) {
		return filepath.Join(e.WorkDir, name+".db"), nil
	})
}

// TestScriptsOnPostgreSQL runs those that name $NEWS or $OTHER again, which are
// empty databases of PostgreSQL.
func TestScriptsOnPostgreSQL(t *testing.T) {
	if _, err := server.Name(); errors.Is(err, cluster.ErrNone) {
		t.Skip(err)
	}
	all, err := filepath.Glob(scripts + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, file := range all {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "$NEWS") || strings.Contains(string(data), "$OTHER") {
			files = append(files, file)
		}
	}
	runScripts(t, testscript.Params{Files: files}, func(*testscript.Env, string) (string, error) {
		return server.Database(t.Context())
	})
}

// runScripts runs scripts with databases that place makes.
func runScripts(
	t *testing.T, p testscript.Params, place func(*testscript.Env, string) (string, error),
) {
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	p.Setup = func(e *testscript.Env) error {
		e.Setenv("ARTICLES", articles)
		for variable, name := range map[string]string{"NEWS": "news", "OTHER": "other"} {
			at, err := place(e, name)
			if err != nil {
				return err
			}
			e.Setenv(variable, at)
		}
		return nil
	}
	onPostgres := len(p.Files) > 0
	p.Condition = func(name string) (bool, error) {
		if name != "postgres" {
			return false, fmt.Errorf("unknown condition %q", name)
		}
		return onPostgres, nil
	}
	p.Cmds = map[string]func(*testscript.TestScript, bool, []string){
		"exits": exitsWith, "ask": asks, "wait-for": waitsFor,
	}
	testscript.Run(t, p)
}

// exitsWith runs "exits CODE PROGRAM ARGS..." and wants that exit code.
func exitsWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG]...")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("exit code %q: %v", args[0], err)
	}
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exited *exec.ExitError
	switch {
	case errors.As(err, &exited):
		got = exited.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// waitsFor runs "wait-for FILE": until something stands in it.
func waitsFor(ts *testscript.TestScript, _ bool, args []string) {
	const patience = 30 * time.Second // a busy machine reads a document in some seconds
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && len(data) > 0 {
			return
		}
	}
	ts.Fatalf("nothing stands in %s", args[0])
}

// asks runs "ask FILE PATH": a request below the address that stands in a file. The
// status and the body are its stdout.
func asks(ts *testscript.TestScript, _ bool, args []string) {
	address := strings.TrimSpace(ts.ReadFile(args[0]))
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address+args[1], nil)
	ts.Check(err)
	res, err := http.DefaultClient.Do(r)
	ts.Check(err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	ts.Check(err)
	fmt.Fprintf(ts.Stdout(), "%d %s", res.StatusCode, body)
}
