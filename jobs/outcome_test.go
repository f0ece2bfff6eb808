package jobs

import (
	"errors"
	"testing"
	"time"

	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

func TestAnOutcomeKeepsTheAccounts(t *testing.T) {
	step := pipelines.StepResult{Index: 1, Pipeline: "contacts", Type: "extract", Name: "crm", Duration: time.Second, Rows: 17,
		Accounts: []pipelines.Account{
			{Subject: "a.csv", In: 10, Out: 8, Rejected: 2, Reasons: []pipelines.Reason{{Kind: "rejected", Reason: "no_key", Rows: 2}}},
			{Subject: "b.csv", In: 10, Out: 9, Merged: 1},
		}}
	o := OutcomeOf(&pipelines.Result{Status: pipelines.StatusFailed, Err: errors.New("disk"), Steps: []pipelines.StepResult{step}})
	if o.Status != history.Failed || o.Reason != "disk" || o.SnapshotID != "" || len(o.Details.Outputs) != 0 {
		t.Errorf("%+v", o)
	}
	if s := o.Details.Steps[0]; s.In != 20 || s.Out != 17 || s.Rejected != 2 || s.Merged != 1 || s.Place != 1 {
		t.Errorf("%+v", s)
	}
	want := history.Account{Step: "extract crm", Subject: "a.csv", Kind: "rejected", Reason: "no_key", Rows: 2}
	if a := o.Details.Accounts; len(a) != 7 || a[3] != want {
		t.Errorf("%+v", a)
	}
}

func TestEveryStatusOfARunIsKnown(t *testing.T) {
	for _, s := range []pipelines.Status{pipelines.StatusOK, pipelines.StatusWarnings, pipelines.StatusChecksFailed,
		pipelines.StatusLate, pipelines.StatusFailed, pipelines.StatusCancelled} {
		if got := statusOf(s); string(got) != string(s) {
			t.Errorf("%s became %s", s, got)
		}
	}
}
