package readout

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheUnitOfTheServiceIsSound has systemd look at the unit that docs/deploy.md
// gives, with this test for the program that is not installed.
func TestTheUnitOfTheServiceIsSound(t *testing.T) {
	verify, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("needs systemd-analyze")
	}
	page, err := os.ReadFile("docs/deploy.md")
	if err != nil {
		t.Fatal(err)
	}
	_, unit, _ := strings.Cut(string(page), "```ini\n")
	unit, _, ok := strings.Cut(unit, "```")
	if !ok || !strings.Contains(unit, "/usr/local/bin/readout serve") {
		t.Fatalf("docs/deploy.md has no unit: %.200s", unit)
	}
	file := filepath.Join(t.TempDir(), "readout.service")
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(unit, "/usr/local/bin/readout", os.Args[0])), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.CommandContext(t.Context(), verify, "verify", file).CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, said)
	}
}
