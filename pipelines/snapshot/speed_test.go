package snapshot

import (
	"context"
	"os"
	"testing"
)

// BenchmarkPublish measures a set of 100,000 contacts and 200,000 orders, and the part of it that reading back takes.
func BenchmarkPublish(b *testing.B) {
	dir := b.TempDir()
	db := open(b, 2, dir)
	night(b, db, 100000, 0)
	p := New(dir, 1, 2)
	n := 0
	b.Run("publish", func(b *testing.B) {
		for b.Loop() {
			n++
			publish(b, p, db, set("n"+itoa(n)))
		}
	})
	m, err := Current(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read_back", func(b *testing.B) {
		values := 0
		for b.Loop() {
			for _, f := range m.Tables {
				columns := make([]Column, len(f.Columns))
				for i, c := range f.Columns {
					columns[i] = Column{Name: c.Name, Type: c.Type}
				}
				if _, err := readBack(context.Background(), dir+string(os.PathSeparator)+f.Path, columns, nil); err != nil {
					b.Fatal(err)
				}
				values += int(f.Rows) * len(columns)
			}
		}
		b.ReportMetric(float64(values)/b.Elapsed().Seconds()/1e6, "Mvalues/s")
	})
}
