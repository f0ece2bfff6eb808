package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// A golden shows a table in full when its rows take at most wholeTable bytes;
// of a larger one the first rows, and a digest of every column.
const (
	wholeTable = 48_000
	firstRows  = 20
)

// TestExample: a change in any published number of the example shows in
// testdata/example/golden, and every reader sees the same numbers.
func TestExample(t *testing.T) {
	s := exampleShop(t)
	m := s.mustNight("2026-03-31")
	t.Run("golden", func(t *testing.T) { goldenTables(t, s, m) })
	t.Run("readers", func(t *testing.T) { readersAgree(t, s, m) })
}

func goldenTables(t *testing.T, s shop, m *snapshot.Manifest) {
	t.Helper()
	golden := filepath.Join(exampleDir, "golden")
	var names []string
	for _, file := range m.Tables {
		if file.Place == "state" || file.Place == "" {
			continue
		}
		name := file.Table + ".txt"
		if file.Place != "tables" {
			name = file.Place + "_" + name
		}
		names = append(names, name)
		compareGolden(t, filepath.Join(golden, name), dump(t, s.path("published"), file))
	}
	entries, err := os.ReadDir(golden)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() == "tour.txt" || slices.Contains(names, e.Name()) {
			continue
		}
		if *update {
			_ = os.Remove(filepath.Join(golden, e.Name()))
			continue
		}
		t.Errorf("golden/%s: the table is not published any more; run make golden", e.Name())
	}
}

// dump writes a published table as text: its columns, its rows, and for a long
// table a digest of every column, so that no value changes unseen.
func dump(t *testing.T, dir string, file snapshot.File) string {
	t.Helper()
	var b strings.Builder
	var columns []string
	for _, c := range file.Columns {
		if c.Name != "snapshot_id" {
			columns = append(columns, c.Name)
		}
	}
	quoted := make([]string, len(columns))
	for i, c := range columns {
		quoted[i] = duck.Ident(c)
	}
	rows := queryRows(t, dir, "SELECT "+strings.Join(quoted, ", ")+" FROM read_parquet("+duck.Quote(filepath.Join(dir, file.Path))+")", "\x00")
	values := make([][]string, len(columns))
	for _, r := range rows {
		for i, v := range strings.Split(r, "\x00") {
			values[i] = append(values[i], v)
		}
	}
	lines := strings.Builder{}
	shown := 0
	for n, r := range rows {
		fmt.Fprintf(&lines, "\n%d", n+1)
		for i, v := range strings.Split(r, "\x00") {
			if v != "∅" && columns[i] != "as_of" {
				fmt.Fprintf(&lines, " %s=%s", columns[i], strings.ReplaceAll(v, "\n", "⏎"))
			}
		}
		if n < firstRows {
			shown = lines.Len()
		}
	}
	whole := lines.Len() <= wholeTable
	fmt.Fprintf(&b, "%s: %d rows, %d columns\n\n", file.Table, file.Rows, len(columns))
	for i, c := range columns {
		kind := file.Columns[slices.IndexFunc(file.Columns, func(f snapshot.FieldType) bool { return f.Name == c })].Type
		fmt.Fprintf(&b, "%s %s", c, kind)
		if !whole {
			b.WriteString(digest(values[i]))
		}
		b.WriteString("\n")
	}
	if whole {
		shown = lines.Len()
	}
	b.WriteString(lines.String()[:shown])
	return b.String() + "\n"
}

// digest tells of a column how many values it has, how many different ones,
// and a hash of them in their order.
func digest(values []string) string {
	h := sha256.New()
	known, different := 0, map[string]bool{}
	for _, v := range values {
		fmt.Fprintf(h, "%d:%s", len(v), v)
		if v != "∅" {
			known++
			different[v] = true
		}
	}
	return fmt.Sprintf(" · %d values, %d different, %s", known, len(different), hex.EncodeToString(h.Sum(nil))[:12])
}

// compareGolden compares a text with a golden file, or writes it with -update.
func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v; write it with make golden", err)
		return
	}
	if string(want) != got {
		t.Errorf("%s differs (make golden writes it anew):\n%s", filepath.Base(path), firstDifferences(string(want), got))
	}
}

// firstDifferences shows the first lines that differ.
func firstDifferences(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	shown := 0
	for i := 0; i < max(len(w), len(g)) && shown < 5; i++ {
		var was, is string
		if i < len(w) {
			was = w[i]
		}
		if i < len(g) {
			is = g[i]
		}
		if was != is {
			fmt.Fprintf(&b, "line %d\n- %s\n+ %s\n", i+1, was, is)
			shown++
		}
	}
	return b.String()
}

var (
	runIDs    = regexp.MustCompile(`nightly-\d{8}T\d{6}Z`)
	durations = regexp.MustCompile(` in \d[0-9.]* m?s\b`)
)

// TestTour: make example tells the customer's story as the result has it.
func TestTour(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash here")
	}
	s := exampleShop(t)
	if err := os.Chmod(s.path("tour.sh"), 0o755); err != nil {
		t.Fatal(err)
	}
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "bash", s.path("tour.sh"), binary)
	cmd.Env = append(os.Environ(), "KARTOTEKA_CHILD=1")
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs.String())
	}
	text := strings.NewReplacer(s.dir, "testdata/example", binary, "bin/kartoteka").Replace(string(out))
	text = durations.ReplaceAllString(runIDs.ReplaceAllString(text, "nightly-RUN"), " in TIME")
	compareGolden(t, filepath.Join(exampleDir, "golden", "tour.txt"), text)
	for _, want := range []string{
		"4 records in 4 files became this one card", "crm:K0109001", "webshop:W1009001", "phone:T029001", "legacy:00090001",
		"Marta Wiśniewska", "J009000017", "2025-09-25", "ul. Ogrodowa 5", "61-821 Poznań", "WEB-1900001", "SWIETA25", "TEL-3900001", "KS25A", "TEL-3900002",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the story does not tell %s", want)
		}
	}
}
