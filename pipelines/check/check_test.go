package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write goldens")

// keyed is the step on tables whose rows have keys, as steps declare them; the suite's fixture has none.
func keyed(t *testing.T, yaml string, o steptest.Options) (*steptest.Bench, string) {
	t.Helper()
	o.YAML = strings.Replace(yaml, "on_fail: quarantine", "on_fail: keep", 1)
	b := steptest.Prepare(t, Spec(), o)
	people, _ := b.Run.Table("people")
	people.Key = []string{"id"}
	step, made, problems := plan(b, yaml)
	if len(problems) > 0 {
		return b, problems.Error()
	}
	accounts, err := step.Run(t.Context(), b.Run)
	if err != nil {
		t.Fatal(err)
	}
	b.Accounts, b.Made = accounts, made
	return b, ""
}

func plan(b *steptest.Bench, yaml string) (pipelines.Step, []*pipelines.Table, config.Problems) {
	var p config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte(yaml), &p).Items()[0], &p)
	spec := Spec()
	options := spec.Options()
	config.Decode(entry.Body, options, &p)
	step, more := spec.New(entry, options, pipelines.Setting{Project: b.Run.Project, Job: "test"})
	if p = append(p, more...); len(p) > 0 {
		return step, nil, p.Sorted()
	}
	in := map[string]*pipelines.Table{}
	for _, i := range step.Inputs() {
		table, ok := b.Run.Table(i.Table.Value)
		if !ok {
			p.Add(i.Table.At, "no table is called "+i.Table.Value, "")
			continue
		}
		in[table.Name] = table
	}
	made, more := step.Plan(in)
	return step, made, append(p, more...).Sorted()
}

// TestConformance runs the suite without keys: rows are recorded, not kept out.
func TestConformance(t *testing.T) {
	spec := Spec()
	spec.Example = strings.Replace(spec.Example, "on_fail: quarantine", "on_fail: keep", 1)
	steptest.Run(t, spec)
}

func results(b *steptest.Bench) string {
	var out strings.Builder
	for _, c := range b.Journal.Checks {
		fmt.Fprintf(&out, "%s: %s %d of %d, measured %s, blocking %t\n", c.Rule, c.Status, c.Failing, c.Rows, c.Measured, c.Blocking)
	}
	return out.String()
}

func issues(b *steptest.Bench) string {
	var out strings.Builder
	for _, i := range b.Journal.Issues {
		fmt.Fprintf(&out, "%s: %s %s of %s, %d rows, night %d\n", i.Rule, i.State, i.Record, i.Table, i.Rows, i.Nights)
	}
	return out.String()
}

func TestExample(t *testing.T) {
	b, problems := keyed(t, Spec().Example, steptest.Options{})
	if problems != "" {
		t.Fatal(problems)
	}
	got := results(b) + issues(b) + b.Dump(t, "people_are_sound_failing") + fmt.Sprintf("%+v\n", b.Journal.Quarantine)
	path := filepath.Join("testdata", "example.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("\n%s", steptest.Diff(string(want), got))
	}
}

func TestOnFail(t *testing.T) {
	const head = "- check: c\n  from: people\n"
	for yaml, want := range map[string]string{
		"  rules: [{unique: kind}]\n":                                                                     "unique kind: failed 5 of 6, measured 0.833333, blocking true\n",
		"  rules: [{unique: [kind, city]}]\n  on_fail: keep\n":                                            "unique kind, city: failed 2 of 6, measured 0.333333, blocking false\n",
		"  rules: [{unique: [city, kind], when: \"id <> 'P1'\", warn: {above: 0}}]\n":                     "unique city, kind: passed 0 of 5, measured 0, blocking true\n",
		"  rules: [{not_null: name, warn: {above: 0}}, {not_null: name, fail: {above_percent: 16}}]\n":    "not_null name: warned 1 of 6, measured 0.166667, blocking true\nnot_null name 2: failed 1 of 6, measured 0.166667, blocking true\n",
		"  rules: [{row_count: {max: 2}, when: kind = 'person'}]\n  on_fail: quarantine\n":                "row_count: failed 1 of 3, measured 3, blocking true\n",
		"  rules: [{sql: SELECT kind FROM people WHERE name IS NULL, name: x}]\n  on_fail: quarantine\n":  "x: failed 1 of 6, measured 0.166667, blocking true\n",
		"  rules: [{sql: SELECT id FROM people WHERE name IS NULL}]\n  on_fail: quarantine\n":             "sql: failed 1 of 6, measured 0.166667, blocking false\n",
		"  rules: [{freshness: {column: seen, max_age: 1d}}, {freshness: {column: born, max_age: 1d}}]\n": "freshness seen: passed 0 of 6, measured 2026-04-02 00:00:00, blocking true\nfreshness born: failed 1 of 6, measured 1991-01-01 00:00:00, blocking true\n",
		"  rules: [{foreign_key: {column: city, table: cities}, when: \"kind = 'company'\"}]\n":           "foreign_key city: failed 1 of 1, measured 1, blocking true\n",
	} {
		b, problems := keyed(t, head+yaml, steptest.Options{})
		if problems != "" {
			t.Errorf("%s %s", yaml, problems)
		} else if got := results(b); got != want {
			t.Errorf("%s got %s want %s", yaml, got, want)
		}
	}
}

func TestMistakes(t *testing.T) {
	for yaml, want := range map[string]string{
		"  rules: [{unique: identity}]\n":                                              "the table people has no column identity",
		"  rules: [{unique: id, not_null: id}]\n":                                      "the rule has 2 kinds: not_null, unique",
		"  rules: [{when: id = 1}]\n":                                                  "the rule has no kind; write one of not_null, not_blank,",
		"  rules: [{regex: {column: postcode, pattern: '('}}]\n":                       "the pattern cannot be read",
		"  rules: [{regex: {column: born, pattern: '1'}}]\n":                           "born is DATE, a pattern needs text",
		"  rules: [{range: {column: born}}]\n":                                         "the range has no bounds",
		"  rules: [{range: {column: born, min: yesterday}}]\n":                         `"yesterday" cannot be compared with born`,
		"  rules: [{freshness: {column: city, max_age: 1d}}]\n":                        "freshness needs a DATE",
		"  rules: [{foreign_key: {column: city, table: cities, references: x}}]\n":     "the table cities has no column x",
		"  rules: [{foreign_key: {column: city, table: towns}}]\n":                     "no table is called towns",
		"  rules: [{sql: DELETE FROM people}]\n":                                       "only SELECT is allowed",
		"  rules: [{not_null: id, when: '1=1) OR (now() > seen'}]\n":                   "now reads the clock",
		"  rules: [{not_null: id, when: '1=1); DELETE FROM people; --'}]\n":            "the SQL may not run",
		"  rules: [{not_null: id, warn: {}}]\n":                                        "the threshold has no figure",
		"  rules: [{length: {column: id}}]\n":                                          "the length has no bounds",
		"  rules: [{row_count: {}}]\n":                                                 "the number of rows has no bounds",
		"  rules: [{measure: {figure: mean, column: city, max: 1}}]\n":                 "city is VARCHAR, mean needs a number",
		"  rules: [{measure: {figure: maen, column: part, max: 1}}]\n":                 "did you mean mean?",
		"  rules: [{castable: {column: joined, type: dat}}]\n":                         "there is no type dat; did you mean date?",
		"  rules: [{castable: {column: joined, type: number, format: '%Y'}}]\n":        "format is for dates",
		"  rules: [{not_in_future: city}]\n":                                           "city is VARCHAR, it needs a DATE or a TIMESTAMP",
		"  rules: [{expression: born <}]\n":                                            "the SQL may not run",
		"  rules: [{expression: born < now()}]\n":                                      "now reads the clock",
		"  rules: [{phone: [phone, fone]}]\n":                                          "the table people has no column fone",
		"  rules: [{postcode: {column: postcode, country: contry}}]\n":                 "did you mean country?",
		"  rules: [{exactly_once: {column: id, table: cities}}]\n":                     "the table cities has no column id",
		"  rules: [{sum_per: {column: name, by: home}}]\n":                             "a sum needs a number",
		"  rules: [{matches: {table: totals, figure: sum}}]\n":                         "the sum has no column",
		"  rules: [{matches: {table: totals, figure: sum, column: part, by: [id]}}]\n": "the table totals has no column id",
		"  rules: [{mailable: {contact: id, contacts: cities}}]\n":                     "the table cities has no column contact_id",
		"  rules: [{not_suppressed: {contact: id, channel: letter}}]\n":                "channel",
		"  rules: [{not_null: id, compared: {}}]\n":                                    "the comparison needs one limit",
		"  rules: [{not_null: id, compared: {max_deviations: 4}}]\n":                   "deviations are from a median; write with: median",
		"  rules: [{unique: id}]\n  key: [ide]\n":                                      "the table people has no column ide",
		"  rules: [{not_null: id}]\n  on_fail: drop\n":                                 "drop",
	} {
		b := steptest.Prepare(t, Spec(), steptest.Options{YAML: "- check: c\n  from: people\n  rules: [{not_null: id}]\n"})
		if _, _, p := plan(b, "- check: c\n  from: people\n"+yaml); !strings.Contains(p.Error(), want) {
			t.Errorf("%s got %s, want %s", yaml, p.Error(), want)
		}
	}
	b := steptest.Prepare(t, Spec(), steptest.Options{YAML: "- check: c\n  from: people\n  rules: [{not_null: id}]\n"})
	if _, _, p := plan(b, Spec().Example); !strings.Contains(p.Error(), "the rows of people have no key") {
		t.Errorf("no key: %s", p.Error())
	}
}
