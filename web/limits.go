package web

import (
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// burst is how many seconds' worth of requests a client may send at once.
const burst = 4

// maxClients bounds the memory of clientLimits.
const maxClients = 10_000

// clientLimits counts the requests of each client.
type clientLimits struct {
	limit   rate.Limit
	mu      sync.Mutex
	clients map[netip.Prefix]*client
}

type client struct {
	limiter *rate.Limiter
	seen    time.Time
}

func newClientLimits(limit rate.Limit) *clientLimits {
	return &clientLimits{limit: limit, clients: map[netip.Prefix]*client{}}
}

// limitRate ends what a client asks too often with 429. /healthz is free.
func (s *server) limitRate(next http.Handler) http.Handler {
	if s.Rate <= 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" && !s.limits.allow(r.RemoteAddr, time.Now()) {
			writeProblem(w, &problem{Title: "Too many requests", Status: http.StatusTooManyRequests, Detail: "wait a moment"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// allow tells whether the client at this address may ask now.
func (l *clientLimits) allow(addr string, now time.Time) bool {
	key := clientKey(addr)
	l.mu.Lock()
	defer l.mu.Unlock()
	c, ok := l.clients[key]
	if !ok {
		l.makeRoom(now)
		c = &client{limiter: rate.NewLimiter(l.limit, max(1, int(burst*l.limit)))}
		l.clients[key] = c
	}
	c.seen = now
	return c.limiter.AllowN(now, 1)
}

// makeRoom forgets clients whose allowance is full again; if that is not enough, all of them.
func (l *clientLimits) makeRoom(now time.Time) {
	if len(l.clients) < maxClients {
		return
	}
	for k, c := range l.clients {
		if now.Sub(c.seen) > burst*time.Second {
			delete(l.clients, k)
		}
	}
	if len(l.clients) >= maxClients {
		clear(l.clients)
	}
}

// clientKey takes an IPv6 client as its /64, since it may use any address of it.
func clientKey(addr string) netip.Prefix {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		host = addr
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	ip = ip.Unmap().WithZone("")
	bits := 32
	if ip.Is6() {
		bits = 64
	}
	p, _ := ip.Prefix(bits)
	return p
}
