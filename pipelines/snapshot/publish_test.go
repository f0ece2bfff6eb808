package snapshot

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPublishLayout(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	night(t, db, 100, 0)
	m := publish(t, New(dir, 3, 2), db, set("aaaa"))
	want := ". columns.md columns.parquet manifest.json restricted restricted/contact_sources.parquet snapshots snapshots/aaaa tables " +
		"tables/contact_sources.parquet tables/contacts.parquet tables/households.parquet tables/sales.parquet tables/tasks.parquet views.sql"
	if got := list(t, dir); got != want {
		t.Errorf("published folder\n got %s\nwant %s", got, want)
	}
	current, err := Current(dir)
	if err != nil || current.SnapshotID != "aaaa" || current.Sequence != 1 || current.Previous != "" || current.AsOf != "2026-03-31" {
		t.Fatalf("pointer %+v, %v", current, err)
	}
	if path, ok := m.Path("orders"); !ok || path != "snapshots/aaaa/tables/sales.parquet" {
		t.Errorf("orders are carried on in %q", path)
	}
	if path, ok := m.Path("online"); !ok || path != "snapshots/aaaa/state/online.parquet" {
		t.Errorf("online is carried on in %q", path)
	}
	for _, f := range m.Tables {
		if f.Table == "tasks" && f.Rows != 0 || f.Table == "contacts" && f.Rows != 100 {
			t.Errorf("%s has %d rows", f.Table, f.Rows)
		}
		if n := len(f.Columns); f.Columns[n-2].Name != "as_of" || f.Columns[n-1] != (FieldType{"snapshot_id", "VARCHAR"}) {
			t.Errorf("%s ends with %v", f.Path, f.Columns[n-2:])
		}
		info, err := os.Stat(filepath.Join(dir, f.Path))
		if err != nil || info.Mode().Perm()&0o222 != 0 || info.Size() != f.Bytes {
			t.Errorf("%s: %v %v", f.Path, info, err)
		}
	}
	var raw int64
	run(t, db, "CREATE TABLE w AS SELECT * FROM read_parquet('"+dir+"/restricted/contact_sources.parquet') WHERE raw IS NOT NULL")
	if err := number(context.Background(), db, "SELECT COUNT(*) FROM w", &raw); err != nil || raw != 100 {
		t.Errorf("%d raw records in restricted, %v", raw, err)
	}
}

func TestSameSetAgain(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	night(t, db, 50, 0)
	p := New(dir, 3, 1)
	first := publish(t, p, db, set("aaaa"))
	os.Remove(filepath.Join(dir, "tables", "contacts.parquet"))
	var stages []string
	p.At = func(s string) { stages = append(stages, s) }
	again := publish(t, p, db, set("aaaa"))
	if !maps.Equal(hashes(first), hashes(again)) || again.Sequence != 1 {
		t.Errorf("published again: %+v", again)
	}
	if strings.Contains(strings.Join(stages, " "), "staged") {
		t.Errorf("the set was written again: %v", stages)
	}
	if _, err := os.Stat(filepath.Join(dir, "tables", "contacts.parquet")); err != nil {
		t.Error("the stable path was not linked again")
	}
}

func TestRetentionRollbackAndGoneTables(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	p := New(dir, 3, 1)
	for i, id := range []string{"a", "b", "c", "d"} {
		night(t, db, 20, i)
		publish(t, p, db, set(id))
	}
	ids := func() string {
		all, err := Snapshots(dir)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, m := range all {
			out = append(out, m.SnapshotID)
		}
		return strings.Join(out, " ")
	}
	if got := ids(); got != "b c d" {
		t.Errorf("kept %s", got)
	}
	m, err := p.Rollback("c")
	if err != nil || m.SnapshotID != "c" {
		t.Fatalf("rolled back to %v, %v", m, err)
	}
	if current, _ := Current(dir); current.SnapshotID != "c" || ids() != "b c d" {
		t.Errorf("current %s of %s", current.SnapshotID, ids())
	}
	if !same(filepath.Join(dir, "tables/contacts.parquet"), filepath.Join(dir, "snapshots/c/tables/contacts.parquet")) {
		t.Error("the stable path did not roll back")
	}
	if _, err := p.Rollback("zzz"); err == nil || !strings.Contains(err.Error(), "kept are b, c, d") {
		t.Errorf("unknown snapshot: %v", err)
	}
	fewer := set("e")
	fewer.Tables = fewer.Tables[:2]
	next := publish(t, p, db, fewer)
	if next.Previous != "c" || next.Sequence != 5 {
		t.Errorf("after a rollback: %+v", next)
	}
	if _, err := os.Stat(filepath.Join(dir, "tables", "sales.parquet")); err == nil {
		t.Error("a table that is not published any more is still linked")
	}
}

func TestDefinitionsAreHeld(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 1, dir)
	night(t, db, 5, 0)
	for want, change := range map[string]func(s *Set){
		"column household_id is not in the definition":                  func(s *Set) { s.Tables[0].Columns = s.Tables[0].Columns[:1] },
		"column birth_date is DATE, the definition says VARCHAR":        func(s *Set) { s.Tables[0].Columns[3].Type = "VARCHAR" },
		"column extra of the definition is missing":                     func(s *Set) { s.Tables[0].Columns = append(s.Tables[0].Columns, column("extra", "DATE")) },
		"column birth_date has type HUGEINT, which is not a table type": func(s *Set) { s.Tables[0].Columns[3].Type = "HUGEINT" },
		"two tables are published as contacts; give one another name":   func(s *Set) { s.Tables[3].Name = "contacts" },
		"sort column nobody is not a column":                            func(s *Set) { s.Tables[0].Sort = []string{"nobody"} },
		`"../x" cannot be the name of a published table`:                func(s *Set) { s.Tables[0].Name = "../x" },
	} {
		s := set("bad")
		change(&s)
		_, err := New(dir, 3, 1).Publish(context.Background(), db, s)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if got := list(t, dir); got != "." {
		t.Errorf("left behind: %s", got)
	}
}

func TestID(t *testing.T) {
	in := []Content{{"a.csv", "1"}, {"b.csv", "2"}}
	id := ID("prev", in, nil, day)
	if len(id) != 16 || id != ID("prev", []Content{in[1], in[0]}, nil, day) {
		t.Errorf("id %s depends on the order of files", id)
	}
	for _, other := range []string{ID("", in, nil, day), ID("prev", in[:1], nil, day), ID("prev", nil, in, day), ID("prev", in, nil, day.AddDate(0, 0, 1))} {
		if other == id {
			t.Error("another run has the same id")
		}
	}
}
