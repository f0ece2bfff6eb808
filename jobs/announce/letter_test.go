package announce

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/jobs/history"
)

var update = flag.Bool("update", false, "rewrite the golden letters")

// night is a report on one night of an invented firm.
func night(t *testing.T, status history.Status, language string) Report {
	t.Helper()
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	r := Report{
		Project: "sklep-zielony", Language: language, PublishTo: "published", Zone: warsaw,
		Run: history.Run{ID: "nightly-20260310T013000Z", Job: "nightly", Scheduled: at("2026-03-10 01:30:00"), AsOf: at("2026-03-10 00:00:00"),
			Started: at("2026-03-10 01:30:02"), Finished: at("2026-03-10 01:31:32"), Status: status, Attempts: 1},
		Before: history.Run{ID: "nightly-20260309T013000Z", Job: "nightly", AsOf: at("2026-03-09 00:00:00"), Status: history.OK, SnapshotID: "s0"},
		Seen:   history.Run{ID: "nightly-20260309T013000Z", Job: "nightly", AsOf: at("2026-03-09 00:00:00"), Status: history.OK, SnapshotID: "s0"},
		Details: history.Details{
			Steps: []history.Step{
				{Place: 1, Pipeline: "contacts", Type: "extract", Name: "crm", In: 12500, Out: 12488, Rejected: 12},
				{Place: 2, Pipeline: "contacts", Type: "dedupe", Name: "contacts_found", In: 12488, Out: 9001, Merged: 3487},
				{Place: 3, Pipeline: "publish", Type: "check", Name: "contacts_are_sound"},
			},
			Accounts: []history.Account{
				{Step: "extract crm", Subject: "sources/crm_a.csv", Kind: "rejected", Reason: "no_key", Rows: 4},
				{Step: "extract crm", Subject: "sources/crm_a.csv", Kind: "rejected", Reason: "bad_date", Rows: 2},
				{Step: "extract crm", Subject: "sources/crm_b.csv", Kind: "rejected", Reason: "no_key", Rows: 6},
			},
			Checks: []history.Check{{Name: "contacts_are_sound", Table: "contacts", Rule: "unique: contact_id", Status: "passed", Rows: 9001}},
		},
	}
	switch status {
	case history.OK, history.Warnings:
		r.Run.SnapshotID = "s1"
		r.Details.Outputs = []history.Output{
			{Table: "contacts", File: "snapshots/s1/tables/contacts.parquet", Rows: 9001},
			{Table: "households", File: "snapshots/s1/tables/households.parquet", Rows: 6003},
			{Table: "rejects", File: "snapshots/s1/restricted/rejects.parquet", Rows: 12},
		}
	case history.ChecksFailed:
		r.Run.Reason = "blocking checks failed: contacts_are_sound (not_null: family_name)"
		r.Details.Checks = append(r.Details.Checks, history.Check{Name: "contacts_are_sound", Table: "contacts",
			Rule: "not_null: family_name", Status: "failed", FailingRows: 1234, Rows: 9001, Issues: history.Issues{New: 12, Known: 1222, Accepted: 5, Fixed: 3}},
			history.Check{Name: "contacts_are_sound", Table: "contacts", Rule: "phone: phone", Status: "passed", FailingRows: 8, Rows: 9001, Issues: history.Issues{Known: 8}})
	case history.Failed:
		r.Run.Reason = "it took longer than its timeout of 2h0m0s"
		r.Details.Steps[1].Error = "context deadline exceeded"
	case history.Late:
		r.Run.Reason = "extract crm: no file matches \"sources/crm_*.csv\"; deliver it\nextract orders: no file matches \"orders/*.csv\"; deliver it"
		r.Details = history.Details{}
	case history.BadProject:
		r.Run.Reason, r.Details, r.Seen = "2 mistakes in the project", history.Details{}, history.Run{}
	case history.Cancelled:
		r.Run.Reason = "stopped before it was done"
		r.Details.Steps = r.Details.Steps[:1]
	}
	if status == history.Warnings {
		r.Details.Warnings = []history.Warning{{Step: "extract crm", Code: "new_column", Text: "a column that is not declared: Segment2"}}
		r.Details.Checks = append(r.Details.Checks, history.Check{Name: "contacts_are_sound", Table: "contacts",
			Rule: "not_null: family_name", Status: "warned", FailingRows: 3, Rows: 9001})
	}
	return r
}

func TestLettersReadWell(t *testing.T) {
	for _, language := range []string{"en", "pl"} {
		for _, status := range []history.Status{history.OK, history.Warnings, history.Failed, history.ChecksFailed, history.Late,
			history.Cancelled, history.BadProject, "recovered"} {
			r := night(t, status, language)
			if status == "recovered" {
				r = night(t, history.Warnings, language)
				r.Before.Status, r.Before.SnapshotID = history.ChecksFailed, ""
			}
			l := Compose(r)
			got := "Subject: " + l.Subject + "\n\n" + l.Body
			file := filepath.Join("testdata", string(status)+"."+language+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from what is written now (-update rewrites it):\n%s", file, got)
			}
		}
	}
}

func TestALongListIsCut(t *testing.T) {
	r := night(t, history.Warnings, "en")
	for range 100 {
		r.Details.Warnings = append(r.Details.Warnings, history.Warning{Code: "x", Text: "one more"})
	}
	if body := Compose(r).Body; strings.Count(body, "one more") != mostLines-1 || !strings.Contains(body, "\n  and 71 more\n") {
		t.Error(body)
	}
}

func TestPolishCounts(t *testing.T) {
	w := polish()
	for n, want := range map[int64]string{0: "0 wierszy", 1: "1 wiersz", 2: "2 wiersze", 5: "5 wierszy", 12: "12 wierszy", 22: "22 wiersze",
		112: "112 wierszy", 1002: "1002 wiersze", 1234567: "1\u00a0234\u00a0567 wierszy"} {
		if got := w.plural(n, w.rows); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	if got := english().count(1234); got != "1,234" {
		t.Error(got)
	}
}
