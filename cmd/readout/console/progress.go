package console

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Progress shows on stderr how many documents are done. The zero value shows
// nothing. What is said passes above it.
type Progress struct {
	bars         *mpb.Progress
	bar          *mpb.Bar
	plain        io.Writer
	saying       sync.Mutex
	read, failed atomic.Int64
	began        time.Time
	also         atomic.Pointer[string]

	Also func() string // what else is said behind each step; may be nil
}

// NewProgress starts a display on a terminal, of as many documents as total says
// where that is known, or where there is none only passes on what is said.
func NewProgress(w io.Writer, wanted bool, total int64, known bool) *Progress {
	p := &Progress{plain: w}
	if wanted && IsTerminal(w) && (!known || total > 1) {
		p.show(w, total, known)
	}
	return p
}

// show starts the display: a bar when the total is known, else a count. A bar
// that starts with a total would end itself, and what is said after that would
// be lost.
func (p *Progress) show(w io.Writer, total int64, known bool, options ...mpb.ContainerOption) {
	p.began = time.Now()
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
func (p *Progress) said(total int64, known bool) string {
	words := []string{fmt.Sprintf(" %d read", p.read.Load())}
	if known {
		words[0] = fmt.Sprintf(" %d of %d read", p.read.Load(), total)
	}
	if also := p.also.Load(); also != nil {
		words = append(words, *also)
	}
	if failed := p.failed.Load(); failed > 0 {
		words = append(words, fmt.Sprintf("%d failed", failed))
	}
	if took := time.Since(p.began); !p.began.IsZero() && took > time.Second {
		words = append(words, fmt.Sprintf("%.1f/s", float64(p.read.Load())/took.Seconds()))
	}
	return strings.Join(words, ", ")
}

// Step counts one document.
func (p *Progress) Step(failed bool) {
	if failed {
		p.failed.Add(1)
	}
	p.read.Add(1)
	if p.Also != nil {
		also := p.Also()
		p.also.Store(&also)
	}
	if p.bar != nil {
		p.bar.Increment()
	}
}

// Say writes a line for people. It may be called on any goroutine.
func (p *Progress) Say(err error) {
	p.saying.Lock()
	defer p.saying.Unlock()
	if p.bars != nil {
		Complain(p.bars, err)
		return
	}
	Complain(p.plain, err)
}

// Done takes the display away, after the last drawing has carried out what was
// said.
func (p *Progress) Done() {
	if p.bars == nil {
		return
	}
	p.bar.Abort(true)
	p.bars.Wait()
}
