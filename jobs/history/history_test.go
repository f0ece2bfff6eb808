package history

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
)

func open(t *testing.T) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), Path(filepath.Join(t.TempDir(), "a firm? 100% #1")))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func at(text string) time.Time {
	v, err := time.Parse("2006-01-02 15:04:05", text)
	if err != nil {
		panic(err)
	}
	return v
}

func night(day string) Run {
	due := at(day + " 01:30:00")
	return Run{Job: "nightly", Scheduled: due, AsOf: due.Truncate(24 * time.Hour), Started: due.Add(2 * time.Second)}
}

func begin(t *testing.T, l *Ledger, r Run) string {
	t.Helper()
	id, err := l.Begin(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestARunIsWrittenAndRead(t *testing.T) {
	l := open(t)
	run := night("2026-03-10")
	run.ID = begin(t, l, run)
	if run.ID != "nightly-20260310T013000Z" {
		t.Error(run.ID)
	}
	step := Step{Place: 1, Pipeline: "contacts", Type: "extract", Name: "crm", In: 10, Out: 9, Rejected: 1,
		Duration: 120 * time.Millisecond, PeakBytes: 1 << 20}
	if err := l.Step(t.Context(), run.ID, step); err != nil {
		t.Fatal(err)
	}
	want := Details{
		Steps:    []Step{step, {Place: 2, Pipeline: "contacts", Type: "dedupe", Name: "people", In: 9, Merged: 2, Out: 7}},
		Accounts: []Account{{"crm", "crm.csv", "rejected", "no_key", 1}, {"crm", "crm.csv", "in", "", 10}},
		Checks:   []Check{{Name: "sound", Table: "contacts", Rule: "unique: id", Status: "passed", Rows: 7, Measured: "0.5"}, {Name: "sound", Rule: "sql", Status: "failed", FailingRows: 3, Issues: Issues{New: 1, Known: 2, Accepted: 1, Fixed: 4}}},
		Inputs:   []Input{{Source: "crm", File: "in/crm.csv", SHA256: "ab", Bytes: 100, RowsRead: 10, Accepted: 9, RowsRejected: 1}},
		Outputs:  []Output{{Table: "contacts", File: "tables/contacts.parquet", Rows: 7, Bytes: 900, SHA256: "cd"}},
		Warnings: []Warning{{"crm", "new_column", "one new column"}},
	}
	run.Status, run.ExitCode, run.Attempts, run.SnapshotID = Warnings, 4, 2, "s1"
	run.Finished = run.Started.Add(90 * time.Second)
	if err := l.Finish(t.Context(), run, want); err != nil {
		t.Fatal(err)
	}
	got, details, err := l.Show(t.Context(), run.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, run) || got.Duration() != 90*time.Second {
		t.Errorf("run\n got %+v\nwant %+v", got, run)
	}
	if !reflect.DeepEqual(details, want) {
		t.Errorf("details\n got %+v\nwant %+v", details, want)
	}
}

func TestAnOccurrenceRunsOnce(t *testing.T) {
	l := open(t)
	run := night("2026-03-10")
	if _, err := l.Note(t.Context(), Run{Job: run.Job, Scheduled: run.Scheduled, AsOf: run.AsOf, Status: Queued}); err != nil {
		t.Fatal(err)
	}
	if queued, err := l.Queued(t.Context(), "nightly"); err != nil || len(queued) != 1 {
		t.Fatal(queued, err)
	}
	run.ID = begin(t, l, run) // what was queued is taken up
	run.Status, run.Finished = OK, run.Started.Add(time.Second)
	if err := l.Finish(t.Context(), run, Details{}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Begin(t.Context(), run); !errors.Is(err, ErrKnown) {
		t.Errorf("a finished occurrence began again: %v", err)
	}
	if _, err := l.Note(t.Context(), Run{Job: run.Job, Scheduled: run.Scheduled, AsOf: run.AsOf, Status: Skipped}); !errors.Is(err, ErrKnown) {
		t.Errorf("a finished occurrence was noted again: %v", err)
	}
	if last, err := l.LastScheduled(t.Context(), "nightly"); err != nil || !last.Equal(run.Scheduled) {
		t.Error(last, err)
	}
	if last, err := l.LastScheduled(t.Context(), "weekly"); err != nil || !last.IsZero() {
		t.Error(last, err)
	}
}

func TestAKilledRunIsFoundAtTheNextBegin(t *testing.T) {
	l := open(t)
	killed := begin(t, l, night("2026-03-10"))
	next := begin(t, l, night("2026-03-11"))
	r, _, err := l.Show(t.Context(), killed)
	if err != nil || r.Status != Interrupted || !r.Finished.IsZero() || r.Reason == "" {
		t.Errorf("%+v %v", r, err)
	}
	if r, _, err = l.Show(t.Context(), next); err != nil || r.Status != Running {
		t.Errorf("%+v %v", r, err)
	}
	if again := begin(t, l, night("2026-03-10")); again != killed {
		t.Errorf("the interrupted occurrence became %s", again)
	}
}

func TestRunsByHandInOneSecondDiffer(t *testing.T) {
	l := open(t)
	byHand := Run{Job: "nightly", AsOf: at("2026-03-10 00:00:00"), Started: at("2026-03-10 12:00:00")}
	first, second := begin(t, l, byHand), begin(t, l, byHand)
	if first != "nightly-20260310T120000Z" || second != first+".2" {
		t.Error(first, second)
	}
}

func TestListAndFind(t *testing.T) {
	l := open(t)
	for _, day := range []string{"2026-03-10", "2026-03-12", "2026-03-11"} {
		begin(t, l, night(day))
	}
	begin(t, l, Run{Job: "night", AsOf: at("2026-03-09 00:00:00"), Started: at("2026-03-09 12:00:00")})
	days := func(f Filter) string {
		runs, err := l.List(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, r := range runs {
			all = append(all, r.ID[strings.Index(r.ID, "-")+7:][:2])
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "12 11 10 09"},
		{Filter{Job: "nightly", Limit: 2}, "12 11"},
		{Filter{Status: Running}, "09"},
		{Filter{Since: at("2026-03-11 00:00:00"), Until: at("2026-03-12 00:00:00")}, "11"},
	} {
		if got := days(c.f); got != c.want {
			t.Errorf("%+v: %q, want %q", c.f, got, c.want)
		}
	}
	for what, want := range map[string]string{
		"": "nightly-20260312T013000Z", "night": "night-20260309T120000Z", "nightly": "nightly-20260312T013000Z",
		"nightly-20260310": "nightly-20260310T013000Z", "nightly-2026": "!several", "weekly": "!no run",
	} {
		got, err := l.Find(t.Context(), what)
		if reason, bad := strings.CutPrefix(want, "!"); bad {
			if err == nil || !strings.Contains(err.Error(), reason) {
				t.Errorf("%q: %q, %v", what, got, err)
			}
		} else if err != nil || got != want {
			t.Errorf("%q: %q, %v", what, got, err)
		}
	}
}

func TestPruneKeepsTheNewestOfEachJob(t *testing.T) {
	l := open(t)
	for _, day := range []string{"2026-03-10", "2026-03-11", "2026-03-12"} {
		id := begin(t, l, night(day))
		if err := l.Step(t.Context(), id, Step{Place: 1, Name: "crm"}); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := l.Prune(t.Context(), "nightly", 1); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	var steps int
	if err := l.db.QueryRow(`SELECT COUNT(*) FROM steps`).Scan(&steps); err != nil || steps != 1 {
		t.Errorf("%d steps are left, %v", steps, err)
	}
}

func TestTwoProcessesOpenANewLedger(t *testing.T) {
	path := Path(t.TempDir())
	var wait sync.WaitGroup
	for range 6 {
		wait.Go(func() {
			l, err := Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer l.Close()
			if _, err := l.Begin(context.Background(), Run{Job: "j", Started: at("2026-03-10 12:00:00")}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}

func TestANewerLedgerIsRefused(t *testing.T) {
	path := Path(t.TempDir())
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.Exec(`UPDATE goose_db_version SET version_id = 99 WHERE version_id = 1`); err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "newer kartoteka") {
		t.Error(err)
	}
}

func TestEachMigrationIsKnownAndEachStatementHasAHeader(t *testing.T) {
	found, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(found) != version {
		t.Errorf("%d migrations, version %d, %v", len(found), version, err)
	}
	files, err := os.ReadDir("sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if text := statement(strings.TrimSuffix(f.Name(), ".sql")); !strings.HasPrefix(text, "-- ") || strings.Contains(text, ";\n") {
			t.Errorf("%s: a header and one statement are wanted", f.Name())
		}
	}
}

func TestLongTextsAreCut(t *testing.T) {
	if got := cut(strings.Repeat("ż", 1500)); len(got) > longest+3 || !strings.HasSuffix(got, "ż…") {
		t.Error(len(got))
	}
}

func BenchmarkBeginFinish(b *testing.B) {
	l, err := Open(b.Context(), Path(b.TempDir()))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	details := Details{Steps: make([]Step, 30), Accounts: make([]Account, 300)}
	for i := range details.Steps {
		details.Steps[i].Place = i + 1
	}
	due := at("2026-03-10 00:00:00")
	for b.Loop() {
		due = due.Add(time.Minute)
		id, err := l.Begin(b.Context(), Run{Job: "j", Scheduled: due, Started: due})
		if err != nil {
			b.Fatal(err)
		}
		if err := l.Finish(b.Context(), Run{ID: id, Status: OK, Finished: due}, details); err != nil {
			b.Fatal(err)
		}
	}
}
