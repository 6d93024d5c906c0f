package console

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
	var p Progress
	p.Step(false)
	if got, want := p.said(3, true), " 1 of 3 read"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	p.Step(true)
	if got, want := p.said(0, false), " 2 read, 1 failed"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestWhatIsSaidPassesAboveTheBar(t *testing.T) {
	for _, known := range []bool{true, false} {
		var out bytes.Buffer
		p := &Progress{}
		p.show(&out, 2, known, mpb.WithAutoRefresh(), mpb.WithRefreshRate(time.Millisecond))
		p.Step(false)
		time.Sleep(50 * time.Millisecond)
		p.Step(false)
		p.Say(errors.New("b.txt: gone"))
		p.Done()
		if !bytes.Contains(out.Bytes(), []byte("readout: b.txt: gone\n")) ||
			!bytes.Contains(out.Bytes(), []byte(" read")) {
			t.Errorf("total known %v: the display was %q", known, out.String())
		}
	}
}

func TestOutputMayBeADevice(t *testing.T) {
	out, err := Create(os.DevNull, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := out.Finish(nil); err != nil {
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
	out, err := Create(link, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := out.Finish(ErrSome); !errors.Is(err, ErrSome) {
		t.Errorf("finish = %v, want the error of the work", err)
	}
	if data, _ := os.ReadFile(target); string(data) != "new" {
		t.Errorf("the link's target holds %q", data)
	}
}
