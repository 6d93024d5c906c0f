// Package browser tries the pages in a browser, on the program as it is built:
// read, filter, by keys alone, without JavaScript, on paper, on a phone, in the
// dark, and for those who do not see them.
//
// It is a module of its own, so that what drives a browser is no dependency of the
// program. It skips without chromium. READOUT_AXE is the path of axe.min.js of the
// npm package axe-core, by which barriers are looked for; READOUT that of the
// program, which is built otherwise.
package browser

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step may take on a busy machine.
const patience = 60 * time.Second

// A tab is one page of the browser, at the pages that readout serves.
type tab struct {
	t       *testing.T
	address string
	ctx     context.Context
	article string // where a document with statements is
}

// TestPages opens the articles of the repository once, and goes through them as
// different people do, each in a tab of their own.
func TestPages(t *testing.T) {
	chromium := chromium(t)
	address := serve(t)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.WindowSize(1280, 900),
		chromedp.WSURLReadTimeout(patience))
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	browser, end := chromedp.NewContext(allocator)
	t.Cleanup(end)
	if err := chromedp.Run(browser); err != nil { // it lives as long as this context
		t.Fatal(err)
	}
	first := tab{t: t, address: address, ctx: browser}
	first.open("/find?q=speaker:rathke")
	article := strings.Split(first.told("document.querySelector('.row .go').getAttribute('href')"), "#")[0]
	for _, c := range []struct {
		name string
		try  func(tab)
	}{
		{"Reader", readsAndFilters},
		{"Keys", usesKeys},
		{"NoScript", needsNoScript},
		{"Paper", prints},
		{"Phone", holdsAPhone},
		{"Dark", sitsInTheDark},
		{"Barriers", meetsNoBarrier},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, end := chromedp.NewContext(browser)
			t.Cleanup(end)
			if err := chromedp.Run(ctx); err != nil { // likewise the tab
				t.Fatal(err)
			}
			c.try(tab{t, address, ctx, article})
		})
	}
}

// chromium returns the path of a browser.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("needs the browser chromium")
	return ""
}

// serve starts readout over the articles, and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	program := os.Getenv("READOUT")
	if program == "" {
		program = filepath.Join(t.TempDir(), "readout")
		build := exec.Command("go", "build", "-o", program, "./cmd/readout")
		build.Dir = "../../../.."
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	serve := exec.Command(program, "serve", "-q", "--listen", "127.0.0.1:0",
		"testdata/articles/asylum-seekers-indonesia.txt", "testdata/articles/north-korea-quasi-war.txt",
		"testdata/articles/uk-asylum-questionnaire.txt")
	serve.Dir, serve.Stderr = "../../../..", os.Stderr
	stdout, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = serve.Process.Kill(); _ = serve.Wait() })
	address, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(strings.TrimSpace(address), "/")
}

// do runs steps in the browser.
func (b tab) do(steps ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// open opens a page.
func (b tab) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.address+path), chromedp.WaitReady("main"))
}

// types sends keys one after the other.
func (b tab) types(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// clicks clicks on what a selector finds first and waits for the next page.
func (b tab) clicks(selector string) {
	b.t.Helper()
	b.mark()
	b.do(chromedp.Click(selector))
	b.turns()
}

// mark and turns, around what leads to another page, wait until it has come.
func (b tab) mark() { b.do(chromedp.Evaluate("window.left = true; 0", nil)) }

func (b tab) turns() {
	b.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		var there bool // an error is that of a page that is just going
		if chromedp.Run(b.ctx, chromedp.Evaluate("!window.left && document.readyState === 'complete'", &there)) == nil && there {
			return
		}
	}
	b.t.Fatal("no other page came")
}

// told returns what an expression of the page is, as text.
func (b tab) told(expression string) string {
	b.t.Helper()
	var out string
	b.do(chromedp.Evaluate("String("+expression+")", &out))
	return out
}

// want holds an expression of the page.
func (b tab) want(where, expression, want string) {
	b.t.Helper()
	if got := b.told(expression); got != want {
		b.t.Errorf("%s: %s is %q, want %q", where, expression, got, want)
	}
}

// holds holds that an expression of the page is true.
func (b tab) holds(where, expression string) {
	b.t.Helper()
	b.want(where, expression, "true")
}

// media has the page shown on a medium and in a scheme of colours.
func media(medium, scheme string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithMedia(medium).WithFeatures(
		[]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}})
}

// awaited waits for what an expression promises.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// A screen is one of the pages, and what shows that it is there.
type screen struct{ path, shows string }

// screens are all pages with something on them.
func (b tab) screens() []screen {
	return []screen{
		{"/find", ".row .said"},
		{"/find?kind=events", ".row .type"},
		{"/find?kind=documents", ".row .said"},
		{"/find?kind=entities", ".row .said"},
		{"/find?kind=citations", ".row .said"},
		{"/find?q=speaker:rathke+governments", ".chips a"},
		{"/find?q=nothingofthekind", ".nothing"},
		{"/find?q=act:comit", ".problem"},
		{b.article, ".card .who"},
		{"/entities/person/jeff%20rathke", ".portrait .row"},
		{"/timeline", ".day .row"},
		{"/due", ".dues .row"},
		{"/sources", ".ranking td"},
		{"/help", ".filters th"},
		{"/add", "#text"},
		{"/nowhere", ".problem"},
	}
}

// shown is an expression that holds when what a selector finds is seen.
func shown(selector string) string {
	return fmt.Sprintf("[...document.querySelectorAll(%q)].some(e => e.checkVisibility({visibilityProperty: true}))", selector)
}
