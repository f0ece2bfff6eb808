package read

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/extract/layout"
)

func bench(b *testing.B, s Settings, content string, rows int) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "in")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		seen, err := Inspect(context.Background(), path, "in", s.Encoding)
		if err != nil {
			b.Fatal(err)
		}
		f, err := Open(path, "in", seen, s)
		if err != nil {
			b.Fatal(err)
		}
		records, err := Records(f)
		if err != nil || len(records) != rows {
			b.Fatalf("%d records, %v", len(records), err)
		}
		f.Close()
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

const benchRows = 50000

func BenchmarkCSV(b *testing.B) {
	row := "K0100002;Nowakowska;Zażółcina;K;21.03.1989;ul. Polna 151/12;20-194;Łódź;PL;601 002 003;anna.n@example.com;09.01.2015\n"
	bench(b, Settings{Format: "csv"}, "a;b;c;d;e;f;g;h;i;j;k;l\n"+strings.Repeat(row, benchRows), benchRows)
}

func BenchmarkCSVWindows1250(b *testing.B) {
	row := "K0100002;Nowakowska;Za\xbf\xf3\xb3cina;K;21.03.1989;ul. Polna 151/12;20-194;\xa3\xf3d\x9f;PL;601 002 003;anna.n@example.com;09.01.2015\n"
	bench(b, Settings{Format: "csv"}, "a;b;c;d;e;f;g;h;i;j;k;l\n"+strings.Repeat(row, benchRows), benchRows)
}

func BenchmarkCSVQuoted(b *testing.B) {
	row := `"K0100002","Nowakowska ""Ania""","Anna","K","21.03.1989","ul. Polna 151/12","20-194","Opole","PL","601","a@example.com","x` + "\n" + `y"` + "\n"
	bench(b, Settings{Format: "csv"}, "a,b,c,d,e,f,g,h,i,j,k,l\n"+strings.Repeat(row, benchRows), benchRows)
}

func BenchmarkFixed(b *testing.B) {
	l := layout.Of([]layout.Field{{Name: "a", At: layout.Span{First: 1, Last: 8}}, {Name: "b", At: layout.Span{First: 9, Last: 33}}, {Name: "c", At: layout.Span{First: 34, Last: 48}}}, 48)
	bench(b, Settings{Format: "fixed", Layout: l}, strings.Repeat(fmt.Sprintf("%-8s%-25s%-15s\r\n", "00000004", "WALUK", "EWA"), benchRows), benchRows)
}

func BenchmarkJSONL(b *testing.B) {
	row := `{"id":"W1000001","createdAt":"2018-01-06T05:48:24+01:00","profile":{"firstName":"Kornelia","lastName":"Polna","email":"k@example.com","phone":null},"address":{"line1":"Polna 4","city":"Opole"},"consents":[{"channel":"email","granted":true}]}` + "\n"
	bench(b, Settings{Format: "jsonl", Paths: []string{"id", "createdAt", "profile.firstName", "profile.lastName", "profile.email", "address.line1", "address.city", "consents[channel=email].granted"}}, strings.Repeat(row, benchRows), benchRows)
}

func BenchmarkXML(b *testing.B) {
	row := `<Item id="1"><A><B>text</B><C>2026-01-02</C></A><D>K000100053</D><E>x</E></Item>`
	bench(b, Settings{Format: "xml", Element: "Item", Paths: []string{"@id", "A/B", "A/C", "D"}}, "<r>"+strings.Repeat(row, benchRows)+"</r>", benchRows)
}

func BenchmarkXLSX(b *testing.B) {
	const rows = 5000
	var buf bytes.Buffer
	workbook(b, &buf, func(set func(cell string, v any)) {
		for i := range rows + 1 {
			for c := range 8 {
				set(fmt.Sprintf("%c%d", 'A'+c, i+1), fmt.Sprintf("value %d of %d", c, i))
			}
		}
	})
	bench(b, Settings{Format: "xlsx"}, buf.String(), rows)
}
