package jobs

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestCleanRunsTakesAwayLeftovers(t *testing.T) {
	dir := t.TempDir()
	if err := CleanRuns(filepath.Join(dir, "absent")); err != nil {
		t.Fatal(err)
	}
	for i := range keptRunDirs + 3 {
		path := filepath.Join(dir, fmt.Sprintf("run%03d", i))
		for _, sub := range []string{"temp", "export", "tables"} {
			if err := os.MkdirAll(filepath.Join(path, sub), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		at := time.Unix(int64(i), 0)
		for _, sub := range []string{"temp", "export"} { // removing them must not make the directory look new
			if err := os.Chtimes(filepath.Join(path, sub), at, at); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := CleanRuns(dir); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(left) != keptRunDirs || filepath.Base(left[0]) != "run003" {
		t.Errorf("%d left from %s, %v", len(left), left[0], err)
	}
	for _, sub := range []string{"temp", "export"} {
		if found, _ := filepath.Glob(filepath.Join(dir, "*", sub)); len(found) > 0 {
			t.Errorf("%d %s directories are left", len(found), sub)
		}
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "*", "tables")); len(found) != keptRunDirs {
		t.Errorf("%d kept tables are left", len(found))
	}
}
