package jobs

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kartoteka/jobs/announce"
	"kartoteka/jobs/history"
)

// A monitoring system asks over real HTTP.
func TestHealth(t *testing.T) {
	n := newNight(t, "2026-03-10 00:30", "", "")
	close(n.finish)
	dir := t.TempDir()
	var trouble error
	h := Health{Scheduler: n.Scheduler, Clock: n.clock, Project: dir, Ready: func(context.Context) error { return trouble }}
	server := httptest.NewServer(h.Handler())
	defer server.Close()
	asks := func(page string, code int, says string) {
		t.Helper()
		answer, err := http.Get(server.URL + page)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != code || !strings.Contains(string(body), says) {
			t.Errorf("%s: %d %q, %v", page, answer.StatusCode, body, err)
		}
	}
	asks("/healthz", 503, "not ticked yet")
	n.serve(t)
	asks("/healthz", 200, "ok")
	if err := announce.WriteMetrics(announce.MetricsPath(dir), announce.Measures{Project: "firm", Published: []history.Output{{Table: "contacts", Rows: 7}}}); err != nil {
		t.Fatal(err)
	}
	asks("/metrics", 200, "kartoteka_")
	asks("/metrics", 200, "kartoteka_last_tick_timestamp_seconds 1773102600")
	asks("/readyz", 200, "ok")
	trouble = errors.New("the disk is full")
	asks("/readyz", 503, "the disk is full")
	n.mu.Lock()
	n.ticked = n.ticked.Add(-time.Hour)
	n.mu.Unlock()
	asks("/healthz", 503, "last ticked at 2026-03-09T23:30:00Z")
}
