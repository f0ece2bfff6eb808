package extract

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// BenchmarkStep reads 200,000 rows of 12 columns into DuckDB, two dates and a
// key among them.
func BenchmarkStep(b *testing.B) {
	const rows = 200000
	dir := b.TempDir()
	var text strings.Builder
	text.WriteString("id;nazwisko;imie;plec;ur;ulica;kod;miasto;kraj;tel;mail;data\n")
	for i := range rows {
		fmt.Fprintf(&text, "K%07d;Nowakowska;Zażółcina;K;21.03.1989;ul. Polna 151/12;20-194;Łódź;PL;601 002 003;anna.n@example.com;09.01.2015\n", i)
	}
	path := filepath.Join(dir, "in.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	project := &config.Project{Dir: dir}
	project.Settings.TimeZone.Value = "Europe/Warsaw"
	yaml := `- extract: crm
  files: in.csv
  key: id
  observed: {column: data, type: date, format: dd.mm.yyyy}
  fields: {family_name: nazwisko, given_name: imie, gender: plec, birth_date: {column: ur, type: date, format: dd.mm.yyyy}, street: ulica, postcode: kod, city: miasto, country: kraj, phone: tel, email: mail}
`
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		db, err := duck.Open(context.Background(), duck.Options{Memory: 2e9})
		if err != nil {
			b.Fatal(err)
		}
		r, _ := pipelines.NewRun(db, project, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
		r.Files["in.csv"] = []pipelines.InputFile{{Name: "in.csv", Path: path}}
		if _, err := compile(b, project, yaml).Run(context.Background(), r); err != nil {
			b.Fatal(err)
		}
		if n, err := r.RowCount(context.Background(), "crm"); err != nil || n != rows {
			b.Fatal(n, err)
		}
		db.Close()
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func compile(t testing.TB, project *config.Project, yaml string) *step {
	t.Helper()
	s, problems := tryCompile(project, yaml)
	if len(problems) > 0 {
		t.Fatal(problems.Sorted())
	}
	return s
}

func tryCompile(project *config.Project, yaml string) (*step, config.Problems) {
	var problems config.Problems
	items := config.Parse("p.yaml", []byte(yaml), &problems).Items()
	if len(items) == 0 {
		return nil, problems
	}
	e, _ := config.EntryOf(items[0], &problems)
	o := &Options{}
	config.Decode(e.Body, o, &problems)
	made, more := newStep(e, o, pipelines.Setting{Project: project})
	return made.(*step), append(problems, more...)
}
