// Package host has the verbs by which others are let at the database: serve, over
// HTTP; mcp, for language models; and config, which shows the settings and makes the
// tokens that serve asks for.
//
// It knows nothing of how records are read: what it needs of that is in a [House].
package host

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/store"
	"readout/internal/serving/mcp"
	"readout/internal/serving/server"
	"readout/internal/serving/token"
)

// A House is what the verbs need of the rest of the program.
type House struct {
	Version string

	// Fill reads inputs into a store, saying on stderr how far it is.
	Fill func(ctx context.Context, inputs []string, quiet bool, into store.Store) error

	// Mount returns what is served at /api/ and at /, nil where there is nothing.
	Mount func(kept store.Store, log *slog.Logger) (api, web http.Handler, err error)
}

// tokens is the flag of verbs that know tokens.
type tokens struct {
	Tokens string `setting:"" placeholder:"DIR" help:"The folder of tokens; the default is readout/tokens beside the settings."`
}

// box returns the tokens.
func (t tokens) box(e console.Env) (*token.Box, error) {
	dir, err := t.Tokens, error(nil)
	if dir == "" {
		dir, err = token.Folder(e.Getenv)
	}
	return token.At(dir, e.Now), err
}

// Serve serves over HTTP.
type Serve struct {
	Files []string `arg:"" optional:"" name:"input" placeholder:"FILE|URL|DIR|-" help:"Read these into a database that is deleted at the end, and serve it."`

	Listen   string   `setting:"" placeholder:"ADDR" help:"Host and port to listen on; the default is 127.0.0.1:8787, or the next port that is free."`
	Host     []string `setting:"" placeholder:"NAME,..." help:"Names by which the server is asked, besides those of this machine itself."`
	Insecure bool     `help:"Ask nobody for a token, whoever can reach the address."`
	tokens

	Rate    int    `default:"500" setting:"" placeholder:"N" help:"Requests a second that one client may make."`
	Log     string `enum:"text,json" default:"text" setting:"" placeholder:"text|json" help:"How requests are logged on stderr."`
	Quiet   bool   `short:"q" xor:"loud" help:"Log no requests, only what is wrong."`
	Verbose bool   `short:"v" xor:"loud" help:"Log paths and queries too, which tell what people look for."`
	desk.Database
}

// Help says what is served.
func (Serve) Help() string {
	return "Serves the database over HTTP: pages for people, /api/v1 for programs, /mcp for " +
		"language models, and /healthz, /readyz and /metrics for those who run it. The address " +
		"is printed on stdout. It is for this machine alone unless another address is named; " +
		"that needs a token (see config), or --insecure. Where there is a token everybody is " +
		"asked for one. An interrupt lets what is under way come to its end, a second one does not."
}

// Run serves until it is interrupted.
func (v Serve) Run(ctx context.Context, e console.Env, house House) error {
	box, err := v.box(e)
	if err != nil {
		return err
	}
	if v.Rate < 1 {
		return fmt.Errorf("--rate %d: want at least 1 request a second", v.Rate)
	}
	if err := v.mayListen(box); err != nil {
		return err
	}
	kept, done, err := v.open(ctx, e, house)
	if err != nil {
		return err
	}
	return cmp.Or(v.serve(ctx, e, house, kept), done())
}

// open opens the database, or makes one of what is named. What it returns closes it.
func (v Serve) open(ctx context.Context, e console.Env, house House) (store.Store, func() error, error) {
	if len(v.Files) == 0 {
		kept, err := v.OpenStore(ctx, e)
		if err != nil {
			return nil, nil, fmt.Errorf("%w; or name files to serve", err)
		}
		return kept, kept.Close, nil
	}
	dir, err := os.MkdirTemp("", "readout-")
	if err != nil {
		return nil, nil, fmt.Errorf("a database for what is named: %w", err)
	}
	kept, err := desk.Database{DB: filepath.Join(dir, "readout.db")}.CreateStore(ctx, e)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	done := func() error { return errors.Join(kept.Close(), os.RemoveAll(dir)) }
	err = house.Fill(ctx, v.Files, v.Quiet, kept)
	if err != nil && !errors.Is(err, console.ErrSome) { // what cannot be read was said
		return nil, nil, errors.Join(err, done())
	}
	return kept, done, nil
}

// serve serves a database.
func (v Serve) serve(ctx context.Context, e console.Env, house House, kept store.Store) error {
	log := v.logger(e.Stderr)
	api, web, err := house.Mount(kept, log)
	if err != nil {
		return err
	}
	opt := server.Options{
		API: api, Web: web,
		MCP: mcp.Handler(mcp.New(kept, mcp.Options{
			Version: house.Version, Today: e.Today, Log: log,
		})),
		Hosts: v.Host, Locked: !isOwn(v.Listen), Log: log, Verbose: v.Verbose, Rate: float64(v.Rate),
		Stats: kept.Stats, Ready: ready(kept), Now: e.Now,
	}
	if !v.Insecure {
		if opt.Tokens, err = v.box(e); err != nil {
			return err
		}
	}
	l, err := listen(ctx, v.Listen)
	if err != nil {
		return err
	}
	if host, _, err := net.SplitHostPort(v.Listen); err == nil && host != "" {
		opt.Hosts = append(opt.Hosts, host)
	}
	if _, err := fmt.Fprintln(e.Stdout, v.address(l.Addr())); err != nil {
		return errors.Join(err, l.Close())
	}
	now, finish := second(ctx)
	defer finish()
	defer working(ctx, api)()
	return server.New(opt).Serve(ctx, l, now)
}

// working has a handler do the work that it has promised, if it does any, until what it
// returns is called.
func working(ctx context.Context, h http.Handler) (stop func()) {
	w, ok := h.(interface{ Work(ctx context.Context) })
	if !ok {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.Work(ctx)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// ready returns what asks the store for something that it answers at once.
func ready(kept store.Reader) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := kept.Record(ctx, "ready")
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		return err
	}
}

func (v Serve) logger(stderr io.Writer) *slog.Logger {
	opt := &slog.HandlerOptions{Level: slog.LevelInfo}
	if v.Quiet {
		opt.Level = slog.LevelWarn
	}
	if v.Log == "json" {
		return slog.New(slog.NewJSONHandler(stderr, opt))
	}
	return slog.New(slog.NewTextHandler(stderr, opt))
}

// mayListen refuses to let others in whom nobody asks who they are.
func (v Serve) mayListen(box *token.Box) error {
	if _, _, err := net.SplitHostPort(v.Listen); v.Listen != "" && err != nil {
		return unlistened(v.Listen, err)
	}
	if v.Insecure || isOwn(v.Listen) {
		return nil
	}
	has, err := box.Has("")
	if err == nil && !has {
		err = fmt.Errorf("listen on %s: whoever reaches it could read the database; make a token "+
			"with readout config token NAME, or say --insecure", v.Listen)
	}
	return err
}

// isOwn says whether an address is reached from this machine alone.
func isOwn(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if listen == "" || err == nil && host == "localhost" {
		return true
	}
	at, err := netip.ParseAddr(host)
	return err == nil && at.IsLoopback()
}

// Where it listens when nothing is said.
const (
	usualPort = 8787
	morePorts = 20
)

// listen listens on an address, or on the first free one of the usual ports.
func listen(ctx context.Context, address string) (net.Listener, error) {
	var config net.ListenConfig
	if address != "" {
		l, err := config.Listen(ctx, "tcp", address)
		if err != nil {
			return nil, unlistened(address, err)
		}
		return l, nil
	}
	for port := usualPort; ; port++ {
		l, err := config.Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil || port == usualPort+morePorts || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
	}
}

func unlistened(address string, err error) error {
	return fmt.Errorf("--listen %s: %w; name host and port, such as 127.0.0.1:8788", address, err)
}

// address returns where the server is reached, for people.
func (v Serve) address(at net.Addr) string {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return at.String()
	}
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsUnspecified() {
		host = "localhost"
		if len(v.Host) > 0 {
			host = v.Host[0]
		}
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// second returns what is closed by the second interrupt: the first ends ctx.
func second(ctx context.Context) (now chan struct{}, finish func()) {
	now, over := make(chan struct{}), make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
		case <-over:
			return
		}
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		defer signal.Stop(signals)
		select {
		case <-signals:
			close(now)
		case <-over:
		}
	}()
	return now, func() { close(over) }
}
