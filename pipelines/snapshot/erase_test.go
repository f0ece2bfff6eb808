package snapshot

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gone are two erased persons of night: contacts 4 and 5 (one household), and 9, who shares a household with 8.
func gone() Erased {
	var e Erased
	for _, n := range []string{"4", "5", "9"} {
		e.Contacts = append(e.Contacts, "C000000"+n)
		e.Rows = append(e.Rows, ErasedRow{"crm", "K" + n, ""})
	}
	return e
}

func counted(t *testing.T, db Engine, query string) int64 {
	t.Helper()
	var n int64
	if err := number(context.Background(), db, query, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// holds says how many rows of a set still tell of the erased persons, by file.
func holds(t *testing.T, db Engine, dir string, m *Manifest) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	for _, f := range m.Tables {
		var any []string
		for _, c := range f.Columns {
			if c.Type == "VARCHAR" && c.Name != "source_key" && c.Name != "order_id" {
				any = append(any, "COALESCE("+c.Name+" IN ('C0000004', 'C0000005', 'C0000009', 'H2', 'K4', 'K5', 'K9'), FALSE)")
			}
		}
		if strings.Contains(f.Path, "contact_sources") {
			any = append(any, "source_key IN ('K4', 'K5', 'K9')")
		}
		query := "SELECT COUNT(*) FROM read_parquet(" + text(filepath.Join(dir, f.Path)) + ") WHERE " + strings.Join(any, " OR ")
		if n := counted(t, db, query); n > 0 {
			out[strings.TrimPrefix(f.Path, m.Directory+"/")] = n
		}
	}
	return out
}

func TestErasedPersonsAreNotPublished(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	night(t, db, 20, 0)
	s := set("x")
	s.Erased = gone()
	s.Tables = append(s.Tables, Table{Name: "rejects", Publish: true, Restricted: true, Columns: []Column{column("source", "VARCHAR"), column("raw", "VARCHAR"), column("reasons", "VARCHAR")}})
	s.Tables = append(s.Tables, Table{Name: "contact_pairs", Publish: true, Columns: []Column{column("source_a", "VARCHAR"), column("key_a", "VARCHAR"), column("source_b", "VARCHAR"), column("key_b", "VARCHAR")}})
	run(t, db, `CREATE TABLE rejects AS SELECT * FROM (VALUES ('crm', '"K4";x', 'date'), ('crm', 'K44;x', 'date'), ('web', 'K4;x', 'date')) AS v(source, raw, reasons)`)
	run(t, db, `CREATE TABLE contact_pairs AS SELECT * FROM (VALUES ('crm', 'K1', 'crm', 'K9'), ('crm', 'K1', 'web', 'K9')) AS v(source_a, key_a, source_b, key_b)`)
	m := publish(t, New(dir, 3, 2), db, s)
	if left := holds(t, db, dir, m); len(left) != 1 || left["tables/contact_pairs.parquet"] != 0 && left["tables/contact_pairs.parquet"] != 1 {
		t.Errorf("erased persons stand in %v", left)
	}
	rows := map[string]int64{}
	for _, f := range m.Tables {
		rows[f.Place+"/"+f.Table] = f.Rows
	}
	want := map[string]int64{"tables/contacts": 17, "tables/contact_sources": 17, "restricted/contact_sources": 17, "tables/sales": 40, "state/online": 40,
		"tables/households": 9, "tables/tasks": 0, "restricted/rejects": 2, "tables/contact_pairs": 1, "/columns": rows["/columns"]}
	if fmt.Sprint(rows) != fmt.Sprint(want) {
		t.Errorf("rows\n got %v\nwant %v", rows, want)
	}
	stable := func(table string) string { return "read_parquet('" + dir + "/tables/" + table + ".parquet')" }
	if n := counted(t, db, "SELECT size FROM "+stable("households")+" WHERE household_id = 'H4'"); n != 1 {
		t.Errorf("the household that lost a member counts %d", n)
	}
	if a, b := counted(t, db, "SELECT CAST(SUM(net) * 100 AS BIGINT) FROM "+stable("sales")), counted(t, db, "SELECT CAST(SUM(net) * 100 AS BIGINT) FROM orders"); a != b {
		t.Errorf("revenue changed from %d to %d", b, a)
	}
	if n := counted(t, db, "SELECT COUNT(*) FROM read_parquet('"+dir+"/"+m.Directory+"/state/online.parquet') WHERE name IS NULL AND raw IS NULL AND ref_key IS NULL AND order_id IS NOT NULL"); n == 0 {
		t.Error("carried orders of erased persons keep their names")
	}
	if n := counted(t, db, "SELECT COUNT(*) FROM (SELECT * FROM duckdb_tables() WHERE table_name LIKE 'erased__%')"); n != 0 {
		t.Errorf("%d working tables stay", n)
	}
}

// TestErasedPersonFailsTheRun holds an id in a column that no rule knows.
func TestErasedPersonFailsTheRun(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	night(t, db, 20, 0)
	s := set("x")
	s.Erased = gone()
	s.Tables = append(s.Tables, Table{Name: "mine", Publish: true, Columns: []Column{column("who", "VARCHAR")}})
	run(t, db, "CREATE TABLE mine AS SELECT contact_id AS who FROM contacts")
	_, err := New(dir, 3, 2).Publish(context.Background(), db, s)
	if err == nil || !strings.Contains(err.Error(), "verify table mine: column who: 3 rows hold an erased contact") || strings.Contains(err.Error(), "C0000004") {
		t.Errorf("got %v", err)
	}
}

func TestRewriteKeptSnapshots(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	p := New(dir, 5, 2)
	for i, id := range []string{"a", "b"} {
		night(t, db, 20, i)
		publish(t, p, db, set(id))
	}
	s := set("c")
	s.Erased = gone()
	publish(t, p, db, s)
	before, _ := Snapshots(dir)
	who := Erased{Contacts: []string{"another-id-today"}, Rows: gone().Rows} // ids of kept sets are found by their source rows
	made, err := p.Rewrite(context.Background(), db, who)
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != 2 {
		t.Fatalf("%d sets were rewritten", len(made))
	}
	after, err := Snapshots(dir)
	if err != nil || len(after) != 3 {
		t.Fatalf("%d sets, %v", len(after), err)
	}
	for i, m := range after {
		if left := holds(t, db, dir, m); len(left) > 0 {
			t.Errorf("set %s still holds %v", m.SnapshotID, left)
		}
		if m.SnapshotID != before[i].SnapshotID || m.SnapshotID != "c" && m.Directory != "snapshots/"+m.SnapshotID+"-e1" {
			t.Errorf("set %s in %s", m.SnapshotID, m.Directory)
		}
		if !whole(dir, m) {
			t.Errorf("set %s is not whole", m.SnapshotID)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, after[0].Directory, "proof.json"))
	if err != nil {
		t.Fatal(err)
	}
	var proof Proof
	if err := json.Unmarshal(data, &proof); err != nil {
		t.Fatal(err)
	}
	if proof.Contacts != 4 || proof.SourceRows != 3 || len(proof.Files) != 6 || strings.Contains(string(data), "K4") || strings.Contains(string(data), "C0000004") {
		t.Errorf("proof %s", data)
	}
	again, err := p.Rewrite(context.Background(), db, who)
	if err != nil || len(again) != 0 {
		t.Errorf("rewritten again: %d, %v", len(again), err)
	}
	m, err := p.Rollback("a")
	if err != nil || m.Directory != "snapshots/a-e1" {
		t.Errorf("rolled back to %+v, %v", m, err)
	}
}

// TestRewriteCurrentSet moves the pointer and the stable paths along.
func TestRewriteCurrentSet(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	p := New(dir, 5, 2)
	night(t, db, 20, 0)
	publish(t, p, db, set("a"))
	if _, err := p.Rewrite(context.Background(), db, gone()); err != nil {
		t.Fatal(err)
	}
	m, err := Current(dir)
	if err != nil || m.Directory != "snapshots/a-e1" {
		t.Fatalf("%+v %v", m, err)
	}
	if !same(filepath.Join(dir, "tables/contacts.parquet"), filepath.Join(dir, m.Directory, "tables/contacts.parquet")) {
		t.Error("stable paths still hold the old files")
	}
	if _, err := os.Stat(filepath.Join(dir, "snapshots/a")); err == nil {
		t.Error("the old set is still there")
	}
}
