package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// canaries are words that stand nowhere but in the planted rows.
var canaries = []string{"Kanarkiewicz", "Kanarkowa", "kanarek", "600777123", "600 777 123", "Ptaszyn", "1911-11-11", "11.11.1911"}

// TestNoPersonalDataInLogs plants a person in every file of the example, in
// good rows and in rows that are refused, and looks for it where it must not
// be: stdout, stderr, logs, the ledger, the manifests.
func TestNoPersonalDataInLogs(t *testing.T) {
	s := exampleShop(t)
	s.plant()
	var told []string
	tell := func(ends ...ended) {
		for _, e := range ends {
			told = append(told, e.stdout, e.stderr)
		}
	}
	tell(s.night("2026-03-30"))
	if got := s.rows("SELECT count(*) FROM {contacts} WHERE family_name ILIKE 'kanarkiewicz'"); got == "0" {
		t.Fatal("the canary is not among the customers")
	}
	if got := s.rows("SELECT count(DISTINCT source_file) FROM {rejects} WHERE raw ILIKE '%kanarkiewicz%'"); got < "5" {
		t.Fatalf("the canary is among the rejects of %s files only", got)
	}
	tell(s.command(t.Context(), "run", "nightly", "--as-of", "2026-03-31", "--keep", "--output", "json"))
	tell(s.command(t.Context(), "show"))
	tell(s.command(t.Context(), "show", "--accounts"))
	tell(s.command(t.Context(), "history", "--output", "json"))
	tell(s.command(t.Context(), "check", "--tables"))
	tell(faults(t)...)
	for _, text := range told {
		s.noCanary("what a command says", []byte(text))
	}
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(s.dir, path)
		if !strings.HasPrefix(rel, ".kartoteka") && filepath.Ext(rel) == ".parquet" || strings.Contains(rel, "/tables/") {
			return nil
		}
		if strings.HasPrefix(rel, ".kartoteka") || strings.HasPrefix(rel, "published") {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			s.noCanary(rel, data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// faults are runs that fail over the canary: an engine words the fault itself,
// a check, a reader.
func faults(t *testing.T) []ended {
	t.Helper()
	var out []ended
	s := newShop(t, badShop)
	s.write("crm.csv", strings.Replace(goodCSV(8), "Zając", "Kanarkiewicz", 1))
	steps := s.read("pipelines/contacts.yaml")
	for _, step := range []string{
		"sql: fault\n    query: SELECT CAST(family_name AS INTEGER) AS n FROM contacts WHERE family_name LIKE 'Kanar%'",
		"sql: fault\n    query: SELECT CAST(family_name AS DATE) AS d FROM contacts WHERE family_name LIKE 'Kanar%'",
		"sql: fault\n    query: SELECT error(family_name) AS e FROM contacts WHERE family_name LIKE 'Kanar%'",
		"check: fault\n    from: contacts\n    rules: [{sql: SELECT * FROM contacts WHERE family_name LIKE 'Kanar%'}]",
	} {
		s.write("pipelines/contacts.yaml", strings.Replace(steps, "\npublish:", "\n  - "+step+"\npublish:", 1))
		e := s.night("2026-04-01")
		if e.code != exitFailure && e.code != exitChecksFailed {
			t.Errorf("%s: exit code %d\n%s", step, e.code, e.stderr)
		}
		out = append(out, e)
	}
	s.write("pipelines/contacts.yaml", steps)
	_, rows, _ := strings.Cut(goodCSV(8), "\n") // the first customer stands where the header should
	s.write("crm.csv", strings.Replace(rows, "Kość", "Kanarkiewicz", 1))
	return append(out, s.night("2026-04-01"))
}

func (s shop) noCanary(where string, data []byte) {
	s.t.Helper()
	lower := bytes.ToLower(data)
	for _, word := range canaries {
		if at := bytes.Index(lower, bytes.ToLower([]byte(word))); at >= 0 {
			s.t.Errorf("%s tells of a person: %q", where, data[max(0, at-120):min(len(data), at+60)])
		}
	}
}

// plant adds the canary to every file that holds persons.
func (s shop) plant() {
	s.t.Helper()
	win, iso := charmap.Windows1250.NewEncoder(), charmap.ISO8859_2.NewEncoder()
	add := func(name, text string) {
		was := s.read(name)
		if !strings.HasSuffix(was, "\n") {
			was += "\n"
		}
		s.write(name, was+text)
	}
	encode := func(text string, err error) string {
		if err != nil {
			s.t.Fatal(err)
		}
		return text
	}
	add("sources/crm_customers.csv", encode(win.String(
		"K0777001;Kanarkiewicz;Zenon;M;11.11.1911;ul. Kanarkowa 7;00-950;Ptaszyn;PL;600 777 123;kanarek@example.com;01.02.2020;;T;;\n"+
			"K0777002;Kanarkiewicz;Zenon;M;11.11.1911;ul. Kanarkowa 7;00-950;Ptaszyn;PL;600 777 123;kanarek@example.com;31.02.2020;;T;;\n"+
			"K0777003;Kanarkiewicz;Zenon;kanarek@example.com\n"+
			"K0777004;\"Kanarkiewicz;Zenon;600 777 123\n")))
	add("sources/webshop_customers.jsonl", `{"id":"W777001","createdAt":"2022-01-01T10:00:00+01:00","profile":{"firstName":"Zenon","lastName":"Kanarkiewicz","email":"kanarek@example.com","phone":"600777123"},"address":{"line1":"Kanarkowa 7","postalCode":"00950","city":"Ptaszyn"}}`+"\n"+
		`{"id":"W777002","createdAt":"Kanarkiewicz","profile":{"firstName":"Zenon","lastName":"Kanarkiewicz","email":"kanarek@example.com"}}`+"\n"+
		`{"id":"W777003","createdAt":"2022-01-01","profile":{"lastName":"Kanarkiewicz`+"\n")
	add("sources/legacy_2016.txt", encode(iso.String(
		"00777001KANARKIEWICZ             ZENON          UL KANAROWA 7                 00-950PTASZYN                  600777123      1911111120160318A\n"+
			"00777002KANARKIEWICZ             ZENON          UL KANARKOWA 7                00-950PTASZYN                  600777123      1911111120161399A\n"+
			"00777003KANARKIEWICZ\n")))
	add("orders/online_orders.csv", "WEB-7770001,2025-11-05T10:00:00,W777001,kanarek@example.com,Zenon,Kanarkiewicz,600777123,Kanarkowa 7,00-950,Ptaszyn,,PL,KANAREK,PLN,10.00\n"+
		"WEB-7770002,kanarek,W777001,kanarek@example.com,Zenon,Kanarkiewicz,600777123,Kanarkowa 7,00-950,Ptaszyn,,PL,,PLN,Kanarkiewicz\n")
	add("orders/phone_orders_2025.csv", encode(win.String("TEL-7770001;11.11.1911;R01;;Kanarkiewicz Zenon;600 777 123;;;kanarek;PLN;\n")))
	add("returns/pl_returns.csv", encode(win.String("J007770001;01.10.2025;nie mieszka Kanarkiewicz;ul. Kanarkowa 7, 00-950 Ptaszyn;AK\nJ007770002;32.10.2025;Kanarkiewicz;ul. Kanarkowa 7;AK\n")))
	add("suppression/do_not_mail.csv", encode(win.String("Zenon Kanarkiewicz;Kanarkowa 7;00-950;Ptaszyn;PL;11.06.2022;Kanarkiewicz;list\n")))
	add("campaigns/mailfile_C2509.csv", "J007770001,test,A,crm,K0777001,Zenon Kanarkiewicz,ul. Kanarkowa 7,00-950,Ptaszyn,,PL,kanarek@example.com,JE-KANAREK,PJ25A,\n")
	book, err := excelize.OpenFile(s.path("sources/phone_customers.xlsx"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer book.Close()
	for i, day := range []any{"2024-05-05", "Kanarkiewicz"} {
		row := []any{"T77700" + string(rune('1'+i)), "Kanarkiewicz Zenon", "ul. Kanarkowa 7, 00-950 Ptaszyn", "600777123", "R01", day, nil}
		if err := book.SetSheetRow("Klienci", []string{"A88", "A89"}[i], &row); err != nil {
			s.t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		s.t.Fatal(err)
	}
}
