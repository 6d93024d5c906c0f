package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is the user of the container that docs/deploy.md describes.
const nobody = 65532

// TestItRunsAloneInAnEmptyRoot has the program in a folder with nothing beside it, as
// the container has that docs/deploy.md describes, with the environment that it says.
func TestItRunsAloneInAnEmptyRoot(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("a root of its own is given to a program by root alone")
	}
	deploy, err := os.ReadFile("../../docs/deploy.md")
	if err != nil {
		t.Fatal(err)
	}
	var env []string
	for line := range strings.Lines(string(deploy)) {
		if said, ok := strings.CutPrefix(line, "ENV "); ok {
			env = strings.Fields(said)
		}
	}
	if len(env) < 4 {
		t.Fatalf("docs/deploy.md names no environment: %q", env)
	}
	root := t.TempDir()
	build := exec.CommandContext(t.Context(), "go", "build", "-ldflags=-w", "-o", filepath.Join(root, "readout"), ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	data := filepath.Join(root, "data")
	if err := os.Mkdir(data, 0o755); err != nil {
		t.Fatal(err)
	}
	text := "“We will not leave,” said Foreign Secretary David Lammy on Tuesday.\n"
	if err := os.WriteFile(filepath.Join(data, "a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(data, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), "/readout", args...)
		c.Env, c.Dir = env, "/"
		c.SysProcAttr = &syscall.SysProcAttr{
			Chroot: root, Credential: &syscall.Credential{Uid: nobody, Gid: nobody},
		}
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	run("add", "/data/a.txt")
	if got := run("find", "speaker:Lammy"); !strings.Contains(got, "We will not leave") {
		t.Errorf("found:\n%s", got)
	}
	if got := run("config", "token", "anna"); !strings.Contains(got, "token anna made") {
		t.Errorf("token:\n%s", got)
	}
}
