package cleanse

import (
	"fmt"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/address"
)

// BenchmarkBatch cleanses batches of 2,048 rows whose texts are all different,
// so that no cache helps; rows/s is the figure to watch.
func BenchmarkBatch(b *testing.B) {
	var united []pipelines.Column
	columns := []string{"source", "source_key", "given_name", "family_name", "street", "postcode", "city", "email", "phone", "birth_date", "raw"}
	for _, c := range columns {
		united = append(united, text(c, c))
	}
	l := plan(united, (&Options{}).off, extras{})
	w := newWorker(&tools{settings: benchSettings(b), addresses: address.New(address.Options{}), asOf: time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)}, l)
	schema, err := schemaOf(l.out)
	if err != nil {
		b.Fatal(err)
	}
	out := duck.Builder(schema)
	defer out.Release()
	const rows = 2048
	n := 0
	for b.Loop() {
		b.StopTimer()
		in := benchBatch(l, n, rows)
		n += rows
		b.StartTimer()
		if err := w.batch(in, out); err != nil {
			b.Fatal(err)
		}
		out.NewRecordBatch().Release()
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func benchSettings(b *testing.B) []*setting {
	o := &Options{Country: "PL", From: config.Tables{List: []config.Text{{Value: "t"}}}}
	settings, err := o.settings(nil)
	if err != nil {
		b.Fatal(err)
	}
	return settings
}

// benchBatch makes rows from the columns of the layout.
func benchBatch(l layout, from, rows int) arrow.RecordBatch {
	given := []string{"Ewa", "JAN", "Katarzyna", "piotr", "Małgorzata", "Kasia"}
	family := []string{"Wolańska", "LIS", "Zawadzki", "olech", "Górecka-Lis", "Zych"}
	value := func(column string, i int) string {
		switch column {
		case "given_name":
			return given[i%len(given)] + []string{"", " M.", " X"}[i/7%3]
		case "family_name":
			return fmt.Sprintf("%s%c%c%c", family[i%len(family)], 'a'+i/7%26, 'a'+i/180%26, 'a'+i/4700%26)
		case "street":
			return fmt.Sprintf("ul. Lipowa %d/%d", i, i%40)
		case "postcode":
			return fmt.Sprintf("%02d-%03d", i%100, i/100%1000)
		case "city":
			return "Poznań"
		case "email":
			return fmt.Sprintf("osoba%d@poczta.onet.pl", i)
		case "phone":
			return fmt.Sprintf("%d %03d %03d", 601+i%9, i/1000%1000, i%1000)
		case "birth_date":
			return "1980-02-29"
		}
		return fmt.Sprint(column, i)
	}
	var fields []arrow.Field
	for _, c := range l.passed {
		fields = append(fields, arrow.Field{Name: c.Name, Type: arrow.BinaryTypes.String})
	}
	for _, c := range l.read {
		fields = append(fields, arrow.Field{Name: c, Type: arrow.BinaryTypes.String})
	}
	fields = append(fields, arrow.Field{Name: "source_order", Type: arrow.PrimitiveTypes.Int32})
	in := duck.Builder(arrow.NewSchema(fields, nil))
	defer in.Release()
	for i := range rows {
		for f := range fields[:len(fields)-1] {
			in.Field(f).(*array.StringBuilder).Append(value(fields[f].Name, from+i))
		}
		in.Field(len(fields) - 1).(*array.Int32Builder).Append(1)
	}
	return in.NewRecordBatch()
}
