package returns

import (
	"context"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// BenchmarkStep works 10,000 messages about 8,000 pieces into 100,000 contacts with 50,000 orders.
func BenchmarkStep(b *testing.B) {
	ctx := context.Background()
	db, err := duck.Open(ctx, duck.Options{})
	must(b, err)
	defer func() { must(b, db.Close()) }()
	for _, stmt := range []string{
		`CREATE TABLE contacts_found AS SELECT 'c' || CAST(i AS VARCHAR) AS contact_id, 'Nazwisko' || CAST(i % 900 AS VARCHAR) AS family_name, 'Ewa' AS given_name,
			'PL|' || CAST(10000 + i % 80000 AS VARCHAR) || '|lipowa|' || CAST(i % 97 AS VARCHAR) || '|' AS address_key, DATE '2024-01-01' AS address_valid_from FROM range(100000) t(i)`,
		`CREATE TABLE contact_sources AS SELECT 'crm' AS source, 'K' || contact_id AS source_key, contact_id, given_name, family_name, address_key FROM contacts_found`,
		`CREATE TABLE mailed AS SELECT 'P' || CAST(i AS VARCHAR) AS piece_id, 'spring' AS campaign_id, 'crm' AS ref_source, 'Kc' || CAST(i AS VARCHAR) AS ref_key, address_key
			FROM range(60000) t(i) JOIN contacts_found ON contact_id = 'c' || CAST(i AS VARCHAR)`,
		`CREATE TABLE orders AS SELECT 'W' || CAST(i AS VARCHAR) AS order_id, DATE '2025-02-01' AS ordered_on, 'crm' AS ref_source, 'Kc' || CAST(i * 2 AS VARCHAR) AS ref_key, address_key
			FROM range(50000) t(i) JOIN contacts_found ON contact_id = 'c' || CAST(i * 2 AS VARCHAR)`,
		`CREATE TABLE stickers AS SELECT 'stickers' AS source, 's.csv' AS source_file, CAST(i AS BIGINT) AS source_row, 'P' || CAST(i % 8000 * 7 AS VARCHAR) AS piece_id, DATE '2025-01-10' + CAST(i % 200 AS INTEGER) AS returned_on,
			['nie podjęto w terminie', 'wyprowadzil sie', 'adresat zmarł', 'nieznany', 'brak skrzynki'][1 + i % 5] AS "text" FROM range(10000) t(i)`,
	} {
		must(b, db.Exec(ctx, stmt))
	}
	var problems config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte("- returns: corrections\n  from: {pieces: mailed, orders: orders, feedback: [{table: stickers, codes: pl_sticker}]}\n"), &problems).Items()[0], &problems)
	options := Spec().Options()
	config.Decode(entry.Body, options, &problems)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	step, _ := Spec().New(entry, options, pipelines.Setting{})
	b.ReportAllocs()
	for b.Loop() {
		r, _ := pipelines.NewRun(db, &config.Project{}, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
		if _, err := step.Run(ctx, r); err != nil {
			b.Fatal(err)
		}
		for _, t := range []string{"corrections", "contacts_corrected", "contact_addresses", "tasks"} {
			must(b, db.Exec(ctx, "DROP TABLE "+t))
		}
	}
	b.ReportMetric(10000*float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}
