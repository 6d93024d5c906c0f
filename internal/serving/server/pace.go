package server

import (
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// usualRate is how many requests a second one client may make: more than one
	// machine of two processors answers.
	usualRate = 500

	// maxClients is how many clients are told apart; behind that the slowest
	// are forgotten, who lose nothing by it.
	maxClients = 4096
)

// A pace bounds how fast each client asks.
type pace struct {
	most rate.Limit
	now  func() time.Time

	mu      sync.Mutex
	clients map[string]*rate.Limiter
}

func newPace(most float64, now func() time.Time) *pace {
	if most == 0 {
		most = usualRate
	}
	return &pace{most: rate.Limit(most), now: now, clients: map[string]*rate.Limiter{}}
}

// burst is how many requests may come at once: those of two seconds.
func (p *pace) burst() int { return max(1, int(2*p.most)) }

// allows says whether a client may ask now.
func (p *pace) allows(client string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	l := p.clients[client]
	if l == nil {
		if len(p.clients) >= maxClients {
			p.forget(now)
		}
		l = rate.NewLimiter(p.most, p.burst())
		p.clients[client] = l
	}
	return l.AllowN(now, 1)
}

// forget drops the clients who may make all of a burst again; where there are
// none, all, so that memory is bounded whatever comes.
func (p *pace) forget(now time.Time) {
	for name, l := range p.clients {
		if l.TokensAt(now) >= float64(p.burst()) {
			delete(p.clients, name)
		}
	}
	if len(p.clients) >= maxClients {
		clear(p.clients)
	}
}

// paced refuses clients that are too fast.
func (s *Server) paced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.pace.allows(visitOf(r).client) {
			s.refused(w, r, "rate", problem{
				Status: http.StatusTooManyRequests,
				Detail: "too many requests from one client; try again in a second",
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}
