package main

import (
	"time"

	"kartoteka/jobs/history"
)

// The JSON of runs: stable, documented in the help of run, history and show.

type runJSON struct {
	ID         string  `json:"id"`
	Job        string  `json:"job"`
	Status     string  `json:"status"`
	ExitCode   int     `json:"exit_code"`
	Reason     string  `json:"reason,omitempty"`
	AsOf       string  `json:"as_of"`
	Scheduled  string  `json:"scheduled,omitempty"`
	Started    string  `json:"started,omitempty"`
	Finished   string  `json:"finished,omitempty"`
	Seconds    float64 `json:"seconds"`
	Attempts   int     `json:"attempts"`
	SnapshotID string  `json:"snapshot_id,omitempty"`
}

type detailsJSON struct {
	runJSON
	Steps    []stepJSON    `json:"steps"`
	Accounts []accountJSON `json:"accounts"`
	Checks   []ruleJSON    `json:"checks"`
	Inputs   []inputJSON   `json:"inputs"`
	Outputs  []outputJSON  `json:"outputs"`
	Warnings []warningJSON `json:"warnings"`
}

type stepJSON struct {
	Place      int     `json:"place"`
	Pipeline   string  `json:"pipeline"`
	Type       string  `json:"type"`
	Name       string  `json:"name"`
	In         int64   `json:"rows_in"`
	Added      int64   `json:"rows_added"`
	Out        int64   `json:"rows_out"`
	Rejected   int64   `json:"rows_rejected"`
	Merged     int64   `json:"rows_merged"`
	Suppressed int64   `json:"rows_suppressed"`
	Seconds    float64 `json:"seconds"`
	Peak       int64   `json:"peak_bytes,omitempty"` // of the process; absent: not measured
	Error      string  `json:"error,omitempty"`
}

type accountJSON struct {
	Step    string `json:"step"`
	Subject string `json:"subject"`
	Kind    string `json:"kind"`
	Reason  string `json:"reason,omitempty"`
	Rows    int64  `json:"rows"`
}

type ruleJSON struct {
	Check    string `json:"check"`
	Table    string `json:"table"`
	Rule     string `json:"rule"`
	Status   string `json:"status"`
	Failing  int64  `json:"failing"`
	Rows     int64  `json:"rows"`
	Measured string `json:"measured,omitempty"`
	New      int64  `json:"new"`
	Known    int64  `json:"known"`
	Accepted int64  `json:"accepted"`
	Fixed    int64  `json:"fixed"`
}

type inputJSON struct {
	Source   string `json:"source"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Bytes    int64  `json:"bytes"`
	Read     int64  `json:"rows_read"`
	Accepted int64  `json:"accepted"`
	Rejected int64  `json:"rejected"`
}

type outputJSON struct {
	Table  string `json:"table"`
	File   string `json:"file"`
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

type warningJSON struct {
	Step string `json:"step,omitempty"`
	Code string `json:"code"`
	Text string `json:"text"`
}

const recordHelp = `{"id", "job", "status", "exit_code", "reason",
"as_of", "scheduled", "started", "finished", "seconds", "attempts",
"snapshot_id"}`

const detailsHelp = recordHelp + `
and "steps": [{"place", "pipeline", "type", "name", "rows_in", "rows_added",
"rows_out", "rows_rejected", "rows_merged", "rows_suppressed", "seconds",
"peak_bytes", "error"}], "accounts": [{"step", "subject", "kind", "reason", "rows"}],
"checks": [{"check", "table", "rule", "status", "failing", "rows",
"measured", "new", "known", "accepted", "fixed"}],
"inputs": [{"source", "file", "sha256", "bytes", "rows_read", "accepted",
"rejected"}], "outputs": [{"table", "file", "rows", "bytes", "sha256"}],
"warnings": [{"step", "code", "text"}]`

func runOf(r history.Run) runJSON {
	return runJSON{
		ID: r.ID, Job: r.Job, Status: string(r.Status), ExitCode: r.ExitCode, Reason: r.Reason,
		AsOf: r.AsOf.Format(time.DateOnly), Scheduled: utc(r.Scheduled), Started: utc(r.Started), Finished: utc(r.Finished),
		Seconds: r.Duration().Seconds(), Attempts: r.Attempts, SnapshotID: r.SnapshotID,
	}
}

func detailsOf(r history.Run, d history.Details) detailsJSON {
	out := detailsJSON{
		runJSON: runOf(r), Steps: []stepJSON{}, Accounts: []accountJSON{}, Checks: []ruleJSON{},
		Inputs: []inputJSON{}, Outputs: []outputJSON{}, Warnings: []warningJSON{},
	}
	for _, s := range d.Steps {
		out.Steps = append(out.Steps, stepJSON{s.Place, s.Pipeline, s.Type, s.Name, s.In, s.Added, s.Out, s.Rejected,
			s.Merged, s.Suppressed, s.Duration.Seconds(), s.PeakBytes, s.Error})
	}
	for _, a := range d.Accounts {
		out.Accounts = append(out.Accounts, accountJSON{a.Step, a.Subject, a.Kind, a.Reason, a.Rows})
	}
	for _, c := range d.Checks {
		out.Checks = append(out.Checks, ruleJSON{c.Name, c.Table, c.Rule, c.Status, c.FailingRows, c.Rows, c.Measured,
			c.Issues.New, c.Issues.Known, c.Issues.Accepted, c.Issues.Fixed})
	}
	for _, f := range d.Inputs {
		out.Inputs = append(out.Inputs, inputJSON{f.Source, f.File, f.SHA256, f.Bytes, f.RowsRead, f.Accepted, f.RowsRejected})
	}
	for _, f := range d.Outputs {
		out.Outputs = append(out.Outputs, outputJSON{f.Table, f.File, f.Rows, f.Bytes, f.SHA256})
	}
	for _, w := range d.Warnings {
		out.Warnings = append(out.Warnings, warningJSON{w.Step, w.Code, w.Text})
	}
	return out
}

func utc(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
