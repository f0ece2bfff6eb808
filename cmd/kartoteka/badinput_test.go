package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// badShop is a project of one source of twelve columns; its first night is
// good.
var badShop = map[string]string{
	"kartoteka.yaml":    "project: bad\n",
	"jobs/nightly.yaml": "job: nightly\npipelines: [contacts]\n",
	"pipelines/contacts.yaml": `pipeline: contacts
steps:
  - extract: crm
    files: crm.csv
    key: id
    observed: changed
    fields: {family_name: surname, given_name: name, street: street, postcode: postcode, city: city, country: country, email: email, phone: phone, birth_date: born}
  - cleanse: people
    from: crm
  - dedupe: contacts
    from: people
publish: [contacts, contact_sources]
`,
	"crm.csv": goodCSV(16),
}

const crmHeader = "id,changed,surname,name,street,postcode,city,country,email,phone,born,remark\n"

// goodCSV is a file of n customers without fault.
func goodCSV(n int) string {
	var b strings.Builder
	b.WriteString(crmHeader)
	surnames := []string{"Kość", "Wróbel", "Zając", "Sęk", "Gęś", "Żuraw", "Łoś", "Pająk"}
	for i := range n {
		fmt.Fprintf(&b, "%d,2026-03-%02d,%s,Maria,ul. Polna %d,00-9%02d,Warszawa,PL,m%d@example.com,,1970-01-%02d,\n", i+1, i%28+1, surnames[i%8], i+1, i%100, i, i%28+1)
	}
	return b.String()
}

const untouched = "nothing was published; published/tables is as it was"

// TestBadInput: after a good night a bad file arrives. What cannot be read ends
// the run with a message, and BI keeps the night before; what can be read in
// part is read, and the rest stands in rejects.
func TestBadInput(t *testing.T) {
	good := goodCSV(16)
	row := func(n int) string { return strings.SplitAfter(good, "\n")[n] }
	declare := func(options string) func(shop) {
		return func(s shop) { s.replace("pipelines/contacts.yaml", "key: id\n", "key: id\n    "+options+"\n") }
	}
	for _, c := range []struct {
		name    string
		prepare func(shop) // before the first night
		content string
		code    int
		says    string
		rejects string // of a night that publishes
		rows    int    // of contact_sources then
	}{
		{name: "an empty file", content: "", code: exitFailure,
			says: "extract crm: crm.csv: the file is empty (0 bytes), not even a header; check whether the export or the transfer was cut"},
		{name: "a header only", content: crmHeader, code: exitWarnings,
			says: "warning: extract crm: crm: 0 rows tonight, 16 last night; was the export cut?"},
		{name: "half of last night's rows", content: goodCSV(8), code: exitWarnings, rows: 8,
			says: "warning: extract crm: crm: 8 rows tonight, 16 last night; was the export cut?"},
		{name: "another delimiter than declared", prepare: declare("delimiter: ','"), content: strings.ReplaceAll(good, ",", ";"), code: exitFailure,
			says: `extract crm: crm.csv: line 1: with delimiter "," there is one column; with ";" there are 12; write delimiter: ';' or leave it out`},
		{name: "another delimiter, none declared", content: strings.ReplaceAll(good, ",", ";"), code: exitOK, rows: 16},
		{name: "a binary file", content: "\x7fELF\x02\x01\x01" + strings.Repeat("\x00\x03\xff>", 5000), code: exitFailure,
			says: "extract crm: crm.csv: the file is binary (a zero byte at offset 7), not text; check what the system exported"},
		{name: "a workbook named csv", content: "PK\x03\x04" + strings.Repeat("\x00\x03", 5000), code: exitFailure,
			says: "extract crm: crm.csv: the file is a workbook or a zip archive, not text; write format: xlsx, or unpack it"},
		{name: "UTF-8 cut inside a letter", prepare: declare("encoding: utf-8"), content: good[:strings.Index(good, "Łoś")+1], code: exitWarnings, rows: 6,
			says:    "warning: extract crm: crm: 6 rows tonight, 16 last night; was the export cut?",
			rejects: "7|invalid bytes: byte C5 at position 14 of the record is not valid utf-8"},
		{name: "a letter cut inside the file", content: strings.Replace(good, "Zając", "Zaj\xc4c", 1), code: exitOK, rows: 15,
			rejects: "3|invalid bytes: byte C4 at position 17 of the record is not valid utf-8"},
		{name: "200 columns in a file of 12", content: strings.Replace(good, "Kość", strings.Repeat("Kość,", 188)+"Kość", 1), code: exitOK, rows: 15,
			rejects: "1|wrong number of fields: 200 instead of 12"},
		{name: "a field of 50 MB", content: strings.Replace(good, "Kość", strings.Repeat("N", 50<<20), 1), code: exitOK, rows: 15,
			rejects: "1|too long: the record has more than 8388608 bytes"},
		{name: "a column renamed", content: strings.Replace(good, "surname", "surnames", 1), code: exitFailure,
			says: `extract crm: pipelines/contacts.yaml:7:27: steps[0].fields.family_name: crm.csv has no column "surname"; did you mean surnames?`},
		{name: "no header", content: strings.TrimPrefix(good, crmHeader), code: exitFailure, // its first line is a person: nothing of it is told
			says: `steps[0].fields.family_name: crm.csv has no column "surname"; no column of the step is there; check whether the file begins with its header`},
		{name: "a key twice", content: good + strings.Replace(row(2), "Wróbel", "Wróblewska", 1), code: exitOK, rows: 16},
		{name: "a key twice, to be refused", prepare: declare("on_duplicate: reject"), content: good + row(2), code: exitOK, rows: 16,
			rejects: "17|duplicate key: it stands already in row 2"},
		{name: "most rows refused", content: crmHeader + row(1) + strings.Repeat("oops\n", 9), code: exitWarnings, rows: 1,
			says: "warning: extract crm: crm.csv: 9 of 10 rows are rejected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newShop(t, badShop)
			if c.prepare != nil {
				c.prepare(s)
			}
			before := s.mustNight("2026-03-30")
			s.write("crm.csv", c.content)
			e := s.night("2026-03-31")
			after := s.whole()
			if e.code != c.code || !strings.Contains(e.said(), c.says) {
				t.Errorf("exit code %d, want %d\n%s\nwant %s", e.code, c.code, e.said(), c.says)
			}
			s.clean()
			if c.code == exitFailure {
				if after.SnapshotID != before.SnapshotID || !strings.HasSuffix(e.said(), untouched) {
					t.Errorf("BI does not see last night: %s", e.said())
				}
				return
			}
			if after.SnapshotID == before.SnapshotID {
				t.Error("nothing was published")
			}
			if got := s.rows("SELECT source_row, reasons FROM {rejects} ORDER BY source_row"); c.rejects != "" && got != c.rejects {
				t.Errorf("rejects\n%s\nwant\n%s", got, c.rejects)
			}
			if got := s.rows("SELECT count(*) FROM {contact_sources}"); got != fmt.Sprint(c.rows) {
				t.Errorf("%s rows, want %d", got, c.rows)
			}
		})
	}
}

// TestZipBomb: a workbook that would unpack to 200 MB is refused before it is.
func TestZipBomb(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create("xl/workbook.xml")
	if err == nil {
		_, err = w.Write(bytes.Repeat([]byte(" "), 200<<20))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	s := newShop(t, badShop)
	before := s.mustNight("2026-03-30")
	s.replace("pipelines/contacts.yaml", "crm.csv", "crm.xlsx")
	s.write("crm.xlsx", bomb.String())
	e := s.night("2026-03-31")
	want := "extract crm: crm.xlsx: a part of the workbook unpacks from 199 KB to 200 MB; this is no ordinary workbook; ask for csv\n" + untouched
	if e.code != exitFailure || !strings.HasSuffix(e.said(), want) {
		t.Errorf("exit code %d\n%s\nwant\n%s", e.code, e.said(), want)
	}
	if s.whole().SnapshotID != before.SnapshotID {
		t.Error("something was published")
	}
	s.clean()
}

// TestWrongTotals: an ACS file whose header counts other records than it holds
// is refused as a whole.
func TestWrongTotals(t *testing.T) {
	s := newShop(t, badShop)
	s.write("pipelines/contacts.yaml", "pipeline: contacts\nsteps:\n  - extract: moved\n    files: acs.dat\n    format: acs\n    fields: {piece_id: keyline}\npublish: [moved]\n")
	data, err := os.ReadFile(exampleDir + "/returns/usps_acs.dat")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	s.write("acs.dat", text)
	before := s.mustNight("2026-03-30")
	s.write("acs.dat", text[:strings.LastIndex(strings.TrimRight(text, "\r\n"), "\n")+1])
	e := s.night("2026-03-31")
	want := "extract moved: acs.dat: the totals of the header do not agree with the records: nixie_count says 3, read 2, record_count says 17, read 16; ask for the file again; totals: warn takes it as it is\n" + untouched
	if e.code != exitFailure || !strings.HasSuffix(e.said(), want) {
		t.Errorf("exit code %d\n%s\nwant\n%s", e.code, e.said(), want)
	}
	if s.whole().SnapshotID != before.SnapshotID {
		t.Error("something was published")
	}
	s.clean()
}

// TestMissingInput: no file, or a directory where a file should be.
func TestMissingInput(t *testing.T) {
	s := newShop(t, badShop)
	before := s.mustNight("2026-03-30")
	if err := os.Remove(s.path("crm.csv")); err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{"no file", "a directory"} {
		e := s.night("2026-03-31")
		want := "extract crm: no file matches \"crm.csv\"; deliver it, correct the pattern, or write optional: true\n" + untouched
		if e.code != exitLate || e.said() != want {
			t.Errorf("%s: exit code %d\n%s\nwant\n%s", what, e.code, e.said(), want)
		}
		if s.whole().SnapshotID != before.SnapshotID {
			t.Error("something was published")
		}
		_ = os.Mkdir(s.path("crm.csv"), 0o755)
	}
}

// TestUnreadableFile: a file without the right to read it.
func TestUnreadableFile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads every file; run as another user to see this test")
	}
	s := newShop(t, badShop)
	before := s.mustNight("2026-03-30")
	if err := os.Chmod(s.path("crm.csv"), 0); err != nil {
		t.Fatal(err)
	}
	e := s.night("2026-03-31")
	want := "open crm.csv: permission denied; give the user that runs kartoteka the right to read it\n" + untouched
	if e.code != exitFailure || e.said() != want {
		t.Errorf("exit code %d\n%s\nwant\n%s", e.code, e.said(), want)
	}
	if s.whole().SnapshotID != before.SnapshotID {
		t.Error("something was published")
	}
}
