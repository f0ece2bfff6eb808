package response

import (
	"context"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// BenchmarkResponse: 100,000 orders, two campaigns of 50,000 pieces, a cut.
func BenchmarkResponse(b *testing.B) {
	ctx := context.Background()
	for b.Loop() {
		b.StopTimer()
		db, err := duck.Open(ctx, duck.Options{})
		must(b, err)
		for _, stmt := range []string{
			`CREATE TABLE c AS SELECT 'C' || i AS campaign_id, DATE '2025-03-01' + CAST(10 * i AS INTEGER) AS in_home_date, 30 AS window_days, 2.10 AS cost_per_piece, 'PLN' AS currency, 0.4 AS margin FROM range(2) r(i)`,
			`CREATE TABLE p AS SELECT 'C' || c AS campaign_id, 'P' || c || '-' || i AS piece_id, CASE WHEN i % 10 = 0 THEN 'control' ELSE 'test' END AS cell, 'S' || i % 5 AS segment, UPPER(LEFT(MD5(c || '-' || i), 8)) AS coupon, 'N' || (i * 2 + c) AS contact_id FROM range(2) r(c), range(50000) q(i)`,
			`CREATE TABLE o AS SELECT 'O' || i AS order_id, DATE '2025-01-01' + CAST(i % 120 AS INTEGER) AS ordered_on, 'online' AS channel, CASE WHEN i % 9 = 0 THEN UPPER(LEFT(MD5('1-' || i % 60000), 8)) END AS coupon, CAST(10 + i % 90 AS DECIMAL(18,2)) AS amount, 'PLN' AS currency, 'N' || (i * 7) % 120000 AS contact_id FROM range(100000) r(i)`,
			`CREATE TABLE k AS SELECT 'N' || i AS contact_id, 'H' || i // 2 AS household_id FROM range(120000) r(i)`,
		} {
			must(b, db.Exec(ctx, stmt))
		}
		var ps config.Problems
		entry, _ := config.EntryOf(config.Parse("b.yaml", []byte("- response: r\n  from: {campaigns: c, pieces: p, orders: o, contacts: k}\n"), &ps).Items()[0], &ps)
		options := Spec().Options()
		config.Decode(entry.Body, options, &ps)
		step, _ := Spec().New(entry, options, pipelines.Setting{})
		run, _ := pipelines.NewRun(db, &config.Project{}, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
		b.StartTimer()
		_, err = step.Run(ctx, run)
		must(b, err)
		b.StopTimer()
		must(b, db.Close())
		b.StartTimer()
	}
}
