package steptest

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Run is the suite.
func Run(t *testing.T, spec pipelines.Spec) {
	t.Run("documented", func(t *testing.T) { documented(t, spec) })
	t.Run("unknown key", func(t *testing.T) { unknownKey(t, spec) })
	t.Run("keeps its promises", func(t *testing.T) { promises(t, spec) })
	t.Run("same result", func(t *testing.T) { sameResult(t, spec) })
	t.Run("cancel", func(t *testing.T) { cancel(t, spec) })
}

func documented(t *testing.T, spec pipelines.Spec) {
	for what, text := range map[string]string{"type": spec.Type, "summary": spec.Summary, "doc": spec.Doc, "example": spec.Example} {
		if strings.TrimSpace(text) == "" {
			t.Errorf("no %s", what)
		}
	}
	for _, o := range config.Options(spec.Options()) {
		if o.About == "" {
			t.Errorf("the option %s has no line of documentation", o.Key)
		}
	}
}

// unknownKey adds a key to the example and expects one problem on its line.
func unknownKey(t *testing.T, spec pipelines.Spec) {
	b := Prepare(t, spec, Options{})
	lines := strings.Split(strings.TrimRight(spec.Example, "\n"), "\n")
	mistyped := append(append([]string{lines[0]}, "  fromm_typo: people"), lines[1:]...)
	var problems config.Problems
	b.plan(spec, b.Run.Project, strings.Join(mistyped, "\n")+"\n", &problems)
	for _, p := range problems {
		if p.Line == 2 && strings.Contains(p.Message, "unknown key fromm_typo") {
			return
		}
	}
	t.Errorf("the key was not rejected on line 2: %v", problems)
}

// promises: columns, accounts, nothing left behind.
func promises(t *testing.T, spec pipelines.Spec) {
	b := Execute(t, spec, Options{})
	promised := map[string]bool{}
	for _, table := range b.Made {
		promised[table.Name] = true
		b.columns(t, table)
	}
	sides(t, spec, b.Made)
	for _, name := range b.tables(t) {
		if !b.before[name] && !promised[name] {
			t.Errorf("the table %s was left behind", name)
		}
	}
	entries, err := os.ReadDir(b.Run.Export)
	if err != nil || len(entries) > 0 {
		t.Errorf("%d files left in the export directory (%v)", len(entries), err)
	}
	for _, a := range b.Accounts {
		if err := a.Balance(); err != nil {
			t.Error(err)
		}
	}
	if len(b.Accounts) == 0 {
		t.Error("the step gives no account")
	}
}

// sides: a broken step declares Spec.Sides, so they must be the tables that a
// sound one makes beside its main table (those named after it aside).
func sides(t *testing.T, spec pipelines.Spec, made []*pipelines.Table) {
	t.Helper()
	for _, table := range made[min(1, len(made)):] {
		if !slices.Contains(spec.Sides, table.Name) && !strings.HasPrefix(table.Name, made[0].Name+"_") {
			t.Errorf("the side table %s is not among Spec.Sides", table.Name)
		}
	}
}

func (b *Bench) columns(t *testing.T, table *pipelines.Table) {
	t.Helper()
	got, err := b.DB.Describe(context.Background(), "SELECT * FROM "+duck.Ident(table.Name))
	if err != nil {
		t.Errorf("%s: %v", table.Name, err)
		return
	}
	if table.About == "" {
		t.Errorf("%s: the table is not documented", table.Name)
	}
	if table.Dynamic {
		return
	}
	if len(got) != len(table.Columns) {
		t.Errorf("%s: %d columns made, %d promised: %v, %v", table.Name, len(got), len(table.Columns), got, table.ColumnNames())
		return
	}
	for i, c := range table.Columns {
		if got[i].Name != c.Name || got[i].Type != c.Type {
			t.Errorf("%s: column %d is %s %s, promised %s %s", table.Name, i+1, got[i].Name, got[i].Type, c.Name, c.Type)
		}
		if c.Meaning == "" {
			t.Errorf("%s.%s: the column is not documented", table.Name, c.Name)
		}
	}
	for _, s := range append(append([]string(nil), table.Sort...), table.Key...) {
		if !table.Has(s) {
			t.Errorf("%s: sorted or keyed by %s, which is not a column", table.Name, s)
		}
	}
}

func sameResult(t *testing.T, spec pipelines.Spec) {
	want := Execute(t, spec, Options{}).dumpAll(t)
	for name, o := range map[string]Options{"again": {}, "one thread": {Threads: 1}, "four threads": {Threads: 4}, "shuffled": {Shuffle: true}, "shuffled, one thread": {Shuffle: true, Threads: 1}} {
		if got := Execute(t, spec, o).dumpAll(t); got != want {
			t.Errorf("%s: another result\n%s", name, Diff(want, got))
		}
	}
}

func cancel(t *testing.T, spec pipelines.Spec) {
	b := Prepare(t, spec, Options{})
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := b.Step.Run(ctx, b.Run); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gave %v", err)
	}
}

// Diff shows the lines that differ, at most ten.
func Diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	shown := 0
	for i := 0; i < max(len(w), len(g)) && shown < 10; i++ {
		var x, y string
		if i < len(w) {
			x = w[i]
		}
		if i < len(g) {
			y = g[i]
		}
		if x != y {
			b.WriteString("- " + x + "\n+ " + y + "\n")
			shown++
		}
	}
	return b.String()
}
