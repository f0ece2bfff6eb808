package pipelines

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
)

// When a file counts: once it has rested, or at once with its marker beside it.
func TestWhenAFileCounts(t *testing.T) {
	for _, c := range []struct {
		wait   string
		age    time.Duration
		marked bool
		why    string // it does not count yet; empty: it counts
	}{
		{"", 0, false, ""},
		{", settled: 2m", time.Minute, false, "was changed less than 2m0s ago"},
		{", settled: 2m", 3 * time.Minute, false, ""},
		{", settled: 2m", 0, true, ""},
		{", marker: required", time.Hour, false, "has no crm.csv.done beside it"},
		{", marker: required", 0, true, ""},
		{", settled: 2m, marker: required", time.Hour, false, "has no crm.csv.done"},
	} {
		dir := t.TempDir()
		write(t, dir, "  - make: a\n    files: in/crm*\npublish: [a]\n")
		job := "job: nightly\npipelines: [one]\nwait_for: {sources: [a]" + c.wait + "}\n"
		if err := os.WriteFile(filepath.Join(dir, "jobs", "nightly.yaml"), []byte(job), 0o644); err != nil {
			t.Fatal(err)
		}
		now := time.Date(2026, 3, 31, 2, 0, 0, 0, time.UTC)
		file := filepath.Join(dir, "in", "crm.csv")
		for _, name := range []string{file, file + ".done"} {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chtimes(file, now, now.Add(-c.age)); err != nil {
			t.Fatal(err)
		}
		if !c.marked {
			if err := os.Remove(file + ".done"); err != nil {
				t.Fatal(err)
			}
		}
		p, problems := plan(t, dir, nil)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		if dirs := InputDirs(p, []string{"a"}); len(dirs) != 1 || filepath.Base(dirs[0]) != "in" {
			t.Errorf("looks in %v", dirs)
		}
		files, err := match(p.Project, Pattern{Glob: config.Text{Value: "in/crm*"}})
		if err != nil || len(files) != 1 {
			t.Errorf("%d files, %v", len(files), err)
		}
		reasons, err := Missing(p, []string{"a"}, now)
		switch text := strings.Join(reasons, "\n"); {
		case err != nil:
			t.Error(err)
		case c.why == "" && text != "" || !strings.Contains(text, c.why):
			t.Errorf("%q, %s old, marker %v: %q, want %q", c.wait, c.age, c.marked, text, c.why)
		}
	}
}
