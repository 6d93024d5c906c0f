package watch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
)

// hostsAtOnce is how many hosts are asked at a time. A feed is done with after 30
// seconds, so that no number of slow ones holds up the others for longer.
const hostsAtOnce = 32

// The shortest and the longest time until the feeds are looked through again, so
// that one that was added meanwhile is seen.
const (
	shortest = time.Second
	lookUp   = time.Minute
)

// A round is one run over the feeds that are due.
type round struct {
	Watch
	env    console.Env
	store  store.Store
	intake Intake
	client *http.Client
	wait   func(ctx context.Context, d time.Duration)

	read, failed, added int
	unread              int // items
}

// run goes round once, or until ctx ends, which is then no error.
func (r *round) run(ctx context.Context) error {
	for first := true; ; first = false {
		next, err := r.once(ctx, first)
		switch {
		case r.Forever && errors.Is(err, context.Canceled):
			return nil
		case err != nil || !r.Forever:
			return err
		}
		r.wait(ctx, min(max(next.Sub(r.env.Now()), shortest), lookUp))
	}
}

// once reads the feeds that are due and returns when the next one is.
func (r *round) once(ctx context.Context, first bool) (next time.Time, err error) {
	feeds, err := r.store.Feeds(ctx)
	if err != nil {
		return next, err
	}
	now := r.env.Now()
	next = now.Add(lookUp)
	r.read, r.failed, r.added, r.unread = 0, 0, 0, 0
	due, err := r.due(feeds, now, first)
	if err != nil {
		return next, err
	}
	for p := range r.polls(ctx, due) {
		if err := r.take(ctx, p); err != nil {
			return next, err
		}
		if at, err := time.Parse(time.RFC3339, p.feed.Next); err == nil &&
			at.Before(next) {
			next = at
		}
	}
	if ctx.Err() != nil {
		return next, ctx.Err()
	}
	if !r.Quiet && (len(due) > 0 || !r.Forever) {
		fmt.Fprintf(r.env.Stderr,
			"readout: %d feeds read, %d failed, %d not due yet; %d documents added\n",
			r.read, r.failed, len(feeds)-len(due), r.added)
	}
	if r.failed+r.unread > 0 && !r.Forever {
		return next, console.ErrSome
	}
	return next, nil
}

// due picks the feeds to read, of those that are named if any are: those whose
// time it is, and the first time round all that are named.
func (r *round) due(
	feeds []store.Feed, now time.Time, first bool,
) ([]store.Feed, error) {
	for _, address := range r.URLs {
		if !slices.ContainsFunc(feeds,
			func(f store.Feed) bool { return f.URL == address }) {
			return nil,
				fmt.Errorf("%s is not watched: readout watch add begins it", address)
		}
	}
	return slices.DeleteFunc(slices.Clone(feeds), func(f store.Feed) bool {
		if len(r.URLs) == 0 {
			return !f.Due(now)
		}
		return !slices.Contains(r.URLs, f.URL) || !first && !f.Due(now)
	}), nil
}

// A poll is a feed with what its server answered.
type poll struct {
	feed *store.Feed
	in   *ingest.Input
	err  error
}

// close closes what was opened, if anything was.
func (p poll) close() {
	if p.in != nil {
		p.in.Close() // only read from
	}
}

// polls asks for feeds and yields the answers as they come.
func (r *round) polls(ctx context.Context, feeds []store.Feed) iter.Seq[poll] {
	hosts := map[string][]*store.Feed{}
	for i := range feeds {
		host := ""
		if u, err := url.Parse(feeds[i].URL); err == nil {
			host = strings.ToLower(u.Hostname())
		}
		hosts[host] = append(hosts[host], &feeds[i])
	}
	return func(yield func(poll) bool) {
		asking, cancel := context.WithCancel(ctx)
		defer cancel()
		answers := make(chan poll)
		var all sync.WaitGroup
		slots := make(chan struct{}, hostsAtOnce)
		for _, ofHost := range hosts {
			all.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				for _, f := range ofHost {
					p := r.ask(asking, f)
					select {
					case answers <- p:
					case <-asking.Done():
						p.close() // nobody takes it any more
						return
					}
				}
			})
		}
		go func() { all.Wait(); close(answers) }()
		for p := range answers {
			if !yield(p) {
				return
			}
		}
	}
}

func (r *round) ask(ctx context.Context, f *store.Feed) poll {
	in, err := ingest.Open(ctx, ingest.Watched(f.URL, f.ETag, f.LastModified),
		ingest.Options{
			AllowPrivate: r.AllowPrivate, Client: r.client, Now: r.env.Now,
		})
	return poll{f, in, err}
}

// take reads what a feed has, closes it and sets down how it went.
func (r *round) take(ctx context.Context, p poll) error {
	defer p.close()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(p.err, ingest.ErrUnchanged):
		p.feed.Succeeded(r.env.Now())
		r.read++
	case p.err != nil:
		p.feed.Failed(r.env.Now(), reason(p.err))
		r.failed++
		console.Complain(r.env.Stderr, p.err)
	default:
		if err := r.keep(ctx, p); err != nil {
			return err
		}
	}
	err := r.store.Polled(context.WithoutCancel(ctx), *p.feed)
	if errors.Is(err, store.ErrNotFound) {
		return nil // somebody ended it meanwhile
	}
	return err
}

// reason is an error without the address, which stands beside it in a list.
func reason(err error) error {
	var named *ingest.Error
	if errors.As(err, &named) {
		return fmt.Errorf("%s: %w", named.Doing, named.Err)
	}
	return err
}

// keep reads the items of a feed that are new to it.
func (r *round) keep(ctx context.Context, p poll) error {
	known := map[string]bool{}
	for _, key := range p.feed.Seen {
		known[key] = true
	}
	var keys []string
	lost := 0 // what the feed itself leaves out, and will at the next try
	tally, err := r.intake(ctx, r.Quiet, func(yield func(ingest.Part, error) bool) {
		for part, err := range p.in.Parts() {
			if err == nil {
				keys = append(keys, part.Key)
			} else {
				lost++
			}
			if !known[part.Key] && !yield(part, err) {
				return
			}
		}
	}, r.store)
	r.added += tally.Added
	p.feed.Kept += tally.Added
	if err != nil {
		return err
	}
	f := p.feed
	f.Succeeded(r.env.Now())
	f.Title, f.ETag, f.LastModified = p.in.Title, p.in.ETag, p.in.LastModified
	f.Seen = slices.DeleteFunc(keys,
		func(key string) bool { return slices.Contains(tally.Unread, key) })
	failed := tally.Failed - lost
	if failed > 0 {
		f.Error = fmt.Sprintf("%d of its items could not be read", failed)
		f.ETag, f.LastModified = "", "" // it is sent again, to try them again
	}
	r.read++
	r.unread += failed
	return nil
}
