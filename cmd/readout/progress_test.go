package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/vbauerster/mpb/v8"
)

func TestProgressSaysHowManyFailed(t *testing.T) {
	var p progress
	p.step(false)
	if got, want := p.said(3, true), " 1 of 3 read"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	p.step(true)
	if got, want := p.said(0, false), " 2 read, 1 failed"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestTotalIsKnownOfFilesAlone(t *testing.T) {
	for _, test := range []struct {
		v     intake
		known bool
	}{
		{intake{Inputs: []string{"a.txt", "-", "https://example.org/"}}, true},
		{intake{Inputs: []string{"a.txt", t.TempDir()}}, false},
		{intake{Inputs: []string{"a.txt", "b.jsonl"}}, false},
		{intake{Inputs: []string{"a.txt"}, FilesFrom: "list"}, false},
	} {
		total, known := test.v.total()
		if known != test.known || known && total != int64(len(test.v.Inputs)) {
			t.Errorf("total of %v = %d, %v", test.v.Inputs, total, known)
		}
	}
}

func TestWhatIsSaidPassesAboveTheBar(t *testing.T) {
	for _, known := range []bool{true, false} {
		var out bytes.Buffer
		p := &progress{}
		p.show(&out, 2, known, mpb.WithAutoRefresh(), mpb.WithRefreshRate(time.Millisecond))
		p.step(false)
		time.Sleep(50 * time.Millisecond)
		p.step(false)
		p.say(errors.New("b.txt: gone"))
		p.done()
		if !bytes.Contains(out.Bytes(), []byte("readout: b.txt: gone\n")) ||
			!bytes.Contains(out.Bytes(), []byte(" read")) {
			t.Errorf("total known %v: the display was %q", known, out.String())
		}
	}
}

func TestOutputMayBeADevice(t *testing.T) {
	out, err := createOutput(os.DevNull, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := out.finish(nil); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Error(err)
	}
}

func TestOutputFollowsALink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("links cannot be made here: " + err.Error())
	}
	out, err := createOutput(link, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := out.finish(errSome); !errors.Is(err, errSome) {
		t.Errorf("finish = %v, want the error of the work", err)
	}
	if data, _ := os.ReadFile(target); string(data) != "new" {
		t.Errorf("the link's target holds %q", data)
	}
}
