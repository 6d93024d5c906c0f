package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"readout/internal/ingest"
	"readout/internal/reading/extract"
)

// TestMCPOverStdioOfTheProgram has the SDK's client start this program, as those who
// run models do.
func TestMCPOverStdioOfTheProgram(t *testing.T) {
	db := filepath.Join(t.TempDir(), "news.db")
	if _, errs, code := invoke(t, t.Context(), "Ann Lee said the bridge is closed.", "add", "-d", db, "-"); code != exitDone {
		t.Fatal(errs)
	}
	program := exec.CommandContext(t.Context(), os.Args[0], "mcp", "--db", db)
	program.Args[0] = "readout" // see TestMain
	c := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := c.Connect(t.Context(), &mcp.CommandTransport{Command: program}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	first := session.InitializeResult()
	if first.ProtocolVersion != "2026-07-28" || first.ServerInfo.Version != version {
		t.Errorf("version %s of %+v", first.ProtocolVersion, first.ServerInfo)
	}
	res, err := session.CallTool(t.Context(), &mcp.CallToolParams{
		Name: "find_statements", Arguments: map[string]any{"speaker": "Ann Lee"},
	})
	if err != nil || res.IsError {
		t.Fatal(err, res)
	}
	data, err := json.Marshal(res.StructuredContent)
	if err != nil || !strings.Contains(string(data), `"quote":"the bridge is closed"`) {
		t.Errorf("found %s, %v", data, err)
	}
}

func TestTheModelIsOpenedWhenADocumentComes(t *testing.T) {
	opened := 0
	var broken error
	e := env{open: func(string, extract.Options) (reader, error) {
		opened++
		return fake{}, broken
	}}
	e.Getenv = func(string) string { return "" }
	l := late(e)
	if opened != 0 {
		t.Error("opened before it was needed")
	}
	for range 2 {
		r, err := l.Read(t.Context(), ingest.Document{Text: bridge})
		if err != nil || len(r.Statements) == 0 {
			t.Errorf("%+v, %v", r, err)
		}
	}
	if _, err := l.Read(t.Context(), ingest.Document{Text: "panic"}); err == nil || !strings.Contains(err.Error(), "defect of readout") {
		t.Errorf("a document that breaks the reader: %v", err)
	}
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
	broken = errors.New("no such kernel")
	if _, err := late(e).Read(t.Context(), ingest.Document{Text: bridge}); !errors.Is(err, broken) {
		t.Errorf("where there is no model: %v", err)
	}
}
