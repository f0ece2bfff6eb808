package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

const two = "- check: c\n  from: people\n  on_fail: quarantine\n  rules: [{not_blank: email}, {unique: city}, {row_count: {max: 1}}]\n"

// accepting runs a check with accepted issues.
func accepting(t *testing.T, accepted ...config.Acceptance) *steptest.Bench {
	t.Helper()
	b := steptest.Prepare(t, Spec(), steptest.Options{YAML: strings.Replace(two, "quarantine", "keep", 1)})
	b.Run.Project.Accepted = accepted
	people, _ := b.Run.Table("people")
	people.Key = []string{"kind", "id"}
	step, made, problems := plan(b, two)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var err error
	if b.Accounts, err = step.Run(t.Context(), b.Run); err != nil {
		t.Fatal(err)
	}
	b.Made = made
	return b
}

func TestAcceptedRowsDoNotCount(t *testing.T) {
	until := time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)
	b := accepting(t, config.Acceptance{Check: "c", Rule: "not_blank email", Record: "firm:P3", Until: until},
		config.Acceptance{Check: "c", Rule: "unique city", Record: config.EveryRecord, Until: until},
		config.Acceptance{Check: "c", Rule: "row_count", Record: "people", Until: until})
	var got []string
	for _, c := range b.Journal.Checks {
		got = append(got, fmt.Sprintf("%s %s %d %+v", c.Rule, c.Status, c.Failing, c.Issues))
	}
	want := `not_blank email failed 2 {New:1 Fixed:0 Known:1 Accepted:1}
unique city passed 4 {New:0 Fixed:0 Known:4 Accepted:4}
row_count passed 1 {New:0 Fixed:0 Known:1 Accepted:1}`
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if dump := b.Dump(t, "c_failing"); strings.Contains(dump, "P3") || !strings.Contains(dump, "P4") {
		t.Errorf("an accepted row is kept out:\n%s", dump)
	}
}

func TestAcceptedRulesMustExist(t *testing.T) {
	b := steptest.Prepare(t, Spec(), steptest.Options{YAML: strings.Replace(two, "quarantine", "keep", 1)})
	b.Run.Project.Accepted = []config.Acceptance{{Check: "c", Rule: "not_blank emal", Record: "x", At: config.Pos{File: config.AcceptedFile, Line: 2, Col: 1}}}
	if _, _, p := plan(b, two); p.Error() != "issues/accepted.csv:2:1: the check c has no rule not_blank emal; did you mean not_blank email?" && !strings.Contains(p.Error(), "did you mean not_blank email?") {
		t.Error(p)
	}
}

// before is a last snapshot that has nothing but a table of issues.
type before struct{ path string }

func (b before) ID() string { return "s" }
func (b before) Path(table string) (string, bool) {
	return b.path, table == "run_issues"
}

// TestManyFailingRows: a rule that many rows break has a bounded number of lines and an exact count.
func TestManyFailingRows(t *testing.T) {
	spec := Spec()
	spec.Fixture = "CREATE TABLE people AS SELECT CAST(i AS VARCHAR) AS id, CAST(NULL AS VARCHAR) AS name, i % 2 AS odd FROM range(30000) AS r(i)"
	for key, want := range map[string]int64{"id": 10_000, "odd": 1} {
		yaml := "- check: c\n  from: people\n  key: " + key + "\n  on_fail: keep\n  rules: [{not_null: name}]\n"
		b := steptest.Prepare(t, spec, steptest.Options{YAML: yaml})
		b.Run.Project.Accepted = []config.Acceptance{{Check: "c", Rule: "not_null name", Record: "9999", Until: b.Run.AsOf}}
		if _, err := b.Step.Run(t.Context(), b.Run); err != nil {
			t.Fatal(err)
		}
		var lines, rows int64
		for _, i := range b.Journal.Issues {
			if rows += i.Rows; i.Record != "" && i.State != pipelines.IssueAccepted {
				lines++
			}
		}
		if lines != want || rows != 30_000 {
			t.Errorf("%s: %d lines for %d rows", key, lines, rows)
		}
		if c := b.Journal.Checks[0]; key == "id" && c.Issues.Accepted != 1 {
			t.Errorf("an accepted record beyond the first is not found: %+v", c.Issues)
		}
	}
}

// TestIssuesOfTheLastSnapshot reads them back from Parquet.
func TestIssuesOfTheLastSnapshot(t *testing.T) {
	b := steptest.Prepare(t, Spec(), steptest.Options{YAML: "- check: c\n  from: people\n  key: id\n  on_fail: keep\n  rules: [{not_null: name}]\n"})
	b.Run.Previous = before{filepath.Join(b.Run.Export, "run_issues.parquet")}
	err := b.DB.Exec(t.Context(), `COPY (SELECT 'x' AS issue_id, 'c' AS check_name, 'not_null name' AS rule, 'people' AS table_name, k AS record_key, CAST(1 AS BIGINT) AS rows, 'new' AS state,
		DATE '2026-03-30' AS first_seen, DATE '2026-03-30' AS last_seen, CAST(1 AS BIGINT) AS nights, CAST(NULL AS DATE) AS fixed_on, CAST(NULL AS DATE) AS accepted_until, '' AS accepted_by, '' AS reason
		FROM (VALUES ('P4'), ('P9')) AS v(k)) TO '`+b.Run.Export+`/run_issues.parquet' (FORMAT parquet)`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Step.Run(t.Context(), b.Run); err != nil {
		t.Fatal(err)
	}
	if c := b.Journal.Checks[0].Issues; (c != pipelines.IssueCounts{Known: 1, Fixed: 1}) {
		t.Errorf("%+v", c)
	}
	_ = os.Remove(b.Run.Export + "/run_issues.parquet")
}
