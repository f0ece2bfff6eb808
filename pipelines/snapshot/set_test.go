package snapshot

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/duck"
)

// open gives a database that may read and write one folder.
func open(t testing.TB, threads int, dirs ...string) *duck.DB {
	t.Helper()
	db, err := duck.Open(context.Background(), duck.Options{Threads: threads, AllowedDirs: dirs})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func run(t testing.TB, db Engine, sql string) {
	t.Helper()
	if err := db.Exec(context.Background(), sql); err != nil {
		t.Fatal(err)
	}
}

var day = time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)

// night fills a database with a small firm's tables; n scales them, shift changes their values.
func night(t testing.TB, db Engine, n, shift int) {
	t.Helper()
	r := strings.NewReplacer("$n", itoa(n), "$s", itoa(shift))
	for _, sql := range []string{
		`CREATE OR REPLACE TABLE contacts AS SELECT 'C' || lpad(CAST(i AS VARCHAR), 7, '0') AS contact_id, 'H' || CAST(i // 2 AS VARCHAR) AS household_id,
			CASE WHEN i % 7 = 0 THEN NULL ELSE 'Wąs' || CAST(i + $s AS VARCHAR) END AS family_name, DATE '1950-01-01' + CAST(i % 20000 AS INTEGER) AS birth_date,
			i % 3 = 0 AS mail_allowed, CAST(i % 5 AS INTEGER) AS source_count FROM range($n) AS r(i)`,
		`CREATE OR REPLACE TABLE contact_sources AS SELECT 'crm' AS source, 'K' || CAST(i AS VARCHAR) AS source_key, CAST(i + 1 AS BIGINT) AS source_row,
			'C' || lpad(CAST(i AS VARCHAR), 7, '0') AS contact_id, 'H' || CAST(i // 2 AS VARCHAR) AS household_id, CAST(i AS DOUBLE) / 7 AS match_probability,
			'{"ID":"K' || CAST(i AS VARCHAR) || '"}' AS raw FROM range($n) AS r(i)`,
		`CREATE OR REPLACE TABLE orders AS SELECT 'O' || CAST(i AS VARCHAR) AS order_id, CASE WHEN i % 9 = 0 THEN NULL ELSE 'C' || lpad(CAST(i % $n AS VARCHAR), 7, '0') END AS contact_id,
			DATE '2026-01-01' + CAST(i % 80 AS INTEGER) AS ordered_on, TIMESTAMP '2026-01-01 10:00:00' + INTERVAL (i) MINUTE AS ordered_at,
			CAST(i * 37 % 100000 AS DECIMAL(18,2)) / 100 AS net0, 'PLN' AS currency FROM range($n * 2) AS r(i)`,
		`CREATE OR REPLACE TABLE orders AS SELECT order_id, contact_id, ordered_on, ordered_at, CAST(net0 AS DECIMAL(18,2)) AS net, currency FROM orders`,
		`CREATE OR REPLACE TABLE households AS SELECT household_id, CAST(COUNT(*) AS INTEGER) AS size FROM contacts GROUP BY household_id`,
		`CREATE OR REPLACE TABLE online AS SELECT 'online' AS source, order_id AS source_key, CAST(1 AS BIGINT) AS source_row, order_id, ordered_at, 'Jan' AS name, 'crm' AS ref_source,
			'K' || CAST(ROW_NUMBER() OVER (ORDER BY order_id) AS VARCHAR) AS ref_key, '{}' AS raw FROM orders`,
		`CREATE OR REPLACE VIEW orders_view AS SELECT * FROM orders`,
		`CREATE OR REPLACE TABLE tasks AS SELECT 'T' AS task_id, 'x' AS contact_id WHERE FALSE`,
	} {
		run(t, db, r.Replace(sql))
	}
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func column(name, typ string) Column {
	return Column{Name: name, Type: typ, Meaning: "the " + name}
}

// firm are the definitions of night's tables.
func firm() []Table {
	return []Table{
		{Name: "contacts", About: "one row per contact", Step: "suppress", Publish: true, Sort: []string{"contact_id"}, Columns: []Column{
			column("contact_id", "VARCHAR"), column("household_id", "VARCHAR"), column("family_name", "VARCHAR"), column("birth_date", "DATE"),
			column("mail_allowed", "BOOLEAN"), column("source_count", "INTEGER")}},
		{Name: "contact_sources", About: "one row per source row", Step: "dedupe", Publish: true, Sort: []string{"source", "source_key"}, Columns: []Column{
			column("source", "VARCHAR"), column("source_key", "VARCHAR"), column("source_row", "BIGINT"), column("contact_id", "VARCHAR"), column("household_id", "VARCHAR"),
			column("match_probability", "DOUBLE"), {Name: "raw", Type: "VARCHAR", Meaning: "the record as read", Restricted: true}}},
		{Name: "sales", From: "orders_view", Of: "orders", About: "one row per order", Step: "response", Publish: true, Sort: []string{"currency"}, Columns: []Column{
			column("order_id", "VARCHAR"), column("contact_id", "VARCHAR"), column("ordered_on", "DATE"), column("ordered_at", "TIMESTAMP"),
			{Name: "net", Type: "DECIMAL(18,2)", Unit: "currency", Meaning: "paid"}, column("currency", "VARCHAR")}},
		{Name: "households", About: "one row per household", Step: "dedupe", Publish: true, Columns: []Column{column("household_id", "VARCHAR"), column("size", "INTEGER")}},
		{Name: "online", About: "orders read so far", Step: "extract", Carry: true, Sort: []string{"order_id"}, Columns: []Column{
			column("source", "VARCHAR"), column("source_key", "VARCHAR"), column("source_row", "BIGINT"), column("order_id", "VARCHAR"), column("ordered_at", "TIMESTAMP"),
			column("name", "VARCHAR"), column("ref_source", "VARCHAR"), column("ref_key", "VARCHAR"), {Name: "raw", Type: "VARCHAR", Meaning: "the record as read", Restricted: true}}},
		{Name: "tasks", About: "one row per task", Step: "returns", Publish: true, Columns: []Column{column("task_id", "VARCHAR"), column("contact_id", "VARCHAR")}},
	}
}

func set(id string) Set {
	return Set{ID: id, AsOf: day, Contract: 1, Tables: firm(), Run: map[string]string{"run": "r-" + id}}
}

func publish(t testing.TB, p *Publisher, db Engine, s Set) *Manifest {
	t.Helper()
	m, err := p.Publish(context.Background(), db, s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// hashes of a set's files, by path inside the set.
func hashes(m *Manifest) map[string]string {
	out := map[string]string{}
	for _, f := range m.Tables {
		out[strings.TrimPrefix(f.Path, m.Directory)] = f.SHA256
	}
	return out
}

// list names everything under a folder that is not in snapshots/, and the names in snapshots/.
func list(t testing.TB, dir string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		if strings.Count(rel, string(filepath.Separator)) > 1 {
			return nil
		}
		out = append(out, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}
