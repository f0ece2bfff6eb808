package response

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestExampleGolden holds every table that the example makes.
func TestExampleGolden(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	for _, table := range b.Made {
		path := filepath.Join("testdata", table.Name+".golden")
		got := b.Dump(t, table.Name)
		if *update {
			must(t, os.MkdirAll("testdata", 0o755))
			must(t, os.WriteFile(path, []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(path)
		must(t, err)
		if got != string(want) {
			t.Errorf("%s differs; run the test with -update when that is right\n%s", path, steptest.Diff(string(want), got))
		}
	}
}
