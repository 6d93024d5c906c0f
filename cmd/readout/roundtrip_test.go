//go:build long

package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
)

// TestRealRecordsComeOutAsTheyWentIn reads articles, exports them, adds the export to
// an empty database and exports that: the same bytes. It needs the shared corpora,
// and some minutes.
func TestRealRecordsComeOutAsTheyWentIn(t *testing.T) {
	const most = 300
	files, err := filepath.Glob("../../../shared/data/polnear/*/text/*")
	if err != nil || len(files) == 0 {
		t.Skip("the corpora stay beside the project")
	}
	run := func(args ...string) (stdout, stderr string) {
		t.Helper()
		var out, errs bytes.Buffer
		code := run(t.Context(), args, env{Env: console.Env{
			Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return epoch },
		}, open: openReader})
		if code != exitDone {
			t.Fatalf("%s: exit %d, %s", args[0], code, errs.String())
		}
		return out.String(), errs.String()
	}
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first.db"), filepath.Join(dir, "second.db")
	lines := filepath.Join(dir, "all.jsonl")
	run(append([]string{"add", "-q", "-d", first}, files[:min(most, len(files))]...)...)
	run("export", "-q", "--to", "jsonl", "-d", first, "-o", lines)
	run("add", "-q", "-d", second, lines)
	before, _ := run("export", "--to", "jsonl", "-d", first)
	after, said := run("export", "--to", "jsonl", "-d", second)
	t.Logf("%d files, %d bytes, %s", min(most, len(files)), len(before), said)
	if before != after || len(before) == 0 {
		t.Error("the second export has other bytes than the first")
	}
}
