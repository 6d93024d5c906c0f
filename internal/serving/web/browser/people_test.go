package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// readsAndFilters goes from each page to what it leads to.
func readsAndFilters(b tab) {
	for _, s := range b.screens() {
		b.open(s.path)
		b.holds(s.path, shown(s.shows))
		b.holds(s.path, shown("h1, .problem h2"))
		b.holds(s.path, "document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 100")
	}

	b.open("/find")
	all := b.told("document.querySelectorAll('.row').length")
	b.mark()
	b.do(chromedp.SendKeys("#q", "speaker:rathke"+kb.Enter))
	b.turns()
	b.holds("a filter", "document.querySelectorAll('.row').length < "+all)
	b.want("a filter", "document.querySelector('.chips').innerText.trim()", "speaker:rathke ×")
	b.clicks(".row .go")
	b.holds("its card", shown(".card:target"))
	b.holds("its card", "document.querySelector('.card:target .who').innerText.includes('Rathke')")
	b.holds("its card is in view", inView(".card:target"))
	b.clicks(".card:target .speaker")
	b.want("the speaker", "document.querySelector('h1').innerText", "Jeff Rathke")

	for _, to := range []struct{ path, click, shows string }{
		{"/find", ".facet li a", ".facet a[aria-current]"},
		{"/find", ".row a.speaker", ".portrait h1"},
		{"/find?kind=entities", ".row .go", ".portrait h1"},
		{"/find?q=act:comit", ".problem a", ".row"},
		{"/find?q=nothingofthekind", ".chips a", ".row"},
		{"/timeline", ".tabs a:last-child", ".day .row"},
		{"/due", ".tabs a:nth-child(2)", ".tabs a[aria-current]:nth-child(2)"},
		{"/sources", ".ranking a", ".row"},
		{"/help", ".filters a", "main"},
		{"/entities/person/jeff%20rathke", ".counts a", ".row"},
	} {
		b.open(to.path)
		b.clicks(to.click)
		b.holds(to.path+" "+to.click, shown(to.shows))
	}
}

// inView is an expression that holds when what a selector finds is on the screen.
func inView(selector string) string {
	return "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('" + selector + "').getBoundingClientRect())"
}

// usesKeys has no mouse.
func usesKeys(b tab) {
	for _, s := range b.screens() {
		b.open(s.path)
		b.types(kb.Tab)
		b.want(s.path, "document.activeElement.className", "skip")
		b.holds(s.path, inView(".skip"))
		b.holds(s.path, seen)
		for range 12 {
			b.types(kb.Tab)
			b.holds(s.path, seen)
		}
	}

	b.open("/find?q=speaker:rathke")
	b.types("j")
	b.want("j", "document.querySelectorAll('.row.here').length", "1")
	b.mark()
	b.types("a")
	b.turns()
	b.want("a", "document.querySelector('.row .review').innerText", "accepted")
	b.mark()
	b.types("z")
	b.turns()
	b.want("z", "document.querySelectorAll('.row .review').length", "0")
	b.types("j", "c")
	b.holds("c", shown(".row.here .quote .citation"))
	b.holds("c", "document.querySelector('.row.here .citation').innerText.includes('Rathke')")
	b.types("?")
	b.holds("?", shown("#keys"))
	b.types(kb.Escape)
	b.want("Escape", shown("#keys"), "false")
	b.mark()
	b.types("j", kb.Enter)
	b.turns()
	b.holds("Enter", shown(".card:target"))
	b.types("/")
	b.want("/", "document.activeElement.id", "q")
	b.types(kb.Escape)
	for key, path := range map[string]string{
		"f": "/find", "t": "/timeline", "d": "/due", "s": "/sources", "n": "/add", "h": "/help",
	} {
		b.mark()
		b.types("g", key)
		b.turns()
		b.want("g "+key, "location.pathname", path)
	}
}

// seen holds when what has the focus is seen, and is seen to have it.
const seen = `(e => e === document.body || e.checkVisibility({visibilityProperty: true, opacityProperty: true}) &&
	(getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).borderColor !== "rgb(0, 0, 0)"))(document.activeElement)`

// needsNoScript has switched scripts off.
func needsNoScript(b tab) {
	b.do(emulation.SetScriptExecutionDisabled(true))
	for _, s := range b.screens() {
		b.open(s.path)
		b.holds(s.path, shown(s.shows))
		b.want(s.path, "document.querySelectorAll('.copy').length", "0")
	}
	b.open("/find")
	b.do(chromedp.SendKeys("#q", "speaker:rathke governments"+kb.Enter), chromedp.WaitVisible(".chips"))
	b.want("a filter", "document.querySelectorAll('.chips a').length", "2")
	b.do(chromedp.Click(".row .decide button[value=rejected]"), chromedp.WaitVisible(".did"))
	b.want("a decision", "document.querySelector('.row .review').innerText", "rejected")
	b.do(chromedp.Click(".did button"), chromedp.WaitNotPresent(".did"))
	b.want("undone", "document.querySelectorAll('.row .review').length", "0")

	b.open("/add")
	b.do(chromedp.SendKeys("#text", "“It will rain on the harbour tomorrow,” Mayor Ann Lee said on Monday."),
		chromedp.SendKeys("#title", "Rain"), chromedp.SendKeys("#date", "2024-03-05"),
		chromedp.Click(".send button"), chromedp.WaitVisible(".document"))
	b.holds("an article", "document.querySelector('.card .who').innerText.includes('Ann Lee')")
}

// prints puts pages on paper.
func prints(b tab) {
	b.do(media("print", "dark"))
	for _, s := range b.screens() {
		b.open(s.path)
		b.want(s.path, "getComputedStyle(document.documentElement).backgroundColor", "rgb(255, 255, 255)")
		for _, hidden := range []string{".top", ".foot", ".decide", ".facets", ".card", "dialog"} {
			b.want(s.path+" "+hidden, shown(hidden), "false")
		}
		b.holds(s.path, "document.querySelector('main').innerText.trim().length > 40")
	}

	b.open(b.article)
	b.holds("footnotes", shown(".notes ol li"))
	footnotes := "[...document.querySelectorAll('.notes ol li')]"
	b.holds("numbers", footnotes+".every(l => "+
		"[...document.querySelectorAll('.text .ref')].some(r => r.innerText.trim().split(' ')[0] === String(l.value)))")
	notes := strings.Split(b.told(footnotes+".map(l => l.value + '. ' + l.innerText).join('\\n')"), "\n")
	var pdf []byte
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		var err error
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	}))
	text, ok := b.extracted(pdf)
	if !ok {
		b.t.Log("pdftotext of poppler is not here: the layout for paper was looked at instead of the paper")
		return
	}
	for _, note := range notes {
		if !strings.Contains(text, squeezed(note)) {
			b.t.Errorf("on paper there is no footnote %q", note)
		}
	}
}

// extracted returns the text of a PDF without its blanks.
func (b tab) extracted(pdf []byte) (string, bool) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", false
	}
	path := filepath.Join(b.t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		b.t.Fatal(err)
	}
	out, err := exec.Command(tool, "-layout", path, "-").Output()
	if err != nil {
		b.t.Fatal(err)
	}
	return squeezed(string(out)), true
}

// squeezed drops blanks, which lines and kerning put in anywhere.
func squeezed(s string) string {
	return strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi").Replace(strings.Join(strings.Fields(s), ""))
}

// holdsAPhone has a screen 390 pixels wide and no mouse.
func holdsAPhone(b tab) {
	b.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch))
	for _, s := range b.screens() {
		b.open(s.path)
		b.holds(s.path, shown(s.shows))
		b.want(s.path, "innerWidth", "390")
		b.holds(s.path, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
		b.want(s.path, tooWide, "")
		b.want(s.path, tooSmall, "")
	}
}

// tooWide names what is cut off at the right and cannot be scrolled to.
const tooWide = `[...document.querySelectorAll("main *")].filter(e => e.checkVisibility() &&
	!e.closest(".wide, .drawing, svg, .hidden") && e.getBoundingClientRect().right > innerWidth + 1)
	.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join()`

// tooSmall names buttons that a finger does not hit.
const tooSmall = `[...document.querySelectorAll("button, .facet a")].filter(e => e.checkVisibility() &&
	(e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))
	.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join()`

// sitsInTheDark prefers dark pages.
func sitsInTheDark(b tab) {
	for scheme, paper := range map[string]string{"dark": "rgb(22, 21, 19)", "light": "rgb(252, 251, 248)"} {
		b.do(media("screen", scheme))
		for _, s := range b.screens() {
			b.open(s.path)
			b.want(scheme+" "+s.path, "getComputedStyle(document.documentElement).backgroundColor", paper)
			b.want(scheme+" "+s.path, faint, "")
		}
	}
}

// faint names words whose colour stands out from the paper by less than 4.5:1.
const faint = `(() => {
	const parts = c => c.match(/[\d.]+/g).map(Number);
	const light = c => { const [r, g, b] = parts(c).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b; };
	const paper = light(getComputedStyle(document.documentElement).backgroundColor);
	const own = e => parts(getComputedStyle(e).backgroundColor)[3] === 0;
	return [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && own(e) && !e.closest(".send, svg, .hidden") &&
		[...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).filter(e => {
		const words = light(getComputedStyle(e).color);
		return (Math.max(words, paper) + .05) / (Math.min(words, paper) + .05) < 4.5;
	}).slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(); })()`

// meetsNoBarrier has axe look for what keeps people out.
func meetsNoBarrier(b tab) {
	axe, err := os.ReadFile(os.Getenv("READOUT_AXE"))
	if err != nil {
		b.t.Skip("needs axe.min.js of the npm package axe-core, named by READOUT_AXE")
	}
	for _, s := range b.screens() {
		b.open(s.path)
		var found []string
		b.do(chromedp.Evaluate(string(axe)+";0", nil), chromedp.Evaluate(barriers, &found, awaited))
		for _, f := range found {
			b.t.Errorf("%s: %s", s.path, f)
		}
	}
}

// barriers are what axe finds serious or critical.
const barriers = `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r => r.violations
	.filter(v => v.impact === "serious" || v.impact === "critical")
	.map(v => v.id + ": " + v.nodes[0].html.slice(0, 160)))`
