package cleanse

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// contacts makes rows of a contact table with everything: names in mixed order and
// case, Polish and American addresses in columns, e-mails, phones, birth dates. One
// row in eight repeats an earlier person.
const contacts = `CREATE TABLE crm AS
SELECT 'crm' AS source, CAST(n AS VARCHAR) AS source_key, 'crm.csv' AS source_file, n AS source_row, TRUE AS told_by_customer, DATE '2025-03-01' AS observed,
    CASE WHEN p % 5 = 0 THEN upper(family) ELSE family END AS family_name, CASE WHEN p % 5 = 0 THEN upper(given) ELSE given END AS given_name,
    CASE WHEN p % 4 = 0 THEN (p % 900 + 1) || ' ' || ['N', 'S', 'East', 'W'][p % 4 + 1] || ' ' || stem || ' ' || ['Street', 'Ave', 'Blvd.', 'Road'][p // 4 % 4 + 1] || CASE WHEN p % 12 = 0 THEN ' Apt ' || p % 40 ELSE '' END
        ELSE ['ul. ', '', 'al. ', 'os. '][p % 4 + 1] || stem || ' ' || p % 120 + 1 || CASE WHEN p % 3 = 0 THEN '/' || p % 60 + 1 WHEN p % 7 = 0 THEN ' m. ' || p % 60 + 1 ELSE '' END END AS street,
    CASE WHEN p % 4 = 0 THEN CAST(30000 + p % 900 AS VARCHAR) ELSE lpad(CAST(p % 90 + 10 AS VARCHAR), 2, '0') || CASE WHEN p % 9 = 0 THEN '' ELSE '-' END || lpad(CAST(p % 800 AS VARCHAR), 3, '0') END AS postcode,
    CASE WHEN p % 4 = 0 THEN 'Cary' ELSE ['Poznań', 'GNIEZNO', 'Witkowo', 'Łódź', 'Kraków'][p % 5 + 1] END AS city, CASE WHEN p % 4 = 0 THEN 'US' END AS country,
    CASE WHEN p % 6 > 0 THEN lower(given) || '.' || p || '@' || ['wp.pl', 'poczta.onet.pl', 'gmail.com', 'Firma-Lis.example', 'gmial.com'][p % 5 + 1] END AS email,
    CASE WHEN p % 4 = 0 THEN '(617) 555-' || lpad(CAST(p % 10000 AS VARCHAR), 4, '0') WHEN p % 7 > 0 THEN '60' || p % 9 || ' ' || lpad(CAST(p // 7 % 1000 AS VARCHAR), 3, '0') || ' ' || lpad(CAST(p % 1000 AS VARCHAR), 3, '0') END AS phone,
    CASE WHEN p % 10 > 0 THEN DATE '1940-01-01' + CAST(p % 25000 AS INTEGER) END AS birth_date, '{"n": ' || n || ', "and": "the record as it was read, with some length to it"}' AS raw
FROM (
    SELECT n, p, ['Ewa', 'Jan', 'Katarzyna', 'Piotr', 'Linda', 'Małgorzata', 'Tomasz', 'Paul'][p % 8 + 1] AS given,
        ['Wolań', 'Olech', 'Zawadz', 'Gór', 'Carter', 'Zych', 'Lis'][p % 7 + 1] || chr(CAST(97 + p % 26 AS INTEGER)) || chr(CAST(97 + p // 26 % 26 AS INTEGER)) || ['ski', '', 'ska', 'ek'][p % 4 + 1] AS family,
        ['Lip', 'Wiąz', 'Kwiat', 'Leśn', 'Oak', 'Brzoz'][p % 6 + 1] || chr(CAST(97 + p // 6 % 26 AS INTEGER)) || ['owa', 'na', 'ska', 'wood'][p % 4 + 1] AS stem
    FROM (SELECT CAST(range AS BIGINT) AS n, CASE WHEN range % 8 = 7 THEN range // 3 ELSE range END AS p FROM range({rows}))
)`

// BenchmarkStep runs the whole step with DuckDB and Arrow on two threads. Rows come
// from KARTOTEKA_BENCH_ROWS, 20,000 without it; a million is the size to judge by.
func BenchmarkStep(b *testing.B) {
	rows := 20000
	if text := os.Getenv("KARTOTEKA_BENCH_ROWS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			b.Fatal(err)
		}
		rows = n
	}
	ctx := context.Background()
	db, err := duck.Open(ctx, duck.Options{Threads: 2, Memory: 2e9, TempDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if err := db.Exec(ctx, strings.ReplaceAll(contacts, "{rows}", fmt.Sprint(rows))); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		s, r := benchStep(b, db)
		if _, err := s.Run(ctx, r); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := db.Exec(ctx, "DROP TABLE people"); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(peakMegabytes(b), "peak-MB")
}

func benchStep(b *testing.B, db *duck.DB) (pipelines.Step, *pipelines.Run) {
	project := &config.Project{Settings: config.Settings{Country: "PL"}}
	var problems config.Problems
	body := config.Parse("bench.yaml", []byte("- cleanse: people\n  from: crm\n"), &problems)
	entry, _ := config.EntryOf(body.Items()[0], &problems)
	options := &Options{}
	config.Decode(entry.Body, options, &problems)
	s, more := newStep(entry, options, pipelines.Setting{Project: project})
	if problems = append(problems, more...); len(problems) > 0 {
		b.Fatal(problems)
	}
	r, _ := pipelines.NewRun(db, project, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	return s, r
}

// peakMegabytes is the largest memory of the process, where the system tells it.
func peakMegabytes(b *testing.B) float64 {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(text), "\n") {
		var kb float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kb); n == 1 {
			return kb / 1000
		}
	}
	return 0
}
