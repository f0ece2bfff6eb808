package cleanse

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// TestWorldTruth cleanses two sources of the generated firm and compares
// e-mails, phones and genders with its truth. It needs the shared data beside
// the repository (KARTOTEKA_SHARED overrides where).
func TestWorldTruth(t *testing.T) {
	shared := os.Getenv("KARTOTEKA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	world, err := filepath.Abs(filepath.Join(shared, "data", "world"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(world); err != nil {
		t.Skip("the shared data is not here")
	}
	ctx := context.Background()
	db, err := duck.Open(ctx, duck.Options{Threads: 2, AllowedDirs: []string{world}, TempDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	file := func(name string) string { return duck.Quote(filepath.ToSlash(filepath.Join(world, name))) }
	for _, stmt := range []string{
		`CREATE TABLE partner AS SELECT 'partner' AS source, partner_id AS source_key, full_name AS name, address1 AS street, postal_code AS postcode,
			city, state AS region, country, phone, email FROM read_parquet(` + file("sources/partner.parquet") + `)`,
		`CREATE TABLE phoned AS SELECT 'webshop' AS source, customer_id AS source_key, first_name AS given_name, last_name AS family_name, email, phone,
			ship_line AS street, ship_postcode AS postcode, ship_city AS city, ship_country AS country, order_id
			FROM read_csv(` + file("orders/online_orders.csv") + `, all_varchar = true, header = true, delim = ',', ignore_errors = true) WHERE customer_id IS NOT NULL`,
		`CREATE TABLE records AS SELECT r.*, p.gender FROM read_parquet(` + file("truth/records.parquet") + `) AS r
			JOIN read_parquet(` + file("truth/people.parquet") + `) AS p USING (person_id)`,
	} {
		if err := db.Exec(ctx, stmt); err != nil {
			t.Fatal(err)
		}
	}
	run(t, db)
	for _, check := range []struct {
		what, right, among string
		goal               float64
	}{
		{"phones", "c.phone IS NOT DISTINCT FROM r.phone", "c.source = 'partner'", 0.999},
		{"e-mails", "c.email IS NOT DISTINCT FROM r.email", "NOT r.email_mistyped AND c.source = 'partner'", 0.999},
		{"e-mails of orders", "c.email_status = 'ok'", "c.source = 'webshop' AND c.email_status <> 'missing'", 0.99},
		{"genders", "c.gender = CASE r.gender WHEN 'K' THEN 'f' ELSE 'm' END", "c.gender IS NOT NULL", 0.99},
		{"kinds", "c.kind = 'person'", "TRUE", 0.999},
	} {
		var rate float64
		var rows int64
		err := db.One(ctx, "SELECT count(*), avg(CASE WHEN "+check.right+" THEN 1.0 ELSE 0.0 END) FROM clean AS c JOIN records AS r ON r.source = c.source AND r.source_key = c.source_key WHERE "+check.among, &rows, &rate)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.4f of %d rows", check.what, rate, rows)
		if rows == 0 || rate < check.goal {
			t.Errorf("%s: %.4f of %d rows are right, the goal is %.3f", check.what, rate, rows, check.goal)
		}
	}
}

// run cleanses the tables partner and phoned into clean.
func run(t *testing.T, db *duck.DB) {
	t.Helper()
	project := &config.Project{Settings: config.Settings{Country: "PL"}}
	var problems config.Problems
	body := config.Parse("test.yaml", []byte("- cleanse: clean\n  from: [partner, phoned]\n"), &problems)
	entry, _ := config.EntryOf(body.Items()[0], &problems)
	options := &Options{}
	config.Decode(entry.Body, options, &problems)
	s, more := newStep(entry, options, pipelines.Setting{Project: project})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	r, _ := pipelines.NewRun(db, project, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	accounts, err := s.Run(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		if err := a.Balance(); err != nil {
			t.Error(err)
		}
	}
}
