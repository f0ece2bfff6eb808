package read

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/extract/layout"
	"kartoteka/pipelines/kernel/charset"
)

// open writes a file and opens it as name.
func open(t *testing.T, name, content string, s Settings) (File, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), filepath.Base(name))
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	seen, err := Inspect(context.Background(), path, name, s.Encoding)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, name, seen, s)
	if err == nil {
		t.Cleanup(func() { f.Close() })
	}
	return f, err
}

// show draws records one a line: row@line, cells or faults.
func show(records []Record) string {
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintf(&b, "%d@%d ", r.Row, r.Line)
		if r.Faults != nil {
			fmt.Fprintf(&b, "! %s\n", strings.Join(r.Faults, "; "))
			continue
		}
		fmt.Fprintf(&b, "%q\n", r.Cells)
	}
	return b.String()
}

type fileCase struct {
	name    string
	content string
	s       Settings
	want    string // of show, header first; or "error: ..."
}

func run(t *testing.T, format string, cases []fileCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.s.Format = format
			got := ""
			f, err := open(t, "in."+format, c.content, c.s)
			if err == nil {
				var records []Record
				records, err = Records(f)
				got = fmt.Sprintf("%q\n", f.Columns()) + show(records)
				for _, n := range f.Notes() {
					got += "note " + n.Code + "\n"
				}
			}
			if err != nil {
				got = "error: " + err.Error() + "\n"
			}
			if want := strings.TrimLeft(c.want, "\n"); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestCSV(t *testing.T) {
	wide := strings.Repeat("x,", 199) + "x"
	run(t, "csv", []fileCase{
		{"plain", "a,b\n1,2\n3,4\n", Settings{}, `
["a" "b"]
1@2 ["1" "2"]
2@3 ["3" "4"]
`},
		{"no newline at the end, CRLF, semicolon found", "a;b\r\n1;2\r\n3;4", Settings{}, `
["a" "b"]
1@2 ["1" "2"]
2@3 ["3" "4"]
`},
		{"old Macintosh line ends", "a;b\r1;2\r3;4\r", Settings{}, `
["a" "b"]
1@2 ["1" "2"]
2@3 ["3" "4"]
`},
		{"quotes, doubled quotes, line break", "a,b\n\"x \"\"y\"\"\",\"p\nq, r\"\nz,\"\"\n", Settings{}, `
["a" "b"]
1@2 ["x \"y\"" "p\nq, r"]
2@4 ["z" ""]
`},
		{"quote inside a field is text", "a,b\nx 5\" y,2\n", Settings{}, `
["a" "b"]
1@2 ["x 5\" y" "2"]
`},
		{"ragged rows keep their counts", "a,b,c\n1\n1,2,3,4\n1,2,3\n" + wide + "\n", Settings{}, `
["a" "b" "c"]
1@2 ! wrong number of fields: 1 instead of 3
2@3 ! wrong number of fields: 4 instead of 3
3@4 ["1" "2" "3"]
4@5 ! wrong number of fields: 200 instead of 3
`},
		{"a quote left open costs its line only", "a,b\n\"open,2\n3,4\n\"5\",6\n", Settings{}, `
["a" "b"]
1@2 ! broken quotes: the quote that opens field 1 is not closed on its line nor where a later field ends
2@3 ["3" "4"]
3@4 ["5" "6"]
`},
		{"a quote open to the end of the file", "a,b\n1,\"open\n3,4\n", Settings{}, `
["a" "b"]
1@2 ! broken quotes: the quote that opens field 2 is never closed
2@3 ["3" "4"]
`},
		{"text behind a closing quote", "a,b\n\"Firma\" spzoo,2\n3,4\n", Settings{}, `
["a" "b"]
1@2 ! broken quotes: field 1 has text behind its closing quote; quotes inside a field are doubled
2@3 ["3" "4"]
`},
		{"blank lines and the DOS end mark", "a,b\n\n1,2\n\n\n3,4\n\x1a", Settings{}, `
["a" "b"]
1@3 ["1" "2"]
2@6 ["3" "4"]
note blank_lines
`},
		{"blank lines at the end only", "a,b\n1,2\n\n\n", Settings{}, `
["a" "b"]
1@2 ["1" "2"]
`},
		{"the hint of Excel", "sep=|\r\na|b\r\n1;,|2\r\n", Settings{}, `
["a" "b"]
1@3 ["1;," "2"]
`},
		{"byte order mark", "\xef\xbb\xbfa,b\n1,2\n", Settings{}, `
["a" "b"]
1@2 ["1" "2"]
`},
		{"windows-1250 found and one bad byte", "im\xea;b\n\xb9\x9c\x9f;1\nx\x81;2\nok;3\n", Settings{}, `
["imę" "b"]
1@2 ["ąśź" "1"]
2@3 ! invalid bytes: byte 81 at position 2 of the record is not valid windows-1250
3@4 ["ok" "3"]
`},
		{"ISO-8859-2 declared", "a;b\n\xb1\xb6\xbc;1\n\x90;2\n", Settings{Encoding: charset.ISO88592}, `
["a" "b"]
1@2 ["ąśź" "1"]
2@3 ! invalid bytes: byte 90 at position 1 of the record is not valid iso-8859-2
`},
		{"truncated UTF-8 at the end", "a,b\n\xc5\xbc,1\nx,\xc5", Settings{Encoding: charset.UTF8}, `
["a" "b"]
1@2 ["ż" "1"]
2@3 ! invalid bytes: byte C5 at position 3 of the record is not valid utf-8
`},
		{"UTF-16 with mark and a lone surrogate", "\xff\xfea\x00;\x00b\x00\n\x00\x05\x01;\x001\x00\n\x00\x00\xd8;\x002\x00\n\x00x\x00;\x003\x00", Settings{}, `
["a" "b"]
1@2 ["ą" "1"]
2@3 ! invalid bytes: byte FF at position 1 of the record is not valid utf-8
3@4 ["x" "3"]
`},
		{"duplicate and blank header names", "a,,a,\n1,2,3,4\n", Settings{}, `
["a" "column 2" "a#2" "column 4"]
1@2 ["1" "2" "3" "4"]
note blank_header
note repeated_header
`},
		{"no header", "1,2\n3,4\n", Settings{NoHeader: true}, `
["1" "2"]
1@1 ["1" "2"]
2@2 ["3" "4"]
`},
		{"names given", "1,2\n", Settings{Names: []string{"x", "y"}}, `
["x" "y"]
1@1 ["1" "2"]
`},
		{"tab and pipe", "a\tb|c\n1\t2|3\n", Settings{Delimiter: '|'}, `
["a b" "c"]
1@2 ["1\t2" "3"]
`},
		{"header only", "a,b\n", Settings{}, "[\"a\" \"b\"]\n"},
		{"empty", "", Settings{}, "error: in.csv: the file is empty (0 bytes), not even a header; check whether the export or the transfer was cut\n"},
		{"blank lines only", "\n\n", Settings{}, "error: in.csv: the file holds blank lines only, not even a header; check whether the export was cut\n"},
		{"wrong delimiter", "a,b,c\n1,2,3\n", Settings{Delimiter: ';'}, "error: in.csv: line 1: with delimiter \";\" there is one column; with \",\" there are 3; write delimiter: ',' or leave it out\n"},
		{"workbook called csv", "PK\x03\x04....", Settings{}, "error: in.csv: the file is a workbook or a zip archive, not text; write format: xlsx, or unpack it\n"},
		{"binary called csv", "ab\x00\x01\x02\x00,,\n", Settings{}, "error: in.csv: the file is binary (a zero byte at offset 2), not text; check what the system exported\n"},
		{"mark against the declaration", "\xef\xbb\xbfa,b\n1,2\n", Settings{Encoding: charset.Windows1250}, "error: in.csv: the file begins with the byte order mark of utf-8, but encoding: windows-1250 is declared; write encoding: utf-8 or leave it out\n"},
		{"UTF-8 declared as windows-1250", "a,b\nż,2\n", Settings{Encoding: charset.Windows1250}, `
["a" "b"]
1@2 ["ĹĽ" "2"]
note encoding_doubtful
`},
	})
}

func TestCSVLongRecords(t *testing.T) {
	long := strings.Repeat("y", 100)
	run(t, "csv", []fileCase{
		{"a long line", "a,b\n" + long + ",2\n3,4\n", Settings{maxRecord: 50}, `
["a" "b"]
1@2 ! too long: the record has more than 50 bytes
2@3 ["3" "4"]
`},
		{"a long quoted field", "a,b\n\"" + strings.Repeat("y\n", 50) + "\",2\n", Settings{maxRecord: 90, Names: []string{"a"}}, "[\"a\"]\n" +
			"1@1 ! wrong number of fields: 2 instead of 1\n2@2 ! broken quotes: the quote that opens field 1 is not closed within 90 bytes\n" + lines(3, 52, "y") + "52@52 ! broken quotes: the quote that opens field 1 is never closed\n"},
	})
}

// lines are single-column records of rows from to to, the end excluded.
func lines(from, to int, cell string) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "%d@%d [%q]\n", i, i, cell)
	}
	return b.String()
}

// TestCSVHugeField holds memory to the limit although one field has 50 MB.
func TestCSVHugeField(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.csv")
	huge := "a,b\n1,2\n" + strings.Repeat("z", 50<<20) + ",2\n3,4\n"
	if err := os.WriteFile(path, []byte(huge), 0o600); err != nil {
		t.Fatal(err)
	}
	seen, err := Inspect(context.Background(), path, "huge.csv", charset.Unknown)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, "huge.csv", seen, Settings{Format: "csv"})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := Records(f)
	if err != nil {
		t.Fatal(err)
	}
	want := "1@2 [\"1\" \"2\"]\n2@3 ! too long: the record has more than 8388608 bytes\n3@4 [\"3\" \"4\"]\n"
	if got := show(records); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if n := len(records[1].Text); n > keepOfLong+10 {
		t.Errorf("kept %d bytes of the field", n)
	}
}

func TestFixed(t *testing.T) {
	three := layout.Of([]layout.Field{{Name: "nr", At: layout.Span{First: 1, Last: 3}}, {Name: "name", At: layout.Span{First: 4, Last: 8}}}, 9)
	run(t, "fixed", []fileCase{
		{"short, long, bad byte, blank", "001Jan   A\r\n001Jan  A\r\n002Ala\r\n003Ola    \r\n\r\n004\x81la  A\r\n005Kr\xf3l A\r\n", Settings{Layout: three, Encoding: charset.Windows1250}, `
["nr" "name"]
1@1 ! wrong length: 10 characters instead of 9
2@2 ["001" "Jan"]
3@3 ! wrong length: 6 characters instead of 9 (an editor may have cut trailing blanks)
4@4 ! wrong length: 10 characters instead of 9
5@6 ! invalid bytes: byte 81 at position 4 of the record is not valid windows-1250
6@7 ["005" "Król"]
note blank_lines
`},
		{"characters, not bytes", "001Żółw A\n", Settings{Layout: three}, `
["nr" "name"]
1@1 ["001" "Żółw"]
`},
		{"characters, not bytes, whole", "001Żółw BA\n001Żółwi\n", Settings{Layout: three, PadShort: true}, `
["nr" "name"]
1@1 ! wrong length: 10 characters instead of 9
2@2 ["001" "Żółwi"]
`},
	})
}

func TestACS(t *testing.T) {
	acs, ok := layout.Builtin("acs")
	if !ok {
		t.Fatal("no layout acs")
	}
	header := func(coa, nixie, all int) string {
		return fmt.Sprintf("%-427s\r\n", fmt.Sprintf("H20260101KRTTEKA0001%09d%09d%09d", coa, nixie, all))
	}
	record := func(seq int, code string) string {
		return fmt.Sprintf("%-427s\r\n", fmt.Sprintf("2%08dKRTTEKA%-16s202507I%s", seq, "U000000000", code))
	}
	body := record(1, " ") + record(2, "K") + record(3, "A")
	f, err := open(t, "acs.dat", header(2, 1, 3)+body, Settings{Format: "fixed", Layout: acs})
	if err != nil {
		t.Fatal(err)
	}
	records, err := Records(f)
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 3 || records[0].Row != 1 || records[2].Cells[6] != "A" {
		t.Errorf("got %s", show(records))
	}
	f, err = open(t, "acs.dat", header(2, 2, 4)+body, Settings{Format: "fixed", Layout: acs})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Records(f)
	want := "acs.dat: the totals of the header do not agree with the records: nixie_count says 2, read 1, record_count says 4, read 3; ask for the file again; totals: warn takes it as it is"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	f, err = open(t, "acs.dat", header(2, 2, 4)+body, Settings{Format: "fixed", Layout: acs, Totals: "warn"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Records(f); err != nil || len(f.Notes()) != 1 {
		t.Errorf("totals: warn gave %v, %v", err, f.Notes())
	}
}

func TestJSONL(t *testing.T) {
	paths := []string{"id", "address.city", "consents[0].granted", "consents[channel=email].at", "tags[*]", "consents[-1].channel"}
	run(t, "jsonl", []fileCase{
		{"paths", `{"id":"W1","address":{"city":"Łódź \u0105"},"consents":[{"channel":"post","granted":true},{"channel":"email","granted":false,"at":"2020-01-02"}],"tags":["a","b"]}` + "\n" +
			`{"id":12345678901234567890.10,"address":null,"consents":[]}` + "\n", Settings{Paths: paths}, `
["id" "address.city" "consents[0].granted" "consents[channel=email].at" "tags[*]" "consents[-1].channel"]
1@1 ["W1" "Łódź ą" "true" "2020-01-02" "a\nb" "email"]
2@2 ["12345678901234567890.10" "" "" "" "" ""]
`},
		{"broken", "{\"id\":\"W\n[1]\n{\"id\":1,}\n{\"id\":\"\xb3\"}\n{\"id\":\"\\ud83d\\ude00\"}\n{\"id\":1} x\n", Settings{Paths: paths[:1], Encoding: charset.UTF8}, `
["id"]
1@1 ! broken JSON: the record ends too early (at character 8)
2@2 ! broken JSON: the line is no object
3@3 ! broken JSON at character 9: a comma before the closing bracket
4@4 ! invalid bytes: byte B3 at position 8 of the record is not valid utf-8
5@5 ["😀"]
6@6 ! broken JSON at character 10: text behind the end of the value
`},
		{"an array", "[{\"id\":1}]", Settings{Paths: paths[:1]}, "error: in.jsonl: line 1: the file is one JSON array, not one object a line; ask for JSON lines (one object a line)\n"},
	})
}

func TestXML(t *testing.T) {
	s := Settings{Element: "Item", Paths: []string{"@id", "A/B", "C[*]", "E/@x", "E"}}
	run(t, "xml", []fileCase{
		{"paths", `<?xml version="1.0"?><r xmlns="urn:x"><Item id="1"><A><B>one &amp; only</B></A><C>p</C><C>q</C></Item>` + "\n" + `<y:Item xmlns:y="urn:y" id="2"><E x="7">text</E></y:Item></r>`, s, `
["@id" "A/B" "C[*]" "E/@x" "E"]
1@1 ["1" "one & only" "p\nq" "" ""]
2@2 ["2" "" "" "7" "text"]
`},
		{"broken", "<r>\n<Item id=\"1\"></Item>\n<Item></r>", s, "error: in.xml: line 3: broken XML: element <Item> closed by </r>; no row of the file is used; ask for it again\n"},
		{"cut off", "<r>\n<Item id=\"1\"><A>", s, "error: in.xml: line 2: broken XML: unexpected EOF; no row of the file is used; ask for it again\n"},
		{"unknown entity", "<!DOCTYPE r [<!ENTITY a \"b\">]><r><Item>&a;</Item></r>", s, "error: in.xml: line 1: broken XML: invalid character entity &a;; no row of the file is used; ask for it again\n"},
		{"other elements", "<r><Row/><Row/></r>", s, "error: in.xml: there is no element Item; there are Row, r; write the name of the row element in rows:\n"},
		{"empty delivery", "<r/>", s, "[\"@id\" \"A/B\" \"C[*]\" \"E/@x\" \"E\"]\n"},
		{"windows-1250", "<?xml version=\"1.0\" encoding=\"windows-1250\"?><r><Item id=\"\xb9\"/><Item id=\"\x81\"/></r>", s, `
["@id" "A/B" "C[*]" "E/@x" "E"]
1@1 ["ą" "" "" "" ""]
2@1 ! invalid bytes: not valid in the encoding of the file
`},
	})
}
