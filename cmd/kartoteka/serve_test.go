package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/jobs/history"
)

// A scheduler that starts after two missed nights runs the latest one, with that
// night's date, and stops when told.
func TestServeMakesUpForAMissedNight(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "shop")
	var out screen
	run := func(ctx context.Context, args ...string) int {
		m := &Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: args, Dir: t.TempDir(), Now: time.Now,
			Env: func(string) (string, bool) { return "", false }, IsTerminal: func(io.Writer) bool { return false }}
		return m.Run(ctx)
	}
	if code := run(t.Context(), "init", dir); code != 0 {
		t.Fatal(out.String())
	}
	ledger, err := history.Open(t.Context(), history.Path(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer ledger.Close()
	before := history.Run{Job: "nightly", Scheduled: time.Now().Add(-60 * time.Hour).Truncate(time.Minute), Status: history.Skipped}
	if _, err := ledger.Note(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	go func() {
		for ctx.Err() == nil {
			if runs, err := ledger.List(ctx, history.Filter{Status: history.OK}); err == nil && len(runs) > 0 {
				cancel()
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	if code := run(ctx, "serve", "--project", dir); code != 0 {
		t.Fatalf("exit code %d\n%s", code, out.String())
	}
	runs, err := ledger.List(t.Context(), history.Filter{})
	if err != nil || len(runs) < 3 {
		t.Fatalf("%d runs, %v\n%s", len(runs), err, out.String())
	}
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	latest := runs[0]
	if latest.Status != history.OK || latest.AsOf.Format(time.DateOnly) != latest.Scheduled.In(warsaw).Format(time.DateOnly) {
		t.Errorf("%+v", latest)
	}
	for _, r := range runs[1 : len(runs)-1] {
		if r.Status != history.Skipped || !strings.Contains(r.Reason, "later occurrence") {
			t.Errorf("%+v", r)
		}
	}
}
