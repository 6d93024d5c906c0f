package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows on stderr how many documents are done. The zero value shows
// nothing. What is said passes above it.
type progress struct {
	bars         *mpb.Progress
	bar          *mpb.Bar
	plain        io.Writer
	saying       sync.Mutex
	read, failed atomic.Int64
}

// newProgress starts a display when stderr is a terminal that is not shared with
// the data, and there is more than one document to read.
func newProgress(e env, v intake, shared bool) *progress {
	p := &progress{plain: e.stderr}
	total, known := v.total()
	if v.Quiet || v.NoProgress || known && total < 2 || !isTerminal(e.stderr) || shared {
		return p
	}
	p.show(e.stderr, total, known)
	return p
}

// show starts the display: a bar when the total is known, else a count. A bar
// that starts with a total would end itself, and what is said after that would
// be lost.
func (p *progress) show(w io.Writer, total int64, known bool, options ...mpb.ContainerOption) {
	p.bars = mpb.New(append(options, mpb.WithOutput(w), mpb.WithWidth(barWidth))...)
	said := mpb.AppendDecorators(decor.Any(func(decor.Statistics) string {
		return p.said(total, known)
	}))
	if !known {
		p.bar = p.bars.New(0, mpb.NopStyle(), said, mpb.BarRemoveOnComplete())
		return
	}
	style := mpb.BarStyle().Lbound("").Rbound("").Filler("━").Tip("━").Padding(" ")
	p.bar = p.bars.New(0, style, said, mpb.BarRemoveOnComplete())
	p.bar.SetTotal(total, false)
}

// barWidth is how many columns the bar takes, a quarter of a usual terminal.
const barWidth = 20

// said puts the state into words.
func (p *progress) said(total int64, known bool) string {
	words := []string{fmt.Sprintf(" %d read", p.read.Load())}
	if known {
		words[0] = fmt.Sprintf(" %d of %d read", p.read.Load(), total)
	}
	if failed := p.failed.Load(); failed > 0 {
		words = append(words, fmt.Sprintf("%d failed", failed))
	}
	return strings.Join(words, ", ")
}

// total returns how many documents there are, when that can be told from the
// command line alone.
func (v intake) total() (int64, bool) {
	if v.FilesFrom != "" {
		return 0, false
	}
	for _, name := range v.Inputs {
		info, err := os.Stat(name)
		if hasRecordsEnding(name) || err == nil && info.IsDir() {
			return 0, false
		}
	}
	return int64(len(v.Inputs)), true
}

// step counts one document.
func (p *progress) step(failed bool) {
	if failed {
		p.failed.Add(1)
	}
	p.read.Add(1)
	if p.bar != nil {
		p.bar.Increment()
	}
}

// say writes a line for people. It may be called on any goroutine.
func (p *progress) say(err error) {
	p.saying.Lock()
	defer p.saying.Unlock()
	if p.bars != nil {
		complain(p.bars, err)
		return
	}
	complain(p.plain, err)
}

// done takes the display away, after the last drawing has carried out what was
// said.
func (p *progress) done() {
	if p.bars == nil {
		return
	}
	p.bar.Abort(true)
	p.bars.Wait()
}
