package announce

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/renameio/v2"

	"kartoteka/jobs/history"
)

// Measures are what a monitoring system is told about a project.
type Measures struct {
	Project   string
	Jobs      []JobMeasures
	Published []history.Output // what BI sees now
}

// JobMeasures are one job's last run that tells something, and its last good one.
type JobMeasures struct {
	Last        history.Run
	Details     history.Details
	LastSuccess time.Time // zero: none that the ledger knows
}

// Last finds the run that a job's measures are of: the last to end, whichever
// way; what waits, was skipped or locked out, and rehearsals, do not count.
func Last(runs []history.Run, job string) history.Run {
	var last history.Run
	for _, r := range runs {
		counts := slices.Contains(measured(), r.Status) && !Rehearsal(r)
		if r.Job == job && counts && ended(r).After(ended(last)) {
			last = r
		}
	}
	return last
}

// measured are the statuses of a run that ended, as label values.
func measured() []history.Status {
	return []history.Status{history.OK, history.Warnings, history.Failed, history.ChecksFailed, history.Late, history.Cancelled,
		history.BadProject, history.Interrupted}
}

// MetricsPath is where a project's metrics stand.
func MetricsPath(project string) string { return filepath.Join(project, ".kartoteka", "metrics.prom") }

// WriteMetrics replaces the file in one step: a reader finds the old one or the
// new one, whole.
func WriteMetrics(path string, m Measures) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write the metrics: %w", bare(err))
	}
	if err := renameio.WriteFile(path, Metrics(m), 0o644); err != nil {
		return fmt.Errorf("write the metrics: %w", bare(err))
	}
	return nil
}

// Metrics renders measures in the text format of Prometheus, as its node
// exporter's textfile collector reads it (exposition format 0.0.4): families in a
// fixed order, series sorted by their labels, times in seconds of the epoch.
func Metrics(m Measures) []byte {
	var out bytes.Buffer
	for _, f := range families(m) {
		if len(f.series) == 0 {
			continue
		}
		fmt.Fprintf(&out, "# HELP %s %s\n# TYPE %s gauge\n", f.name, f.help, f.name)
		slices.SortFunc(f.series, func(a, b series) int { return slices.Compare(a.values, b.values) })
		for _, s := range f.series {
			pairs := []string{label("project", m.Project)}
			for i, name := range f.labels {
				pairs = append(pairs, label(name, s.values[i]))
			}
			fmt.Fprintf(&out, "%s{%s} %s\n", f.name, strings.Join(pairs, ","), strconv.FormatFloat(s.value, 'f', -1, 64))
		}
	}
	return out.Bytes()
}

// family is one metric with its series. Adding to a series that is there sums.
type family struct {
	name, help string
	labels     []string
	series     []series
}

type series struct {
	values []string // of the labels, in their order
	value  float64
}

func (f *family) add(value float64, values ...string) {
	for i := range f.series {
		if slices.Equal(f.series[i].values, values) {
			f.series[i].value += value
			return
		}
	}
	f.series = append(f.series, series{values, value})
}

func label(name, value string) string {
	return name + `="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value) + `"`
}

func seconds(t time.Time) float64 { return float64(t.UnixMilli()) / 1000 }

func families(m Measures) []*family {
	status := &family{name: "kartoteka_run_status", help: "1 for the status of the job's last run, 0 for every other.", labels: []string{"job", "status"}}
	finished := &family{name: "kartoteka_run_finished_timestamp_seconds", help: "When the job's last run ended.", labels: []string{"job"}}
	duration := &family{name: "kartoteka_run_duration_seconds", help: "How long the job's last run took.", labels: []string{"job"}}
	success := &family{name: "kartoteka_run_last_success_timestamp_seconds", help: "When the job last published its tables.", labels: []string{"job"}}
	rows := &family{name: "kartoteka_step_rows", labels: []string{"job", "pipeline", "step", "kind"},
		help: "Rows of a step in the job's last run; in + added = out + rejected + merged + suppressed."}
	took := &family{name: "kartoteka_step_duration_seconds", help: "How long a step of the job's last run took.", labels: []string{"job", "pipeline", "step"}}
	peak := &family{name: "kartoteka_step_peak_resident_bytes", labels: []string{"job", "pipeline", "step"},
		help: "Largest resident size of the process while a step of the job's last run worked, where it was measured."}
	checks := &family{name: "kartoteka_check_rules", help: "Check rules of the job's last run by outcome.", labels: []string{"job", "outcome"}}
	published := &family{name: "kartoteka_published_rows", help: "Rows of a published table as BI sees it now.", labels: []string{"table"}}
	for _, j := range m.Jobs {
		job := j.Last.Job
		for _, s := range measured() {
			status.add(map[bool]float64{true: 1}[s == j.Last.Status], job, string(s))
		}
		finished.add(seconds(ended(j.Last)), job)
		duration.add(j.Last.Duration().Seconds(), job)
		if !j.LastSuccess.IsZero() {
			success.add(seconds(j.LastSuccess), job)
		}
		for _, s := range j.Details.Steps {
			step := s.Type + " " + s.Name
			for kind, n := range map[string]int64{"in": s.In, "added": s.Added, "out": s.Out, "rejected": s.Rejected, "merged": s.Merged, "suppressed": s.Suppressed} {
				rows.add(float64(n), job, s.Pipeline, step, kind)
			}
			took.add(s.Duration.Seconds(), job, s.Pipeline, step)
			if s.PeakBytes > 0 {
				peak.add(float64(s.PeakBytes), job, s.Pipeline, step)
			}
		}
		for _, outcome := range []string{"passed", "warned", "failed"} {
			n := 0
			for _, c := range j.Details.Checks {
				if c.Status == outcome {
					n++
				}
			}
			checks.add(float64(n), job, outcome)
		}
	}
	for _, o := range m.Published {
		if forBI(o) {
			published.add(float64(o.Rows), o.Table)
		}
	}
	return []*family{status, finished, duration, success, rows, took, peak, checks, published}
}
