package jobs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// project writes files and loads them; problems of shape fail the test.
func project(t *testing.T, job string) *config.Project {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"kartoteka.yaml":          "project: firm\ntime_zone: Europe/Warsaw\n",
		"jobs/nightly.yaml":       job,
		"pipelines/contacts.yaml": "pipeline: contacts\nsteps:\n  - extract: crm\n    files: in/*.csv\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, problems := config.Load(dir, func(string) (string, bool) { return "", false })
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

func ledger(t *testing.T) *history.Ledger {
	t.Helper()
	l, err := history.Open(t.Context(), history.Path(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func at(text string) time.Time {
	v, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return v
}

// The marks under a line show where the message points.
func TestCheckPoints(t *testing.T) {
	for _, c := range []struct{ job, mark, says string }{
		{`schedule: {cron: "30 25 * * *"}`, `                     ^`, "schedule.cron: 25 is no hour; write 0 to 23"},
		{`schedule: {cron: 30 2 * * pon}`, `                          ^`, "schedule.cron: \"pon\" is no day of week"},
		{`schedule: {cron: '0 0 30 2 *'}`, `                      ^`, "no such day"},
		{`schedule: {cron: "0 0 * * *", time_zone: Europe/Warszawa}`, `                                         ^`, "is not a time zone"},
		{`schedule: {cron: "0 0 * * *", missed: skip, max_age: 3h}`, `                                                     ^`, "max_age has no effect"},
		{`timeout: 0s`, `         ^`, "a timeout of no length"},
		{`wait_for: {sources: [crn], until: "04:00"}`, `                     ^`, "no extract step of this job is called crn; did you mean crm?"},
		{`wait_for: {sources: [crm], until: 4 rano}`, `                                  ^`, `is not a time of day; write it as "04:00"`},
		{`notify: [{on: [failed], email: a@example.com}]`, `        ^`, "no mail server"},
		{`schedule: {cron: "30 2 * * mon-fri", time_zone: Europe/Warsaw}`, ``, ""},
	} {
		p := project(t, "job: nightly\npipelines: [contacts]\n"+c.job+"\n")
		problems := Check(p)
		if c.says == "" {
			if len(problems) != 0 {
				t.Errorf("%s\n%v", c.job, problems)
			}
			continue
		}
		if len(problems) != 1 || !strings.Contains(problems[0].String(), c.says) {
			t.Errorf("%s\nproblems: %v\nwant: %s", c.job, problems, c.says)
			continue
		}
		if got, want := problems[0].Pos, (config.Pos{File: "jobs/nightly.yaml", Line: 3, Col: strings.Index(c.mark, "^") + 1}); got != want {
			t.Errorf("%s\n%s\npoints at column %d, want %d", c.job, c.mark, got.Col, want.Col)
		}
	}
}

func TestAPauseLongerThanTheTimeoutIsAMistake(t *testing.T) {
	p := project(t, "job: nightly\npipelines: [contacts]\ntimeout: 1m\nretries: {attempts: 3, backoff: 5m}\n")
	if problems := Check(p); len(problems) != 1 || problems[0].Line != 4 {
		t.Error(problems)
	}
}

func TestAsOfIsTheDateInTheJobsZone(t *testing.T) {
	p := project(t, "job: nightly\npipelines: [contacts]\nschedule: {cron: '30 0 * * *', time_zone: Asia/Tokyo}\n")
	zone, err := ZoneOf(p, p.Jobs[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := AsOf(at("2026-03-10 15:30"), zone); !got.Equal(at("2026-03-11 00:00")) {
		t.Error(got)
	}
}
