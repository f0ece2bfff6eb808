package announce

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"kartoteka/jobs/history"
)

func measures(t *testing.T) Measures {
	good, stopped := night(t, history.Warnings, "en"), night(t, history.ChecksFailed, "en")
	stopped.Run.Job = "a \"weekly\"\\\njob"
	stopped.Details.Steps = append(stopped.Details.Steps, stopped.Details.Steps[2]) // a check of the same name again
	return Measures{Project: "sklep-zielony", Published: good.Details.Outputs, Jobs: []JobMeasures{
		{Last: good.Run, Details: good.Details, LastSuccess: good.Run.Finished.Add(500 * time.Millisecond)},
		{Last: stopped.Run, Details: stopped.Details},
	}}
}

var (
	sampleForm = regexp.MustCompile(`^([a-z_]+)\{(.*)\} (-?[0-9.]+)$`)
	labelForm  = regexp.MustCompile(`^([a-z_]+)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(?:,|$)`)
)

// parse reads the text format strictly: HELP and TYPE before a family's samples,
// no family twice, no series twice, sorted. The key is name{label=value ...}.
func parse(t *testing.T, text []byte) map[string]float64 {
	t.Helper()
	samples, known := map[string]float64{}, map[string]bool{}
	var family, helped, before string
	if !bytes.HasSuffix(text, []byte("\n")) {
		t.Error("the last line does not end")
	}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		line := lines.Text()
		if rest, ok := strings.CutPrefix(line, "# HELP "); ok {
			helped, _, _ = strings.Cut(rest, " ")
			continue
		}
		if rest, ok := strings.CutPrefix(line, "# TYPE "); ok {
			name, kind, _ := strings.Cut(rest, " ")
			if name != helped || known[name] || kind != "gauge" {
				t.Errorf("%s after HELP of %s", line, helped)
			}
			family, known[name], before = name, true, ""
			continue
		}
		m := sampleForm.FindStringSubmatch(line)
		if m == nil || m[1] != family {
			t.Fatalf("not a sample of %s: %s", family, line)
		}
		var labels []string
		for rest := m[2]; rest != ""; {
			l := labelForm.FindStringSubmatch(rest)
			if l == nil {
				t.Fatalf("not a label: %s", rest)
			}
			labels, rest = append(labels, l[1]+"="+strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n").Replace(l[2])), rest[len(l[0]):]
		}
		value, err := strconv.ParseFloat(m[3], 64)
		key := family + "{" + strings.Join(labels, ";") + "}"
		if _, twice := samples[key]; err != nil || twice || m[2] <= before {
			t.Errorf("%s: %v, after %s", line, err, before)
		}
		samples[key], before = value, m[2]
	}
	return samples
}

func TestMetricsCanBeParsed(t *testing.T) {
	got := parse(t, Metrics(measures(t)))
	const p, weekly = "project=sklep-zielony;", "job=a \"weekly\"\\\njob"
	for key, want := range map[string]float64{
		"kartoteka_run_status{" + p + "job=nightly;status=warnings}":                                             1,
		"kartoteka_run_status{" + p + "job=nightly;status=ok}":                                                   0,
		"kartoteka_run_status{" + p + weekly + ";status=checks_failed}":                                          1,
		"kartoteka_run_duration_seconds{" + p + "job=nightly}":                                                   90,
		"kartoteka_run_finished_timestamp_seconds{" + p + "job=nightly}":                                         1773106292,
		"kartoteka_run_last_success_timestamp_seconds{" + p + "job=nightly}":                                     1773106292.5,
		"kartoteka_step_rows{" + p + "job=nightly;pipeline=contacts;step=extract crm;kind=rejected}":             12,
		"kartoteka_step_rows{" + p + "job=nightly;pipeline=contacts;step=dedupe contacts_found;kind=merged}":     3487,
		"kartoteka_step_rows{" + p + "job=nightly;pipeline=contacts;step=dedupe contacts_found;kind=suppressed}": 0,
		"kartoteka_check_rules{" + p + "job=nightly;outcome=warned}":                                             1,
		"kartoteka_check_rules{" + p + weekly + ";outcome=failed}":                                               1,
		"kartoteka_published_rows{" + p + "table=contacts}":                                                      9001,
	} {
		if value, ok := got[key]; !ok || value != want {
			t.Errorf("%s is %v (%v), want %v", key, value, ok, want)
		}
	}
	for _, absent := range []string{"kartoteka_run_last_success_timestamp_seconds{" + p + weekly + "}", "kartoteka_published_rows{" + p + "table=rejects}"} {
		if _, ok := got[absent]; ok {
			t.Errorf("%s should not be there", absent)
		}
	}
}

func TestMetricsAreTheSameEachTime(t *testing.T) {
	first := Metrics(measures(t))
	for range 20 {
		if !bytes.Equal(first, Metrics(measures(t))) {
			t.Fatal("the order changes")
		}
	}
	if got := Metrics(Measures{Project: "new"}); len(got) != 0 {
		t.Errorf("%s", got)
	}
}

func TestMetricsAreReplacedWhole(t *testing.T) {
	path := MetricsPath(t.TempDir())
	for _, m := range []Measures{measures(t), {Project: "new"}, measures(t)} {
		if err := WriteMetrics(path, m); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, Metrics(measures(t))) {
		t.Error(err)
	}
	if rest, err := os.ReadDir(filepath.Dir(path)); err != nil || len(rest) != 1 {
		t.Errorf("%d files are left, %v", len(rest), err)
	}
}

func TestTheLastRunIsTheOneThatEndedLast(t *testing.T) {
	run := func(id string, s history.Status, day int, snapshot string) history.Run {
		return history.Run{ID: id, Job: "nightly", Status: s, SnapshotID: snapshot, Finished: at("2026-03-10 01:00:00").AddDate(0, 0, day)}
	}
	runs := []history.Run{run("a", history.Failed, 2, ""), run("b", history.OK, 1, "s"), run("c", history.OK, 3, ""), run("d", history.Skipped, 4, ""), run("e", history.Queued, 5, "")}
	if got := Last(runs, "nightly"); got.ID != "a" {
		t.Error(got.ID)
	}
	if got := Seen(runs); got.ID != "b" {
		t.Error(got.ID)
	}
	if got := Last(runs, "weekly"); got.ID != "" {
		t.Error(got.ID)
	}
}
