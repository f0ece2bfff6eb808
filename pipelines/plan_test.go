package pipelines

import (
	"strings"
	"testing"
)

func TestPlanProblems(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"unknown type":        {"  - maek: a\n", "pipelines/a.yaml:3:5: steps[0]: there is no step type maek; did you mean make?"},
		"type not first":      {"  - rows: 3\n    make: a\n", "pipelines/a.yaml:3:11: steps[0].rows: \"3\" cannot name a table"},
		"unknown table":       {"  - make: people\n  - make: b\n    from: poeple\n", "pipelines/a.yaml:5:11: steps[1].from: no earlier step makes the table poeple; did you mean people?"},
		"used before made":    {"  - make: b\n    from: a\n  - make: a\n", "pipelines/a.yaml:4:11: steps[0].from: the table a is used before it is made; it is made at pipelines/a.yaml:5:5; move that step up or this one down"},
		"made twice":          {"  - make: a\n  - make: a\n", "pipelines/a.yaml:4:11: steps[1].make: the table a is made twice; it is made already at pipelines/a.yaml:3:5; rename one"},
		"changes another's":   {"  - make: a\n  - make: a\n    from: a\n", "pipelines/a.yaml:4:11: steps[1].make: make would change the table a, which make a made; give the result a name of its own; no step changes another's table"},
		"name of the run's":   {"  - make: rejects\n", "pipelines/a.yaml:3:11: steps[0].make: the table rejects is made twice; it is made already by every run; rename one"},
		"publishes unknown":   {"  - make: a\npublish: [b]\n", "pipelines/a.yaml:4:11: publish[0]: no step makes the table b; allowed: a"},
		"publishes twice":     {"  - make: a\npublish: [a, {a: a}]\n", "pipelines/a.yaml:4:18: publish[1].a: the table a is published twice; the first is at pipelines/a.yaml:4:11; remove one"},
		"undefined parameter": {"  - make: a\n    rows: ${param.nn}\n", "pipelines/a.yaml:4:11: steps[0].rows: ${param.nn} is not defined; declare it under params: of jobs/nightly.yaml"},
		"unknown reference":   {"  - make: a\n    rows: ${now}\n", "pipelines/a.yaml:4:11: steps[0].rows: ${now} is not defined; use ${run.as_of}, ${param.name} or ${env.NAME}"},
		"unset environment":   {"  - make: a\n    check: ${env.NOPE}\n", "pipelines/a.yaml:4:12: steps[0].check: ${env.NOPE} is not defined; set the environment variable NOPE"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, c.in)
			_, problems := plan(t, dir, nil)
			if got := problems.Sorted().Error(); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// One mistake is reported once, not again by every reader of the table.
func TestPlanReportsOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\n    rows: many\n  - make: b\n    from: a\n  - make: c\n    from: b\npublish: [a, b, c]\n")
	_, problems := plan(t, dir, nil)
	if len(problems) != 1 {
		t.Errorf("got %v", problems)
	}
}

func TestPlanParams(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\n    rows: ${param.n}\n")
	for set, want := range map[string]string{"n=7": "", "n=x": "the parameter n cannot be \"x\"; write a whole number", "m=1": "the job nightly has no parameter m"} {
		k, v, _ := strings.Cut(set, "=")
		p, problems := plan(t, dir, map[string]string{k: v})
		if got := problems.Error(); !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("%s: %q", set, got)
		}
		if want == "" && p.Steps[0].Step.(fakeStep).o.Rows != 7 {
			t.Errorf("%s: rows are %d", set, p.Steps[0].Step.(fakeStep).o.Rows)
		}
	}
}

func TestSchemaResolves(t *testing.T) {
	if _, err := fakes.Schema().Resolve(nil); err != nil {
		t.Fatal(err)
	}
}

func TestAccountBalance(t *testing.T) {
	for name, c := range map[string]struct {
		a  Account
		ok bool
	}{
		"balanced":         {Account{In: 10, Added: 2, Out: 8, Rejected: 1, Merged: 2, Suppressed: 1}, true},
		"lost":             {Account{In: 10, Out: 9}, false},
		"reasons add up":   {Account{In: 3, Out: 1, Rejected: 2, Reasons: []Reason{{KindRejected, "a", 1}, {KindRejected, "b", 1}}}, true},
		"reasons too few":  {Account{In: 3, Out: 1, Rejected: 2, Reasons: []Reason{{KindRejected, "a", 1}}}, false},
		"others are free":  {Account{In: 3, Out: 3, Reasons: []Reason{{KindChanged, "a", 9}}}, true},
		"counting nothing": {Account{}, true},
	} {
		if err := c.a.Balance(); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}
