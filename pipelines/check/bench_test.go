package check

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// thirty is a check of 30 rules and a million rows of eight columns.
func thirty(b *testing.B) (*duck.DB, *step) {
	db, err := duck.Open(context.Background(), duck.Options{Memory: 2e9})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	err = db.Exec(context.Background(), `CREATE TABLE people AS SELECT 'P' || i AS id, CASE WHEN i % 50 = 0 THEN NULL ELSE 'n' || i % 1000 END AS name, 'person' AS kind,
		'c' || i % 300 AS city, lpad(CAST(i % 90000 AS VARCHAR), 5, '0') AS postcode, DATE '1950-01-01' + CAST(i % 20000 AS INTEGER) AS born, DATE '2026-03-30' AS seen,
		CAST(i % 7 AS INTEGER) AS orders FROM range(1000000) AS r(i)`)
	if err != nil {
		b.Fatal(err)
	}
	rules := strings.Repeat(`
    - not_null: [id, name, kind, city, postcode, born, seen]
    - accepted: {column: kind, values: [person, company]}
    - range: {column: born, min: 1900-01-01, max: 2026-03-31}
    - range: {column: orders, min: 0, max: 6}
    - regex: {column: postcode, pattern: '^\d{5}$'}
    - accepted: {column: orders, values: ["0", "1", "2", "3", "4", "5", "6"]}`, 2) + `
    - unique: id
    - row_count: {min: 1000}
    - freshness: {column: seen, max_age: 2d}
    - foreign_key: {column: city, table: people, references: city}
    - sql: SELECT * FROM people WHERE name = city
    - range: {column: orders, max: 5}`
	var p config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte("- check: c\n  from: people\n  key: id\n  on_fail: keep\n  rules:"+rules+"\n"), &p).Items()[0], &p)
	options := Spec().Options()
	config.Decode(entry.Body, options, &p)
	made, more := Spec().New(entry, options, pipelines.Setting{})
	if p = append(p, more...); len(p) > 0 {
		b.Fatal(p)
	}
	return db, made.(*step)
}

// BenchmarkThirtyRules is the step: figures, keys of failing rows, issues.
func BenchmarkThirtyRules(b *testing.B) {
	db, step := thirty(b)
	for b.Loop() {
		run, journal := pipelines.NewRun(db, &config.Project{}, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
		if _, err := step.Run(context.Background(), run); err != nil {
			b.Fatal(err)
		}
		if n := len(journal.Checks); n != 30 {
			b.Fatal(fmt.Sprint(n, " rules"))
		}
	}
}

// BenchmarkOneQueryPerRule is the usual way beside it: one query for every rule, which counts its failing rows.
func BenchmarkOneQueryPerRule(b *testing.B) {
	db, made := thirty(b)
	all := made.measures(setting{from: "people", types: map[string]string{"seen": "DATE"}, asOf: time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)})
	for b.Loop() {
		if err := oneByOne(db, all); err != nil {
			b.Fatal(err)
		}
	}
}

func oneByOne(db *duck.DB, all []*measure) error {
	for _, m := range all {
		query := "SELECT COUNT(*) FROM (" + m.query + ")"
		switch {
		case m.row != "":
			query = "SELECT COUNT(*) FROM people AS t WHERE " + m.row
		case m.whole():
			query = "SELECT CAST(" + m.table + " AS INTEGER) FROM people AS t"
		}
		var failing int64
		if err := db.One(context.Background(), query, &failing); err != nil {
			return err
		}
	}
	return nil
}
