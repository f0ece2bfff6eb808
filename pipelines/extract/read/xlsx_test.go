package read

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook writes a workbook with one sheet called Dane.
func workbook(t testing.TB, w io.Writer, fill func(set func(cell string, v any))) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", "Dane"); err != nil {
		t.Fatal(err)
	}
	fill(func(cell string, v any) {
		if err := f.SetCellValue("Dane", cell, v); err != nil {
			t.Fatal(err)
		}
	})
	if err := f.Write(w); err != nil {
		t.Fatal(err)
	}
	return f
}

// styled writes a workbook whose cells carry number formats.
func styled(t *testing.T, cells map[string]struct {
	value  any
	format string
}, header []string) string {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetSheetRow("Sheet1", "A1", &header); err != nil {
		t.Fatal(err)
	}
	for cell, c := range cells {
		if err := f.SetCellValue("Sheet1", cell, c.value); err != nil {
			t.Fatal(err)
		}
		if c.format == "" {
			continue
		}
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
			t.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func TestXLSX(t *testing.T) {
	type cell = struct {
		value  any
		format string
	}
	book := styled(t, map[string]cell{
		"A2": {"01234", ""}, "B2": {12345.0, ""}, "C2": {950, "00-000"}, "D2": {time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), "dd.mm.yyyy"}, "E2": {166.99000000000001, "#,##0.00 \"zł\""},
		"A3": {true, ""}, "B3": {1.5e10, ""}, "C3": {601002003, "000-000-000"}, "D3": {time.Date(2026, 1, 31, 14, 30, 0, 0, time.UTC), "yyyy-mm-dd hh:mm"},
		"A5": {"after a blank row", ""}, "F6": {"behind", ""},
	}, []string{"kod", "liczba", "pocztowy", "data", "kwota"})
	run(t, "xlsx", []fileCase{
		{"cells as a person sees them", book, Settings{}, `
["kod" "liczba" "pocztowy" "data" "kwota"]
1@2 ["01234" "12345" "00-950" "2026-01-31" "166.99"]
2@3 ["true" "15000000000" "601-002-003" "2026-01-31T14:30:00" ""]
4@5 ["after a blank row" "" "" "" ""]
5@6 ! wrong number of fields: a value in column F, behind the last column of the header
`},
		{"another sheet", book, Settings{Sheet: "Sheet2"}, "error: in.xlsx: there is no sheet \"Sheet2\"; there are: Sheet1; did you mean Sheet1?\n"},
		{"no workbook", "a;b\n", Settings{}, "error: in.xlsx: the file is no workbook (.xlsx): zip: not a valid zip file; write format: csv if it is text, or ask for the file again\n"},
		{"old workbook", "\xD0\xCF\x11\xE0....", Settings{}, "error: in.xlsx: the file is an old (.xls) or encrypted Office file, not a workbook; save it as .xlsx without a password\n"},
	})
}

func TestXLSXBomb(t *testing.T) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.Create("xl/workbook.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := bytes.Repeat([]byte(" "), 1<<20)
	for range 200 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = open(t, "bomb.xlsx", buf.String(), Settings{Format: "xlsx"})
	if err == nil || !strings.Contains(err.Error(), "unpacks from") {
		t.Errorf("got %v", err)
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		code   string
		date   bool
		digits string
	}{
		{"General", false, ""}, {"0.00", false, ""}, {"#,##0", false, ""}, {"dd.mm.yyyy", true, ""}, {`yyyy\-mm\-dd`, true, ""},
		{"[$-415]d mmmm yyyy", true, ""}, {"00-000", false, "00-000"}, {`00\-000`, false, "00-000"}, {"00000", false, "00000"}, {`#,##0 "dni"`, false, ""}, {"0", false, ""}, {"[Red]0.00", false, ""},
	} {
		if got := styleOf(c.code); got.date != c.date || got.digits != c.digits {
			t.Errorf("%s: got %+v", c.code, got)
		}
	}
	for _, c := range [][3]string{{"00-000", "950", "00-950"}, {"00000", "1234", "01234"}, {"000-000-000", "601002003", "601-002-003"}, {"00-000", "1234567", "1234-567"}, {"(##) 000-00-00", "223334455", "(22) 333-44-55"}} {
		if got, _ := fillDigits(c[0], c[1]); got != c[2] {
			t.Errorf("%s through %s: got %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

func TestSerial(t *testing.T) {
	f := xlsxFile{from: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
	for text, want := range map[string]string{"1": "1900-01-01", "59": "1900-02-28", "61": "1900-03-01", "46053": "2026-01-31", "46053.5": "2026-01-31"} {
		if got, ok := f.Serial(text); !ok || got.Format("2006-01-02") != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	if _, ok := f.Serial("-1"); ok {
		t.Error("-1 is taken for a day")
	}
}
