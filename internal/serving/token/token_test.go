package token

import (
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a time that a test moves.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func box(t *testing.T) (*Box, *clock) {
	t.Helper()
	c := &clock{at: time.Unix(1_700_000_000, 0)}
	return At(filepath.Join(t.TempDir(), "readout", "tokens"), c.now), c
}

func mustMake(t *testing.T, b *Box, name string) string {
	t.Helper()
	text, err := b.Make(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestS11TokenIs256BitsOfWhichOnlyTheHashIsKept(t *testing.T) {
	b, _ := box(t)
	seen := map[string]bool{}
	for _, name := range []string{"desk", "script", "x-1"} {
		text := mustMake(t, b, name)
		random, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(text, "rdo_"))
		if err != nil || len(random) != 32 || seen[text] {
			t.Errorf("token %q: %d bytes, %v, seen before: %t", text, len(random), err, seen[text])
		}
		seen[text] = true
		if got, ok, err := b.Name(text); got != name || !ok || err != nil {
			t.Errorf("Name = %q, %t, %v, want %q", got, ok, err, name)
		}
		data, err := os.ReadFile(filepath.Join(b.dir, name))
		if err != nil || strings.Contains(string(data), text) || strings.Contains(string(data), text[4:]) {
			t.Errorf("kept is %q, %v", data, err)
		}
		info, err := os.Stat(filepath.Join(b.dir, name))
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others may read it: %v, %v", info.Mode(), err)
		}
	}
	list, err := b.List()
	if err != nil || len(list) != 3 || list[0].Name != "desk" || list[0].Made.IsZero() {
		t.Errorf("List = %v, %v", list, err)
	}
}

func TestS11RevokedTokenIsRefusedWithinASecond(t *testing.T) {
	b, c := box(t)
	text := mustMake(t, b, "desk")
	server := At(b.dir, c.now) // another program
	if _, ok, _ := server.Name(text); !ok {
		t.Fatal("a token is not let in")
	}
	if err := b.Revoke("desk"); err != nil {
		t.Fatal(err)
	}
	if Stale > time.Second {
		t.Errorf("known for %s", Stale)
	}
	c.pass(Stale)
	if _, ok, _ := server.Name(text); ok {
		t.Error("a revoked token is let in")
	}
	if has, err := server.Has(""); has || err != nil {
		t.Errorf("Has = %t, %v after the last was revoked", has, err)
	}
	if err := b.Revoke("desk"); !errors.Is(err, ErrNone) {
		t.Errorf("revoked twice: %v", err)
	}
}

func TestWhatIsNoTokenIsNotLetIn(t *testing.T) {
	b, _ := box(t)
	if _, ok, err := b.Name(""); ok || err != nil {
		t.Errorf("no folder: %t, %v", ok, err)
	}
	text := mustMake(t, b, "desk")
	for _, other := range []string{"", text + "x", text[1:], strings.ToUpper(text), "desk"} {
		if name, ok, err := b.Name(other); ok || err != nil {
			t.Errorf("%q is let in as %q, %v", other, name, err)
		}
	}
	for name, want := range map[string]bool{"desk": true, "": true, "other": false} {
		if has, err := b.Has(name); has != want || err != nil {
			t.Errorf("Has(%q) = %t, %v", name, has, err)
		}
	}
}

func TestNamesAreThoseOfFilesAndEachIsGivenOnce(t *testing.T) {
	b, _ := box(t)
	for _, name := range []string{"", "../x", "a/b", ".x", "A", "ä", "-x", strings.Repeat("a", 65)} {
		if _, err := b.Make(name); err == nil || errors.Is(err, ErrExists) {
			t.Errorf("Make(%q): %v", name, err)
		}
		if err := b.Revoke(name); err == nil || errors.Is(err, ErrNone) {
			t.Errorf("Revoke(%q): %v", name, err)
		}
	}
	first := mustMake(t, b, "desk")
	if _, err := b.Make("desk"); !errors.Is(err, ErrExists) {
		t.Errorf("made twice: %v", err)
	}
	if _, ok, _ := b.Name(first); !ok {
		t.Error("the first was lost")
	}
}

func TestADamagedTokenIsSaidAndNotPassedOver(t *testing.T) {
	for _, content := range []string{"", "sha256:12", "md5:00", "sha256:" + strings.Repeat("z", 64)} {
		b, _ := box(t)
		mustMake(t, b, "desk")
		if err := os.WriteFile(filepath.Join(b.dir, "bad"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.List(); err == nil || !strings.Contains(err.Error(), "bad") {
			t.Errorf("%q: List: %v", content, err)
		}
		b.forget()
		if _, _, err := b.Name("x"); err == nil {
			t.Errorf("%q: Name says nothing", content)
		}
	}
	b := At(filepath.Join(t.TempDir(), "file"), time.Now)
	if err := os.WriteFile(b.dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Make("desk"); err == nil {
		t.Error("a token was made in a file")
	}
	if _, err := b.List(); err == nil {
		t.Error("a file has tokens")
	}
}

func TestTokensLieBesideTheSettings(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"XDG_CONFIG_HOME": "/x", "HOME": "/h"}, "/x/readout/tokens"},
		{map[string]string{"HOME": "/h"}, "/h/.config/readout/tokens"},
		{map[string]string{"APPDATA": "/a"}, "/a/readout/tokens"},
		{nil, ""},
	} {
		got, err := Folder(func(name string) string { return c.env[name] })
		if filepath.ToSlash(got) != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%v: %q, %v, want %q", c.env, got, err, c.want)
		}
	}
}
