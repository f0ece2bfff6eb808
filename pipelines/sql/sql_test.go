package sql

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }

func TestExample(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	want := "region|people|latest\nmazowieckie|2|2026-02-01\nśląskie|1|2024-05-05\n∅|1|2024-05-05\n"
	if got := b.Dump(t, "by_region"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if c, _ := b.Made[0].Column("people"); c.Unit != "people" || c.Meaning != "people of the region" {
		t.Errorf("documented as %+v", c)
	}
}

// problems decodes and plans a step on the fixture, and gives what is wrong with it.
func problems(t *testing.T, yaml string) string {
	t.Helper()
	spec := Spec()
	b := steptest.Prepare(t, spec, steptest.Options{})
	if err := os.WriteFile(filepath.Join(b.Dir, "two.sql"), []byte("SELECT 1 AS n; SELECT 2 AS n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var p config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte("- sql: x\n"+yaml), &p).Items()[0], &p)
	options := spec.Options()
	config.Decode(entry.Body, options, &p)
	step, more := spec.New(entry, options, pipelines.Setting{Project: b.Run.Project, Job: "test"})
	p = append(p, more...)
	for _, in := range step.Inputs() {
		if _, ok := b.Run.Table(in.Table.Value); !ok {
			p.Add(in.Table.At, "no table is called "+in.Table.Value, "")
		}
	}
	return p.Sorted().Error()
}

func TestMistakes(t *testing.T) {
	for yaml, want := range map[string]string{
		"  about: nothing\n":                                       "the step has no query",
		"  query: SELECT 1\n  file: two.sql\n":                     "query and file are both given",
		"  file: two.sql\n":                                        "2 statements stand here, one SELECT is allowed",
		"  file: ../two.sql\n":                                     "leaves the project",
		"  file: three.sql\n":                                      "three.sql cannot be read",
		"  query: DROP TABLE people\n":                             "only SELECT is allowed",
		"  query: SELECT * FROM poeple\n":                          "no table is called poeple",
		"  query: SELECT * FROM '/etc/passwd'\n":                   "no table is called /etc/passwd",
		"  query: SELECT * FROM read_text('/etc/passwd')\n":        "read_text is not allowed",
		"  query: SELECT now() AS n\n":                             "now reads the clock; write ${run.as_of}",
		"  from: other\n  query: SELECT * FROM people\n":           "the query reads people, which is not named here",
		"  query: SELECT 1 AS n\n  columns: {n: {menaing: one}}\n": "menaing",
	} {
		if got := problems(t, yaml); !strings.Contains(got, want) || !strings.Contains(got, "p.yaml:") {
			t.Errorf("%s got %s, want %s", yaml, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	for query, want := range map[string]string{
		"SELECT SUM(1) AS n FROM people":                   "the column n is HUGEINT, which a table may not have; write CAST(... AS BIGINT) AS n",
		"SELECT [1] AS n FROM people":                      "write CAST(... AS",
		"SELECT CAST(1 AS DECIMAL(38,2)) AS n FROM people": "write CAST(... AS DECIMAL(18,2)) AS n",
		"SELECT since AS other FROM people":                "columns: documents n, which the query does not make",
		"SELECT CAST(region AS DATE) AS n FROM people":     "run the query",
	} {
		b := steptest.Prepare(t, Spec(), steptest.Options{YAML: "- sql: x\n  query: " + query + "\n  columns: {n: number}\n"})
		_, err := b.Step.Run(context.Background(), b.Run)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "mazowieckie") {
			t.Errorf("%s: %v, want %s", query, err, want)
		}
	}
}
