package parse

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines/cleanse"
	"kartoteka/pipelines/extract/read"
)

func tools(t testing.TB) *Tools {
	kernels, err := cleanse.KernelsOf(config.Settings{}, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return &Tools{Kernels: kernels}
}

func TestNames(t *testing.T) {
	own := texts("status", "country")
	names, changed := Names([]string{"id", "country", "input_country", "status", "note"}, own)
	if got := strings.Join(names, " "); got != "id input_input_country input_country input_status note" || strings.Join(changed, " ") != "country status" {
		t.Errorf("got %s, changed %v", got, changed)
	}
}

// TestReadersAreWhole reads odd texts with every reader: as many values as columns,
// JSON that is JSON, CSV that reads back.
func TestReadersAreWhole(t *testing.T) {
	kit := tools(t)
	odd := []string{"", " ", "\"a\", b\r\nc", "żółć", "\x00\x1f", "null", "12/7", strings.Repeat("x ", 500), "Jan Olech, ul. Wiązowa 12, 62-200 Gniezno", "a\xffb"}
	for _, rd := range Readers() {
		var r Reading
		record := read.Record{Cells: []string{""}}
		asJSON, asCSV := NewJSON([]string{TextColumn}, rd), &CSV{Input: []string{TextColumn}, Reader: rd}
		out := asCSV.Head()
		for _, text := range odd {
			for _, full := range []bool{false, true} {
				r.Full = full
				rd.Read(kit, &r, []string{text}, "PL")
			}
			record.Cells[0] = text
			line := asJSON.Append(nil, &record, &r)
			if !json.Valid(line) {
				t.Errorf("%s of %q: not JSON: %s", rd.Kind, text, line)
			}
			out = asCSV.Append(out, &record, &r)
		}
		rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
		if err != nil || len(rows) != len(odd)+1 {
			t.Errorf("%s: %d rows, %v", rd.Kind, len(rows), err)
		}
	}
}

// TestOrder holds that the rows come out in the order of the source for any number of
// workers.
func TestOrder(t *testing.T) {
	rd, _ := Find("phone")
	var all []string
	for i := range 9000 {
		all = append(all, fmt.Sprint(600_000_001+i))
	}
	text := strings.Join(all, "\n")
	var first []byte
	for _, workers := range []int{1, 2, 7} {
		var out bytes.Buffer
		job := Job{Source: Lines(strings.NewReader(text)), Columns: []int{0}, Reader: rd, Tools: tools(t), Printer: &CSV{Input: []string{TextColumn}, Reader: rd},
			Country: "PL", CountryColumn: -1, Workers: workers, Progress: func(int64) {}}
		sum, err := job.Run(context.Background(), &out)
		if err != nil || sum.Rows != 9000 {
			t.Fatalf("%+v, %v", sum, err)
		}
		if first == nil {
			first = slices.Clone(out.Bytes())
		} else if !bytes.Equal(first, out.Bytes()) {
			t.Errorf("%d workers print other rows", workers)
		}
	}
	if !bytes.HasPrefix(first, []byte("text,status,")) || !bytes.Contains(first, []byte("\n600000001,ok,+48600000001,")) {
		t.Errorf("got %.200s", first)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("a\"b,c\nd ")
	f.Fuzz(func(t *testing.T, text string) {
		line := append(append(appendCSV(nil, text), ','), "x\n"...)
		rows, err := csv.NewReader(bytes.NewReader(line)).ReadAll()
		want := strings.ReplaceAll(text, "\r\n", "\n") // as encoding/csv reads it
		if err != nil || len(rows) != 1 || rows[0][0] != want {
			t.Errorf("%q reads back as %q, %v", text, rows, err)
		}
	})
}

func BenchmarkAddressCSV(b *testing.B) {
	rd, _ := Find("address")
	kit, printer := tools(b), &CSV{Input: []string{TextColumn}, Reader: rd}
	record := read.Record{Cells: []string{"ul. Wiązowa 12/7, 62-200 Gniezno"}}
	var r Reading
	var out []byte
	for b.Loop() {
		rd.Read(kit, &r, record.Cells, "PL")
		out = printer.Append(out[:0], &record, &r)
	}
}
