package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCommittedAssemblyIsCurrent(t *testing.T) {
	for name, want := range files() {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not what asmgen writes: run go generate ./internal/neural/kernel", name)
		}
	}
}

// TestAssemblyFusesNoProductWithASum keeps the instructions out that round
// once where plain Go rounds twice.
func TestAssemblyFusesNoProductWithASum(t *testing.T) {
	for name, text := range files() {
		for _, fused := range []string{"VFMADD", "VFMSUB", "VFNMADD", "VFNMSUB"} {
			if strings.Contains(text, fused) {
				t.Errorf("%s uses %s", name, fused)
			}
		}
	}
}
