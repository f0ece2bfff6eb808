package announce

import (
	"reflect"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// The last run of each line is the one that is told about.
func TestEvents(t *testing.T) {
	for runs, want := range map[string]string{
		"ok":                                  "ok",
		"warnings":                            "warnings",
		"ok, failed":                          "failed",
		"bad_project":                         "failed",
		"checks_failed":                       "checks_failed",
		"late":                                "late",
		"cancelled":                           "cancelled",
		"failed, ok":                          "recovered ok",
		"late, warnings":                      "recovered warnings",
		"failed, cancelled, ok":               "recovered ok",
		"interrupted, ok":                     "recovered ok",
		"failed, ok, ok":                      "ok",
		"failed, skipped, locked, queued, ok": "recovered ok",
		"failed, rehearsed, ok":               "recovered ok",
		"failed, failed":                      "failed",
		"failed, rehearsed":                   "",
		"running, ok":                         "ok",
	} {
		var all []history.Run
		for i, word := range strings.Split(runs, ", ") {
			r := history.Run{ID: strings.Repeat("x", i+1), Job: "nightly", Status: history.Status(word), SnapshotID: "s",
				Started: at("2026-03-10 01:30:00").AddDate(0, 0, i), Finished: at("2026-03-10 01:31:00").AddDate(0, 0, i)}
			switch word {
			case "rehearsed":
				r.Status, r.SnapshotID = history.OK, ""
			case "failed", "bad_project", "checks_failed", "late", "cancelled":
				r.SnapshotID = ""
			}
			all = append([]history.Run{r}, all...)
		}
		other := all[0]
		other.Job, other.ID, other.Status = "weekly", "other", history.Failed
		if got := strings.Join(Events(Report{Run: all[0], Before: Before(append(all, other), all[0])}), " "); got != want {
			t.Errorf("%s: %q, want %q", runs, got, want)
		}
	}
}

func TestEachAddressHearsOnce(t *testing.T) {
	text := func(all ...string) (out []config.Text) {
		for _, a := range all {
			out = append(out, config.Text{Value: a})
		}
		return out
	}
	notify := []config.Notify{
		{On: []string{"ok"}, Email: text("b@x.example", "a@x.example")},
		{On: []string{"failed", "recovered"}, Email: text("a@x.example", "c@x.example")},
		{On: []string{"late"}, Email: text("d@x.example")},
	}
	if got := Recipients(notify, []string{"recovered", "ok"}); !reflect.DeepEqual(got, []string{"b@x.example", "a@x.example", "c@x.example"}) {
		t.Error(got)
	}
	if got := Recipients(notify, nil); got != nil {
		t.Error(got)
	}
}
