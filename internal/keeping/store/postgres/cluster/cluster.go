// Package cluster runs a PostgreSQL server for tests: private to the program that
// starts it, on a Unix socket alone, in a folder that is deleted at the end. What
// is written is not synced, so that a test is fast and a crash of the machine
// costs what nobody needs.
//
// It needs the binaries initdb and postgres. Where there are none the tests skip;
// CI installs them.
package cluster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrNone is why tests skip.
var ErrNone = errors.New("needs PostgreSQL's server binaries")

// patience is how long the server may take to start: thirty times what it takes
// on an idle machine.
const patience = 60 * time.Second

// A Cluster is one server for all tests of a program; it starts when the first
// database is asked for. The zero value is ready.
type Cluster struct {
	once   sync.Once
	err    error
	dir    string
	holder io.Closer // the server ends when this is closed, also by our own end
	server *exec.Cmd

	mu        sync.Mutex
	databases int
}

// Database makes an empty database and returns its address. The collation of it
// is English, so that a test fails where something relies on that of the
// machine.
func (c *Cluster) Database(ctx context.Context) (string, error) {
	name, err := c.Name()
	if err != nil {
		return "", err
	}
	conn, err := pgx.Connect(ctx, c.address("postgres"))
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	sql := "CREATE DATABASE " + name +
		" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'"
	if _, err := conn.Exec(ctx, sql); err != nil {
		return "", err
	}
	return c.address(name), nil
}

// Name starts the server and returns a name that no database of it has yet.
func (c *Cluster) Name() (string, error) {
	c.once.Do(func() { c.err = c.start() })
	c.mu.Lock()
	defer c.mu.Unlock()
	c.databases++
	return "test" + strconv.Itoa(c.databases), c.err
}

func (c *Cluster) address(database string) string {
	u := url.URL{Scheme: "postgres", User: url.User("postgres"), Path: "/" + database}
	u.RawQuery = url.Values{"host": {c.dir}}.Encode()
	return u.String()
}

func (c *Cluster) start() error {
	bin, err := binaries()
	if err != nil {
		return err
	}
	if c.dir, err = os.MkdirTemp("", "pg"); err != nil {
		return err
	}
	as, err := c.owner()
	if err != nil {
		return err
	}
	data := filepath.Join(c.dir, "data")
	initdb := append(as, filepath.Join(bin, "initdb"), "--pgdata", data, "--username", "postgres",
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	out, err := exec.CommandContext(context.Background(), initdb[0], initdb[1:]...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return c.serve(append(as, "sh", "-c", `"$@" & server=$!; cat; kill -INT $server; wait $server`,
		"sh", filepath.Join(bin, "postgres"), "-D", data, "-k", c.dir, "-c", "listen_addresses=",
		"-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=100"))
}

// owner gives the folder to whom the server runs as, which must not be root, and
// returns the words that run a program so.
func (c *Cluster) owner() ([]string, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, _ := strconv.Atoi(u.Uid) // numbers on Unix
	gid, _ := strconv.Atoi(u.Gid)
	return []string{"setpriv", "--reuid", u.Uid, "--regid", u.Gid, "--clear-groups"},
		os.Chown(c.dir, uid, gid)
}

// serve starts the server and waits until it answers.
func (c *Cluster) serve(command []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var log strings.Builder
	c.server = exec.CommandContext(context.Background(), command[0], command[1:]...)
	c.server.Dir, c.server.Stderr, c.server.Stdout = c.dir, &log, &log
	var err error
	if c.holder, err = c.server.StdinPipe(); err != nil {
		return err
	}
	if err = c.server.Start(); err != nil {
		return err
	}
	for {
		conn, err := pgx.Connect(ctx, c.address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("postgres does not answer: %w", err), c.Stop())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Stop ends the server, if it runs, and deletes its folder.
func (c *Cluster) Stop() error {
	if c.server == nil {
		return nil
	}
	err := c.holder.Close()
	if waited := c.server.Wait(); waited != nil {
		err = errors.Join(err, fmt.Errorf("postgres: %w", waited))
	}
	return errors.Join(err, os.RemoveAll(c.dir))
}

// binaries returns the folder of initdb and postgres: that of the path, else where
// Debian puts them.
func binaries() (string, error) {
	var found []string
	if path, err := exec.LookPath("initdb"); err == nil {
		found = append(found, path)
	}
	debian, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	for _, path := range append(found, debian...) {
		dir := filepath.Dir(path)
		if _, err := exec.LookPath(filepath.Join(dir, "postgres")); err == nil {
			return dir, nil
		}
	}
	return "", ErrNone
}
