package jobs

import (
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// OutcomeOf turns what a run did into what the ledger keeps of it.
func OutcomeOf(r *pipelines.Result) Outcome {
	o := Outcome{Status: statusOf(r.Status), Cause: pipelines.CauseOf(r)}
	if r.Err != nil {
		o.Reason = r.Err.Error()
	}
	if r.Manifest != nil { // else nothing was published
		o.SnapshotID = r.Manifest.SnapshotID
		for _, f := range r.Manifest.Tables {
			o.Details.Outputs = append(o.Details.Outputs,
				history.Output{Table: f.Table, File: f.Path, Rows: f.Rows, Bytes: f.Bytes, SHA256: f.SHA256})
		}
	}
	for _, s := range r.Steps {
		o.Details.Steps = append(o.Details.Steps, StepOf(s))
		o.Details.Accounts = append(o.Details.Accounts, accountsOf(s)...)
	}
	if r.Journal == nil {
		return o
	}
	for _, f := range r.Journal.Inputs {
		o.Details.Inputs = append(o.Details.Inputs, history.Input{Source: f.Source, File: f.File, SHA256: f.SHA256,
			Bytes: f.Bytes, RowsRead: f.Read, Accepted: f.Accepted, RowsRejected: f.Rejected})
	}
	for _, c := range r.Journal.Checks {
		o.Details.Checks = append(o.Details.Checks, history.Check{Name: c.Check, Table: c.Table, Rule: c.Rule,
			Status: c.Status, FailingRows: c.Failing, Rows: c.Rows, Measured: c.Measured,
			Issues: history.Issues{New: c.Issues.New, Known: c.Issues.Known, Accepted: c.Issues.Accepted, Fixed: c.Issues.Fixed}})
	}
	for _, w := range r.Journal.Warnings {
		o.Details.Warnings = append(o.Details.Warnings, history.Warning{Step: w.Step, Code: w.Code, Text: w.Text})
	}
	return o
}

func statusOf(s pipelines.Status) history.Status {
	switch s {
	case pipelines.StatusOK:
		return history.OK
	case pipelines.StatusWarnings:
		return history.Warnings
	case pipelines.StatusChecksFailed:
		return history.ChecksFailed
	case pipelines.StatusLate:
		return history.Late
	case pipelines.StatusCancelled:
		return history.Cancelled
	}
	return history.Failed
}

// StepOf sums a step's accounts.
func StepOf(s pipelines.StepResult) history.Step {
	out := history.Step{Place: s.Index, Pipeline: s.Pipeline, Type: s.Type, Name: s.Name, Duration: s.Duration}
	for _, a := range s.Accounts {
		out.In += a.In
		out.Added += a.Added
		out.Out += a.Out
		out.Rejected += a.Rejected
		out.Merged += a.Merged
		out.Suppressed += a.Suppressed
	}
	if out.In+out.Added+out.Out == 0 { // a step that only counts what it makes
		out.Out = s.Rows
	}
	if s.Err != nil {
		out.Error = s.Err.Error()
	}
	return out
}

// accountsOf lists the totals of each subject that are not zero, and the reasons.
func accountsOf(s pipelines.StepResult) []history.Account {
	var lines []history.Account
	step := s.Type + " " + s.Name
	for _, a := range s.Accounts {
		totals := []struct {
			kind string
			rows int64
		}{{"in", a.In}, {"added", a.Added}, {"out", a.Out}, {"rejected", a.Rejected}, {"merged", a.Merged}, {"suppressed", a.Suppressed}}
		for _, t := range totals {
			if t.rows != 0 {
				lines = append(lines, history.Account{Step: step, Subject: a.Subject, Kind: t.kind, Rows: t.rows})
			}
		}
		for _, r := range a.Reasons {
			lines = append(lines, history.Account{Step: step, Subject: a.Subject, Kind: r.Kind, Reason: r.Reason, Rows: r.Rows})
		}
	}
	return lines
}
