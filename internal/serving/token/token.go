// Package token keeps the tokens by which programs and people are let in.
//
// A token is 256 bits of chance, written as 43 letters behind "rdo_". It is shown
// once, when it is made; what is kept is its SHA-256, in one file for each token:
// its folder lists the tokens, removing the file revokes one. So two programs may
// make and revoke at the same time, and a server that runs sees it.
//
// A file of the folder holds one line:
//
//	sha256:64 HEX DIGITS
//
// and is named as the token is. Its time is when the token was made.
//
// A [Box] is for many goroutines. What it knows is at most [Stale] old.
//
// Tokens are no passwords: 256 bits cannot be guessed, so that neither a slow
// hash nor a limit on tries adds anything.
package token

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Stale is how long a revoked token may still be let in.
const Stale = 500 * time.Millisecond

// prefix tells the tokens of this program from other secrets, for those who look
// for secrets in what is about to be published.
const prefix = "rdo_"

// Errors of [Box.Make] and [Box.Revoke].
var (
	ErrExists = errors.New("there is a token of that name; revoke it first or take another name")
	ErrNone   = errors.New("there is no such token")
)

// A Box is a folder of tokens.
type Box struct {
	dir string
	now func() time.Time

	mu    sync.Mutex
	known []kept
	read  time.Time // when known was read; zero before
	err   error     // of reading
}

// A Token is what is known of a token, which is not the token.
type Token struct {
	Name string
	Made time.Time
}

type kept struct {
	Token
	sum [sha256.Size]byte
}

// At returns the tokens in a folder, which need not be there.
func At(dir string, now func() time.Time) *Box { return &Box{dir: dir, now: now} }

// Folder returns where tokens lie by default: beside the settings of the user.
func Folder(getenv func(string) string) (string, error) {
	for _, home := range []struct{ variable, below string }{
		{"XDG_CONFIG_HOME", ""},
		{"HOME", ".config"},
		{"APPDATA", ""},
	} {
		if dir := getenv(home.variable); dir != "" {
			return filepath.Join(dir, home.below, "readout", "tokens"), nil
		}
	}
	return "", errors.New("no folder for tokens: HOME is not set; name one with --tokens")
}

// goodName is what a token may be called: the name of a file on any system.
var goodName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

func checkName(name string) error {
	if !goodName.MatchString(name) {
		return fmt.Errorf("token %q: want a name of small letters, digits, - and _, at most 64", name)
	}
	return nil
}

// Make makes a token and returns it. Only its hash is kept. The error is
// [ErrExists] when one has that name.
func (b *Box) Make(name string) (string, error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	secret := make([]byte, sha256.Size)
	rand.Read(secret) // never fails
	text := prefix + base64.RawURLEncoding.EncodeToString(secret)
	if err := os.MkdirAll(b.dir, 0o700); err != nil {
		return "", fmt.Errorf("token %s: %w", name, err)
	}
	if err := b.write(name, sha256.Sum256([]byte(text))); err != nil {
		return "", fmt.Errorf("token %s: %w", name, err)
	}
	b.forget()
	return text, nil
}

// write makes the file of a token whole: a reader sees all of it or none.
func (b *Box) write(name string, sum [sha256.Size]byte) error {
	f, err := os.CreateTemp(b.dir, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = fmt.Fprintf(f, "sha256:%x\n", sum)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	err = os.Link(f.Name(), filepath.Join(b.dir, name)) // refuses what is there
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	return err
}

// Revoke lets a token in no longer. The error is [ErrNone] when there is none of
// that name.
func (b *Box) Revoke(name string) error {
	if err := checkName(name); err != nil {
		return err
	}
	err := os.Remove(filepath.Join(b.dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNone
	}
	if err != nil {
		return fmt.Errorf("token %s: %w", name, err)
	}
	b.forget()
	return nil
}

// List returns the tokens by name.
func (b *Box) List() ([]Token, error) {
	all, err := b.load()
	if err != nil {
		return nil, err
	}
	list := make([]Token, len(all))
	for i, k := range all {
		list[i] = k.Token
	}
	return list, nil
}

// Name returns the name of a token, and false for what is none. How long that
// takes tells nothing about the tokens there are.
func (b *Box) Name(text string) (string, bool, error) {
	all, err := b.current()
	if err != nil {
		return "", false, err
	}
	sum := sha256.Sum256([]byte(text))
	name, found := "", 0
	for _, k := range all {
		if same := subtle.ConstantTimeCompare(k.sum[:], sum[:]); same == 1 {
			name, found = k.Token.Name, same
		}
	}
	return name, found == 1, nil
}

// Has says whether there is a token of a name, or any for "".
func (b *Box) Has(name string) (bool, error) {
	all, err := b.current()
	return err == nil && slices.ContainsFunc(all, func(k kept) bool {
		return name == "" || k.Token.Name == name
	}), err
}

// current returns the tokens as they were at most [Stale] ago.
func (b *Box) current() ([]kept, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if now := b.now(); b.read.IsZero() || now.Sub(b.read) >= Stale || now.Before(b.read) {
		b.known, b.err = b.load()
		b.read = now
	}
	return b.known, b.err
}

// forget has the next question read the folder.
func (b *Box) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.read = time.Time{}
}

// load reads the folder. What is no token there is a fault, since a token that is
// passed over would lock its owner out without a word.
func (b *Box) load() ([]kept, error) {
	files, err := os.ReadDir(b.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("tokens: %w", err)
	}
	var all []kept
	for _, f := range files { // by name
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		k, err := b.one(f.Name())
		if errors.Is(err, fs.ErrNotExist) {
			continue // revoked just now
		}
		if err != nil {
			return nil, fmt.Errorf("tokens: %w", err)
		}
		all = append(all, k)
	}
	return all, nil
}

func (b *Box) one(name string) (kept, error) {
	k := kept{Token: Token{Name: name}}
	path := filepath.Join(b.dir, name)
	data, err := os.ReadFile(path)
	if err != nil {
		return k, err
	}
	text, ok := strings.CutPrefix(strings.TrimSpace(string(data)), "sha256:")
	sum, err := hex.DecodeString(text)
	if !ok || err != nil || len(sum) != len(k.sum) {
		return k, fmt.Errorf("%s is no token: remove it, or make it again by readout config token", path)
	}
	copy(k.sum[:], sum)
	info, err := os.Stat(path)
	if err != nil {
		return k, err
	}
	k.Made = info.ModTime().UTC().Truncate(time.Second)
	return k, nil
}
