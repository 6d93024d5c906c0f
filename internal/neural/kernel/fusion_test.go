package kernel

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// fusedInstruction matches the multiply-add instructions of arm64 as go tool
// objdump prints them.
var fusedInstruction = regexp.MustCompile(`\bFN?M(ADD|SUB)\w*`)

// TestZ6CompilerFusesNoProductWithASum compiles the engine for arm64, where the
// Go compiler fuses x*y + z unless a conversion stands between, and looks for
// such instructions.
func TestZ6CompilerFusesNoProductWithASum(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the standard library for another machine")
	}
	for _, name := range []string{"kernel", "encoder"} {
		archive := filepath.Join(t.TempDir(), name+".a")
		build := exec.CommandContext(t.Context(), "go", "build",
			"-o", archive, "readout/internal/neural/"+name)
		build.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		code, err := exec.CommandContext(t.Context(), "go", "tool", "objdump", archive).Output()
		if err != nil || len(code) == 0 {
			t.Fatalf("%s: cannot be disassembled: %v", name, err)
		}
		if found := fusedInstruction.FindAll(code, 5); found != nil {
			t.Errorf("%s: fused instructions %q", name, found)
		}
	}
}
