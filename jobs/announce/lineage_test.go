package announce

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"testing"
	"time"

	"kartoteka/jobs/history"
)

func trace(t *testing.T, status history.Status) Trace {
	r := night(t, status, "en")
	if status != history.Late {
		r.Details.Inputs = []history.Input{{Source: "crm", File: "sources/crm_a.csv", SHA256: "ab12", Bytes: 900, RowsRead: 12500}}
	}
	return Trace{Project: r.Project, Version: "0.1.0", Run: r.Run, Details: r.Details, Tables: []Table{
		{Name: "contacts", Columns: []Column{{"contact_id", "VARCHAR", "stable id"}, {"as_of", "DATE", ""}}}}}
}

// lineage writes a whole run and gives its events back.
func lineage(t *testing.T, tr Trace) []map[string]any {
	t.Helper()
	path := LineagePath(t.TempDir(), tr.Run.ID)
	for range 2 { // a run that is taken up again starts anew
		if _, err := Begin(path, tr); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := End(path, tr); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var events []map[string]any
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		var e map[string]any
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}

// in follows keys and list places through decoded JSON.
func in(v any, path ...any) any {
	for _, step := range path {
		switch s := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[s]
		case int:
			l, _ := v.([]any)
			if s >= len(l) {
				return nil
			}
			v = l[s]
		}
	}
	return v
}

// What the specification requires of every event, whatever it tells.
func TestEventsHaveWhatTheSpecificationRequires(t *testing.T) {
	id := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	for status, end := range map[history.Status]string{history.OK: "COMPLETE", history.Warnings: "COMPLETE", history.Failed: "FAIL",
		history.ChecksFailed: "FAIL", history.Late: "FAIL", history.Cancelled: "ABORT", history.BadProject: "FAIL"} {
		events := lineage(t, trace(t, status))
		if len(events) != 2 || in(events[0], "eventType") != "START" || in(events[1], "eventType") != end {
			t.Fatalf("%s: %v", status, events)
		}
		for _, e := range events {
			if _, err := time.Parse(time.RFC3339, fmt.Sprint(e["eventTime"])); err != nil {
				t.Error(err)
			}
			if e["schemaURL"] != "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent" {
				t.Error(e["schemaURL"])
			}
			absolute(t, e["producer"])
			run := in(e, "run", "runId")
			if !id.MatchString(fmt.Sprint(run)) || run != in(events[0], "run", "runId") {
				t.Errorf("run %v", run)
			}
			if in(e, "job", "namespace") != "sklep-zielony" || in(e, "job", "name") != "nightly" {
				t.Errorf("job %v", e["job"])
			}
			facets(t, in(e, "run", "facets"))
			for _, side := range []string{"inputs", "outputs"} {
				sets, ok := e[side].([]any)
				if !ok {
					t.Errorf("%s is %T", side, e[side])
				}
				for _, set := range sets {
					if in(set, "namespace") != "sklep-zielony" || fmt.Sprint(in(set, "name")) == "" {
						t.Errorf("dataset %v", set)
					}
					facets(t, in(set, "facets"))
					for _, more := range []string{"inputFacets", "outputFacets"} {
						if f := in(set, more); f != nil {
							facets(t, f)
						}
					}
				}
			}
			if in(e, "run", "facets", "parent") != nil {
				t.Error("the run has a parent")
			}
		}
	}
}

// facets must each name their producer and their schema.
func facets(t *testing.T, v any) {
	t.Helper()
	all, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("facets are %T", v)
	}
	for name, f := range all {
		absolute(t, in(f, "_producer"))
		absolute(t, in(f, "_schemaURL"))
		if len(f.(map[string]any)) < 3 {
			t.Errorf("the facet %s says nothing", name)
		}
	}
}

func absolute(t *testing.T, v any) {
	t.Helper()
	if u, err := url.Parse(fmt.Sprint(v)); err != nil || !u.IsAbs() {
		t.Errorf("%v is no absolute URI", v)
	}
}

func TestLineageNamesFilesAndTables(t *testing.T) {
	end := lineage(t, trace(t, history.OK))[1]
	for _, c := range []struct {
		want any
		path []any
	}{
		{"2026-03-10T01:31:32.000Z", []any{"eventTime"}},
		{"2026-03-10", []any{"run", "facets", "kartoteka_run", "as_of"}},
		{"s1", []any{"run", "facets", "kartoteka_run", "snapshot_id"}},
		{"2026-03-10T01:30:00.000Z", []any{"run", "facets", "nominalTime", "nominalStartTime"}},
		{"sources/crm_a.csv", []any{"inputs", 0, "name"}},
		{"sha256:ab12", []any{"inputs", 0, "facets", "version", "datasetVersion"}},
		{12500.0, []any{"inputs", 0, "inputFacets", "inputStatistics", "rowCount"}},
		{"contacts", []any{"outputs", 0, "name"}},
		{"contact_id", []any{"outputs", 0, "facets", "schema", "fields", 0, "name"}},
		{"stable id", []any{"outputs", 0, "facets", "schema", "fields", 0, "description"}},
		{"DATE", []any{"outputs", 0, "facets", "schema", "fields", 1, "type"}},
		{9001.0, []any{"outputs", 0, "outputFacets", "outputStatistics", "rowCount"}},
		{"households", []any{"outputs", 1, "name"}},
		{nil, []any{"outputs", 1, "facets", "schema"}}, // no definition is known
		{nil, []any{"outputs", 2}},                     // rejects are not for BI
		{nil, []any{"run", "facets", "errorMessage"}},
	} {
		if got := in(end, c.path...); got != c.want {
			t.Errorf("%v is %v, want %v", c.path, got, c.want)
		}
	}
	failed := lineage(t, trace(t, history.ChecksFailed))[1]
	if got := in(failed, "run", "facets", "errorMessage", "message"); got != "blocking checks failed: contacts_are_sound (not_null: family_name)" {
		t.Error(got)
	}
	if in(failed, "outputs", 0) != nil || in(failed, "inputs", 0) == nil {
		t.Error(failed)
	}
}

func TestOldLineageIsDropped(t *testing.T) {
	dir := t.TempDir()
	tr := trace(t, history.OK)
	path := LineagePath(dir, tr.Run.ID)
	if _, err := Begin(path, tr); err != nil {
		t.Fatal(err)
	}
	for i := range keptTraces + 5 {
		if err := os.WriteFile(LineagePath(dir, fmt.Sprint("old", i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(path, at("2026-03-09 01:00:00"), at("2026-03-09 01:00:00")); err != nil {
		t.Fatal(err)
	}
	tr.Run.ID = "next"
	if _, err := Begin(LineagePath(dir, "next"), tr); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir + "/.kartoteka/lineage"); err != nil || len(left) != keptTraces {
		t.Errorf("%d are left, %v", len(left), err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the oldest stayed")
	}
}
