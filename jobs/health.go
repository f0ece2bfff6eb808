package jobs

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/jonboulle/clockwork"

	"kartoteka/jobs/announce"
)

// Health answers a monitoring system about a scheduler that runs.
//
//	/healthz   200 while the scheduler ticks, 503 when it has not for three minutes
//	/readyz    200 while runs can be recorded and started, 503 with the reason else
//	/metrics   the measures of the project, in the text format of Prometheus
type Health struct {
	Scheduler *Scheduler
	Clock     clockwork.Clock
	Ready     func(ctx context.Context) error // why no run could start; nil: one could
	Project   string                          // directory
}

// stale is how old the last tick may be; one comes every minute.
const stale = 3 * time.Minute

// Handler gives the pages.
func (h Health) Handler() http.Handler {
	pages := http.NewServeMux()
	pages.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		switch last := h.Scheduler.Ticked(); {
		case last.IsZero():
			answer(w, fmt.Errorf("the scheduler has not ticked yet"))
		case h.Clock.Now().Sub(last) > stale:
			answer(w, fmt.Errorf("the scheduler last ticked at %s", last.UTC().Format(time.RFC3339)))
		default:
			answer(w, nil)
		}
	})
	pages.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) { answer(w, h.Ready(r.Context())) })
	pages.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		text, err := os.ReadFile(announce.MetricsPath(h.Project))
		if err != nil && !os.IsNotExist(err) {
			answer(w, fmt.Errorf("read the metrics: %w", err))
			return
		}
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		_, _ = w.Write(text)
		fmt.Fprintf(w, "# HELP kartoteka_last_tick_timestamp_seconds When the scheduler last looked for due runs.\n"+
			"# TYPE kartoteka_last_tick_timestamp_seconds gauge\nkartoteka_last_tick_timestamp_seconds %d\n", h.Scheduler.Ticked().Unix())
	})
	return pages
}

func answer(w http.ResponseWriter, err error) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, err)
		return
	}
	fmt.Fprintln(w, "ok")
}
