package server

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// A meter counts for Prometheus, in a registry of its own.
type meter struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	refused  *prometheus.CounterVec
	inFlight prometheus.Gauge
	handler  http.Handler
}

// buckets of seconds, dense around what a find may take.
var buckets = []float64{.001, .0025, .005, .01, .025, .05, .1, .2, .5, 1, 2, 5, 10, 30, 60}

func newMeter(s *Server) *meter {
	m := &meter{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "readout_http_requests_total", Help: "Requests that were answered.",
		}, []string{"route", "method", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "readout_http_request_seconds", Help: "How long requests took.", Buckets: buckets,
		}, []string{"route"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "readout_http_refused_total", Help: "Requests that were refused, by the reason.",
		}, []string{"reason"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "readout_http_in_flight", Help: "Requests that are under way, streams among them.",
		}),
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(m.requests, m.seconds, m.refused, m.inFlight,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	if s.opt.Stats != nil {
		registry.MustRegister(&sizes{server: s})
	}
	m.handler = promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	return m
}

func (m *meter) count(route, method string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// sizes collects how much is kept.
type sizes struct{ server *Server }

// kept describes the sizes.
var kept = prometheus.NewDesc("readout_kept", "How many are kept, by kind.", []string{"kind"}, nil)

// keptBytes describes the size on disk.
var keptBytes = prometheus.NewDesc("readout_kept_bytes", "Size of the database on disk.", nil, nil)

// Describe is part of prometheus.Collector.
func (*sizes) Describe(to chan<- *prometheus.Desc) {
	to <- kept
	to <- keptBytes
}

// Collect asks the store; where it does not answer the sizes are missing.
func (c *sizes) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), statsTime)
	defer cancel()
	stats, err := c.server.opt.Stats(ctx)
	if err != nil {
		c.server.opt.Log.Error("sizes of the database", "err", err)
		return
	}
	for _, k := range []struct {
		kind string
		n    int
	}{
		{"documents", stats.Documents},
		{"versions", stats.Versions},
		{"statements", stats.Statements},
		{"events", stats.Events},
		{"citations", stats.Citations},
		{"entities", stats.Entities},
		{"decisions", stats.Decisions},
		{"forgotten", stats.Forgotten},
	} {
		to <- prometheus.MustNewConstMetric(kept, prometheus.GaugeValue, float64(k.n), k.kind)
	}
	to <- prometheus.MustNewConstMetric(keptBytes, prometheus.GaugeValue, float64(stats.Bytes))
}

// statsTime bounds what a scrape may take of the database.
const statsTime = 2 * time.Second
