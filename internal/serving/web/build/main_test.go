package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestDistIsWhatTheSourcesGive(t *testing.T) {
	files, err := bundle("..")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 {
		t.Errorf("%d files, want a script and a style", len(files))
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "dist", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("dist/%s is not that of the sources: go run . .. in internal/serving/web/build", name)
		}
	}
}

func TestAFaultNamesItsPlace(t *testing.T) {
	if _, err := bundle(t.TempDir()); err == nil {
		t.Error("a folder without sources was bundled")
	}
	if err := run(nil); err == nil {
		t.Error("no folder was taken")
	}
}
