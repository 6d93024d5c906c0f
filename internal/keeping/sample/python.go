package sample

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// Python runs a program of Python that reads a format back by a library which
// others use for it, and returns what it prints. The test is skipped where there is
// no Python that has the modules; .ci/run makes one.
func Python(t testing.TB, program string, stdin []byte, modules ...string) string {
	t.Helper()
	python := interpreter(t, modules)
	if python == "" {
		t.Skipf("no Python with %v: .ci/run makes one from .ci/requirements.txt", modules)
	}
	var errs bytes.Buffer
	c := exec.CommandContext(t.Context(), python, "-c", program)
	c.Stdin, c.Stderr = bytes.NewReader(stdin), &errs
	c.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return string(out)
}

// interpreter returns a Python that has the modules: that of the checks, else the
// one of the machine; "" when neither has.
func interpreter(t testing.TB, modules []string) string {
	candidates := []string{"python3"}
	if cache, err := os.UserCacheDir(); err == nil {
		bin := filepath.Join(cache, "readout-ci", "venv", "bin", "python")
		if runtime.GOOS == "windows" {
			bin = filepath.Join(cache, "readout-ci", "venv", "Scripts", "python.exe")
		}
		candidates = append([]string{bin}, candidates...)
	}
	program := "import importlib.util as u, sys\n" // finding is quicker than importing
	for _, m := range modules {
		program += "if u.find_spec('" + m + "') is None: sys.exit(1)\n"
	}
	for _, c := range candidates {
		if exec.CommandContext(t.Context(), c, "-c", program).Run() == nil {
			return c
		}
	}
	return ""
}
