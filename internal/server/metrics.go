package server

import (
	"net/http"

	"factdesk/internal/postgres"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// newRegistry returns the program's own registry, with the figures of the runtime, the process
// and the pool. The global one is left alone: whatever a library registers there is not ours.
func newRegistry(db *postgres.DB) *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	gauge := func(name, help string, value func() float64) {
		registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "factdesk_db_" + name, Help: help}, value))
	}
	counter := func(name, help string, value func() float64) {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "factdesk_db_" + name, Help: help}, value))
	}
	gauge("connections_max", "Most connections of the pool.", func() float64 { return float64(db.Stat().MaxConns()) })
	gauge("connections", "Connections of the pool.", func() float64 { return float64(db.Stat().TotalConns()) })
	gauge("connections_in_use", "Connections in use now.", func() float64 { return float64(db.Stat().AcquiredConns()) })
	counter("acquires_total", "Times a connection was taken.", func() float64 { return float64(db.Stat().AcquireCount()) })
	counter("acquires_waited_total", "Times a connection had to be waited for.", func() float64 { return float64(db.Stat().EmptyAcquireCount()) })
	counter("acquires_canceled_total", "Times nobody waited long enough.", func() float64 { return float64(db.Stat().CanceledAcquireCount()) })
	counter("acquire_seconds_total", "Time spent taking connections.", func() float64 { return db.Stat().AcquireDuration().Seconds() })
	return registry
}

// metricsHandler serves the registry at /metrics.
func metricsHandler(registry *prometheus.Registry) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return mux
}
